import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { filled } from '../filled';
import { itemOf } from '../matrix/agenda-world';
import { startPostgres } from '../postgres';
import type { Postgres } from '../postgres';
import { SPACE, TODAY, madeSeed, seedRow } from '../../backends/conformance/kit';
import type { Handover } from '../../../src/model/agenda-types';
import type { Id } from '../../../src/model/types';
import { fillSpace } from '../../../src/server/database/fill';
import { migrate } from '../../../src/server/database/migrate';
import { PgStorage } from '../../../src/server/database/pg-storage';
import { proveWith } from '../../../src/server/database/proof';
import { lapsing } from '../../../src/server/lapsing';
import { createService } from '../../../src/service/service';

const OFFERED = '2026-03-02T08:00:00.000Z';
const LAPSED = new Date('2026-03-09T08:00:00.000Z');

describe('an offer that nobody answers', () => {
  const clock = { now: new Date(`${TODAY}T10:00:00Z`) };
  let postgres: Postgres;
  let owner: Pool;
  const pools: Pool[] = [];
  const looks: (() => void)[] = [];
  const errors: unknown[] = [];
  /** How often an instance looked after a space. */
  let works = 0;

  before(async () => {
    postgres = await startPostgres();
    owner = new Pool({ connectionString: postgres.ownerUrl, max: 1 });
    await migrate(owner);
    const offer = { toPartyId: 'jeugd', note: '', offeredAt: OFFERED, byPersonId: 'wonen-2' };
    const rows = ['een', 'twee'].flatMap((id) => [
      seedRow('agendaItem', id, itemOf(id)),
      seedRow('ball', id, { id, holderId: 'wonen', offer, movedAt: OFFERED, version: 1 }),
    ]);
    for (const [spaceId, seed] of madeSeed())
      await fillSpace(owner, spaceId, filled(spaceId === SPACE ? [...seed, ...rows] : seed));
    for (let instance = 0; instance < 3; instance += 1) {
      const pool = new Pool({ connectionString: postgres.url, max: 4 });
      pools.push(pool);
      const parts = { pool, today: () => TODAY, maySpacesBeMadeBy: () => false, mark: () => '' };
      const storage = new PgStorage({ ...parts, prove: proveWith(Buffer.alloc(32, 7)) });
      const service = createService({ storage, now: () => clock.now, random: Math.random });
      const logLapsed = (spaceId: Id) => {
        works += 1;
        return service.expireOffers(spaceId);
      };
      looks.push(lapsing({ pool, logLapsed, now: () => clock.now, onError: (error) => errors.push(error) }));
    }
  });
  after(async () => {
    for (const pool of [owner, ...pools]) await pool.end();
    await postgres.close();
  });

  const log = async () =>
    (await owner.query<{ data: Handover }>('select data from samen.handovers order by item_id')).rows.map(
      ({ data }) => data,
    );
  const all = async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      for (const look of looks) look();
      await sleep(30);
    }
  };

  it('has no line in the log before seven days are over, to the second', async () => {
    clock.now = new Date(LAPSED.getTime() - 1_000);
    await all();
    assert.deepEqual([await log(), works, errors], [[], 0, []]);
  });

  it('has one after it, however many instances look', async () => {
    clock.now = LAPSED;
    await all();
    assert.deepEqual(errors, []);
    assert.deepEqual(
      (await log()).map(({ itemId, kind, by }) => [itemId, kind, by]),
      [
        ['een', 'expired', undefined],
        ['twee', 'expired', undefined],
      ],
    );
    const before = works;
    await all();
    assert.equal(works, before, 'it is looked for again');
  });
});
