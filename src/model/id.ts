import type { Id } from './types';

const ID = /^[a-z0-9-]{1,64}$/;

/** 1 to 64 of a–z, 0–9 and hyphen (API.md "Manners"). */
export function isId(value: unknown): value is Id {
  return typeof value === 'string' && ID.test(value);
}
