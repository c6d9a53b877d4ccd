/** Problem details (RFC 9457): what went wrong, for people's programs. No text of people stands in one. */
import { etagOf } from '../../contract/wire';
import type { FieldError, SamenError, SamenErrorKind } from '../../model/errors';

export interface Problem {
  type: string;
  status: number;
  title: string;
  detail: string;
  /** Which move of the domain was refused (409). */
  reason?: string;
  errors?: (FieldError & { detail: string })[];
  /** What is there now (412), or what is in the way (409). */
  current?: unknown;
}

const KINDS: Record<SamenErrorKind, { status: number; title: string; detail: string }> = {
  invalid: { status: 400, title: 'The request is wrong', detail: 'See errors: every one of them is listed.' },
  notSignedIn: { status: 401, title: 'Not signed in', detail: 'Send a valid proof of who you are.' },
  forbidden: { status: 403, title: 'Not allowed', detail: 'You take part here, but this is not yours to do.' },
  notFound: { status: 404, title: 'Not found', detail: 'It does not exist, or it is not for you.' },
  conflict: { status: 409, title: 'Not possible now', detail: 'The state does not allow this move: see reason.' },
  stale: { status: 412, title: 'Changed in between', detail: 'Somebody else was first: see current, and try again.' },
  versionRequired: { status: 428, title: 'A precondition is missing', detail: 'Send If-Match, or If-None-Match: *.' },
  busy: { status: 503, title: 'Busy', detail: 'Try the same again later.' },
  network: { status: 503, title: 'Busy', detail: 'Try the same again later.' },
  storage: { status: 500, title: 'Something went wrong', detail: 'It was logged, without what you sent.' },
  misconfigured: { status: 500, title: 'Something went wrong', detail: 'It was logged, without what you sent.' },
};

const CODES: Record<FieldError['code'], string> = {
  required: 'Is missing or empty.',
  tooLong: 'Is too long.',
  tooShort: 'Is too short.',
  format: 'Has another form than it should.',
  controlCharacters: 'Holds characters that control how text is shown.',
  unknown: 'Is not known here.',
  duplicate: 'Stands there twice.',
  tooEarly: 'Is past already.',
  tooLate: 'Is further away than anybody can mean.',
};

/** Statuses of the wire itself, beside those of the domain. */
const OTHER: Record<number, { title: string; detail: string }> = {
  400: { title: 'The request is wrong', detail: 'It cannot be read.' },
  404: { title: 'Not found', detail: 'It does not exist, or it is not for you.' },
  406: { title: 'Not acceptable', detail: 'This comes as application/json or text/csv.' },
  408: { title: 'Too slow', detail: 'The request did not arrive in time.' },
  413: { title: 'Too large', detail: 'A request holds at most 64 kB, and a picture 2 MB.' },
  415: { title: 'Not understood', detail: 'Send application/json.' },
  429: { title: 'Too many', detail: 'Wait as long as Retry-After says.' },
  431: { title: 'Too large', detail: 'The headers are too large.' },
  500: { title: 'Something went wrong', detail: 'It was logged, without what you sent.' },
  503: { title: 'Busy', detail: 'Try the same again later.' },
};

const TELLS_CURRENT: ReadonlySet<SamenErrorKind> = new Set(['stale', 'conflict']);

export function problemOf(error: SamenError): Problem {
  const { status, title, detail } = KINDS[error.kind];
  return {
    type: `urn:samen:problem:${error.kind}`,
    status,
    title,
    detail,
    ...(error.reason && { reason: error.reason }),
    ...(error.fields.length > 0 && { errors: error.fields.map((each) => ({ ...each, detail: CODES[each.code] })) }),
    ...(TELLS_CURRENT.has(error.kind) && error.current !== undefined && { current: error.current }),
  };
}

export function problemOfStatus(status: number): Problem {
  const known = OTHER[status] ? status : status < 500 ? 400 : 500;
  return { type: 'about:blank', status: known, ...(OTHER[known] ?? { title: 'Error', detail: '' }) };
}

/** Headers that a problem of this kind comes with. */
export function headersOf(error: SamenError): Record<string, string> {
  const headers: Record<string, string> = {};
  if (error.kind === 'notSignedIn') headers['www-authenticate'] = 'Bearer';
  if (error.kind === 'busy') headers['retry-after'] = String(Math.ceil(error.retryAfterSeconds ?? 5));
  const version = (error.current as { version?: unknown } | null | undefined)?.version;
  if (error.kind === 'stale' && typeof version === 'number') headers['etag'] = etagOf(version);
  return headers;
}
