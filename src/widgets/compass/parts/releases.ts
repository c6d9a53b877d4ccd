import type { ReactiveController } from 'lit';
import type { ClientHost, QueryState } from '../../../elements/query-controller';
import type { SpaceClient, View } from '../../../client/types';
import type { Id, Release, Round } from '../../../model/types';

/** The releases of several closed rounds; a release never changes, so what came once stays. */
export class ReleasesController implements ReactiveController, QueryState {
  readonly #host: ClientHost;
  readonly #rounds: () => readonly Round[];
  readonly #views = new Map<Id, View<Release>>();
  readonly #stops = new Map<Id, () => void>();
  #client?: SpaceClient | undefined;

  constructor(host: ClientHost, rounds: () => readonly Round[]) {
    this.#host = host;
    this.#rounds = rounds;
    host.queries?.add(this);
    host.addController(this);
  }

  get(roundId: Id): Release | undefined {
    return this.#views.get(roundId)?.data;
  }

  /** The first that failed, else the first at all. */
  get view(): View<unknown> {
    const views = [...this.#views.values()];
    return views.find(({ error }) => error) ?? views[0] ?? { status: 'loading', stale: false, refreshing: false };
  }

  get isAsked(): boolean {
    return this.#views.size > 0;
  }

  async refresh(): Promise<void> {
    for (const [roundId, { error }] of this.#views) {
      if (error) await this.#client?.refresh('getSummary', { roundId });
    }
  }

  hostUpdate(): void {
    const { client } = this.#host;
    if (client !== this.#client) this.#forget();
    this.#client = client;
    for (const { id } of this.#rounds()) {
      if (!client || this.#stops.has(id)) continue;
      let within = true;
      const stop = client.watch('getSummary', { roundId: id }, (view) => {
        this.#views.set(id, view);
        if (!within) this.#host.requestUpdate();
      });
      within = false;
      this.#stops.set(id, stop);
    }
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#forget();
  }

  #forget(): void {
    this.#stops.forEach((stop) => stop());
    this.#stops.clear();
    this.#views.clear();
    this.#client = undefined;
  }
}
