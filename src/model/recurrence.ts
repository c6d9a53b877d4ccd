/**
 * The rules by which a session may come again: by days, weeks or months (RFC 5545). Of seconds there would be millions,
 * and of what never comes (every day that is the second of its own) one would look for ever.
 */
const OFTEN = String.raw`INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d{0,2}|UNTIL=\d{8}(?:T\d{6}Z?)?|WKST=(?:MO|TU|WE|TH|FR|SA|SU)`;
const DAY = '(?:MO|TU|WE|TH|FR|SA|SU)';
const KNOWN = new RegExp(
  String.raw`^FREQ=(?:(?:DAILY|WEEKLY)(?:;(?:${OFTEN}|BYDAY=${DAY}(?:,${DAY})*))*` +
    String.raw`|MONTHLY(?:;(?:${OFTEN}|BYDAY=-?\d?${DAY}(?:,-?\d?${DAY})*|BYMONTHDAY=-?\d{1,2}(?:,-?\d{1,2})*|BYSETPOS=-?\d))*)$`,
);

export const RECURRENCE_LIMIT = 200;

export function isRecurrence(value: string): boolean {
  return value.length <= RECURRENCE_LIMIT && KNOWN.test(value);
}
