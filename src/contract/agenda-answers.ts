/** What the operations on the agenda answer. */
import * as v from 'valibot';
import type { AgendaOperations } from './agenda';
import { BALL_MOVES, ITEM_STATUSES, PARTICIPATIONS, SIGNAL_KINDS } from '../model/agenda-types';

const id = v.string();
const day = v.pipe(v.string(), v.isoDate());
const moment = v.pipe(v.string(), v.isoTimestamp());
const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const audience = v.picklist(['internal', 'everyone']);
const actor = v.strictObject({ partyId: id, jobTitle: v.string() });
const signal = v.strictObject({
  kind: v.picklist(SIGNAL_KINDS),
  days: v.optional(number),
  otherId: v.optional(id),
});
const plan = {
  nextStep: v.optional(v.string()),
  dueOn: v.optional(day),
  jobTitle: v.optional(v.string()),
};
const ball = v.strictObject({
  id,
  state: v.picklist(['nobody', 'held', 'offered', 'lapsed', 'none']),
  holderId: v.optional(id),
  ...plan,
  heldSinceAt: v.optional(moment),
  movedAt: moment,
  offer: v.optional(v.strictObject({ toPartyId: id, note: v.string(), ...plan, offeredAt: moment, lapsesAt: moment })),
  ofItemId: v.optional(id),
  moves: v.array(v.picklist(BALL_MOVES)),
  version: number,
});
const item = v.strictObject({
  id,
  title: v.string(),
  question: v.string(),
  driverIds: v.array(id),
  phaseId: v.optional(id),
  topics: v.array(v.string()),
  audience,
  status: v.picklist(ITEM_STATUSES),
  statusReason: v.optional(v.string()),
  participations: v.array(v.strictObject({ partyId: id, as: v.picklist(PARTICIPATIONS) })),
  createdByPartyId: id,
  createdOn: day,
  changedOn: day,
  mergedIntoId: v.optional(id),
  followsId: v.optional(id),
  settled: v.array(v.strictObject({ itemId: id, by: actor, on: day })),
  experienceId: v.optional(id),
  needId: v.optional(id),
  sessionId: v.optional(id),
  ideaId: v.optional(id),
  version: number,
  ball,
  signal: v.optional(signal),
});
const handover = v.strictObject({
  id,
  itemId: id,
  number,
  kind: v.picklist([
    ...(['taken', 'progress', 'offered', 'released', 'accepted', 'returned', 'withdrawn', 'expired'] as const),
    ...(['cleared', 'reopened'] as const),
  ]),
  fromPartyId: v.optional(id),
  toPartyId: v.optional(id),
  note: v.optional(v.string()),
  reason: v.optional(v.string()),
  nextStep: v.optional(v.string()),
  dueOn: v.optional(day),
  isLate: v.optional(v.literal(true)),
  by: v.optional(actor),
  onBehalfOf: v.optional(id),
  at: moment,
  audience,
});
const agreementFields = {
  id,
  text: v.string(),
  partyId: v.optional(id),
  isDone: v.boolean(),
  agendaItemId: v.optional(id),
};
const session = v.strictObject({
  id,
  title: v.string(),
  startsAt: moment,
  minutes: number,
  place: v.optional(v.string()),
  recurrence: v.optional(v.string()),
  methodIds: v.array(id),
  agendaItemIds: v.array(id),
  experienceIds: v.array(id),
  agreements: v.array(v.strictObject(agreementFields)),
  attendees: v.optional(number),
  status: v.picklist(['planned', 'held']),
  audience,
  version: number,
  nextStartsAt: v.array(moment),
});
const method = v.strictObject({
  id,
  name: v.string(),
  minutes: number,
  group: v.string(),
  basis: v.string(),
  steps: v.array(v.strictObject({ text: v.string(), minutes: v.optional(number) })),
  yields: v.string(),
  version: number,
});
const similar = v.strictObject({ id, title: v.string(), score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) });
const calendarKey = v.strictObject({ key: v.optional(v.string()), createdOn: v.optional(day) });
const gone = v.strictObject({ id });
const pageOf = <T extends v.GenericSchema>(each: T) =>
  v.strictObject({ items: v.array(each), nextCursor: v.optional(v.string()), asOf: v.string() });

export const AGENDA_ANSWERS = {
  listAgendaItems: pageOf(item),
  getAgendaItem: item,
  saveAgendaItem: item,
  eraseAgendaItem: gone,
  findSimilarItems: v.strictObject({ items: v.array(similar), asOf: v.string() }),
  getBall: ball,
  takeBall: ball,
  offerBall: ball,
  acceptBall: ball,
  returnBall: ball,
  withdrawBall: ball,
  releaseBall: ball,
  progressBall: ball,
  listHandovers: pageOf(handover),
  pauseItem: item,
  resumeItem: item,
  finishItem: item,
  stopItem: item,
  reopenItem: item,
  mergeItem: item,
  linkItems: item,
  settleOverlap: item,
  setParticipation: item,
  listSessions: pageOf(session),
  saveSession: session,
  eraseSession: gone,
  getSessionProposal: v.strictObject({
    items: v.array(v.strictObject({ id, title: v.string(), signal: v.optional(signal) })),
    agreements: v.array(v.strictObject({ ...agreementFields, sessionId: id, sessionTitle: v.string() })),
    experiences: v.array(v.strictObject({ id, title: v.string(), recognised: number })),
    methodIds: v.array(id),
  }),
  listMethods: pageOf(method),
  getCalendarKey: calendarKey,
  makeCalendarKey: calendarKey,
  eraseCalendarKey: gone,
} satisfies { [N in keyof AgendaOperations]: v.GenericSchema<AgendaOperations[N]['output']> };
