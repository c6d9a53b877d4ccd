import type { LateNeeded } from './stored-row';
import type { RowKind } from '../../service/storage';

/** What rows of the other screens cannot be without. */
export const LATE_NEEDED: LateNeeded = {
  need: ['id', 'kind', 'partyId', 'driverId', 'text', 'status'],
  meaning: ['id', 'personId', 'author', 'text'],
  writeKey: ['inputHash'],
  experience: ['id', 'title', 'whatHappened', 'kind', 'driverIds', 'audience', 'writtenOn', 'sortKey', 'status'],
  reply: ['id', 'experienceId', 'text', 'writtenOn', 'sortKey'],
  waiting: ['id', 'action', 'authorProof', 'publishOn'],
  reaction: ['experienceId', 'reaction', 'personId'],
  packing: ['experienceId', 'personId'],
  report: ['id', 'experienceId', 'reason', 'reportedOn'],
  logEntry: ['id', 'on', 'by', 'action', 'aboutId'],
  picture: ['id', 'type', 'data', 'authorProof'],
  agendaItem: ['id', 'title', 'question', 'status', 'participations', 'createdByPartyId', 'settled'],
  ball: ['id', 'movedAt'],
  handover: ['id', 'itemId', 'number', 'kind', 'at'],
  session: ['id', 'title', 'startsAt', 'minutes', 'agreements'],
  method: ['id', 'name', 'minutes', 'steps'],
  calendarKey: ['keyHash'],
};

/** Kinds that one reads by their audience. */
export const BY_AUDIENCE: ReadonlySet<RowKind> = new Set([
  'need',
  'meaning',
  'agendaItem',
  'ball',
  'handover',
  'session',
]);

/** What goes with a thing that is erased, and the field that says of which it is. */
export const UNDER: Partial<Record<RowKind, readonly (readonly [kind: RowKind, field: string])[]>> = {
  experience: (['reply', 'reaction', 'packing', 'report', 'picture'] as const).map((kind) => [kind, 'experienceId']),
  agendaItem: [
    ['ball', 'id'],
    ['handover', 'itemId'],
  ],
};
