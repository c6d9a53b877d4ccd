/**
 * The rules by which a session may come again: by days, weeks or months (RFC 5545). Of seconds there would be millions,
 * and of what never comes (a ninth Monday, a first Monday that is the 31st) one would look for ever: so a number counts to
 * five, and what is chosen of a month is chosen in one way.
 */
const OFTEN = String.raw`INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d{0,2}|UNTIL=\d{8}(?:T\d{6}Z?)?|WKST=(?:MO|TU|WE|TH|FR|SA|SU)`;
const DAY = '(?:MO|TU|WE|TH|FR|SA|SU)';
const DAYS = `BYDAY=${DAY}(?:,${DAY})*`;
const NUMBERED = `-?[1-5]${DAY}`;
const DATE = String.raw`-?(?:[1-9]|[12]\d|3[01])`;
const OF_A_MONTH = [
  `${DAYS}(?:;BYSETPOS=-?[1-4])?`,
  `BYDAY=${NUMBERED}(?:,${NUMBERED})*`,
  `BYMONTHDAY=${DATE}(?:,${DATE})*`,
].join('|');
const KNOWN = new RegExp(
  `^FREQ=(?:(?:DAILY|WEEKLY)(?:;(?:${OFTEN}|${DAYS}))*|MONTHLY(?:;(?:${OFTEN}))*(?:;(?:${OF_A_MONTH})(?:;(?:${OFTEN}))*)?)$`,
);

export const RECURRENCE_LIMIT = 200;

export function isRecurrence(value: string): boolean {
  return value.length <= RECURRENCE_LIMIT && KNOWN.test(value);
}
