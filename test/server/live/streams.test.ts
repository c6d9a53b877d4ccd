/** What a stream of events says, from the write of one to the stream of another; and when it ends. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ASKERS, openScene, setScene } from '../hostile/scene';
import { head, talk } from '../hostile/sockets';
import { TRUSTING } from '../running';
import type { Started } from '../running';
import { ask } from '../wire-client';
import { newId } from '../../../src/model/new-id';
import type { Input, WriteName } from '../../../src/contract/operations';

let server: Started;
/** When the proof of whoever asks ends. */
let expiresAt: number | undefined;

before(async () => {
  server = await openScene(
    { SAMEN_LOG: 'warn' },
    {
      authenticator: {
        async authenticate(request) {
          const signedIn = await TRUSTING.authenticate(request);
          return signedIn && { ...signedIn, ...(expiresAt !== undefined && { expiresAt }) };
        },
      },
    },
  );
  await setScene(server);
});
after(() => server.close());

const write = async <N extends WriteName>(person: string, operation: N, input: Input<N>) => {
  const asked = { url: server.url, headers: { 'samen-demo-person': person } };
  const response = await ask(asked, operation, 'samen', input, { key: newId() });
  assert.ok(response.ok, `${operation}: ${await response.text()}`);
};

async function listening(person: string) {
  const talking = await talk(server.url, head('GET', '/spaces/samen/events', { 'samen-demo-person': person }));
  await talking.hears(/event: reset/);
  return talking;
}

describe('a stream of events', () => {
  it('tells a partner nothing of an agenda item, nor of its ball, before it is opened, and that it is gone after', async () => {
    const [department, partner] = [await listening('wonen-3'), await listening('jeugd-2')];
    const id = newId();
    const save = (person: string, version: number, audience: 'internal' | 'everyone') =>
      write(person, 'saveAgendaItem', {
        ...{ id, version, title: 'Eén gezin', question: '', driverIds: [], topics: [], audience },
      });
    await save('wonen-2', 0, 'internal');
    await write('wonen-2', 'takeBall', { id, version: 1 });
    await department.hears(new RegExp(`"kind":"ball","id":"${id}","version":2`));
    await save('wonen-2', 1, 'everyone');
    await partner.hears(new RegExp(`event: changed\\ndata: {"kind":"agendaItem","id":"${id}"`));
    // All in order: of what came before it, nothing was told.
    assert.equal(partner.heard().match(/"agendaItem"/g)?.length, 1);
    await save('beleid-1', 2, 'internal');
    await partner.hears(new RegExp(`event: gone\\ndata: {"kind":"agendaItem","id":"${id}"}`));
    await partner.hears(new RegExp(`event: gone\\ndata: {"kind":"ball","id":"${id}"}`));
    assert.doesNotMatch(partner.heard(), /Eén gezin/);
    for (const { socket } of [department, partner]) socket.destroy();
  });

  it('says that a thing is gone to who can no longer see it, and nothing to who never could', async () => {
    const [partner, stranger] = [await listening('welzijn-3'), await listening('jeugd-2')];
    const mine = (audience: 'me' | 'party' | 'everyone', version: number) =>
      write('welzijn-2', 'saveMeaning', { version, text: 'Mijn kaart', audience });
    await mine('party', 0);
    await partner.hears(/event: changed\ndata: {"kind":"meaning","id":"welzijn-2","version":1}/);
    await mine('me', 1);
    await partner.hears(/event: gone\ndata: {"kind":"meaning","id":"welzijn-2"}/);
    await mine('everyone', 2);
    await stranger.hears(/event: changed\ndata: {"kind":"meaning","id":"welzijn-2","version":3}/);
    // All in order: of what came before it, nothing was told.
    assert.equal(stranger.heard().match(/"meaning"/g)?.length, 1);
    assert.doesNotMatch(partner.heard() + stranger.heard(), /Mijn kaart/);
    for (const { socket } of [partner, stranger]) socket.destroy();
  });

  it('begins anew and ends for who gets another role, and goes on for the others', async () => {
    const [moved, other] = [await listening('wonen-6'), await listening('wonen-5')];
    const member = { id: 'wonen-6', version: 1, name: '', jobTitle: 'Anders', role: 'member' } as const;
    await write(ASKERS.admin, 'saveMember', { ...member, partyId: 'jeugd' });
    await moved.hears(/event: reset[^]*event: reset[^]*\r\n0\r\n\r\n$/);
    await other.hears(/event: changed\ndata: {"kind":"member","id":"wonen-6"/);
    const need = newId();
    await write('wonen-5', 'saveNeed', { id: need, version: 0, kind: 'ask', driverId: 'd-een', text: 'Een vraag' });
    await other.hears(new RegExp(need));
    for (const { socket } of [moved, other]) socket.destroy();
  });

  it('is one of twenty at most that one person has, and another may come when one is gone', async () => {
    const open = await Promise.all(Array.from({ length: 20 }, () => listening('wonen-4')));
    const asked = { headers: { 'samen-demo-person': 'wonen-4', accept: 'text/event-stream' } };
    const refused = await fetch(`${server.url}v1/spaces/samen/events`, asked);
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    const other = await listening('wonen-3');
    open.pop()?.socket.destroy();
    let status = 429;
    for (let tries = 0; tries < 100 && status === 429; tries += 1) {
      await sleep(20);
      const again = await fetch(`${server.url}v1/spaces/samen/events`, asked);
      ({ status } = again);
      await again.body?.cancel();
    }
    assert.equal(status, 200);
    for (const { socket } of [...open, other]) socket.destroy();
  });

  it('ends when the proof of who listens does', async () => {
    expiresAt = Date.now() + 1_000;
    const short = await listening('wonen-2');
    expiresAt = Date.now() + 60_000;
    const long = await listening('wonen-3');
    await short.hears(/\r\n0\r\n\r\n$/);
    assert.ok(Date.now() < expiresAt - 50_000);
    await sleep(100);
    assert.doesNotMatch(long.heard(), /\r\n0\r\n\r\n$/);
    for (const { socket } of [short, long]) socket.destroy();
  });
});
