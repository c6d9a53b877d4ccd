import assert from 'node:assert/strict';
import { hkdfSync } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Caller, assertAnswers, assertManners } from './asking';
import type { Answer } from './asking';
import { EVERY_WRITE, aNeed } from './every-write';
import { ASKERS, OTHER_SPACE, ROUNDS, SPACE, openScene, overheard, setScene } from './scene';
import type { AskerName } from './scene';
import { head, talk } from './sockets';
import { isRead } from '../../../src/contract/old-after';
import { OPERATIONS, wireOf } from '../../../src/contract/all-operations';
import type { Input, OperationName, WriteName } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';
import { toCursor } from '../../../src/server/database/queries';
import { Marks } from '../../../src/server/live/marks';
import type { Started } from '../running';

let server: Started;
let caller: Caller;

before(async () => {
  server = await openScene({ SAMEN_LOG: 'warn' });
  caller = new Caller(server.url);
});
beforeEach(() => setScene(server));
after(async () => {
  caller.close();
  await server.close();
  assert.deepEqual(server.logged, [], 'Nothing went wrong within');
});

const as = (asker: AskerName): Record<string, string> => {
  const person = ASKERS[asker];
  return person ? { 'samen-demo-person': person } : {};
};
const get = (path: string, asker: AskerName = 'member') => caller.ask({ method: 'GET', path, headers: as(asker) });

/** A write as the client sends it, but for what is said of its headers. */
function write<N extends WriteName>(
  asker: AskerName,
  operation: N,
  input: Input<N>,
  { key = newId(), space = SPACE, ...headers }: { key?: string; space?: string } & Record<string, string> = {},
): Promise<Answer> {
  const wire = wireOf(operation, space, input);
  const all = { ...wire.headers, 'Idempotency-Key': key, ...as(asker), ...headers };
  return caller.ask({
    method: wire.method,
    path: wire.path,
    headers: all,
    ...(wire.body !== undefined && { body: wire.body }),
  });
}
const read = ({ text }: Answer): unknown => (text === '' ? undefined : JSON.parse(text));
describe('a cursor', () => {
  const lists = ['needs', 'members', 'meanings', 'rounds'];

  it('that is none of ours is a 400, for every list', async () => {
    const place = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = [
      'x',
      '%00',
      '%F0%9F%98%80',
      'a'.repeat(501),
      place({}),
      place([]),
      place(['1']),
      place(['1', 2]),
      place(['1', 'a', 'b']),
    ];
    const odd = [
      place(["' or 1=1", 'a']),
      place(['1', "a'--"]),
      place(['1', '\0']),
      place([null, 'a']),
      place('1a'),
      place(['9999999999', 'a']),
    ];
    for (const list of lists)
      for (const cursor of [...none, ...odd, '', '1&cursor=2'])
        assertAnswers(await get(`/spaces/samen/${list}?cursor=${cursor}`), 400);
  });

  it('of another list is a 400, or goes on from there', async () => {
    for (const list of lists)
      for (const [newest, id] of [
        ['', 'wonen-2'],
        ['2', 'ronde-dicht'],
        ['2026-02-01', 'vraag-beleid'],
        ['2026-99-99', 'a'],
        ['999999999', 'a'],
        ['0', '.'],
      ] as const) {
        const answer = await get(`/spaces/samen/${list}?cursor=${toCursor([newest, id])}`);
        assertManners(answer);
        assert.ok([200, 400].includes(answer.status), `${list} after ${newest} ${id}: ${answer.text}`);
        assert.deepEqual(overheard('member', answer.text), []);
      }
  });

  it('of another space, or tampered with, shows nothing that is not for who asks', async () => {
    const there = JSON.parse((await get('/spaces/elders/members?limit=1', 'neighbour')).text) as {
      nextCursor?: string;
    };
    for (const cursor of [there.nextCursor ?? toCursor(['', 'buur-0']), toCursor(['', 'a'])])
      for (const asker of ['member', 'partner', 'admin', 'neighbour', 'stranger'] as const)
        for (const list of lists) {
          const answer = await get(`/spaces/samen/${list}?cursor=${cursor}`, asker);
          assertManners(answer);
          assert.deepEqual(overheard(asker, answer.text), []);
        }
  });

  it('goes on where the page before ended, once over all', async () => {
    const ids: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const answer = await get(`/spaces/samen/members?limit=7${cursor && `&cursor=${cursor}`}`);
      const page = JSON.parse(answer.text) as { items: { id: string }[]; nextCursor?: string };
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    assert.deepEqual(ids, [...new Set(ids)].sort());
    assert.equal(ids.length, 22);
  });
});

