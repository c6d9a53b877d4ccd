import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Caller, assertAnswers, assertManners } from './asking';
import type { Answer, Asked } from './asking';
import { ASKERS, DRIVERS, openScene } from './scene';
import { newId } from '../../../src/model/new-id';
import type { Started } from '../running';

let server: Started;
let caller: Caller;

before(async () => {
  server = await openScene({ SAMEN_LOG: 'warn' });
  caller = new Caller(server.url);
});
after(async () => {
  caller.close();
  await server.close();
  assert.deepEqual(server.logged, [], 'Nothing went wrong within');
});

const JSON_TYPE = 'application/json';
const member = { 'samen-demo-person': ASKERS.member };
const get = (path: string, headers: Record<string, string> = member) => caller.ask({ method: 'GET', path, headers });
/** A new need, with this body. */
const put = (body: string | Buffer | undefined, headers: Record<string, string> = {}): Promise<Answer> => {
  const own = { ...member, 'content-type': JSON_TYPE, 'if-none-match': '*', 'idempotency-key': newId(), ...headers };
  const asked: Asked = { method: 'PUT', path: `/spaces/samen/needs/${newId()}`, headers: own };
  return caller.ask(body === undefined ? asked : { ...asked, body });
};
const NEED = { kind: 'ask', driverId: 'd-een', text: 'Een vraag' };
const pointers = ({ text }: Answer) =>
  (JSON.parse(text) as { errors?: { pointer: string; code: string }[] }).errors?.map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe('a body', () => {
  const withBytes = (bytes: number[]) =>
    Buffer.concat([Buffer.from('{"kind":"ask","driverId":"d-een","text":"a'), Buffer.from(bytes), Buffer.from('"}')]);

  it('is at most 64 kB', async () => {
    const whole = (size: number) => JSON.stringify(NEED).padEnd(size, ' ');
    assertAnswers(await put(whole(64 * 1024)), 201);
    assertAnswers(await put(whole(64 * 1024 + 1)), 413);
    assertAnswers(await put('x'.repeat(1024 * 1024)), 413);
  });

  it('is at most 64 kB also when it does not say how long it is', async () => {
    assertAnswers(await put(JSON.stringify(NEED).padEnd(70_000, ' '), { 'transfer-encoding': 'chunked' }), 413);
  });

  it('that is no JSON is a 400', async () => {
    const whole = JSON.stringify(NEED);
    for (let length = 0; length < whole.length; length += 5) assertAnswers(await put(whole.slice(0, length)), 400);
    for (const said of [
      `${whole}}`,
      `${whole}${whole}`,
      "{'kind':'ask'}",
      '{"a":NaN}',
      '{"a":01}',
      '{,}',
      '\uFEFF\uFEFF{}',
      '{"a":1e}',
    ])
      assertAnswers(await put(said), 400);
  });

  it('that is another thing than an object is a 400', async () => {
    for (const said of ['[]', `[${JSON.stringify(NEED)}]`, 'null', 'true', '1', '"a"', '""', '[[[]]]', '-0'])
      assertAnswers(await put(said), 400);
  });

  it('of another type than JSON is a 415', async () => {
    const types = [
      'text/plain',
      'text/html',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ];
    for (const type of [...types, 'application/jsonp', 'json', ';', 'application/json, text/plain', '*/*'])
      assertAnswers(await put(JSON.stringify(NEED), { 'content-type': type }), 415);
  });

  it('is read as UTF-8, whatever is said of it, and refused when it is not', async () => {
    for (const said of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xc0, 0xaf], [0x80]])
      assertAnswers(await put(withBytes(said)), 400);
    for (const charset of ['utf-16', 'iso-8859-1', 'nonsense'])
      assertAnswers(
        await put(Buffer.from(JSON.stringify(NEED), 'utf16le'), { 'content-type': `${JSON_TYPE}; charset=${charset}` }),
        400,
      );
    assertAnswers(await put(JSON.stringify(NEED), { 'content-type': `${JSON_TYPE}; charset=UTF-8` }), 201);
  });

  it('that is packed is not unpacked', async () => {
    const { status } = await put(JSON.stringify(NEED).padStart(100), { 'content-encoding': 'gzip' });
    assert.ok([201, 400, 415].includes(status), 'It was taken as it stands, or refused');
  });

  it('with a control character, an override or half a character in a text is a 400 that says where', async () => {
    for (const bad of ['\\u0000', '\\u0007', '\\u007f', '\\u202e', '\\u2066', '\\ud800', '\\udc00\\ud800']) {
      const answer = await put(`{"kind":"ask","driverId":"d-een","text":"a${bad}b"}`);
      assertAnswers(answer, 400);
      assert.deepEqual(pointers(answer), ['/text controlCharacters'], bad);
    }
    assertAnswers(await put(withBytes([0])), 400);
  });

  it('with keys that mean something to a language is a 400, at any depth', async () => {
    const checkIn = (inside: string) =>
      caller.ask({
        method: 'PUT',
        path: '/spaces/samen/rounds/ronde-open/check-ins/mine',
        headers: { ...member, 'content-type': JSON_TYPE, 'if-none-match': '*', 'idempotency-key': newId() },
        body: `{"answers":[{"driverId":"d-een","answer":"good"${inside}}]}`,
      });
    const keys = ['"__proto__"', '"constructor"', '"prototype"', '"toString"', '"hasOwnProperty"', '"\\u005f_proto__"'];
    for (const key of keys)
      for (const value of ['{"admin":true}', '{"prototype":{"admin":true}}', '1', 'null', '[]']) {
        assertAnswers(await put(`{"kind":"ask","driverId":"d-een","text":"a",${key}:${value}}`), 400);
        assertAnswers(await put(`{"kind":"ask","driverId":"d-een","text":{${key}:${value}}}`), 400);
        assertAnswers(await checkIn(`,${key}:${value}`), 400);
      }
    assert.equal(({} as Record<string, unknown>)['admin'], undefined);
    assertAnswers(await put(JSON.stringify(NEED)), 201);
  });

  it('that is deep, or of huge numbers, is a 400', async () => {
    const deep = (open: string, close: string, by: number) => open.repeat(by) + close.repeat(by);
    for (const said of [
      deep('[', ']', 30_000),
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
      deep('[', '', 60_000),
    ])
      for (const body of [said, `{"kind":"ask","driverId":"d-een","text":${said}}`])
        assertAnswers(await put(body), 400);
    for (const number of ['1e400', '-1e400', '9'.repeat(5_000), '0.1', '1e-400'])
      assertAnswers(await put(`{"kind":"ask","driverId":"d-een","text":${number}}`), 400);
  });

  it('in which a key stands twice counts once: the last', async () => {
    const answer = assertAnswers(await put('{"kind":"ask","driverId":"d-een","text":"een","text":"twee"}'), 201);
    assert.equal(answer['text'], 'twee');
    assertAnswers(await put('{"kind":"ask","driverId":"d-een","text":"een","text":"\\u0000"}'), 400);
  });

  it('that is not there, or says again what stands elsewhere, is a 400', async () => {
    assertAnswers(await put(undefined), 400);
    for (const twice of [{ id: newId() }, { version: 0 }, { id: newId(), version: 3 }]) {
      const answer = await put(JSON.stringify({ ...NEED, ...twice }));
      assertAnswers(answer, 400);
      assert.deepEqual(
        pointers(answer),
        Object.keys(twice).map((name) => `/${name} unknown`),
      );
    }
  });

  it('is told all that is wrong with it at once', async () => {
    const answer = await put(JSON.stringify({ kind: 'beg', driverId: 'D EEN', text: 'a'.repeat(5_001), more: 1 }));
    assertAnswers(answer, 400);
    assert.deepEqual(pointers(answer)?.sort(), ['/driverId format', '/kind format', '/more unknown', '/text tooLong']);
  });

  it('with settings beyond all measure does not break the round that comes after', async () => {
    const admin = { 'samen-demo-person': ASKERS.admin, 'content-type': JSON_TYPE };
    const core = { 'samen-demo-person': ASKERS.coreTeam, 'content-type': JSON_TYPE };
    const close = { method: 'POST', path: '/spaces/samen/rounds/ronde-open/_close' };
    assertAnswers(
      await caller.ask({ ...close, headers: { ...core, 'if-match': '"1"', 'idempotency-key': newId() }, body: '{}' }),
      200,
    );
    for (const roundIntervalDays of [1e9, 2 ** 53, 1e308]) {
      const { status, headers } = await caller.ask({
        method: 'PATCH',
        path: '/spaces/samen',
        headers: {
          ...admin,
          'if-match': String((await get('/spaces/samen')).headers['etag']),
          'idempotency-key': newId(),
        },
        body: JSON.stringify({ settings: { smallestGroup: 5, smallestSentences: 10, roundIntervalDays } }),
      });
      assert.equal(status, 400, String(headers['etag']));
      const opened = await caller.ask({
        method: 'PUT',
        path: `/spaces/samen/rounds/${newId()}`,
        headers: { ...core, 'if-none-match': '*', 'idempotency-key': newId() },
        body: '{"closesOn":"9999-12-31"}',
      });
      assertManners(opened);
      assert.ok(opened.status < 500, opened.text);
    }
  });
});

