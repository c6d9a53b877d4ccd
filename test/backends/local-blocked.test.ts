import { IDBKeyRange as FakeKeyRange, indexedDB as fakeIndexedDB } from 'fake-indexeddb';
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { OTHER_SPACE, SPACE, TODAY, madeSeed, needBy, send } from './conformance/kit';
import { storedRows } from './stored';
import { chooseLocalPerson, localPerson, openLocal } from '../../src/backends/local/index';
import type { LocalOptions } from '../../src/backends/local/index';
import { IndexedDbRowStore, MemoryRowStore } from '../../src/backends/local/row-store';
import type { RowChanges } from '../../src/backends/local/row-store';

const now = () => new Date(`${TODAY}T10:00:00Z`);
const openAs = (person: string, options: LocalOptions) => openLocal({ now, person: () => person, ...options });

const globals = globalThis as { indexedDB?: unknown; IDBKeyRange?: unknown; localStorage?: unknown };
afterEach(() => {
  delete globals.indexedDB;
  delete globals.IDBKeyRange;
  delete globals.localStorage;
});

/** How a browser may keep IndexedDB from a page. */
const BLOCKED: [string, () => void][] = [
  ['has no IndexedDB', () => delete globals.indexedDB],
  [
    'refuses it to a sandboxed frame',
    () => {
      globals.indexedDB = {
        open() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      };
    },
  ],
  [
    'fails to open it in a private window',
    () => {
      globals.indexedDB = {
        open() {
          const request = { error: new DOMException('No', 'InvalidStateError'), onerror: undefined as unknown };
          queueMicrotask(() => (request.onerror as () => void)());
          return request;
        },
      };
    },
  ],
];

describe('a browser that keeps nothing', () => {
  for (const [how, block] of BLOCKED) {
    it(`is worked in from memory, and says so, when it ${how}`, async () => {
      block();
      const me = await openAs('maker', { store: new IndexedDbRowStore() }).open('nieuw');
      const events: string[] = [];
      me.watch((event) => events.push(event.type));
      assert.equal((await me.read('getMe', {})).member, undefined);
      assert.equal(me.capabilities.storage, 'memory');
      assert.deepEqual(events, ['capabilities']);
      await send(me, 'createSpace', { id: 'nieuw', name: 'Nieuw' });
      assert.equal((await me.read('getSpace', {})).name, 'Nieuw');
      assert.equal((await me.read('getMe', {})).member?.role, 'coreTeam');
    });
  }

  it('remembers who sits at it as long as the page lasts', () => {
    const person = localPerson();
    assert.equal(localPerson(), person);
    chooseLocalPerson('wonen-2');
    assert.equal(localPerson(), 'wonen-2');
  });

  it('remembers who sits at it when it refuses localStorage', () => {
    Object.defineProperty(globals, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    chooseLocalPerson('wonen-3');
    assert.equal(localPerson(), 'wonen-3');
  });
});

/** Full from the first byte, or for one space. */
class FullStore extends MemoryRowStore {
  override readonly kept = true as never;
  readonly #full: string;
  constructor(full = '') {
    super(storedRows(madeSeed()));
    this.#full = full;
  }
  override commit(changes: RowChanges): Promise<void> {
    return [...changes.puts.keys()].some((key) => key.startsWith(this.#full))
      ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
      : super.commit(changes);
  }
}

describe('a browser that is full', () => {
  it('is worked in from memory, with all there was and all that is typed, and says so', async () => {
    const backend = openAs('wonen-2', { store: new FullStore() });
    const me = await backend.open(SPACE);
    const events: string[] = [];
    me.watch((event) => events.push(event.type));
    assert.equal(me.capabilities.storage, 'kept');
    const first = await needBy(me);
    assert.equal(me.capabilities.storage, 'memory');
    assert.deepEqual(events, ['capabilities', 'changed']);
    const second = await needBy(me);
    const ids = (await me.read('listNeeds', {})).items.map(({ id }) => id);
    assert.deepEqual(ids.sort(), [first.id, second.id].sort());
    assert.equal((await me.read('listMembers', { limit: 100 })).items.length, 22);
  });

  it('loses nothing of another space on the same page', async () => {
    let person = 'wonen-2';
    const backend = openLocal({ now, person: () => person, store: new FullStore(`${SPACE}/`) });
    const me = await backend.open(SPACE);
    person = 'buur-1';
    const neighbour = await backend.open(OTHER_SPACE);
    await needBy(me);
    assert.equal(me.capabilities.storage, 'memory');
    assert.equal(neighbour.capabilities.storage, 'kept');
    assert.equal((await neighbour.read('getSpace', {})).name, 'Elders');
    await needBy(neighbour);
    assert.equal(neighbour.capabilities.storage, 'kept');
  });
});

describe('a browser that breaks down while a page is open', () => {
  it('is worked in from memory from then on', async () => {
    globals.indexedDB = fakeIndexedDB;
    globals.IDBKeyRange = FakeKeyRange;
    const store = new IndexedDbRowStore('breaks-down');
    await store.commit({ puts: storedRows(madeSeed()), erased: new Set() });
    const me = await openAs('wonen-2', { store }).open(SPACE);
    assert.equal((await me.read('getSpace', {})).id, SPACE);
    delete globals.IDBKeyRange;
    assert.equal((await me.read('getMe', {})).member, undefined);
    assert.equal(me.capabilities.storage, 'memory');
  });
});
