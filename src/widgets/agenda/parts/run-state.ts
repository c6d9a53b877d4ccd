/** What is kept of a session that is being held, and what is written when it is done. */
import { afresh, NEW_CLOCK } from './session-clock';
import type { Clock } from './session-clock';
import { sessionInput } from './session-known';
import type { Input } from '../../../contract/operations';
import { nextBegin } from '../../../model/again';
import type { Agreement, Session, SessionView } from '../../../model/agenda-types';
import { newId } from '../../../model/new-id';
import { TITLE_LIMIT } from '../../../model/text';
import type { Id, Moment } from '../../../model/types';

export interface Run {
  beganAt: Moment;
  step: number;
  item: number;
  clock: Clock;
  agreements: Agreement[];
  /** As typed. */
  attendees: string;
  /** Agreements that were there when one began: what others add since is not lost. */
  knownIds: Id[];
  /** Of the session that follows, when it recurs. */
  followId: Id;
}

/** Where it is kept. */
export const runDraft = (sessionId: Id): string => `agenda run ${sessionId}`;

export const MOST_ATTENDEES = 10_000;
/** Who begins a little early holds the session that is about to begin. */
const EARLY_MS = 60 * 60_000;

export function beginRun({ agreements, attendees }: Session, now: Date): Run {
  return {
    ...{ beganAt: now.toISOString(), step: 0, item: 0, clock: NEW_CLOCK },
    agreements: [...agreements],
    knownIds: agreements.map(({ id }) => id),
    attendees: attendees === undefined ? '' : String(attendees),
    followId: newId(),
  };
}

/** Another step: its clock begins at nothing, and runs when that of the one before did. */
export const toStep = (run: Run, step: number, now: number): Run => ({ ...run, step, clock: afresh(run.clock, now) });

/** Without the lines that nobody typed in. */
export const typedAgreements = ({ agreements }: Run): Agreement[] =>
  agreements.filter(({ text, partyId, agendaItemId }) => text.trim() || partyId || agendaItemId);

/** What others wrote up meanwhile comes after what is typed here. */
export function withOthers(run: Run, { agreements }: Session): Run {
  const own = new Set([...run.knownIds, ...run.agreements.map(({ id }) => id)]);
  const theirs = agreements.filter(({ id }) => !own.has(id));
  if (theirs.length === 0) return run;
  const knownIds = [...run.knownIds, ...theirs.map(({ id }) => id)];
  return { ...run, knownIds, agreements: [...run.agreements, ...theirs] };
}

/** Which of its times this was: the last that had come, or that was about to; else when one began. */
export function heldAt(session: SessionView, beganAt: Moment): Moment {
  const until = Date.parse(beganAt) + EARLY_MS;
  if (Date.parse(session.startsAt) > until) return beganAt;
  let last = session.startsAt;
  for (let next = nextBegin(session, new Date(last)); next; next = nextBegin(session, new Date(next))) {
    if (Date.parse(next) > until) break;
    last = next;
  }
  return last;
}

/** When it comes again after the one that was held. */
export function followsAt(session: SessionView, beganAt: Moment): Moment | undefined {
  if (session.recurrence === undefined || session.status === 'held') return undefined;
  const until = Date.parse(beganAt) + EARLY_MS;
  // Held far too early, what was planned is still to come.
  if (Date.parse(session.startsAt) > until) return session.startsAt;
  const unrolled = session.nextStartsAt.find((at) => Date.parse(at) > until);
  return unrolled ?? nextBegin(session, new Date(until));
}

/** The session as it was held. It was held once: what recurs is the one that follows. */
export function heldInput(session: SessionView, run: Run): Input<'saveSession'> {
  const attendees = run.attendees.trim();
  const {
    recurrence: _again,
    attendees: _were,
    ...input
  } = sessionInput(session, {
    agreements: typedAgreements(run),
    status: 'held',
    ...(session.status === 'planned' && { startsAt: heldAt(session, run.beganAt) }),
  });
  return { ...input, ...(attendees && { attendees: Number(attendees) }) };
}

/** The one that follows, with nothing in it yet. */
export function followInput(session: SessionView, run: Run): Input<'saveSession'> | undefined {
  const startsAt = followsAt(session, run.beganAt);
  if (startsAt === undefined) return undefined;
  const { attendees: _were, ...input } = sessionInput(session, {
    ...{ id: run.followId, version: 0, startsAt, status: 'planned' },
    ...{ agreements: [], agendaItemIds: [], experienceIds: [], methodIds: [] },
  });
  return input;
}

/** An agreement as an item of the agenda: what does not fit in a title is the question behind it. */
export function itemInput(
  { text }: Agreement,
  { id, audience }: Session,
  phaseId: Id | undefined,
): Input<'saveAgendaItem'> {
  const letters = [...text.trim().replace(/\s+/g, ' ')];
  const fits = letters.length <= TITLE_LIMIT;
  return {
    id: newId(),
    version: 0,
    title: fits ? letters.join('') : `${letters.slice(0, TITLE_LIMIT - 1).join('')}…`,
    question: fits ? '' : text.trim(),
    ...{ driverIds: [], topics: [], audience, sessionId: id },
    ...(phaseId && { phaseId }),
  };
}
