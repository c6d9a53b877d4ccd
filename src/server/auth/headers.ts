/** Reading headers that anybody may have written. */
import type { AuthRequest } from './authenticator';
import { SamenError } from '../../model/errors';

/** As much as Node takes in for all headers together. */
const LONGEST = 16 * 1024;
/** Node lets none of these through; who calls otherwise may. */
const CONTROL = /[\0-\x1f\x7f]/;

/** A proof that is wrong. The message is ours alone: nothing of the proof may stand in it. */
export function refused(message: string): SamenError {
  return new SamenError('notSignedIn', message);
}

/** The one value of a header; nothing when it is absent or empty. Throws `notSignedIn` for what no client sends. */
export function headerOf({ headers }: AuthRequest, name: string): string | undefined {
  const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw refused(`The header ${name} stands there more than once`);
  if (value.length > LONGEST) throw refused(`The header ${name} is too long`);
  if (CONTROL.test(value)) throw refused(`The header ${name} holds control characters`);
  return /[^ ]/.test(value) ? value : undefined;
}

/** The header as the UTF-8 that was sent: Node reads each byte as a character. Undefined when it is no UTF-8. */
export function utf8Of(value: string): string | undefined {
  const bytes = Buffer.from(value, 'latin1');
  // A character that is no byte cannot have come over the wire.
  if (bytes.toString('latin1') !== value) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
