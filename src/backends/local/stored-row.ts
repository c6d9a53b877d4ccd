import type { RowKind, Rows } from '../../service/storage';

/** A row as it lies in this browser. `form` tells code of another version apart. */
export interface StoredRow {
  form: 1;
  version: number;
  audience: string;
  row: object;
}

/** The fields that a row of each kind cannot be without; a row that lacks one was cut off or comes from other code. */
type Needed = { [K in RowKind]: readonly (keyof Rows[K])[] };
/** Those of the first view of the compass; the others come late. */
type FirstKind = 'space' | 'member' | 'intention' | 'round' | 'checkIn' | 'release';
export type LateNeeded = Omit<Needed, FirstKind>;

const NEEDED: Partial<Needed> & Pick<Needed, FirstKind> = {
  space: ['id', 'name', 'parties', 'phases', 'settings', 'setup'],
  member: ['id', 'partyId', 'role'],
  intention: ['text', 'drivers'],
  round: ['id', 'number', 'closesOn', 'drivers', 'participation'],
  checkIn: ['roundId', 'personId', 'partyId', 'answers'],
  release: ['roundId', 'groups', 'notes'],
};

/** Kinds that one reads by their audience. The service alone reads the others: to know who asks, to close a round. */
let byAudience: ReadonlySet<RowKind> | undefined;

/** What is said of the other screens' kinds in `late-rows.ts`. */
export function addLate({
  LATE_NEEDED,
  BY_AUDIENCE,
}: {
  LATE_NEEDED: LateNeeded;
  BY_AUDIENCE: ReadonlySet<RowKind>;
}): void {
  Object.assign(NEEDED, LATE_NEEDED);
  byAudience = BY_AUDIENCE;
}

export function isByAudience(kind: RowKind): boolean {
  return byAudience?.has(kind) === true;
}

/** Whether `isWhole` can say anything of this kind; until those of `late-rows.ts` are added, not of all. */
export function isKnown(kind: RowKind): boolean {
  return kind in NEEDED;
}

/** Whether what was found is a row of this version, and all there. */
export function isWhole(kind: RowKind, found: unknown): found is StoredRow {
  const { form, version, audience, row } = Object(found) as Partial<StoredRow>;
  if (form !== 1 || typeof version !== 'number' || typeof audience !== 'string') return false;
  return NEEDED[kind]?.every((field: string) => (Object(row) as Record<string, unknown>)[field] !== undefined) === true;
}
