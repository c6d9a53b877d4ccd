/** Who opens a stream of events and does not read it: is cut off, and harms nobody. */
import assert from 'node:assert/strict';
import { ServerResponse } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openScene, setScene } from '../hostile/scene';
import { head, talk } from '../hostile/sockets';
import type { Talk } from '../hostile/sockets';
import type { Started } from '../running';

/** What lies unread in the server at most; one more event at a time may lie on top of it. */
const PILED_UP = 64 * 1024;
const MANY = 300;

let server: Started;
/** The answers to whoever listens, as the server sees them. */
const streams: ServerResponse[] = [];
const { writeHead } = ServerResponse.prototype;

before(async () => {
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...said: [never]) {
    if (this.req.url?.endsWith('/events')) streams.push(this);
    return writeHead.apply(this, said);
  } as typeof writeHead;
  server = await openScene({ SAMEN_LOG: 'warn' });
  await setScene(server);
});
after(async () => {
  ServerResponse.prototype.writeHead = writeHead;
  await server.close();
});

/** Tells everybody of so many changes. */
async function tell(count: number): Promise<void> {
  await server.database.owner.query(
    `with counted as (
      insert into samen.counters as c values ('samen', $1::integer)
      on conflict (space_id) do update set seq = c.seq + $1 returning seq)
    insert into samen.events (space_id, seq, kind, id, version, audience_after)
    select 'samen', seq - $1 + n, 'need', 'n-' || n, 1, 'everyone' from counted, generate_series(1, $1) n`,
    [count],
  );
  server.database.onCommitted?.('samen');
  await sleep(5);
}

/** Somebody who listens, and reads no more once they do. */
async function unread(): Promise<Talk & { stream: ServerResponse }> {
  const talking = await talk(server.url, head('GET', '/spaces/samen/events'));
  await talking.hears(/event: reset/);
  talking.socket.pause();
  const stream = streams.at(-1) ?? assert.fail('Nobody listens');
  return { ...talking, stream };
}

const isClosed = async (stream: ServerResponse) => {
  for (let tries = 0; tries < 200 && !stream.closed; tries += 1) await sleep(25);
  return stream.closed;
};

describe('who reads slowly, or not at all, what they are told', () => {
  it('is cut off, rather than that it piles up', { timeout: 120_000 }, async () => {
    const { socket, stream } = await unread();
    let most = 0;
    for (let times = 0; times < 2_000 && !stream.destroyed; times += 1) {
      await tell(MANY);
      most = Math.max(most, stream.writableLength);
    }
    assert(await isClosed(stream), 'is still there');
    assert(most < PILED_UP + 1024, `${String(most)} bytes lie there`);
    socket.destroy();
  });

  it('harms nobody when their stream ends with a part of it unread', { timeout: 120_000 }, async () => {
    const { socket, stream } = await unread();
    for (let times = 0; times < 2_000 && stream.writableLength === 0; times += 1) await tell(MANY);
    assert(!stream.destroyed, 'is cut off already');
    // Another role: the stream ends, as it does when a token ends, but what lies there cannot go.
    await server.database.owner.query(
      `update samen.members set data = data || '{"partyId": "jeugd"}' where space_id = 'samen' and id = 'wonen-2'`,
    );
    await server.database.owner.query(
      `with counted as (update samen.counters set seq = seq + 1 where space_id = 'samen' returning seq)
      insert into samen.events (space_id, seq, kind, id, audience_after)
      select 'samen', seq, 'member', 'wonen-2', 'everyone' from counted`,
    );
    server.database.onCommitted?.('samen');
    for (let times = 0; times < 5; times += 1) await tell(1);
    assert(stream.writableEnded, 'it goes on');
    assert(await isClosed(stream), 'is still there, and will never read');
    socket.destroy();
    const { status } = await fetch(`${server.url}v1/health`);
    assert.equal(status, 200);
    assert.deepEqual(server.logged, []);
  });

  it('catches up with however much was missed when they do read', { timeout: 60_000 }, async () => {
    const first = await talk(server.url, head('GET', '/spaces/samen/events', { 'samen-demo-person': 'wonen-3' }));
    await first.hears(/event: reset/);
    const [, since = ''] = /id: (\S+)\nevent: reset/.exec(first.heard()) ?? [];
    first.socket.destroy();
    await tell(3_000);
    const again = { 'samen-demo-person': 'wonen-3', 'last-event-id': since };
    const { socket, hears, heard } = await talk(server.url, head('GET', '/spaces/samen/events', again));
    await hears(/"n-3000"/);
    assert.doesNotMatch(heard(), /event: reset/);
    assert.equal(heard().match(/event: changed/g)?.length, 3_000);
    // And what comes at once while they listen.
    await tell(2_000);
    await hears(/"n-3000"[^]*"n-2000"/);
    socket.destroy();
  });
});
