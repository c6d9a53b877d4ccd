/** What an item asks attention for, derived from it and the time: one an item, the worst (DOMAIN: "Signals"). */
import { ballState } from './ball';
import { addDays, daysBetween } from './day';
import { STILL_AFTER_DAYS } from './limits';
import { toDay } from './today';
import type { AgendaItem, Ball, Signal } from './agenda-types';
import type { Day, Id, Moment } from './types';

/** The time, where the municipality is. */
export interface Clock {
  now: Date;
  today: Day;
  timeZone?: string;
}

export interface Signalled {
  item: AgendaItem;
  ball: Ball;
  /** It goes along with another, which has the signals of both. */
  isFollowing?: boolean;
  /** The open item that it overlaps with most, when that was looked for. */
  overlapsWithId?: Id;
}

/** The worst of an item that is open and goes on; of one that is paused they rest. */
export function signalOf({ item, ball, isFollowing, overlapsWithId }: Signalled, clock: Clock): Signal | undefined {
  const state = ballState(item, ball, clock.now);
  if (state === 'none' || item.status === 'paused' || isFollowing) return undefined;
  const since = (at: Moment) => Math.max(0, daysBetween(toDay(at, clock.timeZone), clock.today));
  if (state === 'nobody') return { kind: 'nobody', days: since(ball.movedAt) };
  if (state === 'lapsed' && ball.offer) return { kind: 'unanswered', days: since(ball.offer.offeredAt) };
  if (ball.dueOn !== undefined && ball.dueOn < clock.today) {
    return { kind: 'overdue', days: daysBetween(ball.dueOn, clock.today) };
  }
  const still = since(ball.movedAt);
  if (still >= STILL_AFTER_DAYS) return { kind: 'still', days: still };
  if (!item.participations.some(({ as }) => as === 'doing')) return { kind: 'noDoer' };
  return overlapsWithId === undefined ? undefined : { kind: 'overlap', otherId: overlapsWithId };
}

/** No ball that moved at this moment or later lies still, wherever the day ends. */
export function movedBefore({ today }: Pick<Clock, 'today'>): Moment {
  return `${addDays(today, 2 - STILL_AFTER_DAYS)}T00:00:00.000Z`;
}
