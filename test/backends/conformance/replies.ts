import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, CORE, TODAY, again, experienceBy, madeSeed, madeSpace, refused, seedRow, send, SPACE } from './kit';
import type { Home, OpenHome, Seed } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import type { Input } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';
import type { Reply } from '../../../src/model/experience-types';
import type { Id } from '../../../src/model/types';

export function repliesConformance(open: OpenHome): void {
  describe('a reply', () => {
    let home: Home;
    let author: SpaceConnection;
    let other: SpaceConnection;
    let experienceId: Id;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
      [author, other] = [await home.as('wonen-2'), await home.as('jeugd-1')];
      experienceId = (await experienceBy(author)).id;
    });
    const say = (from: SpaceConnection, text: string, isQuestion: boolean, changes: Partial<Input<'saveReply'>> = {}) =>
      send(from, 'saveReply', { experienceId, id: newId(), version: 0, text, isQuestion, ...changes });
    const askFirst = { kind: 'conflict', reason: 'askFirst' } as const;

    it('is a question first; advice opens for all once a question was answered', async () => {
      await refused(say(other, 'Je moet bellen.', false), askFirst);
      await say(other, 'Waarom belde je?', true);
      await refused(say(other, 'Je moet bellen.', false), askFirst);
      await refused(say(await home.as('wonen-3'), 'Je moet bellen.', false), askFirst);
      await say(author, 'Omdat het sneller is.', false);
      await say(await home.as('wonen-3'), 'Je moet vaker bellen.', false);
      const { replies, questions, advice } = await other.read('getExperience', { id: experienceId });
      assert.deepEqual({ replies, questions, advice }, { replies: 3, questions: 1, advice: 'open' });
    });

    it('may be advice at once where that is welcome, and after seven days', async () => {
      const welcome = await experienceBy(author, { adviceWelcome: true });
      await say(other, 'Probeer dit eens.', false, { experienceId: welcome.id });
      home.moveTo('2026-03-08');
      await refused(say(other, 'Probeer dit eens.', false), askFirst);
      home.moveTo('2026-03-09');
      await say(other, 'Probeer dit eens.', false);
    });

    it('stands under the name of who says it, and the author of a post without a name has none', async () => {
      const asked = await say(other, 'Waarom?', true);
      assert.deepEqual(asked.author, { name: '', jobTitle: 'medewerker', partyId: 'jeugd' });
      const answered = await say(author, 'Daarom.', false);
      assert.deepEqual([answered.isByAuthor, answered.author, answered.isMine], [true, undefined, true]);
      const items = (await other.read('listReplies', { id: experienceId })).items;
      assert.deepEqual(items.map(({ isMine, isByAuthor }) => [isMine, isByAuthor]).sort(), [
        [false, true],
        [true, false],
      ]);
    });

    it('of others comes in the order in which they spoke', async () => {
      for (const text of ['Een?', 'Twee?', 'Drie?']) {
        await say(other, text, true);
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
      home.moveTo('2026-03-03');
      await say(other, 'Vier?', true);
      const texts = (await author.read('listReplies', { id: experienceId })).items.map(({ text }) => text);
      assert.equal(texts.at(-1), 'Vier?');
      assert.deepEqual([...texts].sort(), ['Drie?', 'Een?', 'Twee?', 'Vier?']);
    });

    it('is changed and erased by who said it, and by nobody else', async () => {
      const asked = await say(other, 'Waarom?', true);
      const { id, version } = asked;
      await refused(say(author, 'Anders', true, { id, version }), 'forbidden');
      await refused(send(author, 'eraseReply', { experienceId, id, version }), 'forbidden');
      const next = await say(other, 'Waarom dan?', true, { id, version });
      await refused(say(other, 'Te laat', true, { id, version }), 'stale');
      await send(other, 'eraseReply', { experienceId, id, version: next.version });
      assert.deepEqual((await author.read('listReplies', { id: experienceId })).items, []);
      await refused(send(other, 'eraseReply', { experienceId, id, version: next.version }), 'notFound');
    });

    it('is erased by who said it, and a reaction taken back, also when the rest is not for them any more', async () => {
      const { id, version } = await say(other, 'Waarom?', true);
      const second = await say(other, 'Hoe dan?', true);
      for (const reaction of ['learn', 'recognise'] as const)
        await send(other, 'setReaction', { id: experienceId, reaction });
      const core = await home.as(CORE);
      const left = async () => {
        const { replies, reactions } = await author.read('getExperience', { id: experienceId });
        return [replies, reactions.learn, reactions.recognise];
      };

      await send(core, 'hideExperience', { id: experienceId, reason: 'Een naam' });
      await send(other, 'eraseReply', { experienceId, id, version });
      await send(other, 'removeReaction', { id: experienceId, reaction: 'learn' });
      assert.deepEqual(await left(), [1, 0, 1], 'while it is hidden');

      await send(core, 'showExperience', { id: experienceId, reason: '' });
      const view = await author.read('getExperience', { id: experienceId });
      await send(author, 'saveExperience', again(view, { audience: 'internal' }));
      await refused(other.read('getExperience', { id: experienceId }), 'notFound');
      await send(other, 'eraseReply', { experienceId, id: second.id, version: second.version });
      await send(other, 'removeReaction', { id: experienceId, reaction: 'recognise' });
      assert.deepEqual(await left(), [0, 0, 0], 'when it is narrower');
      await refused(send(other, 'removeReaction', { id: experienceId, reaction: 'recognise' }), 'notFound');
      await refused(send(other, 'eraseReply', { experienceId, id: second.id, version: second.version }), 'notFound');
    });

    it('of another keeps the tombstone, however much its author said before it', async () => {
      home = await open(muchSaid(), TODAY);
      const [me, jeugd] = [await home.as('wonen-2'), await home.as('jeugd-1')];
      const { version } = await me.read('getExperience', { id: 'e-lang' });
      await send(me, 'eraseExperience', { id: 'e-lang', version });
      assert.equal((await jeugd.read('getExperience', { id: 'e-lang' })).status, 'erased');
      assert.match(await home.kept(), /Nog een vraag/);
    });

    it('of its author under what was erased can still go', async () => {
      const { id: mine } = await say(author, 'Nog iets', false);
      await say(other, 'Waarom?', true);
      const { version } = await author.read('getExperience', { id: experienceId });
      await send(author, 'eraseExperience', { id: experienceId, version });
      const mineNow = (await author.read('listReplies', { id: experienceId })).items.find(({ id }) => id === mine);
      await send(author, 'eraseReply', { experienceId, id: mine, version: mineNow?.version ?? 0 });
      await home.morningOf('2026-03-03');
      const left = (await other.read('listReplies', { id: experienceId })).items.map(({ text }) => text);
      assert.deepEqual(left, ['Waarom?']);
    });

    it('is not there without what it is about, when both come at once', async () => {
      for (let n = 0; n < 6; n += 1) {
        const { id, version } = await experienceBy(author);
        const text = `Tegelijk ${String(n)}?`;
        await Promise.allSettled([
          say(other, text, true, { experienceId: id }),
          send(author, 'eraseExperience', { id, version }),
        ]);
        const isThere = await other.read('getExperience', { id }).then(
          () => true,
          () => false,
        );
        assert.equal((await home.kept()).includes(text), isThere, text);
      }
    });

    it('that lost what it is about goes when it is kept for too long', async () => {
      const settings = { ...madeSpace().settings, retentionDays: { reply: 30 } };
      const seed = madeSeed({ settings });
      seed.get(SPACE)?.push(seedRow('reply', 'r-wees', { ...seededReply('r-wees', 'e-weg'), text: 'Wees' }));
      home = await open(seed, TODAY);
      home.moveTo('2026-04-10');
      for (let tries = 0; tries < 40 && (await home.kept()).includes('Wees'); tries += 1) {
        await (await home.as(CORE)).read('getSpace', {});
        await home.settled();
      }
      assert.doesNotMatch(await home.kept(), /Wees/);
    });

    it('that asks again after the author answered waits for them, also on the same day', async () => {
      const asked = async () => {
        const { items } = await (await home.as('wonen-2')).read('listForMe', {});
        return items.flatMap(({ kind, ids }) => (kind === 'experienceAsked' ? ids : []));
      };
      await home.morningOf(TODAY);
      const { id } = await experienceBy(author, { authorShownAs: 'named' });
      await say(other, 'Waarom?', true, { experienceId: id });
      assert.deepEqual(await asked(), [id]);
      home.moveTo(TODAY);
      await say(author, 'Daarom.', false, { experienceId: id });
      assert.deepEqual(await asked(), []);
      await new Promise((resolve) => setTimeout(resolve, 3));
      home.moveTo('2026-03-03');
      await home.morningOf('2026-03-03');
      await say(author, 'En dit nog.', false, { experienceId: id });
      home.moveTo('2026-03-03');
      await say(other, 'En hoe dan?', true, { experienceId: id });
      assert.deepEqual(await asked(), [id]);
    });

    it('that is asked on the day on which an anonymous answer came out waits for its author', async () => {
      const asked = async () => {
        const { items } = await (await home.as('wonen-2')).read('listForMe', {});
        return items.flatMap(({ kind, ids }) => (kind === 'experienceAsked' ? ids : []));
      };
      const { id } = await experienceBy(author, { authorShownAs: 'anonymous' });
      await home.morningOf('2026-03-03');
      home.moveTo('2026-03-03');
      await say(other, 'Waarom?', true, { experienceId: id });
      assert.deepEqual(await asked(), [id]);
      await say(author, 'Daarom.', false, { experienceId: id });
      assert.deepEqual(await asked(), [], 'the answer waits');
      await home.morningOf('2026-03-04');
      assert.deepEqual(await asked(), [], 'the answer came out');
      await say(other, 'En hoe dan?', true, { experienceId: id });
      assert.deepEqual(await asked(), [id], 'asked again');
    });

    it('is not there under another experience', async () => {
      const elsewhere = await experienceBy(author);
      const { id, version } = await say(other, 'Waarom?', true);
      await refused(send(other, 'eraseReply', { experienceId: elsewhere.id, id, version }), 'notFound');
    });

    it('is not written by an admin', async () => {
      await refused(say(await home.as(ADMIN), 'Waarom?', true), 'forbidden');
    });
  });
}

