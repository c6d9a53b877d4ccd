import type { ReactiveController } from 'lit';
import type { ClientHost } from '../../../elements/query-controller';
import type { SpaceClient } from '../../../client/types';
import type { Id } from '../../../model/types';

/** The titles of some experiences, by id; of one that is not there for the reader there is none. */
export class ExperienceTitles implements ReactiveController {
  readonly #host: ClientHost;
  readonly #ids: () => readonly Id[];
  readonly #titles = new Map<Id, string>();
  readonly #stops = new Map<Id, () => void>();
  #client?: SpaceClient | undefined;

  constructor(host: ClientHost, ids: () => readonly Id[]) {
    this.#host = host;
    this.#ids = ids;
    host.addController(this);
  }

  of(id: Id): string | undefined {
    return this.#titles.get(id);
  }

  /** Those of these that are known. */
  known(ids: readonly Id[]): { id: Id; title: string }[] {
    return ids.flatMap((id) => {
      const title = this.#titles.get(id);
      return title === undefined ? [] : [{ id, title }];
    });
  }

  hostUpdate(): void {
    const { client } = this.#host;
    if (client !== this.#client) this.hostDisconnected();
    this.#client = client;
    for (const id of client ? this.#ids() : []) if (!this.#stops.has(id)) this.#watch(id);
  }

  hostDisconnected(): void {
    for (const stop of this.#stops.values()) stop();
    this.#stops.clear();
    this.#client = undefined;
  }

  #watch(id: Id): void {
    let isWithin = true;
    const stop = this.#client?.watch('getExperience', { id }, ({ data }) => {
      const title = data?.title;
      if (title === this.#titles.get(id)) return;
      if (title === undefined) this.#titles.delete(id);
      else this.#titles.set(id, title);
      if (!isWithin) this.#host.requestUpdate();
    });
    isWithin = false;
    if (stop) this.#stops.set(id, stop);
  }
}
