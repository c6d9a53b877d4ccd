import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  ADMIN,
  CORE,
  SPACE,
  TODAY,
  experienceBy,
  ideaBy,
  itemBy,
  madeSeed,
  madeSpace,
  needBy,
  refused,
  resultBy,
  send,
  sessionInput,
} from './kit';
import type { Home, OpenHome } from './kit';
import { SamenError } from '../../../src/model/errors';
import { newId } from '../../../src/model/new-id';
import type { Day, Id, RetainedKind } from '../../../src/model/types';

const ME: Id = 'wonen-2';
const { settings } = madeSpace();

export function retentionConformance(open: OpenHome): void {
  /** A space that keeps each of these for thirty days. */
  const keeping = (...kinds: RetainedKind[]): Promise<Home> => {
    const retentionDays = Object.fromEntries(kinds.map((kind) => [kind, 30]));
    return open(madeSeed({ settings: { ...settings, retentionDays } }), TODAY);
  };
  /** It is that day, and what is kept for too long is looked for; until `isGone`, or for a while to see that it stays. */
  async function purged(home: Home, day: Day, isGone: () => Promise<boolean> = () => Promise.resolve(false)) {
    home.moveTo(day);
    for (let tries = 0; tries < 40; tries += 1) {
      // In this browser it is done by whoever opens the space.
      await (await home.as(CORE)).read('getSpace', {});
      if (await isGone()) return;
      await home.settled();
      if (tries >= 3 && isGone === STAYS) return;
    }
    if (isGone !== STAYS) assert.fail('it is still there');
  }
  const STAYS = () => Promise.resolve(false);
  const gone = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work;
      return false;
    } catch (error) {
      return error instanceof SamenError && error.kind === 'notFound';
    }
  };

  describe('what is kept no longer than the space says', () => {
    let home: Home;

    it('goes on the day after, and not before', async () => {
      home = await keeping('experience');
      const me = await home.as(ME);
      const { id } = await experienceBy(me);
      await purged(home, '2026-04-01', STAYS);
      assert.equal((await me.read('getExperience', { id })).id, id);
      await purged(home, '2026-04-02', () => gone(me.read('getExperience', { id })));
      assert.ok(!(await home.kept()).includes(id));
    });

    it('stays when the space says nothing of its kind', async () => {
      home = await keeping('need');
      const me = await home.as(ME);
      const { id } = await experienceBy(me);
      const need = await needBy(me);
      await purged(home, '2027-01-02', async () => (await me.read('listNeeds', {})).items.length === 0);
      assert.equal((await me.read('getExperience', { id })).id, id);
      assert.ok(!(await home.kept()).includes(need.id));
    });

    it('leaves a tombstone, and what others said', async () => {
      home = await keeping('experience');
      const [me, other] = [await home.as(ME), await home.as('jeugd-1')];
      const { id } = await experienceBy(me, { authorShownAs: 'named' });
      await send(other, 'saveReply', { experienceId: id, id: newId(), version: 0, text: 'Waarom?', isQuestion: true });
      const status = async () => (await other.read('getExperience', { id })).status;
      await purged(home, '2026-04-03', async () => (await status()) === 'erased');
      const { title, whatHappened, author } = await other.read('getExperience', { id });
      assert.deepEqual([title, whatHappened, author], ['', '', undefined]);
      assert.equal((await other.read('listReplies', { id })).items[0]?.text, 'Waarom?');
    });

    it('sets the other half of a match free', async () => {
      home = await keeping('need');
      const [me, other] = [await home.as(ME), await home.as('jeugd-1')];
      const ask = await needBy(me);
      home.moveTo('2026-03-20');
      const offer = await needBy(other, { kind: 'offer' });
      await send(me, 'matchNeed', { id: ask.id, withId: offer.id, version: 1 });
      const left = async () => (await other.read('listNeeds', {})).items;
      await purged(home, '2026-04-04', async () => (await left()).length === 1);
      const [one] = await left();
      assert.deepEqual([one?.id, one?.status, one?.matchedWithId], [offer.id, 'open', undefined]);
    });

    it('is never what goes on: an open item, a session that comes again', async () => {
      home = await keeping('agendaItem', 'session');
      const core = await home.as(CORE);
      const [open_, closed] = [await itemBy(core), await itemBy(core)];
      await send(core, 'finishItem', { id: closed.id, version: 1 });
      const again = await send(core, 'saveSession', sessionInput({ recurrence: 'FREQ=WEEKLY' }));
      const once = await send(core, 'saveSession', sessionInput());
      await purged(home, '2026-05-02', () => gone(core.read('getAgendaItem', { id: closed.id })));
      assert.equal((await core.read('getAgendaItem', { id: open_.id })).id, open_.id);
      const sessions = (await core.read('listSessions', {})).items.map(({ id }) => id);
      assert.deepEqual(sessions, [again.id], once.id);
    });

    it('is also an idea, a result and a report that was kept', async () => {
      home = await keeping('idea', 'result', 'keptReport');
      const core = await home.as(CORE);
      await ideaBy(await home.as(ME));
      await resultBy(await home.as(ME));
      await send(core, 'saveKeptReport', {
        ...{ id: newId(), version: 0, from: '2026-02-01', until: TODAY, introduction: '', choices: [] },
        audience: 'everyone',
      });
      const left = async () => [
        ...(await core.read('listIdeas', {})).items,
        ...(await core.read('listResults', {})).items,
        ...(await core.read('listKeptReports', {})).items,
      ];
      assert.equal((await left()).length, 3);
      await purged(home, '2026-04-06', async () => (await left()).length === 0);
    });

    it('is also a card, a reply and a line of the log', async () => {
      home = await keeping('meaning', 'reply', 'logEntry');
      const [me, core] = [await home.as(ME), await home.as(CORE)];
      await send(me, 'saveMeaning', { version: 0, text: 'Elkaar bellen', audience: 'everyone' });
      const { id } = await experienceBy(core);
      await send(me, 'saveReply', { experienceId: id, id: newId(), version: 0, text: 'Waarom?', isQuestion: true });
      await send(core, 'pinExperience', { id, reason: 'Mooi' });
      home.moveTo('2026-03-20');
      await send(core, 'unpinExperience', { id, reason: 'Genoeg' });
      await purged(home, '2026-04-05', async () => (await core.read('listLogEntries', {})).items.length === 1);
      assert.equal((await core.read('listLogEntries', {})).items[0]?.reason, 'Genoeg');
      assert.deepEqual((await me.read('listMeanings', {})).items, []);
      assert.deepEqual((await me.read('listReplies', { id })).items, []);
    });
  });

  describe('how long things are kept', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });
    const keep = (retentionDays: object) =>
      ({ id: SPACE, version: 1, settings: { ...settings, retentionDays } }) as const;

    it('is the admin’s to say, and stands in the log with what it was', async () => {
      await refused(send(await home.as(CORE), 'changeSpace', keep({ experience: 365 })), 'forbidden');
      const admin = await home.as(ADMIN);
      const changed = await send(admin, 'changeSpace', keep({ experience: 365 }));
      assert.deepEqual(changed.settings.retentionDays, { experience: 365 });
      const next = { ...settings, smallestGroup: 6, retentionDays: { experience: 400 } };
      await send(admin, 'changeSpace', { id: SPACE, version: 2, settings: next });
      await send(admin, 'changeSpace', { id: SPACE, version: 3, name: 'Anders' });
      for (const reader of [admin, await home.as(CORE)]) {
        const { items } = await reader.read('listLogEntries', {});
        assert.deepEqual(
          items.map(({ action, aboutId, by }) => [action, aboutId, by.partyId]),
          [
            ['settings', SPACE, 'beleid'],
            ['settings', SPACE, 'beleid'],
          ],
        );
        const changes = items
          .flatMap((item) => item.changes ?? [])
          .map(({ what, from, to }) => `${what} ${from} ${to}`);
        assert.deepEqual(changes.sort(), [
          'retentionDays.experience  365',
          'retentionDays.experience 365 400',
          'smallestGroup 5 6',
        ]);
      }
    });

    it('is a month at least, of kinds that there are', async () => {
      const admin = await home.as(ADMIN);
      for (const wrong of [{ experience: 29 }, { experience: 30.5 }, { experience: '365' }, { alles: 365 }])
        await refused(send(admin, 'changeSpace', keep(wrong)), 'invalid');
      await send(admin, 'changeSpace', keep({ experience: 30 }));
    });
  });

  describe('an experience that was erased', () => {
    it('is gone without a trace where it was named, but for its tombstone', async () => {
      const home = await open(madeSeed(), TODAY);
      const [me, core, other] = [await home.as(ME), await home.as(CORE), await home.as('jeugd-1')];
      const { id, version } = await experienceBy(me);
      await send(other, 'saveReply', { experienceId: id, id: newId(), version: 0, text: 'Waarom?', isQuestion: true });
      const need = await needBy(me, { experienceId: id });
      const session = await send(core, 'saveSession', sessionInput({ experienceIds: [id] }));
      const item = await itemBy(me, { experienceId: id });
      const idea = await ideaBy(me, { experienceId: id });
      const result = await resultBy(me, { experienceIds: [id] });
      await send(core, 'publishResult', { id: result.id, version: result.version, reason: 'Mooi' });
      assert.equal(item.experienceId, id);
      await send(me, 'eraseExperience', { id, version });
      assert.equal((await other.read('getExperience', { id })).status, 'erased');
      assert.equal((await other.read('getExperience', { id })).agendaItems, undefined);
      assert.equal((await other.read('getAgendaItem', { id: item.id })).experienceId, undefined);
      const [shown] = (await other.read('listNeeds', {})).items;
      assert.deepEqual([shown?.id, shown?.experienceId], [need.id, undefined]);
      assert.equal((await other.read('listIdeas', {})).items[0]?.experienceId, undefined, idea.id);
      const published = await other.read('getResult', { id: result.id });
      assert.deepEqual([published.experienceIds, published.evidence, published.quote], [[], [], undefined]);
      for (const [kind, of] of [
        ['agendaItem', item.id],
        ['result', result.id],
        ['need', need.id],
      ] as const)
        assert.ok(!JSON.stringify(await other.read('getChain', { kind, id: of })).includes(id), kind);
      const [planned] = (await other.read('listSessions', {})).items;
      assert.deepEqual([planned?.id, planned?.experienceIds], [session.id, []]);
    });
  });
}
