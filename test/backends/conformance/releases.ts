import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, CORE, STRANGER, TODAY, madeSeed, people, refused, send } from './kit';
import type { Home, OpenHome } from './kit';
import { answers, checkIn, openRound } from './rounds';
import type { SpaceConnection } from '../../../src/contract/backend';
import { newId } from '../../../src/model/new-id';
import type { Answer, Id, Release, Round } from '../../../src/model/types';

const CLOSES = '2026-03-20';

export function releasesConformance(open: OpenHome): void {
  describe('the release of a round', () => {
    let home: Home;
    let core: SpaceConnection;
    let round: Round;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
      core = await home.as(CORE);
      round = await openRound(core, CLOSES);
    });

    const everybody = async (partyId: Id, answerOf: (index: number) => Answer, note?: string) => {
      for (const [index, person] of people(partyId).entries())
        await checkIn(home, round.id, person, answers(answerOf(index), note && `${note} ${person}`));
    };
    const alternating = (index: number): Answer => (index % 2 === 0 ? 'good' : 'notWorking');
    const close = async (): Promise<Release> => {
      home.moveTo(CLOSES);
      await send(core, 'closeRound', { id: round.id, version: 1 });
      return core.read('getSummary', { roundId: round.id });
    };

    it('is not there before the round closes', async () => {
      await refused(core.read('getSummary', { roundId: round.id }), { kind: 'conflict', reason: 'roundStillOpen' });
      await refused(core.read('getSummary', { roundId: newId() }), 'notFound');
    });

    it('shows large groups, and says no numbers of small ones', async () => {
      for (const party of ['beleid', 'wonen', 'welzijn', 'jeugd']) await everybody(party, alternating);
      const { groups, total } = await close();
      const of = (partyId: Id) => groups.find(({ partyIds }) => partyIds.includes(partyId));
      assert.equal(total?.respondents, 21);
      assert.equal(of('jeugd')?.hidden, 'tooFew');
      assert.ok(groups.some(({ hidden }) => hidden === 'protectsOthers'));
      for (const group of groups) {
        assert.equal(group.respondents === undefined, group.hidden !== false);
        assert.equal(group.answers === undefined, group.hidden !== false);
      }
    });

    it('says nothing at all of fewer than five people', async () => {
      for (const person of people('wonen').slice(0, 4)) await checkIn(home, round.id, person);
      const { total, groups, notes } = await close();
      assert.equal(total, undefined);
      assert.deepEqual(notes, []);
      assert.ok(groups.every(({ hidden }) => hidden));
    });

    it('is the same for everyone in the space, and for nobody else', async () => {
      await everybody('wonen', alternating);
      const made = await close();
      for (const person of ['wonen-1', 'jeugd-1', ADMIN])
        assert.deepEqual(await (await home.as(person)).read('getSummary', { roundId: round.id }), made);
      await refused((await home.as(STRANGER)).read('getSummary', { roundId: round.id }), 'notFound');
    });

    it('is made once, whatever changes afterwards', async () => {
      await everybody('wonen', alternating);
      const made = await close();
      const admin = await home.as(ADMIN);
      for (const id of people('wonen').slice(0, 3)) await send(admin, 'removeMember', { id, version: 1 });
      home.moveTo('2026-05-01');
      assert.deepEqual(await core.read('getSummary', { roundId: round.id }), made);
    });

    it('counts people in the party of their first check-in', async () => {
      await everybody('wonen', alternating);
      const moved = { id: 'wonen-1', version: 1, name: '', jobTitle: 'x', partyId: 'beleid', role: 'member' as const };
      await send(await home.as(ADMIN), 'saveMember', moved);
      const me = await home.as('wonen-1');
      await send(me, 'saveCheckIn', { roundId: round.id, version: 1, answers: answers('couldBeBetter') });
      const wonen = (await close()).groups.find(({ partyIds }) => partyIds.includes('wonen'));
      assert.equal(wonen?.respondents, 6);
    });

    it('gives sentences from ten writers on, of the whole space', async () => {
      await everybody('wonen', alternating, 'zin');
      await everybody('beleid', alternating, 'zin');
      const { notes } = await close();
      assert.equal(notes.length, 3);
      const written = [...people('wonen'), ...people('beleid')].map((person) => `zin ${person}`);
      for (const { sentences } of notes) assert.deepEqual([...sentences].sort(), written.sort());
    });

    it('keeps the sentences of fewer than ten from everybody, for good', async () => {
      await everybody('wonen', alternating, 'kanarie');
      assert.deepEqual((await close()).notes, []);
      assert.doesNotMatch(await home.kept(), /kanarie/);
    });

    it('is all that is left of the check-ins', async () => {
      await everybody('wonen', alternating);
      await close();
      const mine = await (await home.as('wonen-1')).read('getMyCheckIn', { roundId: round.id });
      assert.deepEqual(mine, { roundId: round.id, answers: [], version: 0 });
    });
  });

  it('what is kept after closing does not tell who answered what', async () => {
    /** Two worlds that differ only in which of two colleagues was content. */
    const keptWhen = async (contented: Id): Promise<string> => {
      const home = await open(madeSeed(), TODAY);
      const core = await home.as(CORE);
      const roundId = 'ronde-1';
      await core.write('openRound', { id: roundId, closesOn: CLOSES }, { key: 'open' });
      for (const person of people('wonen')) {
        const given = answers(person === contented || person > 'wonen-4' ? 'good' : 'notWorking');
        const me = await home.as(person);
        await me.write('saveCheckIn', { roundId, version: 0, answers: given }, { key: `k-${person}` });
      }
      home.moveTo(CLOSES);
      await core.write('closeRound', { id: roundId, version: 1 }, { key: 'close' });
      return home.kept();
    };
    assert.equal(await keptWhen('wonen-1'), await keptWhen('wonen-2'));
  });
}
