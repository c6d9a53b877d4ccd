import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Browser, pass, rest, until } from './browser';
import type { FaultyBackend } from './faulty-backend';
import type { Client } from '../../src/client/client';
import { Kept } from '../../src/client/kept';
import { Live } from '../../src/client/live';

/** So many of the same kind: each a question of its own. */
const DRIVERS = ['een', 'twee', 'drie'];

describe('a page that was here before', () => {
  let browser: Browser;
  let backend: FaultyBackend;
  let client: Client;
  const asked = () => backend.reads.filter((operation) => operation === 'listNeeds').length;

  beforeEach(async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    browser = new Browser();
    ({ backend } = browser);
    const first = browser.open().client;
    for (const driver of DRIVERS) first.watch('listNeeds', { driver }, () => undefined);
    await until(() => asked() === DRIVERS.length, 'asked');
    await rest();
    browser.end();
    backend.reads.length = 0;
    ({ client } = browser.open());
  });
  afterEach(() => {
    browser.end();
    mock.timers.reset();
  });

  it('shows together what is kept, and asks anew once it stands there', async () => {
    const shown = new Set<string>();
    const ways: number[] = [];
    for (const driver of DRIVERS) {
      client.watch('listNeeds', { driver }, ({ status, stale }) => {
        if (status !== 'ready' || !stale || shown.has(driver)) return;
        shown.add(driver);
        // Drawn after this turn: whoever is told later in it, is drawn with it.
        queueMicrotask(() => ways.push(shown.size));
      });
    }
    await until(() => shown.size > 0, 'shown');
    await rest();
    assert.deepEqual(ways, [3, 3, 3]);
    assert.equal(asked(), 0);
    await pass(100);
    await pass(1);
    assert.equal(asked(), 3);
  });

  it('asks once, whatever changed before it did', async () => {
    let isFresh = false;
    client.watch('listNeeds', { driver: 'een' }, ({ stale, status }) => (isFresh = status === 'ready' && !stale));
    await rest();
    backend.tell({ type: 'reset' });
    await rest();
    assert.equal(asked(), 0);
    await pass(100);
    await pass(1);
    await rest();
    assert.ok(isFresh);
    assert.equal(asked(), 1);
    backend.tell({ type: 'reset' });
    await rest();
    assert.equal(asked(), 2);
  });

  it('asks at once for what is not kept', async () => {
    client.watch('listNeeds', { driver: 'vier' }, () => undefined);
    await rest();
    assert.equal(asked(), 1);
  });

  it('asks after a second where the browser keeps what it has to itself', async () => {
    const kept = new Kept('mute');
    kept.get = () => new Promise(() => undefined);
    const mute = browser.open({ kept }).client;
    let isReady = false;
    mute.watch('listNeeds', { driver: 'een' }, ({ status }) => (isReady = status === 'ready'));
    await pass(999);
    assert.equal(asked(), 0);
    await pass(1);
    assert.equal(asked(), 1);
    assert.ok(isReady);
  });

  it('asks nothing any more for a page that is left', async () => {
    client.watch('listNeeds', { driver: 'een' }, () => undefined);
    await rest();
    client.dispose();
    await pass(100);
    await pass(1);
    assert.equal(asked(), 0);
  });

  it('takes the answer to what was asked after a change, and asks no second time', async () => {
    let reads = 0;
    const live = new Live({
      read: async (_operation, _input, _anew, turn) => {
        // As by who first looks who is here.
        await rest(1);
        await turn();
        return `answer ${String((reads += 1))}`;
      },
      recall: () => Promise.resolve('kept'),
      keep: () => undefined,
      lay: (_operation, _input, data) => data,
      heard: () => undefined,
    });
    const shown: unknown[] = [];
    live.watch('getMe', {}, ({ data }) => void shown.push(data));
    await rest();
    live.change(() => 'changed');
    live.tell();
    await pass(100);
    await pass(1);
    assert.deepEqual([shown.includes('changed'), shown.at(-1), reads], [true, 'answer 1', 1]);
  });
});
