import type { Input, Me, Output, ReadName, WriteName } from '../contract/operations';
import type { Capabilities } from '../contract/backend';
import type { SamenError } from '../model/errors';
import type { Id } from '../model/types';

/** What a live view knows. `data` stays while it refreshes or fails. */
export interface View<T> {
  status: 'loading' | 'ready' | 'error';
  data?: T;
  error?: SamenError;
  /** Last known data, not (yet) confirmed by the backend in this page. */
  stale: boolean;
  refreshing: boolean;
}

export type WriteStatus = 'waiting' | 'sending' | 'refused';

/** One write that has not been confirmed. */
export interface PendingWrite<N extends WriteName = WriteName> {
  /** The idempotency key. */
  id: string;
  operation: N;
  input: Input<N>;
  /** `kind:id` of the thing it changes. */
  entity: string;
  status: WriteStatus;
  error?: SamenError;
  createdAt: string;
}

export interface ConnectionState {
  /** `offline`: the last attempts did not reach the backend. */
  network: 'online' | 'offline';
  session: 'unknown' | 'signedIn' | 'ended' | 'notMember';
  capabilities?: Capabilities;
  waiting: number;
  refused: number;
}

/** One per backend and space on a page. Widgets know nothing else of the outside. */
export interface SpaceClient {
  readonly key: string;
  readonly spaceId: Id;
  /** Calls at once with what is known, then at each change. Returns the way to stop. */
  watch<N extends ReadName>(operation: N, input: Input<N>, listener: (view: View<Output<N>>) => void): () => void;
  /** Asks the backend anew. */
  refresh<N extends ReadName>(operation: N, input: Input<N>): Promise<void>;
  /**
   * Resolves once the write is kept in the outbox (and so shown); `confirmed` settles when the
   * backend has answered: with its output, or rejecting with the SamenError that refused it.
   */
  write<N extends WriteName>(operation: N, input: Input<N>): Promise<{ id: string; confirmed: Promise<Output<N>> }>;
  pending(): readonly PendingWrite[];
  /** A refused write once more, under a new key. */
  retry(id: string): Promise<void>;
  discard(id: string): Promise<void>;
  readonly state: ConnectionState;
  subscribe(listener: (state: ConnectionState) => void): () => void;
  me(): Me | undefined;
  /** Drafts: kept as typed, bound to backend, space and person. */
  draft<T>(name: string): Promise<T | undefined>;
  /** All drafts whose name begins so. */
  drafts<T>(beginning: string): Promise<T[]>;
  saveDraft(name: string, value: unknown): Promise<void>;
  dropDraft(name: string): Promise<void>;
  /** Resolves once what was just written is kept and, where there is a way, sent: for whoever lets go of it. */
  rest(): Promise<void>;
  dispose(): void;
}
