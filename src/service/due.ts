/** What is done when it is time, for nobody in particular. */
export { expireDue } from './expiry';
export { publishDue } from './publication';
export { purgeDue } from './purge';
