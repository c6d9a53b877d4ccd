/** The functions of what is promised of what is kept of somebody. */
import assert from 'node:assert/strict';
import type { Check } from './functions';
import { viewerOf } from './world';
import { isMember } from '../../../src/model/permissions';
import type { Id } from '../../../src/model/types';

export function privacyFunctionsFor(personId: Id): Record<string, Check> {
  const isHere = isMember(viewerOf(personId));
  const nothing =
    (sql: string): Check =>
    async (ask) =>
      assert.deepEqual(await ask({}, sql), []);
  return {
    // One's own, and of somebody else nothing, not even for who is the core team.
    own_rows: async (ask) => {
      const of = (person: Id) => ask({}, `select kind, id, data from samen.own_rows('${person}', null, '', '', 1000)`);
      const mine = await of(personId);
      assert.equal(mine.length > 0, isHere);
      assert.ok(mine.every((row) => JSON.stringify(row).includes(`"${personId}"`)));
      for (const other of ['jeugd-3', 'wonen-3', '']) assert.deepEqual(await of(other), [], other);
      assert.deepEqual(await ask({}, `select 1 from samen.own_rows('${personId}', '{packing}', 'z', '', 1000)`), []);
    },
    // Of use to nobody but who wrote it, and not told outside.
    other_proofs: async (ask) => {
      const rows = await ask({}, `select * from samen.other_proofs('', '', 1000)`);
      assert.equal(rows.length > 0, isHere);
      assert.ok(rows.every((row) => Object.keys(row).join() === 'kind,id,author_proof'));
      assert.deepEqual(await ask({ spaceId: 'elders' }, `select * from samen.other_proofs('', '', 1000)`), []);
    },
    may_leave: async (ask) => {
      const [row] = await ask({}, 'select samen.may_leave() as it');
      assert.equal(row?.['it'], isHere);
    },
    // For the instance itself.
    outlived: nothing(`select * from samen.outlived('experience', '9999-12-31', '', 100)`),
    spaces_retaining: nothing('select * from samen.spaces_retaining()'),
    erase_log_entry: async (ask) => {
      const [row] = await ask({}, `select samen.erase_log_entry('log-everyone') as it`);
      assert.equal(row?.['it'], false);
    },
  };
}
