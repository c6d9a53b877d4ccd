import { found, loadSpace, memberOf } from './context';
import type { Context } from './context';
import { getExperience, readable } from './experience-reads';
import { keepWaiting, tellExperience } from './experience-writes';
import { isMine } from './own-writing';
import { requireVersion } from './require-version';
import type { Input } from '../contract/operations';
import { waits } from '../model/experience';
import type { Experience, Reply, ReplyView } from '../model/experience-types';
import { isForAll, replyView } from '../model/experience-view';
import { demand } from '../model/permissions';
import { saveReply as saved } from '../model/reply';
import type { Id } from '../model/types';

export async function saveReply(context: Context, input: Input<'saveReply'>): Promise<ReplyView> {
  memberOf(context);
  const { tx, viewer, today, now, random } = context;
  const { experienceId, version, ...words } = input;
  // Locked, as by who erases it: neither passes the other by.
  const experience = await readable(context, experienceId, true);
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
    // What waited would come over it.
    if (waiting) await tx.erase('waiting', next.id);
    await tx.save('reply', next.id, published?.version ?? 0, next, next.audience);
    tellReply(context, experience, next.id);
  }
  return replyView(next, { isMine: true, isWaiting: isLater });
}

export async function eraseReply(context: Context, input: Input<'eraseReply'>): Promise<{ id: Id }> {
  memberOf(context);
  const { tx } = context;
  const { published, waiting, current } = await loadOwnReply(context, input);
  const reply = await demandMine(context, current, input.experienceId);
  requireVersion(reply, input.version, replyView(reply, { isMine: true }));
  const experience = await tx.load('experience', input.experienceId);
  if (!published) await tx.erase('waiting', input.id);
  else if (experience && (await comesLater(context, experience, reply.isByAuthor))) {
    await keepWaiting(context, { waiting }, input.id, { action: 'eraseReply' });
  } else {
    // What waited would bring it back.
    if (waiting) await tx.erase('waiting', input.id);
    await tx.erase('reply', input.id);
    // Who may read what is not for whoever asks any more, is not theirs to know.
    if (experience) tellReply(context, experience, input.id);
  }
  return { id: input.id };
}

/** One's own words, wherever they stand: also under what is not for them any more. Of others’, what they may know of it. */
async function demandMine(context: Context, reply: Reply | undefined, experienceId: Id): Promise<Reply> {
  if (reply && (await isMine(context, reply))) return reply;
  await readable(context, experienceId);
  demand(reply === undefined, context.viewer, 'erase this reply');
  return found(reply);
}

/** How many replies there are stands with the experience. */
export function tellReply(context: Context, experience: Experience, replyId: Id): void {
  if (isForAll(experience)) context.tx.changed('reply', replyId, experience.audience);
  tellExperience(context, experience);
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
