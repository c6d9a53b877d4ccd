import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Browser, FakeLocks, need, pass, rest, statuses, textOf, until } from './browser';
import type { Tab } from './browser';
import type { FaultyBackend } from './faulty-backend';
import { withWebLock } from '../../src/client/lock';
import type { SamenError } from '../../src/model/errors';

describe('two tabs of one browser', () => {
  let browser: Browser;
  let backend: FaultyBackend;
  let one: Tab;
  let other: Tab;
  beforeEach(async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    browser = new Browser();
    ({ backend } = browser);
    one = browser.open();
    other = browser.open();
    for (const { client } of [one, other]) client.watch('listNeeds', {}, () => undefined);
    await rest();
  });
  afterEach(() => {
    browser.end();
    mock.timers.reset();
  });

  it('send each write once, from one tab at a time', async () => {
    let under = 0;
    let most = 0;
    backend.always = () => {
      under += 1;
      most = Math.max(most, under);
      return new Promise<void>((resolve) =>
        setImmediate(() => {
          under -= 1;
          resolve();
        }),
      );
    };
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        (n % 2 ? one : other).client.write('saveNeed', need(`n${String(n)}`)).then(({ confirmed }) => confirmed),
      ),
    );
    await rest();
    assert.equal(backend.sent.length, 12);
    assert.equal(most, 1);
    assert.deepEqual([one.client.pending(), other.client.pending()], [[], []]);
  });

  it('send what was typed while the lock was being let go', async () => {
    browser.end();
    const tab = {};
    const lock = browser.locks.lockOf(tab);
    let late: Promise<unknown> | undefined;
    const { client } = browser.open({
      lock: async (name, work) => {
        await lock(name, work);
        // Between the end of the work and the news of it.
        if (!name.includes(':edit:') && !late) late = client.write('saveNeed', need('b'));
        if (!name.includes(':edit:')) await late;
      },
    });
    await client.write('saveNeed', need('a'));
    await rest();
    assert.deepEqual(backend.applied.map(textOf), ['a', 'b']);
  });

  it('show what waits in either', async () => {
    backend.isOnline = false;
    await one.client.write('saveNeed', need('a'));
    await until(() => other.client.state.waiting === 1, 'seen');
  });

  it('go on with what a tab was sending when it died, under the same key', async () => {
    backend.faults = ['hangs'];
    await one.client.write('saveNeed', need('a'));
    await until(() => backend.sent.length === 1 && other.client.pending().length === 1, 'under way');
    one.die();
    await until(() => backend.sent.length === 2, 'sent again');
    await rest();
    assert.equal(backend.applied.length, 1);
    assert.equal(new Set(backend.sent.map(({ key }) => key)).size, 1);
    assert.deepEqual(other.client.pending(), []);
    assert.deepEqual(await browser.kept.list('outbox '), []);
  });

  it('leave to the next visit what was being sent when the last tab died', async () => {
    backend.faults = ['hangs'];
    await one.client.write('saveNeed', need('a'));
    await until(() => backend.sent.length === 1, 'under way');
    browser.end();
    browser.open().client.watch('getMe', {}, () => undefined);
    await until(() => backend.sent.length === 2, 'sent again');
    assert.equal(backend.applied.length, 1);
  });

  it('tell the one that wrote when the other got it refused', async () => {
    let letGo: (value?: unknown) => void = () => undefined;
    backend.faults = [new Promise((resolve) => (letGo = resolve)), 'refused'];
    await other.client.write('saveNeed', need('a'));
    await until(() => backend.sent.length === 1, 'the other has the lock');
    const { confirmed } = await one.client.write('saveNeed', need('b'));
    await rest();
    letGo();
    await assert.rejects(confirmed, (error: SamenError) => error.kind === 'conflict');
    assert.equal(backend.sent.length, 2);
  });

  it('retry a refused write once, when both are asked to', async () => {
    backend.faults = ['refused'];
    const { id, confirmed } = await one.client.write('saveNeed', need('a'));
    await assert.rejects(confirmed);
    await until(() => other.client.state.refused === 1, 'seen by both');
    await Promise.all([one.client.retry(id), other.client.retry(id)]);
    await rest();
    assert.equal(backend.sent.length, 2);
    assert.deepEqual(await browser.kept.list('outbox '), []);
  });

  it('base what the second typed on what the first did before it', async () => {
    backend.faults = ['lostBefore'];
    await one.client.write('saveNeed', need('a', 'een'));
    await until(() => other.client.pending().length === 1, 'seen');
    await other.client.write('saveNeed', need('a', 'twee'));
    await rest();
    await pass(1000);
    assert.deepEqual(backend.applied.map(textOf), ['een', 'twee']);
    assert.deepEqual(statuses(one.client), []);
  });

  it('do not take a write for confirmed because it came while they looked', async () => {
    backend.isOnline = false;
    let settled = 0;
    for (let n = 0; n < 10; n += 1) {
      const writing = one.client.write('saveNeed', need(`n${String(n)}`));
      void other.client.write('saveNeed', need(`m${String(n)}`));
      void (await writing).confirmed.then(
        () => (settled += 1),
        () => (settled += 1),
      );
    }
    await rest();
    assert.equal(settled, 0);
    assert.equal(one.client.state.waiting, 20);
    assert.equal(new Set(one.client.pending().map(({ id }) => id)).size, 20);
  });
});

describe('a lock', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const have = (locks: unknown) =>
    Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'navigator');
    if (before) Object.defineProperty(globalThis, 'navigator', before);
  });
  async function mostAtOnce(): Promise<number> {
    let now = 0;
    let most = 0;
    const work = async () => {
      now += 1;
      most = Math.max(most, now);
      await rest(3);
      now -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withWebLock('x', work)));
    return most;
  }

  it('is held by one at a time, with Web Locks', async () => {
    have(new FakeLocks());
    assert.equal(await mostAtOnce(), 1);
  });
  it('is held by one at a time in this tab, without Web Locks', async () => {
    have(undefined);
    assert.equal(await mostAtOnce(), 1);
  });
  it('is held in this tab where the browser refuses Web Locks', async () => {
    have({ request: () => Promise.reject(new DOMException('no', 'SecurityError')) });
    assert.equal(await mostAtOnce(), 1);
  });
  it('passes on what went wrong, and is free again', async () => {
    have(new FakeLocks());
    let runs = 0;
    const broken = () => {
      runs += 1;
      return Promise.reject(new Error('broke'));
    };
    await assert.rejects(withWebLock('y', broken), /broke/);
    assert.equal(runs, 1);
    await withWebLock('y', () => Promise.resolve());
  });
});
