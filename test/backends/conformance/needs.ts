import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, CORE, TODAY, madeSeed, needBy, refused, send } from './kit';
import type { Home, OpenHome } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import type { Input } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';
import type { Need } from '../../../src/model/types';

const inputOf = ({ id, kind, driverId, text, version }: Need): Input<'saveNeed'> => ({
  id,
  kind,
  driverId,
  text,
  version,
});

export function needsConformance(open: OpenHome): void {
  let home: Home;
  let wonen: SpaceConnection;
  let welzijn: SpaceConnection;
  let jeugd: SpaceConnection;
  let core: SpaceConnection;
  beforeEach(async () => {
    home = await open(madeSeed(), TODAY);
    [wonen, welzijn, jeugd, core] = await Promise.all([
      home.as('wonen-2'),
      home.as('welzijn-2'),
      home.as('jeugd-1'),
      home.as(CORE),
    ]);
  });
  const there = async (id: string): Promise<Need | undefined> =>
    (await core.read('listNeeds', { limit: 100 })).items.find((need) => need.id === id);

  describe('a need', () => {
    it('is written by a member for the own party, and read by everyone', async () => {
      const need = await needBy(welzijn, { kind: 'offer', text: 'Een aanbod' });
      assert.deepEqual(need, {
        id: need.id,
        kind: 'offer',
        driverId: 'd-een',
        text: 'Een aanbod',
        partyId: 'welzijn',
        status: 'open',
        writtenBy: 'welzijn-2',
        createdOn: TODAY,
        audience: 'everyone',
        version: 1,
      });
      for (const person of ['wonen-2', 'jeugd-1', ADMIN])
        assert.deepEqual((await (await home.as(person)).read('listNeeds', {})).items, [need]);
    });

    it('is not written by an admin', async () => {
      await refused(needBy(await home.as(ADMIN)), 'forbidden');
    });

    it('is changed by its party, and by no other', async () => {
      const need = await needBy(wonen);
      const colleague = await home.as('wonen-3');
      const changed = await send(colleague, 'saveNeed', { ...inputOf(need), text: 'Anders' });
      assert.deepEqual(changed, { ...need, text: 'Anders', version: 2 });
      for (const other of [welzijn, core, await home.as(ADMIN)])
        await refused(send(other, 'saveNeed', { ...inputOf(changed), text: 'x' }), 'forbidden');
    });

    it('refuses a change based on another version, with what is there now', async () => {
      const need = await needBy(wonen);
      await send(wonen, 'saveNeed', { ...inputOf(need), text: 'Eerst' });
      const late = send(wonen, 'saveNeed', { ...inputOf(need), text: 'Later' });
      await refused(late, { kind: 'stale', current: { text: 'Eerst', version: 2 } });
      await refused(send(wonen, 'eraseNeed', { id: need.id, version: 1 }), { kind: 'stale', current: { version: 2 } });
    });

    it('is about a driver of the intention, or one that was', async () => {
      const fields = [{ pointer: '/driverId', code: 'unknown' as const }];
      await refused(needBy(wonen, { driverId: 'd-vier' }), { kind: 'invalid', fields });
      const need = await needBy(wonen);
      const intention = await core.read('getIntention', {});
      assert.ok(intention);
      const { changedOn: _on, drivers, ...words } = intention;
      const others = drivers.map((driver, index) => (index === 0 ? { ...driver, id: 'd-nieuw' } : driver));
      await send(core, 'saveIntention', { ...words, drivers: others });
      assert.equal((await send(wonen, 'saveNeed', { ...inputOf(need), text: 'Nog' })).driverId, 'd-een');
    });

    it('is erased by its party and the core team, by nobody else', async () => {
      const [one, other] = [await needBy(wonen), await needBy(wonen)];
      await refused(send(jeugd, 'eraseNeed', { id: one.id, version: 1 }), 'forbidden');
      assert.deepEqual(await send(await home.as('wonen-3'), 'eraseNeed', { id: one.id, version: 1 }), { id: one.id });
      await send(core, 'eraseNeed', { id: other.id, version: 1 });
      assert.deepEqual((await wonen.read('listNeeds', {})).items, []);
      await refused(send(wonen, 'eraseNeed', { id: one.id, version: 1 }), 'notFound');
    });
  });

  describe('the list of needs', () => {
    it('has the newest day first, of one driver or party if asked', async () => {
      const first = await needBy(wonen, { driverId: 'd-twee' });
      home.moveTo('2026-03-03');
      const second = await needBy(welzijn);
      const ids = async (input: Input<'listNeeds'>) => (await jeugd.read('listNeeds', input)).items.map(({ id }) => id);
      assert.deepEqual(await ids({}), [second.id, first.id]);
      assert.deepEqual(await ids({ driver: 'd-twee' }), [first.id]);
      assert.deepEqual(await ids({ party: 'welzijn' }), [second.id]);
      assert.deepEqual(await ids({ party: 'welzijn', driver: 'd-twee' }), []);
    });

    it('gives pages that leave nothing out and nothing twice', async () => {
      const all = [];
      for (let n = 0; n < 23; n += 1) all.push((await needBy(n % 2 ? wonen : jeugd)).id);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await welzijn.read('listNeeds', { limit: 10, cursor });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      assert.deepEqual([...seen].sort(), all.sort());
    });

    it('gives twenty when nothing is said', async () => {
      for (let n = 0; n < 21; n += 1) await needBy(wonen);
      assert.equal((await wonen.read('listNeeds', {})).items.length, 20);
    });

    it('goes on after what was seen last, also when that was erased meanwhile', async () => {
      for (let n = 0; n < 6; n += 1) await needBy(wonen);
      const page = await wonen.read('listNeeds', { limit: 3 });
      const last = page.items.at(-1);
      assert.ok(last);
      await send(wonen, 'eraseNeed', { id: last.id, version: 1 });
      const rest = await wonen.read('listNeeds', { limit: 3, cursor: page.nextCursor });
      const ids = [...page.items, ...rest.items].map(({ id }) => id);
      assert.equal(new Set(ids).size, 6);
      assert.equal(rest.nextCursor, undefined);
    });

    it('refuses a cursor that it did not give', async () => {
      for (const cursor of ['verzonnen', '{', 'null'])
        await refused(wonen.read('listNeeds', { cursor }), {
          kind: 'invalid',
          fields: [{ pointer: '/cursor', code: 'format' }],
        });
    });
  });

  describe('matching needs', () => {
    let ask: Need;
    let offer: Need;
    beforeEach(async () => {
      ask = await needBy(wonen);
      offer = await needBy(welzijn, { kind: 'offer' });
    });
    const match = (by: SpaceConnection, one = ask, other = offer) =>
      send(by, 'matchNeed', { id: one.id, withId: other.id, version: one.version });

    it('is suggested for an ask and an offer of different parties on one driver', async () => {
      await needBy(jeugd, { driverId: 'd-drie', kind: 'offer' });
      assert.deepEqual((await jeugd.read('listNeedSuggestions', {})).items, [{ askId: ask.id, offerId: offer.id }]);
      await match(wonen);
      assert.deepEqual((await jeugd.read('listNeedSuggestions', {})).items, []);
    });

    it('is done by either party or the core team, and moves both', async () => {
      for (const by of [wonen, welzijn, core]) {
        const matched = await match(by);
        assert.deepEqual(matched, { ...ask, status: 'matched', matchedWithId: offer.id, version: ask.version + 1 });
        const other = await there(offer.id);
        assert.deepEqual(other, { ...offer, status: 'matched', matchedWithId: ask.id, version: offer.version + 1 });
        ask = await send(by, 'unmatchNeed', { id: ask.id, version: matched.version });
        assert.equal(ask.matchedWithId, undefined);
        offer = (await there(offer.id)) ?? offer;
        assert.equal(offer.status, 'open');
      }
    });

    it('is not done by a third party', async () => {
      await refused(match(jeugd), 'forbidden');
      await match(wonen);
      await refused(send(jeugd, 'unmatchNeed', { id: ask.id, version: 2 }), 'forbidden');
      await refused(send(jeugd, 'fulfilNeed', { id: ask.id, version: 2 }), 'forbidden');
    });

    it('takes an ask and an open offer of two parties', async () => {
      const [second, own] = [await needBy(jeugd), await needBy(wonen, { kind: 'offer' })];
      await refused(match(wonen, ask, second), { kind: 'conflict', reason: 'sameKind' });
      await refused(match(wonen, ask, own), { kind: 'conflict', reason: 'ownParty' });
      await match(wonen);
      await refused(match(jeugd, second, { ...offer, version: 2 }), { kind: 'conflict', reason: 'alreadyMatched' });
      await refused(send(wonen, 'matchNeed', { id: ask.id, withId: newId(), version: 2 }), 'notFound');
    });

    it('refuses what is based on another version', async () => {
      await send(wonen, 'saveNeed', { ...inputOf(ask), text: 'Anders' });
      await refused(match(wonen), { kind: 'stale', current: { text: 'Anders' } });
      assert.equal((await there(offer.id))?.status, 'open');
    });

    it('cannot be undone or fulfilled where there is none', async () => {
      const refusal = { kind: 'conflict', reason: 'notMatched' } as const;
      await refused(send(wonen, 'unmatchNeed', { id: ask.id, version: 1 }), refusal);
      await refused(send(wonen, 'fulfilNeed', { id: ask.id, version: 1 }), refusal);
    });

    it('is fulfilled when the asker says so', async () => {
      await match(welzijn);
      const refusal = { kind: 'conflict', reason: 'notAsker' } as const;
      await refused(send(welzijn, 'fulfilNeed', { id: offer.id, version: 2 }), refusal);
      assert.equal((await send(wonen, 'fulfilNeed', { id: ask.id, version: 2 })).status, 'fulfilled');
      assert.equal((await there(offer.id))?.status, 'fulfilled');
    });

    it('ends when one of the two is erased', async () => {
      await match(wonen);
      await send(welzijn, 'eraseNeed', { id: offer.id, version: 2 });
      const left = await there(ask.id);
      assert.equal(left?.status, 'open');
      assert.equal(left.matchedWithId, undefined);
      assert.equal(left.version, 3);
    });

    it('happens once when two ask for it at the same time', async () => {
      const third = await needBy(jeugd, { kind: 'offer' });
      const results = await Promise.allSettled([match(welzijn), match(jeugd, ask, third)]);
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      const taken = (await core.read('listNeeds', {})).items.filter(({ status }) => status === 'matched');
      assert.equal(taken.length, 2);
    });
  });
}
