import type { ReactiveController } from 'lit';
import type { ClientHost, QueryState } from './query-controller';
import type { SpaceClient, View } from '../client/types';
import type { Input, Output, PageInput } from '../contract/operations';
import type { SamenError } from '../model/errors';

type Paged =
  | 'listMembers'
  | 'listExperiences'
  | 'listAgendaItems'
  | 'listHandovers'
  | 'listSessions'
  | 'listMethods'
  | 'listResults'
  | 'listIdeas'
  | 'listKeptReports';
type Item<N extends Paged> = Output<N>['items'][number];

/** One page as it was last read. */
interface ReadPage<T> {
  items: readonly T[];
  next?: string | undefined;
  stop: () => void;
}

/** A list that is not long, to its end: each page, and those after it, as they change. */
export class AllPages<N extends Paged> implements ReactiveController, QueryState {
  readonly #host: ClientHost;
  readonly #operation: N;
  readonly #input: () => Omit<Input<N>, keyof PageInput> | undefined;
  #client?: SpaceClient | undefined;
  #key?: string | undefined;
  #pages = new Map<string, ReadPage<Item<N>>>();
  #items: readonly Item<N>[] | undefined;
  #hasCome = false;
  #isComplete = false;
  #error?: SamenError | undefined;

  /** While `input` gives undefined nothing is read. */
  constructor(host: ClientHost, operation: N, input: () => Omit<Input<N>, keyof PageInput> | undefined) {
    this.#host = host;
    this.#operation = operation;
    this.#input = input;
    host.addController(this);
  }

  /** As a widget's frame looks at it: what was read stays beside an error. */
  get view(): View<unknown> {
    const status = this.#error ? 'error' : this.#hasCome ? 'ready' : 'loading';
    const known = this.#hasCome ? { data: this.items } : {};
    return { status, ...known, ...(this.#error && { error: this.#error }), stale: false, refreshing: false };
  }

  get isAsked(): boolean {
    return this.#key !== undefined;
  }

  /** The same array until something changes. */
  get items(): readonly Item<N>[] {
    return (this.#items ??= this.#inOrder());
  }

  /** The first page is here. */
  get hasCome(): boolean {
    return this.#hasCome;
  }

  /** All of it is here. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Some of it did not come. */
  get hasFailed(): boolean {
    return this.#error !== undefined;
  }

  /** Asks the backend anew. */
  async refresh(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    const asked = [...this.#pages.keys()].map((cursor) => this.#asked(cursor));
    await Promise.all(asked.map((input) => client.refresh(this.#operation, input)));
  }

  hostUpdate(): void {
    const { client } = this.#host;
    const input = this.#input();
    const key = client && input ? JSON.stringify(input) : undefined;
    if (client === this.#client && key === this.#key) return;
    this.hostDisconnected();
    if (key === undefined) return;
    this.#client = client;
    this.#key = key;
    this.#watch('');
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const { stop } of this.#pages.values()) stop();
    this.#client = this.#key = this.#error = this.#items = undefined;
    this.#pages = new Map();
    this.#isComplete = this.#hasCome = false;
  }

  #asked(cursor: string): Input<N> {
    return { ...this.#input(), limit: 100, ...(cursor ? { cursor } : {}) } as Input<N>;
  }

  #watch(cursor: string): void {
    const client = this.#client;
    if (!client || this.#pages.has(cursor)) return;
    const page: ReadPage<Item<N>> = { items: [], stop: () => undefined };
    this.#pages.set(cursor, page);
    // Called at once: within an update there is no need for another.
    let isWithin = true;
    page.stop = client.watch(this.#operation, this.#asked(cursor), ({ data, error }) => {
      if (client !== this.#client || this.#pages.get(cursor) !== page) return;
      this.#error = error;
      if (data) {
        this.#hasCome = true;
        this.#items = undefined;
        page.items = data.items as readonly Item<N>[];
        page.next = data.nextCursor;
        if (page.next) this.#watch(page.next);
        this.#follow();
      }
      if (!isWithin) this.#host.requestUpdate();
    });
    isWithin = false;
  }

  /** From the first page on: where a page now ends elsewhere, another follows it, and the old one is let go. */
  #follow(): void {
    const reached = new Set<string>(['']);
    let cursor = this.#pages.get('')?.next;
    while (cursor && this.#pages.has(cursor) && !reached.has(cursor)) {
      reached.add(cursor);
      cursor = this.#pages.get(cursor)?.next;
    }
    const last = this.#pages.get([...reached].at(-1) ?? '');
    this.#isComplete = last !== undefined && last.next === undefined && (last.items.length > 0 || reached.size === 1);
    if (!this.#isComplete) return;
    for (const [at, { stop }] of this.#pages) {
      if (reached.has(at)) continue;
      stop();
      this.#pages.delete(at);
    }
  }

  #inOrder(): readonly Item<N>[] {
    const found = new Map<string, Item<N>>();
    let page = this.#pages.get('');
    const seen = new Set<unknown>();
    while (page && !seen.has(page)) {
      seen.add(page);
      for (const item of page.items) found.set(item.id, item);
      page = page.next ? this.#pages.get(page.next) : undefined;
    }
    return [...found.values()];
  }
}
