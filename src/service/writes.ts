/** What can be changed, with the schemas and rules that only writing needs: fetched at the first write. */
import {
  act,
  eraseAgendaItem,
  linkItems,
  mergeItem,
  move,
  saveAgendaItem,
  setParticipation,
  settleOverlap,
} from './agenda-writes';
import { eraseCalendarKey, makeCalendarKey } from './calendar-keys';
import type { CleanPicture, Context } from './context';
import {
  eraseExperience,
  followUpExperience,
  packExperience,
  removeReaction,
  reportExperience,
  saveExperience,
  setReaction,
} from './experience-writes';
import { saveIntention } from './intention';
import { eraseMeaning, saveMeaning } from './meanings';
import { moderate } from './moderation';
import { adoptIdea, declineIdea, eraseIdea, joinIdea, saveIdea } from './ideas';
import { saveKeptReport } from './kept-reports';
import { eraseNeed, fulfilNeed, matchNeed, saveNeed, unmatchNeed } from './needs';
import { once, plainDigest } from './once';
import type { Digest } from './once';
import { pictureIn, savePicture } from './pictures';
import { eraseMe, leaveSpace, savePreferences } from './privacy-writes';
import { eraseReply, saveReply } from './replies';
import { eraseMeasurement, eraseResult, publishResult, saveMeasurement, saveResult } from './result-writes';
import { closeRound, openRound, saveCheckIn } from './rounds';
import { eraseSession, saveSession } from './sessions';
import { changeSpace, createSpace, removeMember, saveMember } from './space';
import { validate } from '../contract/schemas';
import type { Input, Output, WriteName } from '../contract/operations';

type Writes = { [N in WriteName]: (context: Context, input: Input<N>) => Promise<Output<N>> };

const WRITES: Writes = {
  createSpace,
  changeSpace,
  saveMember,
  removeMember,
  saveIntention,
  openRound,
  closeRound,
  saveCheckIn,
  saveNeed,
  eraseNeed,
  matchNeed,
  unmatchNeed,
  fulfilNeed,
  saveMeaning,
  eraseMeaning,
  saveExperience,
  eraseExperience,
  followUpExperience,
  packExperience,
  setReaction,
  removeReaction,
  saveReply,
  eraseReply,
  reportExperience,
  hideExperience: moderate('hide'),
  showExperience: moderate('show'),
  pinExperience: moderate('pin'),
  unpinExperience: moderate('unpin'),
  approveExperience: moderate('approve'),
  savePicture,
  saveAgendaItem,
  eraseAgendaItem,
  takeBall: move('take'),
  offerBall: move('offer'),
  acceptBall: move('accept'),
  returnBall: move('return'),
  withdrawBall: move('withdraw'),
  releaseBall: move('release'),
  progressBall: move('progress'),
  pauseItem: act('pauseItem'),
  resumeItem: act('resumeItem'),
  finishItem: act('finishItem'),
  stopItem: act('stopItem'),
  reopenItem: act('reopenItem'),
  mergeItem,
  linkItems,
  settleOverlap,
  setParticipation,
  saveSession,
  eraseSession,
  makeCalendarKey,
  eraseCalendarKey,
  saveResult,
  eraseResult,
  publishResult,
  saveMeasurement,
  eraseMeasurement,
  saveIdea,
  eraseIdea,
  joinIdea,
  adoptIdea,
  declineIdea,
  saveKeptReport,
  savePreferences,
  leaveSpace,
  eraseMe,
};

/** Does a write, within a transaction that is opened for it, when its input is valid. Throws `SamenError` only. */
export async function perform<N extends WriteName>(
  operation: N,
  input: unknown,
  within: <T>(work: (context: Context) => Promise<T>) => Promise<T>,
  { key, digest, cleanPicture }: { key?: string; digest?: Digest; cleanPicture?: CleanPicture },
): Promise<Output<N>> {
  const valid = validate(operation, input) as Input<N>;
  const picture = await pictureIn(operation, valid, cleanPicture, within);
  return within((context) => write({ ...context, ...(picture && { picture }) }, operation, valid, { key, digest }));
}

/** With a key, once. */
export function write<N extends WriteName>(
  context: Context,
  operation: N,
  input: Input<N>,
  { key, digest = plainDigest }: { key?: string; digest?: Digest },
): Promise<Output<N>> {
  const run = () => WRITES[operation](context, input);
  return key ? once(context, operation, input, { key, digest }, run) : run();
}
