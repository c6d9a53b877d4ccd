import { INTENTION, found, memberOf } from './context';
import type { Context } from './context';
import { ideaById } from './idea-views';
import { told } from './needs';
import { read } from './reads';
import { sessionView } from './session-views';
import type { Input, Output, WriteName } from '../contract/operations';
import { addDays } from '../model/day';
import { SamenError } from '../model/errors';
import type { ReplyView } from '../model/experience-types';
import { replyView } from '../model/experience-view';
import type { Id } from '../model/types';

/** One way, and the same for the same text. The server's knows a secret beside. */
export type Digest = (text: string) => string | Promise<string>;

const KEY_DAYS = 30;

/** A repeat of a write that was done has no second effect; the same key for something else is refused. */
export async function once<N extends WriteName>(
  context: Context,
  operation: N,
  input: Input<N>,
  { key, digest }: { key: string; digest: Digest },
  run: () => Promise<Output<N>>,
): Promise<Output<N>> {
  const { tx, viewer, today } = context;
  const inputHash = await digest(samenessOf(operation, input, viewer.personId));
  const known = await tx.load('writeKey', key, { lock: true });
  if (known) {
    if (known.inputHash === inputHash) return (await readAnew(context, operation, input)) as Output<N>;
    // Whoever takes no part here is not told that it was used, nor by that that there is such a space.
    memberOf(context);
    throw new SamenError('conflict', 'The key was used for something else', { reason: 'keyReused' });
  }
  // Before the write, after which the asker may have left; nothing stays of it when the write is refused.
  await tx.save('writeKey', key, 0, { inputHash, expiresAt: addDays(today, KEY_DAYS) }, 'everyone');
  return run();
}

/**
 * What makes a write the same one again. Of a check-in its random key alone: there are so few people,
 * rounds and answers that a hash of them would tell who checked in, long after the check-ins were erased.
 */
function samenessOf(operation: WriteName, input: object, personId: Id): string {
  return JSON.stringify(operation === 'saveCheckIn' ? [operation] : [personId, operation, input]);
}

/** Writes that answer with no more than the id. */
const GONE: ReadonlySet<WriteName> = new Set([
  'removeMember',
  'eraseNeed',
  'eraseExperience',
  'eraseReply',
  'removeReaction',
  'reportExperience',
  'eraseAgendaItem',
  'eraseSession',
  'eraseResult',
  'eraseIdea',
]);
/** As well, of whoever asks. */
const OWN_GONE: ReadonlySet<WriteName> = new Set(['eraseMeaning', 'eraseCalendarKey', 'leaveSpace', 'eraseMe']);

async function replyNow({ tx }: Context, id: Id): Promise<ReplyView> {
  const waiting = await tx.load('waiting', id);
  const reply = found(waiting?.reply ?? (await tx.load('reply', id)));
  return replyView(reply, { isMine: true, isWaiting: waiting !== undefined });
}

/** What there is now of the thing that an earlier write with this key changed. */
async function readAnew(context: Context, operation: WriteName, input: unknown): Promise<unknown> {
  const { tx, viewer } = context;
  const { id = '', roundId = '', resultId = '' } = input as { id?: Id; roundId?: Id; resultId?: Id };
  // What is gone stays gone, also when the second answer is asked by who has left since.
  if (GONE.has(operation)) return { id };
  if (OWN_GONE.has(operation)) return { id: viewer.personId };
  memberOf(context);
  switch (operation) {
    case 'createSpace':
    case 'changeSpace':
      return read('getSpace', context, {});
    case 'saveMember':
      return found(await tx.load('member', id));
    case 'saveIntention':
      return found(await tx.load('intention', INTENTION));
    case 'openRound':
    case 'closeRound':
      return found(await tx.load('round', id));
    case 'saveCheckIn':
      return read('getMyCheckIn', context, { roundId });
    case 'saveNeed':
    case 'matchNeed':
    case 'unmatchNeed':
    case 'fulfilNeed':
      return told(context, found(await tx.load('need', id)));
    case 'saveMeaning':
      return found(await tx.load('meaning', viewer.personId));
    case 'saveReply':
      return replyNow(context, id);
    case 'saveAgendaItem':
    case 'pauseItem':
    case 'resumeItem':
    case 'finishItem':
    case 'stopItem':
    case 'reopenItem':
    case 'mergeItem':
    case 'linkItems':
    case 'settleOverlap':
    case 'setParticipation':
      return read('getAgendaItem', context, { id });
    case 'takeBall':
    case 'offerBall':
    case 'acceptBall':
    case 'returnBall':
    case 'withdrawBall':
    case 'releaseBall':
    case 'progressBall':
      return read('getBall', context, { id });
    case 'saveSession':
      return sessionView(context, found(await tx.load('session', id)));
    // Told once: a repeat only says that there is one.
    case 'makeCalendarKey':
      return read('getCalendarKey', context, {});
    case 'saveResult':
    case 'publishResult':
      return read('getResult', context, { id });
    case 'saveMeasurement':
    case 'eraseMeasurement':
      return read('getResult', context, { id: resultId });
    case 'saveIdea':
    case 'joinIdea':
    case 'adoptIdea':
    case 'declineIdea':
      return ideaById(context, id);
    case 'saveKeptReport':
      return read('getKeptReport', context, { id });
    case 'savePreferences':
      return read('getPreferences', context, {});
    case 'savePicture':
      return { id, type: found(await tx.load('picture', id)).type };
    default:
      return read('getExperience', context, { id });
  }
}

/**
 * FNV-1a, twice: enough to tell two inputs apart where nobody is after the difference. Also without
 * Web Crypto, which browsers withhold from plain http.
 */
export function plainDigest(text: string): string {
  let [one, other] = [0x811c9dc5, 0x7ee3623b];
  for (let i = 0; i < text.length; i += 1) {
    one = Math.imul(one ^ text.charCodeAt(i), 0x01000193);
    other = Math.imul(other ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
