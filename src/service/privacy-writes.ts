import { loadSpace, memberOf } from './context';
import type { Context } from './context';
import { everyRow } from './every-row';
import { requireVersion } from './require-version';
import type { Input, Output } from '../contract/operations';
import { refuseLeaving } from '../model/leaving';
import type { Preferences } from '../model/privacy-types';
import type { Member } from '../model/types';

export async function savePreferences(context: Context, input: Input<'savePreferences'>): Promise<Preferences> {
  const { id } = memberOf(context);
  const { tx } = context;
  const { version, ...words } = input;
  const current = await tx.load('preferences', id, { lock: true });
  requireVersion(current, version);
  const next = { ...words, version: version + 1 };
  await tx.save('preferences', id, version, next, `person:${id}`);
  tx.changed('preferences', id, `person:${id}`);
  return next;
}

/** The storage takes the name away with the membership (storage.ts, `erase`). */
export async function leaveSpace(context: Context): Promise<Output<'leaveSpace'>> {
  const { tx } = context;
  const me = await refuseIfLast(context);
  await tx.erase('member', me.id);
  tx.changed('member', me.id, 'everyone');
  return { id: me.id };
}

/** Of the space that it is asked in; the backend asks all of them (erase-everywhere.ts). */
export const eraseMe = leaveSpace;

/** Whoever asks, when the space can do without them. One at a time, for two who leave must not each count on the other. */
export async function refuseIfLast(context: Context): Promise<Member> {
  const me = memberOf(context);
  await loadSpace(context, true);
  refuseLeaving(me, await everyRow((cursor) => context.tx.query('members', {}, { limit: 100, cursor })));
  return me;
}
