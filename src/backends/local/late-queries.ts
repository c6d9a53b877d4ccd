/** Queries of other screens than the first; fetched when somebody goes there. */
import * as lateRows from './late-rows';
import type { Asked, Placed, QueryTable } from './queries';
import { addLate } from './stored-row';
import { late } from '../../service/late';
import type { QueryName } from '../../service/storage';

export type LateQuery = 'members' | 'checkInsOfRound' | 'needs' | 'meanings';

const QUERIES: QueryTable<LateQuery> = {
  members: ({ all }) => all('member'),
  checkInsOfRound: ({ all }, { roundId }) => all('checkIn').filter((row) => row.roundId === roundId),
  needs: ({ all }, { driverId, partyId }) =>
    all('need').filter(
      (row) => row.driverId === (driverId ?? row.driverId) && row.partyId === (partyId ?? row.partyId),
    ),
  meanings: ({ all }) => all('meaning'),
};

const PLACES: Placed = {
  checkInsOfRound: (row) => [0, row.personId],
  needs: (row) => [row.createdOn, row.id],
  meanings: (row) => [row.changedOn, row.id],
};

const HERE: Asked = { queries: QUERIES, places: PLACES };

/** Those among which this one is; the backpack's and the agenda's are files of their own. */
export async function queriesWith(name: QueryName): Promise<Asked> {
  // Their rows are looked at within the query, which cannot wait.
  addLate(lateRows);
  if (name in QUERIES) return HERE;
  const { AGENDA_QUERIES } = await late(import('./agenda-queries'));
  return name in AGENDA_QUERIES.queries
    ? AGENDA_QUERIES
    : (await late(import('./experience-queries'))).EXPERIENCE_QUERIES;
}
