/** Made by scripts/icons.mjs, of Lucide's (ISC). */
export const faceSlightlyFrowning = 'M15 10V9M9 10V9M9 16a5 5 0 016 0M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0';
