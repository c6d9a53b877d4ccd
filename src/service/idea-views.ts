/** Ideas as whoever asks reads them: without links that are not for them. */
import { seenBy } from './agenda-views';
import { found } from './context';
import type { Context } from './context';
import { ideaView } from '../model/idea';
import type { Idea, IdeaView } from '../model/result-types';
import type { Id } from '../model/types';

export async function ideaViews(context: Context, ideas: readonly Idea[]): Promise<IdeaView[]> {
  const ids = (id: Id | undefined) => (id === undefined ? [] : [id]);
  const seen = await seenBy(
    context,
    ideas.map(({ agendaItemId, experienceId }) => ({ items: ids(agendaItemId), experiences: ids(experienceId) })),
  );
  return ideas.map((idea) => ideaView(idea, seen, context.viewer));
}

export async function ideaShown(context: Context, idea: Idea): Promise<IdeaView> {
  return found((await ideaViews(context, [idea]))[0]);
}

export async function ideaById(context: Context, id: Id): Promise<IdeaView> {
  return ideaShown(context, found(await context.tx.load('idea', id)));
}