describe('an address', () => {
  const bad = [
    '%00',
    '%0a',
    '%2e%2e',
    '..%2felders',
    'samen%2F',
    '%ff',
    '%ed%a0%80',
    '%C0%AF',
    'SAMEN',
    'samen%20',
    '__proto__',
    'constructor',
  ];
  it('with what can be no id in it is a 404, in any part of it', async () => {
    for (const each of [...bad, 'a'.repeat(65), 'a'.repeat(199), '.', '~', 'samen;x', '%F0%9F%98%80']) {
      const { status, ...answer } = await get(`/spaces/${each}`);
      assert.ok([400, 404].includes(status), `${each}: ${String(status)}`);
      assertManners({ status, ...answer });
      const inside = await get(`/spaces/samen/rounds/${each}/summary`);
      assertManners(inside);
      assert.ok([400, 404].includes(inside.status), `${each}: ${String(inside.status)}`);
    }
  });

  it('that cannot be read, or is long, is a 400 or a 404', async () => {
    for (const each of ['%', '%zz', '%f', 'a'.repeat(201), 'a'.repeat(5_000), 'a/'.repeat(2_000)]) {
      const answer = await get(`/spaces/${each}`);
      assertManners(answer);
      assert.ok([400, 404].includes(answer.status), `${each.slice(0, 20)}: ${String(answer.status)}`);
    }
  });

  it('with a slash at its end, twice a slash or another case is a 404', async () => {
    for (const path of [
      '/me/',
      '/health/',
      '/spaces/samen/',
      '/spaces/samen/needs/',
      '/spaces//samen',
      '/Spaces/samen',
      '/spaces/samen/Needs',
      '/',
      '//me',
      '/./me',
      '/../v1/me',
    ])
      assertAnswers(await get(path), 404);
  });

  it('with query keys that are not known is a 400, for reads, writes and all else', async () => {
    for (const path of [
      '/spaces/samen',
      '/spaces/samen/needs',
      '/spaces/samen/intention',
      '/spaces/samen/needs/_suggestions',
      '/me',
      '/spaces/samen/rounds/ronde-dicht/summary',
      '/spaces/samen/events',
      '/health',
      '/openapi.json',
    ])
      for (const key of [
        'more',
        '__proto__',
        'constructor',
        'toString',
        'Limit',
        'limit%00',
        '%ff',
        'personId',
        'version',
      ]) {
        const answer = await get(`${path}?${key}=1`);
        assertAnswers(answer, 400);
      }
    const removal = { method: 'DELETE', path: '/spaces/samen/members/wonen-6?force=1' };
    const headers = { 'samen-demo-person': ASKERS.admin, 'if-match': '"1"', 'idempotency-key': newId() };
    assertAnswers(await caller.ask({ ...removal, headers }), 400);
  });

  it('that asks to look through eyes that are not known, or twice, is a 400; and a preview changes nothing', async () => {
    for (const as of ['as=admin', 'as=', 'as=partner&as=partner', 'as=__proto__', 'as=wonen-3'])
      assertAnswers(await get(`/spaces/samen/meanings?${as}`), 400);
    // Where nothing is looked at through anybody's eyes, it is a key like any other.
    for (const path of ['/health', '/openapi.json', '/spaces/samen/events', '/me'])
      assertAnswers(await get(`${path}?as=partner`), 400);
    const removal = { method: 'DELETE', path: '/spaces/samen/members/wonen-6?as=partner' };
    const headers = { 'samen-demo-person': ASKERS.admin, 'if-match': '"1"', 'idempotency-key': newId() };
    assertAnswers(await caller.ask({ ...removal, headers }), 403);
    assert.match((await get('/spaces/samen/members?limit=100')).text, /"wonen-6"/);
  });

  it('wants a limit of 1 to 100', async () => {
    for (const limit of [
      '0',
      '101',
      '-1',
      '1e9',
      '1000000000',
      '1.5',
      '',
      'ten',
      '0x10',
      '1&limit=2',
      '%31%00',
      ' 1',
      '+1',
      '[]',
    ])
      assertAnswers(await get(`/spaces/samen/needs?limit=${encodeURI(limit)}`), 400);
    for (const limit of ['1', '100', '%31']) assertAnswers(await get(`/spaces/samen/needs?limit=${limit}`), 200);
  });
});

