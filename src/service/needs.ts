import { INTENTION, found, memberOf } from './context';
import type { Context } from './context';
import { readableByAll, withoutHiddenLinks } from './experience-reads';
import { requireVersion } from './require-version';
import type { Input } from '../contract/operations';
import { SamenError } from '../model/errors';
import { eraseNeed as leftAfter, fulfilNeeds, matchNeeds, saveNeed as written, unmatchNeeds } from '../model/need';
import type { Id, Need } from '../model/types';

export async function saveNeed(context: Context, input: Input<'saveNeed'>): Promise<Need> {
  memberOf(context);
  const { version, ...words } = input;
  const current = await context.tx.load('need', input.id, { lock: true });
  // Whether one might change it comes after: there is nothing to change, or nothing for them.
  if (version > 0) found(current);
  // Made from what one may read, and others too.
  if (!current && input.experienceId) await readableByAll(context, input.experienceId);
  const { viewer, today } = context;
  const drivers = (await context.tx.load('intention', INTENTION))?.drivers ?? [];
  const next = written(words, { previous: current, viewer, drivers, today });
  requireVersion(current, version);
  return keep(context, current, next);
}

/** Erasing a matched need sets the other free. */
export async function eraseNeed(context: Context, input: Input<'eraseNeed'>): Promise<{ id: string }> {
  memberOf(context);
  const need = await lockedNeed(context, input.id);
  const other = await otherHalf(context, need);
  const left = leftAfter(need, other, context.viewer);
  requireVersion(need, input.version);
  if (left) await keep(context, other, left);
  await context.tx.erase('need', need.id);
  context.tx.changed('need', need.id, need.audience);
  return { id: need.id };
}

export async function matchNeed(context: Context, input: Input<'matchNeed'>): Promise<Need> {
  memberOf(context);
  const need = await lockedNeed(context, input.id);
  return keepPair(context, input.version, need, await lockedNeed(context, input.withId), matchNeeds);
}

export async function unmatchNeed(context: Context, input: Input<'unmatchNeed'>): Promise<Need> {
  return changePair(context, input, unmatchNeeds);
}

export async function fulfilNeed(context: Context, input: Input<'fulfilNeed'>): Promise<Need> {
  return changePair(context, input, fulfilNeeds);
}

async function changePair(
  context: Context,
  input: { id: Id; version: number },
  decide: typeof matchNeeds,
): Promise<Need> {
  memberOf(context);
  const need = await lockedNeed(context, input.id);
  const other = await otherHalf(context, need);
  if (!other) throw new SamenError('conflict', 'It is not matched', { reason: 'notMatched' });
  return keepPair(context, input.version, need, other, decide);
}

async function keepPair(
  context: Context,
  version: number,
  need: Need,
  other: Need,
  decide: typeof matchNeeds,
): Promise<Need> {
  requireVersion(need, version);
  const next = decide(need, other, context.viewer);
  await keep(context, other, next.other);
  return keep(context, need, next.need);
}

async function lockedNeed(context: Context, id: string): Promise<Need> {
  return found(await context.tx.load('need', id, { lock: true }));
}

async function otherHalf(context: Context, need: Need): Promise<Need | undefined> {
  return need.matchedWithId ? context.tx.load('need', need.matchedWithId, { lock: true }) : undefined;
}

async function keep(context: Context, current: Need | undefined, next: Need): Promise<Need> {
  await context.tx.save('need', next.id, current?.version ?? 0, next, next.audience);
  context.tx.changed('need', next.id, next.audience);
  return told(context, next);
}

/** Without what it links to and whoever asks may not read. */
export async function told(context: Context, need: Need): Promise<Need> {
  const linked = need.experienceId !== undefined || need.agendaItemId !== undefined;
  return linked ? found((await withoutHiddenLinks(context, [need]))[0]) : need;
}
