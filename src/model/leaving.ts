/**
 * What becomes of what somebody wrote when they leave: their name goes, with no way back, and nothing else that others
 * see. What is theirs alone goes as a whole.
 */
import type { Ball } from './agenda-types';
import { SamenError } from './errors';
import type { Byline, LogEntry } from './experience-types';
import type { Id, Member } from './types';

/** As whoever left is read: "oud-deelnemer" of a party. */
export const formerOf = (partyId: Id): Byline => ({ name: '', jobTitle: '', partyId, isFormer: true });

/**
 * Somebody stays who can keep the space: the last of the core team, and the last admin, first make another. Who is alone
 * may go. Throws `conflict`: `lastCoreTeam`, `lastAdmin`.
 */
export function refuseLeaving(me: Member, members: readonly Member[]): void {
  const others = members.filter(({ id }) => id !== me.id);
  if (me.role === 'member' || others.length === 0 || others.some(({ role }) => role === me.role)) return;
  const reason = me.role === 'admin' ? 'lastAdmin' : 'lastCoreTeam';
  throw new SamenError('conflict', 'Nobody else could keep the space', { reason });
}

/** A need or an idea, of nobody any more. */
export function withoutWriter<T extends { writtenBy?: Id }>(thing: T): Omit<T, 'writtenBy'> {
  const { writtenBy: _left, ...rest } = thing;
  return rest;
}

/** That they moderated stays in the log, not who they were. */
export const withoutModerator = (entry: LogEntry): LogEntry => ({
  ...entry,
  byPersonId: '',
  by: formerOf(entry.by.partyId),
});

/** An offer stays their party's. */
export const withoutOfferer = (ball: Ball): Ball =>
  ball.offer ? { ...ball, offer: { ...ball.offer, byPersonId: '' } } : ball;
