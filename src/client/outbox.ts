/**
 * Writes that have not been confirmed.
 *
 *   add ──► waiting ──► sending ──► (confirmed: gone)
 *              ▲           │ ├── may succeed later: back to waiting, with back-off
 *              │           │ └── refused ──► refused ──► discard: gone
 *              └───────────┘                    └─ retry: waiting, under a new key
 *
 * Each is stored before anything is sent. One tab sends at a time, in order; a refusal holds back what
 * depends on it and nothing else. What is stored is the truth, and is changed by one tab at a time:
 * every change begins by reading it, for another tab may have added, sent or discarded.
 */
import { asPending, changesOf, dependsOn, isOwnNext, makeEntry, plainError, readEntries, versionOf } from './entry';
import type { Entry } from './entry';
import type { Keeps } from './kept';
import { asSamenError } from './live';
import type { Lock } from './lock';
import type { PendingWrite } from './types';
import type { Input, Output, WriteName } from '../contract/operations';
import { SamenError } from '../model/errors';
import { newId } from '../model/new-id';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** A backend may ask for more patience than that, but not for a timer that overflows. */
const LONGEST_ASKED_MS = 3_600_000;
/** An answer that takes longer counts as none: the same key is sent again, and does nothing twice. */
const ANSWER_MS = 60_000;

export type Send = <N extends WriteName>(operation: N, input: Input<N>, key: string) => Promise<Output<N>>;

export interface OutboxOptions {
  kept: Keeps;
  /** Backend, space and person: never sent as somebody else. */
  scope: string;
  send: Send;
  lock: Lock;
  /** What is shown is to be drawn anew. */
  onShown: () => void;
  /** Something was stored that other tabs do not know. */
  onStored: () => void;
  /** A write is gone: confirmed here, with what the backend said, or gone by another tab. */
  onConfirmed: (entry: PendingWrite, output: unknown) => void;
  /** What an answer, or the lack of one, says of the network and the session. */
  onHeard: (error?: SamenError) => void;
  now?: () => number;
  random?: () => number;
}

interface Waiter {
  resolve: (output: unknown) => void;
  reject: (error: unknown) => void;
}

