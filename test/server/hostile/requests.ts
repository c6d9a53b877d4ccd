/** From what was made up to what goes over the wire. */
import fc from 'fast-check';
import { nearlyValid, nonsense, validInput } from './arbitraries';
import type { Nonsense } from './arbitraries';
import type { Asked } from './asking';
import { OTHER_SPACE, SPACE } from './scene';
import { isRead } from '../../../src/contract/old-after';
import { OPERATIONS, wireOf } from '../../../src/contract/all-operations';
import type { OperationName } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';

export interface Fuzzed {
  operation: OperationName;
  how: 'valid' | 'nearly' | 'nonsense';
  asked: Asked;
}

/** What one may send for this operation: two fifths valid, two fifths nearly, the rest nonsense. */
export function fuzzed(operation: OperationName): fc.Arbitrary<Fuzzed> {
  const spaces = (often: number) =>
    fc.oneof(
      { weight: often, arbitrary: fc.constant(SPACE) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(OTHER_SPACE, 'nergens', operation === 'createSpace' ? newId() : 'samen-'),
      },
    );
  const input = (how: Fuzzed['how'], arbitrary: fc.Arbitrary<object>, weight: number) => ({
    weight,
    arbitrary: fc
      .record({ space: spaces(operation === 'createSpace' ? 1 : 8), fields: arbitrary, key: fc.uuid(), as: fc.nat(20) })
      .map(({ space, fields, key, as }) => ({ operation, how, asked: wired(operation, space, fields, key, as === 0) })),
  });
  return fc.oneof(input('valid', validInput(operation), 2), input('nearly', nearlyValid(operation), 2), {
    weight: 1,
    arbitrary: nonsense(operation).map((made) => ({
      operation,
      how: 'nonsense' as const,
      asked: unwired(operation, made),
    })),
  });
}

function wired(operation: OperationName, space: string, fields: object, key: string, isPreview: boolean): Asked {
  const { method, path, headers, body } = wireOf(
    operation,
    operation === 'createSpace' && space !== OTHER_SPACE ? key : space,
    sendable(operation, fields),
  );
  const query = isPreview && isRead(operation) ? `${path.includes('?') ? '&' : '?'}as=partner` : '';
  const own: Record<string, string> = isRead(operation) ? {} : { 'Idempotency-Key': key };
  return { method, path: path + query, headers: sane({ ...headers, ...own }), ...(body !== undefined && { body }) };
}

function unwired(operation: OperationName, { method, params, query, headers, body }: Nonsense): Asked {
  const path = OPERATIONS[operation].path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(whole(params[name] ?? '')).slice(0, 400),
  );
  const asked = query
    .map((pair) =>
      pair
        .map((part) => encodeURIComponent(whole(part)))
        .join('=')
        .slice(0, 600),
    )
    .join('&');
  return {
    method,
    path: asked ? `${path}?${asked}` : path,
    headers: sane(headers),
    ...(body !== undefined && { body }),
  };
}

/** An address or a header holds text only, and no half of a surrogate pair; a body holds anything. */
export function sendable(operation: OperationName, fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => {
      const isInAddress = OPERATIONS[operation].path.includes(`{${name}}`) || name === 'version';
      if (typeof value === 'number' || value === undefined || !(isRead(operation) || isInAddress)) return [name, value];
      return [name, whole(typeof value === 'object' ? JSON.stringify(value) : String(value))];
    }),
  );
}

const whole = (text: string) => Buffer.from(text).toString();

/** What an HTTP client is willing to send at all: the rest goes over bare sockets (sockets.test.ts). */
export function sane(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 900),
    ]),
  );
}
