import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ADMIN, CORE, TODAY, again, experienceBy, madeSeed, madeSpace, needBy, refused, send } from './kit';
import type { OpenHome } from './kit';
import { answers, openRound } from './rounds';
import { newId } from '../../../src/model/new-id';
import type { BackendEvent, SpaceConnection } from '../../../src/contract/backend';

function record(connection: SpaceConnection): { events: BackendEvent[]; stop: () => void } {
  const events: BackendEvent[] = [];
  // Who begins to watch may be told that all is to be read anew.
  const stop = connection.watch((event) => void (event.type === 'reset' || events.push(event)));
  return { events, stop };
}
const changes = (events: BackendEvent[]) =>
  events.flatMap((event) => (event.type === 'changed' ? [`${event.change.kind} ${event.change.id}`] : []));

export function watchingConformance(open: OpenHome): void {
  describe('who watches a space', () => {
    it('is told what changed by kind and id, and nothing of what it says', async () => {
      const home = await open(madeSeed(), TODAY);
      const { events } = record(await home.as('jeugd-1'));
      await home.settled();
      const need = await needBy(await home.as('wonen-2'), { text: 'kanarie' });
      await home.settled();
      assert.deepEqual(changes(events), [`need ${need.id}`]);
      assert.doesNotMatch(JSON.stringify(events), /kanarie|everyone|wonen/);
    });

    it('is told of both needs of a match', async () => {
      const home = await open(madeSeed(), TODAY);
      const [wonen, jeugd] = [await home.as('wonen-2'), await home.as('jeugd-1')];
      const [ask, offer] = [await needBy(wonen), await needBy(jeugd, { kind: 'offer' })];
      await home.settled();
      const { events } = record(jeugd);
      await home.settled();
      await send(wonen, 'matchNeed', { id: ask.id, withId: offer.id, version: 1 });
      await home.settled();
      assert.deepEqual(changes(events).sort(), [`need ${ask.id}`, `need ${offer.id}`].sort());
    });

    it('is told nothing of a write that was refused', async () => {
      const home = await open(madeSeed(), TODAY);
      const { events } = record(await home.as('jeugd-1'));
      await home.settled();
      await refused(needBy(await home.as(ADMIN)), 'forbidden');
      await refused(needBy(await home.as('wonen-2'), { driverId: 'd-vier' }), 'invalid');
      await home.settled();
      assert.deepEqual(events, []);
    });

    it('is told of one’s own check-in only, and of what one’s own card is', async () => {
      const home = await open(madeSeed(), TODAY);
      const { id: roundId } = await openRound(await home.as(CORE));
      await home.settled();
      const [mine, others] = [record(await home.as('wonen-2')), record(await home.as('wonen-3'))];
      await home.settled();
      const me = await home.as('wonen-2');
      await send(me, 'saveCheckIn', { roundId, version: 0, answers: answers('good') });
      await send(me, 'saveMeaning', { version: 0, text: 'Voor mij', audience: 'me' });
      await home.settled();
      assert.deepEqual(changes(mine.events), [`checkIn ${roundId}`, 'meaning wonen-2']);
      assert.deepEqual(others.events, []);
    });

    it('is told of the round and its figures when it closes by itself', async () => {
      const home = await open(madeSeed(), TODAY);
      const { id } = await openRound(await home.as(CORE));
      await home.settled();
      home.moveTo('2026-04-01');
      const { events } = record(await home.as('jeugd-1'));
      await home.settled();
      await (await home.as('wonen-2')).read('listRounds', {});
      await home.settled();
      assert.deepEqual(changes(events), [`round ${id}`, `summary ${id}`]);
    });

    it('is told of an experience when it is there for them, or is no longer, and of nothing in between', async () => {
      const settings = { ...madeSpace().settings, anonymousPosts: 'atOnce', approvesAnonymous: true } as const;
      const home = await open(madeSeed({ settings }), TODAY);
      const [me, core] = [await home.as('wonen-2'), await home.as(CORE)];
      const { events } = record(await home.as('jeugd-1'));
      await home.settled();
      const toldOf = async (work: Promise<unknown>) => {
        events.length = 0;
        await work;
        await home.settled();
        return changes(events);
      };
      const { id, version } = await experienceBy(me, { authorShownAs: 'anonymous' });
      const edited = await send(
        me,
        'saveExperience',
        again(await me.read('getExperience', { id }), { title: 'Beter' }),
      );
      assert.notEqual(edited.version, version);
      const reply = { experienceId: id, id: newId(), version: 0, text: 'Waarom?', isQuestion: true };
      await send(core, 'saveReply', reply);
      await send(core, 'setReaction', { id, reaction: 'learn' });
      await send(core, 'removeReaction', { id, reaction: 'learn' });
      await home.settled();
      assert.deepEqual(changes(events), [], 'while it waits for approval');
      const it = [`experience ${id}`];
      assert.deepEqual(await toldOf(send(core, 'approveExperience', { id, reason: '' })), it, 'approved');
      assert.deepEqual(await toldOf(send(core, 'hideExperience', { id, reason: 'Een naam' })), it, 'hidden');
      const [said] = (await core.read('listReplies', { id })).items;
      const ofReply = { experienceId: id, id: said?.id ?? '', version: said?.version ?? 0 };
      assert.deepEqual(await toldOf(send(core, 'eraseReply', ofReply)), [], 'while it is hidden');
      assert.deepEqual(await toldOf(send(core, 'pinExperience', { id, reason: '' })), [], 'pinned while it is hidden');
      assert.deepEqual(await toldOf(send(core, 'showExperience', { id, reason: '' })), it, 'shown again');
      await send(core, 'hideExperience', { id, reason: 'Een naam' });
      await home.settled();
      const { version: last } = await me.read('getExperience', { id });
      assert.deepEqual(await toldOf(send(me, 'eraseExperience', { id, version: last })), [], 'erased while hidden');
    });

    it('is told of an experience that is not for them any more', async () => {
      const home = await open(madeSeed(), TODAY);
      const me = await home.as('wonen-2');
      const view = await experienceBy(me, { authorShownAs: 'named' });
      await home.settled();
      const { events } = record(await home.as('jeugd-1'));
      await home.settled();
      await send(me, 'saveExperience', again(view, { audience: 'me' }));
      await home.settled();
      assert.deepEqual(changes(events), [`experience ${view.id}`]);
    });

    it('is not told any more after stopping, nor after closing', async () => {
      const home = await open(madeSeed(), TODAY);
      const [one, other] = [await home.as('jeugd-1'), await home.as('jeugd-2')];
      const [stopped, closed] = [record(one), record(other)];
      await home.settled();
      stopped.stop();
      other.close();
      await needBy(await home.as('wonen-2'));
      await home.settled();
      assert.deepEqual([...stopped.events, ...closed.events], []);
    });

    it('does not disturb the write by failing, nor who else is told', async (t) => {
      t.mock.method(console, 'error', () => undefined);
      const home = await open(madeSeed(), TODAY);
      (await home.as('jeugd-1')).watch(({ type }) => {
        if (type === 'changed') throw new Error('A listener that fails');
      });
      const { events } = record(await home.as('jeugd-1'));
      await home.settled();
      assert.equal((await needBy(await home.as('wonen-2'))).version, 1);
      await home.settled();
      assert.equal(events.length, 1);
    });
  });
}
