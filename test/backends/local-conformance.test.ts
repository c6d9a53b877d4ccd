import 'fake-indexeddb/auto';
import { conformance } from './conformance';
import type { Home, Seed } from './conformance/kit';
import { storedRows } from './stored';
import { openLocal } from '../../src/backends/local/index';
import { IndexedDbRowStore, MemoryRowStore } from '../../src/backends/local/row-store';
import type { RowStore } from '../../src/backends/local/row-store';
import type { Day, Id } from '../../src/model/types';

/** Everybody sits at one browser, over one store. */
async function openHome(store: RowStore, seed: Seed, today: Day): Promise<Home> {
  await store.commit({ puts: storedRows(seed), erased: new Set() });
  let person: Id = '';
  let now = new Date(`${today}T10:00:00Z`);
  // Always the same, so that what is kept can be compared.
  const backend = openLocal({ store, person: () => person, now: () => now, random: () => 0.5 });
  return {
    as(personId, spaceId = 'samen', eyes) {
      person = personId;
      return backend.open(spaceId, eyes);
    },
    moveTo(day) {
      now = new Date(`${day}T10:00:00Z`);
    },
    async morningOf(day) {
      // In winter an hour earlier; what comes out is told to who looks next.
      now = new Date(`${day}T06:30:00Z`);
      const [spaceId] = seed.keys();
      person = '';
      await (await backend.open(spaceId ?? '')).read('listExperiences', {}).catch(() => undefined);
    },
    settled: () => new Promise((resolve) => setTimeout(resolve, 20)),
    kept: async () => JSON.stringify([...(await store.read(''))].sort()),
  };
}

let databases = 0;

conformance('local: over IndexedDB', (seed, today) => {
  databases += 1;
  return openHome(new IndexedDbRowStore(`conformance-${String(databases)}`), seed, today);
});

conformance('local: from memory', (seed, today) => openHome(new MemoryRowStore(), seed, today));
