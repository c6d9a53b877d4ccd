/** What others say of a person, made into what we keep. */
import { createHash } from 'node:crypto';
import { isId } from '../../model/id';
import { TITLE_LIMIT, isFineText } from '../../model/text';
import type { Id } from '../../model/types';

const CLAIM_LIMIT = 500;
const DIGEST = /^[0-9a-f]{64}$/;

/**
 * The id of the person whom this issuer calls so. A claim that is an id stays as it is, so that an administrator can
 * name people before they come. Any other (`auth0|Ab_1`, an address) becomes the SHA-256 of issuer and claim: the same
 * at each sign-in, on every instance, without a table to look in; telling nobody the address; and in hexadecimal
 * exactly the 64 characters that an id may have, so nothing is cut off that keeps two people apart.
 *
 * A claim that looks like such a digest is digested too: else who may choose their claim could choose somebody's id.
 * Undefined for what names nobody.
 */
export function personIdOf(issuer: string, claim: unknown): Id | undefined {
  if (typeof claim !== 'string' || !isFineText(claim, { required: true, limit: CLAIM_LIMIT })) return undefined;
  if (isId(claim) && !DIGEST.test(claim)) return claim;
  // Neither holds a NUL, so that no other issuer and claim add up to the same.
  return createHash('sha256').update(`${issuer}\0${claim}`).digest('hex');
}

/** A name on one line, without what controls how text is shown; cut off rather than refused, and empty if there is none. */
export function nameOf(claim: unknown): string {
  if (typeof claim !== 'string') return '';
  // As many units as the limit can take, and some for blanks: no need to tidy what is thrown away.
  const characters = Array.from(claim.slice(0, TITLE_LIMIT * 4), (each) => (isFineText(each) ? each : ' '));
  const tidy = characters.join('').replace(/\s+/g, ' ').trim();
  return Array.from(tidy).slice(0, TITLE_LIMIT).join('').trim();
}

/** The party that is claimed; one that is not a short plain text is none. */
export function partyOf(claim: unknown): string | undefined {
  if (typeof claim !== 'string') return undefined;
  const tidy = claim.trim();
  return isFineText(tidy, { required: true, limit: TITLE_LIMIT }) ? tidy : undefined;
}
