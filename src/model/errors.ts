/** What went wrong, in kinds a widget can act upon. The HTTP statuses are those of the wire. */
export type SamenErrorKind =
  | 'invalid' // 400: the input is wrong; `fields` says where
  | 'notSignedIn' // 401
  | 'forbidden' // 403: a member without the right
  | 'notFound' // 404: does not exist, or not for you
  | 'conflict' // 409: a move the state does not allow; `reason` says which, `current` what is in the way
  | 'stale' // 412: changed by somebody else; `current` is what is there now
  | 'versionRequired' // 428
  | 'busy' // 408, 425, 429, 5xx
  | 'network' // no answer
  | 'storage' // this browser's storage is full, blocked or broken
  | 'misconfigured'; // a wrong backend or space: for whoever keeps the page

/** Moves that the state refuses. Each has a sentence in the locales. */
export type ConflictReason =
  | 'roundIsOpen'
  | 'roundIsClosed'
  | 'tooSoonAfterLast'
  | 'closesTooSoon'
  | 'roundStillOpen'
  | 'driverCount'
  | 'noIntention'
  | 'alreadyMatched'
  | 'notMatched'
  | 'sameKind'
  | 'ownParty'
  | 'notAsker'
  | 'alreadyExists'
  | 'keyReused'
  | 'askFirst'
  | 'authorLessOpen'
  | 'tooFewAuthors'
  | 'ownExperience'
  | 'experienceErased'
  | 'nothingToFollowUp'
  | 'notPending'
  | 'notAPicture'
  | 'ballIsHeld'
  | 'nobodyHolds'
  | 'noOffer'
  | 'offerIsOpen'
  | 'toItself'
  | 'toCannotSee'
  | 'itemClosed'
  | 'itemPaused'
  | 'itemFollows'
  | 'itemIsOpen'
  | 'itemNotPaused'
  | 'itemIsFollowed'
  | 'otherAudience'
  | 'partnerHasBall'
  | 'partyHasBall'
  | 'lastCoreTeam'
  | 'lastAdmin'
  | 'alreadyPublished'
  | 'hasMeasurements'
  | 'ideaIsAnswered';

export interface FieldError {
  /** JSON pointer into the input, such as `/answers/0/note`. */
  pointer: string;
  code:
    | 'required'
    | 'tooLong'
    | 'tooShort'
    | 'format'
    | 'controlCharacters'
    | 'unknown'
    | 'duplicate'
    /** Of a day: past already, or beyond all measure. */
    | 'tooEarly'
    | 'tooLate';
}

export interface SamenErrorOptions {
  reason?: ConflictReason;
  fields?: FieldError[];
  current?: unknown;
  retryAfterSeconds?: number;
  cause?: unknown;
}

const RETRYABLE: ReadonlySet<SamenErrorKind> = new Set(['busy', 'network']);

/** The one error that crosses layers. `message` is for logs; people read the locale's sentence for `kind` and `reason`. */
export class SamenError extends Error {
  readonly kind: SamenErrorKind;
  readonly reason?: ConflictReason;
  readonly fields: FieldError[];
  readonly current?: unknown;
  readonly retryAfterSeconds?: number;

  constructor(kind: SamenErrorKind, message: string, options: SamenErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'SamenError';
    this.kind = kind;
    this.reason = options.reason;
    this.fields = options.fields ?? [];
    this.current = options.current;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** Whether the same request may well succeed later, unchanged. */
  get retryable(): boolean {
    return RETRYABLE.has(this.kind);
  }
}
