/**
 * The port between the service and where rows are kept. Written twice with care: IndexedDB
 * (`backends/local`) and SQL (`server`). There is no generic scan: every query is named here.
 */
import type {
  Audience,
  CheckIn,
  Day,
  Id,
  Intention,
  Meaning,
  Member,
  Need,
  Release,
  Round,
  Space,
  Viewer,
} from '../model/types';
import type { EntityKind } from '../contract/operations';

/** What one row of each kind holds. Ids are unique a kind and space. */
export interface Rows {
  space: Space;
  member: Member & { version: number };
  intention: Intention;
  round: Round;
  /** id = `${roundId}.${personId}`; only its person, and the closing, read it. */
  checkIn: CheckIn;
  /** id = the round's. Written once, at closing. */
  release: Release;
  need: Need;
  /** id = the person's. */
  meaning: Meaning;
  /** id = the idempotency key; remembers that a write was done, not by whom or what was in it. */
  writeKey: { inputHash: string; expiresAt: Day };
}
export type RowKind = keyof Rows;

/** Named queries: arguments and the rows they give, in the order they give them. */
export interface Queries {
  members: { args: Record<never, never>; row: Rows['member'] };
  /** Newest first. */
  rounds: { args: Record<never, never>; row: Rows['round'] };
  openRound: { args: Record<never, never>; row: Rows['round'] };
  /** Only within `closeRound` and for the participation count. */
  checkInsOfRound: { args: { roundId: Id }; row: Rows['checkIn'] };
  /** Newest first. */
  needs: { args: { driverId?: Id; partyId?: Id }; row: Rows['need'] };
  /** Newest first; only what the viewer may see. */
  meanings: { args: Record<never, never>; row: Rows['meaning'] };
}
export type QueryName = keyof Queries;

export interface PageOf<T> {
  rows: T[];
  nextCursor?: string;
}

export interface Tx {
  /** Undefined when it is not there, or the viewer may not see it. */
  load<K extends RowKind>(kind: K, id: Id, options?: { lock?: boolean }): Promise<Rows[K] | undefined>;
  /**
   * Writes when the stored version is `expectedVersion` (0: not there yet), else throws
   * `SamenError('stale')`. The row's own `version`, where it has one, is the new one.
   */
  save<K extends RowKind>(kind: K, id: Id, expectedVersion: number, next: Rows[K], audience: Audience): Promise<void>;
  erase<K extends RowKind>(kind: K, id: Id): Promise<void>;
  query<Q extends QueryName>(
    name: Q,
    args: Queries[Q]['args'],
    page?: { limit: number; cursor?: string },
  ): Promise<PageOf<Queries[Q]['row']>>;
  /** To be told after the commit to those of the audience. */
  changed(kind: EntityKind, id: Id, audience: Audience): void;
  /** Opaque mark of the last change of the space that what is read here surely holds. */
  asOf(): Promise<string>;
}

export interface Storage {
  transaction<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T>;
}
