/** Made by scripts/icons.mjs, of Lucide's (ISC). */
export const arrowRight = 'M5 12h14M12 5l7 7-7 7';
