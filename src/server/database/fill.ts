import type { Pool } from 'pg';
import { TABLES } from './tables';
import type { Audience, Id } from '../../model/types';
import type { RowKind, Rows } from '../../service/storage';

export interface FilledRow {
  version: number;
  audience: Audience;
  row: Rows[RowKind];
}

/**
 * Puts a space into the database when it is not there yet, as whoever owns the tables; one transaction.
 * Keys are `kind/id`. Whether it did.
 */
export async function fillSpace(owner: Pool, spaceId: Id, rows: ReadonlyMap<string, FilledRow>): Promise<boolean> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query('select 1 from samen.spaces where space_id = $1', [spaceId]);
    if (rowCount) return false;
    // The space goes before what is in it, whatever the order it was given in.
    const inOrder = [...rows].sort(([a], [b]) => Number(b.startsWith('space/')) - Number(a.startsWith('space/')));
    for (const [key, { version, audience, row }] of inOrder) {
      const [kind, id] = key.split('/') as [RowKind, Id];
      await client.query(
        `insert into ${TABLES[kind]} (space_id, id, version, audience, data) values ($1, $2, $3, $4, $5)`,
        [spaceId, id, version, audience, JSON.stringify(row)],
      );
    }
    await client.query('commit');
    return true;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
