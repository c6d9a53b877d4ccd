import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { SPACE, TODAY, madeSeed, needBy, refused, send } from './conformance/kit';
import { FakeLocks, withNavigator } from './fake-locks';
import { storedRows } from './stored';
import { overTabs } from '../../src/backends/local/exclusive';
import { eraseLocal, openLocal, seedLocal } from '../../src/backends/local/index';
import { IndexedDbRowStore } from '../../src/backends/local/row-store';
import type { SpaceConnection } from '../../src/contract/backend';
import { newId } from '../../src/model/new-id';
import type { Id, Need } from '../../src/model/types';

let databases = 0;
let database: string;
let locks: FakeLocks;
const restores: (() => void)[] = [];

beforeEach(async () => {
  databases += 1;
  database = `tabs-${String(databases)}`;
  locks = new FakeLocks();
  restores.push(withNavigator({ locks: locks.tab().locks }));
  await new IndexedDbRowStore(database).commit({ puts: storedRows(madeSeed()), erased: new Set() });
});
afterEach(() => {
  for (const restore of restores.splice(0)) restore();
});

interface Tab {
  me: SpaceConnection;
  kill: () => void;
}
/** A tab of its own: its own connection to the database, its own locks. */
async function openTab(person: Id): Promise<Tab> {
  const tab = locks.tab();
  const backend = openLocal({
    store: new IndexedDbRowStore(database),
    exclusive: (name, work) => tab.locks.request(name, work) as ReturnType<typeof work>,
    now: () => new Date(`${TODAY}T10:00:00Z`),
    person: () => person,
  });
  return { me: await backend.open(SPACE), kill: tab.kill };
}
const needsIn = async ({ me }: Tab): Promise<Need[]> => (await me.read('listNeeds', { limit: 100 })).items;

describe('two tabs', () => {
  it('write at once and lose nothing', async () => {
    const [one, other] = [await openTab('wonen-2'), await openTab('welzijn-2')];
    await Promise.all(Array.from({ length: 40 }, (_, n) => needBy((n % 2 ? one : other).me)));
    assert.equal((await needsIn(one)).length, 40);
    assert.equal((await needsIn(other)).length, 40);
  });

  it('change one thing at once: the first is kept, the other is shown what it did not know', async () => {
    const [one, other] = [await openTab('wonen-2'), await openTab('wonen-3')];
    const { id, kind, driverId } = await needBy(one.me);
    const write = ({ me }: Tab, text: string) => send(me, 'saveNeed', { id, version: 1, kind, driverId, text });
    const [first, second] = [write(one, 'Van de een'), write(other, 'Van de ander')];
    assert.equal((await first).version, 2);
    await refused(second, { kind: 'stale', current: { text: 'Van de een', version: 2 } });
  });

  it('send the same write at once: it is done once', async () => {
    const [one, other] = [await openTab('wonen-2'), await openTab('wonen-2')];
    const input = { id: newId(), version: 0, kind: 'ask', driverId: 'd-een', text: 'Een vraag' } as const;
    const key = newId();
    const [a, b] = await Promise.all([
      one.me.write('saveNeed', input, { key }),
      other.me.write('saveNeed', input, { key }),
    ]);
    assert.deepEqual(a, b);
    assert.equal((await needsIn(one)).length, 1);
  });

  it('open a round at once: there is one', async () => {
    const [one, other] = [await openTab('beleid-1'), await openTab('welzijn-1')];
    const open = ({ me }: Tab) => send(me, 'openRound', { id: newId(), closesOn: '2026-03-20' });
    const results = await Promise.allSettled([open(one), open(other)]);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal((await one.me.read('listRounds', {})).items.length, 1);
  });

  it('hear of each other', async () => {
    const [one, other] = [await openTab('wonen-2'), await openTab('welzijn-2')];
    const heard = new Promise((resolve) => other.me.watch(resolve));
    const { id } = await needBy(one.me);
    assert.deepEqual(await heard, { type: 'changed', change: { kind: 'need', id } });
  });

  it('go on when the other is killed with the lock in its hands', async () => {
    const [one, other] = [await openTab('wonen-2'), await openTab('welzijn-2')];
    const dying = locks.tab();
    void dying.locks.request(`samen:local:${SPACE}`, () => new Promise(() => undefined));
    const waiting = [needBy(one.me), needBy(other.me)];
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal((await locks.tab().locks.query()).pending?.length, 2);
    dying.kill();
    await Promise.all(waiting);
    assert.equal((await needsIn(one)).length, 2);
  });

  it('seed a space once, and lose it in both when it is erased', async () => {
    const store = new IndexedDbRowStore(`${database}-seed`);
    const rows = new Map([...storedRows(madeSeed())].map(([key, row]) => [key.replace(`${SPACE}/`, ''), row]));
    const seeded = await Promise.all([seedLocal(SPACE, rows, store), seedLocal(SPACE, rows, store)]);
    assert.deepEqual(seeded.sort(), [false, true]);
    await eraseLocal(SPACE, store);
    assert.equal((await store.read(`${SPACE}/`)).size, 0);
  });
});

