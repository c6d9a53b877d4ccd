import type { Day } from '../model/types';

/** How the date of what was written long ago is said. */
export const LONG_DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** In the middle of that day, on the reader's own clock. */
export const noonOf = (day: Day): Date => new Date(`${day}T12:00:00`);

/** How its year is said: only where that is another than this one. */
export const yearOf = (day: Day): 'numeric' | undefined =>
  day.startsWith(String(new Date().getFullYear())) ? undefined : 'numeric';

/**
 * The day by the reader's own clock, for "vandaag" and "9 dagen geleden". Nothing is decided by it: to reckon it for
 * the municipality (`toDay`) takes a browser as long as drawing the feed.
 */
export function todayHere(now = new Date()): Day {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
