import type { Day, Moment } from './types';

const MINUTE_MS = 60_000;

let format: Intl.DateTimeFormat | undefined;
let zone: string;
/** The day of the minute that was asked last: no day begins within one. */
let last: { minute: number; day: Day } | undefined;

/**
 * The calendar day of a moment, where the municipality is: a server in UTC and a browser in
 * Lindeveld have to agree on whether a round closes today.
 */
export function toDay(moment: Date | Moment, timeZone = 'Europe/Amsterdam'): Day {
  const date = typeof moment === 'string' ? new Date(moment) : moment;
  // Made once, for that takes longer than all the rest of reading. Sweden writes a day as ISO does.
  if (!format || zone !== timeZone) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, calendar: 'gregory', numberingSystem: 'latn' });
    zone = timeZone;
    last = undefined;
  }
  const minute = Math.floor(date.getTime() / MINUTE_MS);
  if (last?.minute !== minute) last = { minute, day: format.format(date) };
  return last.day;
}
