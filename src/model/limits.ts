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

/** An anonymous post is refused where fewer people could have written it; so few share a job title that it points at one. */
export const FEWEST_AUTHORS = 5;
/** After so many days the author is asked what became of "nu: wat ga ik doen". */
export const FOLLOW_UP_DAYS = 14;
/** After so many days advice is open to everybody. */
export const ADVICE_OPENS_DAYS = 7;
/** What waits is published at this hour, where the municipality is. */
export const PUBLISH_HOUR = 7;
/** An offer that nobody answered for so many days has lapsed: the giver still holds the ball. */
export const OFFER_LAPSES_DAYS = 7;
/** A ball that did not move for so many days lies still. */
export const STILL_AFTER_DAYS = 14;
/** Nobody means a day that is further away than this. */
export const LATEST_DUE_DAYS = 3660;
/** From this likeness on, two items overlap. */
export const OVERLAP_FROM = 0.35;
export const MOST_TOPICS = 10;
export const TOPIC_LIMIT = 60;
/** Bytes of a picture as it is kept. */
export const PICTURE_LIMIT = 2_000_000;
/** What is kept, is kept so many days at least: nobody purges a space by a slip of the finger. */
export const SHORTEST_RETENTION = 30;
/** A session that begins within so many days is told of as coming. */
export const COMING_DAYS = 7;
/** For so many days an answer is told of as one to read. */
export const ANSWER_DAYS = 14;
/** Values of one measure: one a day for more than a year. */
export const MOST_MEASUREMENTS = 400;
/** A value is further from nothing than this to nobody who means it: it is to be drawn and told. */
export const LARGEST_VALUE = 1e12;
