/** Inputs and outputs of the operations on the backpack: light, as the table itself. */
import type { Based, Me, Page, PageInput } from './operations';
import type {
  AuthorShownAs,
  ExperienceContent,
  ExperienceKind,
  ExperienceView,
  FollowUp,
  LogEntry,
  PictureType,
  Reaction,
  ReplyView,
  Report,
} from '../model/experience-types';
import type { AudienceChoice, Driver, Id, Party } from '../model/types';

/** Which experiences: of a driver, a party, a kind, an agenda item; one's own, the packed, or those that wait for approval. */
export interface ExperienceFilter {
  driver?: Id;
  party?: Id;
  kind?: ExperienceKind;
  agendaItem?: Id;
  collection?: 'mine' | 'packed' | 'pending';
}

/** What a feed needs to be drawn without asking anything else: with the first page. */
export interface FeedLabels {
  me: Me;
  parties: Pick<Party, 'id' | 'kind' | 'name' | 'shortName'>[];
  drivers: Pick<Driver, 'id' | 'name' | 'icon'>[];
}

export type ExperiencePage = Page<ExperienceView> & { labels?: FeedLabels };

export interface ExperienceInput extends ExperienceContent, Based {
  id: Id;
  authorShownAs: AuthorShownAs;
  audience: AudienceChoice;
}

export interface ReplyInput extends Based {
  experienceId: Id;
  id: Id;
  text: string;
  isQuestion: boolean;
}

/** What a moderator does, and why: the author reads the reason, and it stands in the log. */
export interface ModerationInput {
  id: Id;
  reason: string;
}

export interface ReactionInput {
  id: Id;
  reaction: Reaction;
}

/** A report beside what it is about, as far as a moderator needs it to find it. */
export type ReportView = Report & { title: string };
export type LogEntryView = Omit<LogEntry, 'byPersonId'>;

export interface PictureInput {
  id: Id;
  /** Base64 of a JPEG, PNG or WebP. */
  data: string;
}
export interface PictureOutput {
  id: Id;
  type: PictureType;
  /** Base64. Over HTTP the answer is the picture itself. */
  data: string;
}

export interface ExperienceOperations {
  listExperiences: { input: PageInput & ExperienceFilter; output: ExperiencePage };
  searchExperiences: {
    input: PageInput & Omit<ExperienceFilter, 'collection'> & { text: string };
    output: Page<ExperienceView>;
  };
  getExperience: { input: { id: Id }; output: ExperienceView };
  saveExperience: { input: ExperienceInput; output: ExperienceView };
  eraseExperience: { input: { id: Id } & Based; output: { id: Id } };
  followUpExperience: { input: { id: Id; answer: FollowUp }; output: ExperienceView };
  packExperience: { input: { id: Id; isPacked: boolean }; output: ExperienceView };
  setReaction: { input: ReactionInput; output: ExperienceView };
  removeReaction: { input: ReactionInput; output: { id: Id } };
  listReplies: { input: PageInput & { id: Id }; output: Page<ReplyView> };
  saveReply: { input: ReplyInput; output: ReplyView };
  eraseReply: { input: { experienceId: Id; id: Id } & Based; output: { id: Id } };
  reportExperience: { input: ModerationInput; output: { id: Id } };
  hideExperience: { input: ModerationInput; output: ExperienceView };
  showExperience: { input: ModerationInput; output: ExperienceView };
  pinExperience: { input: ModerationInput; output: ExperienceView };
  unpinExperience: { input: ModerationInput; output: ExperienceView };
  approveExperience: { input: ModerationInput; output: ExperienceView };
  listReports: { input: PageInput; output: Page<ReportView> };
  savePicture: { input: PictureInput; output: { id: Id; type: PictureType } };
  getPicture: { input: { id: Id }; output: PictureOutput };
  listLogEntries: { input: PageInput; output: Page<LogEntryView> };
}
