/** What the operations on results, ideas, the chain and the report take. */
import * as v from 'valibot';
import type { ResultOperations } from './results';
import { day, id, nothing, page, required, text, version } from './schema-parts';
import { PARTICIPATIONS } from '../model/agenda-types';
import { MOST_DRIVERS } from '../model/limits';
import { CHAIN_KINDS, IDEA_STATUSES, RESULT_STATUSES } from '../model/result-types';
import { MOST_LINKS } from '../model/session';
import { TEXT_LIMIT, TITLE_LIMIT } from '../model/text';

const ids = (most: number) => v.pipe(v.array(id), v.maxLength(most, 'tooLong'));
const audience = v.picklist(['internal', 'everyone']);
/** Finite, and of a size that can be drawn and told. */
const value = v.pipe(v.number(), v.finite('format'), v.minValue(-1e12, 'format'), v.maxValue(1e12, 'format'));
const measure = v.strictObject({
  what: required(TITLE_LIMIT),
  unit: required(TITLE_LIMIT),
  start: value,
  goal: v.optional(value),
  source: text(TITLE_LIMIT),
});
const choice = v.strictObject({ experienceId: id, reason: text(TEXT_LIMIT) });
const period = { from: day, until: day };

export const RESULT_SCHEMAS = {
  listResults: v.strictObject({
    ...page,
    status: v.optional(v.picklist(RESULT_STATUSES)),
    driver: v.optional(id),
    only: v.optional(v.picklist(['drafts', 'published'])),
  }),
  getResult: v.strictObject({ id }),
  saveResult: v.strictObject({
    id,
    version,
    title: required(TITLE_LIMIT),
    whatIsDifferent: required(TEXT_LIMIT),
    forWhom: text(TITLE_LIMIT),
    status: v.picklist(RESULT_STATUSES),
    stillNeeded: text(TEXT_LIMIT),
    experienceIds: ids(MOST_LINKS),
    agendaItemIds: ids(MOST_LINKS),
    driverIds: ids(MOST_DRIVERS),
    partyIds: ids(MOST_LINKS),
    audience,
    measure: v.optional(measure),
  }),
  eraseResult: v.strictObject({ id, version }),
  publishResult: v.strictObject({ id, version, reason: required(TEXT_LIMIT) }),
  saveMeasurement: v.strictObject({
    resultId: id,
    id,
    version,
    on: day,
    value,
    explanation: v.optional(text(TEXT_LIMIT)),
  }),
  eraseMeasurement: v.strictObject({ resultId: id, id, version }),
  getFigures: nothing,
  listIdeas: v.strictObject({ ...page, status: v.optional(v.picklist(IDEA_STATUSES)) }),
  saveIdea: v.strictObject({
    id,
    version,
    text: required(TITLE_LIMIT),
    driverIds: ids(MOST_DRIVERS),
    audience,
    experienceId: v.optional(id),
  }),
  eraseIdea: v.strictObject({ id, version }),
  joinIdea: v.strictObject({ id, as: v.picklist([...PARTICIPATIONS, 'none']) }),
  adoptIdea: v.strictObject({ id, version, agendaItemId: id, title: required(TITLE_LIMIT) }),
  declineIdea: v.strictObject({ id, version, reason: required(TEXT_LIMIT) }),
  getChain: v.strictObject({ kind: v.picklist(CHAIN_KINDS), id }),
  getReport: v.strictObject({ ...period, kept: v.optional(id) }),
  listKeptReports: v.strictObject(page),
  getKeptReport: v.strictObject({ id }),
  saveKeptReport: v.strictObject({
    id,
    version,
    ...period,
    introduction: text(TEXT_LIMIT),
    choices: v.pipe(v.array(choice), v.maxLength(MOST_LINKS, 'tooLong')),
    audience,
  }),
} as const satisfies Record<keyof ResultOperations, v.GenericSchema>;
