import type { Context } from './context';
import { everyRow } from './every-row';
import type { Output } from '../contract/operations';
import { suggestMatches } from '../model/suggestion';

/** Possible matches of all open needs, for a member. */
export async function listNeedSuggestions({ tx, asOf }: Context): Promise<Output<'listNeedSuggestions'>> {
  const needs = await everyRow((cursor) => tx.query('needs', {}, { limit: 100, cursor }));
  return { items: suggestMatches(needs), asOf };
}