interface Change {
  puts?: readonly Entry[];
  gone?: readonly string[];
  /** Done between storing and showing. */
  stored?: () => void;
}

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #prefix: string;
  readonly #waiters = new Map<string, Waiter>();
  /** The version that each version became by a write of this page. */
  readonly #became = new Map<string, number>();
  /** What is left alone until the wait is over: the backend could not do it just now. */
  readonly #busy = new Set<string>();
  #entries: readonly Entry[] = [];
  #shown: readonly PendingWrite[] = [];
  #sending?: string;
  #flushing = false;
  /** The backend asked to be left alone. */
  #patient = false;
  #attempts = 0;
  #timer?: ReturnType<typeof setTimeout>;
  #closed = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#prefix = `outbox ${options.scope} `;
  }

  get entries(): readonly PendingWrite[] {
    return this.#shown;
  }

  /** Looks again at what is stored. */
  reload(): Promise<void> {
    return this.#edit(() => ({}));
  }

  /** Stored first; then shown and sent. */
  async add<N extends WriteName>(
    operation: N,
    input: Input<N>,
  ): Promise<{ id: string; confirmed: Promise<Output<N>> }> {
    const now = (this.#options.now ?? Date.now)();
    let id = '';
    let confirmed: Promise<unknown> | undefined;
    await this.#edit((there) => {
      const entry = this.#rebased(makeEntry(operation, input, there, now));
      ({ id } = entry);
      confirmed = new Promise((resolve, reject) => this.#waiters.set(id, { resolve, reject }));
      // Nobody has to listen: the entry itself shows what became of it.
      confirmed.catch(() => undefined);
      return { puts: [entry] };
    });
    void this.flush();
    return { id, confirmed: confirmed as Promise<Output<N>> };
  }

  async retry(id: string): Promise<void> {
    await this.#edit((there) => {
      const refused = there.find((entry) => entry.id === id && entry.refusal);
      // Pressed twice, or in another tab as well: it waits under its new key already.
      if (!refused) return {};
      const { refusal, ...again } = refused;
      // Whoever was told that somebody else changed it, and wants it still, wants it over what is there now.
      const now = refusal?.kind === 'stale' ? versionOf(refusal.current) : undefined;
      const input = now === undefined ? again.input : ({ ...again.input, version: now } as Entry['input']);
      return { puts: [{ ...again, input, id: newId() }], gone: [id] };
    });
    void this.flush();
  }

  /** What is being sent may have been done already, and is not stopped. */
  async discard(id: string): Promise<void> {
    await this.#edit(() => {
      if (id === this.#sending) return {};
      this.#waiters.delete(id);
      return { gone: [id] };
    });
    void this.flush();
  }

  /** Sends what can be sent now. Called when something was added, the network returned, a wait is over. */
  async flush(): Promise<void> {
    if (this.#flushing || this.#closed || this.#patient) return;
    this.#busy.clear();
    if (!this.#next()) return;
    this.#flushing = true;
    let goesOn = true;
    try {
      await this.#options.lock(`samen:outbox:${this.#options.scope}`, async () => {
        // Whoever had the lock before may have sent some of it.
        await this.reload();
        for (let entry = this.#next(); entry && goesOn; entry = this.#next()) goesOn = await this.#send(entry);
      });
    } finally {
      this.#flushing = false;
    }
    // Added while the lock was being let go.
    if (goesOn && this.#next()) void this.flush();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  /** One tab at a time, all of it or nothing, beginning from what is stored. */
  async #edit(change: (there: readonly Entry[]) => Change): Promise<void> {
    const { kept, lock, scope, onStored } = this.#options;
    await lock(`samen:outbox:edit:${scope}`, async () => {
      const there = readEntries(await kept.list(this.#prefix));
      const { puts = [], gone = [], stored } = change(there);
      if (puts.length + gone.length > 0) {
        await kept.change(
          puts.map((entry) => [this.#prefix + entry.id, entry]),
          gone.map((id) => this.#prefix + id),
        );
        if (!this.#closed) onStored();
      }
      stored?.();
      const changed = new Set([...gone, ...puts.map((entry) => entry.id)]);
      this.#show(readEntries([...there.filter((entry) => !changed.has(entry.id)), ...puts]), gone);
    });
  }

  #show(entries: readonly Entry[], gone: readonly string[] = []): void {
    const here = new Set([...entries.map((entry) => entry.id), ...gone]);
    const elsewhere = this.#shown.filter((entry) => !here.has(entry.id));
    this.#entries = entries;
    this.#draw();
    for (const { id, error } of this.#shown) if (error) this.#take(id)?.reject(error);
    // Sent or discarded by another tab: what it became shows when the data is read anew.
    for (const entry of elsewhere) {
      if (!this.#closed) this.#options.onConfirmed(entry, undefined);
      this.#take(entry.id)?.resolve(undefined);
    }
  }

  #draw(): void {
    this.#shown = this.#entries.map((entry) => asPending(entry, this.#sending));
    if (!this.#closed) this.#options.onShown();
  }

  #take(id: string): Waiter | undefined {
    const waiter = this.#waiters.get(id);
    this.#waiters.delete(id);
    return waiter;
  }

  /** The first that does not depend on one that was refused, or must wait. */
  #next(): Entry | undefined {
    if (this.#closed) return undefined;
    const held = new Set(this.#busy);
    for (const entry of this.#entries) {
      if (!entry.refusal && !dependsOn(entry).some((name) => held.has(name))) return entry;
      for (const name of changesOf(entry)) held.add(name);
    }
    return undefined;
  }

  /** Whether to go on with the next one. */
  async #send(entry: Entry): Promise<boolean> {
    this.#sending = entry.id;
    this.#draw();
    let output: unknown;
    try {
      output = await inTime(this.#options.send(entry.operation, entry.input, entry.id));
    } catch (cause) {
      return this.#failed(entry, asSamenError(cause));
    }
    this.#attempts = 0;
    await this.#sent(entry, output);
    this.#hear();
    return true;
  }

  async #sent(entry: Entry, output: unknown): Promise<void> {
    const [version, next] = [versionOf(entry.input), versionOf(output)];
    // Any other version holds more than this write: who wrote on must see that first.
    if (version !== undefined && isOwnNext(entry.entity, version, next))
      this.#became.set(`${entry.entity} ${version}`, next);
    await this.#edit((there) => ({
      puts: there
        .filter((each) => each.id !== entry.id && this.#rebased(each) !== each)
        .map((each) => this.#rebased(each)),
      gone: [entry.id],
      stored: () => {
        this.#sending = undefined;
        // Known before it is no longer laid over: what is shown never falls back to what was.
        if (!this.#closed) this.#options.onConfirmed(asPending(entry, undefined), output);
      },
    }));
    this.#take(entry.id)?.resolve(output);
  }

  async #failed(entry: Entry, error: SamenError): Promise<boolean> {
    this.#sending = undefined;
    if (error.retryable || error.kind === 'notSignedIn') {
      this.#draw();
      this.#hear(error);
      // Without a session it waits for one: who is there is asked before anything is sent.
      if (error.kind === 'notSignedIn') return false;
      this.#later(error.retryAfterSeconds);
      for (const name of changesOf(entry)) this.#busy.add(name);
      // One that the backend cannot do just now does not hold up what has nothing to do with it.
      return error.kind === 'busy' && !this.#patient;
    }
    await this.#edit((there) => ({
      puts: there.filter((each) => each.id === entry.id).map((each) => ({ ...each, refusal: plainError(error) })),
    }));
    this.#hear();
    return true;
  }

  #hear(error?: SamenError): void {
    if (!this.#closed) this.#options.onHeard(error);
  }

  /** A later write to the same thing was typed over an earlier one: it is based on what that became. */
  #rebased(entry: Entry): Entry {
    let version = versionOf(entry.input);
    while (this.#became.has(`${entry.entity} ${version}`)) version = this.#became.get(`${entry.entity} ${version}`);
    if (version === versionOf(entry.input)) return entry;
    return { ...entry, input: { ...entry.input, version } as Entry['input'] };
  }

  /** Twice as long each time, at random between half and whole, so that not all come back at once. */
  #later(retryAfterSeconds = 0): void {
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#attempts);
    const jittered = wait * (0.5 + (this.#options.random ?? Math.random)() / 2);
    this.#patient = retryAfterSeconds > 0;
    clearTimeout(this.#timer);
    if (this.#closed) return;
    this.#timer = setTimeout(
      () => {
        // Counted when it is over: what a person does in between makes no wait longer.
        this.#attempts += 1;
        this.#patient = false;
        void this.flush();
      },
      Math.max(jittered, Math.min(LONGEST_ASKED_MS, retryAfterSeconds * 1000)),
    );
  }
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new SamenError('network', 'No answer in time')), ANSWER_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
