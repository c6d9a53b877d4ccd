/**
 * What an answer means: its output, or the error it stands for. Something on the way (a portal that wants
 * one to sign in, a proxy, a page that says 404) may answer instead of the backend: it is not taken at its word.
 */
import { API_VERSION } from '../../contract/wire';
import { base64Of } from '../../model/base64';
import { SamenError } from '../../model/errors';
import type { ConflictReason, FieldError, SamenErrorKind, SamenErrorOptions } from '../../model/errors';
import type { PictureType } from '../../model/experience-types';

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
};
const PICTURES: Readonly<Record<PictureType, true>> = { 'image/jpeg': true, 'image/png': true, 'image/webp': true };
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
};

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isOneOf = <T extends string>(all: Readonly<Record<T, true>>, value: unknown): value is T =>
  typeof value === 'string' && Object.hasOwn(all, value);

/** The output of a successful answer; `undefined` when it says nothing (204). Throws `SamenError` only. */
export async function readAnswer(response: Response, now: number): Promise<unknown> {
  refuseOtherVersion(response);
  if (response.ok && response.status === 204) return undefined;
  const said = await readJson(response);
  if (!response.ok) throw errorOf(response, said, now);
  if (said === undefined) throw new SamenError('network', 'Something else answered, not the backend');
  return said;
}

/** The picture of a successful answer, which is no JSON but the picture itself. Throws `SamenError` only. */
export async function readPicture(response: Response, now: number): Promise<{ type: PictureType; data: string }> {
  const [type = ''] = (response.headers.get('Content-Type') ?? '').split(';');
  if (!response.ok || !isOneOf(PICTURES, type)) throw await refusalOf(response, now, 'the picture');
  refuseOtherVersion(response);
  try {
    return { type, data: base64Of(new Uint8Array(await response.arrayBuffer())) };
  } catch (cause) {
    throw new SamenError('network', 'The answer was cut off', { cause });
  }
}

/** The error of an answer that was to be something else than JSON. */
export async function refusalOf(response: Response, now: number, wanted = 'the stream'): Promise<SamenError> {
  try {
    await readAnswer(response, now);
    return new SamenError('network', `Something else answered, not ${wanted} of the backend`);
  } catch (error) {
    return error instanceof SamenError ? error : new SamenError('network', 'No answer', { cause: error });
  }
}

/** A server of another major version under this address: nothing it says can be relied on. */
function refuseOtherVersion({ headers }: Response): void {
  const version = headers.get('API-Version');
  if (version !== null && version.split('.')[0] !== API_VERSION.split('.')[0])
    throw new SamenError('misconfigured', `The backend speaks version ${version}, this library ${API_VERSION}`);
}

/** `undefined` when it is no JSON. An answer that is cut off is none: it may be asked again. */
async function readJson(response: Response): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw new SamenError('network', 'The answer was cut off', { cause });
  }
  if (!/^application\/([\w.-]+\+)?json\b/i.test(response.headers.get('Content-Type') ?? '')) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function errorOf({ status, headers }: Response, said: unknown, now: number): SamenError {
  const kind = kindOf(status, isObject(said));
  const options: SamenErrorOptions = {};
  const problem = isObject(said) ? said : {};
  if (kind === 'invalid') options.fields = fieldsOf(problem['errors']);
  // The reason of a newer backend has no sentence here; that of its kind is shown.
  if (isOneOf(REASONS, problem['reason'])) options.reason = problem['reason'];
  if (kind === 'stale') options.current = problem['current'];
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
