import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SpaceClient, View } from '../client/types';
import type { Input, Output, ReadName } from '../contract/operations';
import { sameOr } from '../contract/same-or';

/** What the frame of a widget looks at: whether a view failed, and how to ask again. */
export interface QueryState {
  readonly view: View<unknown>;
  /** Whether anything was asked: while there is nothing to ask, a view is `loading` for ever. */
  readonly isAsked: boolean;
  refresh(): Promise<void>;
}

/** A host that has, sooner or later, a client. */
export interface ClientHost extends ReactiveControllerHost {
  readonly client: SpaceClient | undefined;
  /** Where a view makes itself known to the host. */
  readonly queries?: Set<QueryState>;
}

/** Whether what came shows what was shown: then nothing is drawn anew. Whether an answer is on its way is not shown. */
export function showsTheSame(now: View<unknown>, before: View<unknown>): boolean {
  const { data, error, status } = before;
  return now.error === error && now.status === status && sameOr(data, now.data) === data;
}

const LOADING: View<never> = { status: 'loading', stale: false, refreshing: false };

/**
 * A live view of one operation. `input` is asked at each update; while it gives undefined nothing is
 * read. The host is updated whenever the view changes.
 */
export class QueryController<N extends ReadName> implements ReactiveController, QueryState {
  readonly #host: ClientHost;
  readonly #operation: N;
  readonly #input: () => Input<N> | undefined;
  #client?: SpaceClient;
  #key?: string;
  #stop?: () => void;
  #view: View<Output<N>> = LOADING;

  constructor(host: ClientHost, operation: N, input: () => Input<N> | undefined) {
    this.#host = host;
    this.#operation = operation;
    this.#input = input;
    host.queries?.add(this);
    host.addController(this);
  }

  get view(): View<Output<N>> {
    return this.#view;
  }

  get isAsked(): boolean {
    return this.#key !== undefined;
  }

  get data(): Output<N> | undefined {
    return this.#view.data;
  }

  /** Asks the backend anew. */
  async refresh(): Promise<void> {
    const input = this.#input();
    if (input) await this.#client?.refresh(this.#operation, input);
  }

  hostUpdate(): void {
    const { client } = this.#host;
    const input = this.#input();
    const key = client && input ? JSON.stringify(input) : undefined;
    if (client === this.#client && key === this.#key) return;
    this.#stop?.();
    this.#stop = undefined;
    this.#client = client;
    this.#key = key;
    this.#view = LOADING;
    if (!client || !input) return;
    // The listener is called at once, within this update: no second update for what is known already.
    let within = true;
    this.#stop = client.watch(this.#operation, input, (view) => {
      if (showsTheSame(view, this.#view)) return;
      this.#view = view;
      if (!within) this.#host.requestUpdate();
    });
    within = false;
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#client = undefined;
    this.#key = undefined;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }
}
