/** The named queries of results and ideas, in SQL. */
import type { Asked, NamedQuery } from './queries';
import type { QueryName } from '../../service/storage';

const DAY = /^\d{4}-\d\d-\d\d$/;

export type ResultQuery = Extract<QueryName, 'results' | 'resultsById' | 'ideas' | 'ideasById'>;

/** Space, audiences, the place of the row before, how many. */
const asked = ({ spaceId, audiences, after, limit }: Asked) => [
  ...[spaceId, audiences, after?.[0] ?? null, after?.[1] ?? '', limit],
];

/** A draft is also the core team's, where it may read what it is to become. */
const RESULTS = `select data, changed_on as newest, id from samen.results
    where space_id = $1 and (audience = any ($2::text[]) or (not is_published and $6::boolean and meant_for = any ($2::text[])))
      and ($3::text is null or changed_on < $3 or (changed_on = $3 and id > $4))`;
const IDEAS = `select data, created_on as newest, id from samen.ideas
    where space_id = $1 and audience = any ($2::text[])
      and ($3::text is null or created_on < $3 or (created_on = $3 and id > $4))`;

export const RESULT_QUERIES: { [Q in ResultQuery]: NamedQuery<Q> } = {
  results: {
    newest: DAY,
    text: `${RESULTS}
      and ($7::text is null or status = $7) and ($8::text is null or data -> 'driverIds' ? $8)
      and ($9::boolean is null or is_published = $9)
      order by changed_on desc, id limit $5`,
    values: ({ status, driverId, only }, query) => [
      ...asked(query),
      ...[query.isCoreTeam, status ?? null, driverId ?? null, only === undefined ? null : only === 'published'],
    ],
  },
  resultsById: {
    newest: DAY,
    text: `${RESULTS} and id = any ($7::text[]) order by changed_on desc, id limit $5`,
    values: ({ ids }, query) => [...asked(query), query.isCoreTeam, ids],
  },
  ideas: {
    newest: DAY,
    text: `${IDEAS} and ($6::text is null or status = $6) order by created_on desc, id limit $5`,
    values: ({ status }, query) => [...asked(query), status ?? null],
  },
  ideasById: {
    newest: DAY,
    text: `${IDEAS} and id = any ($6::text[]) order by created_on desc, id limit $5`,
    values: ({ ids }, query) => [...asked(query), ids],
  },
};
