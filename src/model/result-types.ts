/** What the interim-results board is made of, as plain data (DOMAIN: "Results"). */
import type { Actor, ItemAudience, Participation } from './agenda-types';
import type { ReleasedRound } from './report-types';
import type { Audience, Day, Id } from './types';

/** Eerste teken, tussenstand, bereikt, gestopt ("dit leerden we"): each counts as much as the others. */
export type ResultStatus = 'firstSign' | 'interim' | 'reached' | 'stopped';
export const RESULT_STATUSES: readonly ResultStatus[] = ['firstSign', 'interim', 'reached', 'stopped'];

/** What is measured (meting). Not every result has one: soft results count as much. */
export interface Measure {
  what: string;
  unit: string;
  start: number;
  /** Never equal to the start: then there is no way to go. Absent: there is no goal for it. */
  goal?: number;
  source: string;
}

/** A dated value of a measure; one a day. */
export interface Measurement {
  id: Id;
  on: Day;
  value: number;
  /** Why it is what it is, shown at its point. */
  explanation?: string;
}

/** What people write of a result, and may change. */
export interface ResultContent {
  title: string;
  /** Wat is er anders? */
  whatIsDifferent: string;
  /** Voor wie? */
  forWhom: string;
  status: ResultStatus;
  stillNeeded: string;
  /** Evidence. */
  experienceIds: Id[];
  agendaItemIds: Id[];
  driverIds: Id[];
  /** Who contributed. */
  partyIds: Id[];
  /** Who reads it once it is published. */
  audience: ItemAudience;
  measure?: Measure;
}

/** Once it is published: when, and why this one. */
export interface Publication {
  on: Day;
  reason: string;
  by: Actor;
}

/** A line of what became of a result, oldest first: it was written, published, changed its status. */
export interface ResultChange {
  on: Day;
  by: Actor;
  kind: 'drafted' | 'published' | 'status';
  status: ResultStatus;
}

/**
 * A result (resultaat). Without `publication` it is a draft: for the party that wrote it and the core team, of what these
 * may read.
 */
export interface Result extends ResultContent {
  id: Id;
  createdByPartyId: Id;
  createdOn: Day;
  changedOn: Day;
  publication?: Publication;
  /** By day. */
  measurements: Measurement[];
  history: ResultChange[];
  version: number;
}

/** What the reader may do with it now. */
export type ResultAct = 'edit' | 'measure' | 'publish' | 'erase';

/** What is said under evidence of which a sentence is quoted: of a soft result, the heart of it. */
export interface Quote {
  experienceId: Id;
  text: string;
  /** As the author is shown there; absent when anonymous. */
  jobTitle?: string;
  partyId?: Id;
}

/** A result as it is answered: with evidence that the reader may see, and nothing that tells of other. */
export interface ResultView extends Result {
  /** The titles of what is named in it. */
  evidence: { kind: 'experience' | 'agendaItem'; id: Id; title: string }[];
  /** Of the first experience that has learned something, where there is no measure. */
  quote?: Quote;
  acts: ResultAct[];
}

/** Open, opgepakt (it became an agenda item), nu niet (with the answer why). */
export type IdeaStatus = 'open' | 'adopted' | 'declined';
export const IDEA_STATUSES: readonly IdeaStatus[] = ['open', 'adopted', 'declined'];

/** An idea (idee): a sentence by anyone. */
export interface Idea {
  id: Id;
  text: string;
  driverIds: Id[];
  audience: ItemAudience;
  /** Never by name. */
  by: Actor;
  /** In the row only: whoever wrote it may change and erase it while it is open. Absent: of somebody who left. */
  writtenBy?: Id;
  status: IdeaStatus;
  /** Of one that was declined: why not. */
  answer?: { text: string; on: Day };
  participations: { partyId: Id; as: Participation }[];
  /** The experience that it began with; told to who may read that. */
  experienceId?: Id;
  /** What it became; told to who may read that. */
  agendaItemId?: Id;
  createdOn: Day;
  version: number;
}

