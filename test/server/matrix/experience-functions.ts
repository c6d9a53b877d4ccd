/** The functions of the backpack that the server may call, and what they must not tell. */
import assert from 'node:assert/strict';
import type { Acting } from './acting';
import { HIDDEN, MINE_UNNAMED, OTHERS_UNNAMED, OTHERS_WAITS, proofFor, saltOf, secretFor } from './experience-world';
import { NEW_SPACE, NO_SPACE, SPACE, WRITER_ELSEWHERE, viewerOf } from './world';
import { isMember, mayManageMembers } from '../../../src/model/permissions';
import type { Id } from '../../../src/model/types';

type Ask = (asked: Partial<Acting>, sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
type Check = (ask: Ask) => Promise<void>;

const named = (id: string) => `'${id}'`;

export function experienceFunctionsFor(personId: Id): Record<string, Check> {
  const viewer = viewerOf(personId);
  const isHere = isMember(viewer);
  const is =
    (sql: string, expected: unknown, asked: Partial<Acting> = {}): Check =>
    async (ask) =>
      assert.deepEqual((await ask(asked, `select ${sql} as it`))[0]?.['it'], expected, sql);
  const all =
    (...checks: Check[]): Check =>
    async (ask) => {
      for (const check of checks) await check(ask);
    };
  const presenting = (secret: string, sql: string, ask: Ask) =>
    ask(
      {},
      `with present as materialized (select set_config('samen.proofs', $1, true) as it)
      select (case when it <> '' then ${sql} end) as it from present`,
      [secret],
    );
  const data = (row: object) => `'${JSON.stringify(row)}'::jsonb`;
  return {
    words_of: is(
      `samen.words_of('samen', '{"title": "Bellen", "driverIds": ["d"], "writtenOn": "2026-01-01"}') @@ 'bell'`,
      true,
    ),
    proofs: all(is('samen.proofs()', []), async (ask) => {
      const [row] = await presenting(secretFor(personId, MINE_UNNAMED), 'samen.proofs()', ask);
      assert.deepEqual(row?.['it'], [proofFor(personId, MINE_UNNAMED)]);
    }),
    my_salt: all(
      is('samen.my_salt()', isHere ? saltOf(SPACE, personId) : null),
      is('samen.my_salt()', null, { spaceId: NO_SPACE }),
    ),
    is_at_once: is('samen.is_at_once()', false),
    approves_anonymous: is('samen.approves_anonymous()', false),
    is_mine: all(
      is(`samen.is_mine(${named(personId)}, null)`, true),
      is(`samen.is_mine('derde-1', ${named(proofFor(personId, MINE_UNNAMED))})`, false),
    ),
    may_read: async (ask) => {
      const rows = await ask({}, `select id from samen.experiences e where not samen.may_read(e)`);
      assert.deepEqual(rows, []);
    },
    wrote: async (ask) => {
      for (const id of [MINE_UNNAMED, OTHERS_UNNAMED, 'e-everyone']) await is(`samen.wrote('${id}')`, false)(ask);
      await is(`samen.wrote('e-own')`, isHere)(ask);
      // What one reads of a row opens nothing: the proof is not the secret.
      const [stolen] = await presenting(
        proofFor(WRITER_ELSEWHERE, OTHERS_UNNAMED),
        `samen.wrote('${OTHERS_UNNAMED}')`,
        ask,
      );
      assert.equal(stolen?.['it'], false);
      const [mine] = await presenting(secretFor(personId, MINE_UNNAMED), `samen.wrote('${MINE_UNNAMED}')`, ask);
      assert.equal(mine?.['it'], isHere);
    },
    is_signed: all(
      is(`samen.is_signed(${data({ authorId: 'derde-1', authorShownAs: 'named', author: {} })}, 'everyone')`, false),
      is(`samen.is_signed(${data({ authorProof: 'x', authorShownAs: 'anonymous' })}, 'everyone') is true`, false),
    ),
    has_right_status: is(`samen.has_right_status('{"status": "published", "authorShownAs": "anonymous"}')`, true),
    may_manage_members: all(
      is('samen.may_manage_members()', mayManageMembers(viewer, { setup: 'done' })),
      is('samen.may_manage_members()', mayManageMembers(viewerOf(personId, NEW_SPACE), { setup: 'parties' }), {
        spaceId: NEW_SPACE,
      }),
    ),
    comes_at_once: all(
      is(`samen.comes_at_once('${OTHERS_UNNAMED}')`, false),
      is(`samen.comes_at_once('e-everyone')`, true),
    ),
    touched: is(`samen.touched('{"a": 1, "b": 2}', '{"a": 1, "c": 2}')`, ['b', 'c']),
    is_without_name: is(`samen.is_without_name('{"authorId": "derde-1"}', '{}') is true`, false),
    is_by_itself: is(`samen.is_by_itself('samen.experiences'::regclass)`, false),
    // Asked for audiences that are not theirs, and for what is hidden.
    experiences_listed: async (ask) => {
      const sql = `select id from samen.experiences_listed(array['everyone', 'internal', 'party:jeugd', 'person:jeugd-3'],
        null, $1, null, null, null, null, $2, null, null, null, 100)`;
      for (const text of [null, 'toen', 'toe'])
        for (const { id } of await ask({}, sql, [personId, text])) {
          assert.notEqual(id, HIDDEN);
          const [row] = await ask({}, `select samen.may_read(e) as it from samen.experiences e where id = $1`, [id]);
          assert.equal(row?.['it'], true, String(id));
        }
      assert.deepEqual(isHere ? [] : await ask({}, sql, [personId, null]), []);
      const packed = await ask(
        {},
        `select id from samen.experiences_listed(array['everyone'], 'packed', 'jeugd-3x', null, null, null, null, null,
          null, null, null, 100)`,
      );
      assert.deepEqual(packed, [], 'of somebody else');
    },
    around: async (ask) => {
      const ids = ['e-another-person', 'e-another-party', HIDDEN, 'e-everyone'];
      const rows = await ask({}, 'select id, mine from samen.around($1, $2)', [ids, WRITER_ELSEWHERE]);
      assert.ok(rows.every(({ mine }) => Array.isArray(mine) && mine.length === 0));
      if (!isHere) assert.deepEqual(rows, []);
      assert.ok(!rows.some(({ id }) => id === 'e-another-person'));
    },
    helpers_of: async (ask) => {
      assert.deepEqual(await ask({}, `select * from samen.helpers_of('e-everyone')`), []);
      assert.equal((await ask({}, `select * from samen.helpers_of('e-own')`)).length, isHere ? 1 : 0);
    },
    author_proofs: async (ask) => {
      const rows = await ask({}, `select * from samen.author_proofs('', 100)`);
      assert.equal(rows.length, isHere ? 3 : 0);
      assert.ok(rows.every((row) => Object.keys(row).join() === 'id,author_proof'));
    },
    waiting_proofs: async (ask) => {
      const rows = await ask({}, `select * from samen.waiting_proofs('', 100)`);
      assert.equal(rows.length, isHere ? 2 : 0);
      assert.ok(!isHere || rows.some(({ id }) => id === OTHERS_WAITS));
    },
    // For the instance itself.
    spaces_waiting: async (ask) =>
      assert.deepEqual(await ask({}, `select * from samen.spaces_waiting('9999-12-31')`), []),
  };
}
