/**
 * How an operation travels over HTTP: which parts of its input stand in the path, in a header, in the
 * query or in the body. Both ends read it here, so that neither can mean something else by it.
 */
import type { Operation, OperationName } from './operations';
import type { Id } from '../model/types';

export { API_VERSION } from './version';

export interface WireRequest {
  method: Operation['method'];
  /** Below the address of the backend, such as `/spaces/buurt/needs/1f…`, with its query. */
  path: string;
  headers: Record<string, string>;
  /** JSON; absent where there is nothing to say. */
  body?: string;
}

type Fields = Record<string, unknown>;

/** The names between braces in an operation's path, less the space's own. */
export function pathFields(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').filter((name) => name !== 'spaceId');
}

/** An operation on the space itself has the space's id as its own. */
export function isOfSpace(operation: OperationName): boolean {
  return operation === 'createSpace' || operation === 'changeSpace';
}

/** Of whoever asks, in the whole installation: which space is meant stands in the query. */
export const isOfMe = ({ path }: Pick<Operation, 'path'>): boolean => path.startsWith('/me');

/** Whether a version travels with it, and so not in its body. */
export function hasPrecondition({ precondition }: Operation): boolean {
  return precondition !== undefined && precondition !== 'create';
}

/** A version as an entity tag. Opaque to clients: they hand back what they were given. */
export const etagOf = (version: unknown): string => `"${String(version)}"`;

/** The request by which an operation, as it is `described` in the table, is asked for. */
export function toWire(operation: OperationName, described: Operation, spaceId: Id, input: object): WireRequest {
  const { method, path, precondition, isQuestion } = described;
  const { version, ...fields } = input as Fields;
  // Whose eyes to look through stands in the query of whatever is asked; of a write it is a field like others.
  const isRead = method === 'GET' || isQuestion === true;
  const as = isRead ? fields['as'] : undefined;
  if (isRead) delete fields['as'];
  const taken = pathFields(path);
  const left = Object.entries(fields).filter(
    ([name, value]) => value !== undefined && !taken.includes(name) && !(name === 'id' && isOfSpace(operation)),
  );
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(name === 'spaceId' ? spaceId : String(fields[name])),
  );
  const headers: Record<string, string> = {};
  if (precondition === 'create' || (precondition && version === 0)) headers['If-None-Match'] = '*';
  else if (precondition && version !== undefined) headers['If-Match'] = etagOf(version);
  if (method === 'GET') {
    const query = new URLSearchParams(left.map(([name, value]) => [name, String(value)]));
    if (as !== undefined) query.set('as', String(as));
    // Who I am is asked of the whole backend, with the space in mind.
    if (isOfMe(described)) query.set('space', spaceId);
    return { method, path: query.size > 0 ? `${filled}?${query}` : filled, headers };
  }
  if (method === 'DELETE' && left.length === 0) return { method, path: filled, headers };
  headers['Content-Type'] = 'application/json';
  const query = new URLSearchParams(
    isOfMe(described) ? { space: spaceId } : as === undefined ? {} : { as: String(as) },
  );
  const seen = query.size > 0 ? `${filled}?${query}` : filled;
  return { method, path: seen, headers, body: JSON.stringify(Object.fromEntries(left)) };
}
