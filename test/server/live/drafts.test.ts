import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { homesAt } from '../http-home';
import { startForTest } from '../running';
import type { Started } from '../running';
import { CORE, TODAY, madeSeed, resultBy, send } from '../../backends/conformance/kit';
import { newId } from '../../../src/model/new-id';

const clock = { now: new Date() };

describe('a draft of a result, live', () => {
  let server: Started;
  before(async () => {
    server = await startForTest({ SAMEN_LOG: 'error' }, { now: () => clock.now, makers: () => true });
  });
  after(() => server.close());

  it('is told of to the party that wrote it, and to others once it is published, as far as they may read it', async (context) => {
    const home = await homesAt(() => [server], clock)(madeSeed(), TODAY);
    const people = ['jeugd-1', 'welzijn-2', 'wonen-3', 'beleid-2'];
    const told = new Map<string, string[]>(people.map((id) => [id, []]));
    for (const id of people) {
      const listening = await home.as(id);
      // Who goes on listening looks for the server for ever, and no process ends.
      context.after(() => listening.close());
      listening.watch((event) => {
        if (event.type === 'changed') told.get(id)?.push(`${event.change.kind} ${event.change.id}`);
      });
    }
    await home.settled();
    const [wonen, core] = [await home.as('wonen-2'), await home.as(CORE)];
    const draft = await resultBy(wonen);
    const inside = await resultBy(wonen, { audience: 'internal' });
    const value = { resultId: draft.id, version: 1, id: newId(), on: TODAY, value: 6 };
    const { version } = await send(wonen, 'saveMeasurement', value);
    const dropped = await resultBy(wonen);
    const heard = () => told.get('wonen-3')?.filter((each) => each === `result ${dropped.id}`).length ?? 0;
    // Before the other happens: two changes that are read together are told once.
    const isHeard = async (times: number) => {
      for (let tries = 0; tries < 400 && heard() < times; tries += 1) await sleep(25);
    };
    await isHeard(1);
    await send(wonen, 'eraseResult', { id: dropped.id, version: 1 });
    await isHeard(2);
    await home.settled();
    for (const id of ['jeugd-1', 'welzijn-2', 'beleid-2']) assert.deepEqual(told.get(id), [], id);
    assert.ok(told.get('wonen-3')?.includes(`result ${inside.id}`));
    // That it came, and that it went.
    assert.equal(heard(), 2);
    await send(core, 'publishResult', { id: draft.id, version, reason: 'Iedereen merkt dit.' });
    await send(core, 'publishResult', { id: inside.id, version: 1, reason: 'Dit is van ons.' });
    await home.settled();
    for (const id of ['jeugd-1', 'welzijn-2']) assert.deepEqual(told.get(id), [`result ${draft.id}`], id);
    assert.deepEqual(told.get('beleid-2'), [`result ${draft.id}`, `result ${inside.id}`]);
  });
});
