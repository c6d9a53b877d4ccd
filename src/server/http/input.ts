/** The input of an operation, gathered from where it travels (src/contract/wire.ts), and checked. */
import type { FastifyRequest } from 'fastify';
import type { SeenAs } from '../../contract/backend';
import type { Input, Operation, OperationName } from '../../contract/operations';
import { OPERATIONS } from '../../contract/all-operations';
import { validate } from '../../contract/schemas';
import { hasPrecondition, isOfMe, isOfSpace, pathFields } from '../../contract/wire';
import { SamenError } from '../../model/errors';
import type { FieldError } from '../../model/errors';
import { isId } from '../../model/id';
import type { Id } from '../../model/types';

type Fields = Record<string, unknown>;

const wrong = (pointer: string, code: FieldError['code']) =>
  new SamenError('invalid', 'The request is wrong', { fields: [{ pointer, code }] });

/** Throws `invalid` with all that is wrong, `versionRequired`, and `notFound` for a space that cannot be. */
export function inputOf<N extends OperationName>(operation: N, request: FastifyRequest): Input<N> {
  const { method, path }: Operation = OPERATIONS[operation];
  const params = request.params as Record<string, string>;
  if (!isOfMe(OPERATIONS[operation]) && !isId(params['spaceId'] ?? ''))
    throw new SamenError('notFound', 'No such space');
  const { space, ...others } = request.query as Fields;
  const query = isOfMe(OPERATIONS[operation]) || space === undefined ? others : { ...others, space };
  if (method !== 'GET') refuseKeys({ query });
  const version = versionOf(operation, request);
  const given = method === 'GET' ? fromQuery(query) : fromBody(request.body, method);
  const own = Object.fromEntries(pathFields(path).map((name) => [name, params[name]]));
  const travelled: Fields = { ...own };
  if (isOfSpace(operation)) travelled['id'] = params['spaceId'];
  if (version !== undefined) travelled['version'] = version;
  // What travels elsewhere has no business in the body: which of the two would count?
  const twice = Object.keys(given).filter((name) => name in travelled || name === 'version');
  if (twice.length > 0) {
    throw new SamenError('invalid', 'Stands elsewhere', {
      fields: twice.map((name) => ({ pointer: `/${name}`, code: 'unknown' as const })),
    });
  }
  return validate(operation, { ...given, ...travelled }) as Input<N>;
}

/** The space that is meant by what is asked of oneself, when one is. Throws `invalid` for what is no id. */
export function spaceMeant({ query }: FastifyRequest): Id | undefined {
  const { space } = query as Fields;
  if (space === undefined) return undefined;
  if (!isId(space)) throw wrong('/space', 'format');
  return space;
}

/** Throws `invalid` for keys of a query where none are known, but for whose eyes to look through. */
export function refuseKeys({ query }: Pick<FastifyRequest, 'query'>): void {
  const { as: _as, ...others } = query as Fields;
  refuse(others);
}

/** As well where nobody's eyes are looked through: of the server itself, and of a stream, which says what to read anew. */
export function refuseEveryKey({ query }: FastifyRequest): void {
  refuse(query as Fields);
}

function refuse(unknown: Fields): void {
  const fields = Object.keys(unknown).map((key) => ({ pointer: `/${key}`, code: 'unknown' as const }));
  if (fields.length > 0) throw new SamenError('invalid', 'Unknown keys', { fields });
}

/** Whose eyes to look through: a preview of an editor. */
export function seenAs(request: FastifyRequest): SeenAs | undefined {
  const { as } = request.query as Fields;
  if (as === undefined) return undefined;
  if (as !== 'partner') throw wrong('/as', 'unknown');
  return as;
}

/** The key by which a repeat is known. Throws `invalid` without one. */
export function keyOf(request: FastifyRequest): string {
  const header = request.headers['idempotency-key'];
  const key = typeof header === 'string' ? header.replace(/^"(.*)"$/, '$1') : '';
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(key)) throw wrong('/headers/idempotency-key', key ? 'format' : 'required');
  return key;
}

/** The version as it came: what is none is told with all else that is wrong. */
function versionOf(operation: OperationName, { headers }: FastifyRequest): unknown {
  const { precondition }: Operation = OPERATIONS[operation];
  const { 'if-match': match, 'if-none-match': none } = headers;
  if (!precondition) return undefined;
  if (match !== undefined && none !== undefined) throw wrong('/headers/if-match', 'duplicate');
  const mayCreate = precondition !== 'change';
  if (none !== undefined && mayCreate) {
    if (none !== '*') throw wrong('/headers/if-none-match', 'format');
    return hasPrecondition(OPERATIONS[operation]) ? 0 : undefined;
  }
  if (match === undefined || precondition === 'create') throw new SamenError('versionRequired', 'Which version?');
  return /^"\d{1,9}"$/.test(match) ? Number(match.slice(1, -1)) : match;
}

function fromQuery({ as: _as, ...query }: Fields): Fields {
  const { limit } = query;
  // The only number among the keys of a query.
  return typeof limit === 'string' && /^\d{1,4}$/.test(limit) ? { ...query, limit: Number(limit) } : query;
}

function fromBody(body: unknown, method: Operation['method']): Fields {
  if (body === undefined || body === null) {
    // A change of nothing is a mistake; of all else the address may say everything.
    if (method === 'PATCH') throw wrong('', 'required');
    return {};
  }
  if (typeof body !== 'object' || Array.isArray(body)) throw wrong('', 'format');
  return body as Fields;
}
