import type { LateNeeded, LateRows, StoredRow } from './stored-row';
import type { Audience, Id, Viewer } from '../../model/types';
import { maySee, maySeeResult } from '../../model/visibility';
import type { RowKind, Rows } from '../../service/storage';

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
  result: [
    'id',
    'title',
    'whatIsDifferent',
    'status',
    'experienceIds',
    'agendaItemIds',
    'measurements',
    'history',
    'createdByPartyId',
    'audience',
  ],
  idea: ['id', 'text', 'by', 'status', 'participations'],
  keptReport: ['id', 'from', 'until', 'choices'],
  preferences: ['mail', 'language'],
};

export { isForViewer } from './for-viewer';

/** Kinds that one reads by their audience. The service alone reads the others: to know who asks, to close a round. */
const BY_AUDIENCE: ReadonlySet<RowKind> = new Set([
  ...(['need', 'meaning', 'agendaItem', 'ball', 'handover', 'session', 'idea', 'keptReport'] as const),
]);

/** Whether its audience lets the viewer read this row; to nobody in particular, who does what is due, all do. */
export function isByAudienceFor(kind: RowKind, { audience, row }: StoredRow, viewer: Viewer): boolean {
  const isNobody = viewer.personId === '' && !viewer.member;
  // A draft is also the core team's.
  if (kind === 'result') return isNobody || maySeeResult(row as Rows['result'], viewer);
  return !BY_AUDIENCE.has(kind) || isNobody || maySee(audience as Audience, viewer);
}

/** What goes with a thing that is erased, and the field that says of which it is. */
export const UNDER: LateRows['UNDER'] = {
  experience: (['reply', 'reaction', 'packing', 'report', 'picture'] as const).map((kind) => [kind, 'experienceId']),
  agendaItem: [
    ['ball', 'id'],
    ['handover', 'itemId'],
  ],
};

/** What goes with a thing of which only the place stays: who reported it leaves nothing to settle. */
export const UNDER_ERASED: LateRows['UNDER_ERASED'] = [['report', 'experienceId']];

/** What was written beside an experience in a report that is kept goes with it; undefined where nothing was. */
export function withoutChosen({ row, ...stored }: StoredRow, experienceId: Id): StoredRow | undefined {
  const kept = row as Rows['keptReport'];
  const choices = kept.choices.filter((choice) => choice.experienceId !== experienceId);
  return choices.length < kept.choices.length ? { ...stored, row: { ...kept, choices } } : undefined;
}
