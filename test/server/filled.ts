import type { Pool } from 'pg';
import type { FilledRow } from '../../src/server/database/fill';
import { TABLES } from '../../src/server/database/tables';
import type { SeedRow } from '../backends/conformance/kit';

/** Rows of a conformance test, as a database is filled with them. */
export function filled(rows: readonly SeedRow[]): Map<string, FilledRow> {
  return new Map(
    rows.map(({ kind, id, audience, row }) => {
      const version = 'version' in row && typeof row.version === 'number' ? row.version : 1;
      // Whose it is that waits, stands in no row.
      return [`${kind}/${id}`, { version, audience: kind === 'waiting' ? 'everyone' : audience, row }];
    }),
  );
}

/** Those that others point at come last; who left is written down as members go. Not the numbers of changes: who listens is in them. */
const TO_EMPTY = ['samen.author_salts', ...Object.values(TABLES)].reverse().concat('samen.left_members');

/** Empties the database. For a few rows that is a tenth of the work that `truncate` is, which makes each file anew. */
export async function empty(owner: Pick<Pool, 'query'>): Promise<void> {
  await owner.query(TO_EMPTY.map((table) => `delete from ${table}`).join(';'));
}
