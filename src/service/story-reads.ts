/** What is told of all of it together: the figures, the chain, and the report of a period. */
import { getChain } from './chains';
import { found, memberOf } from './context';
import { getFigures } from './figures';
import { keptShown } from './kept-views';
import { page, sizeOf } from './page';
import type { Reads, StoryRead } from './reads';
import { getReport } from './reports';

export const STORY_READS: Reads<StoryRead> = {
  getFigures,
  getChain,
  getReport,

  async listKeptReports(context, input) {
    memberOf(context);
    const { rows, nextCursor } = await context.tx.query('keptReports', {}, sizeOf(input));
    return page(context, { rows: await keptShown(context, rows), nextCursor });
  },

  async getKeptReport(context, { id }) {
    memberOf(context);
    const [kept] = await keptShown(context, [found(await context.tx.load('keptReport', id))]);
    return found(kept);
  },
};
