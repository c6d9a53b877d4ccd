import type { Pool } from 'pg';
import { calendarOf } from './calendar';
import type { CalendarRow } from './calendar';
import { calendarKeyHash, isCalendarKey } from './key';
import { asSamenError } from '../database/pg-storage';

/** More than this of either kind is in no calendar of people. */
const AT_MOST = 500;

export interface CalendarsOptions {
  pool: Pool;
  now: () => Date;
  /** Of the spaces. */
  timeZone: string;
}

/** Answers the calendar of a key, or nothing: to the database alone is it known whose it is. */
export function calendarReader({ pool, now, timeZone }: CalendarsOptions) {
  return async (key: string): Promise<string | undefined> => {
    if (!isCalendarKey(key)) return undefined;
    const { rows } = await pool
      .query<CalendarRow>({
        name: 'calendar',
        text: 'select * from samen.calendar($1, $2)',
        values: [calendarKeyHash(key), AT_MOST],
      })
      .catch((error: unknown) => {
        throw asSamenError(error);
      });
    return calendarOf(rows, now(), timeZone);
  };
}
