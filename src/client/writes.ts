/**
 * What a page needs only once somebody writes, or when something waits from before: the outbox, and
 * the laying of what waits over what is known. Fetched late by the client; one for each person.
 */
import type { Keeps } from './kept';
import { asSamenError } from './live';
import type { Live } from './live';
import { withWebLock } from './lock';
import type { Lock } from './lock';
import { Outbox } from './outbox';
import { withConfirmed, withPending } from './overlay';
import type { PendingWrite } from './types';
import type { SpaceConnection } from '../contract/backend';
import type { EntityKind, Input, Me, Output, ReadName, WriteName } from '../contract/operations';
import { WRITE_OPERATIONS } from '../contract/write-operations';
import { SamenError } from '../model/errors';
import type { SamenErrorKind } from '../model/errors';
import type { Id } from '../model/types';

export type { Lock } from './lock';

export interface WritesOptions {
  /** Backend and space. */
  key: string;
  kept: Keeps;
  live: Live;
  /** Whose writes these are; never sent as somebody else. */
  personId: Id;
  me: () => Me | undefined;
  connected: () => Promise<SpaceConnection>;
  changed: (kinds: readonly EntityKind[]) => void;
  /** What came of sending. */
  heard: (error?: SamenError) => void;
  /** Says how many wait. */
  tell: () => void;
  /** To the other tabs of this browser. */
  channel?: BroadcastChannel;
  lock?: Lock | undefined;
  now?: (() => number) | undefined;
  random?: (() => number) | undefined;
}

/** Refusals that what this page knew would have told. */
const OUTDATED: ReadonlySet<SamenErrorKind> = new Set(['conflict', 'stale', 'notFound', 'forbidden']);

export class Writes {
  readonly #options: WritesOptions;
  readonly #outbox: Outbox;

  constructor(options: WritesOptions) {
    this.#options = options;
    const { key, kept, personId, now, random } = options;
    this.#outbox = new Outbox({
      kept,
      scope: `${key} ${personId}`,
      lock: options.lock ?? withWebLock,
      ...(now ? { now } : {}),
      ...(random ? { random } : {}),
      send: (operation, input, id) => this.#send(operation, input, id),
      onStored: () => options.channel?.postMessage(0),
      onShown: () => {
        options.live.tell();
        options.tell();
      },
      onConfirmed: (entry, output) => this.#confirmed(entry, output),
      onHeard: options.heard,
    });
  }

  get entries(): readonly PendingWrite[] {
    return this.#outbox.entries;
  }

  get counts(): { waiting: number; refused: number } {
    const refused = this.entries.filter((entry) => entry.status === 'refused').length;
    return { waiting: this.entries.length - refused, refused };
  }

  add<N extends WriteName>(operation: N, input: Input<N>): Promise<{ id: string; confirmed: Promise<Output<N>> }> {
    return this.#outbox.add(operation, input);
  }

  retry(id: string): Promise<void> {
    return this.#outbox.retry(id);
  }

  discard(id: string): Promise<void> {
    return this.#outbox.discard(id);
  }

  reload(): Promise<void> {
    return this.#outbox.reload();
  }

  /** Another tab changed something, or the backend can be reached again. */
  async look(): Promise<void> {
    await this.#outbox.reload();
    await this.#outbox.flush();
  }

  lay(operation: ReadName, input: Input<ReadName>, data: unknown): unknown {
    return withPending(operation, input as never, data as never, this.entries, this.#options.me());
  }

  close(): void {
    this.#outbox.close();
  }

  async #send<N extends WriteName>(operation: N, input: Input<N>, key: string): Promise<Output<N>> {
    const { connected, me, personId } = this.#options;
    const connection = await connected().catch((cause: unknown) => {
      const error = asSamenError(cause);
      // That nobody could say who is here says nothing against the write: it waits.
      if (error.retryable || error.kind === 'notSignedIn') throw error;
      throw new SamenError('network', 'No connection', { cause });
    });
    // Between the look and the sending somebody else may have sat down here.
    if (me()?.personId !== personId) throw new SamenError('notSignedIn', 'Somebody else is here');
    try {
      return await connection.write(operation, input, { key });
    } catch (cause) {
      // Refused for what is there now: what is shown here is old, whether or not anybody told.
      if (OUTDATED.has(asSamenError(cause).kind)) this.#options.changed(WRITE_OPERATIONS[operation].affects);
      throw cause;
    }
  }

  #confirmed(entry: PendingWrite, output: unknown): void {
    const { live, me, changed } = this.#options;
    if (output !== undefined) {
      live.change((operation, input, data) =>
        withConfirmed(operation, input as never, data as never, { write: entry, output }, me()),
      );
    }
    changed(WRITE_OPERATIONS[entry.operation].affects);
  }
}
