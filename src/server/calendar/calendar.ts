/** A calendar as readers know it (RFC 5545): titles and dates, of what its person may see today. */
import ical, { ICalEventTransparency } from 'ical-generator';
import { occurrencesOf } from './occurrences';
import type { Day, Id, Moment } from '../../model/types';

/** What the database answers to who has a key (samen.calendar). */
export type CalendarRow =
  | { kind: 'space'; id: Id; title: string }
  | {
      kind: 'session';
      id: Id;
      title: string;
      starts_at: Moment;
      minutes: number;
      recurrence: string | null;
    }
  | { kind: 'ball'; id: Id; title: string; due_on: Day };

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** What was is still looked up for a month; what comes, for a year. */
const BACK_DAYS = 31;
const AHEAD_DAYS = 366;
const MOST_OF_ONE = 60;
/** Readers that heed it ask anew after so many seconds. */
const ASK_AGAIN_SECONDS = 3_600;

/** The text of the calendar; undefined when these rows are of none. The same all day, as long as nothing changes. */
export function calendarOf(rows: readonly CalendarRow[], now: Date, timeZone: string): string | undefined {
  const space = rows.find(({ kind }) => kind === 'space');
  if (!space) return undefined;
  const stamp = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  const calendar = ical({
    name: space.title,
    prodId: { company: 'Samen', product: 'samen-server', language: 'NL' },
    ttl: ASK_AGAIN_SECONDS,
  });
  const between = {
    ...{ from: new Date(stamp.getTime() - BACK_DAYS * DAY_MS), until: new Date(stamp.getTime() + AHEAD_DAYS * DAY_MS) },
    ...{ timeZone, atMost: MOST_OF_ONE },
  };
  for (const row of rows) {
    if (row.kind === 'session') {
      const again = { startsAt: row.starts_at, ...(row.recurrence !== null && { recurrence: row.recurrence }) };
      // Each time by itself: no reader has to know our time zones, nor how a rule is meant.
      for (const start of occurrencesOf(again, between))
        calendar.createEvent({
          id: `session-${row.id}-${start.replace(/\D/g, '').slice(0, 12)}@${space.id}.samen`,
          summary: row.title,
          start: new Date(start),
          end: new Date(new Date(start).getTime() + row.minutes * MINUTE_MS),
          stamp,
        });
    }
    if (row.kind === 'ball')
      calendar.createEvent({
        id: `ball-${row.id}@${space.id}.samen`,
        summary: `Bal: ${row.title}`,
        start: new Date(`${row.due_on}T00:00:00Z`),
        allDay: true,
        // Something to do by then, not a day that is taken.
        transparency: ICalEventTransparency.TRANSPARENT,
        stamp,
      });
  }
  return calendar.toString();
}
