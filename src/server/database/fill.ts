import type { Pool, PoolClient } from 'pg';
import { proofOf, secretOf } from './proof';
import type { Prove } from './proof';
import { BY_PROOF, TABLES } from './tables';
import type { Audience, Id } from '../../model/types';
import type { RowKind, Rows } from '../../service/storage';

export interface FilledRow {
  version: number;
  audience: Audience;
  row: Rows[RowKind];
}

/** Who wrote what does not say so, by its id: with the server's own key their rows get a proof. */
export interface FilledAuthors {
  prove: Prove;
  authors: ReadonlyMap<Id, Id>;
}

/** First what others need to be there: the space, then its members, who bring their salts. */
const ORDER: readonly RowKind[] = ['space', 'member'];

/**
 * Puts a space into the database when it is not there yet, as whoever owns the tables; one transaction.
 * Keys are `kind/id`. Whether it did.
 */
export async function fillSpace(
  owner: Pool,
  spaceId: Id,
  rows: ReadonlyMap<string, FilledRow>,
  authorship?: FilledAuthors,
): Promise<boolean> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query('select 1 from samen.spaces where space_id = $1', [spaceId]);
    if (rowCount) return false;
    const all = [...rows].map(([key, filled]) => {
      const [kind, id] = key.split('/') as [RowKind, Id];
      return { kind, id, ...filled };
    });
    const isEarly = ({ kind }: { kind: RowKind }) => ORDER.includes(kind);
    const early = all.filter(isEarly).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    for (const each of early) await insert(client, spaceId, each);
    const proofs = authorship ? await proofsOf(client, spaceId, authorship) : new Map<Id, string>();
    for (const each of all.filter((one) => !isEarly(one))) {
      const authorProof = BY_PROOF.has(each.kind) && !('authorId' in each.row) ? proofs.get(each.id) : undefined;
      await insert(client, spaceId, {
        ...each,
        row: { ...each.row, ...(authorProof && { authorProof }) } as typeof each.row,
      });
    }
    await client.query('commit');
    return true;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function insert(
  client: PoolClient,
  spaceId: Id,
  { kind, id, version, audience, row }: FilledRow & { kind: RowKind; id: Id },
): Promise<void> {
  await client.query(
    `insert into ${TABLES[kind]} (space_id, id, version, audience, data) values ($1, $2, $3, $4, $5)`,
    [...[spaceId, id, version, audience], JSON.stringify(row)],
  );
}

async function proofsOf(
  client: PoolClient,
  spaceId: Id,
  { prove, authors }: FilledAuthors,
): Promise<ReadonlyMap<Id, string>> {
  const { rows } = await client.query<{ person_id: Id; salt: string }>(
    'select person_id, salt from samen.author_salts where space_id = $1',
    [spaceId],
  );
  const salts = new Map(rows.map(({ person_id, salt }) => [person_id, salt]));
  return new Map(
    [...authors].flatMap(([id, personId]): [Id, string][] => {
      const salt = salts.get(personId);
      return salt === undefined ? [] : [[id, proofOf(secretOf(prove, { spaceId, id, personId, salt }))]];
    }),
  );
}
