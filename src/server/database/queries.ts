/**
 * The named queries of the port, in SQL. Each is prepared once a connection, under its name. Pages go on
 * after the place of the last row, so that a page stays right when rows come and go.
 */
import { AGENDA_QUERIES } from './agenda-queries';
import { EXPERIENCE_QUERIES } from './experience-queries';
import { PRIVACY_QUERIES } from './privacy-queries';
import { RESULT_QUERIES } from './result-queries';
import { STORY_QUERIES } from './story-queries';
import { SamenError } from '../../model/errors';
import type { Audience, Id } from '../../model/types';
import type { Queries, QueryName } from '../../service/storage';

export interface Asked {
  spaceId: Id;
  /** Empty for who looks through the eyes of somebody else. */
  personId: Id;
  audiences: readonly Audience[];
  isCoreTeam: boolean;
  /** Of the viewer, of what the query is about. */
  proofs: readonly string[];
  limit: number;
  /** The place of the last row of the page before. */
  after: Place | undefined;
}

/** What a row is ordered by: newest first, then by id. */
export type Place = readonly [newest: string, id: string];

export interface NamedQuery<Q extends QueryName> {
  text: string;
  /** The form of its places: of another list's, the database would make nothing. */
  newest: RegExp;
  values: (args: Queries[Q]['args'], asked: Asked) => unknown[];
  /** Things that the viewer may have written without their name, and proves so. */
  about?: (args: Queries[Q]['args']) => readonly Id[];
}

const NOTHING = /^$/;
const NUMBER = /^\d{1,9}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Each gives `data`, and `newest` and `id` as its place. */
export const QUERIES: { [Q in QueryName]: NamedQuery<Q> } = {
  members: {
    newest: NOTHING,
    text: `select data, '' as newest, id from samen.members
      where space_id = $1 and id > $2 order by id limit $3`,
    values: (_, { spaceId, after, limit }) => [spaceId, after?.[1] ?? '', limit],
  },
  rounds: {
    newest: NUMBER,
    text: `select data, number::text as newest, id from samen.rounds
      where space_id = $1 and ($2::integer is null or number < $2 or (number = $2 and id > $3))
      order by number desc, id limit $4`,
    values: (_, { spaceId, after, limit }) => [spaceId, after?.[0] ?? null, after?.[1] ?? '', limit],
  },
  openRound: {
    newest: NOTHING,
    text: `select data, '' as newest, id from samen.rounds where space_id = $1 and closed_on is null limit $2`,
    values: (_, { spaceId, limit }) => [spaceId, limit],
  },
  checkInsOfRound: {
    newest: NOTHING,
    text: `select data, '' as newest, id from samen.check_ins_of_round($1, $2, $3)`,
    values: ({ roundId }, { after, limit }) => [roundId, after?.[1] ?? '', limit],
  },
  needs: {
    newest: DAY,
    text: `select data, created_on as newest, id from samen.needs
      where space_id = $1 and audience = any ($2::text[])
        and ($3::text is null or driver_id = $3) and ($4::text is null or party_id = $4)
        and ($5::text is null or created_on < $5 or (created_on = $5 and id > $6))
      order by created_on desc, id limit $7`,
    values: ({ driverId, partyId }, { spaceId, audiences, after, limit }) => [
      ...[spaceId, audiences, driverId ?? null, partyId ?? null],
      ...[after?.[0] ?? null, after?.[1] ?? '', limit],
    ],
  },
  meanings: {
    newest: DAY,
    text: `select data, changed_on as newest, id from samen.meanings
      where space_id = $1 and audience = any ($2::text[])
        and ($3::text is null or changed_on < $3 or (changed_on = $3 and id > $4))
      order by changed_on desc, id limit $5`,
    values: (_, { spaceId, audiences, after, limit }) => [
      spaceId,
      audiences,
      after?.[0] ?? null,
      after?.[1] ?? '',
      limit,
    ],
  },
  ...EXPERIENCE_QUERIES,
  ...AGENDA_QUERIES,
  ...PRIVACY_QUERIES,
  ...RESULT_QUERIES,
  ...STORY_QUERIES,
};

export const toCursor = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** Throws `invalid` for what is none of ours, or of a list that is in another order. */
export function fromCursor(cursor: string, form: RegExp): Place {
  const wrong = () => new SamenError('invalid', 'Not a cursor', { fields: [{ pointer: '/cursor', code: 'format' }] });
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw wrong();
  }
  if (!Array.isArray(place) || place.length !== 2) throw wrong();
  const [newest, id] = place as unknown[];
  const isWhole = typeof newest === 'string' && typeof id === 'string';
  if (!isWhole || !form.test(newest) || !/^[A-Za-z0-9.:-]{1,200}$/.test(id)) throw wrong();
  return [newest, id];
}
