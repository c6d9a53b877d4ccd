import type { EntityKind, OperationName, ReadName } from './operations';

/**
 * The kinds whose change makes the answer of a read old. Apart from the table of operations, for every page needs this,
 * and only one that speaks to a server needs methods and paths.
 */
export const OLD_AFTER = {
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
  getExperience: ['experience', 'packing'],
  listReplies: ['reply'],
  listReports: ['report'],
  getPicture: ['picture'],
  listLogEntries: ['logEntry'],
  listAgendaItems: ['agendaItem', 'ball'],
  getAgendaItem: ['agendaItem', 'ball'],
  findSimilarItems: ['agendaItem'],
  getBall: ['ball'],
  listHandovers: ['ball'],
  listSessions: ['session'],
  getSessionProposal: ['session', 'ball'],
  listMethods: ['session'],
  getCalendarKey: ['calendarKey'],
} as const satisfies Record<ReadName, readonly EntityKind[]>;

export function isRead(name: OperationName): name is ReadName {
  return name in OLD_AFTER;
}
