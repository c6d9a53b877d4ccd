/** What is refused first when there is too much to do. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ASKERS, openScene, setScene } from './hostile/scene';
import { head, talk } from './hostile/sockets';
import type { Started } from './running';
import { ask } from './wire-client';
import { SPACE } from '../backends/conformance/kit';
import type { Load } from '../../src/server/http/pressure';
import { memoryOf } from '../../src/server/http/pressure';
import { newId } from '../../src/model/new-id';

const headers = { 'samen-demo-person': ASKERS.member };
const AT_EASE: Load = { delay: 0, memory: 0.1 };
const TASKS = ['stream', 'list', 'read', 'write'] as const;

describe('a server with too much to do', () => {
  let server: Started;
  let load = AT_EASE;
  before(async () => {
    server = await openScene({ SAMEN_LOG: 'error' }, { load: () => load });
    await setScene(server);
  });
  after(() => server.close());

  const asked = {
    async stream() {
      const talking = await talk(server.url, head('GET', '/spaces/samen/events', headers));
      await talking.hears(/^HTTP\/1\.1 \d+[^]*?\r\n\r\n/);
      const [, status] = /^HTTP\/1\.1 (\d+)/.exec(talking.heard()) ?? [];
      talking.socket.destroy();
      return Number(status);
    },
    list: async () => (await ask({ url: server.url, headers }, 'listNeeds', SPACE, {})).status,
    read: async () => (await ask({ url: server.url, headers }, 'getSpace', SPACE, {})).status,
    async write() {
      const input = { version: 0, text: 'Van mij', audience: 'me' } as const;
      const response = await ask({ url: server.url, headers }, 'saveMeaning', SPACE, input, { key: newId() });
      assert.ok(response.status !== 503 || Number(response.headers.get('retry-after')) > 0);
      // Where there is one already, it is not refused for want of time.
      return response.status === 412 ? 200 : response.status;
    },
  };

  const levels: [string, Load[]][] = [
    ['is late', [100, 300, 600, 1_200, 3_000].map((delay) => ({ delay, memory: 0.1 }))],
    ['is full', [0.75, 0.82, 0.87, 0.92, 0.97].map((memory) => ({ delay: 0, memory }))],
  ];
  for (const [how, all] of levels)
    it(`refuses streams first, then lists, then reads, and writes last, as it ${how} more`, async () => {
      for (const [refused, each] of all.entries()) {
        load = each;
        const answers: number[] = [];
        for (const task of TASKS) answers.push(await asked[task]());
        load = AT_EASE;
        const expected = TASKS.map((_, index) => index < refused);
        assert.deepEqual(
          answers.map((status) => status === 503),
          expected,
          JSON.stringify({ ...each, answers }),
        );
      }
    });
});

describe('how full a server is', () => {
  it('is as full as the fuller of its heap and its container', () => {
    const limits = { heap: 100, process: 400 };
    assert.equal(memoryOf({ heapUsed: 50, rssBytes: 100 }, limits), 0.5);
    assert.equal(memoryOf({ heapUsed: 50, rssBytes: 300 }, limits), 0.75);
    assert.equal(memoryOf({ heapUsed: 50, rssBytes: 300 }, { ...limits, process: Number.POSITIVE_INFINITY }), 0.5);
  });
});
