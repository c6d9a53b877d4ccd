import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { FakeBrowser, rest } from './fake-page';
import type { FakePage } from './fake-page';
import { ScriptedServer, json, until } from './scripted-server';
import { SharedStream } from '../../../src/backends/http/leader';
import type { Stream, StreamHandlers } from '../../../src/backends/http/leader';
import { openHttp } from '../../../src/backends/http/open-http';
import type { BackendEvent } from '../../../src/contract/backend';

/** The stream a leader has open, as a test speaks through it: like the real one it begins with a reset. */
class FakeStream implements Stream {
  isStopped = false;
  isClosed = false;
  woken = 0;
  lastId: string | undefined;

  constructor(
    readonly tab: Tab,
    readonly handlers: StreamHandlers,
  ) {
    this.lastId = handlers.lastId;
    if (this.lastId === undefined) setImmediate(() => this.#tell({ type: 'reset' }));
  }

  say(id: string, number: number): void {
    this.lastId = String(number);
    this.#tell({ type: 'changed', change: { kind: 'need', id } });
    this.handlers.onAlive();
  }

  wake(): void {
    this.woken += 1;
    this.isStopped = false;
  }

  close(): void {
    this.isClosed = true;
  }

  #tell(event: BackendEvent): void {
    if (!this.isClosed && this.tab.page.runs) this.handlers.onEvent(event);
  }
}

interface Tab {
  page: FakePage;
  shared: SharedStream;
  /** What it was told: `reset`, or the id of what changed. */
  told: string[];
}

let browser: FakeBrowser;
let streams: FakeStream[];
let tabs: Tab[];
beforeEach(() => {
  browser = new FakeBrowser();
  streams = [];
  tabs = [];
});
afterEach(() => {
  for (const { shared } of tabs) shared.close();
});

async function openTab(options: Parameters<FakeBrowser['openTab']>[0] = {}, name = 'samen:live'): Promise<Tab> {
  const page = browser.openTab(options);
  const tab: Tab = { page, told: [], shared: undefined as never };
  tab.shared = new SharedStream({
    name,
    page,
    openStream: (handlers) => {
      const one = new FakeStream(tab, handlers);
      streams.push(one);
      return one;
    },
    onEvent: (event) => tab.told.push(event.type === 'changed' ? event.change.id : event.type),
  });
  tabs.push(tab);
  await rest();
  return tab;
}
const openStreams = () => streams.filter(({ isClosed, tab }) => !isClosed && tab.page.runs);
/** The one stream there is. */
function theStream(): FakeStream {
  const open = openStreams();
  assert.equal(open.length, 1, `${String(open.length)} streams are open`);
  return open[0] as FakeStream;
}
async function say(id: string, number: number): Promise<void> {
  theStream().say(id, number);
  await rest();
}

describe('the tabs of one browser', () => {
  it('share one stream, and are all told what it says', async () => {
    const [one, two, three] = [await openTab(), await openTab(), await openTab()];
    assert.equal(streams.length, 1);
    await say('a', 1);
    assert.deepEqual([one.told, two.told, three.told], [['reset', 'a'], ['a'], ['a']]);
  });

  it('share it per backend, space and person only', async () => {
    const [one, other] = [await openTab(), await openTab({}, 'samen:live of another')];
    assert.equal(openStreams().length, 2);
    streams[0]?.say('a', 1);
    await rest();
    assert.deepEqual([one.told, other.told], [['reset', 'a'], ['reset']]);
  });

  it('keep one leader for as long as it lives: it beats', async () => {
    const one = await openTab();
    await openTab();
    await openTab();
    await browser.pass(300_000);
    assert.equal(streams.length, 1);
    assert.equal(theStream().tab, one);
  });

  for (const [what, options] of [
    ['Web Locks', { hasLocks: false }],
    ['a way to speak to each other', { hasChannels: false }],
  ] as const) {
    it(`each have a stream of their own without ${what}`, async () => {
      const [one, two] = [await openTab(options), await openTab(options)];
      assert.equal(openStreams().length, 2);
      streams[1]?.say('a', 1);
      await rest();
      assert.deepEqual([one.told, two.told], [['reset'], ['reset', 'a']]);
    });
  }

  it('each have a stream of their own where locks are refused, as in a sandboxed frame', async () => {
    browser.locks.tab = () => ({
      locks: { request: () => Promise.reject(new DOMException('No', 'SecurityError')) } as unknown as LockManager,
      kill: () => undefined,
      deliver: () => undefined,
    });
    await openTab();
    await openTab();
    assert.equal(openStreams().length, 2);
  });
});

