/** Row-level security alone: what somebody reads and changes who has the database to themselves. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { acting, fingerprint, tablesOf } from './acting';
import type { OpenForTest } from './acting';
import { readsRow } from './experience-world';
import { functionsFor } from './functions';
import { statementsOf } from './statements';
import {
  CANARY,
  NEW_SPACE,
  OTHER_SPACE,
  PEOPLE,
  SPACE,
  canariesOf,
  everybody,
  isCanaryFor,
  needsFor,
  put,
  seedFor,
  viewerOf,
} from './world';
import { isMember, mayEraseNeed } from '../../../src/model/permissions';
import { maySee } from '../../../src/model/visibility';
import { TABLES } from '../../../src/server/database/tables';

export function matrixInSql(open: OpenForTest): void {
  let database: Awaited<ReturnType<OpenForTest>>;
  let tables: string[];
  before(async () => {
    database = await open();
    tables = await tablesOf(database.owner);
  });
  after(() => database.close());

  for (const who of everybody) {
    const personId = PEOPLE[who];
    const seed = seedFor(personId);
    const canaries = canariesOf(seed);
    const viewer = viewerOf(personId);
    let untouched = '';

    describe(`${who}, in SQL`, () => {
      before(async () => {
        await put(database.owner, seed);
        untouched = await fingerprint(database.owner, tables);
      });

      it('reads of every table what the model says, and no row more', async () => {
        for (const spaceId of [SPACE, NEW_SPACE, OTHER_SPACE])
          for (const table of tables) {
            const mine = viewerOf(personId, spaceId);
            const rows = await acting(database.pool, { personId, spaceId }, async (client) => {
              const found = await client.query<{ space_id?: string }>(`select * from samen.${table}`);
              return found.rows;
            }).catch(() => []);
            if (table === 'migrations' || (personId === 'buur-1' && spaceId === OTHER_SPACE)) continue;
            if (!isMember(mine))
              assert.equal(rows.length, 0, `${table} of ${spaceId} shows ${String(rows.length)} rows`);
            // Not the words that are searched by: their stems are none of ours.
            const shown = rows.map((row) => ({ ...row, words: undefined }));
            const words = new Set([...JSON.stringify(shown).matchAll(CANARY)].map(([word]) => word));
            const all = seed.get(spaceId) ?? [];
            const kept = all.filter(({ kind }) => TABLES[kind] === `samen.${table}`);
            const expected = kept.filter((row) => isMember(mine) && readsRow(row, mine, all));
            for (const word of words) {
              const canary = canaries.get(word);
              assert.ok(canary?.spaceId === spaceId && isCanaryFor(canary, personId), `${table} shows ${word}`);
            }
            if (kept.length > 0) assert.equal(rows.length, expected.length, `${table} of ${spaceId}`);
          }
      });

      it('changes by every statement what the model says, and nothing else', async () => {
        for (const { sql, comes, spaceId, today } of statementsOf(personId)) {
          const asked = { personId, ...(spaceId && { spaceId }), ...(today && { today }) };
          let why = '';
          await acting(database.pool, asked, (client) => client.query(sql)).catch((error: unknown) => {
            why = (error as Error).message;
          });
          const isChanged = (await fingerprint(database.owner, tables)) !== untouched;
          if (isChanged) await put(database.owner, seed);
          assert.equal(isChanged, comes, `${spaceId ?? SPACE}, ${today ?? 'today'}: ${sql} (${why})`);
        }
      });

      it('erases without a condition what they may erase and see', async () => {
        const left = await acting(database.pool, { personId }, (client) =>
          client.query('delete from samen.needs'),
        ).then(() => database.owner.query<{ id: string }>('select id from samen.needs'));
        const stays = needsFor(personId).filter(
          (need) => !(mayEraseNeed(viewer, need) && maySee(need.audience, viewer)),
        );
        await put(database.owner, seed);
        assert.deepEqual(left.rows.map(({ id }) => id).sort(), stays.map(({ id }) => id).sort());
      });

      for (const [name, check] of Object.entries(functionsFor(personId)))
        it(`gets of the function ${name} no more than is theirs`, async () => {
          await check((asked, sql, values = []) =>
            acting(database.pool, { personId, ...asked }, async (client) => {
              const { rows } = await client.query<Record<string, unknown>>({ text: sql, values });
              return rows;
            }),
          );
          if ((await fingerprint(database.owner, tables)) === untouched) return;
          await put(database.owner, seed);
          assert.ok(name === 'tell' && isMember(viewer), `${name} changed something`);
        });
    });
  }

  it('has a check for every function that the server is given', async () => {
    const { rows } = await database.owner.query<{ name: string }>(`
      select distinct p.proname as name from pg_proc p
      where p.pronamespace = 'samen'::regnamespace and has_function_privilege('samen_app', p.oid, 'execute')`);
    assert.deepEqual(rows.map(({ name }) => name).sort(), Object.keys(functionsFor('')).sort());
  });
}
