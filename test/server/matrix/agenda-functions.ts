/** The functions of the agenda that the server may call. */
import assert from 'node:assert/strict';
import type { Check } from './functions';
import { keyHashOf } from './agenda-world';
import { viewerOf } from './world';
import type { Id } from '../../../src/model/types';
import { maySee } from '../../../src/model/visibility';

export function agendaFunctionsFor(personId: Id): Record<string, Check> {
  return {
    texts_of: async (ask) => {
      const rows = await ask({}, `select samen.texts_of('["b", "a"]') as it, samen.texts_of('{}') as none`);
      assert.deepEqual(rows, [{ it: ['b', 'a'], none: [] }]);
    },
    parties_of: async (ask) => {
      const rows = await ask({}, `select samen.parties_of('[{"partyId": "wonen"}]') as it`);
      assert.deepEqual(rows, [{ it: ['wonen'] }]);
    },
    // For the instance itself, not even with one's own key.
    calendar: async (ask) => {
      for (const of of [personId, 'jeugd-3'])
        assert.deepEqual(await ask({}, 'select * from samen.calendar($1, 100)', [keyHashOf(of)]), []);
    },
    spaces_lapsed: async (ask) =>
      assert.deepEqual(await ask({}, `select * from samen.spaces_lapsed('9999-12-31')`), []),
    items_alike: async (ask) => {
      const found = await ask({}, `select id from samen.items_alike('canary', array['huur'], 'x', 100)`);
      for (const { id } of found)
        assert.ok(
          maySee(String(id).startsWith('i-internal') ? 'internal' : 'everyone', viewerOf(personId)),
          String(id),
        );
      assert.equal(found.length > 0, viewerOf(personId).member !== undefined);
      assert.ok(!found.some(({ id }) => String(id).endsWith('-done')), 'closed');
      assert.deepEqual(
        await ask({ spaceId: 'elders' }, `select * from samen.items_alike('canary', array['huur'], 'x', 100)`),
        [],
      );
    },
  };
}
