import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Caller, assertAnswers } from './asking';
import { assertLetGo, openScene } from './scene';
import { answerTo, head, talk } from './sockets';
import type { Started } from '../running';

let server: Started;
let caller: Caller;

before(async () => {
  // So that who is slow is cut off within the time of a test.
  server = await openScene({ SAMEN_LOG: 'debug' }, { arrivesWithinMs: 1_500 });
  caller = new Caller(server.url, 4);
});
after(async () => {
  caller.close();
  await server.close();
});

const isServed = async () => {
  const headers = { 'samen-demo-person': 'wonen-2' };
  assertAnswers(await caller.ask({ method: 'GET', path: '/spaces/samen/needs', headers }), 200);
};
const faults = () => server.logged.filter((line) => line.includes('"fault"'));

describe('bytes that are no request', () => {
  const wrong: Record<string, string | Buffer> = {
    'no words of HTTP': 'hello there\r\n\r\n',
    'bytes without meaning': Buffer.from([0x16, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3, 0, 0, 13, 10, 13, 10]),
    'a method that is none': head('FETCH', '/spaces/samen'),
    'a NUL in the path': head('GET', '/spaces/sa\0men'),
    'a NUL in the query': head('GET', '/spaces/samen/needs?driver=d\0een'),
    'a NUL in the name of a header': head('GET', '/spaces/samen', { 'x\0y': 1 }),
    'a NUL in a header': head('GET', '/spaces/samen', { 'if-match': '"1\0"' }),
    'a version that is none': 'GET /v1/spaces/samen HTTP/7.0\r\nhost: samen\r\n\r\n',
    'no Host': 'GET /v1/spaces/samen HTTP/1.1\r\n\r\n',
    'two lengths': `${head('PUT', '/spaces/samen/meanings/mine', { 'content-length': 2 }).slice(0, -2)}content-length: 3\r\n\r\n{}`,
    'a length and pieces': head('PUT', '/spaces/samen/meanings/mine', {
      'content-length': 2,
      'transfer-encoding': 'chunked',
    }),
    'a length below nothing': head('PUT', '/spaces/samen/meanings/mine', { 'content-length': -1 }),
    'a piece whose size is none': `${head('PUT', '/spaces/samen/meanings/mine', { 'transfer-encoding': 'chunked' })}zz\r\n`,
    'a header on two lines': `${head('GET', '/spaces/samen').slice(0, -2)}x: 1\r\n folded: 2\r\n\r\n`,
  };
  for (const [name, said] of Object.entries(wrong))
    it(`are a 400 in our own manners, and the end: ${name}`, async () => {
      assertAnswers(await answerTo(server.url, said), 400);
    });

  it('such as a flood of headers, a header or an address that are too large, are a 431', async () => {
    const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`x-${String(index)}`, 1]));
    for (const said of [
      head('GET', '/spaces/samen', many),
      head('GET', '/spaces/samen', { cookie: 'a'.repeat(20_000) }),
      head('GET', `/spaces/samen/needs?driver=${'a'.repeat(20_000)}`),
      head('GET', `/${'a/'.repeat(10_000)}`),
    ])
      assertAnswers(await answerTo(server.url, said), 431);
  });

  it('end the connection, also when whoever sends them goes on and on', async () => {
    const { socket } = await talk(server.url, 'nonsense\r\n\r\n');
    // Who hears that it is over, and does not care.
    socket.removeAllListeners('end').resume();
    const more = setInterval(() => socket.writable && socket.write('more'), 50);
    const isOver = new Promise((resolve) => socket.once('close', () => resolve('cut off')));
    const ending = await Promise.race([isOver, sleep(20_000, 'still there', { ref: false })]);
    clearInterval(more);
    socket.destroy();
    assert.equal(ending, 'cut off');
  });
});

