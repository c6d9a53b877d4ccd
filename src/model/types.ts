/**
 * What a space is made of, as plain data. Every day is `YYYY-MM-DD` (`…On`), every moment RFC 3339
 * in UTC (`…At`). The words are those of the domain; see docs/developers.md for the Dutch ones.
 */

/** 1 to 64 of a–z, 0–9 and hyphen. New ones are UUID version 4, made by the client. */
export type Id = string;
/** A plain date, `YYYY-MM-DD`. */
export type Day = string;
/** RFC 3339 in UTC, ending in `Z`. */
export type Moment = string;

export type PartyKind = 'department' | 'partner';
export type Role = 'member' | 'coreTeam' | 'admin';

/** The unit that holds a ball and is aggregated over. */
export interface Party {
  id: Id;
  kind: PartyKind;
  name: string;
  shortName: string;
  /** What it does, in a sentence. */
  task?: string;
}

export interface Member {
  id: Id;
  partyId: Id;
  /** Empty when only the job title is known. */
  name: string;
  jobTitle: string;
  role: Role;
}

export interface Phase {
  id: Id;
  name: string;
  goal: string;
}

/** Who may read a thing, derived once and stored with the row. */
export type Audience = `person:${Id}` | `party:${Id}` | 'internal' | 'everyone';

/** What an author chooses from; `me` and `party` become `person:x` and `party:x`. */
export type AudienceChoice = 'me' | 'party' | 'internal' | 'everyone';

/** What is kept no longer than a space says, each counted from the day in its row that it was last written on. */
export type RetainedKind =
  | 'experience'
  | 'reply'
  | 'need'
  | 'meaning'
  | 'agendaItem'
  | 'session'
  | 'idea'
  | 'result'
  | 'keptReport'
  | 'logEntry';
export const RETAINED_KINDS: readonly RetainedKind[] = [
  ...(['experience', 'reply', 'need', 'meaning', 'agendaItem', 'session', 'idea', 'result'] as const),
  ...(['keptReport', 'logEntry'] as const),
];

export interface SpaceSettings {
  /** k of the release: a group is shown from this many people. At least 5. */
  smallestGroup: number;
  /** From this many writers on a driver its sentences are shown. At least 10. */
  smallestSentences: number;
  /** At least this many days between two closings; 0 only for trying out: closing at any time. */
  roundIntervalDays: number;
  /** When anonymous posts come out: together once a day (the default), or `atOnce`, which tells when somebody wrote. */
  anonymousPosts?: 'daily' | 'atOnce';
  /** The core team reads an anonymous post before others do. */
  approvesAnonymous?: boolean;
  /** Who becomes a member: those whom the admin adds (the default), or also whom the sign-in says is of a party. */
  signIn?: 'invited' | 'byClaim';
  /** For how many days things of a kind are kept; of a kind that is not named, for as long as there is a space. */
  retentionDays?: Partial<Record<RetainedKind, number>>;
}

/** The privacy notice seen before the first post. */
export interface Notice {
  purpose: string;
  basis: string;
  retention: string;
  contact: string;
}

