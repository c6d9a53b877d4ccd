import type { Change, Input, Output, ReadName, WriteName } from './operations';
import type { Id } from '../model/types';

/** What a backend can do beyond answering; a widget may say so to the person. */
export interface Capabilities {
  /** `memory`: nothing survives the page (storage blocked or full); the widget warns. */
  storage: 'kept' | 'memory';
  /** There is no such space yet, and whoever is here may make it. A backend with secrets never says. */
  isBlank?: boolean;
  /** Whether what is kept here is readable by whoever sits at this browser. */
  private: boolean;
  /** Whether the client must seal what the browser keeps (a signed-in backend). */
  sealed: boolean;
}

/** `changed`: read anew. `reset`: everything may have changed. `capabilities`: look again. */
export type BackendEvent = { type: 'changed'; change: Change } | { type: 'reset' } | { type: 'capabilities' };

/**
 * One space on one backend, for the person who is signed in. Throws `SamenError` only.
 * Writes are idempotent by `key`: the same key has one effect, however often it is sent.
 */
export interface SpaceConnection {
  readonly spaceId: Id;
  readonly capabilities: Capabilities;
  read<N extends ReadName>(operation: N, input: Input<N>, signal?: AbortSignal): Promise<Output<N>>;
  write<N extends WriteName>(operation: N, input: Input<N>, options: { key: string }): Promise<Output<N>>;
  /** Returns the way to stop listening. */
  watch(listener: (event: BackendEvent) => void): () => void;
  close(): void;
}

/** Whose eyes an editor looks through (WIDGETS.md, `preview`). */
export type SeenAs = 'partner';

/** A home for the data. `registerBackend('scheme', factory)` adds one. */
export interface Backend {
  /** With `as`: what somebody of that kind would be answered; nothing can be written. */
  open(spaceId: Id, as?: SeenAs): Promise<SpaceConnection>;
}

export type BackendFactory = (address: string) => Backend | Promise<Backend>;
