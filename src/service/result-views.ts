/** Results as whoever asks reads them: with the evidence that is for them. */
import { inPortions } from './agenda-views';
import { found } from './context';
import type { Context } from './context';
import { inFeed } from './kept-views';
import { resultView } from '../model/result-view';
import type { EvidenceRead } from '../model/result-view';
import type { Result, ResultView } from '../model/result-types';
import type { Id } from '../model/types';

type Named = Pick<Result, 'experienceIds' | 'agendaItemIds'>;

/** Of what these name, what is there for whoever asks: what was erased, is hidden or not approved yet is no evidence. */
export async function evidenceOf(context: Context, results: readonly Named[]): Promise<EvidenceRead> {
  const each = (ids: (result: Named) => readonly Id[]) => [...new Set(results.flatMap(ids))];
  const experienceIds = each((result) => result.experienceIds);
  const itemIds = each((result) => result.agendaItemIds);
  const items = await inPortions(itemIds, async (ids) => (await context.tx.query('agendaItemsById', { ids })).rows);
  return {
    experiences: await inFeed(context, experienceIds),
    items: new Map(items.map(({ item }) => [item.id, item.title])),
  };
}

/** Results as they are answered. */
export async function resultViews(context: Context, results: readonly Result[]): Promise<ResultView[]> {
  const evidence = await evidenceOf(context, results);
  return results.map((result) => resultView(result, evidence, context.viewer));
}

export async function resultShown(context: Context, result: Result): Promise<ResultView> {
  return found((await resultViews(context, [result]))[0]);
}
