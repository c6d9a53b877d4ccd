import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Id } from '../../model/types';

/** What can be undone can be undone for ten seconds (WIDGETS.md, every widget). */
const UNDO_MILLISECONDS = 10_000;

interface Leaving<T> {
  thing: T;
  timer: ReturnType<typeof setTimeout>;
}

/**
 * Erasing cannot be taken back at the backend, so it waits here for ten seconds. Whoever leaves the page
 * before meant it; where the page is killed, it was not erased.
 */
export class Erasing<T extends { readonly id: Id }> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #erase: (thing: T) => Promise<unknown>;
  readonly #leaving = new Map<Id, Leaving<T>>();

  constructor(host: ReactiveControllerHost, erase: (thing: T) => Promise<unknown>) {
    this.#host = host;
    this.#erase = erase;
    host.addController(this);
  }

  has(id: Id): boolean {
    return this.#leaving.has(id);
  }

  get size(): number {
    return this.#leaving.size;
  }

  add(thing: T): void {
    const { id } = thing;
    this.keep(id);
    const timer = setTimeout(() => this.#finish(id), UNDO_MILLISECONDS);
    this.#leaving.set(id, { thing, timer });
    this.#host.requestUpdate();
  }

  /** Not after all. */
  keep(id: Id): void {
    clearTimeout(this.#leaving.get(id)?.timer);
    this.#leaving.delete(id);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    globalThis.addEventListener?.('pagehide', this.#finishAll);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener?.('pagehide', this.#finishAll);
    this.#finishAll();
  }

  readonly #finishAll = (): void => {
    for (const id of [...this.#leaving.keys()]) this.#finish(id);
  };

  #finish(id: Id): void {
    const leaving = this.#leaving.get(id);
    if (!leaving) return;
    clearTimeout(leaving.timer);
    // Until it is kept in the outbox, and so laid over what is known: it does not come back for a moment.
    void this.#erase(leaving.thing).finally(() => {
      if (this.#leaving.get(id) === leaving) this.#leaving.delete(id);
      this.#host.requestUpdate();
    });
  }
}
