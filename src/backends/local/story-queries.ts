/** The queries of the chain, the figures and the report over rows in this browser. As the SQL ones (src/server/database). */
import type { Looked } from './looked';
import type { Place, Placed } from './queries';
import type { Handover } from '../../model/agenda-types';
import { dayOf, isTied, newestFirst } from '../../model/chain';
import type { ChainThing } from '../../model/chain';
import type { Experience } from '../../model/experience-types';
import { EXPERIENCE_KINDS } from '../../model/experience-types';
import type { Result } from '../../model/result-types';
import type { Id } from '../../model/types';
import { maySee } from '../../model/visibility';
import type { Queries } from '../../service/storage';

export type StoryQuery =
  'tied' | 'tiedToDriver' | 'counted' | 'handoversCounted' | 'itemsFinished' | 'experiencesCounted' | 'keptReports';

const KINDS: readonly ChainThing['kind'][] = ['experience', 'need', 'idea', 'agendaItem', 'result'];

const QUERIES: {
  [Q in StoryQuery]: (looked: Looked, args: Queries[Q]['args']) => Queries[Q]['row'][];
} = {
  tied: (looked, { ties }) =>
    things(looked)
      .filter((thing) => isTied(thing, ties))
      .map(withId),
  tiedToDriver: (looked, { driverId, most }) => {
    const all = things(looked).filter((thing) => has(thing, driverId));
    return KINDS.flatMap((kind) =>
      all
        .filter((thing) => thing.kind === kind)
        .sort(newestFirst)
        .slice(0, most)
        .map(withId),
    );
  },
  counted: (looked, { days }) => {
    const [results, experiences, handovers] = [published(looked), inFeed(looked), seen(looked).filter(isTurn)];
    return days.map(({ day, endsAt }) => ({
      id: day,
      results: results.filter(({ publication }) => publication && publication.on <= day).length,
      experiences: experiences.filter(({ writtenOn }) => writtenOn <= day).length,
      handovers: handovers.filter(({ at }) => at < endsAt).length,
    }));
  },
  handoversCounted: (looked, { since, before }) => {
    const counted = new Map<string, Queries['handoversCounted']['row']>();
    for (const { kind, fromPartyId, toPartyId, at } of seen(looked)) {
      if (at < since || at >= before) continue;
      const id = [kind, fromPartyId ?? '', toPartyId ?? ''].join('.');
      const times = (counted.get(id)?.times ?? 0) + 1;
      counted.set(id, { id, kind, ...(fromPartyId && { fromPartyId }), ...(toPartyId && { toPartyId }), times });
    }
    return [...counted.values()];
  },
  itemsFinished: (looked, { since, before }) => {
    const done = new Set(looked.all('agendaItem').flatMap(({ id, status }) => (status === 'done' ? [id] : [])));
    const cleared = seen(looked).filter(
      ({ itemId, kind, at }) => kind === 'cleared' && done.has(itemId) && at >= since && at < before,
    );
    return [{ id: 'finished', count: new Set(cleared.map(({ itemId }) => itemId)).size }];
  },
  experiencesCounted: (looked, { from, until }) => {
    const written = inFeed(looked).filter(({ writtenOn }) => writtenOn >= from && writtenOn <= until);
    return EXPERIENCE_KINDS.flatMap((id) => {
      const count = written.filter(({ kind }) => kind === id).length;
      return count > 0 ? [{ id, count }] : [];
    });
  },
  keptReports: ({ all }) => all('keptReport'),
};

const newest = ({ id, thing }: Queries['tied']['row']): Place => [dayOf(thing), id];

const PLACES: Placed = {
  tied: newest,
  tiedToDriver: newest,
  keptReports: ({ until, id }) => [until, id],
};

export const STORY_QUERIES = { queries: QUERIES, places: PLACES };

const withId = (thing: ChainThing) => ({ id: `${thing.kind}.${thing.row.id}`, thing });
const isTurn = ({ kind }: Handover): boolean => kind === 'accepted' || kind === 'taken';

function has(thing: ChainThing, driverId: Id): boolean {
  return thing.kind === 'need' ? thing.row.driverId === driverId : thing.row.driverIds.includes(driverId);
}

/** All that can stand in a chain, for the viewer and for all the readers that it has. */
function things(looked: Looked): ChainThing[] {
  const { all, viewer } = looked;
  return [
    ...inFeed(looked).map((row) => ({ kind: 'experience' as const, row })),
    ...all('need').map((row) => ({ kind: 'need' as const, row })),
    ...all('idea')
      .filter(({ audience }) => maySee(audience, viewer))
      .map((row) => ({ kind: 'idea' as const, row })),
    ...all('agendaItem').map((row) => ({ kind: 'agendaItem' as const, row })),
    ...published(looked).map((row) => ({ kind: 'result' as const, row })),
  ];
}

function inFeed({ all, viewer }: Looked): Experience[] {
  return all('experience').filter(
    ({ audience, status, hidden }) => status === 'published' && !hidden && maySee(audience, viewer),
  );
}

function published({ all, viewer }: Looked): Result[] {
  return all('result').filter(({ audience, publication }) => publication && maySee(audience, viewer));
}

/** The log, of items that the viewer may see. */
function seen({ all }: Looked): Handover[] {
  const items = new Set(all('agendaItem').map(({ id }) => id));
  return all('handover').filter(({ itemId }) => items.has(itemId));
}
