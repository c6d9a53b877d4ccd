/** Made by scripts/icons.mjs, of Lucide's (ISC). */
export const arrowUp = 'M5 12l7-7 7 7M12 19V5';
