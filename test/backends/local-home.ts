import { storedRows } from './stored';
import type { Home, Seed } from './conformance/kit';
import type { LocalOptions } from '../../src/backends/local/open-local';
import type { RowStore } from '../../src/backends/local/row-store';
import type { Backend } from '../../src/contract/backend';
import type { Day, Id } from '../../src/model/types';

/** Everybody sits at one browser, over one store. */
export async function localHome(
  openLocal: (options: LocalOptions) => Backend,
  store: RowStore,
  [seed, today]: [Seed, Day],
): Promise<Home> {
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
      // In winter an hour earlier; what waits comes out when somebody looks.
      now = new Date(`${day}T06:30:00Z`);
      const [spaceId] = seed.keys();
      person = '';
      await (await backend.open(spaceId ?? '')).read('listExperiences', {}).catch(() => undefined);
    },
    settled: () => new Promise((resolve) => setTimeout(resolve, 20)),
    kept: async () => JSON.stringify([...(await store.read(''))].sort()),
  };
}
