import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Pool } from 'pg';
import { startPostgres } from './postgres';
import type { Postgres } from './postgres';
import { isMigrated, migrate } from '../../src/server/database/migrate';

/** As docs/server.md has an administrator make it. */
const ROLES = ['create role samen_owner login', 'create database own owner samen_owner'];

describe('a database whose owner is no superuser', () => {
  let postgres: Postgres;
  let owner: Pool;
  before(async () => {
    postgres = await startPostgres();
    const administrator = new Pool({ connectionString: postgres.ownerUrl, max: 1 });
    for (const sql of ROLES) await administrator.query(sql);
    await administrator.end();
    const url = new URL(postgres.ownerUrl);
    url.username = 'samen_owner';
    url.pathname = '/own';
    owner = new Pool({ connectionString: url.href, max: 1 });
  });
  after(async () => {
    await owner.end();
    await postgres.close();
  });

  it('gets all it needs, trigrams too', async () => {
    await migrate(owner);
    assert.ok(await isMigrated(owner));
    const { rows } = await owner.query(`select current_setting('is_superuser') as is,
      exists (select from pg_extension where extname = 'pg_trgm') as trigrams`);
    assert.deepEqual(rows, [{ is: 'off', trigrams: true }]);
  });

  it('finds them where somebody put them before', async () => {
    await owner.query('drop schema samen cascade; drop extension pg_trgm; create schema elsewhere');
    await owner.query('create extension pg_trgm with schema elsewhere');
    await migrate(owner);
    const { rows } = await owner.query(`select id from samen.items_alike('{everyone}', null, 'x', '{}', 1)`);
    assert.deepEqual(rows, []);
  });
});
