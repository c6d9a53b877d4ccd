/** The functions of the figures and the report that the server may call: they count, past row-level security. */
import assert from 'node:assert/strict';
import type { Check } from './functions';
import { SPACE, TODAY, seedFor, viewerOf } from './world';
import { addDays } from '../../../src/model/day';
import type { Id } from '../../../src/model/types';
import { maySee } from '../../../src/model/visibility';

export function storyFunctionsFor(personId: Id): Record<string, Check> {
  const viewer = viewerOf(personId);
  const rows = seedFor(personId).get(SPACE) ?? [];
  /** Every audience there is: also those that are not theirs. */
  const claimed = [...new Set(rows.map(({ audience }) => audience))];
  const mine = rows.filter(({ audience }) => maySee(audience, viewer));
  const items = new Map(mine.flatMap(({ kind, id, row }) => (kind === 'agendaItem' ? [[id, row]] : [])));
  const lines = mine.flatMap(({ row }) =>
    'itemId' in row && 'number' in row && items.has(row.itemId) ? [{ kind: row.kind, of: items.get(row.itemId) }] : [],
  );
  const counts = {
    results: mine.filter(({ row }) => 'measurements' in row && row.publication).length,
    experiences: mine.filter(({ row }) => 'whatHappened' in row && row.status === 'published' && !row.hidden).length,
    handovers: lines.filter(({ kind }) => kind === 'taken' || kind === 'accepted').length,
  };
  const finished = lines.filter(({ kind, of }) => kind === 'cleared' && of && 'status' in of && of.status === 'done');
  const [long, soon] = ['2020-01-01T00:00:00.000Z', `${addDays(TODAY, 1)}T00:00:00.000Z`];
  return {
    counted: async (ask) => {
      const sql = 'select results, experiences, handovers from samen.counted($1, $2, $3)';
      const [row] = await ask({}, sql, [claimed, [TODAY], [soon]]);
      const numbers = Object.fromEntries(Object.entries(row ?? {}).map(([name, count]) => [name, Number(count)]));
      assert.deepEqual(numbers, counts);
      const [none] = await ask({}, sql, [[], [TODAY], [soon]]);
      assert.deepEqual(Object.values(none ?? {}).map(Number), [0, 0, 0]);
      const [elsewhere] = await ask({ spaceId: 'elders' }, sql, [claimed, [TODAY], [soon]]);
      assert.deepEqual(Object.values(elsewhere ?? {}).map(Number), [0, 0, 0]);
    },
    handovers_counted: async (ask) => {
      const sql = 'select sum(times) as it from samen.handovers_counted($1, $2, $3)';
      assert.equal(Number((await ask({}, sql, [claimed, long, soon]))[0]?.['it']), lines.length);
      assert.equal(Number((await ask({}, sql, [claimed, soon, long]))[0]?.['it']), 0);
      assert.equal(Number((await ask({ spaceId: 'elders' }, sql, [claimed, long, soon]))[0]?.['it']), 0);
    },
    items_finished: async (ask) => {
      const sql = 'select samen.items_finished($1, $2, $3) as it';
      assert.equal(Number((await ask({}, sql, [claimed, long, soon]))[0]?.['it']), finished.length);
      assert.equal(Number((await ask({ spaceId: 'elders' }, sql, [claimed, long, soon]))[0]?.['it']), 0);
    },
  };
}
