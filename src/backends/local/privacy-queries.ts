/** The queries of what is kept of somebody, and for how long, over rows in this browser. */
import type { Looked } from './looked';
import type { Placed } from './queries';
import { endsWithTime, isOver, isPast } from '../../model/retention';
import type { Day, Id, RetainedKind } from '../../model/types';
import type { OwnKind, OwnRow, Queries, Rows } from '../../service/storage';

export type PrivacyQuery = 'otherProofs' | 'ownRows' | 'outlived';

/** Of each kind, whose it says that it is. */
const OWNERS: {
  [K in OwnKind]: [whose: (row: Rows[K]) => Id | undefined, idOf: (row: Rows[K], person: Id) => string];
} = {
  member: [({ id }) => id, ({ id }) => id],
  checkIn: [({ personId }) => personId, ({ roundId }, person) => `${roundId}.${person}`],
  need: [({ writtenBy }) => writtenBy, ({ id }) => id],
  meaning: [({ personId }) => personId, ({ id }) => id],
  experience: [({ authorId }) => authorId, ({ id }) => id],
  reply: [({ authorId }) => authorId, ({ id }) => id],
  reaction: [
    ({ personId }) => personId,
    ({ experienceId, reaction }, person) => `${experienceId}.${reaction}.${person}`,
  ],
  packing: [({ personId }) => personId, ({ experienceId }, person) => `${experienceId}.${person}`],
  logEntry: [({ byPersonId }) => byPersonId, ({ id }) => id],
  ball: [({ offer }) => offer?.byPersonId, ({ id }) => id],
  calendarKey: [() => undefined, (_, person) => person],
  preferences: [() => undefined, (_, person) => person],
  idea: [({ writtenBy }) => writtenBy, ({ id }) => id],
};

/** Of each kind, the day it was last written on, of a need and an idea the day it was made; without one, it is kept. */
const WRITTEN: { [K in RetainedKind]: (row: Rows[K]) => Day | undefined } = {
  experience: (row) => (endsWithTime(row) ? row.writtenOn : undefined),
  reply: ({ writtenOn }) => writtenOn,
  need: ({ createdOn }) => createdOn,
  meaning: ({ changedOn }) => changedOn,
  agendaItem: (row) => (isOver(row) ? row.changedOn : undefined),
  session: (row) => (isPast(row) ? row.startsAt.slice(0, 10) : undefined),
  idea: ({ createdOn }) => createdOn,
  result: ({ changedOn }) => changedOn,
  keptReport: ({ keptOn }) => keptOn,
  logEntry: ({ on }) => on,
};

function ownOf<K extends OwnKind>({ all, get }: Looked, kind: K, personId: Id): OwnRow[] {
  const [whose, idOf] = OWNERS[kind];
  const isByPerson = kind === 'calendarKey' || kind === 'preferences';
  const rows = isByPerson ? [get(kind, personId)] : all(kind, true).filter((row) => whose(row) === personId);
  return rows.flatMap((row) => (row ? [{ kind, id: idOf(row, personId), row } as unknown as OwnRow] : []));
}

function outlived<K extends RetainedKind>({ all }: Looked, kind: K, before: Day): { id: Id }[] {
  return all(kind, true).flatMap((row) => {
    const day = WRITTEN[kind](row);
    return day !== undefined && day < before ? [{ id: row.id }] : [];
  });
}

const QUERIES: { [Q in PrivacyQuery]: (looked: Looked, args: Queries[Q]['args']) => Queries[Q]['row'][] } = {
  otherProofs: ({ all }) => [
    ...all('reply').flatMap(({ id, authorProof }) =>
      authorProof ? [{ kind: 'reply' as const, id, authorProof }] : [],
    ),
    ...all('picture').map(({ id, authorProof }) => ({ kind: 'picture' as const, id, authorProof })),
  ],
  ownRows: (looked, { personId, kinds = Object.keys(OWNERS) as OwnKind[] }) =>
    personId && personId === looked.viewer.personId ? kinds.flatMap((kind) => ownOf(looked, kind, personId)) : [],
  outlived: (looked, { kind, before }) => outlived(looked, kind, before),
};

const PLACES: Placed = {
  otherProofs: (row) => [0, `${row.kind} ${row.id}`],
  ownRows: (row) => [0, `${row.kind} ${row.id}`],
};

export const PRIVACY_QUERIES = { queries: QUERIES, places: PLACES };
