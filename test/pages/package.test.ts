/** What is in the package for whoever writes a backend: the suite that proves one, as it is built. */
import 'fake-indexeddb/auto';
import type * as Suite from '../backends/conformance';
import { localHome } from '../backends/local-home';
import type * as Local from '../../src/backends/local/open-local';
import type * as Stores from '../../src/backends/local/row-store';

const built = (path: string): Promise<unknown> =>
  import(new URL(`../../dist/lib/backends/local/${path}`, import.meta.url).href);
// By the name by which others import it.
const name = 'samen-widgets/conformance';
const { conformance } = (await import(name)) as typeof Suite;
const { openLocal } = (await built('open-local.js')) as typeof Local;
const { MemoryRowStore } = (await built('row-store.js')) as typeof Stores;

conformance('a backend, by the suite of the package', (...given) => localHome(openLocal, new MemoryRowStore(), given));
