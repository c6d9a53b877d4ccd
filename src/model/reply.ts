/** What is said under an experience: a question first (DOMAIN: "Reply"). */
import { randomSortKey, randomVersion } from './chance';
import type { Random } from './chance';
import { SamenError } from './errors';
import { isAuthor } from './authorship';
import type { Advice, Experience, Reply } from './experience-types';
import { demand, demandMember, mayWriteExperience } from './permissions';
import { checkText, tidyText } from './text';
import type { Day, Id, Moment, Viewer } from './types';

export interface ReplyChange {
  id: Id;
  text: string;
  isQuestion: boolean;
}

export interface ReplyState {
  previous: Reply | undefined;
  experience: Experience;
  /** Whether the viewer wrote the experience. */
  isByAuthor: boolean;
  /** Whether others may give advice. */
  advice: Advice;
  viewer: Viewer;
  /** That the viewer writes this reply, where it is not under their name. */
  proof: string;
  today: Day;
  now: Moment;
  random: Random;
}

/** Throws `notFound`, `forbidden`, `invalid`, or `conflict`: `askFirst`, `experienceErased`. */
export function saveReply(input: ReplyChange, state: ReplyState): Reply {
  const { previous, experience, isByAuthor, viewer, proof, today, now, random } = state;
  const { name, jobTitle, partyId } = demandMember(viewer);
  demand(mayWriteExperience(viewer) && (!previous || isAuthor(previous, viewer, proof)), viewer, 'write this reply');
  const fields = checkText('/text', input.text, { required: true });
  if (fields.length > 0) throw new SamenError('invalid', 'The reply is not complete', { fields });
  if (experience.status === 'erased') {
    throw new SamenError('conflict', 'The experience was erased', { reason: 'experienceErased' });
  }
  if (!isByAuthor && !input.isQuestion && state.advice === 'askFirst') {
    throw new SamenError('conflict', 'A question comes first', { reason: 'askFirst' });
  }
  // Under a post without a name its author has none either: "de schrijver".
  const isUnnamed = isByAuthor && experience.authorShownAs !== 'named';
  return {
    id: input.id,
    experienceId: experience.id,
    text: tidyText(input.text),
    isQuestion: input.isQuestion,
    isByAuthor,
    ...(isUnnamed ? { authorProof: proof } : { author: { name, jobTitle, partyId }, authorId: viewer.personId }),
    writtenOn: previous?.writtenOn ?? today,
    // Those of others in the order in which they came; one that could tell when its author was there does not.
    sortKey: previous?.sortKey ?? (isUnnamed ? randomSortKey(random) : now),
    audience: experience.audience,
    version: randomVersion(random, previous?.version),
  };
}

/** What waited, as it comes out: with the day of its publication. */
export function publishReply(
  waiting: Reply,
  published: Reply | undefined,
  { today, random }: { today: Day; random: Random },
): Reply {
  return {
    ...waiting,
    writtenOn: published?.writtenOn ?? today,
    version: randomVersion(random, waiting.version),
  };
}
