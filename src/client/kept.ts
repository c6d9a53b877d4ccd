import { createStore, promisifyRequest } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import type { Capabilities } from '../contract/backend';

/** Where a client keeps things: as they are, or sealed (`sealed.ts`). */
export interface Keeps extends Pick<Kept, 'get' | 'change' | 'list'> {
  /** What the backend can do with this browser, where that is less than it says. */
  capabilities?: Capabilities;
}

/**
 * What this browser keeps for a client: answers, waiting writes, drafts. One key each, so that tabs
 * do not overwrite each other. When the browser refuses (private mode, full), memory takes over.
 */
export class Kept {
  readonly #use: UseStore;
  readonly #memory = new Map<string, unknown>();

  constructor(database = 'samen-client') {
    this.#use = createStore(database, 'kept');
  }

  async get<T>(key: string): Promise<T | undefined> {
    if (this.#memory.has(key)) return structuredClone(this.#memory.get(key)) as T;
    return this.use('readonly', (store) => promisifyRequest<T>(store.get(key)));
  }

  /** Puts and deletes together: all of it, or nothing. */
  async change(puts: readonly (readonly [string, unknown])[], gone: readonly string[] = []): Promise<void> {
    const isKept = await this.use('readwrite', async (store) => {
      for (const key of gone) store.delete(key);
      for (const [key, value] of puts) store.put(value, key);
      await promisifyRequest(store.transaction);
      return true;
    });
    for (const key of gone) this.#memory.delete(key);
    for (const [key, value] of puts) {
      if (isKept) this.#memory.delete(key);
      else this.#memory.set(key, structuredClone(value));
    }
  }

  /** Everything whose key begins so. */
  async list<T>(prefix: string): Promise<T[]> {
    const found = await this.use('readonly', (store) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      return Promise.all([promisifyRequest(store.getAllKeys(range)), promisifyRequest<T[]>(store.getAll(range))]);
    });
    const all = new Map(found?.[0].map((key, index) => [key, found[1][index] as T]));
    for (const [key, value] of this.#memory) if (key.startsWith(prefix)) all.set(key, structuredClone(value) as T);
    return [...all.values()];
  }

  /** `undefined` when the browser refuses, or has nothing to keep it in. */
  async use<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.#use(mode, work);
    } catch {
      return undefined;
    }
  }
}
