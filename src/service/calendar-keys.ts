/** The key of a calendar for readers that cannot sign in: told once, and kept only as what proves it. */
import { memberOf } from './context';
import type { Context } from './context';
import type { Output } from '../contract/operations';
import { base64Of } from '../model/base64';
import { SamenError } from '../model/errors';
import type { Id } from '../model/types';

/** 128 bits that nobody guesses. */
const BYTES = 16;

/** In the place of the one that there was, which is of no use any more. */
export async function makeCalendarKey(context: Context): Promise<Output<'makeCalendarKey'>> {
  const { id } = memberOf(context);
  const { tx, today } = context;
  const before = await tx.load('calendarKey', id, { lock: true });
  const key = base64Url(crypto.getRandomValues(new Uint8Array(BYTES)));
  const version = (before?.version ?? 0) + 1;
  const row = { keyHash: await calendarKeyHash(key), createdOn: today, version };
  await tx.save('calendarKey', id, before?.version ?? 0, row, `person:${id}`);
  tx.changed('calendarKey', id, `person:${id}`);
  return { key, createdOn: today };
}

export async function eraseCalendarKey(context: Context): Promise<{ id: Id }> {
  const { id } = memberOf(context);
  const { tx } = context;
  if (await tx.load('calendarKey', id, { lock: true })) {
    await tx.erase('calendarKey', id);
    tx.changed('calendarKey', id, `person:${id}`);
  }
  return { id };
}

/** What is kept of it. Of so many random bits a plain digest tells nothing. */
async function calendarKeyHash(key: string): Promise<string> {
  // Browsers withhold it from plain http, where no calendar can be read either.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) throw new SamenError('storage', 'This browser cannot make a key here');
  return base64Url(new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(key))));
}

const base64Url = (bytes: Uint8Array): string =>
  base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
