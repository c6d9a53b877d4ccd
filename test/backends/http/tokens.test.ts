import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { FakeBrowser } from './fake-page';
import type { FakePage } from './fake-page';
import { ME, ScriptedServer, json, until } from './scripted-server';
import { refused } from '../conformance/kit';
import { openHttp } from '../../../src/backends/http/open-http';
import { Tokens, provideToken } from '../../../src/backends/http/tokens';
import type { SpaceConnection } from '../../../src/contract/backend';

const jwt = (exp: number, sub = 'anna'): string => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ exp, sub, name: 'Zoë ÿ?>' })}.ondertekend`;
};

describe('an access token', () => {
  let now = 1_800_000_000_000;
  const seconds = () => now / 1000;

  it('is asked of the page once, and kept until half a minute before its end', async () => {
    const tokens = new Tokens(() => now);
    let asked = 0;
    tokens.provide(() => Promise.resolve(jwt(seconds() + 300, String((asked += 1)))));
    const first = await tokens.current();
    now += 269_000;
    assert.equal(await tokens.current(), first);
    now += 2000;
    assert.notEqual(await tokens.current(), first);
    assert.equal(asked, 2);
  });

  it('that does not say when it ends is kept until it is refused', async () => {
    const tokens = new Tokens(() => now);
    let asked = 0;
    tokens.provide(() => Promise.resolve(`token-${String((asked += 1))}`));
    assert.equal(await tokens.current(), 'token-1');
    now += 86_400_000;
    assert.equal(await tokens.current(), 'token-1');
    assert.equal(await tokens.instead('token-1'), 'token-2');
    assert.equal(await tokens.current(), 'token-2');
  });

  it('is renewed once, however many ask', async () => {
    const tokens = new Tokens(() => now);
    let asked = 0;
    tokens.provide(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return `token-${String((asked += 1))}`;
    });
    assert.deepEqual(await Promise.all([tokens.current(), tokens.current()]), ['token-1', 'token-1']);
    const again = await Promise.all([tokens.instead('token-1'), tokens.instead('token-1')]);
    // One that was refused before the renewal, and hears of it only after.
    assert.deepEqual([...again, await tokens.instead('token-1')], ['token-2', 'token-2', 'token-2']);
    assert.equal(asked, 2);
  });

  it('of a provider that was replaced while it was asked is not used', async () => {
    const tokens = new Tokens(() => now);
    let hand: (token: string) => void = () => undefined;
    tokens.provide(() => new Promise((resolve) => (hand = resolve)));
    const asking = tokens.current();
    tokens.provide(() => Promise.resolve('van-de-nieuwe'));
    hand('van-de-oude');
    assert.equal(await asking, 'van-de-nieuwe');
    assert.equal(await tokens.current(), 'van-de-nieuwe');
  });

  it('that the page could not get is the network, and is asked again', async () => {
    const tokens = new Tokens(() => now);
    const answers = [Promise.reject(new TypeError('fetch failed')), Promise.resolve('token')];
    tokens.provide(() => answers.shift() ?? Promise.resolve(undefined));
    await refused(tokens.current(), 'network');
    assert.equal(await tokens.current(), 'token');
  });

  it('is asked of nobody for what is no address', () => {
    assert.throws(() => provideToken('http://intranet.example/v1', () => Promise.resolve('t')), {
      kind: 'misconfigured',
    });
  });
});

describe('a backend for which the page hands in tokens', () => {
  let server: ScriptedServer;
  let page: FakePage;
  let connection: SpaceConnection;
  let given: (string | undefined)[];
  let asked: number;
  let good: string;
  beforeEach(async () => {
    server = await ScriptedServer.start();
    page = new FakeBrowser().openTab();
    given = ['token-1', 'token-2', 'token-3'];
    asked = 0;
    good = 'token-1';
    provideToken(server.address, () => Promise.resolve(given[Math.min((asked += 1), given.length) - 1]));
    connection = await openHttp(server.address, { page }).open('wonen');
    server.script = (heard, response) => {
      const isGood = heard.headers.authorization === `Bearer ${good}`;
      (isGood ? json(200, { items: [] }) : json(401, {}))(heard, response);
    };
  });

  it('gets the token with each request, and it is asked of the page once', async () => {
    await connection.read('listRounds', {});
    await connection.read('listNeeds', {});
    assert.deepEqual(
      server.heard.map(({ headers }) => headers.authorization),
      ['Bearer token-1', 'Bearer token-1'],
    );
    assert.equal(asked, 1);
  });

  it('is asked once more with a fresh one when that was refused', async () => {
    good = 'token-2';
    assert.deepEqual(await connection.read('listRounds', {}), { items: [] });
    assert.equal(server.heard.length, 2);
    good = 'token-9';
    await refused(connection.read('listRounds', {}), 'notSignedIn');
    assert.equal(server.heard.length, 4);
  });

  it('is not asked again with the token it refused', async () => {
    given = ['token-1'];
    good = 'token-9';
    await refused(connection.read('listRounds', {}), 'notSignedIn');
    assert.equal(server.heard.length, 1);
  });

  it('sends the same write under the same key with the fresh token', async () => {
    await connection.read('getMe', {});
    good = 'token-2';
    await connection.write('openRound', { id: 'r', closesOn: '2026-03-20' }, { key: 'k' });
    const keys = server
      .to('/rounds/r')
      .map(({ headers }) => `${headers.authorization ?? ''} ${String(headers['idempotency-key'])}`);
    assert.deepEqual(keys, ['Bearer token-1 k', 'Bearer token-2 k']);
  });

  it('is not sent a write with a fresh token that turns out to be somebody else’s', async () => {
    server.me = (heard, response) => {
      const me = heard.headers.authorization === 'Bearer token-1' ? ME : { personId: 'jeugd-1', name: 'Bo' };
      json(200, me)(heard, response);
    };
    await connection.read('getMe', {});
    good = 'token-2';
    await refused(connection.write('openRound', { id: 'r', closesOn: '2026-03-20' }, { key: 'k' }), 'notSignedIn');
    assert.deepEqual(
      server.to('/rounds/r').map(({ headers }) => headers.authorization),
      ['Bearer token-1'],
    );
  });

  it('is not waited for when the page never hands in its token', async () => {
    provideToken(server.address, () => new Promise(() => undefined));
    const asking = refused(connection.read('listRounds', {}), 'network');
    await page.browser.pass(15_000);
    await asking;
  });

  it('gets the token on its stream too, and a fresh one when it has ended', async () => {
    server.events = (heard, response) => {
      if (heard.headers.authorization !== 'Bearer token-2') json(401, {})(heard, response);
      else response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
    };
    const events: unknown[] = [];
    connection.watch((event) => events.push(event));
    await until('the stream is open', () => events.length === 1);
    assert.equal(server.to('/events').length, 2);
    connection.close();
  });

  it('is asked with cookies again when the page takes its provider back', async () => {
    provideToken(server.address, () => Promise.resolve('token-8'))();
    await refused(connection.read('listRounds', {}), 'notSignedIn');
    assert.equal(server.heard[0]?.headers.authorization, undefined);
    // The way back of one that was replaced takes nothing away.
    const stopOld = provideToken(server.address, () => Promise.resolve('oud'));
    provideToken(server.address, () => Promise.resolve('token-1'));
    stopOld();
    await connection.read('listRounds', {});
  });

  it('is asked with a cookie from elsewhere, only when there is no token', async () => {
    const credentials: unknown[] = [];
    const spied: typeof fetch = (url, init) => {
      credentials.push(init?.credentials);
      return fetch(url, init);
    };
    Object.defineProperty(globalThis, 'location', { configurable: true, value: { href: 'https://intranet.example/' } });
    const elsewhere = openHttp(server.address, { page: { ...page, fetch: spied } });
    Reflect.deleteProperty(globalThis, 'location');
    const there = await elsewhere.open('wonen');
    await there.read('listRounds', {});
    provideToken(server.address, () => Promise.resolve(undefined));
    await refused(there.read('listRounds', {}), 'notSignedIn');
    assert.deepEqual(credentials, ['same-origin', 'include']);
  });
});
