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

const S = '/spaces/{spaceId}';
const E = FEED_PATH;
const A = `${S}/agenda-items` as const;
const R = `${S}/results` as const;
const I = `${S}/ideas` as const;

/** The table. Reads are GET, or a POST that is a question; everything else is a write. */
export const OPERATIONS = {
  getMe: { method: 'GET', path: `/me` },
  getSpace: { method: 'GET', path: S },
  createSpace: { method: 'PUT', path: S, affects: ['space', 'member', 'me'], precondition: 'create' },
  changeSpace: { method: 'PATCH', path: S, affects: ['space'], precondition: 'change' },
  listMembers: { method: 'GET', path: `${S}/members` },
  saveMember: { method: 'PUT', path: `${S}/members/{id}`, affects: ['member'], precondition: 'createOrChange' },
  removeMember: { method: 'DELETE', path: `${S}/members/{id}`, affects: ['member'], precondition: 'change' },
  getIntention: { method: 'GET', path: `${S}/intention` },
  saveIntention: { method: 'PUT', path: `${S}/intention`, affects: ['intention'], precondition: 'createOrChange' },
  listRounds: { method: 'GET', path: `${S}/rounds` },
  openRound: { method: 'PUT', path: `${S}/rounds/{id}`, affects: ['round'], precondition: 'create' },
  closeRound: {
    method: 'POST',
    path: `${S}/rounds/{id}/_close`,
    affects: ['round', 'summary', 'checkIn'],
    precondition: 'change',
  },
  getMyCheckIn: { method: 'GET', path: `${S}/rounds/{roundId}/check-ins/mine` },
  saveCheckIn: {
    method: 'PUT',
    path: `${S}/rounds/{roundId}/check-ins/mine`,
    affects: ['checkIn'],
    precondition: 'createOrChange',
  },
  getSummary: { method: 'GET', path: `${S}/rounds/{roundId}/summary` },
  listNeeds: { method: 'GET', path: `${S}/needs` },
  saveNeed: { method: 'PUT', path: `${S}/needs/{id}`, affects: ['need'], precondition: 'createOrChange' },
  eraseNeed: { method: 'DELETE', path: `${S}/needs/{id}`, affects: ['need'], precondition: 'change' },
  listNeedSuggestions: { method: 'GET', path: `${S}/needs/_suggestions` },
  matchNeed: { method: 'POST', path: `${S}/needs/{id}/_match`, affects: ['need'], precondition: 'change' },
  unmatchNeed: { method: 'POST', path: `${S}/needs/{id}/_unmatch`, affects: ['need'], precondition: 'change' },
  fulfilNeed: { method: 'POST', path: `${S}/needs/{id}/_fulfil`, affects: ['need'], precondition: 'change' },
  listMeanings: { method: 'GET', path: `${S}/meanings` },
  saveMeaning: { method: 'PUT', path: `${S}/meanings/mine`, affects: ['meaning'], precondition: 'createOrChange' },
  eraseMeaning: { method: 'DELETE', path: `${S}/meanings/mine`, affects: ['meaning'], precondition: 'change' },
  listExperiences: { method: 'GET', path: E },
  searchExperiences: { method: 'POST', path: `${E}/_search`, isQuestion: true },
  getExperience: { method: 'GET', path: `${E}/{id}` },
  saveExperience: { method: 'POST', path: `${E}/_save`, affects: ['experience'], precondition: 'createOrChange' },
  eraseExperience: { method: 'POST', path: `${E}/_erase`, affects: ['experience'], precondition: 'change' },
  followUpExperience: { method: 'POST', path: `${E}/_followUp`, affects: ['experience'] },
  packExperience: { method: 'POST', path: `${E}/_packing`, affects: ['packing'] },
  setReaction: { method: 'PUT', path: `${E}/{id}/reactions/{reaction}`, affects: ['experience'] },
  removeReaction: { method: 'DELETE', path: `${E}/{id}/reactions/{reaction}`, affects: ['experience'] },
  listReplies: { method: 'GET', path: `${E}/{id}/replies` },
  saveReply: {
    method: 'POST',
    path: `${E}/{experienceId}/replies/_save`,
    affects: ['reply', 'experience'],
    precondition: 'createOrChange',
  },
  eraseReply: {
    method: 'POST',
    path: `${E}/{experienceId}/replies/_erase`,
    affects: ['reply', 'experience'],
    precondition: 'change',
  },
  reportExperience: { method: 'POST', path: `${E}/{id}/_report`, affects: ['report'] },
  hideExperience: { method: 'POST', path: `${E}/{id}/_hide`, affects: ['experience', 'report', 'logEntry'] },
  showExperience: { method: 'POST', path: `${E}/{id}/_show`, affects: ['experience', 'report', 'logEntry'] },
  pinExperience: { method: 'POST', path: `${E}/{id}/_pin`, affects: ['experience', 'logEntry'] },
  unpinExperience: { method: 'POST', path: `${E}/{id}/_unpin`, affects: ['experience', 'logEntry'] },
  approveExperience: { method: 'POST', path: `${E}/{id}/_approve`, affects: ['experience', 'logEntry'] },
  listReports: { method: 'GET', path: `${S}/reports` },
  savePicture: { method: 'POST', path: `${S}/pictures/_save`, affects: ['picture'] },
  getPicture: { method: 'GET', path: `${S}/pictures/{id}`, isBinary: true },
  listLogEntries: { method: 'GET', path: `${S}/log-entries` },
  listAgendaItems: { method: 'GET', path: A },
  getAgendaItem: { method: 'GET', path: `${A}/{id}` },
  saveAgendaItem: {
    method: 'PUT',
    path: `${A}/{id}`,
    affects: ['agendaItem', 'ball', 'need'],
    precondition: 'createOrChange',
  },
  eraseAgendaItem: { method: 'DELETE', path: `${A}/{id}`, affects: ['agendaItem', 'ball'], precondition: 'change' },
  findSimilarItems: { method: 'POST', path: `${A}/_similar`, isQuestion: true },
  getBall: { method: 'GET', path: `${A}/{id}/ball` },
  takeBall: { method: 'POST', path: `${A}/{id}/ball/_take`, affects: ['ball', 'agendaItem'], precondition: 'change' },
  offerBall: { method: 'POST', path: `${A}/{id}/ball/_offer`, affects: ['ball', 'agendaItem'], precondition: 'change' },
  acceptBall: {
    method: 'POST',
    path: `${A}/{id}/ball/_accept`,
    affects: ['ball', 'agendaItem'],
    precondition: 'change',
  },
  returnBall: {
    method: 'POST',
    path: `${A}/{id}/ball/_return`,
    affects: ['ball', 'agendaItem'],
    precondition: 'change',
  },
  withdrawBall: {
    method: 'POST',
    path: `${A}/{id}/ball/_withdraw`,
    affects: ['ball', 'agendaItem'],
    precondition: 'change',
  },
  releaseBall: {
    method: 'POST',
    path: `${A}/{id}/ball/_release`,
    affects: ['ball', 'agendaItem'],
    precondition: 'change',
  },
  progressBall: {
    method: 'POST',
    path: `${A}/{id}/ball/_progress`,
    affects: ['ball', 'agendaItem'],
    precondition: 'change',
  },
  listHandovers: { method: 'GET', path: `${A}/{id}/handovers` },
  pauseItem: { method: 'POST', path: `${A}/{id}/_pause`, affects: ['agendaItem', 'ball'], precondition: 'change' },
  resumeItem: { method: 'POST', path: `${A}/{id}/_resume`, affects: ['agendaItem', 'ball'], precondition: 'change' },
  finishItem: { method: 'POST', path: `${A}/{id}/_finish`, affects: ['agendaItem', 'ball'], precondition: 'change' },
  stopItem: { method: 'POST', path: `${A}/{id}/_stop`, affects: ['agendaItem', 'ball'], precondition: 'change' },
  reopenItem: { method: 'POST', path: `${A}/{id}/_reopen`, affects: ['agendaItem', 'ball'], precondition: 'change' },
  mergeItem: { method: 'POST', path: `${A}/{id}/_merge`, affects: ['agendaItem', 'ball'], precondition: 'change' },
  linkItems: { method: 'POST', path: `${A}/{id}/_together`, affects: ['agendaItem', 'ball'], precondition: 'change' },
  settleOverlap: {
    method: 'POST',
    path: `${A}/{id}/_different`,
    affects: ['agendaItem', 'ball'],
    precondition: 'change',
  },
  setParticipation: { method: 'PUT', path: `${A}/{id}/participations/{partyId}`, affects: ['agendaItem'] },
  listSessions: { method: 'GET', path: `${S}/sessions` },
  saveSession: { method: 'PUT', path: `${S}/sessions/{id}`, affects: ['session'], precondition: 'createOrChange' },
  eraseSession: { method: 'DELETE', path: `${S}/sessions/{id}`, affects: ['session'], precondition: 'change' },
  getSessionProposal: { method: 'GET', path: `${S}/sessions/{id}/proposal` },
  listMethods: { method: 'GET', path: `${S}/methods` },
  getCalendarKey: { method: 'GET', path: `${S}/calendar-keys/mine` },
  makeCalendarKey: { method: 'PUT', path: `${S}/calendar-keys/mine`, affects: ['calendarKey'] },
  eraseCalendarKey: { method: 'DELETE', path: `${S}/calendar-keys/mine`, affects: ['calendarKey'] },
  listResults: { method: 'GET', path: R },
  getResult: { method: 'GET', path: `${R}/{id}` },
  saveResult: { method: 'PUT', path: `${R}/{id}`, affects: ['result'], precondition: 'createOrChange' },
  eraseResult: { method: 'DELETE', path: `${R}/{id}`, affects: ['result'], precondition: 'change' },
  publishResult: { method: 'POST', path: `${R}/{id}/_publish`, affects: ['result'], precondition: 'change' },
  saveMeasurement: {
    method: 'PUT',
    path: `${R}/{resultId}/measurements/{id}`,
    affects: ['result'],
    precondition: 'change',
  },
  eraseMeasurement: {
    method: 'DELETE',
    path: `${R}/{resultId}/measurements/{id}`,
    affects: ['result'],
    precondition: 'change',
  },
  getFigures: { method: 'GET', path: `${S}/figures` },
  listIdeas: { method: 'GET', path: I },
  saveIdea: { method: 'PUT', path: `${I}/{id}`, affects: ['idea'], precondition: 'createOrChange' },
  eraseIdea: { method: 'DELETE', path: `${I}/{id}`, affects: ['idea'], precondition: 'change' },
  joinIdea: { method: 'PUT', path: `${I}/{id}/participations/mine`, affects: ['idea'] },
  adoptIdea: {
    method: 'POST',
    path: `${I}/{id}/_adopt`,
    affects: ['idea', 'agendaItem', 'ball'],
    precondition: 'change',
  },
  declineIdea: { method: 'POST', path: `${I}/{id}/_decline`, affects: ['idea'], precondition: 'change' },
  getChain: { method: 'GET', path: `${S}/chain/{kind}/{id}` },
  getReport: { method: 'GET', path: `${S}/report` },
  listKeptReports: { method: 'GET', path: `${S}/reports/kept` },
  getKeptReport: { method: 'GET', path: `${S}/reports/kept/{id}` },
  saveKeptReport: {
    method: 'PUT',
    path: `${S}/reports/kept/{id}`,
    affects: ['keptReport'],
    precondition: 'createOrChange',
  },
  getOwnData: { method: 'GET', path: `/me/_export` },
  getPreferences: { method: 'GET', path: `/me/preferences` },
  savePreferences: { method: 'PUT', path: `/me/preferences`, affects: ['preferences'], precondition: 'createOrChange' },
  leaveSpace: { method: 'POST', path: `${S}/_leave`, affects: ['me', 'member'] },
  eraseMe: { method: 'POST', path: `/me/_erase`, affects: ['me', 'member'] },
  listForMe: { method: 'GET', path: `${S}/for-me` },
} as const satisfies Record<OperationName, Operation>;

export type ReadName = {
  [N in OperationName]: (typeof OPERATIONS)[N] extends { method: 'GET' } | { isQuestion: true } ? N : never;
}[OperationName];
export type WriteName = Exclude<OperationName, ReadName>;

/** The kind and id of what changed; no content, for who may see it reads it anew. */
export interface Change {
  kind: EntityKind;
  id: Id;
  at?: Moment;
}
