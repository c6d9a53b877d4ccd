import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Browser, need, pass, rest, statuses, until } from './browser';
import type { FaultyBackend } from './faulty-backend';
import type { Client } from '../../src/client/client';
import type { View } from '../../src/client/types';
import { Writes } from '../../src/client/writes';
import { SamenError } from '../../src/model/errors';

/** `sessionStorage` of one tab: it survives loading the page again. */
class TabStorage {
  readonly #items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
}

function here(client: Client): Promise<void> {
  client.watch('getMe', {}, () => undefined);
  return until(() => client.state.session === 'signedIn', 'signed in');
}

describe('without a network', () => {
  let browser: Browser;
  let backend: FaultyBackend;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    Object.assign(globalThis, { sessionStorage: new TabStorage() });
    browser = new Browser();
    ({ backend } = browser);
  });
  afterEach(() => {
    browser.end();
    mock.timers.reset();
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });

  it('a write is kept, and sent once the network is back', async () => {
    const { client } = browser.open();
    await here(client);
    backend.isOnline = false;
    const { confirmed } = await client.write('saveNeed', need('a'));
    await rest();
    assert.equal(client.state.network, 'offline');
    assert.equal(client.state.waiting, 1);
    backend.isOnline = true;
    await pass(1000);
    await confirmed;
    assert.equal(client.state.network, 'online');
    assert.equal(client.state.waiting, 0);
  });

  it('a write is kept after a reload too, and sent as the one who was here', async () => {
    await here(browser.open().client);
    browser.end();
    backend.isOnline = false;
    const { client } = browser.open();
    await client.write('saveNeed', need('a'));
    assert.equal(client.me()?.personId, 'anna');
    assert.equal(client.state.session, 'unknown');
    browser.end();
    backend.isOnline = true;
    await here(browser.open().client);
    await until(() => backend.applied.length === 1, 'sent');
    assert.equal(backend.applied[0]?.personId, 'anna');
  });

  it('a write of the one who was here is not sent when it turns out to be another', async () => {
    await here(browser.open().client);
    browser.end();
    backend.isOnline = false;
    const { client } = browser.open();
    await client.write('saveNeed', need('a'));
    backend.personId = 'bert';
    backend.isOnline = true;
    await pass(2000);
    await until(() => client.me()?.personId === 'bert', 'bert is here');
    assert.deepEqual(client.pending(), []);
    await pass(120_000);
    assert.deepEqual(backend.sent, []);
    assert.equal((await browser.kept.list(`outbox ${client.key} anna `)).length, 1);
  });

  it('nobody is taken for granted in a new tab, nor after a session ended', async () => {
    await here(browser.open().client);
    browser.end();
    backend.isSignedIn = false;
    browser.open().client.watch('getMe', {}, () => undefined);
    await rest();
    browser.end();
    backend.isOnline = false;
    const { client } = browser.open();
    await assert.rejects(client.write('saveNeed', need('a')), (error: SamenError) => error.kind === 'network');
    assert.equal(client.me(), undefined);
  });

  it('what was known is shown after a reload, as it was last known', async () => {
    backend.needs.set('a', { id: 'a', text: 'a', version: 1 } as never);
    const first = browser.open().client;
    first.watch('listNeeds', {}, () => undefined);
    await rest();
    browser.end();
    backend.isOnline = false;
    let view: View<{ items: unknown[] }> | undefined;
    browser.open().client.watch('listNeeds', {}, (next) => (view = next));
    await until(() => view?.status === 'ready', 'shown');
    assert.equal(view?.stale, true);
    assert.equal(view?.data?.items.length, 1);
  });

  it('views are read again later and later, until they come', async () => {
    backend.isOnline = false;
    const { client } = browser.open();
    let view: View<unknown> | undefined;
    client.watch('listNeeds', {}, (next) => (view = next));
    await rest();
    assert.equal(view?.status, 'error');
    await pass(1000);
    assert.equal(view?.status, 'error');
    backend.isOnline = true;
    await pass(1999);
    assert.equal(view?.status, 'error');
    await pass(1);
    assert.equal(view?.status, 'ready');
  });
});

