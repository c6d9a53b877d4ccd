/** What can be asked of the agenda. */
import { itemFound, seenBy, signalsOf, viewById, viewsOf } from './agenda-views';
import { found, memberOf } from './context';
import type { Context } from './context';
import { everyRow } from './every-row';
import { page, sizeOf } from './page';
import { sessionViews } from './session-views';
import type { AgendaArgs, AgendaFound } from './storage';
import type { Input, Output, Page } from '../contract/operations';
import { ballView } from '../model/agenda-view';
import type { AgendaItemView, BallView, Handover, Signal, SimilarItem } from '../model/agenda-types';
import { isClosed, offeredUntil } from '../model/ball';
import { addDays } from '../model/day';
import { draftLikeness, likeness, mayOverlap, similarItems, wordingOf } from '../model/overlap';
import { movedBefore } from '../model/signals';
import { proposeSession } from '../model/session';
import type { Id } from '../model/types';

/** Experiences of so many days are proposed for a session. */
const RECENT_DAYS = 90;
const EVERY = 100;

export async function listAgendaItems(
  context: Context,
  input: Input<'listAgendaItems'>,
): Promise<Page<AgendaItemView>> {
  const { partyId } = memberOf(context);
  const args = argsOf(input, context, partyId);
  const { signal, only } = input;
  const isMeant = (each: AgendaFound, its: Signal | undefined): boolean =>
    (signal === undefined || its?.kind === signal) && (only !== 'waiting' || waitsFor(each, partyId, its));
  const { limit, cursor } = sizeOf(input);
  const shown: AgendaFound[] = [];
  const signals = new Map<Id, Signal>();
  let next: string | undefined = cursor;
  do {
    // Never more than there is still room for: the place to go on from is that of the last row that was looked at.
    const asked = await context.tx.query('agendaItems', args, { limit: limit - shown.length, cursor: next });
    const theirs = await signalsOf(context, asked.rows);
    for (const [id, its] of theirs) signals.set(id, its);
    shown.push(...asked.rows.filter((each) => isMeant(each, theirs.get(each.item.id))));
    next = asked.nextCursor;
  } while (next !== undefined && shown.length < limit);
  return page(context, { rows: await viewsOf(context, shown, signals), nextCursor: next });
}

/** Offered to the party, or silent with it. */
function waitsFor({ item, ball }: AgendaFound, partyId: Id, signal: Signal | undefined): boolean {
  if (isClosed(item) || item.status === 'paused') return false;
  if (ball.offer?.toPartyId === partyId) return true;
  return ball.holderId === partyId && signal !== undefined && ['unanswered', 'overdue', 'still'].includes(signal.kind);
}

function argsOf(input: Input<'listAgendaItems'>, context: Context, partyId: Id): AgendaArgs {
  const { phase, driver, party, holder, status, signal, only } = input;
  const { today, now } = context;
  return {
    ...(phase && { phaseId: phase }),
    ...(driver && { driverId: driver }),
    ...(party && { partyId: party }),
    ...(holder && { holderId: holder }),
    ...(status && { status }),
    ...(only === 'mine' && { mine: partyId }),
    ...(only === 'waiting' && { waitsFor: partyId }),
    ...(signal && { signal, today, offeredUntil: offeredUntil(now), movedBefore: movedBefore(context) }),
  };
}

export function getAgendaItem(context: Context, { id }: Input<'getAgendaItem'>): Promise<AgendaItemView> {
  memberOf(context);
  return viewById(context, id);
}

export async function getBall(context: Context, { id }: Input<'getBall'>): Promise<BallView> {
  memberOf(context);
  return ballView(await itemFound(context, id), context.viewer, context);
}

export async function listHandovers(context: Context, input: Input<'listHandovers'>): Promise<Page<Handover>> {
  memberOf(context);
  const { id: itemId, ...asked } = input;
  await itemFound(context, itemId);
  return page(context, await context.tx.query('handovers', { itemId }, sizeOf(asked)));
}

/** Of one that is there already as it is now, with who joins; of one that is being written by what is typed of it. */
export async function findSimilarItems(
  context: Context,
  input: Input<'findSimilarItems'>,
): Promise<Output<'findSimilarItems'>> {
  memberOf(context);
  const { id, title, question = '', topics = [], driverIds = [] } = input;
  const mine = id === undefined ? undefined : (await context.tx.query('agendaItemsById', { ids: [id] })).rows[0]?.item;
  const draft = { of: id ?? 'new', wording: wordingOf({ title, question }).trim(), topics };
  const { rows } = await context.tx.query('alike', { drafts: [draft] });
  const others = rows.map(({ item }) => item).filter((item) => !mine || mayOverlap(mine, item));
  const typed = mine && { ...mine, title, question: question || mine.question, topics, driverIds };
  const items: SimilarItem[] = similarItems(others, (item) =>
    typed ? likeness(typed, item) : draftLikeness({ title, question, topics, driverIds }, item),
  );
  return { items, asOf: context.asOf };
}

export async function listSessions(context: Context, input: Input<'listSessions'>): Promise<Output<'listSessions'>> {
  memberOf(context);
  const { rows, nextCursor } = await context.tx.query('sessions', {}, sizeOf(input));
  return page(context, { rows: await sessionViews(context, rows), nextCursor });
}

export async function getSessionProposal(
  context: Context,
  { id }: Input<'getSessionProposal'>,
): Promise<Output<'getSessionProposal'>> {
  memberOf(context);
  const { tx, today } = context;
  const session = found(await tx.load('session', id));
  const open = await everyRow((cursor) => tx.query('agendaItems', { isOpen: true }, { limit: EVERY, cursor }));
  const signals = await signalsOf(context, open);
  const sessions = await everyRow((cursor) => tx.query('sessions', {}, { limit: EVERY, cursor }));
  const methods = await everyRow((cursor) => tx.query('methods', {}, { limit: EVERY, cursor }));
  const { rows: experiences } = await tx.query(
    'mostRecognised',
    { since: addDays(today, -RECENT_DAYS) },
    { limit: EVERY },
  );
  const proposal = proposeSession({
    session,
    items: open.map(({ item }) => {
      const signal = signals.get(item.id);
      return { id: item.id, title: item.title, ...(signal && { signal }) };
    }),
    sessions,
    experiences: experiences.map(({ id: experienceId, title, recognised }) => ({
      id: experienceId,
      title,
      recognised,
    })),
    methods,
  });
  const seen = await seenBy(context, [
    { items: proposal.agreements.flatMap(({ agendaItemId }) => agendaItemId ?? []), experiences: [] },
  ]);
  return {
    ...proposal,
    agreements: proposal.agreements.map((agreement) => {
      const { agendaItemId, ...rest } = agreement;
      return agendaItemId === undefined || seen.items.has(agendaItemId) ? agreement : rest;
    }),
  };
}

export async function listMethods(context: Context, input: Input<'listMethods'>): Promise<Output<'listMethods'>> {
  memberOf(context);
  return page(context, await context.tx.query('methods', {}, sizeOf(input)));
}

export async function getCalendarKey(context: Context): Promise<Output<'getCalendarKey'>> {
  const { id } = memberOf(context);
  const known = await context.tx.load('calendarKey', id);
  return known ? { createdOn: known.createdOn } : {};
}

export const AGENDA_READS = {
  listAgendaItems,
  getAgendaItem,
  getBall,
  listHandovers,
  findSimilarItems,
  listSessions,
  getSessionProposal,
  listMethods,
  getCalendarKey,
};
