/** That an offer lapsed follows from the time, for everybody at once; that it did is written in the log, once. */
import type { Pool } from 'pg';
import { bySpace } from './by-space';
import { offeredUntil } from '../model/ball';
import type { Id } from '../model/types';

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
    const { rows } = await pool.query<{ space_id: Id }>('select space_id from samen.spaces_lapsed($1)', [
      offeredUntil(now()),
    ]);
    return rows.map(({ space_id: spaceId }) => spaceId);
  };
  return bySpace({ due, work: logLapsed, onError });
}
