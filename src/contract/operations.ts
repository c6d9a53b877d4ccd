/**
 * Every thing a widget may ask of a backend, once. Light: it is in every page. Schemas stand in
 * `schemas.ts` (loaded by local and server only); `satisfies` there keeps the two lists equal.
 */
import type { AgendaOperations } from './agenda';
import type { ExperienceOperations } from './experiences';
import { FEED_PATH } from './first-question';
import type { PrivacyOperations } from './privacy';
import type { ResultOperations } from './results';
import type {
  AudienceChoice,
  CheckIn,
  CheckInAnswer,
  Day,
  DriverIcon,
  Driver,
  Id,
  Intention,
  JobTitlePeers,
  Meaning,
  Member,
  Moment,
  Need,
  NeedKind,
  NeedSuggestion,
  Notice,
  Party,
  Phase,
  Release,
  Role,
  Round,
  Space,
  SpaceSettings,
} from '../model/types';

export interface Page<T> {
  items: T[];
  nextCursor?: string;
  asOf: string;
}
export interface PageInput {
  limit?: number;
  cursor?: string;
}

/** `GET /me` within a space: who I am here. */
export interface Me {
  personId: Id;
  name: string;
  /** Absent: signed in, but not a member of this space. */
  member?: Member;
  /** A backend with secrets: what this person's browser keeps of this space is sealed with it (base64url, 256 bits). */
  sealKey?: string;
  /** Not a member here, and may make spaces on this server: whether there is one here is not said. */
  mayMakeSpaces?: true;
}

/** A change to an existing thing carries the version it was based on (If-Match). */
export interface Based {
  version: number;
}

export interface SpaceChange extends Based {
  id: Id;
  name?: string;
  parties?: Party[];
  phases?: Phase[];
  currentPhaseId?: Id;
  settings?: SpaceSettings;
  notice?: Notice;
  setup?: Space['setup'];
}

export interface DriverInput extends Omit<Driver, 'icon'> {
  icon: DriverIcon;
}
/** Version 0 when there is none yet. */
export interface IntentionInput extends Based {
  text: string;
  promise: string;
  drivers: DriverInput[];
}
export interface RoundInput {
  id: Id;
  closesOn: Day;
}
export interface CheckInInput {
  roundId: Id;
  answers: CheckInAnswer[];
  /** 0 at the first. */ version: number;
}
/** My own check-in; without it `answers` is empty and `version` 0. */
export type MyCheckIn = Pick<CheckIn, 'roundId' | 'answers' | 'version'>;
export interface NeedInput extends Based {
  id: Id;
  kind: NeedKind;
  driverId: Id;
  text: string;
  /** Of a new need that was made from an experience. */
  experienceId?: Id;
}
export interface MeaningInput extends Based {
  text: string;
  audience: AudienceChoice;
}
export interface MemberInput extends Based {
  id: Id;
  name: string;
  jobTitle: string;
  partyId: Id;
  role: Role;
}

/** A space as it is read: with what only the reader is told. */
export type SpaceView = Space & {
  /** Whether my job title, with my party, points at me. */
  jobTitlePeers: JobTitlePeers;
};

/** Inputs and outputs of every operation; the key is its name. */
export interface Operations extends ExperienceOperations, AgendaOperations, ResultOperations, PrivacyOperations {
  getMe: { input: Record<never, never>; output: Me };
  getSpace: { input: Record<never, never>; output: SpaceView };
  createSpace: { input: { id: Id; name: string }; output: SpaceView };
  changeSpace: { input: SpaceChange; output: SpaceView };
  listMembers: { input: PageInput; output: Page<Member & Based> };
  saveMember: { input: MemberInput; output: Member & Based };
  removeMember: { input: { id: Id } & Based; output: { id: Id } };
  getIntention: { input: Record<never, never>; output: Intention | null };
  saveIntention: { input: IntentionInput; output: Intention };
  listRounds: { input: PageInput; output: Page<Round> };
  openRound: { input: RoundInput; output: Round };
  closeRound: { input: { id: Id } & Based; output: Round };
  getMyCheckIn: { input: { roundId: Id }; output: MyCheckIn };
  saveCheckIn: { input: CheckInInput; output: MyCheckIn };
  getSummary: { input: { roundId: Id }; output: Release };
  listNeeds: { input: PageInput & { driver?: Id; party?: Id }; output: Page<Need> };
  saveNeed: { input: NeedInput; output: Need };
  eraseNeed: { input: { id: Id } & Based; output: { id: Id } };
  listNeedSuggestions: { input: Record<never, never>; output: { items: NeedSuggestion[]; asOf: string } };
  matchNeed: { input: { id: Id; withId: Id } & Based; output: Need };
  unmatchNeed: { input: { id: Id } & Based; output: Need };
  fulfilNeed: { input: { id: Id } & Based; output: Need };
  listMeanings: { input: PageInput; output: Page<Meaning> };
  saveMeaning: { input: MeaningInput; output: Meaning };
  eraseMeaning: { input: Based; output: { id: Id } };
}

