/** What the operations on results, ideas, the chain and the report answer. */
import * as v from 'valibot';
import type { ResultOperations } from './results';
import { PARTICIPATIONS } from '../model/agenda-types';
import { CHAIN_KINDS, IDEA_STATUSES, RESULT_STATUSES } from '../model/result-types';
import type { Release, Round } from '../model/types';

const id = v.string();
const day = v.pipe(v.string(), v.isoDate());
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const audience = v.picklist(['internal', 'everyone']);
const actor = v.strictObject({ partyId: id, jobTitle: v.string() });
const status = v.picklist(RESULT_STATUSES);
const measure = v.strictObject({
  what: v.string(),
  unit: v.string(),
  start: v.number(),
  goal: v.optional(v.number()),
  source: v.string(),
});
const result = v.strictObject({
  id,
  title: v.string(),
  whatIsDifferent: v.string(),
  forWhom: v.string(),
  status,
  stillNeeded: v.string(),
  experienceIds: v.array(id),
  agendaItemIds: v.array(id),
  driverIds: v.array(id),
  partyIds: v.array(id),
  audience,
  measure: v.optional(measure),
  createdByPartyId: id,
  createdOn: day,
  changedOn: day,
  publication: v.optional(v.strictObject({ on: day, reason: v.string(), by: actor })),
  measurements: v.array(v.strictObject({ id, on: day, value: v.number(), explanation: v.optional(v.string()) })),
  history: v.array(
    v.strictObject({ on: day, by: actor, kind: v.picklist(['drafted', 'published', 'status']), status }),
  ),
  version: whole,
  evidence: v.array(v.strictObject({ kind: v.picklist(['experience', 'agendaItem']), id, title: v.string() })),
  quote: v.optional(
    v.strictObject({
      experienceId: id,
      text: v.string(),
      jobTitle: v.optional(v.string()),
      partyId: v.optional(id),
    }),
  ),
  acts: v.array(v.picklist(['edit', 'measure', 'publish', 'erase'])),
});
const figure = v.strictObject({ value: whole, recent: whole, trend: v.array(whole) });
const figureFields = {
  results: figure,
  experiences: figure,
  handovers: figure,
  driver: v.optional(
    v.strictObject({
      driverId: id,
      name: v.string(),
      good: whole,
      before: v.optional(whole),
      trend: v.array(whole),
      roundNumber: whole,
    }),
  ),
};
const idea = v.strictObject({
  id,
  text: v.string(),
  driverIds: v.array(id),
  audience,
  by: actor,
  status: v.picklist(IDEA_STATUSES),
  answer: v.optional(v.strictObject({ text: v.string(), on: day })),
  participations: v.array(v.strictObject({ partyId: id, as: v.picklist(PARTICIPATIONS) })),
  experienceId: v.optional(id),
  agendaItemId: v.optional(id),
  createdOn: day,
  version: whole,
  isMine: v.boolean(),
  acts: v.array(v.picklist(['edit', 'erase', 'join', 'adopt', 'decline'])),
});
const linkFields = {
  kind: v.picklist(CHAIN_KINDS),
  id,
  title: v.string(),
  text: v.optional(v.string()),
  status: v.optional(v.string()),
  partyId: v.optional(id),
  jobTitle: v.optional(v.string()),
  on: v.optional(day),
};
const step = v.strictObject({
  ...linkFields,
  via: v.strictObject({ kind: v.picklist(CHAIN_KINDS), id }),
  distance: whole,
});
const kept = v.strictObject({
  id,
  from: day,
  until: day,
  introduction: v.string(),
  choices: v.array(v.strictObject({ experienceId: id, reason: v.string() })),
  audience,
  keptOn: day,
  version: whole,
});
const gone = v.strictObject({ id });
const pageOf = <T extends v.GenericSchema>(each: T) =>
  v.strictObject({ items: v.array(each), nextCursor: v.optional(v.string()), asOf: v.string() });

/** A round and its release are described where they are answered by themselves. */
export function resultAnswers(round: v.GenericSchema<Round>, release: v.GenericSchema<Release>) {
  const released = { round, release };
  return {
    listResults: pageOf(result),
    getResult: result,
    saveResult: result,
    eraseResult: gone,
    publishResult: result,
    saveMeasurement: result,
    eraseMeasurement: result,
    getFigures: v.strictObject({ ...figureFields, asOf: v.string() }),
    listIdeas: pageOf(idea),
    saveIdea: idea,
    eraseIdea: gone,
    joinIdea: idea,
    adoptIdea: idea,
    declineIdea: idea,
    getChain: v.strictObject({
      of: v.strictObject(linkFields),
      earlier: v.array(step),
      later: v.array(step),
      asOf: v.string(),
    }),
    getReport: v.strictObject({
      from: day,
      until: day,
      results: v.array(result),
      figures: v.strictObject(figureFields),
      movements: v.strictObject({
        taken: whole,
        offered: whole,
        accepted: whole,
        returned: whole,
        released: whole,
        finished: whole,
        between: v.array(v.strictObject({ fromPartyId: v.optional(id), toPartyId: id, times: whole })),
        unheld: v.array(v.strictObject({ id, title: v.string() })),
      }),
      releases: v.array(v.strictObject({ ...released, before: v.optional(v.strictObject(released)) })),
      experiences: v.strictObject({
        kind: v.strictObject({ success: whole, lesson: whole, question: whole }),
        chosen: v.array(
          v.strictObject({
            experienceId: id,
            reason: v.string(),
            title: v.string(),
            quote: v.string(),
            jobTitle: v.optional(v.string()),
            partyId: v.optional(id),
          }),
        ),
      }),
      stillNeeded: v.array(v.strictObject({ resultId: id, title: v.string(), text: v.string() })),
      asOf: v.string(),
    }),
    listKeptReports: pageOf(kept),
    getKeptReport: kept,
    saveKeptReport: kept,
  } satisfies { [N in keyof ResultOperations]: v.GenericSchema<ResultOperations[N]['output']> };
}
