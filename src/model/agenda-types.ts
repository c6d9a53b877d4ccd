/** What the agenda is made of, as plain data (DOMAIN: "Agenda"). */
import type { Audience, Day, Id, Moment } from './types';

/** Idee, loopt, gepauzeerd, klaar, gestopt. The last two are closed: they have no ball. */
export type ItemStatus = 'idea' | 'running' | 'paused' | 'done' | 'stopped';
export const ITEM_STATUSES: readonly ItemStatus[] = ['idea', 'running', 'paused', 'done', 'stopped'];

/** How a party joins an item: meekijken, meedenken, meedoen. */
export type Participation = 'watching' | 'thinking' | 'doing';
export const PARTICIPATIONS: readonly Participation[] = ['watching', 'thinking', 'doing'];

/** Who reads an item along: all departments, or partners too. */
export type ItemAudience = Extract<Audience, 'internal' | 'everyone'>;

/** That two items look alike was looked at, and they are not the same: by which party's job title, and when. */
export interface SettledOverlap {
  itemId: Id;
  by: Actor;
  on: Day;
}

/** Who did something in the agenda: never by name, for what is logged stays when a person leaves. */
export interface Actor {
  partyId: Id;
  jobTitle: string;
}

/** What people write of an item, and may change. */
export interface AgendaItemContent {
  title: string;
  /** The question behind it (vraagstuk). */
  question: string;
  driverIds: Id[];
  phaseId?: Id;
  /** Words in lower case, each once. */
  topics: string[];
  audience: ItemAudience;
}

export interface AgendaItem extends AgendaItemContent {
  id: Id;
  status: ItemStatus;
  /** Why it is paused or stopped. */
  statusReason?: string;
  participations: { partyId: Id; as: Participation }[];
  /** Edits it while nobody holds the ball. */
  createdByPartyId: Id;
  createdOn: Day;
  changedOn: Day;
  /** A stopped item that went on in another. */
  mergedIntoId?: Id;
  /** "Samen verder": it goes along with this other item, whose ball is its ball. */
  followsId?: Id;
  /** "Toch anders": with these it no longer counts as alike. */
  settled: SettledOverlap[];
  /** What it was made from; told to who may read that. */
  experienceId?: Id;
  needId?: Id;
  sessionId?: Id;
  ideaId?: Id;
  version: number;
}

/** An offer that waits for the other party. The giver stays responsible until it is accepted. */
export interface Offer {
  toPartyId: Id;
  note: string;
  nextStep?: string;
  dueOn?: Day;
  jobTitle?: string;
  offeredAt: Moment;
  /** In the row only: one person may not both offer and accept. */
  byPersonId: Id;
  /** That seven days passed was written in the log. */
  isExpiryLogged?: true;
}

/** The ball of an item: who is to move, with what, and when. A thing of its own, with its own version. */
export interface Ball {
  /** The id of its item. */
  id: Id;
  /** Absent: nobody holds it, or the item is closed. */
  holderId?: Id;
  jobTitle?: string;
  nextStep?: string;
  dueOn?: Day;
  heldSinceAt?: Moment;
  /** The last handover or progress: "still" counts from here. */
  movedAt: Moment;
  offer?: Offer;
  version: number;
}

/**
 * `none`: the item is closed, and has no ball. `lapsed`: an offer that nobody answered for seven days; derived from
 * the time, never stored.
 */
export type BallState = 'nobody' | 'held' | 'offered' | 'lapsed' | 'none';

/** What can be done with a ball, in the order of DOMAIN's table. */
export type BallMove = 'take' | 'progress' | 'offer' | 'release' | 'accept' | 'return' | 'withdraw';
export const BALL_MOVES: readonly BallMove[] = ['take', 'progress', 'offer', 'release', 'accept', 'return', 'withdraw'];

export type HandoverKind =
  | 'taken'
  | 'progress'
  | 'offered'
  | 'released'
  | 'accepted'
  | 'returned'
  | 'withdrawn'
  | 'expired'
  | 'cleared'
  | 'reopened';

/** A change of a ball (overdracht), in a log to which one can only add. */
export interface Handover {
  id: Id;
  itemId: Id;
  /** 1 for the first of its item. */
  number: number;
  kind: HandoverKind;
  /** Who held it before, and who after. */
  fromPartyId?: Id;
  toPartyId?: Id;
  note?: string;
  reason?: string;
  nextStep?: string;
  dueOn?: Day;
  /** Accepted after the offer had lapsed. */
  isLate?: true;
  /** Absent when nobody did it: time passed. */
  by?: Actor;
  /** The party for which the core team did it, with a reason. */
  onBehalfOf?: Id;
  at: Moment;
  audience: ItemAudience;
}

/** What the signals of an item say; the worst first. */
export type SignalKind = 'nobody' | 'unanswered' | 'overdue' | 'still' | 'noDoer' | 'overlap';
export const SIGNAL_KINDS: readonly SignalKind[] = ['nobody', 'unanswered', 'overdue', 'still', 'noDoer', 'overlap'];

export interface Signal {
  kind: SignalKind;
  /** Whole days: that an offer waits, that the date is past, that nothing moved. Absent for `noDoer` and `overlap`. */
  days?: number;
  /** The item that this one looks like. */
  otherId?: Id;
}

/** A ball as it is answered: with its state now, without who offered it. */
export interface BallView extends Omit<Ball, 'offer'> {
  state: BallState;
  /** Of an item that follows another: whose ball this is. */
  ofItemId?: Id;
  offer?: Omit<Offer, 'byPersonId' | 'isExpiryLogged'> & { lapsesAt: Moment };
  /** What the reader may do now for their own party. */
  moves: BallMove[];
}

/** An item as it is answered. */
export interface AgendaItemView extends AgendaItem {
  ball: BallView;
  signal?: Signal;
}

/** Another open item that looks like this one: `score` from 0.35 to 1. */
export interface SimilarItem {
  id: Id;
  title: string;
  score: number;
}

/** A way of working in a session (werkvorm). */
export interface Method {
  id: Id;
  name: string;
  minutes: number;
  /** For how many people, in words. */
  group: string;
  /** Which known method it comes from. */
  basis: string;
  steps: { text: string; minutes?: number }[];
  /** What comes out of it, in a word. */
  yields: string;
  version: number;
}

export interface Agreement {
  id: Id;
  text: string;
  partyId?: Id;
  isDone: boolean;
  /** The item that it became. */
  agendaItemId?: Id;
}

/** A reflection meeting (terugkijksessie). */
export interface Session {
  id: Id;
  title: string;
  startsAt: Moment;
  minutes: number;
  place?: string;
  /** An RRULE (RFC 5545, without DTSTART): the wall clock of the space's time zone stays the same all year. */
  recurrence?: string;
  methodIds: Id[];
  agendaItemIds: Id[];
  experienceIds: Id[];
  agreements: Agreement[];
  /** How many were there; absent before it was held. */
  attendees?: number;
  status: 'planned' | 'held';
  audience: ItemAudience;
  version: number;
}

/** A session as it is answered: with when it comes next, computed where the time zones are. */
export interface SessionView extends Session {
  /** At most twelve, from today on. */
  nextStartsAt: Moment[];
}

/** What a session could be about: from signals, open agreements, and what was most recognised. */
export interface SessionProposal {
  items: { id: Id; title: string; signal?: Signal }[];
  agreements: (Agreement & { sessionId: Id; sessionTitle: string })[];
  experiences: { id: Id; title: string; recognised: number }[];
  methodIds: Id[];
}
