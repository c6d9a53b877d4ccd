import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { CORE, DRIVERS, SPACE, STRANGER, TODAY, madeSeed, refused, send, meAt } from './kit';
import type { Home, OpenHome } from './kit';
import { newId } from '../../../src/model/new-id';

export function previewConformance(open: OpenHome): void {
  describe('a page seen through the eyes of a partner', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });
    const throughPartnersEyes = (personId = CORE) => home.as(personId, SPACE, 'partner');

    it('holds what every partner sees, and nothing of departments, parties or oneself', async () => {
      for (const [personId, audience] of [
        ['beleid-2', 'everyone'],
        ['beleid-3', 'internal'],
        ['welzijn-2', 'party'],
        [CORE, 'me'],
      ] as const)
        await send(await home.as(personId), 'saveMeaning', { version: 0, text: `Voor ${audience}`, audience });
      const { items } = await (await throughPartnersEyes()).read('listMeanings', {});
      assert.deepEqual(
        items.map(({ text }) => text),
        ['Voor everyone'],
      );
    });

    it('shows nobody’s own check-in', async () => {
      const core = await home.as(CORE);
      const round = await send(core, 'openRound', { id: newId(), closesOn: '2026-04-01' });
      const answers = DRIVERS.map(({ id }) => ({ driverId: id, answer: 'good' as const }));
      await send(core, 'saveCheckIn', { roundId: round.id, version: 0, answers });
      const mine = await (await throughPartnersEyes()).read('getMyCheckIn', { roundId: round.id });
      assert.deepEqual(mine, { roundId: round.id, answers: [], version: 0 });
    });

    it('changes nothing', async () => {
      const connection = await throughPartnersEyes();
      await refused(send(connection, 'saveMeaning', { version: 0, text: 'Nee', audience: 'everyone' }), 'forbidden');
    });

    it('tells a stranger no more than the page itself does', async () => {
      const connection = await throughPartnersEyes(STRANGER);
      await refused(connection.read('getSpace', {}), 'notFound');
      assert.deepEqual(await meAt(connection), { personId: STRANGER, name: '' });
    });
  });
}
