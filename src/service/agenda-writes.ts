/** Writing agenda items, moving their balls, and what else is done with them: load, let the model decide, save. */
import { itemsSeen, viewById, viewsOf, itemFound } from './agenda-views';
import { found, INTENTION, loadSpace, memberOf } from './context';
import type { Context } from './context';
import { readableByAll } from './experience-reads';
import { requireVersion } from './require-version';
import type { Input } from '../contract/operations';
import {
  closeItem,
  linkItems as linked,
  mergeItem as merged,
  pauseItem as paused,
  reopenItem as reopened,
  resumeItem as resumed,
  saveItem,
  setParticipation as participating,
  settleOverlap as settled,
} from '../model/agenda-item';
import type { AgendaItem, AgendaItemView, Ball, BallMove, BallView } from '../model/agenda-types';
import { ballView } from '../model/agenda-view';
import { follows } from '../model/agenda-item';
import { moveBall, refuse } from '../model/ball';
import type { BallSituation, MoveInput, Moved } from '../model/ball';
import { SamenError } from '../model/errors';
import { newId } from '../model/new-id';
import { demand, isCoreTeam, mayMatchNeeds } from '../model/permissions';
import type { Id } from '../model/types';

export async function saveAgendaItem(context: Context, input: Input<'saveAgendaItem'>): Promise<AgendaItemView> {
  memberOf(context);
  const { tx, viewer, now, today } = context;
  const { version, ...words } = input;
  const previous = await loadBoth(context, input.id);
  // Whether one might change it comes after: there is nothing to change, or nothing for them.
  if (version > 0) found(previous);
  requireVersion(previous?.item, version, previous && (await shown(context, input.id)));
  const { parties, phases } = await loadSpace(context);
  const drivers = (await tx.load('intention', INTENTION))?.drivers ?? [];
  const next = saveItem(words, { previous, viewer, parties, phases, drivers, now, today });
  if (!previous) await madeFrom(context, words);
  await keepItem(context, previous?.item, next.item);
  if (!previous) await keepBall(context, undefined, next.ball, next.item);
  // As visible as its item, without having moved.
  else if (previous.item.audience !== next.item.audience) await keepBall(context, next.ball, next.ball, next.item);
  return viewById(context, input.id);
}

/** What an item is made from is there for whoever makes it. A matched need, and its other half, know their item then. */
async function madeFrom(
  context: Context,
  { id, experienceId, needId, sessionId }: Omit<Input<'saveAgendaItem'>, 'version'>,
): Promise<void> {
  const { tx, viewer } = context;
  if (experienceId) await readableByAll(context, experienceId);
  if (sessionId) found(await tx.load('session', sessionId));
  if (!needId) return;
  const need = found(await tx.load('need', needId, { lock: true }));
  const other = need.matchedWithId ? await tx.load('need', need.matchedWithId, { lock: true }) : undefined;
  if (!other) throw new SamenError('conflict', 'It is not matched', { reason: 'notMatched' });
  demand(mayMatchNeeds(viewer, need, other), viewer, 'make an item of this need');
  const already = need.agendaItemId && (await itemsSeen(context, [need.agendaItemId])).has(need.agendaItemId);
  if (already) throw new SamenError('conflict', 'It has its item', { reason: 'alreadyExists' });
  for (const each of [need, other]) {
    await tx.save(
      'need',
      each.id,
      each.version,
      { ...each, agendaItemId: id, version: each.version + 1 },
      each.audience,
    );
    tx.changed('need', each.id, each.audience);
  }
}

/** With its ball and its log. What names it elsewhere names nothing any more, and is told to nobody. */
export async function eraseAgendaItem(context: Context, input: Input<'eraseAgendaItem'>): Promise<{ id: Id }> {
  memberOf(context);
  const { tx, viewer } = context;
  const { item } = found(await loadBoth(context, input.id));
  demand(isCoreTeam(viewer), viewer, 'erase an agenda item');
  requireVersion(item, input.version, await shown(context, input.id));
  await tx.erase('agendaItem', item.id);
  tx.changed('agendaItem', item.id, item.audience);
  tx.changed('ball', item.id, item.audience);
  return { id: item.id };
}

/** Each move is an operation of its own: what is done stands in the address, what was typed in the body. */
export const move =
  (name: BallMove) =>
  async (context: Context, input: MoveInput & { id: Id; version: number }): Promise<BallView> => {
    memberOf(context);
    const { id, version, ...typed } = input;
    const { viewer } = context;
    const before = found(await loadBoth(context, id));
    if (before.item.followsId && follows(before, (await itemFound(context, id)).followed)) {
      refuse('itemFollows', 'The ball is that of another item');
    }
    const based = (await isOnlyExpired(context, before.ball, version)) ? before.ball.version : version;
    requireVersion(before.ball, based, ballView(before, viewer, context));
    const moved = moveBall(name, typed, await situation(context, before));
    await keepMoved(context, before, moved);
    return ballView(moved, viewer, context);
  };

