/** What waits for whoever asks, derived from what is there: no list is kept of it, and reading it tells nobody anything. */
import { checkInId, loadSpace, memberOf } from './context';
import type { Context } from './context';
import { everyRow } from './every-row';
import { myUnnamedIds, myWaiting } from './own-writing';
import { sessionViews } from './session-views';
import type { Output } from '../contract/operations';
import { signalFound } from '../model/agenda-view';
import { isClosed } from '../model/ball';
import { addDays } from '../model/day';
import type { Reply } from '../model/experience-types';
import { waits } from '../model/experience';
import { isFollowUpDue } from '../model/experience-view';
import { ANSWER_DAYS, COMING_DAYS } from '../model/limits';
import { isCoreTeam } from '../model/permissions';
import type { Waits } from '../model/privacy-types';
import type { Day, Id } from '../model/types';

const DAY_MS = 86_400_000;
const MOST_IDS = 20;
const EVERY = 100;

type Kind = Waits['kind'];
/** What waits, in the order in which it is told. */
type Asked = (context: Context) => Promise<Partial<Record<Kind, Id[]>>>;

export async function listForMe(context: Context): Promise<Output<'listForMe'>> {
  memberOf(context);
  const parts: Asked[] = [balls, rounds, experiences, answersToMe, sessions];
  if (isCoreTeam(context.viewer)) parts.push(forCoreTeam);
  const found = new Map<Kind, Id[]>();
  for (const part of parts) {
    for (const [kind, ids] of Object.entries(await part(context)) as [Kind, Id[]][]) {
      found.set(kind, [...new Set([...(found.get(kind) ?? []), ...ids])]);
    }
  }
  const items = [...found].flatMap(([kind, ids]): Waits[] =>
    ids.length > 0 ? [{ kind, count: ids.length, ids: ids.slice(0, MOST_IDS) }] : [],
  );
  return { items, asOf: context.asOf };
}

/** Offered to my party, or silent with it. An admin moves none. */
const balls: Asked = async (context) => {
  const { tx, viewer } = context;
  const { partyId, role } = memberOf(context);
  if (role === 'admin' || !viewer.personId) return {};
  const found = await everyRow((cursor) =>
    tx.query('agendaItems', { waitsFor: partyId, isOpen: true }, { limit: EVERY, cursor }),
  );
  const open = found.filter(({ item }) => !isClosed(item) && item.status !== 'paused');
  const silent = open.filter((each) => {
    const signal = each.ball.holderId === partyId ? signalFound(each, context) : undefined;
    return signal !== undefined && ['unanswered', 'overdue', 'still'].includes(signal.kind);
  });
  return {
    ballOffered: open.filter(({ ball }) => ball.offer?.toPartyId === partyId).map(({ item }) => item.id),
    ballSilent: silent.map(({ item }) => item.id),
  };
};

/** Open, and I did not check in yet. */
const rounds: Asked = async ({ tx, viewer: { personId } }) => {
  const { rows } = await tx.query('openRound', {});
  const open = await Promise.all(
    rows.map(async ({ id }) => ((await tx.load('checkIn', checkInId(id, personId))) ? [] : [id])),
  );
  return { roundOpen: open.flat() };
};

/** What others said under my experiences and I did not answer, and what I was going to do. */
const experiences: Asked = async (context) => {
  const { tx, today } = context;
  const ids = await myUnnamedIds(context);
  const found = await everyRow((cursor) => tx.query('myExperiences', { ids }, { limit: EVERY, cursor }));
  const waiting = (await myWaiting(context)).flatMap(({ reply }) => reply ?? []);
  const { settings } = await loadSpace(context);
  const [experienceAsked, experienceAnswered]: [Id[], Id[]] = [[], []];
  for (const { experience, replies } of found) {
    if (replies === 0) continue;
    const experienceId = experience.id;
    const said = await everyRow((cursor) => tx.query('replies', { experienceId }, { limit: EVERY, cursor }));
    const { isAsked, answeredOn } = unanswered(said, {
      waiting: waiting.filter((one) => one.experienceId === experienceId),
      isInMorning: waits(undefined, experience, settings),
    });
    if (isAsked) experienceAsked.push(experienceId);
    if (answeredOn && answeredOn >= addDays(today, -ANSWER_DAYS)) experienceAnswered.push(experienceId);
  }
  const due = found.filter(({ experience }) => isFollowUpDue(experience, today));
  return { experienceAsked, experienceAnswered, followUp: due.map(({ experience }) => experience.id) };
};