const MINE = { name: '', jobTitle: 'medewerker', partyId: 'wonen' };

const seededReply = (id: Id, experienceId: Id): Reply => ({
  ...{ id, experienceId, text: 'Aanvulling', isQuestion: false, isByAuthor: true, author: MINE, authorId: 'wonen-2' },
  ...{ writtenOn: '2026-03-01', sortKey: id, audience: 'everyone', version: 1 },
});

/** An experience under which its author said more than a page, before anybody else said anything. */
function muchSaid(): Seed {
  const seed = madeSeed();
  const rows = seed.get(SPACE);
  rows?.push(
    seedRow('experience', 'e-lang', {
      ...{ id: 'e-lang', title: 'Lang', kind: 'lesson', whatHappened: 'Veel.', adviceWelcome: true, driverIds: [] },
      ...{ language: 'nl', authorShownAs: 'named', author: MINE, authorId: 'wonen-2', audienceChoice: 'everyone' },
      ...{
        audience: 'everyone',
        writtenOn: '2026-03-01',
        sortKey: 'e',
        status: 'published',
        isPinned: false,
        version: 1,
      },
    }),
  );
  for (let n = 0; n < 101; n += 1) {
    const id = `r-${String(n).padStart(3, '0')}`;
    rows?.push(seedRow('reply', id, seededReply(id, 'e-lang')));
  }
  const { authorId: _id, ...question } = { ...seededReply('r-vraag', 'e-lang'), isByAuthor: false, isQuestion: true };
  const by = { author: { ...MINE, partyId: 'jeugd' }, authorId: 'jeugd-1' };
  rows?.push(seedRow('reply', 'r-vraag', { ...question, ...by, text: 'Nog een vraag', writtenOn: TODAY }));
  return seed;
}