/** That an offer lapsed in between is nobody's change: whoever looked before it did is not too late for that. */
async function isOnlyExpired({ tx }: Context, { id, offer, version: now }: Ball, version: number): Promise<boolean> {
  if (!offer?.isExpiryLogged || now !== version + 1) return false;
  const [last] = (await tx.query('handovers', { itemId: id }, { limit: 1 })).rows;
  return last?.kind === 'expired' && last.number === version;
}

type Act = (input: { reason?: string }, situation: BallSituation) => Moved;

const ACTS = {
  pauseItem: ({ reason = '' }, at) => paused(reason, at),
  resumeItem: (_, at) => resumed(at),
  finishItem: ({ reason }, at) => closeItem('done', reason, at),
  stopItem: ({ reason }, at) => closeItem('stopped', reason, at),
  reopenItem: (_, at) => reopened(at),
} satisfies Record<string, Act>;

export const act =
  (name: keyof typeof ACTS) =>
  async (context: Context, { id, version, reason }: Input<'finishItem'>): Promise<AgendaItemView> => {
    memberOf(context);
    const before = found(await loadBoth(context, id));
    requireVersion(before.item, version, await shown(context, id));
    const decide: Act = ACTS[name];
    await keepMoved(
      context,
      before,
      decide({ ...(reason !== undefined && { reason }) }, await situation(context, before)),
    );
    return viewById(context, id);
  };

export async function mergeItem(context: Context, input: Input<'mergeItem'>): Promise<AgendaItemView> {
  const { before, other } = await loadPair(context, input);
  await keepMoved(context, before, merged(other.item, await situation(context, before)));
  return viewById(context, input.id);
}

export async function linkItems(context: Context, input: Input<'linkItems'>): Promise<AgendaItemView> {
  const { before, other } = await loadPair(context, input);
  const isFollowed = (await context.tx.query('followers', { id: input.id }, { limit: 1 })).rows.length > 0;
  await keepMoved(context, before, linked(other.item, { ...(await situation(context, before)), isFollowed }));
  return viewById(context, input.id);
}

export async function settleOverlap(context: Context, input: Input<'settleOverlap'>): Promise<AgendaItemView> {
  const { before, other } = await loadPair(context, input);
  const next = settled(other, await situation(context, before));
  await keepItem(context, before.item, next.item);
  await keepItem(context, other.item, next.other);
  return viewById(context, input.id);
}

export async function setParticipation(context: Context, input: Input<'setParticipation'>): Promise<AgendaItemView> {
  memberOf(context);
  const { id, partyId, as } = input;
  const before = found(await loadBoth(context, id));
  await keepItem(context, before.item, participating(partyId, as, await situation(context, before)));
  return viewById(context, id);
}

interface Both {
  item: AgendaItem;
  ball: Ball;
}

/** An item and its ball, for nobody else to change meanwhile: always in this order. */
async function loadBoth({ tx }: Context, id: Id): Promise<Both | undefined> {
  const item = await tx.load('agendaItem', id, { lock: true });
  const ball = item && (await tx.load('ball', id, { lock: true }));
  return item && ball && { item, ball };
}

/** Two items, locked in the order of their ids: who pairs them the other way round waits, and nobody for ever. */
async function loadPair(
  context: Context,
  { id, otherId, version }: Input<'mergeItem'>,
): Promise<{ before: Both; other: Both }> {
  memberOf(context);
  const [first, last] = [id, otherId].sort();
  const loaded = new Map<Id, Both | undefined>();
  for (const each of [first, last]) if (each) loaded.set(each, await loadBoth(context, each));
  const before = found(loaded.get(id));
  const other = found(loaded.get(otherId));
  requireVersion(before.item, version, await shown(context, id));
  return { before, other };
}

async function situation(context: Context, { item, ball }: Both): Promise<BallSituation> {
  const { viewer, now, today } = context;
  const { parties } = await loadSpace(context);
  return { item, ball, viewer, parties, now, today, newId };
}

async function keepMoved(context: Context, before: Both, { item, ball, handovers }: Moved): Promise<void> {
  const { tx } = context;
  if (item !== before.item) await keepItem(context, before.item, item);
  if (ball !== before.ball) await keepBall(context, before.ball, ball, item);
  for (const line of handovers) await tx.save('handover', line.id, 0, line, line.audience);
}

async function keepItem({ tx }: Context, before: AgendaItem | undefined, next: AgendaItem): Promise<void> {
  await tx.save('agendaItem', next.id, before?.version ?? 0, next, next.audience);
  tx.changed('agendaItem', next.id, next.audience);
}

async function keepBall(
  { tx }: Context,
  before: Ball | undefined,
  next: Ball,
  { audience }: AgendaItem,
): Promise<void> {
  await tx.save('ball', next.id, before?.version ?? 0, next, audience);
  tx.changed('ball', next.id, audience);
}

/** What is there now, for whoever came too late. */
const shown = async (context: Context, id: Id) => (await viewsOf(context, [await itemFound(context, id)]))[0];
