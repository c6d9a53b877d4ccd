import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { FakeBrowser, rest } from './fake-page';
import type { FakePage } from './fake-page';
import { ScriptedServer, html, json, settled, stream, until } from './scripted-server';
import { Requests } from '../../../src/backends/http/request';
import { EventStream } from '../../../src/backends/http/stream';
import { Tokens } from '../../../src/backends/http/tokens';
import type { BackendEvent } from '../../../src/contract/backend';

let server: ScriptedServer;
let page: FakePage;
let events: BackendEvent[];
let opened: EventStream | undefined;
beforeEach(async () => {
  server = await ScriptedServer.start();
  page = new FakeBrowser().openTab();
  events = [];
});
afterEach(() => {
  opened?.close();
});

function open(lastId?: string): EventStream {
  opened = new EventStream({
    path: '/spaces/wonen/events',
    requests: new Requests({ address: server.address, tokens: new Tokens(page.now), page }),
    page,
    lastId,
    onEvent: (event) => events.push(event),
  });
  return opened;
}
const asked = () => server.heard.length;
const lastIds = () => server.heard.map(({ headers }) => headers['last-event-id']);
const RESET = { type: 'reset' };
const changed = (id: string, kind = 'need') => ({ type: 'changed', change: { kind, id } });
const said = (id: string, number: number, event = 'changed') =>
  `id: ${String(number)}\nevent: ${event}\ndata: {"kind":"need","id":"${id}","version":3}\n\n`;

/** A stream that a test speaks through. */
function spoken(): { say: (text: string) => void; end: () => void; isOpen: () => boolean } {
  let response: ServerResponse | undefined;
  server.events = (_heard, fresh) => {
    response = fresh;
    fresh.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
    fresh.on('close', () => (response = undefined));
  };
  return {
    say: (text) => response?.write(text),
    end: () => response?.end(),
    isOpen: () => response !== undefined,
  };
}

describe('what the stream of events says', () => {
  it('is what changed and what is gone, alike, by kind and id', async () => {
    server.events = stream(said('a', 1), said('b', 2, 'gone'));
    open();
    await until('both are told', () => events.length === 3);
    assert.deepEqual(events, [RESET, changed('a'), changed('b')]);
  });

  it('is the same when it comes in pieces, also in the middle of a letter', async () => {
    const bytes = Buffer.from(': één\n\nid: 1\nevent: changed\ndata: {"kind":"één","id":"a"}\n\n');
    server.events = stream(...[...bytes].map((byte) => Uint8Array.of(byte)));
    open();
    await until('it is told', () => events.length === 2);
    assert.deepEqual(events, [RESET, changed('a', 'één')]);
  });

  it('is a reset when too much was missed', async () => {
    server.events = stream('id: 9\nevent: reset\ndata:\n\n', 'event: reset\ndata: {}\n\n');
    open('3');
    await until('both are told', () => events.length === 2);
    assert.deepEqual(events, [RESET, RESET]);
  });

  it('is a reset when it cannot be read, and nothing when it is of a sort that is not known', async () => {
    server.events = stream(
      'event: later\ndata: {}\n\n',
      'event: changed\ndata: {"kind"\n\n',
      'event: gone\ndata: 7\n\n',
    );
    open('3');
    await until('both are told', () => events.length === 2);
    assert.deepEqual(events, [RESET, RESET]);
  });

  it('is a reset when it opens for the first time, for nobody told what changed before', async () => {
    server.events = stream();
    open();
    await until('it is told', () => events.length === 1);
    assert.deepEqual(events, [RESET]);
    assert.equal(server.heard[0]?.headers.accept, 'text/event-stream');
  });
});