describe('a precondition', () => {
  const close = (headers: Record<string, string>, asker: AskerName = 'coreTeam') =>
    caller.ask({
      method: 'POST',
      path: `/spaces/samen/rounds/${ROUNDS.open}/_close`,
      headers: { ...as(asker), 'Idempotency-Key': newId(), ...headers },
    });

  it('that is missing is a 428, and none that another wants will do', async () => {
    assertAnswers(await close({}), 428);
    assertAnswers(await close({ 'If-None-Match': '*' }), 428);
    const removal = { method: 'DELETE', path: '/spaces/samen/members/wonen-6' };
    assertAnswers(await caller.ask({ ...removal, headers: { ...as('admin'), 'Idempotency-Key': newId() } }), 428);
    assertAnswers(
      await write('coreTeam', 'openRound', { id: newId(), closesOn: '2026-04-01' }, { 'If-None-Match': '"1"' }),
      400,
    );
    const { 'If-None-Match': _none, ...bare } = wireOf('saveNeed', SPACE, aNeed()).headers;
    const asked = { method: 'PUT', path: `/spaces/samen/needs/${newId()}`, body: '{}' };
    for (const headers of [bare, { ...bare, 'If-Unmodified-Since': 'Tue, 24 Nov 2026 04:18:34 GMT' }])
      assertAnswers(
        await caller.ask({ ...asked, headers: { ...headers, ...as('member'), 'Idempotency-Key': newId() } }),
        428,
      );
    assertAnswers(
      await caller.ask({
        method: 'PUT',
        path: '/spaces/nieuw',
        body: '{"name":"Nieuw"}',
        headers: { ...bare, ...as('admin'), 'If-Match': '"1"', 'Idempotency-Key': newId() },
      }),
      428,
    );
  });

  it('of a kind that is none is a 400', async () => {
    for (const match of [
      '*',
      '1',
      '""',
      '"x"',
      'W/"1"',
      '"1", "2"',
      '"-1"',
      '"1.5"',
      '"1e3"',
      '"9999999999"',
      "'1'",
      '" 1"',
      '"١"'.replace('١', '\xb9'),
    ])
      assertAnswers(await close({ 'If-Match': match }), 400);
  });

  it('may not be two', async () => {
    assertAnswers(await close({ 'If-Match': '"1"', 'If-None-Match': '*' }), 400);
    assertAnswers(await write('member', 'saveNeed', aNeed(), { 'If-Match': '"1"' }), 400);
  });

  it('of another version is a 412 with what is there now, and a 404 for who may not see it', async () => {
    for (const match of ['"0"', '"7"', '"999999999"']) {
      const answer = await close({ 'If-Match': match });
      const { current } = assertAnswers(answer, 412);
      assert.equal((current as { id: string }).id, ROUNDS.open);
      assert.equal(answer.headers['etag'], '"1"');
      for (const asker of ['stranger', 'neighbour'] as const)
        assertAnswers(await close({ 'If-Match': match }, asker), 404);
    }
    const again = await write('member', 'saveMeaning', { version: 0, text: 'Nog een', audience: 'me' });
    assert.equal((assertAnswers(again, 412)['current'] as { version: number }).version, 1);
  });
});

