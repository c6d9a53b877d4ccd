import { createStore, promisifyRequest } from 'idb-keyval';
import type { UseStore } from 'idb-keyval';
import type { StoredRow } from './stored-row';

export interface RowChanges {
  puts: ReadonlyMap<string, StoredRow>;
  erased: ReadonlySet<string>;
}

/** Where rows lie; all changes of a transaction, or none. */
export interface RowStore {
  readonly kept: boolean;
  /** Every row whose key begins so, by key. Values are as found: they may be broken. */
  read(prefix: string): Promise<Map<string, unknown>>;
  commit(changes: RowChanges): Promise<void>;
}

/** One key a row in one IndexedDB store; a commit is one transaction of the database. */
export class IndexedDbRowStore implements RowStore {
  readonly kept = true;
  readonly #use: UseStore;

  constructor(database = 'samen-local') {
    this.#use = createStore(database, 'rows');
  }

  read(prefix: string): Promise<Map<string, unknown>> {
    return this.#use('readonly', async (store) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const keys = promisifyRequest(store.getAllKeys(range));
      const values = promisifyRequest<unknown[]>(store.getAll(range));
      const [found, rows] = await Promise.all([keys, values]);
      return new Map(found.map((key, index) => [String(key), rows[index]]));
    });
  }

  commit({ puts, erased }: RowChanges): Promise<void> {
    return this.#use('readwrite', (store) => {
      try {
        for (const key of erased) store.delete(key);
        for (const [key, row] of puts) store.put(row, key);
      } catch (error) {
        // What was asked before would be kept, without the rest.
        store.transaction.abort();
        throw error;
      }
      return promisifyRequest(store.transaction);
    });
  }
}

/** When the browser keeps nothing (private mode, blocked, full): works until the page is left. */
export class MemoryRowStore implements RowStore {
  readonly kept = false;
  readonly #rows: Map<string, unknown>;

  constructor(rows: ReadonlyMap<string, unknown> = new Map()) {
    this.#rows = new Map(rows);
  }

  read(prefix: string): Promise<Map<string, unknown>> {
    const found = [...this.#rows].filter(([key]) => key.startsWith(prefix));
    // A copy, as from a database: nobody may change what is stored by changing what was read.
    return Promise.resolve(new Map(structuredClone(found)));
  }

  commit({ puts, erased }: RowChanges): Promise<void> {
    for (const key of erased) this.#rows.delete(key);
    for (const [key, row] of puts) this.#rows.set(key, structuredClone(row));
    return Promise.resolve();
  }
}