interface Unpublished {
  /** What the author said and others do not read yet. */
  waiting: readonly Reply[];
  /** Whether what the author says comes out in the morning, before all the rest of its day. */
  isInMorning: boolean;
}

/** Of what others said since the author last did. */
function unanswered(said: readonly Reply[], { waiting, isInMorning }: Unpublished) {
  const mine = [...said.filter(({ isByAuthor }) => isByAuthor), ...waiting];
  const day = latest(mine.map(({ writtenOn }) => writtenOn));
  const ofDay = mine.filter(({ writtenOn }) => writtenOn === day);
  // The moment is told of what stands under a name. When within its day the rest was said is of chance: then it
  // answers that whole day, but for what came out in the morning.
  const isOfChance = ofDay.some(({ authorProof }) => authorProof !== undefined);
  const isBefore = isInMorning && !ofDay.some((each) => waiting.includes(each));
  const moment = latest(ofDay.map(({ sortKey }) => sortKey));
  const isSince = ({ writtenOn, sortKey }: Reply) =>
    writtenOn === day ? (isOfChance ? isBefore : sortKey > moment) : writtenOn > day;
  const since = said.filter((each) => !each.isByAuthor && isSince(each));
  const answers = since.filter(({ isQuestion }) => !isQuestion).map(({ writtenOn }) => writtenOn);
  return { isAsked: since.some(({ isQuestion }) => isQuestion), answeredOn: answers.sort().at(-1) };
}

/** Empty when there is none. */
const latest = (marks: readonly string[]): string => [...marks].sort().at(-1) ?? '';

/** What an author said lately, after a question of mine under their experience. */
const answersToMe: Asked = async ({ tx, viewer: { personId }, today }) => {
  const own = await everyRow((cursor) => tx.query('ownRows', { personId, kinds: ['reply'] }, { limit: EVERY, cursor }));
  const asked = new Map<Id, Day>();
  for (const { kind, row } of own) {
    if (kind !== 'reply' || !row.isQuestion || row.isByAuthor) continue;
    const first = asked.get(row.experienceId);
    if (first === undefined || row.writtenOn < first) asked.set(row.experienceId, row.writtenOn);
  }
  const experienceAnswered: Id[] = [];
  for (const [experienceId, since] of asked) {
    const said = await everyRow((cursor) => tx.query('replies', { experienceId }, { limit: EVERY, cursor }));
    const from = [since, addDays(today, -ANSWER_DAYS)].sort().at(-1) ?? since;
    if (said.some(({ isByAuthor, isQuestion, writtenOn }) => isByAuthor && !isQuestion && writtenOn >= from))
      experienceAnswered.push(experienceId);
  }
  return { experienceAnswered };
};

/** Within a week. */
const sessions: Asked = async (context) => {
  const { tx, now } = context;
  const all = await everyRow((cursor) => tx.query('sessions', {}, { limit: EVERY, cursor }));
  const until = new Date(now.getTime() + COMING_DAYS * DAY_MS).toISOString();
  const views = await sessionViews(context, all);
  const coming = views.flatMap(({ id, status, nextStartsAt: [next] }) =>
    status === 'planned' && next !== undefined && next <= until ? [{ id, next }] : [],
  );
  return { sessionComing: coming.sort((a, b) => (a.next < b.next ? -1 : 1)).map(({ id }) => id) };
};

/** What waits for somebody of the core team, of what they may read. */
const forCoreTeam: Asked = async ({ tx }) => {
  const pending = await everyRow((cursor) =>
    tx.query('experiences', { collection: 'pending' }, { limit: EVERY, cursor }),
  );
  const drafts = await everyRow((cursor) => tx.query('results', { only: 'drafts' }, { limit: EVERY, cursor }));
  const ideas = await everyRow((cursor) => tx.query('ideas', { status: 'open' }, { limit: EVERY, cursor }));
  const reports = await everyRow((cursor) => tx.query('reports', {}, { limit: EVERY, cursor }));
  return {
    toApprove: pending.map(({ experience }) => experience.id),
    resultDraft: drafts.map(({ id }) => id),
    ideaOpen: ideas.map(({ id }) => id),
    reported: [...new Set(reports.map(({ experienceId }) => experienceId))],
  };
};
