/**
 * Live views of what was asked: what is known (memory, then IndexedDB, then the backend), and what
 * became of asking. A view is asked once, however many listen.
 */
import { atRest } from './at-rest';
import type { View } from './types';
import type { Input, Output, ReadName } from '../contract/operations';
import { SamenError } from '../model/errors';

type Listener = (view: View<never>) => void;

/** A browser that does not come up with what it kept is waited for no longer. */
const PATIENCE_MS = 1000;

/** Resolves when a question may go out: what is shown in the meantime comes first. */
export type Turn = () => Promise<void>;

/** Where views get what they show. */
export interface Source {
  /** Asks the backend; `anew` when an earlier answer is known. Whatever need not be asked at once waits for its `turn`. */
  read(operation: ReadName, input: Input<ReadName>, anew: boolean, turn: Turn): Promise<unknown>;
  /** What this browser kept of an earlier answer. */
  recall(key: string): Promise<unknown>;
  /** Keeps an answer; `undefined`: there is none any more. */
  keep(key: string, data: unknown): void;
  /** Lays the waiting writes over what is known; where nothing is, one of them may have made it. */
  lay(operation: ReadName, input: Input<ReadName>, data: unknown): unknown;
  /** What came of asking. */
  heard(error?: SamenError): void;
}

export interface Query {
  key: string;
  operation: ReadName;
  input: Input<ReadName>;
  listeners: Set<Listener>;
  /** `stale`: not confirmed by the backend in this page. */
  known?: { data: unknown; stale?: boolean };
  error?: SamenError;
  refreshing?: Promise<void>;
  /** Not asked yet: whatever changes meanwhile, the answer will know. */
  isWaiting?: boolean;
  /** Something changed while it was being read: read once more. */
  again?: boolean;
  /** Counts what answers that were asked for before it cannot know. */
  age: number;
}

export class Live {
  readonly #source: Source;
  readonly #queries = new Map<string, Query>();
  /** Once all have what was kept of them, of those that look for it now. */
  #recalled: Promise<unknown> = Promise.resolve();

  constructor(source: Source) {
    this.#source = source;
  }

  watch<N extends ReadName>(operation: N, input: Input<N>, listener: (view: View<Output<N>>) => void): () => void {
    const key = keyOf(operation, input);
    const there = this.#queries.get(key);
    const query: Query = there ?? { key, operation, input, listeners: new Set(), age: 0 };
    const each = listener as Listener;
    this.#queries.set(key, query);
    query.listeners.add(each);
    each(this.#viewOf(query) as View<never>);
    if (!there) void this.#fill(query);
    else if (query.error && !query.refreshing) void this.#refresh(query);
    return () => query.listeners.delete(each);
  }

  async refresh<N extends ReadName>(operation: N, input: Input<N>): Promise<void> {
    const query = this.#queries.get(keyOf(operation, input));
    if (query) await this.#refresh(query);
  }

  /** Asks anew for those that are meant; those nobody looks at are forgotten. */
  refreshWhere(isMeant: (query: Query) => unknown = () => true): void {
    for (const query of this.#queries.values()) {
      if (!isMeant(query)) continue;
      if (query.listeners.size === 0) this.#queries.delete(query.key);
      else void this.#refresh(query);
    }
  }

  /** Changes what is known, without asking: `undefined` is nothing. An answer under way cannot know of it. */
  change(work: (operation: ReadName, input: Input<ReadName>, data: unknown) => unknown): void {
    for (const query of this.#queries.values()) {
      const { operation, input, known } = query;
      const data = known && work(operation, input, known.data);
      query.known = data === undefined ? undefined : { ...known, data };
      query.age += 1;
    }
  }

  tell(): void {
    for (const query of this.#queries.values()) this.#tell(query);
  }

  /**
   * First what this browser keeps, then what the backend says. Whoever has something to show asks when it is drawn;
   * what is kept of all that is asked for together is shown together, and so drawn once.
   */
  async #fill(query: Query): Promise<void> {
    const { age } = query;
    // Before what is kept is looked for: the question itself may tell who is here.
    const refreshed = this.#refresh(query, async () => {
      query.isWaiting = true;
      const kept = await recalled;
      await this.#recalled;
      if (kept !== undefined) await atRest();
      query.isWaiting = false;
    });
    const recalled = Promise.race([
      this.#source.recall(query.key),
      new Promise<undefined>((done) => void setTimeout(done, PATIENCE_MS)),
    ]);
    this.#recalled = this.#recalled.then(() => recalled);
    const kept = await recalled;
    await this.#recalled;
    // What the backend said in the meantime is newer; so is that there is nothing.
    if (kept !== undefined && !query.known && query.age === age && query.error?.kind !== 'notFound') {
      query.known = { data: kept, stale: true };
      this.#tell(query);
    }
    await refreshed;
  }

  #refresh(query: Query, turn?: Turn): Promise<void> {
    if (query.refreshing && !query.isWaiting) query.again = true;
    query.refreshing ??= this.#read(query, turn).finally(() => {
      query.refreshing = undefined;
      if (query.again) {
        query.again = false;
        void this.#refresh(query);
      }
      this.#tell(query);
    });
    return query.refreshing;
  }

  async #read(query: Query, turn?: Turn): Promise<void> {
    const { key } = query;
    let { age } = query;
    const waited = async () => {
      await turn?.();
      age = query.age;
    };
    try {
      const data = await this.#source.read(query.operation, query.input, query.known !== undefined, waited);
      if (query.age !== age) {
        query.again = true;
        return;
      }
      query.known = { data };
      query.error = undefined;
      this.#source.keep(key, data);
      this.#source.heard();
    } catch (cause) {
      const error = (query.error = asSamenError(cause));
      if (query.known) query.known.stale = true;
      if (error.kind === 'notFound') this.#source.keep(key, (query.known = undefined));
      this.#source.heard(error);
    }
  }

  #tell(query: Query): void {
    const view = this.#viewOf(query) as View<never>;
    for (const listener of query.listeners) listener(view);
  }

  #viewOf({ operation, input, known, error, refreshing }: Query): View<unknown> {
    const isRefreshing = refreshing !== undefined;
    const data = this.#source.lay(operation, input, known?.data);
    // What was made here and is on its way: the backend cannot know it yet.
    const isMadeHere = !known && data !== undefined;
    return {
      status: known || isMadeHere ? 'ready' : error && !isRefreshing ? 'error' : 'loading',
      data,
      error: isMadeHere ? undefined : error,
      stale: known?.stale === true,
      refreshing: isRefreshing,
    };
  }
}

/** Whatever was thrown, as the error that people can be told about. By its name: what is loaded late may bring a class of its own. */
export function asSamenError(cause: unknown): SamenError {
  return (cause as Error).name === 'SamenError'
    ? (cause as SamenError)
    : new SamenError('network', 'No answer', { cause });
}

/** The same input is the same question, in whatever order its fields were written. */
function keyOf(operation: ReadName, input: object): string {
  return `${operation} ${JSON.stringify(input, Object.keys(input).sort())}`;
}
