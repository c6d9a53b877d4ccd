/** What many inputs are made of: ids, days, texts within their limits, and the keys of a list. */
import * as v from 'valibot';
import { isDay } from '../model/day';
import { isId } from '../model/id';
import { findTextProblems, tidyText } from '../model/text';

export const id = v.pipe(v.string(), v.check<string, 'format'>(isId, 'format'));
export const day = v.pipe(v.string(), v.check<string, 'format'>(isDay, 'format'));
/** RFC 3339: with any offset in; what is kept is in UTC. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/i;
export const isMoment = (value: string): boolean => MOMENT.test(value) && !Number.isNaN(Date.parse(value));
export const moment = v.pipe(v.string(), v.check<string, 'format'>(isMoment, 'format'));
export const version = v.pipe(v.number(), v.integer('format'), v.minValue(0, 'format'));

export const text = (limit: number) =>
  v.pipe(
    v.string(),
    v.check((value) => !findTextProblems(value, { limit }).includes('tooLong'), 'tooLong'),
    v.check((value) => !findTextProblems(value, { limit }).includes('controlCharacters'), 'controlCharacters'),
    v.transform(tidyText),
  );
export const required = (limit: number) => v.pipe(text(limit), v.minLength(1, 'required'));

export const nothing = v.strictObject({});
export const page = {
  limit: v.optional(v.pipe(v.number(), v.integer('format'), v.minValue(1, 'format'), v.maxValue(100, 'format'))),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(500, 'tooLong'))),
};