describe('a method', () => {
  it('that an address does not have is a 404', async () => {
    for (const method of ['TRACE', 'PROPFIND', 'PURGE', 'LINK', 'SEARCH', 'POST', 'DELETE', 'PUT'])
      assertAnswers(await caller.ask({ method, path: '/spaces/samen/intention/mine', headers: member }), 404);
    for (const method of ['TRACE', 'POST', 'PROPFIND'])
      assertAnswers(await caller.ask({ method, path: '/spaces/samen', headers: member }), 404);
  });

  it('such as HEAD answers as GET does, without a word', async () => {
    for (const [path, status] of Object.entries({
      '/spaces/samen': 200,
      '/spaces/elders': 404,
      '/nowhere': 404,
      '/me': 200,
    }))
      assertAnswers(await caller.ask({ method: 'HEAD', path, headers: member }), status, 'HEAD');
    assertAnswers(await caller.ask({ method: 'HEAD', path: '/spaces/samen' }), 401, 'HEAD');
  });

  it('such as OPTIONS tells nothing, and lets no origin in that is not listed', async () => {
    for (const headers of [
      {},
      { origin: 'https://elders.example', 'access-control-request-method': 'PUT' },
      { origin: 'null' },
      { origin: 'x' },
    ]) {
      const answer = await caller.ask({
        method: 'OPTIONS',
        path: '/spaces/samen',
        headers: headers as Record<string, string>,
      });
      assertAnswers(answer, 204);
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
    }
  });

  it('is not taken from a header or a body', async () => {
    const headers = {
      ...member,
      'x-http-method-override': 'DELETE',
      'x-http-method': 'DELETE',
      'x-method-override': 'DELETE',
    };
    assertAnswers(await get('/spaces/samen/intention', headers), 200);
    assert.equal(
      (JSON.parse((await get('/spaces/samen/intention')).text) as { drivers: object[] }).drivers.length,
      DRIVERS.length,
    );
  });
});
