/** Reflection meetings (terugkijksessies): what may be written of one, and what the next could be about. */
import { SamenError } from './errors';
import type { FieldError } from './errors';
import { addDays } from './day';
import { demand, demandMember, mayRunSessions } from './permissions';
import { isRecurrence } from './recurrence';
import { TITLE_LIMIT, checkText, tidyText } from './text';
import { toDay } from './today';
import { LATEST_DUE_DAYS } from './limits';
import { SIGNAL_KINDS } from './agenda-types';
import type { Method, Session, SessionProposal, Signal } from './agenda-types';
import type { Day, Id, Party, Viewer } from './types';
import { maySee } from './visibility';

export const LONGEST_SESSION_MINUTES = 24 * 60;
export const MOST_LINKS = 50;
/** So much is proposed of each: a session is short. */
const PROPOSED = 10;
const PROPOSED_EXPERIENCES = 3;

export interface SessionState {
  previous: Session | undefined;
  viewer: Viewer;
  parties: readonly Party[];
  today: Day;
}

export type SessionChange = Omit<Session, 'version'>;

/** A new session, or a changed one. Throws `forbidden` or `invalid`. */
export function saveSession(input: SessionChange, state: SessionState): Session {
  const { previous, viewer } = state;
  demandSession(previous, viewer);
  const fields = findSessionErrors(input, state);
  if (fields.length > 0) throw new SamenError('invalid', 'The session is not complete', { fields });
  if (!maySee(input.audience, viewer)) {
    throw new SamenError('forbidden', `This member cannot choose the audience "${input.audience}"`, {
      fields: [{ pointer: '/audience', code: 'unknown' }],
    });
  }
  const { id, startsAt, minutes, place, recurrence, methodIds, agendaItemIds, experienceIds, attendees } = input;
  return {
    id,
    title: tidyText(input.title),
    startsAt: new Date(startsAt).toISOString(),
    minutes,
    ...(place && tidyText(place) && { place: tidyText(place) }),
    ...(recurrence && { recurrence }),
    methodIds: [...methodIds],
    agendaItemIds: [...agendaItemIds],
    experienceIds: [...experienceIds],
    agreements: input.agreements.map((agreement) => ({ ...agreement, text: tidyText(agreement.text) })),
    ...(attendees !== undefined && { attendees }),
    status: input.status,
    audience: input.audience,
    version: (previous?.version ?? 0) + 1,
  };
}

/** Whether somebody may keep sessions, and this one. */
export function demandSession(previous: Session | undefined, viewer: Viewer): void {
  demandMember(viewer);
  if (previous && !maySee(previous.audience, viewer)) throw new SamenError('notFound', 'Not there, or not for you');
  demand(mayRunSessions(viewer), viewer, 'keep sessions');
}

function findSessionErrors(input: SessionChange, { previous, parties, today }: SessionState): FieldError[] {
  const { startsAt, minutes, recurrence, attendees, agreements } = input;
  const errors: FieldError[] = [
    ...checkText('/title', input.title, { required: true, limit: TITLE_LIMIT }),
    ...checkText('/place', input.place, { limit: TITLE_LIMIT }),
  ];
  const isStart = !Number.isNaN(Date.parse(startsAt));
  if (!isStart) errors.push({ pointer: '/startsAt', code: 'format' });
  else if (Date.parse(startsAt) !== Date.parse(previous?.startsAt ?? '')) {
    const on = toDay(startsAt);
    // One that was held may be written up later; none was held in another age.
    if (on < addDays(today, -LATEST_DUE_DAYS)) errors.push({ pointer: '/startsAt', code: 'tooEarly' });
    if (on < today && input.status === 'planned') errors.push({ pointer: '/startsAt', code: 'tooEarly' });
    if (on > addDays(today, LATEST_DUE_DAYS)) errors.push({ pointer: '/startsAt', code: 'tooLate' });
  }
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST_SESSION_MINUTES) {
    errors.push({ pointer: '/minutes', code: 'format' });
  }
  if (recurrence && !isRecurrence(recurrence)) errors.push({ pointer: '/recurrence', code: 'format' });
  if (attendees !== undefined && (!Number.isInteger(attendees) || attendees < 0 || attendees > 10_000)) {
    errors.push({ pointer: '/attendees', code: 'format' });
  }
  for (const key of ['methodIds', 'agendaItemIds', 'experienceIds'] as const) {
    const ids = input[key];
    if (ids.length > MOST_LINKS) errors.push({ pointer: `/${key}`, code: 'tooLong' });
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) errors.push({ pointer: `/${key}/${String(index)}`, code: 'duplicate' });
    });
  }
  if (agreements.length > MOST_LINKS) errors.push({ pointer: '/agreements', code: 'tooLong' });
  agreements.forEach(({ id, text, partyId }, index) => {
    const at = `/agreements/${String(index)}`;
    errors.push(...checkText(`${at}/text`, text, { required: true }));
    if (agreements.findIndex((each) => each.id === id) < index) errors.push({ pointer: `${at}/id`, code: 'duplicate' });
    // A party may have left since: then the agreement keeps it.
    const isKnown =
      partyId === undefined ||
      parties.some((party) => party.id === partyId) ||
      previous?.agreements.some((each) => each.id === id && each.partyId === partyId);
    if (!isKnown) errors.push({ pointer: `${at}/partyId`, code: 'unknown' });
  });
  return errors;
}

/** What there is to propose from. */
export interface Proposable {
  session: Session;
  /** Open items, with what they ask attention for. */
  items: readonly { id: Id; title: string; signal?: Signal }[];
  /** All that the reader may see. */
  sessions: readonly Session[];
  experiences: readonly { id: Id; title: string; recognised: number }[];
  methods: readonly Method[];
}

/** What a session could be about: what asks attention, the worst and longest first; what was agreed; what was recognised. */
export function proposeSession({ session, items, sessions, experiences, methods }: Proposable): SessionProposal {
  const weight = ({ signal }: { signal?: Signal }) =>
    signal ? SIGNAL_KINDS.indexOf(signal.kind) : Number.POSITIVE_INFINITY;
  const signalled = items
    .filter(({ signal }) => signal !== undefined)
    .sort((a, b) => weight(a) - weight(b) || (b.signal?.days ?? 0) - (a.signal?.days ?? 0) || compare(a.id, b.id));
  const earlier = [...sessions].sort((a, b) => compare(a.startsAt, b.startsAt) || compare(a.id, b.id));
  return {
    items: signalled.slice(0, PROPOSED),
    agreements: earlier
      .filter(({ id }) => id !== session.id)
      .flatMap(({ id, title, agreements }) =>
        agreements.flatMap((agreement) =>
          agreement.isDone ? [] : [{ ...agreement, sessionId: id, sessionTitle: title }],
        ),
      )
      .slice(0, PROPOSED),
    experiences: experiences.slice(0, PROPOSED_EXPERIENCES),
    methodIds: proposeMethods(session, earlier, methods),
  };
}

/** Those chosen already; else what was used longest ago, as far as there is time for it. */
function proposeMethods(session: Session, earlier: readonly Session[], methods: readonly Method[]): Id[] {
  if (session.methodIds.length > 0) return session.methodIds;
  const lastUse = (id: Id) => earlier.findLastIndex(({ methodIds }) => methodIds.includes(id));
  let left = session.minutes;
  return [...methods]
    .sort((a, b) => lastUse(a.id) - lastUse(b.id) || compare(a.id, b.id))
    .filter(({ minutes }) => {
      const fits = minutes <= left;
      if (fits) left -= minutes;
      return fits;
    })
    .map(({ id }) => id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
