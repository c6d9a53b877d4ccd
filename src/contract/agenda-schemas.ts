/** What the operations on the agenda take. */
import * as v from 'valibot';
import type { AgendaOperations } from './agenda';
import { day, id, moment, nothing, page, required, text, version } from './schema-parts';
import { ITEM_STATUSES, PARTICIPATIONS, SIGNAL_KINDS } from '../model/agenda-types';
import { MOST_DRIVERS, MOST_TOPICS, TOPIC_LIMIT } from '../model/limits';
import { RECURRENCE_LIMIT } from '../model/recurrence';
import { MOST_LINKS } from '../model/session';
import { TEXT_LIMIT, TITLE_LIMIT } from '../model/text';

const ids = (most: number) => v.pipe(v.array(id), v.maxLength(most, 'tooLong'));
const topics = v.pipe(v.array(text(TOPIC_LIMIT)), v.maxLength(MOST_TOPICS, 'tooLong'));
const driverIds = ids(MOST_DRIVERS);
const audience = v.picklist(['internal', 'everyone']);
const said = {
  note: v.optional(text(TEXT_LIMIT)),
  reason: v.optional(text(TEXT_LIMIT)),
  nextStep: v.optional(text(TITLE_LIMIT)),
  dueOn: v.optional(day),
  jobTitle: v.optional(text(TITLE_LIMIT)),
  onBehalfOf: v.optional(id),
};
const move = v.strictObject({ id, version, ...said });
const reasonedMove = v.strictObject({ id, version, ...said, reason: required(TEXT_LIMIT) });
const act = v.strictObject({ id, version, reason: v.optional(text(TEXT_LIMIT)) });
const reasonedAct = v.strictObject({ id, version, reason: required(TEXT_LIMIT) });
const pair = v.strictObject({ id, otherId: id, version });
const whole = v.pipe(v.number(), v.integer('format'), v.minValue(0, 'format'));

export const AGENDA_SCHEMAS = {
  listAgendaItems: v.strictObject({
    ...page,
    phase: v.optional(id),
    driver: v.optional(id),
    party: v.optional(id),
    holder: v.optional(id),
    status: v.optional(v.picklist(ITEM_STATUSES)),
    signal: v.optional(v.picklist(SIGNAL_KINDS)),
    only: v.optional(v.picklist(['mine', 'waiting'])),
  }),
  getAgendaItem: v.strictObject({ id }),
  saveAgendaItem: v.strictObject({
    id,
    version,
    title: required(TITLE_LIMIT),
    question: text(TEXT_LIMIT),
    driverIds,
    phaseId: v.optional(id),
    topics,
    audience,
    experienceId: v.optional(id),
    needId: v.optional(id),
    sessionId: v.optional(id),
  }),
  eraseAgendaItem: v.strictObject({ id, version }),
  findSimilarItems: v.strictObject({
    title: required(TITLE_LIMIT),
    question: v.optional(text(TEXT_LIMIT)),
    topics: v.optional(topics),
    driverIds: v.optional(driverIds),
    id: v.optional(id),
  }),
  getBall: v.strictObject({ id }),
  takeBall: move,
  offerBall: v.strictObject({ id, version, ...said, toPartyId: id }),
  acceptBall: move,
  returnBall: reasonedMove,
  withdrawBall: move,
  releaseBall: reasonedMove,
  progressBall: move,
  listHandovers: v.strictObject({ ...page, id }),
  pauseItem: reasonedAct,
  resumeItem: act,
  finishItem: act,
  stopItem: reasonedAct,
  reopenItem: act,
  mergeItem: pair,
  linkItems: pair,
  settleOverlap: pair,
  setParticipation: v.strictObject({ id, partyId: id, as: v.picklist([...PARTICIPATIONS, 'none']) }),
  listSessions: v.strictObject(page),
  saveSession: v.strictObject({
    id,
    version,
    title: required(TITLE_LIMIT),
    startsAt: moment,
    minutes: whole,
    place: v.optional(text(TITLE_LIMIT)),
    recurrence: v.optional(text(RECURRENCE_LIMIT)),
    methodIds: ids(MOST_LINKS),
    agendaItemIds: ids(MOST_LINKS),
    experienceIds: ids(MOST_LINKS),
    agreements: v.pipe(
      v.array(
        v.strictObject({
          id,
          text: required(TEXT_LIMIT),
          partyId: v.optional(id),
          isDone: v.boolean(),
          agendaItemId: v.optional(id),
        }),
      ),
      v.maxLength(MOST_LINKS, 'tooLong'),
    ),
    attendees: v.optional(whole),
    status: v.picklist(['planned', 'held']),
    audience,
  }),
  eraseSession: v.strictObject({ id, version }),
  getSessionProposal: v.strictObject({ id }),
  listMethods: v.strictObject(page),
  getCalendarKey: nothing,
  makeCalendarKey: nothing,
  eraseCalendarKey: nothing,
} as const satisfies Record<keyof AgendaOperations, v.GenericSchema>;
