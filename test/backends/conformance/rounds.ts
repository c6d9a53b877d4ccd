import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, CORE, DRIVERS, PARTNER_CORE, TODAY, madeSeed, refused, send } from './kit';
import type { Home, OpenHome } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import { newId } from '../../../src/model/new-id';
import type { Answer, CheckInAnswer, Id, Round } from '../../../src/model/types';

const CLOSES = '2026-03-20';

export const answers = (answer: Answer, note?: string): CheckInAnswer[] =>
  DRIVERS.map(({ id: driverId }) => ({ driverId, answer, ...(note ? { note } : {}) }));

export const openRound = (by: SpaceConnection, closesOn = CLOSES): Promise<Round> =>
  send(by, 'openRound', { id: newId(), closesOn });

export async function checkIn(home: Home, roundId: Id, personId: Id, given = answers('good')): Promise<void> {
  await send(await home.as(personId), 'saveCheckIn', { roundId, version: 0, answers: given });
}

export function roundsConformance(open: OpenHome): void {
  let home: Home;
  beforeEach(async () => {
    home = await open(madeSeed(), TODAY);
  });

  describe('opening a round', () => {
    it('is for the core team, of departments and partners', async () => {
      for (const person of ['wonen-2', 'jeugd-1', ADMIN]) await refused(openRound(await home.as(person)), 'forbidden');
      const round = await openRound(await home.as(PARTNER_CORE));
      assert.deepEqual(round, {
        id: round.id,
        number: 1,
        openedOn: TODAY,
        closesOn: CLOSES,
        drivers: DRIVERS,
        participation: { about: 0, of: 22, on: TODAY },
        version: 1,
      });
      assert.deepEqual((await (await home.as('jeugd-1')).read('listRounds', {})).items, [round]);
    });

    it('is for one round at a time', async () => {
      const core = await home.as(CORE);
      const round = await openRound(core);
      await refused(openRound(core), { kind: 'conflict', reason: 'roundIsOpen' });
      const again = send(core, 'openRound', { id: round.id, closesOn: CLOSES });
      await refused(again, { kind: 'conflict', reason: 'alreadyExists' });
    });

    it('freezes the drivers', async () => {
      const core = await home.as(CORE);
      await openRound(core);
      const drivers = DRIVERS.map((driver) => ({ ...driver, name: 'Nieuw' }));
      await send(core, 'saveIntention', { version: 1, text: 'x', promise: '', drivers });
      assert.deepEqual((await core.read('listRounds', {})).items[0]?.drivers, DRIVERS);
    });

    it('asks for a day that exists and is not past', async () => {
      const core = await home.as(CORE);
      const fields = [{ pointer: '/closesOn', code: 'format' as const }];
      await refused(openRound(core, '2026-02-30'), { kind: 'invalid', fields });
      await refused(openRound(core, '2026-03-01'), { kind: 'conflict', reason: 'closesTooSoon' });
    });

    it('asks for an intention', async () => {
      const maker = await (await open(new Map(), TODAY)).as('maker', 'nieuw');
      await send(maker, 'createSpace', { id: 'nieuw', name: 'Nieuw' });
      await refused(openRound(maker), { kind: 'conflict', reason: 'noIntention' });
    });
  });

  describe('checking in', () => {
    let round: Round;
    beforeEach(async () => {
      round = await openRound(await home.as(CORE));
    });

    it('is for everyone in the space, admin and partners too', async () => {
      for (const person of ['wonen-2', 'jeugd-1', CORE, ADMIN]) {
        const me = await home.as(person);
        const input = { roundId: round.id, version: 0, answers: answers('couldBeBetter', `van ${person}`) };
        const mine = await send(me, 'saveCheckIn', input);
        assert.deepEqual(mine, { ...input, version: 1 });
        assert.deepEqual(await me.read('getMyCheckIn', { roundId: round.id }), mine);
      }
    });

    it('is empty before the first time, whoever else did', async () => {
      await checkIn(home, round.id, 'wonen-3');
      assert.deepEqual(await (await home.as('wonen-2')).read('getMyCheckIn', { roundId: round.id }), {
        roundId: round.id,
        answers: [],
        version: 0,
      });
      await refused((await home.as('wonen-2')).read('getMyCheckIn', { roundId: newId() }), 'notFound');
    });

    it('can be changed until the round closes, by the version it has', async () => {
      const me = await home.as('wonen-2');
      const first = { roundId: round.id, version: 0, answers: answers('good') };
      await send(me, 'saveCheckIn', first);
      await refused(send(me, 'saveCheckIn', first), { kind: 'stale', current: { version: 1 } });
      await send(me, 'saveCheckIn', { ...first, version: 1, answers: answers('notWorking') });
      const mine = await me.read('getMyCheckIn', { roundId: round.id });
      assert.deepEqual(mine, { roundId: round.id, version: 2, answers: answers('notWorking') });
    });

    it('answers every driver of the round, once', async () => {
      const me = await home.as('wonen-2');
      const [first, second, third] = answers('good');
      assert.ok(first && second && third);
      const attempt = (given: CheckInAnswer[]) =>
        send(me, 'saveCheckIn', { roundId: round.id, version: 0, answers: given });
      await refused(attempt([first, second]), { kind: 'invalid', fields: [{ pointer: '/answers', code: 'required' }] });
      await refused(attempt([first, second, third, first]), {
        kind: 'invalid',
        fields: [{ pointer: '/answers/3/driverId', code: 'duplicate' }],
      });
      await refused(attempt([first, second, { ...third, driverId: 'd-vier' }]), {
        kind: 'invalid',
        fields: [
          { pointer: '/answers/2/driverId', code: 'unknown' },
          { pointer: '/answers', code: 'required' },
        ],
      });
    });

    it('shows in no version, count or list of another person', async () => {
      const other = await home.as('jeugd-1');
      const before = (await other.read('listRounds', {})).items;
      for (const person of ['wonen-1', 'wonen-2', 'wonen-3', 'wonen-4', 'wonen-5', 'wonen-6'])
        await checkIn(home, round.id, person);
      assert.deepEqual((await other.read('listRounds', {})).items, before);
    });

    it('is counted in fives, once a day, without a new version', async () => {
      const other = await home.as('jeugd-1');
      const read = async () => (await other.read('listRounds', {})).items[0];
      for (const n of [1, 2, 3, 4, 5, 6]) await checkIn(home, round.id, `wonen-${String(n)}`);
      await checkIn(home, round.id, 'beleid-2');
      home.moveTo('2026-03-03');
      assert.deepEqual((await read())?.participation, { about: 5, of: 22, on: '2026-03-03' });
      for (const n of [3, 4, 5, 6]) await checkIn(home, round.id, `beleid-${String(n)}`);
      assert.deepEqual((await read())?.participation, { about: 5, of: 22, on: '2026-03-03' });
      home.moveTo('2026-03-04');
      assert.deepEqual((await read())?.participation, { about: 10, of: 22, on: '2026-03-04' });
      assert.equal((await read())?.version, 1);
    });

    it('is over when the round is closed', async () => {
      home.moveTo(CLOSES);
      await checkIn(home, round.id, 'wonen-2');
      home.moveTo('2026-03-21');
      await refused(checkIn(home, round.id, 'wonen-3'), { kind: 'conflict', reason: 'roundIsClosed' });
      await refused(checkIn(home, newId(), 'wonen-3'), 'notFound');
    });
  });

  describe('closing a round', () => {
    let round: Round;
    let core: SpaceConnection;
    beforeEach(async () => {
      core = await home.as(CORE);
      round = await openRound(core);
    });
    const close = (by: SpaceConnection, version = 1) => send(by, 'closeRound', { id: round.id, version });

    it('is for the core team, on the day that was fixed', async () => {
      await refused(close(core), { kind: 'conflict', reason: 'closesTooSoon' });
      home.moveTo(CLOSES);
      for (const person of ['wonen-2', 'jeugd-1', ADMIN]) await refused(close(await home.as(person)), 'forbidden');
      const closed = await close(await home.as(PARTNER_CORE));
      assert.deepEqual(closed, { ...round, closedOn: CLOSES, version: 2 });
      await refused(close(core, 2), { kind: 'conflict', reason: 'roundIsClosed' });
    });

    it('knows the version, and the round', async () => {
      home.moveTo(CLOSES);
      await refused(close(core, 3), { kind: 'stale', current: { version: 1 } });
      await refused(send(core, 'closeRound', { id: newId(), version: 1 }), 'notFound');
    });

    it('happens by itself after the last day, as of that day, at the next thing anyone asks', async () => {
      home.moveTo('2026-03-25');
      const { items } = await (await home.as('jeugd-1')).read('listRounds', {});
      assert.equal(items[0]?.closedOn, CLOSES);
      assert.equal(items[0]?.version, 2);
      assert.equal((await core.read('getSummary', { roundId: round.id })).roundId, round.id);
    });

    it('happens by itself also when it is the figures that are asked', async () => {
      home.moveTo('2026-03-25');
      assert.equal((await core.read('getSummary', { roundId: round.id })).roundId, round.id);
    });

    it('happens by itself before the next round opens', async () => {
      home.moveTo('2026-03-25');
      const next = await openRound(core, '2026-04-20');
      assert.equal(next.number, 2);
      assert.deepEqual(
        (await core.read('listRounds', {})).items.map(({ number }) => number),
        [2, 1],
      );
    });

    it('comes at least 28 days after the last closing', async () => {
      home.moveTo(CLOSES);
      await close(core);
      await refused(openRound(core, '2026-04-16'), { kind: 'conflict', reason: 'tooSoonAfterLast' });
      assert.equal((await openRound(core, '2026-04-17')).number, 2);
    });

    it('may happen on any day in a space for trying out', async () => {
      const settings = { smallestGroup: 5, smallestSentences: 10, roundIntervalDays: 0 };
      const trying = await (await open(madeSeed({ settings }), TODAY)).as(CORE);
      const tried = await openRound(trying, TODAY);
      assert.equal((await send(trying, 'closeRound', { id: tried.id, version: 1 })).closedOn, TODAY);
      assert.equal((await openRound(trying, TODAY)).number, 2);
    });
  });
}
