/**
 * Once a day all that anonymous authors wrote, changed or erased comes out together, in random order: when
 * somebody was there is told to nobody (DOMAIN: "Nobody finds an anonymous author").
 */
import type { Context } from './context';
import { everyRow } from './every-row';
import { dropPicture, publishOn, removeExperience, tellExperience } from './experience-writes';
import { tellReply } from './replies';
import type { Tx } from './storage';
import { shuffled } from '../model/chance';
import { addDays } from '../model/day';
import { publishExperience } from '../model/experience';
import type { Waiting } from '../model/experience-types';
import { publishReply } from '../model/reply';

/** What is due. Whether there was anything. */
export async function publishDue(context: Context): Promise<boolean> {
  const { tx, random } = context;
  // What is written now comes out at the next seven o'clock; what is due came before the last one.
  const day = addDays(publishOn(context), -1);
  const due = await everyRow((cursor) => tx.query('waitingUntil', { day }, { limit: 100, cursor }));
  for (const waiting of shuffled(due, random)) {
    await publish(context, waiting);
    await tx.erase('waiting', waiting.id);
  }
  return due.length > 0;
}

async function publish(context: Context, waiting: Waiting): Promise<void> {
  const { tx } = context;
  if (waiting.reply || waiting.action === 'eraseReply') return publishReplyOf(context, waiting);
  const published = await ownRow(tx, 'experience', waiting);
  if (published === 'other') return;
  if (waiting.action === 'eraseExperience') {
    if (published) await removeExperience(context, published);
    return;
  }
  if (!waiting.experience) return;
  const next = publishExperience(waiting.experience, published, context);
  if (published) await dropPicture(context, published, next.pictureId);
  await tx.save('experience', next.id, published?.version ?? 0, next, next.audience);
  tellExperience(context, published, next);
}

async function publishReplyOf(context: Context, waiting: Waiting): Promise<void> {
  const { tx } = context;
  const published = await ownRow(tx, 'reply', waiting);
  if (published === 'other') return;
  const experience = await tx.load('experience', waiting.reply?.experienceId ?? published?.experienceId ?? '');
  // To what was erased nothing is added; what its author said there can still go.
  if (!experience || (waiting.reply && experience.status === 'erased')) return;
  if (waiting.reply) {
    const next = publishReply(waiting.reply, published, context);
    await tx.save('reply', next.id, published?.version ?? 0, next, experience.audience);
  } else await tx.erase('reply', waiting.id);
  tellReply(context, experience, waiting.id);
}

/** What is there under this id; `other`: it is somebody else's, and stays as it is. */
async function ownRow<K extends 'experience' | 'reply'>(tx: Tx, kind: K, { id, authorProof }: Waiting) {
  const row = await tx.load(kind, id, { lock: true });
  return row && row.authorProof !== authorProof ? ('other' as const) : row;
}
