import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, CORE, PARTNER_CORE, TODAY, again, experienceBy, madeSeed, needBy, refused, send } from './kit';
import type { Home, OpenHome } from './kit';
import type { ExperienceView } from '../../../src/model/experience-types';
import { newId } from '../../../src/model/new-id';
import type { AudienceChoice, Id } from '../../../src/model/types';

export function experiencesConformance(open: OpenHome): void {
  describe('an experience', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });
    const feedOf = async (personId: Id, input = {}) =>
      (await (await home.as(personId)).read('listExperiences', input)).items;
    const titlesOf = async (personId: Id, input = {}) => (await feedOf(personId, input)).map(({ title }) => title);

    it('is read as its author chose to stand under it', async () => {
      const me = await home.as('wonen-2');
      const { id, version, ...view } = await experienceBy(me, { whatNext: 'Eerst bellen', driverIds: [] });
      assert.match(String(version), /^\d{1,9}$/);
      assert.deepEqual(view, {
        title: 'Even bellen scheelt een week',
        kind: 'success',
        whatHappened: 'Ik belde meteen met Werk.',
        whatNext: 'Eerst bellen',
        adviceWelcome: false,
        driverIds: [],
        language: 'nl',
        authorShownAs: 'jobTitle',
        author: { name: '', jobTitle: 'medewerker', partyId: 'wonen' },
        audienceChoice: 'everyone',
        writtenOn: TODAY,
        status: 'published',
        isPinned: false,
        isMine: true,
        advice: 'open',
        reactions: { recognise: 0, help: 0, learn: 0 },
        myReactions: [],
        replies: 0,
        questions: 0,
        isPacked: false,
      });
      const [seen] = await feedOf('jeugd-1');
      assert.deepEqual(seen, { ...view, id, version, isMine: false, advice: 'askFirst' });
      assert.deepEqual(await (await home.as('jeugd-1')).read('getExperience', { id }), seen);
    });

    it('comes with the names that a feed needs, with its first page alone', async () => {
      for (let n = 0; n < 3; n += 1) await experienceBy(await home.as('wonen-2'));
      const me = await home.as('jeugd-1');
      const first = await me.read('listExperiences', { limit: 2 });
      assert.equal(first.labels?.me.member?.partyId, 'jeugd');
      assert.deepEqual(first.labels?.parties[0], {
        id: 'beleid',
        kind: 'department',
        name: 'Beleid',
        shortName: 'Beleid',
      });
      assert.deepEqual(first.labels?.drivers[0], { id: 'd-een', name: 'een', icon: 'house' });
      const second = await me.read('listExperiences', { limit: 2, cursor: first.nextCursor ?? '' });
      assert.equal(second.labels, undefined);
      assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 3);
      assert.equal(second.nextCursor, undefined);
    });

    const matrix: [AudienceChoice, Id[], Id[]][] = [
      ['me', ['wonen-2'], ['wonen-3', CORE, PARTNER_CORE, 'jeugd-1', ADMIN]],
      ['party', ['wonen-2', 'wonen-3'], [CORE, PARTNER_CORE, 'jeugd-1', ADMIN]],
      ['internal', ['wonen-2', 'wonen-3', CORE, ADMIN], [PARTNER_CORE, 'jeugd-1']],
      ['everyone', ['wonen-2', 'wonen-3', CORE, PARTNER_CORE, 'jeugd-1', ADMIN], []],
    ];
    for (const [audience, readers, others] of matrix) {
      it(`for "${audience}" is read by ${readers.join(', ')} only: in lists, by its id, in a search, with its replies`, async () => {
        const { id } = await experienceBy(await home.as('wonen-2'), { audience });
        for (const person of readers) {
          assert.equal((await feedOf(person)).length, 1, person);
          const from = await home.as(person);
          assert.equal((await from.read('searchExperiences', { text: 'bellen' })).items.length, 1, person);
          assert.equal((await from.read('getExperience', { id })).id, id);
          assert.deepEqual((await from.read('listReplies', { id })).items, []);
        }
        for (const person of others) {
          const from = await home.as(person);
          assert.deepEqual(await feedOf(person), [], person);
          assert.deepEqual((await from.read('searchExperiences', { text: 'bellen' })).items, []);
          await refused(from.read('getExperience', { id }), 'notFound');
          await refused(from.read('listReplies', { id }), 'notFound');
          await refused(send(from, 'eraseExperience', { id, version: 1 }), 'notFound');
          if (person === ADMIN) continue;
          await refused(send(from, 'setReaction', { id, reaction: 'learn' }), 'notFound');
          await refused(send(from, 'packExperience', { id, isPacked: true }), 'notFound');
          await refused(send(from, 'reportExperience', { id, reason: 'x' }), 'notFound');
          const reply = { experienceId: id, id: newId(), version: 0, text: 'Hoe?', isQuestion: true };
          await refused(send(from, 'saveReply', reply), 'notFound');
        }
      });
    }

    it('is not written for the departments by a partner, and not at all by an admin', async () => {
      await refused(experienceBy(await home.as('jeugd-1'), { audience: 'internal' }), {
        kind: 'forbidden',
        fields: [{ pointer: '/audience', code: 'unknown' }],
      });
      await refused(experienceBy(await home.as(ADMIN)), 'forbidden');
    });

    it('appears for more people when its audience becomes wider, and is gone when it becomes smaller', async () => {
      const me = await home.as('wonen-2');
      const first = await experienceBy(me, { audience: 'internal' });
      const wider = await send(me, 'saveExperience', again(first, { audience: 'everyone' }));
      assert.equal((await feedOf('jeugd-1')).length, 1);
      await send(await home.as('jeugd-1'), 'setReaction', { id: first.id, reaction: 'help' });
      const now = await me.read('getExperience', { id: first.id });
      assert.deepEqual(now.helpers, [{ name: '', jobTitle: 'medewerker', partyId: 'jeugd' }]);
      await send(me, 'saveExperience', again({ ...now, version: wider.version }, { audience: 'party' }));
      assert.deepEqual(await feedOf('jeugd-1'), []);
      await refused((await home.as('jeugd-1')).read('getExperience', { id: first.id }), 'notFound');
    });

    it('is changed by its author alone, from the version that is there', async () => {
      const me = await home.as('wonen-2');
      const first = await experienceBy(me);
      for (const other of ['wonen-3', CORE]) {
        await refused(send(await home.as(other), 'saveExperience', again(first, { title: 'Anders' })), 'forbidden');
        await refused(
          send(await home.as(other), 'eraseExperience', { id: first.id, version: first.version }),
          'forbidden',
        );
        await refused(send(await home.as(other), 'followUpExperience', { id: first.id, answer: 'yes' }), 'forbidden');
      }
      const next = await send(me, 'saveExperience', again(first, { title: 'Beter' }));
      assert.notEqual(next.version, first.version);
      await refused(send(me, 'saveExperience', again(first, { title: 'Later' })), {
        kind: 'stale',
        current: { title: 'Beter' },
      });
    });

    it('says all that is wrong with it at once', async () => {
      const me = await home.as('wonen-2');
      await refused(experienceBy(me, { title: ' ', whatHappened: '', driverIds: ['d-vier'] }), {
        kind: 'invalid',
        fields: [
          { pointer: '/title', code: 'required' },
          { pointer: '/whatHappened', code: 'required' },
        ],
      });
      await refused(experienceBy(me, { driverIds: ['d-een', 'd-een', 'd-vier'] }), {
        kind: 'invalid',
        fields: [
          { pointer: '/driverIds/1', code: 'duplicate' },
          { pointer: '/driverIds/2', code: 'unknown' },
        ],
      });
    });

    it('can be shown with more of its author, and never with less', async () => {
      const me = await home.as('wonen-2');
      const first = await experienceBy(me);
      const less = { kind: 'conflict', reason: 'authorLessOpen' } as const;
      await refused(send(me, 'saveExperience', again(first, { authorShownAs: 'anonymous' })), less);
      const named = await send(me, 'saveExperience', again(first, { authorShownAs: 'named' }));
      await refused(send(me, 'saveExperience', again(named, { authorShownAs: 'jobTitle' })), less);
      assert.equal((await me.read('getExperience', { id: first.id })).isMine, true);
    });

    it('is filtered by driver, party and kind, and by what one packed or wrote', async () => {
      const [wonen, jeugd] = [await home.as('wonen-2'), await home.as('jeugd-1')];
      const one = await experienceBy(wonen, { title: 'Een', driverIds: ['d-een', 'd-twee'], kind: 'lesson' });
      await experienceBy(jeugd, { title: 'Twee', driverIds: ['d-twee'], authorShownAs: 'named' });
      await experienceBy(jeugd, { title: 'Drie', driverIds: [], kind: 'question' });
      assert.deepEqual((await titlesOf(CORE, { driver: 'd-twee' })).sort(), ['Een', 'Twee']);
      assert.deepEqual((await titlesOf(CORE, { party: 'jeugd' })).sort(), ['Drie', 'Twee']);
      assert.deepEqual(await titlesOf(CORE, { kind: 'lesson' }), ['Een']);
      assert.deepEqual(await titlesOf(CORE, { kind: 'lesson', party: 'jeugd' }), []);
      assert.deepEqual((await titlesOf('jeugd-1', { collection: 'mine' })).sort(), ['Drie', 'Twee']);
      assert.deepEqual(await titlesOf('jeugd-2', { collection: 'mine' }), []);
      const packed = await send(jeugd, 'packExperience', { id: one.id, isPacked: true });
      assert.equal(packed.isPacked, true);
      assert.deepEqual(await titlesOf('jeugd-1', { collection: 'packed' }), ['Een']);
      assert.deepEqual(await titlesOf('jeugd-2', { collection: 'packed' }), []);
      await send(jeugd, 'packExperience', { id: one.id, isPacked: false });
      assert.deepEqual(await titlesOf('jeugd-1', { collection: 'packed' }), []);
    });

    it('is found by its words, in whatever field, whatever their case and accents, and from their beginning on', async () => {
      const me = await home.as('wonen-2');
      await experienceBy(me, {
        title: 'Koffie helpt',
        whatHappened: 'Wij zaten aan tafel.',
        whatLearned: 'Coördinatie is een kop koffie',
      });
      await experienceBy(me, { title: 'Drie moeilijke woorden minder', askOthers: 'Welke brief sturen jullie op?' });
      const found = async (text: string) =>
        (await me.read('searchExperiences', { text })).items.map(({ title }) => title);
      assert.deepEqual(await found('KOFFIE'), ['Koffie helpt']);
      assert.deepEqual(await found('coordinatie'), ['Koffie helpt']);
      assert.deepEqual(await found('moeilijke brief'), ['Drie moeilijke woorden minder']);
      assert.deepEqual(await found('moeil'), ['Drie moeilijke woorden minder']);
      assert.deepEqual(await found('koffie brief'), []);
      for (const odd of ["koffie' or '1'='1", '!!!', '& | !', '"', '%_', '\\']) await found(odd);
    });

    it('comes newest day first, what is pinned before all', async () => {
      const me = await home.as('wonen-2');
      const oldest = await experienceBy(me, { title: 'Oud' });
      home.moveTo('2026-03-03');
      await experienceBy(me, { title: 'Nieuwer' });
      home.moveTo('2026-03-04');
      await experienceBy(me, { title: 'Nieuwst' });
      assert.deepEqual(await titlesOf('jeugd-1'), ['Nieuwst', 'Nieuwer', 'Oud']);
      await send(await home.as(CORE), 'pinExperience', { id: oldest.id, reason: '' });
      assert.deepEqual(await titlesOf('jeugd-1'), ['Oud', 'Nieuwst', 'Nieuwer']);
      const first = await (await home.as('jeugd-1')).read('listExperiences', { limit: 2 });
      const second = await titlesOf('jeugd-1', { limit: 2, cursor: first.nextCursor });
      assert.deepEqual(second, ['Nieuwer']);
    });

    it('is reacted to by others, each once a kind, and by its author not', async () => {
      const { id } = await experienceBy(await home.as('wonen-2'));
      const [jeugd, core] = [await home.as('jeugd-1'), await home.as(CORE)];
      await send(jeugd, 'setReaction', { id, reaction: 'learn' });
      await send(jeugd, 'setReaction', { id, reaction: 'learn' });
      await send(core, 'setReaction', { id, reaction: 'learn' });
      const seen = await send(jeugd, 'setReaction', { id, reaction: 'help' });
      assert.deepEqual(seen.reactions, { recognise: 0, help: 1, learn: 2 });
      assert.deepEqual([...seen.myReactions].sort(), ['help', 'learn']);
      assert.equal(seen.helpers, undefined);
      await send(jeugd, 'removeReaction', { id, reaction: 'learn' });
      await send(jeugd, 'removeReaction', { id, reaction: 'learn' });
      assert.deepEqual((await feedOf(CORE))[0]?.reactions, { recognise: 0, help: 1, learn: 1 });
      const own = send(await home.as('wonen-2'), 'setReaction', { id, reaction: 'learn' });
      await refused(own, { kind: 'conflict', reason: 'ownExperience' });
    });

    it('asks its author after fourteen days what became of it, until they say so', async () => {
      const me = await home.as('wonen-2');
      const { id } = await experienceBy(me, { whatNext: 'Eerst bellen' });
      const due = async (personId: Id) => (await feedOf(personId))[0]?.isFollowUpDue;
      home.moveTo('2026-03-15');
      assert.equal(await due('wonen-2'), undefined);
      home.moveTo('2026-03-16');
      assert.equal(await due('wonen-2'), true);
      assert.equal(await due('jeugd-1'), undefined);
      // Who is busy still is asked once more, as long after; nobody else reads when they were asked.
      const busy = await send(me, 'followUpExperience', { id, answer: 'busy' });
      assert.deepEqual([busy.followUp, busy.isFollowUpDue, 'followedUpOn' in busy], ['busy', undefined, false]);
      home.moveTo('2026-03-29');
      assert.equal(await due('wonen-2'), undefined);
      home.moveTo('2026-03-30');
      assert.equal(await due('wonen-2'), true);
      assert.equal((await send(me, 'followUpExperience', { id, answer: 'yes' })).followUp, 'yes');
      assert.equal(await due('wonen-2'), undefined);
      assert.equal((await feedOf('jeugd-1'))[0]?.followUp, 'yes');
      const idle = await experienceBy(me);
      const nothing = send(me, 'followUpExperience', { id: idle.id, answer: 'no' });
      await refused(nothing, { kind: 'conflict', reason: 'nothingToFollowUp' });
    });

    it('is gone when it is erased, or leaves a tombstone where others answered', async () => {
      const me = await home.as('wonen-2');
      const jeugd = await home.as('jeugd-1');
      const quiet = await experienceBy(me, { title: 'Stil' });
      await send(me, 'eraseExperience', { id: quiet.id, version: quiet.version });
      assert.deepEqual(await feedOf('jeugd-1'), []);
      const { id, version } = await experienceBy(me, { title: 'Geheim', whatHappened: 'Geheim' });
      await send(jeugd, 'saveReply', { experienceId: id, id: newId(), version: 0, text: 'Waarom?', isQuestion: true });
      await send(me, 'eraseExperience', { id, version });
      const [tombstone] = await feedOf('jeugd-1');
      assert.equal(tombstone?.status, 'erased');
      assert.deepEqual([tombstone?.title, tombstone?.whatHappened, tombstone?.author], ['', '', undefined]);
      assert.equal((await jeugd.read('listReplies', { id })).items[0]?.text, 'Waarom?');
      assert.doesNotMatch(await home.kept(), /Geheim/);
      const reply = { experienceId: id, id: newId(), version: 0, text: 'Nog één', isQuestion: true };
      await refused(send(jeugd, 'saveReply', reply), { kind: 'conflict', reason: 'experienceErased' });
      assert.deepEqual((await me.read('searchExperiences', { text: 'geheim' })).items, []);
    });

    it('can become a need, of which only who may read it learns where it came from', async () => {
      const core = await home.as(CORE);
      const { id: experienceId } = await experienceBy(core, { audience: 'internal' });
      await needBy(await home.as('wonen-2'), { experienceId });
      const linked = async (personId: Id) =>
        (await (await home.as(personId)).read('listNeeds', {})).items[0]?.experienceId;
      assert.equal(await linked('wonen-3'), experienceId);
      assert.equal(await linked('jeugd-1'), undefined);
      await refused(needBy(await home.as('jeugd-1'), { experienceId }), 'notFound');
    });

    it('of who left keeps its words, by somebody who has no name any more', async () => {
      const me = await home.as('wonen-2');
      const { id } = await experienceBy(me, { authorShownAs: 'named', title: 'Blijft' });
      const other = await experienceBy(await home.as('jeugd-1'), { title: 'Ander' });
      await send(me, 'saveReply', { experienceId: other.id, id: newId(), version: 0, text: 'Hoe?', isQuestion: true });
      await send(await home.as(ADMIN), 'removeMember', { id: 'wonen-2', version: 1 });
      const former = { name: '', jobTitle: '', partyId: 'wonen', isFormer: true };
      const seen = await (await home.as('jeugd-1')).read('getExperience', { id });
      assert.deepEqual([seen.title, seen.author], ['Blijft', former]);
      const [reply] = (await (await home.as('jeugd-1')).read('listReplies', { id: other.id })).items;
      assert.deepEqual([reply?.text, reply?.author], ['Hoe?', former]);
    });

    it('that only its author could read goes with them, and is not there when they come back', async () => {
      const me = await home.as('wonen-2');
      const { id } = await experienceBy(me, { audience: 'me', authorShownAs: 'named', title: 'Voor mijzelf' });
      const unnamed = await experienceBy(me, { authorShownAs: 'jobTitle' });
      await send(me, 'packExperience', { id: unnamed.id, isPacked: true });
      const admin = await home.as(ADMIN);
      const listed = (await admin.read('listMembers', { limit: 100 })).items.find((member) => member.id === 'wonen-2');
      assert.ok(listed);
      await send(admin, 'removeMember', { id: 'wonen-2', version: listed.version });
      await send(admin, 'saveMember', { ...listed, version: 0 });
      await refused((await home.as('wonen-2')).read('getExperience', { id }), 'notFound');
      const seen = await feedOf('wonen-2');
      assert.deepEqual(
        seen.map((one) => [one.id, one.isMine, one.isPacked]),
        [[unnamed.id, false, false]],
      );
    });

    it('is seen by a preview as a partner sees it, and nothing of it can be changed there', async () => {
      const own = await experienceBy(await home.as(CORE), { audience: 'internal' });
      await experienceBy(await home.as(CORE), { title: 'Voor iedereen' });
      const preview = await home.as(CORE, undefined, 'partner');
      const items: ExperienceView[] = (await preview.read('listExperiences', {})).items;
      assert.deepEqual(
        items.map(({ title, isMine }) => [title, isMine]),
        [['Voor iedereen', false]],
      );
      await refused(preview.read('getExperience', { id: own.id }), 'notFound');
    });

    it('says whether a job title points at somebody', async () => {
      const peers = async (personId: Id) => (await (await home.as(personId)).read('getSpace', {})).jobTitlePeers;
      assert.equal(await peers('wonen-2'), 'enough');
      assert.equal(await peers('jeugd-1'), 'few');
    });
  });
}