/** The steps of the first hour, in their order. */
export const SETUP_STEPS = ['parties', 'people', 'intention', 'drivers', 'round', 'items', 'done'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export interface Space {
  id: Id;
  name: string;
  parties: Party[];
  phases: Phase[];
  currentPhaseId?: Id;
  settings: SpaceSettings;
  notice?: Notice;
  /** How far the first hour of a new space has come; `done` once finished. */
  setup: SetupStep;
  version: number;
}

/** Whether enough people of my party have my job title for it not to point at me. */
export type JobTitlePeers = 'few' | 'enough';

/** One of the eight drawn icons a driver may carry. */
export type DriverIcon = 'house' | 'ball' | 'conversation' | 'backpack' | 'bicycle' | 'heart' | 'compass' | 'people';

/** A driver (drijfveer): what we look at when we look back. */
export interface Driver {
  id: Id;
  name: string;
  icon: DriverIcon;
  explanation: string;
  question: string;
  /** How it looks when it goes well, and when it does not. */
  goodExample: string;
  badExample: string;
}

/** The purpose of the space, a promise to each other, and 3 to 8 drivers. */
export interface Intention {
  text: string;
  promise: string;
  drivers: Driver[];
  changedOn: Day;
  version: number;
}

export type Answer = 'good' | 'couldBeBetter' | 'notWorking';
export const ANSWERS: readonly Answer[] = ['good', 'couldBeBetter', 'notWorking'];

export interface Round {
  id: Id;
  /** 1 for the first round of the space. */
  number: number;
  openedOn: Day;
  /** Fixed at opening: the last day to check in. */
  closesOn: Day;
  /** Set at closing. */
  closedOn?: Day;
  /** Frozen at opening. */
  drivers: Driver[];
  /** "x van y deden mee": in fives, renewed once a day. */
  participation: { about: number; of: number; on: Day };
  version: number;
}

export interface CheckInAnswer {
  driverId: Id;
  answer: Answer;
  note?: string;
}

/** One person's check-in; erased when its round closes. */
export interface CheckIn {
  roundId: Id;
  personId: Id;
  /** The person's party at the first check-in. */
  partyId: Id;
  answers: CheckInAnswer[];
  version: number;
}

export interface AnswerCounts {
  driverId: Id;
  good: number;
  couldBeBetter: number;
  notWorking: number;
}
/** Nearly everyone answered alike: only that is said. */
export interface MostlyAnswer {
  driverId: Id;
  mostly: Answer;
}
export type DriverResult = AnswerCounts | MostlyAnswer;

/** `tooFew`: fewer than k; `protectsOthers`: hidden so that nobody can work out another. */
export type Hidden = 'tooFew' | 'protectsOthers';

export interface ReleasedGroup {
  partyIds: Id[];
  /** Empty for one party (its name is the label); `otherPartners` for the block of small partners. */
  label: '' | 'otherPartners';
  hidden: false | Hidden;
  /** Absent when hidden. */
  respondents?: number;
  /** Absent when hidden. */
  answers?: DriverResult[];
}

export interface Release {
  roundId: Id;
  groups: ReleasedGroup[];
  /** Absent when fewer than k people checked in: then nothing is shown. */
  total?: { respondents: number; answers: AnswerCounts[] };
  /** Sentences of the whole space a driver, shuffled; only from `smallestSentences` writers. */
  notes: { driverId: Id; sentences: string[] }[];
}

export type NeedKind = 'ask' | 'offer';
export type NeedStatus = 'open' | 'matched' | 'fulfilled';

/** A need (behoefte): an ask or an offer of a party, tied to a driver. */
export interface Need {
  id: Id;
  kind: NeedKind;
  partyId: Id;
  driverId: Id;
  text: string;
  status: NeedStatus;
  /** The need it is matched with; both carry the other's id. */
  matchedWithId?: Id;
  agendaItemId?: Id;
  /** The experience it was made from; told to who may read that. */
  experienceId?: Id;
  /** The person who wrote it may change and erase it; the rest of the party too. Absent: of somebody who left. */
  writtenBy?: Id;
  createdOn: Day;
  audience: Audience;
  version: number;
}

export interface NeedSuggestion {
  askId: Id;
  offerId: Id;
}

/** What working together means to me: one personal card a member. */
export interface Meaning {
  id: Id;
  personId: Id;
  /** As shown: the author's job title and party, and the name when known. */
  author: { name: string; jobTitle: string; partyId: Id };
  text: string;
  audienceChoice: AudienceChoice;
  audience: Audience;
  changedOn: Day;
  version: number;
}

/** Who acts or reads, as the backend knows it: never taken from input. */
export interface Viewer {
  personId: Id;
  spaceId: Id;
  /** Absent: not a member of this space. */
  member?: Member;
  party?: Party;
}
