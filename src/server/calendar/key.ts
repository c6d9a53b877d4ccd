/** The key of a calendar, as the service makes it: for readers that cannot sign in, it is all there is to say who reads. */
import { createHash } from 'node:crypto';

const FORM = /^[A-Za-z0-9_-]{22}$/;

export const isCalendarKey = (value: unknown): value is string => typeof value === 'string' && FORM.test(value);

/** What is kept of it. Of so many random bits a plain digest tells nothing. */
export const calendarKeyHash = (key: string): string => createHash('sha256').update(key).digest('base64url');
