import type { AgendaQuery } from './agenda-queries';
import type { ExperienceQuery } from './experience-queries';
import type { LateQuery } from './late-queries';
import type { Looked } from './looked';
import type { PrivacyQuery } from './privacy-queries';
import type { ResultQuery } from './result-queries';
import type { StoryQuery } from './story-queries';
import { SamenError } from '../../model/errors';
import { late } from '../../service/late';
import type { Id } from '../../model/types';
import type { PageOf, Queries, QueryName } from '../../service/storage';

type Rows<Q extends QueryName> = Queries[Q]['row'];
type Query<Q extends QueryName> = (looked: Looked, args: Queries[Q]['args']) => Rows<Q>[];
export type QueryTable<Names extends QueryName> = { [Q in Names]: Query<Q> };

/** The named queries of the port: which rows. Those that no first view of the compass asks come late. */
const QUERIES: QueryTable<
  Exclude<QueryName, LateQuery | ExperienceQuery | AgendaQuery | ResultQuery | StoryQuery | PrivacyQuery>
> = {
  rounds: ({ all }) => all('round'),
  openRound: ({ all }) => all('round').filter((row) => row.closedOn === undefined),
  peers: ({ all }) => {
    const people = new Map<string, { id: Id; partyId: Id; jobTitle: string; people: number }>();
    for (const { partyId, jobTitle, role } of all('member')) {
      if (role === 'admin') continue;
      const id = `${partyId} ${jobTitle}`;
      const peers = people.get(id) ?? { id, partyId, jobTitle, people: 0 };
      people.set(id, { ...peers, people: peers.people + 1 });
    }
    return [...people.values()];
  },
};

export type Place = [newest: string | number, by: string | number];
export type Placed = { [Q in QueryName]?: (row: Rows<Q>) => Place };

/** By what they are ordered: the last of the first, and among equals by the second. Without: by id alone. */
const PLACES: Placed = { rounds: (row) => [row.number, row.id] };

/** Queries, and by what they are ordered. */
export interface Asked {
  queries: object;
  places: object;
}

const HERE: Asked = { queries: QUERIES, places: PLACES };

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
const order = (a: Place, b: Place) => compare(b[0], a[0]) || compare(a[1], b[1]);

/** A page of these rows. A cursor holds the place of the last row, and is still good when that row is gone. */
export async function queried<Q extends QueryName>(
  name: Q,
  looked: Looked,
  args: Queries[Q]['args'],
  page: { limit: number; cursor?: string } = { limit: Infinity },
): Promise<PageOf<Rows<Q>>> {
  const { queries, places } = name in QUERIES ? HERE : await (await late(import('./late-queries'))).queriesWith(name);
  const query = (queries as Partial<Record<QueryName, unknown>>)[name] as Query<Q>;
  const placed = (places as Placed)[name] as ((row: Rows<Q>) => Place) | undefined;
  const placeOf = (row: Rows<Q>): Place => placed?.(row) ?? [0, (row as { id: string }).id];
  const after = page.cursor === undefined ? undefined : parseCursor(page.cursor);
  const rows = query(looked, args);
  const left = rows
    .filter((row) => !after || order(after, placeOf(row)) < 0)
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
