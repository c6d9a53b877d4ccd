import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { FakeBrowser } from './fake-page';
import type { FakePage } from './fake-page';
import { ScriptedServer, bytes, empty, html, json, until } from './scripted-server';
import type { Script } from './scripted-server';
import { refused } from '../conformance/kit';
import { openHttp } from '../../../src/backends/http/open-http';
import type { SpaceConnection } from '../../../src/contract/backend';
import { SamenError } from '../../../src/model/errors';
import type { SamenErrorKind } from '../../../src/model/errors';

let server: ScriptedServer;
let page: FakePage;
let connection: SpaceConnection;
before(async () => {
  server = await ScriptedServer.start();
});
beforeEach(async () => {
  server.heard.length = server.next.length = 0;
  page = new FakeBrowser().openTab();
  connection = await openHttp(server.address, { page }).open('wonen');
});

const read = (script: Script): Promise<unknown> => {
  server.script = script;
  return connection.read('listRounds', {});
};
async function errorOf(asking: Promise<unknown>): Promise<SamenError> {
  const error: unknown = await asking.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof SamenError, String(error));
  return error;
}

describe('what an answer means', () => {
  it('is what it says, when it is well', async () => {
    const page1 = { items: [], asOf: '7' };
    assert.deepEqual(await read(json(200, page1)), page1);
    assert.deepEqual(await read(json(201, page1)), page1);
    assert.equal(await read(json(200, null)), null);
  });

  for (const [status, kind] of [
    [400, 'invalid'],
    [401, 'notSignedIn'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [405, 'invalid'],
    [407, 'network'],
    [408, 'busy'],
    [409, 'conflict'],
    [412, 'stale'],
    [413, 'invalid'],
    [425, 'busy'],
    [428, 'versionRequired'],
    [429, 'busy'],
    [500, 'busy'],
    [501, 'busy'],
    [503, 'busy'],
    [511, 'network'],
  ] as [number, SamenErrorKind][]) {
    it(`is ${kind} at ${String(status)}`, async () => {
      assert.equal((await errorOf(read(json(status, { type: 'about:blank', status })))).kind, kind);
    });
  }

  it('names every field that is wrong, also in the form of a fragment, also with a code that is not known', async () => {
    const errors = [
      { pointer: '/answers/0/note', code: 'tooLong' },
      { pointer: '#/text', code: 'required' },
      { pointer: '/kind', code: 'somethingNewer' },
      { code: 'toString' },
      'nonsense',
    ];
    const { fields } = await errorOf(read(json(400, { status: 400, errors })));
    assert.deepEqual(fields, [
      { pointer: '/answers/0/note', code: 'tooLong' },
      { pointer: '/text', code: 'required' },
      { pointer: '/kind', code: 'format' },
      { pointer: '', code: 'format' },
    ]);
  });

  it('carries the reason of a conflict, if it is one that has a sentence', async () => {
    assert.equal((await errorOf(read(json(409, { reason: 'alreadyMatched' })))).reason, 'alreadyMatched');
    assert.equal((await errorOf(read(json(409, { reason: 'somethingNewer' })))).reason, undefined);
    assert.equal((await errorOf(read(json(409, { reason: 'constructor' })))).reason, undefined);
  });

  it('carries what is there now, when what was changed is stale', async () => {
    const current = { id: 'a', version: 3 };
    assert.deepEqual((await errorOf(read(json(412, { current })))).current, current);
  });

  it('says how long to wait: in seconds or as a moment, an hour at most', async () => {
    const wait = async (said: string, status = 429) =>
      (await errorOf(read(json(status, {}, { 'Retry-After': said })))).retryAfterSeconds;
    assert.equal(await wait('7'), 7);
    assert.equal(await wait('7', 503), 7);
    assert.equal(await wait('86400'), 3600);
    assert.equal(await wait(new Date(page.now() + 90_000).toUTCString()), 90);
    assert.equal(await wait(new Date(page.now() - 90_000).toUTCString()), undefined);
    assert.equal(await wait('straks'), undefined);
  });

  it('is another version of the API: nothing it says is taken', async () => {
    await refused(read(json(200, { items: [] }, { 'API-Version': '2.0.0' })), 'misconfigured');
    assert.deepEqual(await read(json(200, { items: [] }, { 'API-Version': '1.9.3' })), { items: [] });
  });
});

describe('something else on the way', () => {
  it('that shows a page of its own with 200 is the network', async () => {
    await refused(read(html(200)), 'network');
    await refused(read(json(200, 'x', { 'Content-Type': 'text/plain' })), 'network');
  });

  it('that redirects is the network', async () => {
    server.next.push((_heard, response) => response.writeHead(302, { Location: `${server.address}/elders` }).end());
    await refused(read(json(200, { items: [] })), 'network');
    assert.deepEqual(server.to('/elders'), []);
  });

  it('that says a page is not there, does not say that a thing is not there', async () => {
    await refused(read(html(404)), 'misconfigured');
    await refused(read(html(409)), 'misconfigured');
  });

  it('that is overloaded is busy', async () => {
    for (const status of [408, 429, 500, 502, 503, 504]) await refused(read(html(status)), 'busy');
  });

  it('that wants a session, or takes no such size, is understood', async () => {
    await refused(read(html(401)), 'notSignedIn');
    await refused(read(html(413)), 'invalid');
  });
});

describe('an answer that does not come', () => {
  it('whole is the network, whatever its status', async () => {
    const cutOff =
      (status: number): Script =>
      (_heard, response) => {
        const headers = { 'Content-Type': 'application/json', 'Content-Length': '500' };
        response.writeHead(status, headers).write('{"items": [');
        setTimeout(() => response.destroy(), 10);
      };
    await refused(read(cutOff(200)), 'network');
    await refused(read(cutOff(409)), 'network');
    await refused(
      read((_heard, response) => response.destroy()),
      'network',
    );
    await refused(
      read((_heard, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"items": [')),
      'network',
    );
  });

  it('within 15 seconds to a question is the network', async () => {
    let isOver = false;
    const asking = errorOf(read(() => undefined)).finally(() => (isOver = true));
    await until('it is asked', () => server.to('/rounds').length === 1);
    await page.browser.pass(14_900);
    assert.equal(isOver, false);
    await page.browser.pass(200);
    assert.equal((await asking).kind, 'network');
  });

  it('to its end within 15 seconds is the network too', async () => {
    const asking = errorOf(
      read((_heard, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).write('{')),
    );
    await until('it is asked', () => server.to('/rounds').length === 1);
    await page.browser.pass(15_000);
    assert.equal((await asking).kind, 'network');
  });

  it('within 30 seconds to a write is the network', async () => {
    await connection.read('getMe', {});
    server.script = () => undefined;
    let isOver = false;
    const writing = errorOf(connection.write('openRound', { id: 'r', closesOn: '2026-03-20' }, { key: 'k' })).finally(
      () => (isOver = true),
    );
    await until('it is sent', () => server.to('/rounds/r').length === 1);
    await page.browser.pass(29_900);
    assert.equal(isOver, false);
    await page.browser.pass(200);
    assert.equal((await writing).kind, 'network');
  });

  it('because it was called off is the network', async () => {
    server.script = () => undefined;
    const abort = new AbortController();
    const asking = errorOf(connection.read('listRounds', {}, abort.signal));
    await until('it is asked', () => server.to('/rounds').length === 1);
    abort.abort();
    assert.equal((await asking).kind, 'network');
    assert.equal((await errorOf(connection.read('listRounds', {}, abort.signal))).kind, 'network');
    assert.equal(server.to('/rounds').length, 1);
  });

  it('because nobody is there is the network', async () => {
    const gone = await ScriptedServer.start();
    const { address } = gone;
    gone.close();
    await refused((await openHttp(address).open('wonen')).read('getMe', {}), 'network');
  });
});

describe('an answer that says nothing, on purpose', () => {
  it('stands for the id of what was asked', async () => {
    server.script = empty;
    assert.deepEqual(await connection.write('removeMember', { id: 'jeugd-1', version: 1 }, { key: 'k' }), {
      id: 'jeugd-1',
    });
  });

  it('stands for oneself, where there is one of each person', async () => {
    server.script = empty;
    assert.deepEqual(await connection.write('eraseMeaning', { version: 1 }, { key: 'k' }), { id: 'wonen-2' });
  });
});

describe('an answer that is a picture', () => {
  const picture = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
  const readPicture = (script: Script) => {
    server.script = script;
    return connection.read('getPicture', { id: 'p-1' });
  };

  it('is what it was asked for, with its type and its bytes', async () => {
    for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const) {
      const answer = await readPicture(bytes(200, picture, { 'Content-Type': type }));
      assert.deepEqual(answer, { id: 'p-1', type, data: Buffer.from(picture).toString('base64') });
    }
    assert.equal(server.heard[0]?.url, '/v1/spaces/wonen/pictures/p-1');
    assert.match(String(server.heard[0]?.headers.accept), /image\/\*/);
  });

  it('is an error where it says so, like every other', async () => {
    assert.equal((await errorOf(readPicture(json(404, { status: 404 })))).kind, 'notFound');
    assert.equal((await errorOf(readPicture(json(503, { status: 503 })))).kind, 'busy');
    const other = { 'Content-Type': 'image/png', 'API-Version': '2.0.0' };
    assert.equal((await errorOf(readPicture(bytes(200, picture, other)))).kind, 'misconfigured');
  });

  it('is not what something on the way says, nor a kind that nobody keeps', async () => {
    assert.equal((await errorOf(readPicture(html(200)))).kind, 'network');
    assert.equal((await errorOf(readPicture(json(200, { data: '' })))).kind, 'network');
    for (const type of ['image/svg+xml', 'image/gif', 'text/html', 'toString'])
      assert.equal((await errorOf(readPicture(bytes(200, picture, { 'Content-Type': type })))).kind, 'network', type);
  });

  it('that is cut off may be asked again', async () => {
    const cut = { 'Content-Type': 'image/png', 'Content-Length': '70001' };
    const asked = readPicture((_heard, response) => {
      response.writeHead(200, cut);
      response.write(picture.subarray(0, 100));
      setTimeout(() => response.destroy(), 30);
    });
    assert.equal((await errorOf(asked)).retryable, true);
  });
});

describe('a question that is a POST', () => {
  it('carries what is asked in its body, whose eyes in its query, and no key', async () => {
    server.script = json(200, { items: [], asOf: '7' });
    const preview = await openHttp(server.address, { page }).open('wonen', 'partner');
    await preview.read('searchExperiences', { text: 'de bal', limit: 5 });
    const [heard] = server.heard;
    assert.deepEqual([heard?.method, heard?.url], ['POST', '/v1/spaces/wonen/experiences/_search?as=partner']);
    assert.deepEqual(JSON.parse(heard?.body ?? ''), { text: 'de bal', limit: 5 });
    assert.equal(heard?.headers['idempotency-key'], undefined);
  });
});
