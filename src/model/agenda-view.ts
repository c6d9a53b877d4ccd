/** An item and its ball as somebody reads them. */
import { follows } from './agenda-item';
import { ballState, lapsesAt, movesFor } from './ball';
import { signalOf } from './signals';
import type { Clock } from './signals';
import type { AgendaItem, AgendaItemView, Ball, BallView, Signal } from './agenda-types';
import type { Id, Viewer } from './types';

/** An item with its ball and, of one that goes along with another which the reader may see, that other. */
export interface Found {
  item: AgendaItem;
  ball: Ball;
  followed?: { item: AgendaItem; ball: Ball };
}

/** The ball of an item or, where it goes along with another, of that one. Who offered it is told to nobody. */
export function ballView(found: Found, viewer: Viewer, { now }: Clock): BallView {
  const { item, followed } = found;
  const isFollowing = follows(found, followed);
  const own = isFollowing ? followed : found;
  const { offer, ...ball } = own.ball;
  return {
    ...ball,
    id: item.id,
    state: ballState(own.item, own.ball, now),
    ...(isFollowing && { ofItemId: followed.item.id }),
    ...(offer && { offer: shown(offer) }),
    moves: movesFor(viewer, own.item, own.ball, now),
  };
}

function shown(offer: NonNullable<Ball['offer']>): NonNullable<BallView['offer']> {
  const { byPersonId: _person, isExpiryLogged: _logged, ...rest } = offer;
  return { ...rest, lapsesAt: lapsesAt(offer) };
}

/** The worst signal of an item; `overlapsWithId` counts when nothing is worse. */
export function signalFound(found: Found, clock: Clock, overlapsWithId?: Id): Signal | undefined {
  return signalOf({ ...found, isFollowing: follows(found, found.followed), overlapsWithId }, clock);
}

/** What things that an item names are there for the reader. */
export interface Seen {
  items: ReadonlySet<Id>;
  experiences: ReadonlySet<Id>;
  sessions: ReadonlySet<Id>;
  ideas: ReadonlySet<Id>;
}

/** Of what is not there, or not for the reader, they are not told by its links either. */
export function itemView(
  found: Found,
  { signal, seen, viewer, clock }: { signal: Signal | undefined; seen: Seen; viewer: Viewer; clock: Clock },
): AgendaItemView {
  const { mergedIntoId, followsId, experienceId, sessionId, ideaId, settled, ...rest } = found.item;
  const isSeen = (ids: ReadonlySet<Id>, id: Id | undefined): id is Id => id !== undefined && ids.has(id);
  return {
    ...rest,
    settled: settled.filter(({ itemId }) => seen.items.has(itemId)),
    ...(isSeen(seen.items, mergedIntoId) && { mergedIntoId }),
    ...(isSeen(seen.items, followsId) && { followsId }),
    ...(isSeen(seen.experiences, experienceId) && { experienceId }),
    ...(isSeen(seen.sessions, sessionId) && { sessionId }),
    ...(isSeen(seen.ideas, ideaId) && { ideaId }),
    ball: ballView(found, viewer, clock),
    ...(signal && { signal }),
  };
}

/** The ids of what an item names. */
export function linksOf({ item }: Found): { items: Id[]; experiences: Id[]; sessions: Id[]; ideas: Id[] } {
  const ids = (...all: (Id | undefined)[]) => all.filter((id) => id !== undefined);
  return {
    items: ids(item.mergedIntoId, item.followsId, ...item.settled.map(({ itemId }) => itemId)),
    experiences: ids(item.experienceId),
    sessions: ids(item.sessionId),
    ideas: ids(item.ideaId),
  };
}
