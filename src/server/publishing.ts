/** What anonymous authors wrote comes out once a day, together: looked for from seven in the morning on. */
import type { Pool } from 'pg';
import { bySpace } from './by-space';
import { addDays } from '../model/day';
import { toHour } from '../model/hour';
import { PUBLISH_HOUR } from '../model/limits';
import { toDay } from '../model/today';
import type { Day, Id } from '../model/types';

export interface PublishingOptions {
  pool: Pool;
  /** Does so for a space, in one transaction of the instance's own: the second who tries finds nothing left. */
  publishWaiting: (spaceId: Id) => Promise<unknown>;
  now: () => Date;
  timeZone: string;
  onError: (error: unknown) => void;
}

/** The last day whose hour of publication has come. What a server that was down missed, comes out when it is back. */
export function publishedUntil(now: Date, timeZone: string): Day {
  const today = toDay(now, timeZone);
  return toHour(now, timeZone) < PUBLISH_HOUR ? addDays(today, -1) : today;
}

/** To be called every now and then; does nothing while it is at it. */
export function publishing({ pool, publishWaiting, now, timeZone, onError }: PublishingOptions): () => void {
  const due = async () => {
    const { rows } = await pool.query<{ space_id: Id }>('select space_id from samen.spaces_waiting($1)', [
      publishedUntil(now(), timeZone),
    ]);
    return rows.map(({ space_id: spaceId }) => spaceId);
  };
  return bySpace({ due, work: publishWaiting, onError });
}
