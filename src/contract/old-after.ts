import type { AgendaOperations } from './agenda';
import type { EntityKind, OperationName, ReadName } from './operations';

/**
 * The kinds whose change makes the answer of a read old. Apart from the table of operations, for every page needs this,
 * and only one that speaks to a server needs methods and paths.
 */
const OLD_AFTER: Partial<Record<ReadName, readonly EntityKind[]>> = {
  getMe: ['me', 'member'],
  getSpace: ['space'],
  listMembers: ['member'],
  getIntention: ['intention'],
  listRounds: ['round'],
  getMyCheckIn: ['checkIn'],
  getSummary: ['summary'],
  listNeeds: ['need'],
  listNeedSuggestions: ['need'],
  listMeanings: ['meaning'],
  listExperiences: ['experience', 'packing'],
  searchExperiences: ['experience'],
  getExperience: ['experience', 'packing', 'agendaItem'],
  listReplies: ['reply'],
  listReports: ['report'],
  getPicture: ['picture'],
  listLogEntries: ['logEntry'],
} satisfies Record<Exclude<ReadName, keyof AgendaOperations>, readonly EntityKind[]>;

/** All that the agenda answers is of one cloth: an item brings its ball along, and a session proposes items. */
const AGENDA: readonly EntityKind[] = ['agendaItem', 'ball', 'session', 'calendarKey'];

export const oldAfter = (name: ReadName): readonly EntityKind[] => OLD_AFTER[name] ?? AGENDA;

/** By its name, as every operation that only asks begins. */
export function isRead(name: OperationName): name is ReadName {
  return /^(get|list|find|search)/.test(name);
}
