/**
 * What each operation answers, as valibot schemas: for the description of the API and for tests of a
 * backend. Loaded by no page. The types of `operations.ts` and these are held equal below.
 */
import * as v from 'valibot';
import { AGENDA_ANSWERS } from './agenda-answers';
import { EXPERIENCE_ANSWERS } from './experience-answers';
import type { OperationName, Output } from './operations';
import { PRIVACY_ANSWERS } from './privacy-schemas';
import { resultAnswers } from './results-answers';
import { SETUP_STEPS } from '../model/types';
import type { RetainedKind } from '../model/types';

const id = v.string();
const day = v.pipe(v.string(), v.isoDate());
const version = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const answer = v.picklist(['good', 'couldBeBetter', 'notWorking']);
const icon = v.picklist(['house', 'ball', 'conversation', 'backpack', 'bicycle', 'heart', 'compass', 'people']);
const audience = v.string() as v.GenericSchema<`person:${string}` | `party:${string}` | 'internal' | 'everyone'>;

const party = v.strictObject({
  id,
  kind: v.picklist(['department', 'partner']),
  name: v.string(),
  shortName: v.string(),
  task: v.optional(v.string()),
});
const memberFields = {
  id,
  partyId: id,
  name: v.string(),
  jobTitle: v.string(),
  role: v.picklist(['member', 'coreTeam', 'admin']),
};
const member = v.strictObject({ ...memberFields, version });
const days = v.optional(count);
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
const space = v.strictObject({
  id,
  name: v.string(),
  parties: v.array(party),
  phases: v.array(v.strictObject({ id, name: v.string(), goal: v.string() })),
  currentPhaseId: v.optional(id),
  settings: v.strictObject({
    smallestGroup: count,
    smallestSentences: count,
    roundIntervalDays: count,
    anonymousPosts: v.optional(v.picklist(['daily', 'atOnce'])),
    approvesAnonymous: v.optional(v.boolean()),
    signIn: v.optional(v.picklist(['invited', 'byClaim'])),
    retentionDays: v.optional(retentionDays),
  }),
  notice: v.optional(
    v.strictObject({ purpose: v.string(), basis: v.string(), retention: v.string(), contact: v.string() }),
  ),
  setup: v.picklist(SETUP_STEPS),
  version,
  jobTitlePeers: v.picklist(['few', 'enough']),
});
const driver = v.strictObject({
  id,
  name: v.string(),
  icon,
  explanation: v.string(),
  question: v.string(),
  goodExample: v.string(),
  badExample: v.string(),
});
const intention = v.strictObject({
  text: v.string(),
  promise: v.string(),
  drivers: v.array(driver),
  changedOn: day,
  version,
});
const round = v.strictObject({
  id,
  number: count,
  openedOn: day,
  closesOn: day,
  closedOn: v.optional(day),
  drivers: v.array(driver),
  participation: v.strictObject({ about: count, of: count, on: day }),
  version,
});
const checkIn = v.strictObject({
  roundId: id,
  answers: v.array(v.strictObject({ driverId: id, answer, note: v.optional(v.string()) })),
  version,
});
const counts = v.strictObject({ driverId: id, good: count, couldBeBetter: count, notWorking: count });
const release = v.strictObject({
  roundId: id,
  groups: v.array(
    v.strictObject({
      partyIds: v.array(id),
      label: v.picklist(['', 'otherPartners']),
      hidden: v.union([v.literal(false), v.literal('tooFew'), v.literal('protectsOthers')]),
      respondents: v.optional(count),
      answers: v.optional(v.array(v.union([counts, v.strictObject({ driverId: id, mostly: answer })]))),
    }),
  ),
  total: v.optional(v.strictObject({ respondents: count, answers: v.array(counts) })),
  notes: v.array(v.strictObject({ driverId: id, sentences: v.array(v.string()) })),
});
const need = v.strictObject({
  id,
  kind: v.picklist(['ask', 'offer']),
  partyId: id,
  driverId: id,
  text: v.string(),
  status: v.picklist(['open', 'matched', 'fulfilled']),
  matchedWithId: v.optional(id),
  agendaItemId: v.optional(id),
  experienceId: v.optional(id),
  writtenBy: v.optional(id),
  createdOn: day,
  audience,
  version,
});
const meaning = v.strictObject({
  id,
  personId: id,
  author: v.strictObject({ name: v.string(), jobTitle: v.string(), partyId: id }),
  text: v.string(),
  audienceChoice: v.picklist(['me', 'party', 'internal', 'everyone']),
  audience,
  changedOn: day,
  version,
});
const gone = v.strictObject({ id });
const pageOf = <T extends v.GenericSchema>(item: T) =>
  v.strictObject({ items: v.array(item), nextCursor: v.optional(v.string()), asOf: v.string() });

export const ANSWER_SCHEMAS = {
  getMe: v.strictObject({
    personId: id,
    name: v.string(),
    member: v.optional(v.strictObject(memberFields)),
    sealKey: v.optional(v.string()),
    mayMakeSpaces: v.optional(v.literal(true)),
    spaces: v.optional(v.array(v.strictObject({ id, name: v.string() }))),
  }),
  getSpace: space,
  createSpace: space,
  changeSpace: space,
  listMembers: pageOf(member),
  saveMember: member,
  removeMember: gone,
  getIntention: v.nullable(intention),
  saveIntention: intention,
  listRounds: pageOf(round),
  openRound: round,
  closeRound: round,
  getMyCheckIn: checkIn,
  saveCheckIn: checkIn,
  getSummary: release,
  listNeeds: pageOf(need),
  saveNeed: need,
  eraseNeed: gone,
  listNeedSuggestions: v.strictObject({ items: v.array(v.strictObject({ askId: id, offerId: id })), asOf: v.string() }),
  matchNeed: need,
  unmatchNeed: need,
  fulfilNeed: need,
  listMeanings: pageOf(meaning),
  saveMeaning: meaning,
  eraseMeaning: gone,
  ...EXPERIENCE_ANSWERS,
  ...AGENDA_ANSWERS,
  ...resultAnswers(round, release),
  ...PRIVACY_ANSWERS,
} satisfies { [N in OperationName]: v.GenericSchema<Output<N>> };
