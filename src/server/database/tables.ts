import type { RowKind } from '../../service/storage';

/** Where rows of each kind lie. */
export const TABLES: Record<RowKind, string> = {
  space: 'samen.spaces',
  member: 'samen.members',
  intention: 'samen.intentions',
  round: 'samen.rounds',
  checkIn: 'samen.check_ins',
  release: 'samen.releases',
  need: 'samen.needs',
  meaning: 'samen.meanings',
  writeKey: 'samen.write_keys',
  experience: 'samen.experiences',
  reply: 'samen.replies',
  waiting: 'samen.waiting',
  reaction: 'samen.reactions',
  packing: 'samen.packings',
  report: 'samen.reports',
  logEntry: 'samen.log_entries',
  picture: 'samen.pictures',
  agendaItem: 'samen.agenda_items',
  ball: 'samen.balls',
  handover: 'samen.handovers',
  session: 'samen.sessions',
  method: 'samen.methods',
  calendarKey: 'samen.calendar_keys',
  result: 'samen.results',
  idea: 'samen.ideas',
  keptReport: 'samen.kept_reports',
  preferences: 'samen.preferences',
};

/** Kinds that whoever wrote them without their name reaches by a proof of their id. */
export const BY_PROOF: ReadonlySet<RowKind> = new Set(['experience', 'reply', 'waiting', 'picture']);

/** Kinds that one reads by their audience; the others are the whole space's, or guarded in another way. */
export const BY_AUDIENCE: ReadonlySet<RowKind> = new Set([
  ...(['need', 'meaning', 'agendaItem', 'ball', 'handover', 'session', 'idea', 'keptReport'] as const),
]);

/** Kinds of the whole installation, under this space of their own: there is no other of that name. */
export const EVERYWHERE = '';
export const OF_INSTALLATION: ReadonlySet<RowKind> = new Set(['preferences']);
