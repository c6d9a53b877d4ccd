/** Sessions as whoever asks reads them: with when they come next, and without links that are not for them. */
import { seenBy } from './agenda-views';
import type { Context } from './context';
import type { Session, SessionView } from '../model/agenda-types';
import { found } from './context';
import type { Moment } from '../model/types';

/** When a session begins, from now on, oldest first. Where there are time zones to reckon with, what recurs is unrolled. */
export type Occurrences = (session: Session, now: Date, timeZone: string | undefined) => Moment[];

const MOST_SHOWN = 12;

export async function sessionViews(context: Context, sessions: readonly Session[]): Promise<SessionView[]> {
  const seen = await seenBy(
    context,
    sessions.map(({ agendaItemIds, experienceIds, agreements }) => ({
      items: [...agendaItemIds, ...agreements.flatMap(({ agendaItemId }) => agendaItemId ?? [])],
      experiences: experienceIds,
    })),
  );
  return sessions.map((session) => ({
    ...session,
    agendaItemIds: session.agendaItemIds.filter((id) => seen.items.has(id)),
    experienceIds: session.experienceIds.filter((id) => seen.experiences.has(id)),
    agreements: session.agreements.map((agreement) => {
      const { agendaItemId, ...rest } = agreement;
      return agendaItemId === undefined || seen.items.has(agendaItemId) ? agreement : rest;
    }),
    nextStartsAt: (context.occurrences ?? onlyOnce)(session, context.now, context.timeZone).slice(0, MOST_SHOWN),
  }));
}

export async function sessionView(context: Context, session: Session): Promise<SessionView> {
  return found((await sessionViews(context, [session]))[0]);
}

/** Where nobody unrolls: the one that was written down. */
const onlyOnce: Occurrences = ({ startsAt }, now) => (Date.parse(startsAt) >= now.getTime() ? [startsAt] : []);