describe('a session', () => {
  let browser: Browser;
  let backend: FaultyBackend;
  let client: Client;
  beforeEach(async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    browser = new Browser();
    ({ backend } = browser);
    ({ client } = browser.open());
    await here(client);
  });
  afterEach(() => {
    browser.end();
    mock.timers.reset();
  });

  it('that ended holds writes and keeps drafts, until it is there again', async () => {
    await client.saveDraft('need ask', { text: 'half' });
    backend.isSignedIn = false;
    const { confirmed } = await client.write('saveNeed', need('a'));
    await until(() => client.state.session === 'ended', 'ended');
    const asked = backend.reads.length;
    await pass(300_000);
    assert.equal(backend.reads.length, asked);
    assert.deepEqual(statuses(client), ['waiting']);
    assert.equal(backend.sent.length, 1);
    assert.deepEqual(await client.draft('need ask'), { text: 'half' });
    backend.isSignedIn = true;
    await client.refresh('getMe', {});
    await confirmed;
    assert.equal(client.state.session, 'signedIn');
    assert.equal(backend.applied.length, 1);
  });

  it('of another person sends nothing of the first, and shows nothing of it', async () => {
    const views: (number | undefined)[] = [];
    backend.needs.set('x', { id: 'x', text: 'x', version: 1 } as never);
    client.watch('listNeeds', {}, ({ data }) => views.push(data?.items.length));
    await client.saveDraft('need ask', { text: 'van Anna' });
    await rest();
    backend.isSignedIn = false;
    await client.write('saveNeed', need('a'));
    await rest();
    const sentBefore = backend.sent.length;
    backend.personId = 'bert';
    backend.isSignedIn = true;
    await client.refresh('getMe', {});
    await pass(300_000);
    assert.equal(client.me()?.personId, 'bert');
    assert.equal(backend.sent.length, sentBefore);
    assert.deepEqual(client.pending(), []);
    assert.equal(await client.draft('need ask'), undefined);
    backend.personId = 'anna';
    await client.refresh('getMe', {});
    await until(() => backend.applied.length === 1, 'sent as Anna');
    assert.equal(backend.applied[0]?.personId, 'anna');
    assert.deepEqual(await client.draft('need ask'), { text: 'van Anna' });
  });

  it('that cannot be asked for refuses no write', async () => {
    await rest();
    backend.meFails = new SamenError('notFound', 'No such space just now');
    backend.tell({ type: 'reset' });
    const { confirmed } = await client.write('saveNeed', need('a'));
    await rest();
    assert.deepEqual(statuses(client), ['waiting']);
    backend.meFails = undefined;
    await pass(1000);
    await confirmed;
  });

  it('of another person forgets what the first knew, and what it asked for', async () => {
    const shown: string[] = [];
    const others: View<unknown>['status'][] = [];
    backend.needs.set('x', { id: 'x', text: 'alleen Anna', version: 1 } as never);
    client.watch('listNeeds', {}, ({ data }) => shown.push(...(data?.items.map(({ text }) => text) ?? [])));
    await rest();
    const held = backend.hold();
    const first = client.refresh('listNeeds', {});
    await until(() => held.waiting() > 0, 'asked by Anna');
    shown.length = 0;
    backend.personId = 'bert';
    backend.needs.clear();
    const second = client.refresh('getMe', {});
    await until(() => held.waiting() === 2, 'somebody else');
    held.letGoLast();
    await rest();
    client.watch('listNeeds', { driver: 'd' }, ({ status }) => others.push(status));
    held.letGo();
    await Promise.all([first, second]);
    await rest();
    assert.deepEqual(shown, []);
    const kept = await browser.kept.list<{ items: unknown[] }>(`cache ${client.key} bert listNeeds {}`);
    assert.deepEqual(kept, [{ items: [], asOf: '0' }]);
    assert.equal(others.at(-1), 'ready');
  });

  it('that comes back sends at once what waited, without waiting for its turn', async () => {
    backend.always = () => 'lostBefore';
    await client.write('saveNeed', need('a'));
    await rest();
    for (const wait of [500, 1000, 2000, 4000]) await pass(wait);
    backend.always = undefined;
    await client.refresh('getMe', {});
    await rest();
    assert.equal(backend.applied.length, 1);
  });

  it('is asked for again after the network was gone, before anything is sent', async () => {
    backend.isOnline = false;
    await client.write('saveNeed', need('a'));
    await rest();
    backend.personId = 'bert';
    backend.isOnline = true;
    await pass(1000);
    assert.equal(client.me()?.personId, 'bert');
    assert.deepEqual(backend.applied, []);
  });

  it('that is over leaves nothing running', async () => {
    backend.isOnline = false;
    await client.write('saveNeed', need('a'));
    await client.refresh('getMe', {});
    await rest();
    client.dispose();
    const { reads, sent, closed } = { reads: backend.reads.length, sent: backend.sent.length, closed: backend.closed };
    await pass(600_000);
    assert.deepEqual([backend.reads.length, backend.sent.length, closed], [reads, sent, 1]);
  });

  it('that is over does not begin again because an answer came late', async () => {
    backend.isOnline = false;
    const held = backend.hold();
    const refreshed = client.refresh('getMe', {});
    await until(() => held.waiting() === 1, 'asked');
    client.dispose();
    held.letGo();
    await refreshed;
    const { closed } = backend;
    const reads = backend.reads.length;
    await pass(600_000);
    assert.deepEqual([backend.reads.length, backend.closed], [reads, closed]);
  });

  it('with another role reads everything anew', async () => {
    client.watch('listNeeds', {}, () => undefined);
    await rest();
    const before = backend.reads.filter((name) => name === 'listNeeds').length;
    await client.refresh('getMe', {});
    await rest();
    assert.equal(backend.reads.filter((name) => name === 'listNeeds').length, before);
    backend.role = 'coreTeam';
    await client.refresh('getMe', {});
    await rest();
    assert.equal(backend.reads.filter((name) => name === 'listNeeds').length, before + 1);
  });

  it('that is over before it began closes what it opened', async () => {
    const late = browser.open().client;
    late.watch('getMe', {}, () => undefined);
    late.dispose();
    await rest();
    assert.equal(backend.closed, 1);
  });
});

