/** Sessions as somebody sees them here: with what they just did themselves, and when they come. */
import type { PendingWrite } from '../../../client/types';
import type { Input } from '../../../contract/operations';
import { nextBegin } from '../../../model/again';
import type { Session, SessionView } from '../../../model/agenda-types';
import type { Moment } from '../../../model/types';

export interface KnownSession extends SessionView {
  /** Not yet confirmed by the backend. */
  isWaiting?: true;
}

/** Which of them are on their way: what was written is laid over them already. */
export function withWaiting(sessions: readonly SessionView[], pending: readonly PendingWrite[]): KnownSession[] {
  const waiting = new Set(pending.filter(({ status }) => status !== 'refused').map(({ entity }) => entity));
  return sessions.map((session) =>
    waiting.has(`session:${session.id}`) ? { ...session, isWaiting: true as const } : session,
  );
}

/** Where the backend unrolls nothing, its own rule is reckoned here. */
function comingTimes(session: SessionView, now: Date): Moment[] {
  if (session.nextStartsAt.length > 0) return session.nextStartsAt;
  if (Date.parse(session.startsAt) >= now.getTime()) return [session.startsAt];
  const next = nextBegin(session, now);
  return next ? [next] : [];
}

/** When it is next, or when it was. */
export function beginOf(session: SessionView, now: Date): Moment {
  return session.status === 'held' ? session.startsAt : (comingTimes(session, now)[0] ?? session.startsAt);
}

/** When it comes after that; some of them. */
export function laterBegins(session: SessionView, now: Date, most = 3): Moment[] {
  const [first, ...later] = comingTimes(session, now);
  if (later.length > 0 || first === undefined) return later.slice(0, most);
  const found: Moment[] = [];
  for (let at: Moment | undefined = first; found.length < most; found.push(at)) {
    at = nextBegin(session, new Date(at));
    if (at === undefined) break;
  }
  return found;
}

/** It was to be, and nobody wrote up what came of it. */
export const isOverdue = (session: SessionView, now: Date): boolean =>
  session.status === 'planned' && Date.parse(beginOf(session, now)) + session.minutes * 60_000 < now.getTime();

/** What comes, the soonest first. */
export function comingOf<S extends SessionView>(sessions: readonly S[], now: Date): S[] {
  return sessions
    .filter(({ status }) => status === 'planned')
    .sort((one, other) => beginOf(one, now).localeCompare(beginOf(other, now)));
}

/** What was, the last first. */
export function heldOf<S extends Session>(sessions: readonly S[]): S[] {
  return sessions
    .filter(({ status }) => status === 'held')
    .sort((one, other) => other.startsAt.localeCompare(one.startsAt));
}

/** A session as it is written again, with this changed. */
export function sessionInput(session: SessionView, change: Partial<Session>): Input<'saveSession'> {
  const { nextStartsAt: _times, isWaiting: _waiting, ...words } = session as KnownSession;
  return { ...words, ...change };
}
