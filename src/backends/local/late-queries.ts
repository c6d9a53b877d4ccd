/** Queries of other screens than the first; fetched when somebody goes there. */
import * as lateRows from './late-rows';
import type { PrivacyQuery } from './privacy-queries';
import type { Asked, Placed, QueryTable } from './queries';
import { addLate } from './stored-row';
import type { ResultQuery } from './result-queries';
import type { StoryQuery } from './story-queries';
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

const PRIVACY: ReadonlySet<QueryName> = new Set<PrivacyQuery>(['otherProofs', 'ownRows', 'outlived']);
const RESULTS: ReadonlySet<QueryName> = new Set<ResultQuery>(['results', 'resultsById', 'ideas', 'ideasById']);
const STORIES: ReadonlySet<QueryName> = new Set<StoryQuery>([
  ...(['tied', 'tiedToDriver', 'counted', 'handoversCounted', 'itemsFinished'] as const),
  ...(['experiencesCounted', 'keptReports'] as const),
]);

/** Those among which this one is; each widget's, and those of what is told of all together, are files of their own. */
export async function queriesWith(name: QueryName): Promise<Asked> {
  // Their rows are looked at within the query, which cannot wait.
  addLate(lateRows);
  if (name in QUERIES) return HERE;
  if (PRIVACY.has(name)) return (await late(import('./privacy-queries'))).PRIVACY_QUERIES;
  if (RESULTS.has(name)) return (await late(import('./result-queries'))).RESULT_QUERIES;
  if (STORIES.has(name)) return (await late(import('./story-queries'))).STORY_QUERIES;
  const { AGENDA_QUERIES } = await late(import('./agenda-queries'));
  return name in AGENDA_QUERIES.queries
    ? AGENDA_QUERIES
    : (await late(import('./experience-queries'))).EXPERIENCE_QUERIES;
}