describe('when the leader is gone', () => {
  it('killed, the next goes on at once where it was, and nobody misses anything', async () => {
    const [one, two, three] = [await openTab(), await openTab(), await openTab()];
    await say('a', 7);
    one.page.kill();
    await rest();
    assert.equal(theStream().tab, two);
    assert.equal(theStream().handlers.lastId, '7');
    await say('b', 8);
    assert.deepEqual(
      [two.told, three.told],
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
    );
  });

  it('before anything was said, all are told that they may have missed something', async () => {
    const [one, two, three] = [await openTab(), await openTab(), await openTab()];
    one.page.kill();
    await rest();
    assert.deepEqual([two.told, three.told], [['reset'], ['reset']]);
  });

  it('a tab that came later knows from its beat where the stream is', async () => {
    const one = await openTab();
    await say('a', 7);
    const late = await openTab();
    await browser.pass(10_000);
    one.page.kill();
    await rest();
    assert.equal(theStream().handlers.lastId, '7');
    assert.deepEqual(late.told, []);
  });

  it('closed, because nothing on its page watches any more, the next goes on', async () => {
    const [one, two] = [await openTab(), await openTab()];
    one.shared.close();
    await rest();
    assert.equal(theStream().tab, two);
    assert.equal(streams[0]?.isClosed, true);
  });

  it('all tabs closed leave no stream', async () => {
    const [one, two] = [await openTab(), await openTab()];
    two.shared.close();
    one.shared.close();
    await browser.pass(60_000);
    assert.equal(openStreams().length, 0);
  });
});

describe('when the leader hangs with the lock in its hands', () => {
  it('another steals it after 25 seconds of silence, and goes on where it was', async () => {
    const [one, two, three] = [await openTab(), await openTab(), await openTab()];
    await say('a', 7);
    one.page.hang();
    await browser.pass(24_000);
    assert.equal(openStreams().length, 0);
    await browser.pass(6000);
    assert.notEqual(theStream().tab, one);
    assert.equal(theStream().handlers.lastId, '7');
    await say('b', 8);
    assert.deepEqual(
      [two.told, three.told],
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
    );
    await browser.pass(120_000);
    assert.equal(openStreams().length, 1);
  });

  it('and it comes back: it follows, and is told that it may have missed something', async () => {
    const [one, two] = [await openTab(), await openTab()];
    await say('a', 7);
    one.page.hang();
    await browser.pass(30_000);
    await say('b', 8);
    one.page.goOn();
    await rest();
    assert.equal(theStream().tab, two);
    assert.deepEqual(
      one.told.filter((each) => each !== 'b'),
      ['reset', 'a', 'reset'],
    );
    await say('c', 9);
    assert.equal(one.told.at(-1), 'c');
    two.page.kill();
    await rest();
    assert.equal(theStream().tab, one);
  });

  it('is not taken for hanging while its stream is alive, though its timers hardly run', async () => {
    const [one] = [await openTab(), await openTab()];
    one.page.timersRun = false;
    for (let turn = 1; turn < 10; turn += 1) {
      await browser.pass(20_000);
      streams[0]?.handlers.onAlive();
      await rest();
    }
    assert.equal(streams.length, 1);
  });
});

describe('when the leader is frozen or left', () => {
  it('it lets go first: the next goes on at once, and it follows when it returns', async () => {
    const [one, two] = [await openTab(), await openTab()];
    await say('a', 7);
    await one.page.freeze();
    await rest();
    assert.equal(theStream().tab, two);
    assert.equal(theStream().handlers.lastId, '7');
    await say('b', 8);
    assert.deepEqual(one.told, ['reset', 'a']);
    one.page.thaw();
    await rest();
    assert.deepEqual(one.told, ['reset', 'a', 'reset']);
    await say('c', 9);
    assert.deepEqual([one.told.at(-1), two.told.at(-1)], ['c', 'c']);
  });

  it('a frozen follower is passed over', async () => {
    const [one, two, three] = [await openTab(), await openTab(), await openTab()];
    await two.page.freeze();
    one.page.kill();
    await rest();
    assert.equal(theStream().tab, three);
  });

  it('a page alone opens its stream anew when it returns', async () => {
    const one = await openTab({ hasLocks: false });
    await one.page.freeze();
    assert.equal(streams[0]?.isClosed, true);
    one.page.thaw();
    await rest();
    assert.equal(openStreams().length, 1);
  });
});

