/** The functions of the agenda that the server may call. */
import assert from 'node:assert/strict';
import type { Check } from './functions';
import { keyHashOf } from './agenda-world';
import { viewerOf } from './world';
import { mayManageParties } from '../../../src/model/permissions';
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
    // Asked for audiences that are not theirs.
    items_alike: async (ask) => {
      const sql = `select id from samen.items_alike(array['everyone', 'internal'], 'i-everyone-mine', 'canary', array['huur'], 100)`;
      const ids = (await ask({}, sql)).map(({ id }) => String(id));
      const mine = viewerOf(personId);
      for (const id of ids) assert.ok(maySee(id.startsWith('i-internal') ? 'internal' : 'everyone', mine), id);
      assert.equal(ids.length > 0, mine.member !== undefined);
      assert.ok(!ids.some((id) => id.endsWith('-done') || id === 'i-everyone-mine'), 'closed, or itself');
      assert.deepEqual(await ask({ spaceId: 'elders' }, sql), []);
    },
    followers_of: async (ask) => {
      const followers = async (of: string) =>
        (await ask({}, `select * from samen.followers_of('${of}', '', 100)`)).map(({ id }) => id);
      const mine = viewerOf(personId);
      // Of what one sees also what one does not: that it is there, and no more.
      assert.deepEqual(await followers('i-everyone-theirs'), mine.member ? ['i-internal-nobody'] : []);
      assert.deepEqual(await followers('i-internal-theirs'), maySee('internal', mine) ? ['i-everyone-nobody'] : []);
    },
    balls_of: async (ask) => {
      const rows = await ask({}, `select id, party_id from samen.balls_of(array['jeugd', 'derde'], '', 100)`);
      assert.equal(rows.length > 0, mayManageParties(viewerOf(personId), { setup: 'done' }));
      assert.ok(rows.every(({ party_id: party }) => party === 'jeugd' || party === 'derde'));
    },
    most_recognised: async (ask) => {
      const sql = `select * from samen.most_recognised(array['everyone', 'internal', 'party:jeugd', 'person:jeugd-3'],
        '2026-01-01', null, '', 100)`;
      for (const row of await ask({}, sql)) {
        assert.deepEqual(Object.keys(row), ['id', 'title', 'recognised']);
        const [read] = await ask({}, `select samen.may_read(e) as it from samen.experiences e where id = $1`, [
          row['id'],
        ]);
        assert.equal(read?.['it'], true, String(row['id']));
      }
    },
  };
}
