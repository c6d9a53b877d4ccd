/**
 * The queries of the agenda over rows in this browser. As the SQL ones (src/server/database), which are written apart
 * and with care for their indexes.
 */
import type { Looked } from './looked';
import type { Placed } from './queries';
import type { AgendaItem, Ball } from '../../model/agenda-types';
import type { Experience } from '../../model/experience-types';
import { jaccard, trigramsOf } from '../../model/trigrams';
import type { Id } from '../../model/types';
import { maySee } from '../../model/visibility';
import type { AgendaArgs, AgendaFound, Queries } from '../../service/storage';

export type AgendaQuery =
  | 'agendaItems'
  | 'agendaItemsById'
  | 'itemsOfExperience'
  | 'followers'
  | 'alike'
  | 'handovers'
  | 'offersLapsed'
  | 'ballsOf'
  | 'sessions'
  | 'methods'
  | 'mostRecognised';

/** Of each draft; and from this likeness on, wording alone can make two items alike enough (model/overlap.ts). */
const AT_MOST = 10;
const WORDED_ALIKE = 0.25;

const QUERIES: {
  [Q in AgendaQuery]: (looked: Looked, args: Queries[Q]['args']) => Queries[Q]['row'][];
} = {
  agendaItems: (looked, args) => found(looked).filter((each) => isMeant(each, args)),
  agendaItemsById: (looked, { ids }) => found(looked).filter(({ item }) => ids.includes(item.id)),
  itemsOfExperience: ({ all }, { experienceId, agendaItemId }) =>
    all('agendaItem')
      .filter((item) => item.experienceId === experienceId || item.id === agendaItemId)
      .map(({ id, title }) => ({ id, title })),
  followers: ({ all }, { id }) =>
    all('agendaItem', true).flatMap((item) => (item.followsId === id ? [{ id: item.id }] : [])),
  alike: ({ all }, { drafts }) => {
    const items = all('agendaItem')
      .filter(isOpen)
      .map((item) => ({ item, trigrams: trigramsOf(wordingOf(item)) }));
    return drafts.flatMap(({ of, wording, topics }) => {
      const mine = trigramsOf(wording);
      return items
        .filter(({ item }) => item.id !== of)
        .map(({ item, trigrams }) => ({
          row: { id: `${of}.${item.id}`, of, item },
          common: item.topics.filter((topic) => topics.includes(topic)).length,
          worded: jaccard(mine, trigrams),
        }))
        .filter(({ common, worded }) => common > 0 || worded >= WORDED_ALIKE)
        .sort((a, b) => b.common - a.common || b.worded - a.worded || (a.row.id < b.row.id ? -1 : 1))
        .slice(0, AT_MOST)
        .map(({ row }) => row);
    });
  },
  handovers: ({ all }, { itemId }) =>
    all('agendaItem').some(({ id }) => id === itemId)
      ? all('handover').filter((handover) => handover.itemId === itemId)
      : [],
  offersLapsed: ({ all }, { offeredUntil }) =>
    all('ball', true).filter(({ offer }) => offer && !offer.isExpiryLogged && offer.offeredAt <= offeredUntil),
  ballsOf: ({ all }, { partyIds }) =>
    all('ball', true).flatMap(({ id, holderId, offer }) =>
      [holderId, offer?.toPartyId].flatMap((partyId) =>
        partyId && partyIds.includes(partyId) ? [{ id, partyId }] : [],
      ),
    ),
  sessions: ({ all }) => all('session'),
  methods: ({ all }) => all('method'),
  mostRecognised: ({ all, viewer }, { since }) => {
    const recognised = new Map<Id, number>();
    for (const { experienceId, reaction } of all('reaction')) {
      if (reaction === 'recognise') recognised.set(experienceId, (recognised.get(experienceId) ?? 0) + 1);
    }
    const isInFeed = ({ audience, hidden, status, writtenOn }: Experience) =>
      maySee(audience, viewer) && !hidden && status === 'published' && writtenOn >= since;
    return all('experience').flatMap((experience) => {
      const { id, title } = experience;
      const count = recognised.get(id);
      return count !== undefined && isInFeed(experience) ? [{ id, title, recognised: count }] : [];
    });
  },
};

const byChange = ({ item }: AgendaFound): [string, string] => [item.changedOn, item.id];

const PLACES: Placed = {
  agendaItems: byChange,
  agendaItemsById: byChange,
  // As the query gives them: the likeliest first is for it alone to know, and nobody asks for a second page.
  alike: (row) => [0, row.id],
  handovers: (row) => [row.number, row.id],
  ballsOf: (row) => [0, `${row.id} ${row.partyId}`],
  sessions: (row) => [row.startsAt, row.id],
  mostRecognised: (row) => [row.recognised, row.id],
};

export const AGENDA_QUERIES = { queries: QUERIES, places: PLACES };

const wordingOf = ({ title, question }: AgendaItem): string => `${title} ${question}`;
const isOpen = ({ status }: AgendaItem): boolean => status !== 'done' && status !== 'stopped';

function found({ all }: Looked): AgendaFound[] {
  const items = new Map(all('agendaItem').map((item) => [item.id, item]));
  const balls = new Map(all('ball').map((ball) => [ball.id, ball]));
  return [...items.values()].flatMap((item): AgendaFound[] => {
    const ball = balls.get(item.id);
    if (!ball) return [];
    const followed = both(item.followsId, items, balls);
    return [{ item, ball, ...(followed && { followed }) }];
  });
}

function both(id: Id | undefined, items: ReadonlyMap<Id, AgendaItem>, balls: ReadonlyMap<Id, Ball>) {
  const [item, ball] = id === undefined ? [] : [items.get(id), balls.get(id)];
  return item && ball && { item, ball };
}

function isMeant({ item, ball, followed }: AgendaFound, args: AgendaArgs): boolean {
  const { phaseId, driverId, partyId, holderId, status, mine, waitsFor } = args;
  const joins = (id: Id) => item.participations.some((each) => each.partyId === id);
  const holds = (id: Id) => ball.holderId === id || followed?.ball.holderId === id;
  const does = (id: Id) => item.participations.some((each) => each.partyId === id && each.as === 'doing');
  return (
    (!phaseId || item.phaseId === phaseId) &&
    (!driverId || item.driverIds.includes(driverId)) &&
    (!partyId || joins(partyId)) &&
    (!holderId || holds(holderId)) &&
    (!status || item.status === status) &&
    (!args.isOpen || isOpen(item)) &&
    (!mine || holds(mine) || does(mine)) &&
    (!waitsFor || (isOpen(item) && (ball.holderId === waitsFor || ball.offer?.toPartyId === waitsFor))) &&
    mayHaveSignal(item, ball, args)
  );
}

function mayHaveSignal(item: AgendaItem, { holderId, offer, dueOn, movedAt }: Ball, args: AgendaArgs): boolean {
  const { signal, today = '', offeredUntil = '', movedBefore = '' } = args;
  if (!signal) return true;
  if (!isOpen(item) || item.status === 'paused') return false;
  switch (signal) {
    case 'nobody':
      return holderId === undefined;
    case 'unanswered':
      return offer !== undefined && offer.offeredAt <= offeredUntil;
    case 'overdue':
      return holderId !== undefined && dueOn !== undefined && dueOn < today;
    case 'still':
      return holderId !== undefined && movedAt < movedBefore;
    default:
      return true;
  }
}
