/**
 * What each operation takes, as valibot schemas: loaded by `local:` and the server only. The same
 * rules as on the wire: ids, limits, refused characters, no unknown fields, all errors at once.
 */
import * as v from 'valibot';
import { AGENDA_SCHEMAS } from './agenda-schemas';
import { EXPERIENCE_SCHEMAS } from './experience-schemas';
import type { OperationName } from './operations';
import { PRIVACY_SCHEMAS } from './privacy-schemas';
import { RESULT_SCHEMAS } from './results-schemas';
import { day, id, nothing, page, required, text, version } from './schema-parts';
import { SamenError } from '../model/errors';
import type { FieldError } from '../model/errors';
import { SHORTEST_RETENTION } from '../model/limits';
import { TEXT_LIMIT, TITLE_LIMIT } from '../model/text';
import { SETUP_STEPS } from '../model/types';
import type { RetainedKind } from '../model/types';

const party = v.strictObject({
  id,
  kind: v.picklist(['department', 'partner']),
  name: required(TITLE_LIMIT),
  shortName: required(TITLE_LIMIT),
  task: v.optional(text(TEXT_LIMIT)),
});
const phase = v.strictObject({ id, name: required(TITLE_LIMIT), goal: text(TEXT_LIMIT) });
/** A number that a space may tighten. Not beyond all measure: days are counted with it. */
const from = (lowest: number) =>
  v.pipe(v.number(), v.integer('format'), v.minValue(lowest, 'format'), v.maxValue(10_000, 'format'));
const days = v.optional(from(SHORTEST_RETENTION));
const retentionDays = v.strictObject({
  experience: days,
  reply: days,
  need: days,
  meaning: days,
  agendaItem: days,
  session: days,
  idea: days,
  result: days,
  keptReport: days,
  logEntry: days,
} satisfies Record<RetainedKind, typeof days>);
const settings = v.strictObject({
  smallestGroup: from(5),
  smallestSentences: from(10),
  roundIntervalDays: from(0),
  anonymousPosts: v.optional(v.picklist(['daily', 'atOnce'])),
  approvesAnonymous: v.optional(v.boolean()),
  signIn: v.optional(v.picklist(['invited', 'byClaim'])),
  retentionDays: v.optional(retentionDays),
});
const notice = v.strictObject({
  purpose: text(TEXT_LIMIT),
  basis: text(TEXT_LIMIT),
  retention: text(TEXT_LIMIT),
  contact: text(TEXT_LIMIT),
});
const icon = v.picklist(['house', 'ball', 'conversation', 'backpack', 'bicycle', 'heart', 'compass', 'people']);
const driver = v.strictObject({
  id,
  name: required(TITLE_LIMIT),
  icon,
  explanation: text(TEXT_LIMIT),
  question: required(TEXT_LIMIT),
  goodExample: text(TEXT_LIMIT),
  badExample: text(TEXT_LIMIT),
});
const answer = v.strictObject({
  driverId: id,
  answer: v.picklist(['good', 'couldBeBetter', 'notWorking']),
  note: v.optional(text(TEXT_LIMIT)),
});
export const INPUT_SCHEMAS = {
  getMe: nothing,
  getSpace: nothing,
  createSpace: v.strictObject({ id, name: required(TITLE_LIMIT) }),
  changeSpace: v.strictObject({
    id,
    version,
    name: v.optional(required(TITLE_LIMIT)),
    parties: v.optional(v.pipe(v.array(party), v.maxLength(100, 'tooLong'))),
    phases: v.optional(v.pipe(v.array(phase), v.maxLength(20, 'tooLong'))),
    currentPhaseId: v.optional(id),
    settings: v.optional(settings),
    notice: v.optional(notice),
    setup: v.optional(v.picklist(SETUP_STEPS)),
  }),
  listMembers: v.strictObject(page),
  saveMember: v.strictObject({
    id,
    version,
    name: text(TITLE_LIMIT),
    jobTitle: required(TITLE_LIMIT),
    partyId: id,
    role: v.picklist(['member', 'coreTeam', 'admin']),
  }),
  removeMember: v.strictObject({ id, version }),
  getIntention: nothing,
  saveIntention: v.strictObject({
    version,
    text: required(TEXT_LIMIT),
    promise: text(TEXT_LIMIT),
    drivers: v.pipe(v.array(driver), v.maxLength(20, 'tooLong')),
  }),
  listRounds: v.strictObject(page),
  openRound: v.strictObject({ id, closesOn: day }),
  closeRound: v.strictObject({ id, version }),
  getMyCheckIn: v.strictObject({ roundId: id }),
  saveCheckIn: v.strictObject({ roundId: id, version, answers: v.pipe(v.array(answer), v.maxLength(20, 'tooLong')) }),
  getSummary: v.strictObject({ roundId: id }),
  listNeeds: v.strictObject({ ...page, driver: v.optional(id), party: v.optional(id) }),
  saveNeed: v.strictObject({
    id,
    version,
    kind: v.picklist(['ask', 'offer']),
    driverId: id,
    text: required(TEXT_LIMIT),
    experienceId: v.optional(id),
  }),
  eraseNeed: v.strictObject({ id, version }),
  listNeedSuggestions: nothing,
  matchNeed: v.strictObject({ id, withId: id, version }),
  unmatchNeed: v.strictObject({ id, version }),
  fulfilNeed: v.strictObject({ id, version }),
  listMeanings: v.strictObject(page),
  saveMeaning: v.strictObject({
    version,
    text: required(TEXT_LIMIT),
    audience: v.picklist(['me', 'party', 'internal', 'everyone']),
  }),
  eraseMeaning: v.strictObject({ version }),
  ...EXPERIENCE_SCHEMAS,
  ...AGENDA_SCHEMAS,
  ...RESULT_SCHEMAS,
  ...PRIVACY_SCHEMAS,
} as const satisfies Record<OperationName, v.GenericSchema>;

/** The input as it is kept. Throws `invalid` with every error at once, each with a JSON pointer. */
export function validate<N extends OperationName>(
  operation: N,
  input: unknown,
): v.InferOutput<(typeof INPUT_SCHEMAS)[N]> {
  const result = v.safeParse(INPUT_SCHEMAS[operation], input);
  if (result.success) return result.output as v.InferOutput<(typeof INPUT_SCHEMAS)[N]>;
  throw new SamenError('invalid', `The input of ${operation} is wrong`, { fields: result.issues.map(fieldError) });
}

const CODES: ReadonlySet<string> = new Set(['required', 'tooLong', 'format', 'controlCharacters']);

function fieldError(issue: v.BaseIssue<unknown>): FieldError {
  const pointer = (issue.path ?? [])
    .map((item) => `/${String(item.key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
  if (CODES.has(issue.message)) return { pointer, code: issue.message as FieldError['code'] };
  if (issue.type === 'strict_object') return { pointer, code: issue.expected === 'never' ? 'unknown' : 'required' };
  return { pointer, code: 'format' };
}
