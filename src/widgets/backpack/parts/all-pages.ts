import type { ReactiveController } from 'lit';
import type { SpaceClient } from '../../../client/types';
import type { Input, Output, PageInput } from '../../../contract/operations';
import type { ClientHost } from '../../../elements/query-controller';

type Paged = 'listMembers' | 'listExperiences';
type Item<N extends Paged> = Output<N>['items'][number];

/** A list that is not long, to its end: each page, and those after it, as they change. */
export class AllPages<N extends Paged> implements ReactiveController {
  readonly #host: ClientHost;
  readonly #operation: N;
  readonly #input: Omit<Input<N>, keyof PageInput>;
  #client?: SpaceClient | undefined;
  #pages = new Map<string, readonly Item<N>[]>();
  #stops: (() => void)[] = [];
  #isComplete = false;
  #hasFailed = false;

  constructor(host: ClientHost, operation: N, input: Omit<Input<N>, keyof PageInput>) {
    this.#host = host;
    this.#operation = operation;
    this.#input = input;
    host.addController(this);
  }

  get items(): Item<N>[] {
    return [...this.#pages.values()].flat();
  }

  /** All of it is here. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Some of it did not come. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  hostUpdate(): void {
    if (this.#client === this.#host.client) return;
    this.hostDisconnected();
    this.#client = this.#host.client;
    this.#watch('');
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#client = undefined;
    this.#pages = new Map();
    this.#isComplete = this.#hasFailed = false;
  }

  #watch(cursor: string): void {
    const client = this.#client;
    if (!client || this.#pages.has(cursor)) return;
    this.#pages.set(cursor, []);
    const asked = { ...this.#input, limit: 100, ...(cursor ? { cursor } : {}) } as Input<N>;
    // Called at once: within an update there is no need for another.
    let isWithin = true;
    this.#stops.push(
      client.watch(this.#operation, asked, ({ data, error }) => {
        if (client !== this.#client) return;
        this.#hasFailed = error !== undefined;
        if (data) {
          this.#pages.set(cursor, data.items as readonly Item<N>[]);
          if (data.nextCursor) this.#watch(data.nextCursor);
          this.#isComplete = !data.nextCursor || this.#isComplete;
        }
        if (!isWithin) this.#host.requestUpdate();
      }),
    );
    isWithin = false;
  }
}
