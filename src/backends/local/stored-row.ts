import type { Id, Viewer } from '../../model/types';
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

/** Kinds that lie under something, each with the field that says under which. */
export type Under = readonly (readonly [kind: RowKind, field: string])[];

/** What is said of the other screens' kinds in `late-rows.ts`; those of the first are the whole space's. */
export interface LateRows {
  LATE_NEEDED: LateNeeded;
  UNDER: Partial<Record<RowKind, Under>>;
  UNDER_ERASED: Under;
  withoutChosen: (kept: StoredRow, experienceId: Id) => StoredRow | undefined;
  isByAudienceFor: (kind: RowKind, stored: StoredRow, viewer: Viewer) => boolean;
  isForViewer: (kind: RowKind, stored: StoredRow, viewer: Viewer, proof: (id: Id) => string) => boolean;
}
export let lateRows: LateRows | undefined;

export function addLate(more: LateRows): void {
  lateRows = more;
  Object.assign(NEEDED, more.LATE_NEEDED);
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
