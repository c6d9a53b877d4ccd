/** What waits of results and ideas, laid over what is known of them. Titles of evidence that is new are the backend's to tell. */
import { lay } from './lay';
import type { Overlays } from './lay';
import type { Input, Me, Page, ReadName, WriteName } from '../contract/operations';
import type { IdeaInput, MeasurementInput, ResultFilter, ResultInput } from '../contract/results';
import { actorOf } from '../model/ball';
import { joined } from '../model/idea';
import type { IdeaView, Measurement, ResultAct, ResultView } from '../model/result-types';
import { toDay } from '../model/today';
import type { Day, Id, Member } from '../model/types';

interface Acting {
  member: Member;
  today: Day;
}
type Change<T> = (known: T, input: never, acting: Acting) => T;

const isCoreTeam = ({ role }: Member): boolean => role === 'coreTeam';
const without = (acts: readonly ResultAct[], act: ResultAct) => acts.filter((each) => each !== act);

/** A measure that came can be measured, one that went cannot. */
function actsWith(acts: readonly ResultAct[], hasMeasure: boolean): ResultAct[] {
  if (!hasMeasure || acts.includes('measure')) return hasMeasure ? [...acts] : without(acts, 'measure');
  return acts.flatMap((act) => (act === 'edit' ? [act, 'measure' as const] : [act]));
}

const byDay = (a: Measurement, b: Measurement) => (a.on < b.on ? -1 : 1);

const RESULT_CHANGES: Partial<Record<WriteName, Change<ResultView>>> = {
  saveResult: (known, { version: _version, ...words }: ResultInput, { today }) => {
    const { measure: _measure, quote, ...rest } = known;
    const named = new Set([...words.experienceIds, ...words.agendaItemIds]);
    const keepsQuote = quote && !words.measure && named.has(quote.experienceId);
    return {
      ...rest,
      ...words,
      evidence: known.evidence.filter(({ id }) => named.has(id)),
      ...(keepsQuote && { quote }),
      changedOn: today,
      acts: actsWith(known.acts, words.measure !== undefined),
    };
  },
  publishResult: (known, { reason }: Input<'publishResult'>, { member, today }) => ({
    ...known,
    publication: { on: today, reason, by: actorOf(member) },
    changedOn: today,
    acts: without(known.acts, 'publish'),
  }),
  saveMeasurement: (known, { id, on, value, explanation }: MeasurementInput) => ({
    ...known,
    measurements: [
      ...known.measurements.filter((each) => each.id !== id),
      { id, on, value, ...(explanation && { explanation }) },
    ].sort(byDay),
  }),
  eraseMeasurement: (known, { id }: Input<'eraseMeasurement'>) => ({
    ...known,
    measurements: known.measurements.filter((each) => each.id !== id),
  }),
};

const IDEA_CHANGES: Partial<Record<WriteName, Change<IdeaView>>> = {
  saveIdea: (known, { text, driverIds, audience }: IdeaInput) => ({ ...known, text, driverIds, audience }),
  joinIdea: (known, { as }: Input<'joinIdea'>, { member: { partyId } }) => ({
    ...known,
    participations: joined(known.participations, partyId, as),
  }),
  adoptIdea: ({ answer: _answer, ...known }, { agendaItemId }: Input<'adoptIdea'>) => ({
    ...known,
    status: 'adopted',
    agendaItemId,
    acts: known.acts.filter((act) => act === 'erase'),
  }),
  declineIdea: (known, { reason }: Input<'declineIdea'>, { today }) => ({
    ...known,
    status: 'declined',
    answer: { text: reason, on: today },
    acts: known.acts.filter((act) => act === 'erase' || act === 'adopt'),
  }),
};

/** As its maker sees it until the backend has answered: a draft, of their party. */
function madeResult({ version: _version, ...words }: ResultInput, { member, today }: Acting): ResultView {
  const acts: ResultAct[] = ['edit', ...(isCoreTeam(member) ? (['publish'] as const) : []), 'erase'];
  return {
    ...words,
    createdByPartyId: member.partyId,
    createdOn: today,
    changedOn: today,
    measurements: [],
    history: [{ on: today, by: actorOf(member), kind: 'drafted', status: words.status }],
    version: 0,
    evidence: [],
    acts: actsWith(acts, words.measure !== undefined),
  };
}

function madeIdea({ version: _version, ...words }: IdeaInput, { member, today }: Acting): IdeaView {
  return {
    ...words,
    by: actorOf(member),
    status: 'open',
    participations: [{ partyId: member.partyId, as: 'thinking' }],
    createdOn: today,
    version: 0,
    isMine: true,
    acts: ['edit', 'erase', 'join', ...(isCoreTeam(member) ? (['adopt', 'decline'] as const) : [])],
  };
}

