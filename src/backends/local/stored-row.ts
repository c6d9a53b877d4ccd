import type { RowKind, Rows } from '../../service/storage';

/** A row as it lies in this browser. `form` tells code of another version apart. */
export interface StoredRow {
  form: 1;
  version: number;
  audience: string;
  row: object;
}

/** What each kind cannot be without; a row that lacks it was cut off or comes from other code. */
const NEEDED: { [K in RowKind]: readonly (keyof Rows[K])[] } = {
  space: ['id', 'name', 'parties', 'phases', 'settings', 'setup'],
  member: ['id', 'partyId', 'role'],
  intention: ['text', 'drivers'],
  round: ['id', 'number', 'closesOn', 'drivers', 'participation'],
  checkIn: ['roundId', 'personId', 'partyId', 'answers'],
  release: ['roundId', 'groups', 'notes'],
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
};

/** Whether what was found is a row of this version, and all there. */
export function isWhole(kind: RowKind, found: unknown): found is StoredRow {
  const { form, version, audience, row } = Object(found) as Partial<StoredRow>;
  if (form !== 1 || typeof version !== 'number' || typeof audience !== 'string') return false;
  return NEEDED[kind].every((field) => (Object(row) as Record<string, unknown>)[field] !== undefined);
}
