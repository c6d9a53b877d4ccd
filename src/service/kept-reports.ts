/** Keeping what was chosen and written for a report. */
import { found, memberOf } from './context';
import type { Context } from './context';
import { idsOf, inFeed, keptShown } from './kept-views';
import { requireVersion } from './require-version';
import type { Input, Output } from '../contract/operations';
import { demandKeeper, keepReport } from '../model/kept-report';
import { mayKeepReports } from '../model/permissions';
import type { KeptReport } from '../model/result-types';

export async function saveKeptReport(
  context: Context,
  input: Input<'saveKeptReport'>,
): Promise<Output<'saveKeptReport'>> {
  memberOf(context);
  const { tx, viewer, today } = context;
  const { version, ...words } = input;
  if (mayKeepReports(viewer)) await lockNamed(context, words, await tx.load('keptReport', input.id));
  const previous = await tx.load('keptReport', input.id, { lock: true });
  if (version > 0) found(previous);
  demandKeeper(previous, viewer);
  const readable = new Set((await inFeed(context, [...idsOf(words), ...(previous ? idsOf(previous) : [])])).keys());
  const next = keepReport(words, { previous, viewer, readable, today });
  requireVersion(previous, version, previous && (await keptShown(context, [previous]))[0]);
  await tx.save('keptReport', next.id, version, next, next.audience);
  tx.changed('keptReport', next.id, next.audience);
  return found((await keptShown(context, [next]))[0]);
}

/** As by who erases one of these: what is said beside it goes with it, and neither passes the other by. In one order. */
async function lockNamed({ tx }: Context, ...reports: (Pick<KeptReport, 'choices'> | undefined)[]): Promise<void> {
  const ids = new Set(reports.flatMap((report) => (report ? idsOf(report) : [])));
  for (const id of [...ids].sort()) await tx.load('experience', id, { lock: true });
}