describe('the part that writes', () => {
  let browser: Browser;
  let fetched: number;
  let isReachable: boolean;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    browser = new Browser();
    fetched = 0;
    isReachable = true;
  });
  afterEach(() => {
    browser.end();
    mock.timers.reset();
  });
  const open = (backend: string) =>
    browser.open({
      backend,
      fetchWrites: () => {
        fetched += 1;
        return isReachable ? Promise.resolve({ Writes }) : Promise.reject(new TypeError('Failed to fetch'));
      },
    }).client;

  it('is there for whoever writes', async () => {
    const { client } = browser.open({ fetchWrites: undefined });
    await (
      await client.write('saveNeed', need('a'))
    ).confirmed;
    assert.equal(browser.backend.applied.length, 1);
  });

  it('is not fetched on `local:` while nobody writes and nothing waits', async () => {
    const client = open('local:');
    await here(client);
    await rest();
    assert.equal(fetched, 0);
    await client.draft('need ask');
    assert.equal(fetched, 1, 'a form opened');
  });

  it('is fetched beforehand where there is a network to lose', async () => {
    const client = open('https://samen.example/v1');
    await here(client);
    await pass(100);
    await pass(1);
    assert.equal(fetched, 1);
    isReachable = false;
    browser.backend.isOnline = false;
    await client.write('saveNeed', need('a'));
    assert.deepEqual(client.state.waiting, 1);
  });

  it('is fetched when something waits from an earlier visit', async () => {
    browser.backend.faults = ['refused'];
    const first = open('local:');
    await assert.rejects((await first.write('saveNeed', need('a'))).confirmed);
    first.dispose();
    const next = open('local:');
    await here(next);
    await until(() => next.state.refused === 1, 'found');
    assert.equal(fetched, 2);
  });

  it('that does not come makes the write fail, loses no draft, and is fetched at the next', async () => {
    isReachable = false;
    const client = open('local:');
    await here(client);
    await client.saveDraft('need ask', { text: 'getypt' });
    await assert.rejects(client.write('saveNeed', need('a')), (error: SamenError) => error.kind === 'network');
    assert.deepEqual(await client.draft('need ask'), { text: 'getypt' });
    isReachable = true;
    await (
      await client.write('saveNeed', need('a'))
    ).confirmed;
    assert.equal(browser.backend.applied.length, 1);
  });

  it('that does not come while something waits is fetched again later', async () => {
    browser.backend.faults = ['lostBefore'];
    const first = open('local:');
    await first.write('saveNeed', need('a'));
    await rest();
    first.dispose();
    isReachable = false;
    await here(open('local:'));
    await rest();
    isReachable = true;
    await pass(1000);
    await until(() => browser.backend.applied.length === 1, 'sent');
  });
});
