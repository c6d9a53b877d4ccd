/**
 * What few pages ask for, beside the one-file form of the library (`samen.all.more.js`): the English
 * texts, the check of a theme's colours, the drivers that a new space may begin with, and the space that lives
 * in the browser (`local:`). Without it a page is Dutch, has the theme as it is, needs a server, and people
 * write their own drivers.
 */
export { openLocal } from './backends/local/open-local';
export { ContrastCheck } from './elements/contrast-check';
export { backpackEn } from './locales/backpack.en';
export { backpackLateEn } from './locales/backpack-late.en';
export { commonEn } from './locales/common.en';
export { compassPartsEn } from './locales/compass-parts.en';
export { compassEn } from './locales/compass.en';
export { frameEn } from './locales/frame.en';
export { proposedDriversEn } from './locales/proposed-drivers.en';
export { proposedDriversNl } from './locales/proposed-drivers.nl';