describe('a stream that broke', () => {
  it('goes on where it was, without a reset', async () => {
    server.events = stream(said('a', 41));
    open();
    await until('it is told', () => events.length === 2);
    server.events = stream(said('b', 42));
    server.cut();
    await settled();
    await page.browser.pass(1000);
    await until('the next is told', () => events.length === 3);
    assert.deepEqual(lastIds(), [undefined, '41']);
    assert.deepEqual(events.slice(1), [changed('a'), changed('b')]);
  });

  it('goes on after the last event that came whole', async () => {
    server.events = stream(said('a', 41), 'id: 42\nevent: changed\ndata: {"kind":"ne');
    open();
    await until('it is told', () => events.length === 2);
    await settled();
    server.cut();
    await settled();
    await page.browser.pass(1000);
    await until('it is asked again', () => asked() === 2);
    assert.equal(lastIds()[1], '41');
  });

  it('begins anew, with a reset, when its place is no longer understood', async () => {
    server.events = (heard, response) => {
      (heard.headers['last-event-id'] ? json(400, {}) : stream())(heard, response);
    };
    open('van-vroeger');
    await until('it is refused', () => asked() === 1);
    await settled();
    await page.browser.pass(1000);
    await until('it is told', () => events.length === 1);
    assert.deepEqual(lastIds(), ['van-vroeger', undefined]);
    assert.deepEqual(events, [RESET]);
  });

  it('is noticed after 45 seconds of silence; a comment is no silence', async () => {
    const line = spoken();
    open();
    await until('it is open', () => events.length === 1);
    for (let turn = 0; turn < 4; turn += 1) {
      await page.browser.pass(40_000);
      line.say(': nog hier\n\n');
      await settled();
    }
    assert.equal(asked(), 1);
    await page.browser.pass(44_000);
    assert.equal(asked(), 1);
    await page.browser.pass(1000);
    await until('the connection is let go', () => !line.isOpen());
    await page.browser.pass(1000);
    await until('it is asked again', () => asked() === 2);
  });

  it('is noticed when it never answers at all', async () => {
    server.events = () => undefined;
    open();
    await until('it is asked', () => asked() === 1);
    await page.browser.pass(45_000);
    await settled();
    await page.browser.pass(1000);
    await until('it is asked again', () => asked() === 2);
  });

  it('is opened again ever later, up to a minute, and soon again after it has lasted', async () => {
    server.events = html(502);
    open();
    for (const [turn, seconds] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
      await until(`it is asked ${String(turn + 1)} times`, () => asked() === turn + 1);
      await settled();
      await page.browser.pass(seconds * 1000 - 1);
      assert.equal(asked(), turn + 1);
      await page.browser.pass(1);
    }
    await until('it is asked', () => asked() === 9);
    await settled();
    const line = spoken();
    await page.browser.pass(60_000);
    await until('it is open', line.isOpen);
    await until('it is told', () => events.length === 1);
    await page.browser.pass(10_000);
    line.end();
    await settled();
    await page.browser.pass(1000);
    await until('it is asked', () => asked() === 11);
  });

  it('is not opened again without a pause when the backend closes it each time', async () => {
    server.events = (_heard, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).end();
    };
    open();
    await until('it is asked', () => asked() === 1);
    await settled();
    await page.browser.pass(1000);
    await until('it is asked again', () => asked() === 2);
    await settled();
    await page.browser.pass(1000);
    await settled();
    assert.equal(asked(), 2);
  });

  it('is left alone for as long as the backend asks, also when the network is back', async () => {
    server.events = json(503, {}, { 'Retry-After': '300' });
    open();
    await until('it is asked', () => asked() === 1);
    await settled();
    await page.browser.pass(299_000);
    page.sign('online');
    await settled();
    assert.equal(asked(), 1);
    await page.browser.pass(1000);
    await until('it is asked again', () => asked() === 2);
  });

  it('is opened at once when the network is back', async () => {
    server.events = html(502);
    open();
    await until('it is asked', () => asked() === 1);
    await settled();
    page.sign('online');
    await until('it is asked again', () => asked() === 2);
  });

  it('is tried slowly, not never, while the browser believes there is no network', async () => {
    page.online = false;
    server.events = html(502);
    open();
    await until('it is asked', () => asked() === 1);
    await settled();
    await page.browser.pass(59_000);
    assert.equal(asked(), 1);
    await page.browser.pass(1000);
    await until('it is asked again', () => asked() === 2);
  });

  it('by something else that answers with a page is opened again', async () => {
    server.events = html(200);
    open();
    await until('it is asked', () => asked() === 1);
    await settled();
    assert.deepEqual(events, []);
    await page.browser.pass(1000);
    await until('it is asked again', () => asked() === 2);
  });
});

describe('a stream without a session', () => {
  it('waits until a request succeeds', async () => {
    server.events = json(401, {});
    const one = open();
    await until('it stops', () => one.isStopped);
    await page.browser.pass(3_600_000);
    page.sign('online');
    await settled();
    assert.equal(asked(), 1);
    server.events = stream();
    one.wake();
    await until('it is open', () => events.length === 1);
    assert.equal(one.isStopped, false);
  });
});

describe('a stream that is closed', () => {
  it('lets the connection go, and tells nothing more', async () => {
    const line = spoken();
    const one = open();
    await until('it is open', () => events.length === 1);
    line.say(said('a', 1));
    one.close();
    await until('it is let go', () => !line.isOpen());
    await page.browser.pass(600_000);
    page.sign('online');
    await rest();
    await settled();
    assert.equal(asked(), 1);
    assert.deepEqual(events, [RESET]);
  });

  it('is not opened when it was closed while it waited', async () => {
    server.events = html(502);
    const one = open();
    await until('it is asked', () => asked() === 1);
    await settled();
    one.close();
    await page.browser.pass(600_000);
    await settled();
    assert.equal(asked(), 1);
  });
});
