import { found, loadSpace, memberOf } from './context';
import type { Context } from './context';
import { getExperience, readable } from './experience-reads';
import { keepWaiting } from './experience-writes';
import { isMine } from './own-writing';
import { requireVersion } from './require-version';
import type { Input } from '../contract/operations';
import { waits } from '../model/experience';
import type { Experience, Reply, ReplyView } from '../model/experience-types';
import { replyView } from '../model/experience-view';
import { demand } from '../model/permissions';
import { saveReply as saved } from '../model/reply';
import type { Id } from '../model/types';

export async function saveReply(context: Context, input: Input<'saveReply'>): Promise<ReplyView> {
  memberOf(context);
  const { tx, viewer, today, now, random } = context;
  const { experienceId, version, ...words } = input;
  const experience = await readable(context, experienceId);
  const isByAuthor = await isMine(context, experience);
  const { published, waiting, current } = await loadOwnReply(context, input);
  if (version > 0) found(current);
  const next = saved(words, {
    previous: current,
    experience,
    isByAuthor,
    advice: (await getExperience(context, { id: experienceId })).advice,
    viewer,
    proof: await tx.authorProof(input.id),
    today,
    now: now.toISOString(),
    random,
  });
  requireVersion(current, version, current && replyView(current, { isMine: true }));
  const isLater = await comesLater(context, experience, isByAuthor);
  if (isLater) await keepWaiting(context, { waiting }, next.id, { action: 'saveReply', reply: next });
  else {
    await tx.save('reply', next.id, published?.version ?? 0, next, next.audience);
    tellReply(context, experience, next.id);
  }
  return replyView(next, { isMine: true, isWaiting: isLater });
}

export async function eraseReply(context: Context, input: Input<'eraseReply'>): Promise<{ id: Id }> {
  memberOf(context);
  const { tx, viewer } = context;
  const experience = await readable(context, input.experienceId);
  const { published, waiting, current } = await loadOwnReply(context, input);
  const reply = found(current);
  demand(await isMine(context, reply), viewer, 'erase this reply');
  requireVersion(reply, input.version, replyView(reply, { isMine: true }));
  if (!published) await tx.erase('waiting', input.id);
  else if (await comesLater(context, experience, reply.isByAuthor)) {
    await keepWaiting(context, { waiting }, input.id, { action: 'eraseReply' });
  } else {
    await tx.erase('reply', input.id);
    tellReply(context, experience, input.id);
  }
  return { id: input.id };
}

/** How many replies there are stands with the experience. */
export function tellReply({ tx }: Context, { id, audience }: Experience, replyId: Id): void {
  tx.changed('reply', replyId, audience);
  tx.changed('experience', id, audience);
}

async function loadOwnReply({ tx }: Context, { id, experienceId }: { id: Id; experienceId: Id }) {
  const waiting = await tx.load('waiting', id, { lock: true });
  const there = await tx.load('reply', id, { lock: true });
  // Under another experience it is not there.
  const isOf = (reply: Reply | undefined) => (reply?.experienceId === experienceId ? reply : undefined);
  const published = isOf(there);
  const current = waiting?.action === 'eraseReply' ? undefined : (isOf(waiting?.reply) ?? published);
  return { published, waiting, current };
}

/** When the author of an anonymous post answered would tell who was there. */
async function comesLater(context: Context, experience: Experience, isByAuthor: boolean): Promise<boolean> {
  return isByAuthor && waits(undefined, experience, (await loadSpace(context)).settings);
}
