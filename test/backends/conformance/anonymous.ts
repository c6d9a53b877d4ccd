import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  ADMIN,
  CORE,
  SPACE,
  TODAY,
  again,
  experienceBy,
  ideaBy,
  itemBy,
  madeSeed,
  madeSpace,
  needBy,
  refused,
  send,
} from './kit';
import type { Home, OpenHome } from './kit';
import { newId } from '../../../src/model/new-id';
import type { Id } from '../../../src/model/types';

const TOMORROW = '2026-03-03';
const AFTER = '2026-03-04';

export function anonymousConformance(open: OpenHome): void {
  describe('an anonymous experience', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });
    const anonymous = (personId: Id, changes = {}) =>
      home.as(personId).then((from) => experienceBy(from, { authorShownAs: 'anonymous', ...changes }));
    const feedOf = async (personId: Id, input = {}) =>
      (await (await home.as(personId)).read('listExperiences', input)).items;
    const seen = async (personId: Id) => (await feedOf(personId)).map(({ title }) => title);
    /** From now on what anonymous authors do comes at once. */
    const atOnce = async (more = {}) =>
      send(await home.as(ADMIN), 'changeSpace', {
        id: SPACE,
        version: 1,
        settings: { ...madeSpace().settings, anonymousPosts: 'atOnce', ...more },
      });

    it('is there for its author at once, and for others from the next morning on, with that day', async () => {
      const mine = await anonymous('wonen-2', { title: 'Niemand weet dit' });
      assert.equal(mine.isWaiting, true);
      assert.equal(mine.author, undefined);
      assert.deepEqual(await seen('wonen-2'), ['Niemand weet dit']);
      assert.deepEqual(await seen('wonen-3'), []);
      await refused((await home.as(CORE)).read('getExperience', { id: mine.id }), 'notFound');
      await home.morningOf(TODAY);
      assert.deepEqual(await seen('wonen-3'), [], 'the morning before it');
      await home.morningOf(TOMORROW);
      const [out] = await feedOf('wonen-3');
      assert.deepEqual([out?.title, out?.writtenOn, out?.author], ['Niemand weet dit', TOMORROW, undefined]);
      const [own] = await feedOf('wonen-2');
      assert.deepEqual([own?.isMine, own?.isWaiting], [true, undefined]);
      assert.notEqual(own?.version, mine.version);
      assert.deepEqual(
        (await feedOf('wonen-2', { collection: 'mine' })).map(({ id }) => id),
        [mine.id],
      );
      assert.deepEqual(await feedOf('wonen-3', { collection: 'mine' }), []);
    });

    it('has no party, and is outside the filter of parties', async () => {
      await anonymous('wonen-2');
      assert.deepEqual(await feedOf('wonen-2', { party: 'wonen' }), []);
      await home.morningOf(TOMORROW);
      assert.deepEqual(await feedOf('wonen-3', { party: 'wonen' }), []);
      assert.deepEqual(await feedOf('wonen-2', { party: 'wonen' }), []);
    });

    it('is refused where fewer than five people could have written it', async () => {
      const few = { kind: 'conflict', reason: 'tooFewAuthors' } as const;
      await refused(anonymous('jeugd-1', { audience: 'party' }), few);
      await refused(anonymous('wonen-2', { audience: 'me' }), few);
      await anonymous('wonen-2', { audience: 'party' });
      await anonymous('jeugd-1', { audience: 'everyone' });
    });

    it('that only its author read is not shared under the same id without a name', async () => {
      const me = await home.as('wonen-2');
      const own = await experienceBy(me, { audience: 'me' });
      const less = { kind: 'conflict', reason: 'authorLessOpen' } as const;
      await refused(send(me, 'saveExperience', again(own, { audience: 'everyone', authorShownAs: 'anonymous' })), less);
      await refused(send(me, 'saveExperience', again(own, { audience: 'everyone' })), less);
      const shared = await send(me, 'saveExperience', again(own, { audience: 'everyone', authorShownAs: 'named' }));
      assert.equal(shared.audienceChoice, 'everyone');
    });

    it('changes, is followed up and is erased for others the next morning, for its author at once', async () => {
      const me = await home.as('wonen-2');
      const { id } = await anonymous('wonen-2', { title: 'Eerst', whatNext: 'Vragen' });
      await home.morningOf(TOMORROW);
      const published = await me.read('getExperience', { id });
      await send(me, 'saveExperience', again(published, { title: 'Later' }));
      await send(me, 'followUpExperience', { id, answer: 'busy' });
      assert.deepEqual(await seen('wonen-2'), ['Later']);
      assert.deepEqual(
        (await feedOf('wonen-3')).map(({ title, followUp }) => [title, followUp]),
        [['Eerst', undefined]],
      );
      await home.morningOf(AFTER);
      const [out] = await feedOf('wonen-3');
      assert.deepEqual([out?.title, out?.followUp, out?.writtenOn], ['Later', 'busy', TOMORROW]);
      const { version } = await me.read('getExperience', { id });
      await send(me, 'eraseExperience', { id, version });
      assert.deepEqual(await seen('wonen-2'), []);
      await refused(me.read('getExperience', { id }), 'notFound');
      assert.deepEqual(await seen('wonen-3'), ['Later']);
      await home.morningOf('2026-03-05');
      assert.deepEqual(await seen('wonen-3'), []);
    });

    it('that waits is taken back without a trace', async () => {
      const me = await home.as('wonen-2');
      const { id, version } = await anonymous('wonen-2', { title: 'Toch niet' });
      await send(me, 'eraseExperience', { id, version });
      await home.morningOf(TOMORROW);
      assert.deepEqual(await seen('wonen-3'), []);
      assert.doesNotMatch(await home.kept(), /Toch niet/);
    });

    it('that is erased at once does not come back with what still waited', async () => {
      const me = await home.as('wonen-2');
      const { id } = await anonymous('wonen-2', { title: 'Eerst' });
      await home.morningOf(TOMORROW);
      await send(me, 'saveExperience', again(await me.read('getExperience', { id }), { title: 'Later' }));
      await atOnce();
      const { version } = await me.read('getExperience', { id });
      await send(me, 'eraseExperience', { id, version });
      for (const person of ['wonen-2', 'wonen-3']) assert.deepEqual(await seen(person), []);
      await home.morningOf(AFTER);
      for (const person of ['wonen-2', 'wonen-3']) assert.deepEqual(await seen(person), [], 'the morning after');
      assert.doesNotMatch(await home.kept(), /Eerst|Later/);
    });

    it('is answered at once, and what still waited does not come over it, nor back', async () => {
      const me = await home.as('wonen-2');
      const { id } = await anonymous('wonen-2');
      await home.morningOf(TOMORROW);
      const say = (text: string, input = {}) =>
        send(me, 'saveReply', { experienceId: id, id: newId(), version: 0, text, isQuestion: false, ...input });
      const read = async () => (await (await home.as('jeugd-1')).read('listReplies', { id })).items;
      const [one, two] = [await say('Eén'), await say('Twee')];
      await atOnce();
      await say('Eén, beter', { id: one.id, version: one.version });
      await send(me, 'saveReply', {
        ...{ experienceId: id, id: two.id, version: two.version, text: 'Twee, beter', isQuestion: false },
      });
      const published = (await me.read('listReplies', { id })).items.find((each) => each.id === two.id);
      await send(me, 'eraseReply', { experienceId: id, id: two.id, version: published?.version ?? 0 });
      assert.deepEqual(
        (await read()).map(({ text }) => text),
        ['Eén, beter'],
      );
      await home.morningOf(AFTER);
      assert.deepEqual(
        (await read()).map(({ text }) => text),
        ['Eén, beter'],
      );
    });

    it('that waits has a page for its author: nothing was said, and nothing came of it yet', async () => {
      const me = await home.as('wonen-2');
      const item = await itemBy(me);
      const { id, title } = await anonymous('wonen-2', { agendaItemId: item.id });
      assert.deepEqual((await me.read('listReplies', { id })).items, []);
      const { of, earlier, later } = await me.read('getChain', { kind: 'experience', id });
      assert.deepEqual([of.id, of.title, of.partyId, earlier, later], [id, title, undefined, [], []]);
      for (const person of ['wonen-3', CORE, ADMIN]) {
        const other = await home.as(person);
        await refused(other.read('listReplies', { id }), 'notFound');
        await refused(other.read('getChain', { kind: 'experience', id }), 'notFound');
      }
    });

    it('has nothing made of it, nor kept, while others cannot read it: that would name its author', async () => {
      await atOnce({ approvesAnonymous: true });
      const core = await home.as(CORE);
      const { id } = await anonymous('wonen-2');
      const packed = async (personId: Id, isPacked = true) =>
        (await send(await home.as(personId), 'packExperience', { id, isPacked })).isPacked;
      const nothingComesOfIt = async () => {
        for (const person of ['wonen-2', CORE]) {
          const from = await home.as(person);
          await refused(packed(person), 'notFound');
          await refused(needBy(from, { experienceId: id }), 'notFound');
          await refused(ideaBy(from, { experienceId: id }), 'notFound');
          await refused(itemBy(from, { experienceId: id }), 'notFound');
        }
      };
      await nothingComesOfIt();
      await send(core, 'approveExperience', { id, reason: '' });
      assert.equal(await packed('jeugd-1'), true);
      await send(core, 'hideExperience', { id, reason: 'Een naam' });
      await nothingComesOfIt();
      await send(core, 'showExperience', { id, reason: '' });
      assert.equal((await (await home.as('jeugd-1')).read('getExperience', { id })).isPacked, true, 'it stays');
      assert.equal(await packed('wonen-2'), true);
      await send(core, 'hideExperience', { id, reason: 'Een naam' });
      assert.equal(await packed('wonen-2', false), false, 'it can be let go');
      await send(core, 'showExperience', { id, reason: '' });
      await needBy(await home.as('wonen-2'), { experienceId: id });
      await ideaBy(await home.as('wonen-2'), { experienceId: id });
      await itemBy(await home.as('wonen-2'), { experienceId: id });
    });

    it('is answered by "de schrijver" the next morning, and by others at once', async () => {
      const { id } = await anonymous('wonen-2');
      await home.morningOf(TOMORROW);
      const [me, jeugd] = [await home.as('wonen-2'), await home.as('jeugd-1')];
      const question = { experienceId: id, id: newId(), version: 0, text: 'Waarom?', isQuestion: true };
      await send(jeugd, 'saveReply', question);
      const answer = await send(me, 'saveReply', { ...question, id: newId(), text: 'Daarom.', isQuestion: false });
      assert.deepEqual([answer.isByAuthor, answer.author, answer.isWaiting], [true, undefined, true]);
      const read = async (from: typeof me) => (await from.read('listReplies', { id })).items.map(({ text }) => text);
      assert.deepEqual(await read(me), ['Waarom?', 'Daarom.']);
      assert.deepEqual(await read(jeugd), ['Waarom?']);
      assert.equal((await jeugd.read('getExperience', { id })).advice, 'askFirst');
      await home.morningOf(AFTER);
      assert.deepEqual(await read(jeugd), ['Waarom?', 'Daarom.']);
      assert.equal((await jeugd.read('getExperience', { id })).advice, 'open');
      const [, published] = (await me.read('listReplies', { id })).items;
      await send(me, 'eraseReply', { experienceId: id, id: published?.id ?? '', version: published?.version ?? 0 });
      assert.deepEqual(await read(me), ['Waarom?']);
      assert.deepEqual(await read(jeugd), ['Waarom?', 'Daarom.']);
      await home.morningOf('2026-03-05');
      assert.deepEqual(await read(jeugd), ['Waarom?']);
    });

    it('comes at once, and for the core team first, where the space wants that', async () => {
      await atOnce({ approvesAnonymous: true });
      const { id, status } = await anonymous('wonen-2', { title: 'Mag dit?' });
      assert.equal(status, 'pending');
      assert.deepEqual(await seen('jeugd-1'), []);
      await refused((await home.as('jeugd-1')).read('getExperience', { id }), 'notFound');
      await refused((await home.as('jeugd-1')).read('listExperiences', { collection: 'pending' }), 'forbidden');
      const pending = await feedOf(CORE, { collection: 'pending' });
      assert.deepEqual(
        pending.map((each) => each.title),
        ['Mag dit?'],
      );
      await send(await home.as(CORE), 'approveExperience', { id, reason: '' });
      assert.deepEqual(await seen('jeugd-1'), ['Mag dit?']);
      const twice = send(await home.as(CORE), 'approveExperience', { id, reason: '' });
      await refused(twice, { kind: 'conflict', reason: 'notPending' });
    });

    it('is told to nobody before it comes out', async () => {
      const heard: unknown[] = [];
      for (const person of ['wonen-3', CORE, ADMIN, 'jeugd-1'])
        (await home.as(person)).watch((event) => heard.push(event));
      await home.settled();
      heard.length = 0;
      const { id, version } = await anonymous('wonen-2');
      await send(await home.as('wonen-2'), 'eraseExperience', { id, version });
      await home.settled();
      assert.deepEqual(heard, []);
    });
  });
}
