/** That an offer lapsed follows from the time, for everybody at once; that it did is written in the log, once. */
import type { Pool } from 'pg';
import { bySpace } from './by-space';
import type { Id } from '../model/types';

/** Seven days, each of twenty-four hours, whatever the clock on the wall does meanwhile. */
const LAPSES_AFTER_MS = 7 * 86_400_000;

export interface LapsingOptions {
  pool: Pool;
  /** Logs what lapsed in a space, in one transaction of the instance's own: the second who tries finds nothing left. */
  logLapsed: (spaceId: Id) => Promise<unknown>;
  now: () => Date;
  onError: (error: unknown) => void;
}

/** To be called every now and then; does nothing while it is at it. */
export function lapsing({ pool, logLapsed, now, onError }: LapsingOptions): () => void {
  const due = async () => {
    const offeredBefore = new Date(now().getTime() - LAPSES_AFTER_MS).toISOString();
    const { rows } = await pool.query<{ space_id: Id }>('select space_id from samen.spaces_lapsed($1)', [
      offeredBefore,
    ]);
    return rows.map(({ space_id: spaceId }) => spaceId);
  };
  return bySpace({ due, work: logLapsed, onError });
}
