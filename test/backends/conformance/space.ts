import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, CORE, PARTIES, PARTNER_CORE, SPACE, STRANGER, TODAY, madeSeed, refused, send, meAt } from './kit';
import type { Home, OpenHome } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import type { Input } from '../../../src/contract/operations';
import { newId } from '../../../src/model/new-id';

type Change = Omit<Input<'changeSpace'>, 'id' | 'version'>;

const NOTICE = { purpose: 'Leren', basis: 'Publieke taak', retention: 'Een jaar', contact: 'beheer' };
const SETTINGS = { smallestGroup: 6, smallestSentences: 10, roundIntervalDays: 28 };
const MORE_PARTIES = [...PARTIES, { id: 'ggd', kind: 'partner' as const, name: 'GGD', shortName: 'GGD' }];

export function spaceConformance(open: OpenHome): void {
  describe('a new space', () => {
    const start = async (spaceId = 'nieuw') => {
      const home = await open(new Map(), TODAY);
      const maker = await home.as('maker', spaceId);
      return { home, maker, space: await send(maker, 'createSpace', { id: spaceId, name: '  Samen aan de slag ' }) };
    };

    it('has its maker as core team, in a first party, at the beginning of the set-up', async () => {
      const { maker, space } = await start();
      assert.equal(space.name, 'Samen aan de slag');
      assert.equal(space.setup, 'parties');
      assert.equal(space.version, 1);
      assert.deepEqual(await maker.read('getSpace', {}), space);
      const { member } = await meAt(maker);
      assert.equal(member?.role, 'coreTeam');
      assert.equal(member.partyId, space.parties[0]?.id);
      assert.equal(await maker.read('getIntention', {}), null);
      assert.deepEqual((await maker.read('listRounds', {})).items, []);
    });

    it('lets its maker name parties and people, until the set-up is done', async () => {
      const { maker, space } = await start();
      const own = space.parties[0] ?? PARTIES[0];
      assert.ok(own);
      const parties = [own, ...PARTIES];
      const next = await send(maker, 'changeSpace', { id: space.id, version: 1, parties });
      const person = { id: 'wonen-1', name: '', jobTitle: 'adviseur', partyId: 'wonen', role: 'admin' as const };
      await send(maker, 'saveMember', { ...person, version: 0 });
      await send(maker, 'changeSpace', { id: space.id, version: next.version, setup: 'done' });
      await refused(send(maker, 'saveMember', { ...person, id: 'wonen-2', version: 0 }), 'forbidden');
      await refused(send(maker, 'changeSpace', { id: space.id, version: 3, parties: [own] }), 'forbidden');
    });

    it('is made once, and who comes later does not learn of it', async () => {
      const { home, maker, space } = await start();
      const again = { id: space.id, name: 'Nog eens' };
      await refused(send(maker, 'createSpace', again), { kind: 'conflict', reason: 'alreadyExists' });
      await refused(send(await home.as(STRANGER, space.id), 'createSpace', again), 'notFound');
      assert.equal((await maker.read('getSpace', {})).name, 'Samen aan de slag');
    });
  });

  describe('changing a space', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });
    const change = (by: SpaceConnection, changes: Change, version = 1) =>
      send(by, 'changeSpace', { id: SPACE, version, ...changes });

    const rights: [string, Change, string[], string[]][] = [
      ['its name', { name: 'Anders' }, [CORE, PARTNER_CORE, ADMIN], ['wonen-2', 'jeugd-1']],
      ['its phases', { phases: [{ id: 'nu', name: 'Nu', goal: '' }] }, [CORE, PARTNER_CORE], [ADMIN, 'wonen-2']],
      ['the phase that is current', { currentPhaseId: 'start' }, [CORE, PARTNER_CORE], [ADMIN, 'welzijn-2']],
      ['its parties', { parties: MORE_PARTIES }, [ADMIN], [CORE, PARTNER_CORE, 'wonen-2']],
      ['its settings', { settings: SETTINGS }, [ADMIN], [CORE, PARTNER_CORE, 'wonen-2']],
      ['its notice', { notice: NOTICE }, [ADMIN], [CORE, PARTNER_CORE, 'jeugd-1']],
    ];
    for (const [what, changes, allowed, others] of rights) {
      it(`lets ${allowed.join(', ')} change ${what}, and nobody else`, async () => {
        for (const person of others) await refused(change(await home.as(person), changes), 'forbidden');
        for (const [index, person] of allowed.entries()) {
          const next = await change(await home.as(person), changes, index + 1);
          assert.deepEqual({ ...next, ...changes }, next);
        }
      });
    }

    it('leaves alone what is not named, and moves the version by one', async () => {
      const core = await home.as(CORE);
      const before = await core.read('getSpace', {});
      assert.deepEqual(await change(core, { name: 'Anders' }), { ...before, name: 'Anders', version: 2 });
      assert.deepEqual(await (await home.as('jeugd-1')).read('getSpace', {}), {
        ...before,
        name: 'Anders',
        version: 2,
        // Of whoever reads: there are three of them.
        jobTitlePeers: 'few',
      });
    });

    it('refuses a change based on another version, with what is there now', async () => {
      const core = await home.as(CORE);
      await change(core, { name: 'Eerst' });
      await refused(change(core, { name: 'Later' }), { kind: 'stale', current: { name: 'Eerst', version: 2 } });
      assert.equal((await core.read('getSpace', {})).name, 'Eerst');
    });

    it('keeps a party that has members', async () => {
      const parties = PARTIES.filter(({ id }) => id !== 'jeugd');
      const fields = [{ pointer: '/parties', code: 'required' as const }];
      await refused(change(await home.as(ADMIN), { parties }), { kind: 'invalid', fields });
    });

    it('never shows groups of fewer than five, nor lets closings come closer than 28 days', async () => {
      const admin = await home.as(ADMIN);
      const smaller = [{ pointer: '/settings/smallestGroup', code: 'format' as const }];
      await refused(change(admin, { settings: { ...SETTINGS, smallestGroup: 4 } }), {
        kind: 'invalid',
        fields: smaller,
      });
      const closer = [{ pointer: '/settings/roundIntervalDays', code: 'format' as const }];
      const settings = { ...SETTINGS, roundIntervalDays: 7 };
      await refused(change(admin, { settings }), { kind: 'invalid', fields: closer });
    });

    it('settles what is shown before a round opens', async () => {
      await send(await home.as(CORE), 'openRound', { id: newId(), closesOn: '2026-03-20' });
      const refusal = { kind: 'conflict', reason: 'roundIsOpen' } as const;
      await refused(change(await home.as(ADMIN), { settings: SETTINGS }), refusal);
    });

    it('never begins the set-up anew', async () => {
      await refused(change(await home.as(CORE), { setup: 'parties' }), 'forbidden');
      await refused(change(await home.as(ADMIN), { setup: 'parties' }), 'forbidden');
    });

    it('lets go of the phase that was current when it leaves the list', async () => {
      const core = await home.as(CORE);
      await change(core, { currentPhaseId: 'start' });
      const next = await change(core, { phases: [{ id: 'eind', name: 'Eind', goal: '' }] }, 2);
      assert.equal(next.currentPhaseId, undefined);
    });
  });
}
