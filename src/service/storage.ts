/**
 * The port between the service and where rows are kept. Written twice with care: IndexedDB
 * (`backends/local`) and SQL (`server`). There is no generic scan: every query is named here.
 */
import type { ChainThing, Tie } from '../model/chain';
import type { Counted } from '../model/figures';
import type { HandoversCounted } from '../model/report';
import type { AgendaItem, Ball, Handover, ItemStatus, Method, Session, SignalKind } from '../model/agenda-types';
import type {
  Experience,
  ExperienceKind,
  LogEntry,
  Packing,
  Picture,
  Reaction,
  ReactionRow,
  Reply,
  Report,
  Waiting,
} from '../model/experience-types';
import type {
  Audience,
  CheckIn,
  Day,
  Id,
  Intention,
  Meaning,
  Member,
  Moment,
  Need,
  Release,
  RetainedKind,
  Round,
  Space,
  Viewer,
} from '../model/types';
import type { EntityKind } from '../contract/operations';
import type { Preferences } from '../model/privacy-types';
import type { Idea, IdeaStatus, KeptReport, Result, ResultStatus } from '../model/result-types';

/** What one row of each kind holds. Ids are unique a kind and space. */
export interface Rows {
  space: Space;
  member: Member & { version: number };
  intention: Intention;
  round: Round;
  /** id = `${roundId}.${personId}`; only its person, and the closing, read it. */
  checkIn: CheckIn;
  /** id = the round's. Written once, at closing. */
  release: Release;
  need: Need;
  /** id = the person's. */
  meaning: Meaning;
  /** id = the idempotency key; remembers that a write was done, not by whom or what was in it. */
  writeKey: { inputHash: string; expiresAt: Day };
  experience: Experience;
  reply: Reply;
  /** Its id is that of the thing; only its author loads it. */
  waiting: Waiting;
  /** id = `${experienceId}.${reaction}.${personId}`; loaded by its person alone. */
  reaction: ReactionRow;
  /** id = `${experienceId}.${personId}`; loaded by its person alone. */
  packing: Packing;
  report: Report;
  logEntry: LogEntry;
  picture: Picture;
  agendaItem: AgendaItem;
  /** id = its item's, and as visible as that. */
  ball: Ball;
  /** Only added; goes with its item. As visible as its item was then, and is now. */
  handover: Handover;
  session: Session;
  method: Method;
  /** id = the person's; what proves the key, not the key. */
  calendarKey: { keyHash: string; createdOn: Day; version: number };
  /** Of a draft the audience is its party's; the core team reads it too, where it may read what is to come. */
  result: Result;
  idea: Idea;
  keptReport: KeptReport;
  /** id = the person's; of the whole installation, where that has more than one space. */
  preferences: Preferences;
}
export type RowKind = keyof Rows;

/** An experience with what is counted around it, for whoever asks. */
export interface ExperienceFound {
  experience: Experience;
  reactions: Record<Reaction, number>;
  myReactions: Reaction[];
  /** All replies, and the questions among them that are not the author's. */
  replies: number;
  questions: number;
  /** Whether the author said something that is no question, under a question. */
  isAnswered: boolean;
  isPacked: boolean;
}

export interface ExperienceArgs {
  driverId?: Id;
  partyId?: Id;
  kind?: ExperienceKind;
  agendaItemId?: Id;
  /** `packed`: by whoever asks. `pending`: what the core team is to approve, and nothing else. */
  collection?: 'packed' | 'pending';
  /** Only what has these words, in Dutch or as they stand. */
  text?: string;
}

/** An item with its ball and, of one that goes along with another which the viewer may see, that other. */
export interface AgendaFound {
  item: AgendaItem;
  ball: Ball;
  followed?: { item: AgendaItem; ball: Ball };
}

export interface AgendaArgs {
  phaseId?: Id;
  driverId?: Id;
  /** Joins it, in whatever way. */
  partyId?: Id;
  /** Holds its ball, or that of the one it follows. */
  holderId?: Id;
  status?: ItemStatus;
  /** Not done and not stopped. */
  isOpen?: boolean;
  /** This party holds its ball, or that of the one it follows, or joins it as `doing`. */
  mine?: Id;
  /** An open item of which this party holds the ball, or is offered it. */
  waitsFor?: Id;
  /**
   * Open and not paused, and not without what this signal is about; that may be more than have it, for what is worse
   * is left to the service. `nobody`: no holder. `unanswered`: offered at `offeredUntil` or before. `overdue`: held,
   * and due before `today`. `still`: held, and last moved before `movedBefore`. The other two: all of them.
   */
  signal?: SignalKind;
  today?: Day;
  offeredUntil?: Moment;
  movedBefore?: Moment;
}

