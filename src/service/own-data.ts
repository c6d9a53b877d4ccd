/**
 * Everything of whoever asks, and nothing of others: what names them, and what they wrote without their name, found by
 * its proof. What only keeps a row safe is left out.
 */
import { memberOf } from './context';
import type { Context } from './context';
import { everyRow } from './every-row';
import { myUnnamedIds, mineOf, myWaiting } from './own-writing';
import type { OwnData } from '../model/privacy-types';
import type { Id } from '../model/types';

/** Proofs and hashes are nobody's data, and of no use but to who guards them. */
const GUARDS: ReadonlySet<string> = new Set(['authorProof', 'sortKey', 'keyHash']);

export async function ownData(context: Context): Promise<OwnData> {
  memberOf(context);
  const { viewer, today } = context;
  const { personId, spaceId } = viewer;
  const kinds: Record<string, unknown[]> = {};
  const add = (kind: string, row: object) => (kinds[kind] ??= []).push(withoutGuards(row));
  for (const { kind, id, row } of await everyOwnRow(context)) {
    // Of a ball only the offer is theirs.
    add(kind === 'ball' ? 'offer' : kind, kind === 'ball' ? { itemId: id, ...row.offer } : row);
  }
  for (const each of await unnamed(context)) add(each.kind, each.row);
  for (const waiting of await myWaiting(context)) add('waiting', waiting);
  return { personId, spaceId, exportedOn: today, kinds };
}

const everyOwnRow = ({ tx, viewer: { personId } }: Context) =>
  everyRow((cursor) => tx.query('ownRows', { personId }, { limit: 1000, cursor }));

/** What does not say whose it is; a picture with all its bytes. */
async function unnamed(context: Context): Promise<{ kind: string; row: object }[]> {
  const { tx } = context;
  const proofs = await everyRow((cursor) => tx.query('otherProofs', {}, { limit: 5000, cursor }));
  const mine = async (kind: 'reply' | 'picture'): Promise<{ kind: 'reply' | 'picture'; ids: Id[] }> => ({
    kind,
    ids: await mineOf(
      context,
      proofs.filter((each) => each.kind === kind),
    ),
  });
  const all = [
    { kind: 'experience' as const, ids: await myUnnamedIds(context) },
    await mine('reply'),
    await mine('picture'),
  ];
  const found: { kind: string; row: object }[] = [];
  for (const { kind, ids } of all) {
    for (const id of ids) {
      const row = await tx.load(kind, id);
      if (row) found.push({ kind, row });
    }
  }
  return found;
}

function withoutGuards(row: object): object {
  const plain = Object.entries(row).flatMap(([key, value]): [string, unknown][] => {
    if (GUARDS.has(key)) return [];
    const isThing = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [[key, isThing ? withoutGuards(value as object) : value]];
  });
  return Object.fromEntries(plain);
}