function actingAs(me: Me | undefined): Acting | undefined {
  return me?.member && { member: me.member, today: toDay(new Date()) };
}

/** The id of the result or the idea: of a value, that of its result. */
const idOf = (input: unknown): Id => {
  const { id, resultId } = input as { id: Id; resultId?: Id };
  return resultId ?? id;
};

/** What a write makes of a thing; the thing itself where that is known already, or who acts is no member. */
function applied<T extends { version: number }>(
  change: Change<T> | undefined,
  known: T,
  input: unknown,
  me: Me | undefined,
): T {
  const acting = actingAs(me);
  const { version } = input as { version?: number };
  if (!acting || !change || (version !== undefined && version < known.version)) return known;
  return change(known, input as never, acting);
}

function inList<T extends { id: Id; version: number }>(
  change: Change<T> | undefined,
  known: Page<T>,
  input: unknown,
  me: Me | undefined,
): Page<T> {
  const id = idOf(input);
  return { ...known, items: known.items.map((each) => (each.id === id ? applied(change, each, input, me) : each)) };
}

const lacking = <T extends { id: Id }>(known: Page<T>, { id }: { id: Id }): Page<T> => ({
  ...known,
  items: known.items.filter((each) => each.id !== id),
});

const each = <T>(changes: Partial<Record<WriteName, Change<T>>>, work: (change: Change<T>) => ReturnType<typeof lay>) =>
  Object.fromEntries(Object.entries(changes).map(([write, change]) => [write, work(change)]));

function fits({ status, driverIds }: ResultView, asked: ResultFilter): boolean {
  if (asked.status && status !== asked.status) return false;
  return asked.only !== 'published' && (!asked.driver || driverIds.includes(asked.driver));
}

export const RESULT_OVERLAYS: Overlays = {
  listResults: {
    ...each(RESULT_CHANGES, (change) =>
      lay<'listResults', 'saveResult'>((known, input, me) => inList(change, known, input, me)),
    ),
    saveResult: lay<'listResults', 'saveResult'>((known, input, me, asked) => {
      if (known.items.some(({ id }) => id === input.id)) return inList(RESULT_CHANGES.saveResult, known, input, me);
      const acting = actingAs(me);
      if (!acting || input.version !== 0 || asked.cursor) return known;
      const one = madeResult(input, acting);
      return fits(one, asked) ? { ...known, items: [one, ...known.items] } : known;
    }),
    eraseResult: lay<'listResults', 'eraseResult'>(lacking),
  },
  getResult: each(RESULT_CHANGES, (change) =>
    lay<'getResult', 'saveResult'>((known, input, me) =>
      known.id === idOf(input) ? applied(change, known, input, me) : known,
    ),
  ),
  listIdeas: {
    ...each(IDEA_CHANGES, (change) =>
      lay<'listIdeas', 'saveIdea'>((known, input, me) => inList(change, known, input, me)),
    ),
    saveIdea: lay<'listIdeas', 'saveIdea'>((known, input, me, asked) => {
      if (known.items.some(({ id }) => id === input.id)) return inList(IDEA_CHANGES.saveIdea, known, input, me);
      const acting = actingAs(me);
      if (!acting || input.version !== 0 || asked.cursor || (asked.status ?? 'open') !== 'open') return known;
      return { ...known, items: [madeIdea(input, acting), ...known.items] };
    }),
    eraseIdea: lay<'listIdeas', 'eraseIdea'>(lacking),
  },
};

/** What nobody but its maker has yet, for who asks for it by its id. */
export function resultMadeHere(
  operation: ReadName,
  id: Id,
  write: WriteName,
  input: unknown,
  me: Me | undefined,
): unknown {
  const result = input as ResultInput;
  const isNew = operation === 'getResult' && write === 'saveResult' && result.id === id && result.version === 0;
  const acting = actingAs(me);
  return isNew && acting ? madeResult(result, acting) : undefined;
}

/** The result or the idea as the backend answered, in the place of what was laid there. */
export function withResultAnswer(operation: ReadName, known: unknown, write: WriteName, output: unknown): unknown {
  const isResult = write in RESULT_CHANGES && (operation === 'getResult' || operation === 'listResults');
  if (!isResult && !(write in IDEA_CHANGES && operation === 'listIdeas')) return known;
  const answer = output as { id: Id };
  const put = <T extends { id: Id }>(one: T): T => (one.id === answer.id ? (answer as T) : one);
  if (operation === 'getResult') return put(known as ResultView);
  const page = known as Page<ResultView | IdeaView>;
  return { ...page, items: page.items.map(put) };
}
