import type { Day } from './types';

const MILLISECONDS_A_DAY = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** From the year 1000 on: from any of these some years can be counted back. */
const OURS = /^[1-9]/;

/** Whether this is a day that exists, as `YYYY-MM-DD`, from the year 1000 on: 2026-02-30 does not. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !DAY.test(value) || !OURS.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && fromUtc(at) === value;
}

/** The day so many days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return fromUtc(toUtc(day) + days * MILLISECONDS_A_DAY);
}

/** How many days from one to the other; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toUtc(to) - toUtc(from)) / MILLISECONDS_A_DAY);
}

/** Days are counted in UTC, where each has 24 hours: two a year elsewhere have 23 or 25. */
function toUtc(day: Day): number {
  const at = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new RangeError(`Not a day: ${day}`);
  return at;
}

function fromUtc(at: number): Day {
  return new Date(at).toISOString().slice(0, 10);
}
