import { found, memberOf } from './context';
import type { Context } from './context';
import { requireVersion } from './require-version';
import type { Input } from '../contract/operations';
import { demandOwnMeaning, saveMeaning as written } from '../model/meaning';
import type { Meaning } from '../model/types';

export async function saveMeaning(context: Context, input: Input<'saveMeaning'>): Promise<Meaning> {
  const member = memberOf(context);
  const { version, ...words } = input;
  const current = await context.tx.load('meaning', member.id, { lock: true });
  requireVersion(current, version);
  const next = written(words, { previous: current, viewer: context.viewer, today: context.today });
  await context.tx.save('meaning', next.id, version, next, next.audience);
  context.tx.changed('meaning', next.id, next.audience);
  if (current && current.audience !== next.audience) context.tx.changed('meaning', next.id, current.audience);
  return next;
}

export async function eraseMeaning(context: Context, input: Input<'eraseMeaning'>): Promise<{ id: string }> {
  const member = memberOf(context);
  const current = found(await context.tx.load('meaning', member.id, { lock: true }));
  demandOwnMeaning(current, context.viewer);
  requireVersion(current, input.version);
  await context.tx.erase('meaning', current.id);
  context.tx.changed('meaning', current.id, current.audience);
  return { id: current.id };
}
