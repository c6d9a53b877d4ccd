/** The key of a calendar: for readers that cannot sign in, it is all there is to say who reads. */
import { createHash, randomBytes } from 'node:crypto';

/** 128 bits that nobody guesses. */
const BYTES = 16;
const FORM = /^[A-Za-z0-9_-]{22}$/;

export const newCalendarKey = (): string => randomBytes(BYTES).toString('base64url');

export const isCalendarKey = (value: unknown): value is string => typeof value === 'string' && FORM.test(value);

/** What is kept of it. Of so many random bits a plain digest tells nothing. */
export const calendarKeyHash = (key: string): string => createHash('sha256').update(key).digest('base64url');
