/**
 * When a session comes again. Its rule is one of the wall clock: ten o'clock stays ten o'clock when summer begins,
 * so it is unrolled in the space's own hours and only then made into moments.
 */
import { createRequire } from 'node:module';
import type * as Rrule from 'rrule';
import { zonedMoment, wallClockOf } from '../../model/wall-clock';
import type { Session } from '../../model/agenda-types';
import { isRecurrence } from '../../model/recurrence';
import type { Moment } from '../../model/types';
import type { Occurrences } from '../../service/session-views';

// A bundle for browsers, whose names an import does not find.
const { rrulestr } = createRequire(import.meta.url)('rrule') as typeof Rrule;

export interface Between {
  from: Date;
  until: Date;
  timeZone: string;
  atMost: number;
}

const DAY_MS = 86_400_000;

/** The moments a session begins, the first included, oldest first. */
export function occurrencesOf(
  { startsAt, recurrence }: Pick<Session, 'startsAt' | 'recurrence'>,
  { from, until, timeZone, atMost }: Between,
): Moment[] {
  const first = new Date(startsAt);
  const again = recurrence === undefined ? [] : unrolled(first, recurrence, { from, until, timeZone, atMost });
  const all = [...new Set([first.getTime(), ...again.map((date) => date.getTime())])].sort((a, b) => a - b);
  return all
    .filter((time) => time >= from.getTime() && time <= until.getTime())
    .slice(0, atMost)
    .map((time) => new Date(time).toISOString());
}

/** How many of them a session shows, and how far they are looked for. */
const NEXT = { atMost: 12, days: 366 * 2 };

/** When a session comes next, today's that began already included no more. */
export const nextOf: Occurrences = (session, now, timeZone = 'Europe/Amsterdam') =>
  occurrencesOf(session, {
    ...{ from: now, until: new Date(now.getTime() + NEXT.days * DAY_MS) },
    ...{ timeZone, atMost: NEXT.atMost },
  });

function unrolled(first: Date, recurrence: string, { from, until, timeZone, atMost }: Between): Date[] {
  if (!isRecurrence(recurrence)) return [];
  const wall = (date: Date) => wallClockOf(date, timeZone);
  // A clock that is put back shows an hour twice: a day to both sides, and what is outside is dropped later.
  const [after, before] = [new Date(wall(from).getTime() - DAY_MS), new Date(wall(until).getTime() + DAY_MS)];
  try {
    return rrulestr(recurrence, { dtstart: wall(first) })
      .between(after, before, true, (_, index) => index < atMost + 2 * PER_DAY)
      .map((date) => zonedMoment(date, timeZone));
  } catch {
    // Of a rule that cannot be read, what is left is the day that was written down.
    return [];
  }
}

/** No rule that we know has more of them in a day. */
const PER_DAY = 1;
