/** Made by scripts/icons.mjs, of Lucide's (ISC). */
export default 'M20 6 9 17l-5-5';