describe('when the leader is hidden', () => {
  it('it hands over to a tab that is seen, and nothing is missed', async () => {
    const [one, two, three] = [await openTab(), await openTab({ isHidden: true }), await openTab()];
    await say('a', 7);
    one.page.hide();
    await rest();
    assert.equal(theStream().tab, three);
    assert.equal(theStream().handlers.lastId, '7');
    await say('b', 8);
    assert.deepEqual(
      [one.told, two.told, three.told],
      [
        ['reset', 'a', 'b'],
        ['a', 'b'],
        ['a', 'b'],
      ],
    );
  });

  it('it stays leader while no other is seen, and hands over to the first that is', async () => {
    const [one, two] = [await openTab(), await openTab({ isHidden: true })];
    one.page.hide();
    await browser.pass(60_000);
    assert.equal(theStream().tab, one);
    two.page.show();
    await rest();
    assert.equal(theStream().tab, two);
  });

  it('one of two that ask gets it, once', async () => {
    const one = await openTab();
    await openTab();
    await openTab();
    one.page.hide();
    await rest();
    await browser.pass(60_000);
    assert.equal(streams.length, 2);
    assert.equal(openStreams().length, 1);
  });

  it('and who asked is gone before it took it, the next that asks gets it', async () => {
    const [one, two] = [await openTab(), await openTab()];
    one.page.hide();
    two.page.kill();
    await rest();
    assert.equal(theStream().tab, one);
    const three = await openTab();
    await browser.pass(30_000);
    assert.equal(theStream().tab, three);
  });
});

describe('when the stream stopped for want of a session', () => {
  it('a request that succeeds in any tab wakes it', async () => {
    const [one, two] = [await openTab(), await openTab()];
    theStream().isStopped = true;
    await browser.pass(10_000);
    two.shared.wake();
    await rest();
    assert.equal(theStream().woken, 1);
    one.shared.wake();
    assert.equal(theStream().woken, 2);
  });
});

describe('two tabs on a real wire', () => {
  const setUp = async () => {
    const server = await ScriptedServer.start();
    server.script = json(200, { items: [] });
    let say: (text: string) => void = () => undefined;
    server.events = (_heard, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
      say = (text) => response.write(text);
    };
    const open = async () => {
      const connection = await openHttp(server.address, { page: browser.openTab() }).open('wonen');
      const events: BackendEvent[] = [];
      connection.watch((event) => events.push(event));
      return { connection, events };
    };
    return { server, open, say: (text: string) => say(text) };
  };

  it('open one connection, and both hear; it moves when the first is closed', async () => {
    const { server, open, say } = await setUp();
    const one = await open();
    await until('it is open', () => one.events.length === 1);
    const two = await open();
    await two.connection.read('getMe', {});
    await rest();
    assert.equal(server.to('/events').length, 1);
    say('id: 5\nevent: changed\ndata: {"kind":"need","id":"a"}\n\n');
    const isTold = ({ events }: typeof one) => events.at(-1)?.type === 'changed';
    await until('both are told', () => isTold(one) && isTold(two));
    one.connection.close();
    await until('the other goes on', () => server.to('/events').length === 2);
    assert.equal(server.to('/events')[1]?.headers['last-event-id'], '5');
    two.connection.close();
  });

  it('are told that they may have missed something, when they read before they were watching', async () => {
    const { open } = await setUp();
    const one = await open();
    await until('it is open', () => one.events.length === 1);
    const two = await open();
    await two.connection.read('listRounds', {});
    await two.connection.read('getMe', {});
    await until('it is told', () => two.events.length === 1);
    assert.deepEqual(two.events, [{ type: 'reset' }]);
    const three = await open();
    await three.connection.read('getMe', {});
    await three.connection.read('listRounds', {});
    await rest();
    assert.deepEqual(three.events, []);
    for (const { connection } of [one, two, three]) connection.close();
  });
});
