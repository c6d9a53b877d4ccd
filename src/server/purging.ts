/** What is kept longer than its space wants goes, once a day (model/retention.ts). */
import type { Pool } from 'pg';
import { bySpace } from './by-space';
import type { Day, Id } from '../model/types';

export interface PurgingOptions {
  pool: Pool;
  /** Does so for a space, in one transaction of the instance's own: the second who tries finds nothing left. */
  purge: (spaceId: Id) => Promise<unknown>;
  today: () => Day;
  onError: (error: unknown) => void;
}

/** To be called every now and then; does nothing while it is at it, nor a second time on a day on which all went well. */
export function purging({ pool, purge, today, onError }: PurgingOptions): () => void {
  let doneOn: Day | undefined;
  return bySpace({
    due: async () => {
      const day = today();
      if (doneOn === day) return [];
      const { rows } = await pool.query<{ space_id: Id }>('select space_id from samen.spaces_retaining()');
      doneOn = day;
      return rows.map(({ space_id: spaceId }) => spaceId);
    },
    work: purge,
    onError: (error) => {
      doneOn = undefined;
      onError(error);
    },
  });
}