export interface ResultArgs {
  status?: ResultStatus;
  driverId?: Id;
  only?: 'drafts' | 'published';
}

/** What a title and topics are compared with; `of` is handed back, and when it is an item's id, that item is left out. */
export interface AlikeDraft {
  of: Id;
  /** Title and question. */
  wording: string;
  topics: readonly string[];
}

/** Kinds of rows that name a person. */
export type OwnKind = Extract<
  RowKind,
  | 'member'
  | 'checkIn'
  | 'need'
  | 'meaning'
  | 'experience'
  | 'reply'
  | 'reaction'
  | 'packing'
  | 'logEntry'
  | 'ball'
  | 'calendarKey'
  | 'preferences'
  | 'idea'
>;
export type OwnRow = { [K in OwnKind]: { kind: K; id: string; row: Rows[K] } }[OwnKind];

/** Named queries: arguments and the rows they give, in the order they give them. */
export interface Queries {
  members: { args: Record<never, never>; row: Rows['member'] };
  /** Newest first. */
  rounds: { args: Record<never, never>; row: Rows['round'] };
  openRound: { args: Record<never, never>; row: Rows['round'] };
  /** Only within `closeRound` and for the participation count. */
  checkInsOfRound: { args: { roundId: Id }; row: Rows['checkIn'] };
  /** Newest first. */
  needs: { args: { driverId?: Id; partyId?: Id }; row: Rows['need'] };
  /** Newest first; only what the viewer may see. */
  meanings: { args: Record<never, never>; row: Rows['meaning'] };
  /**
   * Pinned first, then newest day first, then by `sortKey`; with `text` the same order. Without what is hidden, pending
   * (but for `collection: 'pending'`) or erased without a reply.
   */
  experiences: { args: ExperienceArgs; row: ExperienceFound };
  /** These, whatever their status, as far as the viewer may see them; newest first. At most 100 ids. */
  experiencesById: { args: { ids: readonly Id[] }; row: ExperienceFound };
  /** Those the viewer wrote: under their name, or with these ids. Newest first, hidden and pending ones as well. */
  myExperiences: { args: { ids: readonly Id[] }; row: ExperienceFound };
  /** Proofs of authors who are not named, of all experiences of the space, whoever asks: no more than proofs. By id. */
  authorProofs: { args: Record<never, never>; row: { id: Id; authorProof: string } };
  /** The same of what waits, replies too. */
  waitingProofs: { args: Record<never, never>; row: { id: Id; authorProof: string } };
  /** What is to be published now; for nobody in particular, and not for a person. */
  waitingUntil: { args: { day: Day }; row: Rows['waiting'] };
  /** Oldest first: by day, then `sortKey`. */
  replies: { args: { experienceId: Id }; row: Rows['reply'] };
  /** Who said "ik help mee", for its author. */
  helpers: { args: { experienceId: Id }; row: Pick<ReactionRow, 'by'> & { id: Id } };
  /** Newest first; of experiences the viewer may see, and for the core team. */
  reports: { args: { experienceId?: Id }; row: Rows['report'] };
  /** Newest first; for core team and admin. */
  logEntries: { args: Record<never, never>; row: Rows['logEntry'] };
  /** How many members a party and job title, admins not counted. One row each, by party and title. */
  peers: { args: Record<never, never>; row: { id: Id; partyId: Id; jobTitle: string; people: number } };
  /** The same of replies and pictures. By kind and id. */
  otherProofs: { args: Record<never, never>; row: { kind: 'reply' | 'picture'; id: Id; authorProof: string } };
  /**
   * All that says of itself that this person wrote it or that it is theirs, whoever may read it; of another than the
   * viewer, nothing. With `kinds`, of these. By kind and id.
   */
  ownRows: { args: { personId: Id; kinds?: readonly OwnKind[] }; row: OwnRow };
  /** What was last written before this day and does not go on; for nobody in particular. By id. */
  outlived: { args: { kind: RetainedKind; before: Day }; row: { id: Id } };
  /** What the viewer may see; changed last first, by day, then by id. */
  agendaItems: { args: AgendaArgs; row: AgendaFound };
  /** These, as far as the viewer may see them; in the same order. At most 100 ids. */
  agendaItemsById: { args: { ids: readonly Id[] }; row: AgendaFound };
  /** Made from this experience, or named by it; as far as the viewer may see them. By id. */
  itemsOfExperience: { args: { experienceId: Id; agendaItemId?: Id }; row: { id: Id; title: string } };
  /** The items that go along with this one, whoever may see them: no more than ids. */
  followers: { args: { id: Id }; row: { id: Id } };
  /**
   * Open items that the viewer may see and that may look like these: they have a topic in common with it, or a quarter
   * of the trigrams of title and question (`pg_trgm`). The likeliest ten or so of each. How alike they are says the model.
   * Ids of rows are `${of}.${item.id}`.
   */
  alike: { args: { drafts: readonly AlikeDraft[] }; row: { id: string; of: Id; item: AgendaItem } };
  /** The last first, by number: as far as the viewer may see them, and the item. */
  handovers: { args: { itemId: Id }; row: Rows['handover'] };
  /** Balls offered at this moment or before of which the log does not say so yet; for nobody in particular. By id. */
  offersLapsed: { args: { offeredUntil: Moment }; row: Rows['ball'] };
  /** Which balls these parties hold or are offered, whoever may see the items: no more than ids. By item. */
  ballsOf: { args: { partyIds: readonly Id[] }; row: { id: Id; partyId: Id } };
  /** What starts last first, then by id. */
  sessions: { args: Record<never, never>; row: Rows['session'] };
  /** By id. */
  methods: { args: Record<never, never>; row: Rows['method'] };
  /** Of what is in the feed since that day; most recognised first, then by id. Only what anybody recognised. */
  mostRecognised: { args: { since: Day }; row: { id: Id; title: string; recognised: number } };
  /** What the viewer may see, drafts too; changed last first, by day, then by id. */
  results: { args: ResultArgs; row: Rows['result'] };
  /** These, as far as the viewer may see them; in the same order. At most 100 ids. */
  resultsById: { args: { ids: readonly Id[] }; row: Rows['result'] };
  /** What the viewer may see; newest first, by day, then by id. */
  ideas: { args: { status?: IdeaStatus }; row: Rows['idea'] };
  /** These, as far as the viewer may see them; in the same order. At most 100 ids. */
  ideasById: { args: { ids: readonly Id[] }; row: Rows['idea'] };
  /**
   * What is tied so to something, as far as the viewer may see it and it is there for all its readers: an experience in
   * the feed, a result that is published. Newest first, then by id.
   */
  tied: { args: { ties: readonly Tie[] }; row: { id: string; thing: ChainThing } };
  /** Of these the newest of each kind that have this driver, so many at most; in the same order. */
  tiedToDriver: { args: { driverId: Id; most: number }; row: { id: string; thing: ChainThing } };
  /**
   * What there was at the end of these days, as far as the viewer may see it: published results, experiences in the
   * feed, and handovers accepted or taken before that moment. By day.
   */
  counted: { args: { days: readonly { day: Day; endsAt: Moment }[] }; row: Counted & { id: Day } };
  /** What happened to balls from one moment to before another, as far as the viewer may see it. One row each. */
  handoversCounted: { args: { since: Moment; before: Moment }; row: HandoversCounted & { id: string } };
  /** How many items that are done had their ball cleared in that time. One row. */
  itemsFinished: { args: { since: Moment; before: Moment }; row: { id: string; count: number } };
  /** How many experiences of each kind were written in the feed in these days. One row a kind. */
  experiencesCounted: { args: { from: Day; until: Day }; row: { id: ExperienceKind; count: number } };
  /** What the viewer may see; the last period first, then by id. */
  keptReports: { args: Record<never, never>; row: Rows['keptReport'] };
}
export type QueryName = keyof Queries;

