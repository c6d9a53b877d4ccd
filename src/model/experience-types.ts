/** What the backpack holds, as plain data (DOMAIN: "Backpack"). Days are `YYYY-MM-DD`. */
import type { Audience, AudienceChoice, Day, Id } from './types';

/** Gelukt, geleerd, vraag. */
export type ExperienceKind = 'success' | 'lesson' | 'question';
export const EXPERIENCE_KINDS: readonly ExperienceKind[] = ['success', 'lesson', 'question'];

/** Under which name a post stands, from most to least open. Chosen for each post. */
export type AuthorShownAs = 'named' | 'jobTitle' | 'anonymous';
export const AUTHOR_SHOWN_AS: readonly AuthorShownAs[] = ['named', 'jobTitle', 'anonymous'];

/** Herkenbaar, ik help mee, hier leer ik van. */
export type Reaction = 'recognise' | 'help' | 'learn';
export const REACTIONS: readonly Reaction[] = ['recognise', 'help', 'learn'];

/** Whether "nu: wat ga ik doen" was done: yes, busy with it, no. */
export type FollowUp = 'yes' | 'busy' | 'no';
export const FOLLOW_UPS: readonly FollowUp[] = ['yes', 'busy', 'no'];

/** The languages an author can say a post is in. */
export type Language = 'nl' | 'en';

/** Somebody as others read of them: the name only where they chose so; of who left, neither. */
export interface Byline {
  /** Empty when not shown, or not known. */
  name: string;
  jobTitle: string;
  partyId: Id;
  /** Has left the space: "oud-deelnemer", with no way back to who it was. */
  isFormer?: true;
}

/** What the author types of an experience. Texts of at most 5,000 characters, the title 200. */
export interface ExperienceContent {
  title: string;
  kind: ExperienceKind;
  whatHappened: string;
  /** Dus: wat leerde ik? */
  whatLearned?: string;
  /** Nu: wat ga ik doen? */
  whatNext?: string;
  /** A question to the others. */
  askOthers?: string;
  /** Advice may be given before a question was answered. */
  adviceWelcome: boolean;
  driverIds: Id[];
  agendaItemId?: Id;
  pictureId?: Id;
  language: Language;
}

/** `published`; `pending`: an anonymous post that the core team is to approve; `erased`: a tombstone, all texts empty. */
export type ExperienceStatus = 'published' | 'pending' | 'erased';

/**
 * An experience as it is stored. Who wrote it stands in it only when shown as `named`; else there is a
 * proof that is of use to who has the author key, and to nobody else ("Nobody finds an anonymous author").
 */
export interface Experience extends ExperienceContent {
  id: Id;
  authorShownAs: AuthorShownAs;
  /** As shown; absent when anonymous, which has no party either. */
  author?: Byline;
  /** Only of a named author, and of what nobody else reads. */
  authorId?: Id;
  /** HMAC by the author key over space, post and person; for every author who is not named. */
  authorProof?: string;
  audienceChoice: AudienceChoice;
  audience: Audience;
  /** The day readers see; of an anonymous post that of its publication. Never a time. */
  writtenOn: Day;
  /** Random: the order within a day. */
  sortKey: string;
  status: ExperienceStatus;
  /** Hidden by the core team; the author reads why. */
  hidden?: { reason: string; on: Day };
  isPinned: boolean;
  followUp?: FollowUp;
  /** The day on which "busy" was said: of the next asking, nothing else. */
  followedUpOn?: Day;
  /** Random, other at each change: a number that counts would tell how often somebody came back. */
  version: number;
}

/** What somebody said under an experience. */
export interface Reply {
  id: Id;
  experienceId: Id;
  text: string;
  isQuestion: boolean;
  /** Of the author of the experience; under one that is not named there is no more to say of who: "de schrijver". */
  isByAuthor: boolean;
  author?: Byline;
  authorId?: Id;
  authorProof?: string;
  writtenOn: Day;
  /** The order within a day. */
  sortKey: string;
  /** As that of the experience when it was written; who reads it is decided by the experience. */
  audience: Audience;
  version: number;
}

/**
 * Something of an anonymous author that is not there for others yet: published once a day together with
 * all the rest that waits, in random order. Its id is that of the post or reply.
 */
export interface Waiting {
  id: Id;
  /** What is to become of it. */
  action: 'saveExperience' | 'eraseExperience' | 'saveReply' | 'eraseReply';
  /** Of a save: the thing as it will be. */
  experience?: Experience;
  reply?: Reply;
  authorProof: string;
  /** At seven in the morning of this day. */
  publishOn: Day;
  version: number;
}

export interface ReactionRow {
  experienceId: Id;
  reaction: Reaction;
  personId: Id;
  by: Byline;
}

/** One's own: that an experience was packed. */
export interface Packing {
  experienceId: Id;
  personId: Id;
}

/** Somebody thinks that an experience should not be here. Who, is not kept. */
export interface Report {
  id: Id;
  experienceId: Id;
  reason: string;
  reportedOn: Day;
}

export type ModerationAction = 'hide' | 'show' | 'pin' | 'unpin' | 'approve';

/** What stands in the log: moderation, and that the admin changed the settings of the space. */
export type LoggedAction = ModerationAction | 'settings';

/** A setting that was changed, by its name, and what it was and is; empty: not set. */
export interface SettingChange {
  what: string;
  from: string;
  to: string;
}

/** A line of the log, to which one can only add: who, what and why, never the content. */
export interface LogEntry {
  id: Id;
  on: Day;
  /** Empty: of somebody who left. */
  byPersonId: Id;
  by: Byline;
  action: LoggedAction;
  /** Of which experience; of settings, the space. */
  aboutId: Id;
  reason: string;
  /** Of `settings`. */
  changes?: SettingChange[];
}

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

/** A picture, cleaned of everything but what one sees. As visible as the experience that holds it. */
export interface Picture {
  id: Id;
  type: PictureType;
  /** Base64. */
  data: string;
  /** Absent: uploaded, and not used yet; then it is its uploader's alone. */
  experienceId?: Id;
  /** Of whoever uploaded it. */
  authorProof: string;
  version: number;
}

/** Whether somebody may give advice, or is to ask a question first. */
export type Advice = 'open' | 'askFirst';

/** An experience as somebody reads it. */
export interface ExperienceView extends Omit<
  Experience,
  'followedUpOn' | 'authorId' | 'authorProof' | 'sortKey' | 'audience'
> {
  /** I wrote it. */
  isMine: boolean;
  /** Only I see this yet: it is published together with others, once a day. */
  isWaiting?: true;
  advice: Advice;
  reactions: Record<Reaction, number>;
  myReactions: Reaction[];
  /** Who said "ik help mee": for the author alone. */
  helpers?: Byline[];
  /** How many replies and, among them, questions. */
  replies: number;
  questions: number;
  isPacked: boolean;
  /** For the author: "nu" was so long ago that one may ask what became of it. */
  isFollowUpDue?: true;
  /** What it belongs to or became, as far as the reader may see it; told when it is asked for by itself. */
  agendaItems?: { id: Id; title: string }[];
}

/** A reply as somebody reads it. */
export interface ReplyView extends Omit<Reply, 'authorId' | 'authorProof' | 'sortKey' | 'audience'> {
  isMine: boolean;
  isWaiting?: true;
}
