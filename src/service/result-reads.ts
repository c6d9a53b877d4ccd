/** What can be asked of results and ideas. */
import { found, memberOf } from './context';
import type { Context } from './context';
import { ideaViews } from './idea-views';
import { page, sizeOf } from './page';
import type { Reads, ResultRead } from './reads';
import { resultShown, resultViews } from './result-views';

export const RESULT_READS: Reads<ResultRead> = {
  async listResults(context, input) {
    memberOf(context);
    const { status, driver: driverId, only } = input;
    const args = { ...(status && { status }), ...(driverId && { driverId }), ...(only && { only }) };
    const { rows, nextCursor } = await context.tx.query('results', args, sizeOf(input));
    return page(context, { rows: await resultViews(context, rows), nextCursor });
  },

  async getResult(context: Context, { id }) {
    memberOf(context);
    return resultShown(context, found(await context.tx.load('result', id)));
  },

  async listIdeas(context, input) {
    memberOf(context);
    const { status } = input;
    const { rows, nextCursor } = await context.tx.query('ideas', status ? { status } : {}, sizeOf(input));
    return page(context, { rows: await ideaViews(context, rows), nextCursor });
  },
};
