import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Browser, pass, rest, until } from './browser';
import type { FaultyBackend } from './faulty-backend';
import type { Client } from '../../src/client/client';

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
});
