/** Made by scripts/icons.mjs, of Lucide's (ISC). */
export const arrowLeft = 'M12 19l-7-7 7-7M19 12H5';