export interface IdeaView extends Omit<Idea, 'writtenBy'> {
  isMine: boolean;
  /** What the reader may do with it now. */
  acts: ('edit' | 'erase' | 'join' | 'adopt' | 'decline')[];
}

/** One number of the header, with how it came to be: of this day, and of 12 moments up to it. */
export interface Figure {
  value: number;
  /** How many of them came in the last 30 days. */
  recent: number;
  /** Twelve values, a week apart, the last is that of now. */
  trend: number[];
}

/** The story so far in four figures, as far as the reader may see what is counted. */
export interface Figures {
  results: Figure;
  experiences: Figure;
  /** Times that a ball went to another party: accepted, or taken. */
  handovers: Figure;
  /** Of the driver that asks most attention in the last release; absent before there is one. Per cent. */
  driver?: { driverId: Id; name: string; good: number; before?: number; trend: number[]; roundNumber: number };
  asOf: string;
}

/** What can stand in a chain (keten). */
export type ChainKind = 'experience' | 'driver' | 'need' | 'agendaItem' | 'idea' | 'result';
export const CHAIN_KINDS: readonly ChainKind[] = ['experience', 'driver', 'need', 'agendaItem', 'idea', 'result'];

/** A link of a chain: what stands there, in a word. */
export interface ChainLink {
  kind: ChainKind;
  id: Id;
  title: string;
  /** A sentence beneath the title. */
  text?: string;
  /** Of an item, an idea, a need, a result: as its own kind says it. */
  status?: string;
  /** Whose it is: who holds the ball, who wrote it; absent when nobody is named. */
  partyId?: Id;
  jobTitle?: string;
  on?: Day;
}

/** A link with what it is tied to, one step nearer to what was asked about. */
export interface ChainStep extends ChainLink {
  via: { kind: ChainKind; id: Id };
  /** 1: tied to what was asked about itself. */
  distance: number;
}

/**
 * How something came to be and what became of it, as far as the reader may see. What is hidden is not gone through: what
 * lies behind it would tell that it is there. Drivers are named on the way and not gone through: by them everything would
 * be tied to everything.
 */
export interface Chain {
  of: ChainLink;
  /** What led to it, nearest first. */
  earlier: ChainStep[];
  /** What followed. */
  later: ChainStep[];
  asOf: string;
}

/** An experience that was chosen for a report, and why. */
export interface Choice {
  experienceId: Id;
  reason: string;
}

/**
 * A report (tussenbericht) that was kept: what was chosen and written. The figures are made anew for whoever reads it, so
 * that what was erased is in no report.
 */
export interface KeptReport {
  id: Id;
  from: Day;
  until: Day;
  introduction: string;
  choices: Choice[];
  audience: ItemAudience;
  keptOn: Day;
  version: number;
}

/** A report of a period, as far as the reader may see. */
export interface PeriodReport {
  from: Day;
  until: Day;
  /** Published in the period or before it and not stopped before it; newest first. */
  results: ResultView[];
  /** As of the end of the period. */
  figures: Omit<Figures, 'asOf'>;
  movements: {
    /** How often a ball was… */
    taken: number;
    offered: number;
    accepted: number;
    returned: number;
    released: number;
    finished: number;
    /** From which party to which, most first. */
    between: { fromPartyId?: Id; toPartyId: Id; times: number }[];
    /** Open items of which nobody has the ball now. */
    unheld: { id: Id; title: string }[];
  };
  /** Closed in the period; newest first, each with the round before it where there is one. */
  releases: ReleasedRound[];
  experiences: { kind: { success: number; lesson: number; question: number }; chosen: ChosenExperience[] };
  /** What the results still need, as their own words say it. */
  stillNeeded: { resultId: Id; title: string; text: string }[];
  asOf: string;
}

/** A chosen experience as it is printed. */
export interface ChosenExperience extends Choice {
  title: string;
  quote: string;
  jobTitle?: string;
  partyId?: Id;
}

/** The audience of a row that is not published: its party's. */
export type DraftAudience = Extract<Audience, `party:${string}`>;
