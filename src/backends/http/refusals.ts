/** The error that a refusal stands for. Fetched with the first of them: a page on which all is well does without. */
import { SamenError } from '../../model/errors';
import type { ConflictReason, FieldError, SamenErrorKind, SamenErrorOptions } from '../../model/errors';

/** A backend may ask for patience, but not for ever. */
const LONGEST_ASKED_SECONDS = 3600;

const KINDS: Readonly<Record<number, SamenErrorKind>> = {
  400: 'invalid',
  401: 'notSignedIn',
  403: 'forbidden',
  404: 'notFound',
  // A proxy or a network that wants something of the person first.
  407: 'network',
  408: 'busy',
  409: 'conflict',
  412: 'stale',
  413: 'invalid',
  425: 'busy',
  428: 'versionRequired',
  429: 'busy',
  511: 'network',
};

/** What only the backend itself can know: from anybody else it says that this is not its address. */
const ITS_OWN: ReadonlySet<SamenErrorKind> = new Set(['notFound', 'conflict', 'stale', 'versionRequired']);

const CODES: Readonly<Record<FieldError['code'], true>> = {
  required: true,
  tooLong: true,
  tooShort: true,
  format: true,
  controlCharacters: true,
  unknown: true,
  duplicate: true,
  tooEarly: true,
  tooLate: true,
};
const REASONS: Readonly<Record<ConflictReason, true>> = {
  roundIsOpen: true,
  roundIsClosed: true,
  tooSoonAfterLast: true,
  closesTooSoon: true,
  roundStillOpen: true,
  driverCount: true,
  noIntention: true,
  alreadyMatched: true,
  notMatched: true,
  sameKind: true,
  ownParty: true,
  notAsker: true,
  alreadyExists: true,
  keyReused: true,
  askFirst: true,
  authorLessOpen: true,
  tooFewAuthors: true,
  ownExperience: true,
  experienceErased: true,
  nothingToFollowUp: true,
  notPending: true,
  notAPicture: true,
  ballIsHeld: true,
  nobodyHolds: true,
  noOffer: true,
  offerIsOpen: true,
  toItself: true,
  toCannotSee: true,
  itemClosed: true,
  itemPaused: true,
  itemFollows: true,
  itemIsOpen: true,
  itemNotPaused: true,
  itemIsFollowed: true,
  otherAudience: true,
  partnerHasBall: true,
  partyHasBall: true,
  lastCoreTeam: true,
  lastAdmin: true,
  alreadyPublished: true,
  hasMeasurements: true,
  ideaIsAnswered: true,
};

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isOneOf = <T extends string>(all: Readonly<Record<T, true>>, value: unknown): value is T =>
  typeof value === 'string' && Object.hasOwn(all, value);

/** What a refusal says; `said` is its body, when that is JSON. */
export function errorOf({ status, headers }: Response, said: unknown, now: number): SamenError {
  const kind = kindOf(status, isObject(said));
  const options: SamenErrorOptions = {};
  const problem = isObject(said) ? said : {};
  // Also of what is not theirs to choose.
  if (kind === 'invalid' || kind === 'forbidden') options.fields = fieldsOf(problem['errors']);
  // The reason of a newer backend has no sentence here; that of its kind is shown.
  if (isOneOf(REASONS, problem['reason'])) options.reason = problem['reason'];
  if (kind === 'stale' || kind === 'conflict') options.current = problem['current'];
  if (kind === 'busy') options.retryAfterSeconds = retryAfter(headers.get('Retry-After'), now);
  return new SamenError(kind, `The backend answered ${String(status)}`, options);
}

function kindOf(status: number, isProblem: boolean): SamenErrorKind {
  const kind = KINDS[status] ?? (status >= 500 ? 'busy' : status < 400 ? 'network' : undefined);
  if (!isProblem && (!kind || ITS_OWN.has(kind))) return 'misconfigured';
  // Every other refusal is kept for the person (API.md, manners).
  return kind ?? 'invalid';
}

function fieldsOf(errors: unknown): FieldError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isObject).map(({ pointer, code }) => ({
    // RFC 9457 writes it as a fragment; either form is understood.
    pointer: typeof pointer === 'string' ? pointer.replace(/^#/, '') : '',
    code: isOneOf(CODES, code) ? code : 'format',
  }));
}

/** Seconds, or a moment. */
function retryAfter(said: string | null, now: number): number | undefined {
  if (!said) return undefined;
  const seconds = /^\s*\d+\s*$/.test(said) ? Number(said) : Math.ceil((Date.parse(said) - now) / 1000);
  return seconds > 0 ? Math.min(LONGEST_ASKED_SECONDS, seconds) : undefined;
}
