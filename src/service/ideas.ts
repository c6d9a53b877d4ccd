/** Ideas: sharing one, joining in, and the core team's answer. */
import { found, INTENTION, loadSpace, memberOf } from './context';
import type { Context } from './context';
import { readableByAll } from './experience-reads';
import { ideaShown } from './idea-views';
import { requireVersion } from './require-version';
import type { Input } from '../contract/operations';
import { SamenError } from '../model/errors';
import {
  adoptIdea as adopted,
  declineIdea as declined,
  demandIdeaEraser,
  joinIdea as joined,
  saveIdea as written,
} from '../model/idea';
import type { Idea, IdeaView } from '../model/result-types';
import type { Id } from '../model/types';

export async function saveIdea(context: Context, input: Input<'saveIdea'>): Promise<IdeaView> {
  memberOf(context);
  const { tx, viewer, today } = context;
  const { version, ...words } = input;
  const previous = await tx.load('idea', input.id, { lock: true });
  if (version > 0) found(previous);
  requireVersion(previous, version, previous && (await ideaShown(context, previous)));
  const { parties } = await loadSpace(context);
  const drivers = (await tx.load('intention', INTENTION))?.drivers ?? [];
  const next = written(words, { previous, viewer, parties, drivers, today });
  if (!previous && words.experienceId !== undefined) await readableByAll(context, words.experienceId);
  return keep(context, previous, next);
}

export async function eraseIdea(context: Context, { id, version }: Input<'eraseIdea'>): Promise<{ id: Id }> {
  const { tx, viewer } = context;
  const idea = await locked(context, id);
  demandIdeaEraser(idea, viewer);
  requireVersion(idea, version, await ideaShown(context, idea));
  await tx.erase('idea', id);
  tx.changed('idea', id, idea.audience);
  return { id };
}

export async function joinIdea(context: Context, { id, as }: Input<'joinIdea'>): Promise<IdeaView> {
  const before = await locked(context, id);
  return keep(context, before, joined(before, as, context.viewer));
}

/** The idea and the item that it becomes, in one transaction: there is never one without the other. */
export async function adoptIdea(context: Context, input: Input<'adoptIdea'>): Promise<IdeaView> {
  const { tx } = context;
  const { agendaItemId } = input;
  const before = await based(context, input);
  const { idea, item, ball } = adopted(before, input, context);
  if (await tx.load('agendaItem', agendaItemId, { lock: true })) {
    throw new SamenError('conflict', 'There is such an item', { reason: 'alreadyExists' });
  }
  await tx.save('agendaItem', item.id, 0, item, item.audience);
  await tx.save('ball', ball.id, 0, ball, item.audience);
  tx.changed('agendaItem', item.id, item.audience);
  tx.changed('ball', ball.id, item.audience);
  return keep(context, before, idea);
}

export async function declineIdea(context: Context, input: Input<'declineIdea'>): Promise<IdeaView> {
  const before = await based(context, input);
  return keep(context, before, declined(before, input.reason, context));
}

async function locked(context: Context, id: Id): Promise<Idea> {
  memberOf(context);
  return found(await context.tx.load('idea', id, { lock: true }));
}

async function based(context: Context, { id, version }: { id: Id; version: number }): Promise<Idea> {
  const idea = await locked(context, id);
  requireVersion(idea, version, await ideaShown(context, idea));
  return idea;
}

async function keep(context: Context, before: Idea | undefined, next: Idea): Promise<IdeaView> {
  const { tx } = context;
  await tx.save('idea', next.id, before?.version ?? 0, next, next.audience);
  tx.changed('idea', next.id, next.audience);
  return ideaShown(context, next);
}
