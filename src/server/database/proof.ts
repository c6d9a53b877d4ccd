/**
 * That somebody wrote a thing that does not say so. Of their key, the thing, the person and a salt of theirs a secret
 * is made; the row holds its digest. Whoever reads the row cannot make it, and what they read opens nothing: the
 * database compares it with the digest of the secret that is presented (samen.proofs).
 */
import { createHash, createHmac } from 'node:crypto';
import { keyFor } from '../author-key';
import type { Id } from '../../model/types';

/** HMAC with the author key, which no database and no backup knows. */
export type Prove = (text: string) => string;

export interface Authorship {
  spaceId: Id;
  id: Id;
  personId: Id;
  /** Of the person, as long as they are a member (samen.author_salts). */
  salt: string;
}

export function proveWith(authorKey: Uint8Array): Prove {
  const key = keyFor(authorKey, 'author');
  return (text) => createHmac('sha256', key).update(text).digest('base64url');
}

/** What its author presents, and nobody else can. */
export function secretOf(prove: Prove, { spaceId, id, personId, salt }: Authorship): string {
  // None of these holds such a line.
  return prove([spaceId, id, personId, salt].join('|'));
}

/** What the row holds. */
export function proofOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
