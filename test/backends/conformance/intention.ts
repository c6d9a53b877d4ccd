import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, CORE, DRIVERS, PARTNER_CORE, TODAY, madeSeed, refused, send } from './kit';
import type { Home, OpenHome } from './kit';
import type { Input } from '../../../src/contract/operations';

const input = (changes: Partial<Input<'saveIntention'>> = {}): Input<'saveIntention'> => ({
  version: 1,
  text: 'Anders',
  promise: 'Wij bellen',
  drivers: DRIVERS,
  ...changes,
});

export function intentionConformance(open: OpenHome): void {
  describe('the intention', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });

    it('is read by everyone in the space', async () => {
      for (const person of ['wonen-2', 'jeugd-1', CORE, ADMIN]) {
        const intention = await (await home.as(person)).read('getIntention', {});
        assert.equal(intention?.text, 'Niemand valt tussen wal en schip');
      }
    });

    it('is edited by the core team, of departments and partners', async () => {
      const { version: _version, ...words } = input();
      const first = await send(await home.as(CORE), 'saveIntention', input());
      assert.deepEqual(first, { ...words, changedOn: TODAY, version: 2 });
      const second = await send(await home.as(PARTNER_CORE), 'saveIntention', input({ version: 2, text: 'Weer' }));
      assert.deepEqual(await (await home.as('jeugd-1')).read('getIntention', {}), second);
    });

    it('is edited by nobody else', async () => {
      for (const person of ['wonen-2', 'welzijn-2', ADMIN])
        await refused(send(await home.as(person), 'saveIntention', input()), 'forbidden');
    });

    it('refuses a change based on another version, with what is there now', async () => {
      const core = await home.as(CORE);
      await send(core, 'saveIntention', input({ text: 'Eerst' }));
      await refused(send(core, 'saveIntention', input({ text: 'Later' })), {
        kind: 'stale',
        current: { text: 'Eerst', version: 2 },
      });
      await refused(send(core, 'saveIntention', input({ version: 0 })), 'stale');
    });

    it('has three to eight drivers', async () => {
      const core = await home.as(CORE);
      const nine = Array.from({ length: 9 }, (_, n) => ({ ...(DRIVERS[0] ?? fail()), id: `d-${String(n)}` }));
      const refusal = { kind: 'conflict', reason: 'driverCount' } as const;
      await refused(send(core, 'saveIntention', input({ drivers: DRIVERS.slice(0, 2) })), refusal);
      await refused(send(core, 'saveIntention', input({ drivers: nine })), refusal);
    });

    it('has each driver once, and says all that is wrong', async () => {
      const [first, second] = DRIVERS;
      assert.ok(first && second);
      const drivers = [first, first, { ...second, name: ' ', question: '' }];
      await refused(send(await home.as(CORE), 'saveIntention', input({ text: ' ', drivers })), {
        kind: 'invalid',
        fields: [
          { pointer: '/text', code: 'required' },
          { pointer: '/drivers/2/name', code: 'required' },
          { pointer: '/drivers/2/question', code: 'required' },
        ],
      });
      await refused(send(await home.as(CORE), 'saveIntention', input({ drivers: [first, first, second] })), {
        kind: 'invalid',
        fields: [{ pointer: '/drivers/1/id', code: 'duplicate' }],
      });
    });
  });
}

function fail(): never {
  throw new Error('There are drivers');
}