describe('an Idempotency-Key', () => {
  it('that is missing, too long or no key is a 400', async () => {
    for (const key of ['', 'a'.repeat(65), 'a b', 'a\tb', '\xe9', 'a,b', '"', '""', 'a;b', '../a', '%00', '"a'])
      assertAnswers(await write('member', 'saveNeed', aNeed(), { key }), 400);
    const { method, path, headers, body } = wireOf('saveNeed', SPACE, aNeed());
    assertAnswers(
      await caller.ask({ method, path, headers: { ...headers, ...as('member') }, ...(body && { body }) }),
      400,
    );
    for (const key of ['a'.repeat(64), '"quoted-1"', '__proto__', 'constructor'])
      assertAnswers(await write('member', 'saveNeed', aNeed(), { key }), 201);
  });

  it('of a write that was refused is not remembered', async () => {
    const key = newId();
    assertAnswers(await write('member', 'saveNeed', { ...aNeed(), driverId: 'd-niet' }, { key }), 400);
    assertAnswers(await write('member', 'saveNeed', aNeed(), { key }), 201);
  });

  it('used in one space says nothing in another', async () => {
    const key = newId();
    assertAnswers(await write('member', 'saveNeed', aNeed(), { key }), 201);
    assertAnswers(await write('neighbour', 'saveNeed', aNeed(), { key, space: OTHER_SPACE }), 201);
  });

  it('that comes many times at once is done once', async () => {
    const [key, need] = [newId(), aNeed()];
    const all = await Promise.all(Array.from({ length: 12 }, () => write('member', 'saveNeed', need, { key })));
    for (const answer of all) assert.equal(assertAnswers(answer, 201)['version'], 1);
  });

  it('makes every write one that may be sent again, and is refused for anything else', async () => {
    const names = Object.keys(EVERY_WRITE) as WriteName[];
    const all = (Object.keys(OPERATIONS) as OperationName[]).filter((name) => !isRead(name));
    assert.deepEqual([...names].sort(), all.sort());
    for (const name of names) {
      const [asker, input] = EVERY_WRITE[name];
      const space = name === 'createSpace' ? (input as { id: string }).id : SPACE;
      const key = newId();
      const send = (by: AskerName, more: object = {}) =>
        write(by, name, { ...input, ...more } as never, { key, space });
      const [first, second] = [await send(asker), await send(asker)];
      assertManners(first);
      assert.ok(first.status < 300, `${name}: ${first.text}`);
      // A key of a calendar is told once: a repeat says that there is one.
      const told = Object.fromEntries(Object.entries(Object(read(first))).filter(([field]) => field !== 'key'));
      const expected = name === 'makeCalendarKey' ? told : read(first);
      assert.deepEqual([second.status, read(second)], [first.status, expected], name);
      // For something else, by the same; by a colleague; and by who has no business here, who is told nothing.
      const otherwise = await write(asker, 'saveNeed', { ...aNeed(), id: newId() }, { key, space });
      // Who left is told nothing any more.
      if (name === 'leaveSpace' || name === 'eraseMe') assertAnswers(otherwise, 404);
      else assert.equal(assertAnswers(otherwise, 409)['reason'], 'keyReused', name);
      const byColleague = await send(asker === 'coreTeam' ? 'admin' : 'coreTeam');
      if (name === 'createSpace') assertAnswers(byColleague, 404);
      else if (name === 'saveCheckIn') assert.doesNotMatch(byColleague.text, /Van wonen-2/);
      else assert.equal(assertAnswers(byColleague, 409)['reason'], 'keyReused', name);
      for (const by of ['stranger', 'neighbour'] as const)
        for (const answer of [await send(by), await write(by, 'saveNeed', aNeed(), { key, space })])
          assertAnswers(answer, 404);
      assertAnswers(await send('nobody'), 401);
    }
  });
});

describe('a Last-Event-ID', () => {
  const listen = async (id: string, person: string = ASKERS.member) => {
    const said = head('GET', '/spaces/samen/events', { 'samen-demo-person': person, 'last-event-id': id });
    return talk(server.url, said);
  };

  it('of nonsense, of another server or of the future begins anew', async () => {
    const key = Buffer.from(hkdfSync('sha256', Buffer.alloc(32, 7), '', 'samen marks', 32));
    const future = [1_000_000, 2 ** 47].map((number) => new Marks(key).make(String(number)));
    const foreign = new Marks(Buffer.alloc(32, 9)).make('1');
    for (const id of [
      '',
      '0',
      '-1',
      '1e9',
      'null',
      'x'.repeat(5_000),
      "'; drop table",
      '\xff',
      `${foreign}=`,
      foreign,
      ...future,
    ]) {
      const { socket, hears, heard } = await listen(id);
      await hears(/event: reset/);
      assert.match(heard(), /^HTTP\/1\.1 200[^]*api-version: 1\.[^]*text\/event-stream/);
      assert.match(heard(), /cache-control: no-store/);
      socket.destroy();
    }
  });

  it('of a moment that was is taken up from there, and tells nobody who takes no part', async () => {
    const { asOf } = JSON.parse((await get('/spaces/samen/needs')).text) as { asOf: string };
    const need = aNeed();
    assertAnswers(await write('member', 'saveNeed', need), 201);
    const { socket, hears, heard } = await listen(asOf);
    await hears(new RegExp(need.id));
    assert.doesNotMatch(heard(), /event: reset|Een vraag/);
    socket.destroy();
    for (const person of ['buur-1', ASKERS.stranger]) {
      const { socket: other, answers } = await listen(asOf, person);
      assertAnswers((await answers(1))[0] ?? assert.fail('Nothing'), 404);
      other.destroy();
    }
  });
});
