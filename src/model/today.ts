import type { Day, Moment } from './types';

let format: Intl.DateTimeFormat | undefined;
let zone: string;

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
  }
  return format.format(date);
}
