/** Made by scripts/icons.mjs, of Lucide's (ISC). */
export const faceNeutral = 'M15 10V9M8 16h8M9 10V9M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0';
