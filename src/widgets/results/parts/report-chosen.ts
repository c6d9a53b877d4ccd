import type { ReactiveController } from 'lit';
import { isInFeed } from './finder';
import type { SpaceClient, View } from '../../../client/types';
import type { ClientHost } from '../../../elements/query-controller';
import type { ExperienceView } from '../../../model/experience-types';
import type { Id } from '../../../model/types';

interface Watched {
  view?: View<ExperienceView>;
  stop: () => void;
}

/** Reads experiences that were just chosen, as they are now: a copy would outlive what is erased or hidden. */
export class ChosenReader implements ReactiveController {
  readonly #host: ClientHost;
  readonly #ids: () => readonly Id[];
  readonly #watched = new Map<Id, Watched>();
  #client?: SpaceClient | undefined;

  constructor(host: ClientHost, ids: () => readonly Id[]) {
    this.#host = host;
    this.#ids = ids;
    host.addController(this);
  }

  /** As it is read now. What this browser kept of before waits for the backend, unless that is out of reach. */
  experience(id: Id): ExperienceView | undefined {
    const { data, stale, error } = this.#watched.get(id)?.view ?? {};
    return stale && !error ? undefined : data;
  }

  /** It stands in no report any more; what is only out of reach may come back. */
  isGone(id: Id): boolean {
    const read = this.experience(id);
    if (read) return !isInFeed(read);
    const kind = this.#watched.get(id)?.view?.error?.kind;
    return kind === 'notFound' || kind === 'forbidden';
  }

  hostUpdate(): void {
    const { client } = this.#host;
    if (client !== this.#client) this.hostDisconnected();
    this.#client = client;
    const ids = new Set(client && this.#ids());
    for (const id of this.#watched.keys()) if (!ids.has(id)) this.#leave(id);
    for (const id of ids) if (!this.#watched.has(id)) this.#watch(id);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const id of this.#watched.keys()) this.#leave(id);
    this.#client = undefined;
  }

  #watch(id: Id): void {
    const one: Watched = { stop: () => undefined };
    this.#watched.set(id, one);
    const stop = this.#client?.watch('getExperience', { id }, (view) => {
      one.view = view;
      // Called at once, within an update, this asks for no other.
      this.#host.requestUpdate();
    });
    if (stop) one.stop = stop;
  }

  #leave(id: Id): void {
    this.#watched.get(id)?.stop();
    this.#watched.delete(id);
  }
}
