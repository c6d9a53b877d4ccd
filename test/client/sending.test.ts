import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { BackpackHome, openAt, page, shown, view } from './backpack-home';
import { Browser, need, pass, rest, statuses, textOf, until } from './browser';
import type { FaultyBackend } from './faulty-backend';
import type { Client } from '../../src/client/client';
import { SamenError } from '../../src/model/errors';

describe('a write that is refused for what is there now', () => {
  let browser: Browser;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    browser = new Browser();
  });
  afterEach(() => {
    browser.end();
    mock.timers.reset();
  });

  it('is sent again over what is there now, when somebody wants it still', async () => {
    const home = new BackpackHome();
    home.answers.set('listExperiences', page(view('a')));
    const tab = openAt(browser, home);
    tab.client.watch('listExperiences', {}, () => undefined);
    await until(() => shown(tab, 'listExperiences', {}) !== undefined, 'read');
    home.answer = () => new SamenError('stale', 'Changed', { current: { id: 'a', version: 9 } });
    const { id, confirmed } = await tab.client.write('eraseExperience', { id: 'a', version: 7 });
    await assert.rejects(confirmed);
    home.answer = () => ({ id: 'a' });
    await tab.client.retry(id);
    await until(() => home.sent.length === 2, 'sent again');
    assert.deepEqual(
      home.sent.map(({ input }) => (input as { version?: number }).version),
      [7, 9],
    );
  });

  for (const kind of ['conflict', 'stale', 'notFound', 'forbidden'] as const) {
    it(`says that what is shown is old, though nobody else told: ${kind}`, async () => {
      const home = new BackpackHome();
      home.answers.set('listExperiences', page(view('a')));
      const tab = openAt(browser, home);
      tab.client.watch('listExperiences', {}, () => undefined);
      await until(() => shown(tab, 'listExperiences', {}) !== undefined, 'read');
      home.answers.set('listExperiences', page(view('a', { title: 'Intussen veranderd' })));
      home.answer = () => new SamenError(kind, 'Not so');
      const { confirmed } = await tab.client.write('pinExperience', { id: 'a', reason: 'Belangrijk' });
      await assert.rejects(confirmed);
      await until(() => shown(tab, 'listExperiences', {})?.items[0]?.title === 'Intussen veranderd', 'read anew');
    });
  }
});

