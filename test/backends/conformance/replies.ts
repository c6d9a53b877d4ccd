import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, TODAY, experienceBy, madeSeed, refused, send } from './kit';
import type { Home, OpenHome } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import type { Input } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';
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
