import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { FakeBrowser } from './fake-page';
import type { FakePage } from './fake-page';
import { ME, ScriptedServer, json, settled, until } from './scripted-server';
import { refused } from '../conformance/kit';
import { openHttp } from '../../../src/backends/http/open-http';
import type { BackendEvent, SpaceConnection } from '../../../src/contract/backend';

const NEED = { id: 'n-1', version: 0, kind: 'ask', driverId: 'd-een', text: 'Een vraag?' } as const;

let server: ScriptedServer;
let page: FakePage;
let connection: SpaceConnection;
beforeEach(async () => {
  server = await ScriptedServer.start();
  page = new FakeBrowser().openTab();
  connection = await openHttp(server.address, { page }).open('wonen');
});
afterEach(() => {
  connection.close();
});

describe('a question', () => {
  it('travels as the contract says, and is never kept on the way', async () => {
    const requests: RequestInit[] = [];
    const spied: typeof fetch = (url, init) => {
      requests.push(init ?? {});
      return fetch(url, init);
    };
    const spying = await openHttp(server.address, { page: { ...page, fetch: spied } }).open('wonen');
    await spying.read('listNeeds', { limit: 5, driver: 'd-een' });
    const [{ method, url, headers, body } = {}] = server.heard as Partial<(typeof server.heard)[0]>[];
    assert.deepEqual([method, url, body], ['GET', '/v1/spaces/wonen/needs?limit=5&driver=d-een', '']);
    assert.equal(headers?.['samen-client'], '1');
    assert.equal(headers?.['idempotency-key'], undefined);
    assert.equal(headers?.authorization, undefined);
    const { cache, credentials, redirect } = requests[0] ?? {};
    assert.deepEqual(
      { cache, credentials, redirect },
      { cache: 'no-store', credentials: 'same-origin', redirect: 'error' },
    );
  });

  it('who I am is asked once, however many ask at the same time', async () => {
    const [me, again] = await Promise.all([connection.read('getMe', {}), connection.read('getMe', {})]);
    assert.deepEqual([me, again], [ME, ME]);
    assert.deepEqual(
      server.heard.map(({ url }) => url),
      ['/v1/me?space=wonen'],
    );
  });

  it('whose answer says who I am, is the first and only one: it need not be asked beside it', async () => {
    server.script = json(200, { items: [], asOf: '', labels: { me: ME, parties: [], drivers: [] } });
    const events: BackendEvent[] = [];
    const stop = connection.watch((event) => events.push(event));
    await connection.read('listExperiences', { limit: 20 });
    await until('the stream is open', () => server.to('/events').length > 0);
    assert.deepEqual(
      server.heard.map(({ url }) => url),
      ['/v1/spaces/wonen/experiences?limit=20', '/v1/spaces/wonen/events'],
    );
    stop();
  });

  it('who I am is not answered by something that does not know', async () => {
    server.me = json(200, { welkom: true });
    await refused(connection.read('getMe', {}), 'network');
  });

  it('can be put through the eyes of a partner; nothing can be written then', async () => {
    const preview = await openHttp(server.address, { page }).open('wonen', 'partner');
    await preview.read('listNeeds', { limit: 5 });
    assert.equal(server.heard[0]?.url, '/v1/spaces/wonen/needs?limit=5&as=partner');
    await preview.read('getMe', {});
    assert.equal(server.heard[1]?.url, '/v1/me?as=partner&space=wonen');
    await refused(preview.write('saveNeed', NEED, { key: 'k' }), 'forbidden');
    assert.equal(server.heard.length, 2);
  });
});

describe('a write', () => {
  it('carries its key, its precondition, and what was typed in its body only', async () => {
    server.script = json(201, { ...NEED, version: 1 });
    assert.deepEqual(await connection.write('saveNeed', NEED, { key: 'k-1' }), { ...NEED, version: 1 });
    const sent = server.to('/needs/n-1')[0];
    assert.equal(sent?.method, 'PUT');
    assert.equal(sent?.headers['idempotency-key'], 'k-1');
    assert.equal(sent?.headers['if-none-match'], '*');
    assert.equal(sent?.headers['samen-client'], '1');
    assert.deepEqual(JSON.parse(sent?.body ?? ''), { kind: 'ask', driverId: 'd-een', text: 'Een vraag?' });
    await connection.write('fulfilNeed', { id: 'n-1', version: 4 }, { key: 'k-2' });
    assert.equal(server.to('/_fulfil')[0]?.headers['if-match'], '"4"');
  });

  it('is sent once only: sending it again is for the outbox to decide', async () => {
    server.script = json(503, {});
    await refused(connection.write('saveNeed', NEED, { key: 'k' }), 'busy');
    assert.equal(server.to('/needs/n-1').length, 1);
  });
});

