/** How often a session comes again, in the few ways in which people say it. The rules themselves are those of RFC 5545. */
import type { Moment } from './types';
import { wallClockOf, zonedMoment } from './wall-clock';

/** Eenmalig, elke week, elke twee weken, elke maand, elk kwartaal. */
export const AGAIN = ['once', 'weekly', 'fortnightly', 'monthly', 'quarterly'] as const;
export type Again = (typeof AGAIN)[number];

const DAY_MS = 86_400_000;
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
/** Of the months there are, one in so many has any day. */
const MOST_TRIES = 60;
const LONGEST_MONTH = 31;
const LAST = -1;

/** Which of its kind a day is in its month, 1 to 4; `-1` for a fifth, which most months lack: then it is the last. */
export function weekOfMonth(wall: Date): number {
  const week = Math.ceil(wall.getUTCDate() / 7);
  return week > 4 ? LAST : week;
}

/** The rule for a session that begins then: by weeks on its own day, by months on its own day of the week ("de tweede dinsdag"). */
export function ruleOf(again: Again, startsAt: Moment): string | undefined {
  const wall = wallClockOf(new Date(startsAt));
  const byDay = `BYDAY=${String(weekOfMonth(wall))}${DAYS[wall.getUTCDay()] ?? ''}`;
  switch (again) {
    case 'once':
      return undefined;
    case 'weekly':
      return 'FREQ=WEEKLY';
    case 'fortnightly':
      return 'FREQ=WEEKLY;INTERVAL=2';
    case 'monthly':
      return `FREQ=MONTHLY;${byDay}`;
    case 'quarterly':
      return `FREQ=MONTHLY;INTERVAL=3;${byDay}`;
  }
}

interface Plain {
  again: Again;
  /** Days, for weeks; months otherwise. */
  days?: number;
  months?: number;
  /** By the day of the week in the month; else by the date. */
  week?: number;
  weekday?: number;
}

const PLAIN = /^FREQ=(WEEKLY|MONTHLY)(?:;INTERVAL=(\d+))?(?:;BYDAY=(-?\d)(SU|MO|TU|WE|TH|FR|SA))?$/;
const WORDS: Readonly<Record<string, Again>> = {
  'WEEKLY 1': 'weekly',
  'WEEKLY 2': 'fortnightly',
  'MONTHLY 1': 'monthly',
  'MONTHLY 3': 'quarterly',
};

function plainOf(rule: string): Plain | undefined {
  const [, frequency = '', interval = '1', week, day] = PLAIN.exec(rule) ?? [];
  const again = WORDS[`${frequency} ${interval}`];
  if (!again || (frequency === 'WEEKLY' && day)) return undefined;
  const every = Number(interval);
  if (frequency === 'WEEKLY') return { again, days: every * 7 };
  const at = DAYS.findIndex((each) => each === day);
  return { again, months: every, ...(week && at >= 0 && { week: Number(week), weekday: at }) };
}

/** How a rule is said; undefined for one that was not made here. */
export function againOf(rule: string | undefined): Again | undefined {
  return rule === undefined ? 'once' : plainOf(rule)?.again;
}

/**
 * When a session by such a rule begins for the first time after a moment, at its own hour on the wall. Undefined when it
 * does not come again, or by a rule that was not made here: that is for the server to unroll.
 */
export function nextBegin(
  { startsAt, recurrence }: { startsAt: Moment; recurrence?: string | undefined },
  after: Date,
): Moment | undefined {
  const plain = recurrence === undefined ? undefined : plainOf(recurrence);
  if (!plain) return undefined;
  const first = wallClockOf(new Date(startsAt));
  // Never past it: no month has more days, and a clock is put back an hour at most.
  const stepMs = (plain.days ?? LONGEST_MONTH * (plain.months ?? 1)) * DAY_MS;
  const from = Math.max(1, Math.floor((after.getTime() - Date.parse(startsAt)) / stepMs) - 1);
  for (let step = from; step < from + MOST_TRIES; step += 1) {
    const wall = plain.days ? new Date(first.getTime() + step * plain.days * DAY_MS) : inMonth(first, step, plain);
    const begin = wall && zonedMoment(wall);
    if (begin && begin.getTime() > after.getTime()) return begin.toISOString();
  }
  return undefined;
}

/** The day of a later month; undefined when that month has none such (the 31st of April). */
function inMonth(first: Date, step: number, { months = 1, week, weekday }: Plain): Date | undefined {
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + step * months];
  const time = first.getTime() % DAY_MS;
  const at = (day: number) => new Date(Date.UTC(year, month, day) + time);
  if (week === undefined || weekday === undefined) {
    const same = at(first.getUTCDate());
    return same.getUTCDate() === first.getUTCDate() ? same : undefined;
  }
  if (week === LAST) {
    const last = new Date(Date.UTC(year, month + 1, 0) + time);
    return new Date(last.getTime() - ((last.getUTCDay() - weekday + 7) % 7) * DAY_MS);
  }
  const beginning = at(1);
  return at(1 + ((weekday - beginning.getUTCDay() + 7) % 7) + (week - 1) * 7);
}
