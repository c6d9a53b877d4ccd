import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, CORE, TODAY, madeSeed, refused, send } from './kit';
import type { Home, OpenHome } from './kit';
import type { AudienceChoice, Id } from '../../../src/model/types';

export function meaningsConformance(open: OpenHome): void {
  describe('what working together means to somebody', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });
    const write = async (personId: Id, audience: AudienceChoice, version = 0) =>
      send(await home.as(personId), 'saveMeaning', { version, text: 'Elkaar bellen', audience });
    const cardsSeenBy = async (personId: Id) => (await (await home.as(personId)).read('listMeanings', {})).items;

    it('is a card of one’s own', async () => {
      assert.deepEqual(await write('wonen-2', 'everyone'), {
        id: 'wonen-2',
        personId: 'wonen-2',
        author: { name: '', jobTitle: 'medewerker', partyId: 'wonen' },
        text: 'Elkaar bellen',
        audienceChoice: 'everyone',
        audience: 'everyone',
        changedOn: TODAY,
        version: 1,
      });
    });

    const matrix: [AudienceChoice, Id[], Id[]][] = [
      ['me', ['wonen-2'], ['wonen-3', CORE, 'welzijn-1', 'jeugd-1', ADMIN]],
      ['party', ['wonen-2', 'wonen-3'], [CORE, 'welzijn-1', 'jeugd-1', ADMIN]],
      ['internal', ['wonen-2', 'wonen-3', CORE], ['welzijn-1', 'jeugd-1']],
      ['everyone', ['wonen-2', 'wonen-3', CORE, 'welzijn-1', 'jeugd-1', ADMIN], []],
    ];
    for (const [audience, readers, others] of matrix) {
      it(`is read, when written for "${audience}", by ${readers.join(', ')} only`, async () => {
        const card = await write('wonen-2', audience);
        for (const person of readers) assert.deepEqual(await cardsSeenBy(person), [card], person);
        for (const person of others) assert.deepEqual(await cardsSeenBy(person), [], person);
      });
    }

    it('is kept from an admin’s own party, who reads no post of a party', async () => {
      await write(CORE, 'party');
      assert.deepEqual(await cardsSeenBy(ADMIN), []);
      assert.equal((await cardsSeenBy('beleid-2')).length, 1);
    });

    it('is not written for the departments only by a partner, who could not read it', async () => {
      await refused(write('welzijn-2', 'internal'), 'forbidden');
    });

    it('is not written by an admin', async () => {
      await refused(write(ADMIN, 'everyone'), 'forbidden');
    });

    it('is seen by other people when its author chooses so', async () => {
      await write('wonen-2', 'everyone');
      await write('wonen-2', 'me', 1);
      assert.deepEqual(await cardsSeenBy('jeugd-1'), []);
      await write('wonen-2', 'everyone', 2);
      assert.equal((await cardsSeenBy('jeugd-1')).length, 1);
    });

    it('refuses a change based on another version, with what is there now', async () => {
      await write('wonen-2', 'everyone');
      await refused(write('wonen-2', 'everyone'), { kind: 'stale', current: { version: 1 } });
      const erase = send(await home.as('wonen-2'), 'eraseMeaning', { version: 4 });
      await refused(erase, { kind: 'stale', current: { version: 1 } });
    });

    it('is erased by its author, once', async () => {
      await write('wonen-2', 'everyone');
      const me = await home.as('wonen-2');
      await refused(send(await home.as('wonen-3'), 'eraseMeaning', { version: 1 }), 'notFound');
      assert.deepEqual(await send(me, 'eraseMeaning', { version: 1 }), { id: 'wonen-2' });
      assert.deepEqual(await cardsSeenBy('wonen-2'), []);
      await refused(send(me, 'eraseMeaning', { version: 1 }), 'notFound');
    });

    it('is counted in pages of what the reader may see', async () => {
      for (let n = 1; n <= 6; n += 1) await write(`wonen-${String(n)}`, n % 2 ? 'internal' : 'everyone');
      const reader = await home.as('jeugd-1');
      const page = await reader.read('listMeanings', { limit: 2 });
      assert.equal(page.items.length, 2);
      const rest = await reader.read('listMeanings', { limit: 2, cursor: page.nextCursor });
      assert.equal(rest.items.length, 1);
      assert.equal(rest.nextCursor, undefined);
    });
  });
}
