import 'fake-indexeddb/auto';
import { conformance } from './conformance';
import { localHome } from './local-home';
import { openLocal } from '../../src/backends/local/open-local';
import { IndexedDbRowStore, MemoryRowStore } from '../../src/backends/local/row-store';

let databases = 0;

conformance('local: over IndexedDB', (...given) => {
  databases += 1;
  return localHome(openLocal, new IndexedDbRowStore(`conformance-${String(databases)}`), given);
});

conformance('local: from memory', (...given) => localHome(openLocal, new MemoryRowStore(), given));
