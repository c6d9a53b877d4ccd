/** Inputs and outputs of the operations on the agenda: light, as the table itself. */
import type { Based, Page, PageInput } from './operations';
import type {
  AgendaItemContent,
  AgendaItemView,
  BallView,
  Handover,
  ItemStatus,
  Method,
  Participation,
  Session,
  SessionProposal,
  SessionView,
  SignalKind,
  SimilarItem,
} from '../model/agenda-types';
import type { Day, Id } from '../model/types';

/** Which items: of a phase, a driver, a party that joins, a holder, a status, a signal; what is my party's, or waits for it. */
export interface AgendaFilter {
  phase?: Id;
  driver?: Id;
  party?: Id;
  holder?: Id;
  status?: ItemStatus;
  signal?: SignalKind;
  only?: 'mine' | 'waiting';
}

export interface AgendaItemInput extends AgendaItemContent, Based {
  id: Id;
  /** Of a new item: what it was made from. */
  experienceId?: Id;
  needId?: Id;
  sessionId?: Id;
}

/** A move with the ball of this item; `version` is the ball's. The core team may act for a party, with a reason. */
export interface BallInput extends Based {
  id: Id;
  note?: string;
  reason?: string;
  nextStep?: string;
  dueOn?: Day;
  jobTitle?: string;
  onBehalfOf?: Id;
}

/** An act on an item; `version` is the item's. */
export interface ItemActInput extends Based {
  id: Id;
  reason?: string;
}
/** Merging: the item goes on in the other. Together: it goes along with the other. Different: it is not as the other. */
export interface ItemPairInput extends Based {
  id: Id;
  otherId: Id;
}

export interface SimilarInput {
  title: string;
  question?: string;
  topics?: string[];
  driverIds?: Id[];
  /** The item itself, when it is there already. */
  id?: Id;
}

/** Told once, when it is made: the backend keeps only what proves it. */
export interface CalendarKey {
  /** Base64url of 128 random bits; only in the answer that made it. */
  key?: string;
  createdOn?: Day;
}

type SessionInput = Omit<Session, 'version'> & Based;

export interface AgendaOperations {
  listAgendaItems: { input: PageInput & AgendaFilter; output: Page<AgendaItemView> };
  getAgendaItem: { input: { id: Id }; output: AgendaItemView };
  saveAgendaItem: { input: AgendaItemInput; output: AgendaItemView };
  eraseAgendaItem: { input: { id: Id } & Based; output: { id: Id } };
  findSimilarItems: { input: SimilarInput; output: { items: SimilarItem[]; asOf: string } };
  getBall: { input: { id: Id }; output: BallView };
  takeBall: { input: BallInput; output: BallView };
  offerBall: { input: BallInput & { toPartyId: Id }; output: BallView };
  acceptBall: { input: BallInput; output: BallView };
  returnBall: { input: BallInput & { reason: string }; output: BallView };
  withdrawBall: { input: BallInput; output: BallView };
  releaseBall: { input: BallInput & { reason: string }; output: BallView };
  progressBall: { input: BallInput; output: BallView };
  listHandovers: { input: PageInput & { id: Id }; output: Page<Handover> };
  pauseItem: { input: ItemActInput & { reason: string }; output: AgendaItemView };
  resumeItem: { input: ItemActInput; output: AgendaItemView };
  finishItem: { input: ItemActInput; output: AgendaItemView };
  stopItem: { input: ItemActInput & { reason: string }; output: AgendaItemView };
  reopenItem: { input: ItemActInput; output: AgendaItemView };
  mergeItem: { input: ItemPairInput; output: AgendaItemView };
  linkItems: { input: ItemPairInput; output: AgendaItemView };
  settleOverlap: { input: ItemPairInput; output: AgendaItemView };
  setParticipation: { input: { id: Id; partyId: Id; as: Participation | 'none' }; output: AgendaItemView };
  listSessions: { input: PageInput; output: Page<SessionView> };
  saveSession: { input: SessionInput; output: SessionView };
  eraseSession: { input: { id: Id } & Based; output: { id: Id } };
  getSessionProposal: { input: { id: Id }; output: SessionProposal };
  listMethods: { input: PageInput; output: Page<Method> };
  getCalendarKey: { input: Record<never, never>; output: CalendarKey };
  makeCalendarKey: { input: Record<never, never>; output: CalendarKey };
  eraseCalendarKey: { input: Record<never, never>; output: { id: Id } };
}
