/** Writing results, their values, and publishing them: load, let the model decide, save. */
import { found, INTENTION, loadSpace, memberOf } from './context';
import type { Context } from './context';
import { requireVersion } from './require-version';
import { evidenceOf, resultShown } from './result-views';
import type { Input } from '../contract/operations';
import {
  demandEraser,
  eraseMeasurement as withoutMeasurement,
  publishResult as published,
  saveMeasurement as withMeasurement,
  saveResult as written,
} from '../model/result';
import type { ResultActing, ResultWords, SeenEvidence } from '../model/result';
import type { Result, ResultView } from '../model/result-types';
import type { Id } from '../model/types';
import { resultAudience } from '../model/visibility';

export async function saveResult(context: Context, input: Input<'saveResult'>): Promise<ResultView> {
  memberOf(context);
  const { tx, viewer, today } = context;
  const { version, ...words } = input;
  const previous = await tx.load('result', input.id, { lock: true });
  // Whether one might change it comes after: there is nothing to change, or nothing for them.
  if (version > 0) found(previous);
  requireVersion(previous, version, previous && (await resultShown(context, previous)));
  const { parties } = await loadSpace(context);
  const drivers = (await tx.load('intention', INTENTION))?.drivers ?? [];
  const seen = await seenEvidence(context, words, previous);
  return keep(context, previous, written(words, { previous, viewer, parties, drivers, seen, today }));
}

export async function eraseResult(context: Context, { id, version }: Input<'eraseResult'>): Promise<{ id: Id }> {
  memberOf(context);
  const { tx, viewer } = context;
  const result = found(await tx.load('result', id, { lock: true }));
  demandEraser(viewer, result);
  requireVersion(result, version, await resultShown(context, result));
  await tx.erase('result', id);
  tx.changed('result', id, resultAudience(result));
  return { id };
}

export function publishResult(context: Context, input: Input<'publishResult'>): Promise<ResultView> {
  return change(context, input, (result, acting) => published(result, input.reason, acting));
}

export function saveMeasurement(context: Context, input: Input<'saveMeasurement'>): Promise<ResultView> {
  const { resultId, version, ...measurement } = input;
  return change(context, { id: resultId, version }, (result, acting) => withMeasurement(result, measurement, acting));
}

export function eraseMeasurement(context: Context, input: Input<'eraseMeasurement'>): Promise<ResultView> {
  const { resultId, id, version } = input;
  return change(context, { id: resultId, version }, (result, acting) => withoutMeasurement(result, id, acting));
}

async function change(
  context: Context,
  { id, version }: { id: Id; version: number },
  decide: (result: Result, acting: ResultActing) => Result,
): Promise<ResultView> {
  memberOf(context);
  const before = found(await context.tx.load('result', id, { lock: true }));
  requireVersion(before, version, await resultShown(context, before));
  return keep(context, before, decide(before, context));
}

async function keep(context: Context, before: Result | undefined, next: Result): Promise<ResultView> {
  const { tx } = context;
  await tx.save('result', next.id, before?.version ?? 0, next, resultAudience(next));
  tx.changed('result', next.id, resultAudience(next));
  return resultShown(context, next);
}

/** What is there for whoever writes, of what is named now and was before. */
async function seenEvidence(context: Context, words: ResultWords, previous: Result | undefined): Promise<SeenEvidence> {
  const { experiences, items } = await evidenceOf(context, previous ? [words, previous] : [words]);
  return { experiences: new Set(experiences.keys()), items: new Set(items.keys()) };
}
