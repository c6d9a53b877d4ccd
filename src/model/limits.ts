/** The numbers that a space may tighten but never loosen, and those that are the same everywhere. */

/** k: a group of fewer people is never shown. */
export const SMALLEST_GROUP = 5;
/** Sentences are shown from so many writers on a driver. */
export const SMALLEST_SENTENCES = 10;
/** Days between two closings; the settings may say more, or 0 for trying out. */
export const ROUND_INTERVAL_DAYS = 28;
/** "x van y deden mee" moves in steps of so many. */
export const PARTICIPATION_STEP = 5;
export const FEWEST_DRIVERS = 3;
export const MOST_DRIVERS = 8;
