/** The demonstration's agenda is the same in this browser and on a server, for whoever looks. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { localProof } from '../../src/backends/local/proof';
import { openLocal } from '../../src/backends/local/open-local';
import { MemoryRowStore } from '../../src/backends/local/row-store';
import type { SpaceConnection } from '../../src/contract/backend';
import { demoAuthors } from '../../src/demo-data/backpack';
import { DEMO_SPACE, demoRows } from '../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../src/demo-data/lindeveld';
import { fillSpace } from '../../src/server/database/fill';
import { proveWith } from '../../src/server/database/proof';
import { startForTest } from '../server/running';
import type { Started } from '../server/running';
import { connectionTo } from '../server/wire-client';

const TODAY = '2026-11-25';
const NOW = new Date(`${TODAY}T09:00:00Z`);
const FILE = JSON.parse(readFileSync(new URL('../../data/lindeveld.json', import.meta.url), 'utf8')) as LindeveldFile;
const EVERYTHING = { limit: 100 };

describe('the agenda of the demonstration on a server', () => {
  let server: Started;
  const store = new MemoryRowStore(
    new Map([...demoRows(FILE, TODAY, localProof)].map(([key, row]) => [`${DEMO_SPACE}/${key}`, row])),
  );
  before(async () => {
    server = await startForTest({ SAMEN_LOG: 'error' }, { now: () => NOW });
    const authorship = { prove: proveWith(Buffer.alloc(32, 7)), authors: demoAuthors(FILE) };
    await fillSpace(server.database.owner, DEMO_SPACE, demoRows(FILE, TODAY), authorship);
  });
  after(() => server.close());

  const homes = async (personId: string): Promise<[here: SpaceConnection, there: SpaceConnection]> => [
    await openLocal({ store, person: () => personId, now: () => NOW }).open(DEMO_SPACE),
    connectionTo(server.url, DEMO_SPACE, personId),
  ];
  /** Without the marks of one home or the other, and what only a server unrolls. */
  const told = (answer: { items: readonly object[] }) =>
    answer.items.map((item) => ({ ...item, ...('nextStartsAt' in item && { nextStartsAt: undefined }) }));

  for (const personId of ['afd-toegang-3', 'par-wonen-2', 'afd-beleid-1', 'beheer']) {
    it(`is what it is in the browser, with items, sessions, methods and logs: ${personId}`, async () => {
      const [here, there] = await homes(personId);
      const items = told(await there.read('listAgendaItems', EVERYTHING)) as {
        id: string;
        ball: { version: number };
      }[];
      assert.ok(items.length >= 8);
      assert.deepEqual(items, told(await here.read('listAgendaItems', EVERYTHING)));
      for (const list of ['listSessions', 'listMethods'] as const) {
        const rows = told(await there.read(list, EVERYTHING));
        assert.ok(rows.length > 1, list);
        assert.deepEqual(rows, told(await here.read(list, EVERYTHING)));
      }
      for (const { id, ball } of items) {
        const log = told(await there.read('listHandovers', { id, ...EVERYTHING }));
        assert.deepEqual(log, told(await here.read('listHandovers', { id, ...EVERYTHING })));
        assert.equal(log.length, ball.version - 1, `${id}: each change of its ball is told of`);
      }
      const [{ items: theirs }, { items: ours }] = [
        await there.read('findSimilarItems', { title: 'Hulp bij geldzorgen', topics: ['schulden'] }),
        await here.read('findSimilarItems', { title: 'Hulp bij geldzorgen', topics: ['schulden'] }),
      ];
      assert.deepEqual(theirs, ours);
    });
  }
});
