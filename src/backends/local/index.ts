/** What belongs to `local:`; the registry fetches only open-local.ts. */
export { openLocal } from './open-local';
export type { LocalOptions } from './open-local';
export { chooseLocalPerson, localPerson } from './person';
export { eraseLocal, seedLocal } from './seed';
export { localProof } from './proof';
