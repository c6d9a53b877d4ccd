import type { Seed } from './conformance/kit';
import type { StoredRow } from '../../src/backends/local/stored-row';

/** Rows as they lie in a browser, by key. */
export const storedRows = (seed: Seed): Map<string, StoredRow> =>
  new Map(
    [...seed].flatMap(([spaceId, rows]) =>
      rows.map(({ kind, id, audience, row }): [string, StoredRow] => [
        `${spaceId}/${kind}/${id}`,
        { form: 1, version: 'version' in row ? row.version : 1, audience, row },
      ]),
    ),
  );