describe('requests out of the ordinary', () => {
  it('are answered in order when they come all at once', async () => {
    const asked = ['/spaces/samen/needs', '/nowhere', '/spaces/samen/intention', '/spaces/elders', '/health'];
    const { socket, answers } = await talk(server.url, asked.map((path) => head('GET', path)).join(''));
    const all = await answers(asked.length);
    socket.destroy();
    assert.deepEqual(
      all.map(({ status }) => status),
      [200, 404, 200, 404, 200],
    );
    for (const [index, answer] of all.entries()) assertAnswers(answer, [200, 404, 200, 404, 200][index] ?? 0);
    assert.match(all[2]?.text ?? '', /"promise"/);
  });

  it('are let go, answered or not, when who asks says at once that nothing more will come', async () => {
    const { socket, answers, closed } = await talk(server.url, head('GET', '/spaces/samen/needs'));
    socket.end();
    await closed();
    for (const answer of await answers(1)) assertAnswers(answer, 200);
    await isServed();
  });

  it('may expect what we do not know, ask to become something else, or name another host', async () => {
    const odd: Record<string, string | number>[] = [
      { expect: 'wonders' },
      { upgrade: 'websocket', connection: 'upgrade' },
      { 'content-length': 0 },
      { host: 'elders.example' },
      { forwarded: 'for=127.0.0.1;host=elders', 'x-forwarded-for': '127.0.0.1', 'x-http-method-override': 'DELETE' },
    ];
    for (const headers of odd) assertAnswers(await answerTo(server.url, head('GET', '/spaces/samen', headers)), 200);
    const withBody = `${head('GET', '/spaces/samen', { 'content-length': 3 })}abc`;
    assertAnswers(await answerTo(server.url, withBody), 200);
    const whole = await answerTo(server.url, `GET http://elders.example/v1/health HTTP/1.1\r\nhost: samen\r\n\r\n`);
    assertAnswers(whole, 200);
  });

  it('are never a tunnel', async () => {
    const { socket, heard, closed } = await talk(server.url, 'CONNECT 127.0.0.1:22 HTTP/1.1\r\nhost: samen\r\n\r\n');
    await closed();
    socket.destroy();
    assert.doesNotMatch(heard(), /^HTTP\/1\.1 2/);
  });

  it('may say twice who asks; then it is nobody, or somebody without rights', async () => {
    const twice = head('GET', '/spaces/samen').replace('\r\n\r\n', '\r\nsamen-demo-person: beheer\r\n\r\n');
    const { status } = await answerTo(server.url, twice);
    assert.ok([401, 403, 404].includes(status), String(status));
  });
});

describe('who is slow', () => {
  it('is cut off with a 408, while others are served', async () => {
    const body = { 'content-type': 'application/json', 'content-length': 60_000, 'idempotency-key': 'slow' };
    const slow = await Promise.all(
      Array.from({ length: 40 }, () => talk(server.url, head('PUT', '/spaces/samen/meanings/mine', body))),
    );
    const drip = setInterval(() => {
      for (const { socket } of slow) if (socket.writable) socket.write('{');
    }, 200);
    let served = 0;
    const all = Promise.all(slow.map(({ closed }) => closed()));
    let isOver = false;
    void all.finally(() => {
      isOver = true;
    });
    for (; !isOver; served += 1) await isServed();
    clearInterval(drip);
    await all;
    assert.ok(served > 0);
    for (const { answers, socket } of slow) {
      assertAnswers((await answers(1))[0] ?? assert.fail('Cut off without a word'), 408);
      socket.destroy();
    }
  });

  it('is cut off in the middle of the headers, and when nothing comes at all', async () => {
    const all = await Promise.all(
      ['', 'GET /v1/health HT', head('GET', '/health').slice(0, -2), 'GET /v1/health HTTP/1.1\r\nhost: a'].map((said) =>
        talk(server.url, said),
      ),
    );
    for (const { socket, closed } of all) {
      await closed();
      socket.destroy();
    }
    await isServed();
  });

  it('may read an answer as slowly as it likes, and leaves nothing when it goes', async () => {
    const { socket } = await talk(server.url);
    socket.pause();
    for (let count = 0; count < 50; count += 1) socket.write(head('GET', '/spaces/samen/members?limit=100'));
    await isServed();
    socket.destroy();
    await isServed();
  });

  it('may go away in the middle, at any moment', async () => {
    const body = JSON.stringify({ text: 'Weg', audience: 'me' });
    const whole =
      head('PUT', '/spaces/samen/meanings/mine', {
        'content-type': 'application/json',
        'content-length': body.length,
        'if-match': '"1"',
        'idempotency-key': 'gone-away',
      }) + body;
    for (let at = 1; at <= whole.length; at += 7) {
      const { socket } = await talk(server.url, whole.slice(0, at));
      if (at % 2) socket.resetAndDestroy();
      else socket.destroy();
    }
    await isServed();
  });

  it('holds no connection, and nothing of it was taken for a fault', async () => {
    await sleep(50);
    await isServed();
    assert.deepEqual(faults(), []);
    await assertLetGo(server);
  });
});
