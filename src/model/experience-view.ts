/** An experience and its replies as somebody reads them: without what tells more than its author chose. */
import { addDays } from './day';
import type { Advice, Byline, Experience, ExperienceView, Reaction, Reply, ReplyView } from './experience-types';
import { ADVICE_OPENS_DAYS, FOLLOW_UP_DAYS } from './limits';
import { mayModerate } from './permissions';
import type { Day, Viewer } from './types';
import { maySee } from './visibility';

/** What is counted around an experience. */
export interface ExperienceCounts {
  reactions: Record<Reaction, number>;
  myReactions: Reaction[];
  replies: number;
  questions: number;
  /** The author answered a question. */
  isAnswered: boolean;
  isPacked: boolean;
}

export const NOTHING_COUNTED: Readonly<ExperienceCounts> = {
  reactions: { recognise: 0, help: 0, learn: 0 },
  myReactions: [],
  replies: 0,
  questions: 0,
  isAnswered: false,
  isPacked: false,
};

export interface ExperienceReader {
  viewer: Viewer;
  isMine: boolean;
  isWaiting?: boolean;
  helpers?: Byline[] | undefined;
  today: Day;
}

/** Whether somebody may read it: what is hidden or not approved yet is for its author and for moderators. */
export function mayRead(experience: Experience, viewer: Viewer, isMine: boolean): boolean {
  if (isMine) return true;
  return maySee(experience.audience, viewer) && (isForAll(experience) || mayModerate(viewer, experience));
}

/** Whether everybody of its audience reads it: it is not hidden, and does not wait for approval. */
export function isForAll({ status, hidden }: Pick<Experience, 'status' | 'hidden'>): boolean {
  return status !== 'pending' && hidden === undefined;
}

/** Question first: advice opens once a question was answered, when it is welcome, or after seven days. */
export function adviceOn(
  experience: Pick<Experience, 'adviceWelcome' | 'writtenOn'>,
  counts: Pick<ExperienceCounts, 'isAnswered'>,
  today: Day,
): Advice {
  const isOld = today >= addDays(experience.writtenOn, ADVICE_OPENS_DAYS);
  return experience.adviceWelcome || counts.isAnswered || isOld ? 'open' : 'askFirst';
}

export function experienceView(
  experience: Experience,
  counts: ExperienceCounts,
  { viewer, isMine, isWaiting, helpers, today }: ExperienceReader,
): ExperienceView {
  const {
    authorId: _id,
    authorProof: _proof,
    sortKey: _key,
    audience: _audience,
    followedUpOn: _on,
    ...shown
  } = experience;
  const { reactions, myReactions, replies, questions, isPacked } = counts;
  const { hidden, ...rest } = shown;
  return {
    ...rest,
    // Why, is for the author and for who moderates.
    ...(hidden && (isMine || mayModerate(viewer, experience)) && { hidden }),
    isMine,
    ...(isWaiting && { isWaiting }),
    advice: isMine ? 'open' : adviceOn(experience, counts, today),
    reactions,
    myReactions,
    ...(isMine && helpers && { helpers }),
    replies,
    questions,
    isPacked,
    ...(isMine && isFollowUpDue(experience, today) && { isFollowUpDue: true }),
  };
}

/** "Nu: wat ga ik doen" was so long ago, or said to be busy still, that its author may be asked what became of it. */
export function isFollowUpDue(
  {
    whatNext,
    followUp,
    followedUpOn,
    writtenOn,
  }: Pick<Experience, 'whatNext' | 'followUp' | 'followedUpOn' | 'writtenOn'>,
  today: Day,
): boolean {
  const isDone = whatNext === undefined || followUp === 'yes' || followUp === 'no';
  return !isDone && today >= addDays(followedUpOn ?? writtenOn, FOLLOW_UP_DAYS);
}

export function replyView(reply: Reply, { isMine, isWaiting }: { isMine: boolean; isWaiting?: boolean }): ReplyView {
  const { authorId: _id, authorProof: _proof, sortKey: _key, audience: _audience, ...shown } = reply;
  return { ...shown, isMine, ...(isWaiting && { isWaiting }) };
}
