import { SamenError } from '../../model/errors';
import type { PageOf, Queries, QueryName, RowKind } from '../../service/storage';

type QueryTable = {
  [Q in QueryName]: {
    kind: RowKind;
    keep?: (row: Queries[Q]['row'], args: Queries[Q]['args']) => boolean;
    /** The last of these first. */
    newest?: keyof Queries[Q]['row'] & string;
    /** Among equals, by this one. */
    by: keyof Queries[Q]['row'] & string;
  };
};

/** The named queries of the port, as filters and orders of rows. */
export const QUERIES: QueryTable = {
  members: { kind: 'member', by: 'id' },
  rounds: { kind: 'round', newest: 'number', by: 'id' },
  openRound: { kind: 'round', keep: (row) => row.closedOn === undefined, by: 'id' },
  checkInsOfRound: { kind: 'checkIn', keep: (row, { roundId }) => row.roundId === roundId, by: 'personId' },
  needs: {
    kind: 'need',
    keep: (row, { driverId = row.driverId, partyId = row.partyId }) =>
      row.driverId === driverId && row.partyId === partyId,
    newest: 'createdOn',
    by: 'id',
  },
  meanings: { kind: 'meaning', newest: 'changedOn', by: 'id' },
};

type Place = [newest: string | number, by: string | number];

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
const order = (a: Place, b: Place) => compare(b[0], a[0]) || compare(a[1], b[1]);

/** A page of these rows. A cursor holds the place of the last row, and is still good when that row is gone. */
export function queried<Q extends QueryName>(
  name: Q,
  rows: readonly Queries[Q]['row'][],
  args: Queries[Q]['args'],
  page: { limit: number; cursor?: string } = { limit: Infinity },
): PageOf<Queries[Q]['row']> {
  const { keep, newest, by } = QUERIES[name];
  const placeOf = (row: Queries[Q]['row']): Place => [newest ? (row[newest] as string) : 0, row[by] as string];
  const after = page.cursor === undefined ? undefined : parseCursor(page.cursor);
  const left = rows
    .filter((row) => (!keep || keep(row, args)) && (!after || order(after, placeOf(row)) < 0))
    .sort((a, b) => order(placeOf(a), placeOf(b)));
  const shown = left.slice(0, page.limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: last && shown.length < left.length ? JSON.stringify(placeOf(last)) : undefined };
}

function parseCursor(cursor: string): Place {
  try {
    const [newest, by] = JSON.parse(cursor) as Place;
    return [newest, by];
  } catch (cause) {
    throw new SamenError('invalid', 'Not a cursor', { cause, fields: [{ pointer: '/cursor', code: 'format' }] });
  }
}