describe('a write', () => {
  let browser: Browser;
  let backend: FaultyBackend;
  let client: Client;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    browser = new Browser();
    ({ backend } = browser);
    ({ client } = browser.open());
  });
  afterEach(() => {
    browser.end();
    mock.timers.reset();
  });

  const keys = () => backend.sent.map(({ key }) => key);
  const needOf = (id: string) => backend.needs.get(id)?.text;
  const add = (id: string, text?: string, version?: number) => client.write('saveNeed', need(id, text, version));

  it('is stored before it is sent', async () => {
    let storedWhenSent = -1;
    backend.always = () => {
      void browser.kept.list('outbox ').then((all) => (storedWhenSent = all.length));
      return new Promise<void>((resolve) => setImmediate(() => setImmediate(() => setTimeout(resolve, 100))));
    };
    const { id } = await add('a');
    await until(() => storedWhenSent >= 0, 'looked');
    assert.equal(storedWhenSent, 1);
    assert.deepEqual(statuses(client), ['sending']);
    await pass(100);
    assert.deepEqual(keys(), [id]);
    assert.deepEqual(await browser.kept.list('outbox '), []);
  });

  it('is said to be kept only once it is', async () => {
    browser.end();
    const { kept } = browser;
    const change = kept.change.bind(kept);
    let store: (value?: unknown) => void = () => undefined;
    const stored = new Promise((resolve) => (store = resolve));
    kept.change = (puts, gone) =>
      puts[0]?.[0].startsWith('outbox ') ? stored.then(() => change(puts, gone)) : change(puts, gone);
    ({ client } = browser.open({ kept }));
    let isSaid = false;
    const writing = add('a').then(() => (isSaid = true));
    await rest();
    assert.deepEqual([isSaid, backend.sent.length], [false, 0]);
    store();
    await writing;
    await rest();
    assert.equal(backend.applied.length, 1);
  });

  it('is confirmed with what the backend says, and no longer listed', async () => {
    const { confirmed } = await add('a');
    assert.equal((await confirmed).version, 1);
    assert.deepEqual(client.pending(), []);
  });

  it('is kept with its reason when refused, and found again by the next visit', async () => {
    backend.faults = ['refused'];
    const { confirmed } = await add('a');
    await assert.rejects(confirmed, (error: SamenError) => error.reason === 'alreadyMatched');
    assert.deepEqual(statuses(client), ['refused']);
    assert.equal(client.state.refused, 1);
    browser.end();
    const next = browser.open().client;
    next.watch('listNeeds', {}, () => undefined);
    await until(() => next.pending().length === 1, 'found');
    assert.equal(next.pending()[0]?.error?.reason, 'alreadyMatched');
    assert.ok(next.pending()[0]?.error instanceof SamenError);
    assert.equal(textOf(next.pending()[0] ?? { input: need('') }), 'a');
    await rest();
    assert.equal(backend.sent.length, 1);
  });

  it('keeps both versions when somebody else was first, also for the next visit', async () => {
    backend.needs.set('a', { id: 'a', text: 'van een ander', version: 3 } as never);
    await assert.rejects((await add('a', 'van mij')).confirmed);
    browser.end();
    const next = browser.open().client;
    next.watch('listNeeds', {}, () => undefined);
    await until(() => next.pending().length === 1, 'found');
    const error = next.pending()[0]?.error;
    assert.equal(error?.kind, 'stale');
    assert.equal((error?.current as { text: string }).text, 'van een ander');
  });

  it('goes again under a new key, once, however often one presses', async () => {
    backend.faults = ['refused'];
    const { id, confirmed } = await add('a');
    await assert.rejects(confirmed);
    await Promise.all([client.retry(id), client.retry(id)]);
    await until(() => client.pending().length === 0, 'sent');
    assert.equal(backend.sent.length, 2);
    assert.equal(new Set(keys()).size, 2);
    assert.deepEqual(await browser.kept.list('outbox '), []);
  });

  it('is gone when discarded', async () => {
    backend.faults = ['refused'];
    const { id, confirmed } = await add('a');
    await assert.rejects(confirmed);
    await client.discard(id);
    assert.deepEqual(client.pending(), []);
    assert.deepEqual(await browser.kept.list('outbox '), []);
  });

  it('is not stopped by a discard once it is under way', async () => {
    const slow = new Promise<void>((resolve) => setTimeout(resolve, 1000));
    backend.faults = [slow];
    const { id, confirmed } = await add('a');
    await until(() => backend.sent.length === 1, 'under way');
    await client.discard(id);
    assert.deepEqual(statuses(client), ['sending']);
    await pass(1000);
    await confirmed;
    assert.deepEqual(client.pending(), []);
  });

  it('is done once when the answer was lost', async () => {
    backend.faults = ['lostAfter'];
    const { confirmed } = await add('a');
    await until(() => client.state.network === 'offline', 'noticed');
    assert.deepEqual(statuses(client), ['waiting']);
    await pass(500);
    await confirmed;
    assert.equal(backend.applied.length, 1);
    assert.equal(backend.sent.length, 2);
    assert.equal(new Set(keys()).size, 1);
    assert.equal(client.state.network, 'online');
  });

  it('is sent again when no answer ever comes', async () => {
    backend.faults = ['hangs'];
    const { confirmed } = await add('a');
    await until(() => backend.sent.length === 1, 'under way');
    await pass(60_000);
    await pass(500);
    await confirmed;
    assert.equal(backend.applied.length, 1);
  });

  it('waits twice as long each time, and by chance up to half less', async () => {
    browser.end();
    let chance = 1;
    ({ client } = browser.open({ random: () => chance }));
    backend.always = () => 'lostBefore';
    await add('a');
    await rest();
    for (const wait of [500, 1000, 2000, 4000]) {
      const before = backend.sent.length;
      await pass(wait - 1);
      assert.equal(backend.sent.length, before, `not before ${String(wait)}`);
      chance = wait === 4000 ? 0 : 1;
      await pass(1);
      assert.equal(backend.sent.length, before + 1, `after ${String(wait)}`);
    }
    await pass(3999);
    assert.equal(backend.sent.length, 5);
    await pass(1);
    assert.equal(backend.sent.length, 6, 'half of 8000');
  });

  it('does not wait longer because more is written meanwhile', async () => {
    backend.always = () => 'lostBefore';
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await add(id);
      await rest();
    }
    const before = backend.sent.length;
    await pass(500);
    assert.equal(backend.sent.length, before + 1);
  });

  it('leaves the backend alone for as long as it asks, also when more is written', async () => {
    backend.retryAfterSeconds = 30;
    backend.faults = ['busy'];
    await add('a');
    await rest();
    await add('b');
    await pass(29_999);
    assert.equal(backend.sent.length, 1);
    await pass(1);
    assert.equal(backend.applied.length, 2);
  });

  it('tries within the hour, whatever the backend asks', async () => {
    backend.retryAfterSeconds = 10_000_000;
    backend.faults = ['busy'];
    await add('a');
    await rest();
    await pass(3_599_999);
    assert.equal(backend.sent.length, 1);
    await pass(1);
    assert.equal(backend.applied.length, 1);
  });

  it('does not hold up what has nothing to do with it', async () => {
    backend.always = ({ input }) => ((input as { id: string }).id === 'a' ? 'busy' : undefined);
    await add('a');
    await add('b');
    await rest();
    assert.equal(needOf('b'), 'b');
    assert.deepEqual(statuses(client), ['waiting']);
  });

  it('is done in the order in which things were typed, each based on the one before', async () => {
    backend.isOnline = false;
    await client.write('saveNeed', need('x')).catch(() => undefined);
    backend.isOnline = true;
    backend.faults = ['lostBefore'];
    for (const text of ['een', 'twee', 'drie']) await add('a', text);
    await rest();
    await pass(2000);
    assert.deepEqual(backend.applied.filter(({ input }) => (input as { id: string }).id === 'a').map(textOf), [
      'een',
      'twee',
      'drie',
    ]);
    assert.equal(backend.needs.get('a')?.version, 3);
    assert.deepEqual(client.pending(), []);
  });

  it('is based on the one before also when that was just confirmed', async () => {
    await (
      await add('a', 'een')
    ).confirmed;
    await (
      await add('a', 'twee')
    ).confirmed;
    assert.equal(needOf('a'), 'twee');
  });

  it('does not write over what somebody else did in between', async () => {
    backend.faults = ['lostAfter'];
    await add('a', 'een');
    await rest();
    const { confirmed } = await add('a', 'twee');
    backend.needs.set('a', { ...backend.needs.get('a'), text: 'van een ander', version: 2 } as never);
    await pass(500);
    await assert.rejects(confirmed, (error: SamenError) => error.kind === 'stale');
    assert.equal(needOf('a'), 'van een ander');
  });

  it('waits for a refused one that it depends on, and goes when that is settled', async () => {
    backend.faults = ['refused'];
    const { id } = await add('a', 'een');
    await add('a', 'twee');
    await client.write('matchNeed', { id: 'b', withId: 'a', version: 1 });
    await add('b');
    await add('c');
    await rest();
    assert.equal(needOf('c'), 'c');
    assert.deepEqual(statuses(client), ['refused', 'waiting', 'waiting', 'waiting']);
    await client.retry(id);
    await rest();
    // There is no need b yet, so the match is refused; what was typed about b waits for that.
    assert.deepEqual(statuses(client), ['refused', 'waiting']);
    await client.discard(client.pending()[0]?.id ?? '');
    await rest();
    assert.deepEqual(backend.applied.map(textOf), ['c', 'een', 'twee', 'b']);
  });

  it('keeps its place when the clock is set back', async () => {
    browser.end();
    let now = Date.UTC(2090, 0);
    ({ client } = browser.open({ now: () => now }));
    backend.faults = ['lostBefore'];
    await add('a', 'een');
    await rest();
    now = 0;
    browser.end();
    backend.faults = ['lostBefore'];
    ({ client } = browser.open({ now: () => now }));
    await add('a', 'twee');
    await rest();
    await pass(2000);
    assert.deepEqual(backend.applied.map(textOf), ['een', 'twee']);
  });

  it('stays in what is shown from the first moment to the answer of the next reading', async () => {
    const seen: string[] = [];
    client.watch('listNeeds', {}, ({ data }) => {
      if (data) seen.push(data.items.map(({ text }) => text).join());
    });
    await until(() => seen.length > 0, 'read');
    await (
      await add('a')
    ).confirmed;
    await rest();
    assert.equal(seen.at(-1), 'a');
    assert.deepEqual(
      seen.slice(seen.indexOf('a')).filter((text) => text !== 'a'),
      [],
    );
  });

  it('is found among things that are no writes of this code', async () => {
    const entry = { id: 'k', operation: 'saveNeed', input: need('k'), entity: 'need:k', contract: 1, order: 5 };
    const at = `outbox ${client.key} anna `;
    await browser.kept.change([
      [`${at}1`, null],
      [`${at}2`, { ...entry, id: '2', operation: 'toString' }],
      [`${at}3`, { ...entry, id: '3', contract: 2 }],
      [`${at}4`, { ...entry, id: '4', operation: 'getMe' }],
      [`${at}k`, { ...entry, status: 'sending', createdAt: '' }],
    ]);
    client.watch('listNeeds', {}, () => undefined);
    await until(() => needOf('k') === 'k', 'sent');
    await rest();
    assert.deepEqual(keys(), ['k']);
    assert.equal((await browser.kept.list('outbox ')).length, 4);
  });
});