export interface PageOf<T> {
  rows: T[];
  nextCursor?: string;
}

export interface Tx {
  /** Undefined when it is not there, or the viewer may not see it. */
  load<K extends RowKind>(kind: K, id: Id, options?: { lock?: boolean }): Promise<Rows[K] | undefined>;
  /**
   * Writes when the stored version is `expectedVersion` (0: not there yet), else throws
   * `SamenError('stale')`. The row's own `version`, where it has one, is the new one.
   */
  save<K extends RowKind>(kind: K, id: Id, expectedVersion: number, next: Rows[K], audience: Audience): Promise<void>;
  /**
   * With an experience goes all that was said and done under it, with an agenda item its ball and its log. With a member
   * goes what is theirs alone, and their name from all the rest (model/leaving.ts); who reads that is told.
   */
  erase<K extends RowKind>(kind: K, id: Id): Promise<void>;
  query<Q extends QueryName>(
    name: Q,
    args: Queries[Q]['args'],
    page?: { limit: number; cursor?: string },
  ): Promise<PageOf<Queries[Q]['row']>>;
  /** To be told after the commit to those of the audience. */
  changed(kind: EntityKind, id: Id, audience: Audience): void;
  /** Opaque mark of the last change of the space that what is read here surely holds. */
  asOf(): Promise<string>;
  /**
   * Proof that the viewer wrote the thing with this id: the same each time, of use only with a key that the storage
   * holds, and of none once the viewer left the space. What is loaded or written of `experience`, `reply`, `waiting`
   * and `picture` presents the proof of its id by itself.
   */
  authorProof(id: Id): Promise<string>;
}

export interface Storage {
  transaction<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T>;
}
