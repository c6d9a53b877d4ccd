import type { BackendEvent } from '../../contract/backend';
import type { Change } from '../../contract/operations';
import type { Audience, Id } from '../../model/types';

/** What changed, and who may know that it did. */
export interface ToldChange extends Change {
  audience: Audience;
}

interface Told {
  spaceId: Id;
  changes: readonly ToldChange[];
}

interface Watcher {
  spaceId: Id;
  personId: Id;
  listener: (event: BackendEvent) => void;
}

/** Who listens in this tab; what one tab does, the others hear. */
export class Watchers {
  readonly #all = new Set<Watcher>();
  readonly #tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel('samen-local') : undefined;

  constructor() {
    if (!this.#tabs) return;
    this.#tabs.onmessage = ({ data }: MessageEvent<Told>) => {
      this.#hear(data);
    };
    // Node waits for an open channel; browsers do not know the word.
    (this.#tabs as { unref?: () => void }).unref?.();
  }

  /** Returns the way to stop. */
  add(watcher: Watcher): () => void {
    this.#all.add(watcher);
    return () => this.#all.delete(watcher);
  }

  tell(spaceId: Id, changes: readonly ToldChange[]): void {
    this.#hear({ spaceId, changes });
    this.#tabs?.postMessage({ spaceId, changes });
  }

  /** In this tab only: what another can do is its own. */
  tellCapabilities(spaceId: Id): void {
    this.#each(spaceId, () => ({ type: 'capabilities' }));
  }

  #hear({ spaceId, changes }: Told): void {
    for (const { kind, id, audience } of changes) {
      this.#each(spaceId, ({ personId }) =>
        audience.startsWith('person:') && audience !== `person:${personId}`
          ? undefined
          : { type: 'changed', change: { kind, id } },
      );
    }
  }

  #each(spaceId: Id, eventFor: (watcher: Watcher) => BackendEvent | undefined): void {
    for (const watcher of this.#all) {
      const event = watcher.spaceId === spaceId && eventFor(watcher);
      try {
        if (event) watcher.listener(event);
      } catch (error) {
        // What was written is written; the others are told too.
        console.error('Samen: a listener failed.', error);
      }
    }
  }
}
