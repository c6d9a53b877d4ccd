import type { FilledRow } from '../../src/server/database/fill';
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