describe('somebody else at the same browser', () => {
  const other = { personId: 'jeugd-1', name: 'Bo' };
  const write = () => connection.write('saveNeed', NEED, { key: 'k' });

  it('never has the writes of the first sent as theirs', async () => {
    await connection.read('getMe', {});
    server.me = json(200, other);
    assert.deepEqual(await connection.read('getMe', {}), other);
    await refused(write(), 'notSignedIn');
    assert.deepEqual(server.to('/needs/n-1'), []);
  });

  it('is noticed before a write, when the cookie was not looked at for a while', async () => {
    await connection.read('getMe', {});
    await write();
    assert.equal(server.to('/me').length, 1);
    server.me = json(200, other);
    await page.browser.pass(30_000);
    await refused(write(), 'notSignedIn');
    assert.equal(server.to('/needs/n-1').length, 1);
  });

  it('does not keep the first from writing once they are back', async () => {
    await connection.read('getMe', {});
    server.me = json(200, other);
    await connection.read('getMe', {});
    server.me = json(200, ME);
    await connection.read('getMe', {});
    server.script = json(201, { ...NEED, version: 1 });
    assert.equal((await write()).version, 1);
  });

  it('is not asked for when nobody can say: the write waits', async () => {
    server.me = json(503, {});
    await refused(write(), 'busy');
    server.me = json(401, {});
    await refused(write(), 'notSignedIn');
    assert.deepEqual(server.to('/needs/n-1'), []);
  });

  it('does not hear what is told to the first', async () => {
    const streams: string[] = [];
    server.events = (_heard, response) => {
      streams.push('open');
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
      response.on('close', () => streams.push('closed'));
    };
    connection.watch(() => undefined);
    await until('the stream is open', () => streams.length === 1);
    server.me = json(200, { ...other, member: { ...ME.member, id: 'jeugd-1' } });
    await connection.read('getMe', {});
    await until('it is closed', () => streams.length === 2);
    await page.browser.pass(60_000);
    await settled();
    assert.deepEqual(streams, ['open', 'closed']);
  });
});

describe('watching', () => {
  it('opens one stream for the space, however many watch, and none for who is no member', async () => {
    connection.watch(() => undefined);
    connection.watch(() => undefined);
    await until('the stream is open', () => server.to('/events').length > 0);
    assert.equal(server.heard.at(-1)?.url, '/v1/spaces/wonen/events');
    assert.equal(server.to('/me').length, 1);
    server.me = json(200, { personId: 'vreemde', name: 'V' });
    const stranger = await openHttp(server.address, { page: new FakeBrowser().openTab() }).open('wonen');
    stranger.watch(() => undefined);
    await stranger.read('getMe', {});
    await settled();
    assert.equal(server.to('/events').length, 1);
  });

  it('begins once it is known who watches, also when that could not be asked at first', async () => {
    server.me = json(503, {});
    connection.watch(() => undefined);
    await until('it is asked', () => server.to('/me').length === 1);
    server.me = json(200, ME);
    await connection.read('listRounds', {});
    await until('the stream is open', () => server.to('/events').length === 1);
  });

  it('begins also when something succeeded while that was asked in vain', async () => {
    let refuse: (() => void) | undefined;
    server.me = (heard, response) => (refuse = () => void json(503, {})(heard, response));
    connection.watch(() => undefined);
    await until('it is asked', () => refuse);
    await connection.read('listRounds', {});
    server.me = json(200, ME);
    refuse?.();
    await until('the stream is open', () => server.to('/events').length === 1);
  });

  it('closes the stream when nobody watches any more', async () => {
    const ended: number[] = [];
    server.events = (_heard, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
      response.on('close', () => ended.push(1));
    };
    const events: BackendEvent[] = [];
    const stops = [connection.watch((event) => events.push(event)), connection.watch((event) => events.push(event))];
    await until('it is open', () => events.length === 2);
    stops[0]?.();
    await settled();
    assert.deepEqual(ended, []);
    stops[1]?.();
    await until('it is closed', () => ended.length === 1);
  });

  it('goes on for the others when one listener fails', async (t) => {
    t.mock.method(console, 'error', () => undefined);
    const events: BackendEvent[] = [];
    connection.watch(() => {
      throw new Error('A listener that fails');
    });
    connection.watch((event) => events.push(event));
    await until('it is told', () => events.length === 1);
  });
});
