import { overTabs } from './exclusive';
import { lockOf } from './local-storage';
import { IndexedDbRowStore } from './row-store';
import type { RowStore } from './row-store';
import type { StoredRow } from './stored-row';
import type { Id } from '../../model/types';

/** Puts a space into this browser when it is not there yet. Keys are `kind/id`. Whether it did. */
export async function seedLocal(
  spaceId: Id,
  rows: ReadonlyMap<string, StoredRow>,
  store: RowStore = new IndexedDbRowStore(),
): Promise<boolean> {
  return overTabs(lockOf(spaceId), async () => {
    const there = await store.read(`${spaceId}/`);
    if (there.has(`${spaceId}/space/${spaceId}`)) return false;
    await store.commit({ puts: new Map([...rows].map(([key, row]) => [`${spaceId}/${key}`, row])), erased: new Set() });
    return true;
  });
}

/** Takes a space out of this browser, all of it. */
export async function eraseLocal(spaceId: Id, store: RowStore = new IndexedDbRowStore()): Promise<void> {
  await overTabs(lockOf(spaceId), async () => {
    const there = await store.read(`${spaceId}/`);
    await store.commit({ puts: new Map(), erased: new Set(there.keys()) });
  });
}
