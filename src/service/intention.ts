import { INTENTION, loadSpace } from './context';
import type { Context } from './context';
import { requireVersion } from './require-version';
import type { Input } from '../contract/operations';
import { saveIntention as written } from '../model/intention';
import { demand, isSettingUp, mayEditIntention } from '../model/permissions';
import type { Intention } from '../model/types';

export async function saveIntention(context: Context, input: Input<'saveIntention'>): Promise<Intention> {
  demand(mayEditIntention(context.viewer), context.viewer, 'edit the intention');
  const space = await loadSpace(context);
  const current = await context.tx.load('intention', INTENTION, { lock: true });
  const { version, ...words } = input;
  requireVersion(current, version);
  const next = written(words, {
    previous: current,
    viewer: context.viewer,
    today: context.today,
    isSettingUp: isSettingUp(space),
  });
  await context.tx.save('intention', INTENTION, version, next, 'everyone');
  context.tx.changed('intention', INTENTION, 'everyone');
  return next;
}