export type OperationName = keyof Operations;
export type Input<N extends OperationName> = Operations[N]['input'];
export type Output<N extends OperationName> = Operations[N]['output'];

/** Kinds of things that change, as live events and `affects` name them. */
export type EntityKind =
  | 'me'
  | 'space'
  | 'member'
  | 'intention'
  | 'round'
  | 'checkIn'
  | 'summary'
  | 'need'
  | 'meaning'
  | 'experience'
  | 'reply'
  | 'packing'
  | 'report'
  | 'picture'
  | 'logEntry'
  | 'agendaItem'
  | 'ball'
  | 'session'
  | 'calendarKey'
  | 'result'
  | 'idea'
  | 'keptReport'
  | 'preferences';

export interface Operation {
  method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  /** Below `/v1`; `{spaceId}` is filled in by the backend, other names from the input. */
  path: string;
  /** Writes: the kinds it changes, its own first. What makes the answer of a read old stands in `old-after.ts`. */
  affects?: readonly EntityKind[];
  /** How the version travels: `If-None-Match: *` for a create, `If-Match` for a change. */
  precondition?: 'create' | 'change' | 'createOrChange';
  /** A POST that changes nothing: what people typed never stands in a URL. */
  isQuestion?: true;
  /** The answer is no JSON but the bytes of its `data`, of its `type`. */
  isBinary?: true;
}

/** Below these lie most of a space's things. */
export const PATHS = {
  space: '/spaces/{spaceId}',
  experiences: FEED_PATH,
  agenda: '/spaces/{spaceId}/agenda-items',
  results: '/spaces/{spaceId}/results',
  ideas: '/spaces/{spaceId}/ideas',
} as const;
const { space: S, experiences: E, agenda: A, results: R, ideas: I } = PATHS;

/** What is read: GET, or a POST that is a question. Whatever changes something stands in `write-operations.ts`. */
export const READ_OPERATIONS = {
  getMe: { method: 'GET', path: `/me` },
  getSpace: { method: 'GET', path: S },
  listMembers: { method: 'GET', path: `${S}/members` },
  getIntention: { method: 'GET', path: `${S}/intention` },
  listRounds: { method: 'GET', path: `${S}/rounds` },
  getMyCheckIn: { method: 'GET', path: `${S}/rounds/{roundId}/check-ins/mine` },
  getSummary: { method: 'GET', path: `${S}/rounds/{roundId}/summary` },
  listNeeds: { method: 'GET', path: `${S}/needs` },
  listNeedSuggestions: { method: 'GET', path: `${S}/needs/_suggestions` },
  listMeanings: { method: 'GET', path: `${S}/meanings` },
  listExperiences: { method: 'GET', path: E },
  searchExperiences: { method: 'POST', path: `${E}/_search`, isQuestion: true },
  getExperience: { method: 'GET', path: `${E}/{id}` },
  listReplies: { method: 'GET', path: `${E}/{id}/replies` },
  listReports: { method: 'GET', path: `${S}/reports` },
  getPicture: { method: 'GET', path: `${S}/pictures/{id}`, isBinary: true },
  listLogEntries: { method: 'GET', path: `${S}/log-entries` },
  listAgendaItems: { method: 'GET', path: A },
  getAgendaItem: { method: 'GET', path: `${A}/{id}` },
  findSimilarItems: { method: 'POST', path: `${A}/_similar`, isQuestion: true },
  getBall: { method: 'GET', path: `${A}/{id}/ball` },
  listHandovers: { method: 'GET', path: `${A}/{id}/handovers` },
  listSessions: { method: 'GET', path: `${S}/sessions` },
  getSessionProposal: { method: 'GET', path: `${S}/sessions/{id}/proposal` },
  listMethods: { method: 'GET', path: `${S}/methods` },
  getCalendarKey: { method: 'GET', path: `${S}/calendar-keys/mine` },
  listResults: { method: 'GET', path: R },
  getResult: { method: 'GET', path: `${R}/{id}` },
  getFigures: { method: 'GET', path: `${S}/figures` },
  listIdeas: { method: 'GET', path: I },
  getChain: { method: 'GET', path: `${S}/chain/{kind}/{id}` },
  getReport: { method: 'GET', path: `${S}/report` },
  listKeptReports: { method: 'GET', path: `${S}/reports/kept` },
  getKeptReport: { method: 'GET', path: `${S}/reports/kept/{id}` },
  getOwnData: { method: 'GET', path: `/me/_export` },
  getPreferences: { method: 'GET', path: `/me/preferences` },
  listForMe: { method: 'GET', path: `${S}/for-me` },
} as const satisfies Partial<Record<OperationName, Operation>>;

export type ReadName = keyof typeof READ_OPERATIONS;
export type WriteName = Exclude<OperationName, ReadName>;

/** The kind and id of what changed; no content, for who may see it reads it anew. */
export interface Change {
  kind: EntityKind;
  id: Id;
  at?: Moment;
}