describe('one at a time', () => {
  const order = async () => {
    const log: string[] = [];
    const step = (name: string) =>
      overTabs('ding', async () => {
        log.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.push(`${name} ends`);
      });
    await Promise.all([step('a'), step('b'), step('c')]);
    return log.join(', ');
  };
  const inTurn = 'a begins, a ends, b begins, b ends, c begins, c ends';

  it('holds with Web Locks', async () => {
    assert.equal(await order(), inTurn);
  });

  it('holds within a tab without them, as on plain http', async () => {
    restores.push(withNavigator({}));
    assert.equal(await order(), inTurn);
  });

  it('holds within a tab to which they are refused, as in a sandboxed frame', async () => {
    const request = () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
    restores.push(withNavigator({ locks: { request, query: request } as unknown as LockManager }));
    assert.equal(await order(), inTurn);
  });

  it('goes on after one that failed, which is done once', async () => {
    for (const navigator of [{ locks: locks.tab().locks }, {}]) {
      restores.push(withNavigator(navigator));
      let times = 0;
      const failing = overTabs('ding', () => {
        times += 1;
        return Promise.reject(new Error('mislukt'));
      });
      await assert.rejects(failing, /mislukt/);
      assert.equal(await overTabs('ding', () => Promise.resolve(7)), 7);
      assert.equal(times, 1);
    }
  });
});

describe('what is written in this browser', () => {
  it('is there after a reload, for whoever reads it', async () => {
    const need = await needBy((await openTab('wonen-2')).me);
    assert.deepEqual(await needsIn(await openTab('jeugd-1')), [need]);
  });

  it('is not done again when a reloaded page sends it again', async () => {
    const input = { id: newId(), version: 0, kind: 'ask', driverId: 'd-een', text: 'Een vraag' } as const;
    const key = newId();
    const first = await (await openTab('wonen-2')).me.write('saveNeed', input, { key });
    const reloaded = await openTab('wonen-2');
    assert.deepEqual(await reloaded.me.write('saveNeed', input, { key }), first);
    assert.equal((await needsIn(reloaded)).length, 1);
  });

  for (const moment of [1, 2, 3]) {
    it(`is whole or not there when the tab is killed at row ${String(moment)} of three`, async (t) => {
      const tab = await openTab('wonen-2');
      const ask = await needBy(tab.me);
      const offer = await needBy((await openTab('welzijn-2')).me, { kind: 'offer' });
      const input = { id: ask.id, withId: offer.id, version: 1 };
      const key = newId();
      dieAtPut(t, moment);
      await tab.me.write('matchNeed', input, { key }).catch(() => undefined);
      t.mock.restoreAll();
      tab.kill();

      const reloaded = await openTab('wonen-2');
      assert.deepEqual(
        (await needsIn(reloaded)).map(({ status, version }) => `${status} ${String(version)}`),
        ['open 1', 'open 1'],
      );
      // The outbox still has it, and sends it again.
      assert.equal((await reloaded.me.write('matchNeed', input, { key })).status, 'matched');
      assert.deepEqual(
        (await needsIn(reloaded)).map(({ status, version }) => `${status} ${String(version)}`),
        ['matched 2', 'matched 2'],
      );
    });
  }

  it('is not kept half when one of its rows cannot be', async () => {
    const store = new IndexedDbRowStore(`${database}-half`);
    const row = { form: 1, version: 1, audience: 'everyone', row: {} } as const;
    const unkeepable = { ...row, row: { cannot: () => undefined } };
    await store.commit({ puts: new Map([['a/need/1', row]]), erased: new Set() });
    const puts = new Map([
      ['a/need/2', row],
      ['a/need/3', unkeepable],
    ]);
    await assert.rejects(store.commit({ puts, erased: new Set(['a/need/1']) }));
    assert.deepEqual([...(await store.read('a/')).keys()], ['a/need/1']);
  });
});

/** A killed tab asks nothing more, and its open transaction is undone. */
function dieAtPut(t: TestContext, moment: number): void {
  let asked = 0;
  const put = IDBObjectStore.prototype.put;
  t.mock.method(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, ...args: [unknown, IDBValidKey]) {
    asked += 1;
    const request = put.apply(this, args);
    if (asked === moment) this.transaction.abort();
    return request;
  });
}
