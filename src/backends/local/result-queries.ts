/** The queries of results and ideas over rows in this browser. As the SQL ones (src/server/database). */
import type { Looked } from './looked';
import type { Placed } from './queries';
import type { Idea, Result } from '../../model/result-types';
import type { Queries, ResultArgs } from '../../service/storage';

export type ResultQuery = 'results' | 'resultsById' | 'ideas' | 'ideasById';

const QUERIES: {
  [Q in ResultQuery]: (looked: Looked, args: Queries[Q]['args']) => Queries[Q]['row'][];
} = {
  results: ({ all }, args) => all('result').filter((result) => isMeant(result, args)),
  resultsById: ({ all }, { ids }) => all('result').filter(({ id }) => ids.includes(id)),
  ideas: ({ all }, { status }) => all('idea').filter((idea) => !status || idea.status === status),
  ideasById: ({ all }, { ids }) => all('idea').filter(({ id }) => ids.includes(id)),
};

const byChange = ({ changedOn, id }: Result): [string, string] => [changedOn, id];
const byDay = ({ createdOn, id }: Idea): [string, string] => [createdOn, id];

const PLACES: Placed = { results: byChange, resultsById: byChange, ideas: byDay, ideasById: byDay };

export const RESULT_QUERIES = { queries: QUERIES, places: PLACES };

function isMeant({ status, driverIds, publication }: Result, args: ResultArgs): boolean {
  return (
    (!args.status || status === args.status) &&
    (!args.driverId || driverIds.includes(args.driverId)) &&
    (!args.only || (publication !== undefined) === (args.only === 'published'))
  );
}
