import type { EntityKind, OperationName, ReadName } from './operations';

/** All that the agenda answers is of one cloth: an item brings its ball along, and a session proposes items. */
const AGENDA: readonly EntityKind[] = ['agendaItem', 'ball', 'session', 'calendarKey'];
/** How a small experience became a result: one thing in it may be anything along the way. */
const STORY: readonly EntityKind[] = [
  ...(['result', 'idea', 'keptReport', 'experience', 'agendaItem', 'ball', 'need', 'intention', 'summary'] as const),
];

/** Reads that are about more, or about something else, than they are named after. */
const OTHERS: Partial<Record<ReadName, readonly EntityKind[]>> = {
  getMe: ['me', 'member'],
  listNeedSuggestions: ['need'],
  listExperiences: ['experience', 'packing'],
  getExperience: ['experience', 'packing', 'agendaItem'],
  getOwnData: ['me'],
  getPreferences: ['preferences'],
  listForMe: [...AGENDA, ...STORY, 'reply', 'round', 'checkIn', 'report'],
};

/**
 * The kinds whose change makes the answer of a read old: what it is named after, as `getMyCheckIn` after a check-in. Apart
 * from the table of operations, for every page needs this, and only one that speaks to a server needs methods and paths.
 */
export function oldAfter(name: ReadName): readonly EntityKind[] {
  if (/Item|Ball|Handover|Session|Method|Calendar/.test(name)) return AGENDA;
  if (/Result|Idea|Chain|Figures|Kept|tReport$/.test(name)) return STORY;
  return OTHERS[name] ?? [namedAfter(name)];
}

function namedAfter(name: ReadName): EntityKind {
  const [, first = '', rest = ''] = /^(?:get|list|search)(?:My)?(.)(.*?)s?$/.exec(name) ?? [];
  return (first.toLowerCase() + rest.replace(/ie$/, 'y')) as EntityKind;
}

/** By its name, as every operation that only asks begins. */
export function isRead(name: OperationName): name is ReadName {
  return /^(get|list|find|search)/.test(name);
}
