import { LocalTx } from './local-tx';
import { MemoryRowStore } from './row-store';
import type { RowStore } from './row-store';
import type { ToldChange } from './watchers';
import { SamenError } from '../../model/errors';
import type { Id, Viewer } from '../../model/types';
import type { Storage, Tx } from '../../service/storage';

/** Runs `work` while no other tab runs one of this name. */
export type Exclusive = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export interface LocalStorageOptions {
  store: RowStore;
  exclusive: Exclusive;
  /** After a commit, in the order of the changes. */
  onChanged: (spaceId: Id, changes: readonly ToldChange[]) => void;
  /** The browser stopped keeping what is written in this space. */
  onMemoryOnly: (spaceId: Id) => void;
}

/** What a space's rows are locked under, over all tabs. */
export const lockOf = (spaceId: Id) => `samen:local:${spaceId}`;

/** The storage port over rows in this browser. */
export class LocalStorage implements Storage {
  readonly #options: LocalStorageOptions;
  /** Spaces that go on in memory: each with its own rows. */
  readonly #memory = new Map<Id, RowStore>();
  /** How many rows each space had when it was last looked at. */
  readonly #sizes = new Map<Id, number>();
  #commits = 0;

  constructor(options: LocalStorageOptions) {
    this.#options = options;
  }

  isKept(spaceId: Id): boolean {
    return this.#storeOf(spaceId).kept;
  }

  /** Nothing was ever written here. */
  isBlank(spaceId: Id): boolean {
    return this.#sizes.get(spaceId) === 0;
  }

  transaction<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { spaceId } = viewer;
    const { exclusive, onChanged } = this.#options;
    return exclusive(lockOf(spaceId), async () => {
      const before = await this.#read(spaceId);
      this.#sizes.set(spaceId, before.size);
      const tx = new LocalTx(viewer, before, this.#commits);
      const result = await work(tx).catch((cause: unknown) => {
        if (cause instanceof SamenError) throw cause;
        // Rows that are whole at first sight may be broken further in.
        throw new SamenError('storage', 'Kept data is broken', { cause });
      });
      if (tx.puts.size > 0 || tx.erased.size > 0) {
        await this.#commit(spaceId, tx);
        this.#commits += 1;
        onChanged(spaceId, tx.changes);
      }
      return result;
    });
  }

  async #read(spaceId: Id): Promise<Map<string, unknown>> {
    const prefix = `${spaceId}/`;
    try {
      return await this.#storeOf(spaceId).read(prefix);
    } catch {
      // Blocked or broken as a whole: better an empty page that works than none.
      return this.#goOn(spaceId, new MemoryRowStore()).read(prefix);
    }
  }

  async #commit(spaceId: Id, tx: LocalTx): Promise<void> {
    const store = this.#storeOf(spaceId);
    try {
      await store.commit(tx);
    } catch (cause) {
      if (!store.kept) throw new SamenError('storage', 'Could not be kept', { cause });
      // Full: go on in memory with all there is, so that nothing typed is lost while the page is open.
      await this.#goOn(spaceId, new MemoryRowStore(tx.before)).commit(tx);
    }
  }

  #storeOf(spaceId: Id): RowStore {
    return this.#memory.get(spaceId) ?? this.#options.store;
  }

  #goOn(spaceId: Id, store: RowStore): RowStore {
    this.#memory.set(spaceId, store);
    this.#options.onMemoryOnly(spaceId);
    return store;
  }
}
