/** The logins of the server: what one gains by being another, and which ones it refuses to work with. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Pool } from 'pg';
import { acting } from './acting';
import { catalogueHolds } from './catalogue';
import { put, seedFor } from './world';
import { startPostgres } from '../postgres';
import type { Postgres } from '../postgres';
import { openDatabase } from '../../../src/server/database/database';
import { Log } from '../../../src/server/log';

let postgres: Postgres;
let owner: Pool;
const log = new Log('silent');
const as = (login: string) => postgres.url.replace('samen_server', login);
const open = (url: string, { inEarnest = true, ownerUrl = postgres.ownerUrl } = {}) =>
  openDatabase({ database: { kind: 'postgres', url, ownerUrl }, inEarnest, log });

before(async () => {
  postgres = await startPostgres();
  owner = new Pool({ connectionString: postgres.ownerUrl, max: 1 });
  await (await open(postgres.url)).close();
  await put(owner, seedFor('wonen-2'));
  await owner.query(`
    create role mighty login superuser;
    create role past_rls login bypassrls in role samen_app;
    create role owns_too login in role samen_app;
    create role becomes_mighty login in role samen_app, mighty;
    create role becomes_past login in role samen_app, past_rls;
    create role makes_roles login createrole in role samen_app;
    create role one_table login in role samen_app;
    create role outsider login`);
  await owner.query('grant owner to owns_too');
  await owner.query('alter table samen.events owner to one_table');
});
after(async () => {
  await owner.end();
  await postgres.close();
});

describe('the login of the server', () => {
  let pool: Pool;
  before(() => {
    pool = new Pool({ connectionString: postgres.url, max: 1 });
  });
  after(() => pool.end());

  const counted = `select (select count(*) from samen.needs) + (select count(*) from samen.members)
    + (select count(*) from samen.check_ins) as it`;

  it('gains nothing by resetting its role', async () => {
    const count = async (reset: string) =>
      acting(pool, { personId: 'vreemde' }, async (client) => {
        await client.query(reset);
        return (await client.query<{ it: string }>(counted)).rows[0]?.it;
      });
    for (const reset of ['reset role', 'set role none', 'set role samen_app', 'reset session authorization'])
      assert.equal(await count(reset), '0', reset);
  });

  it('sees no row of a space outside of what it does for a person', async () => {
    assert.equal((await pool.query<{ it: string }>(counted)).rows[0]?.it, '0');
  });

  it('cannot become another, nor look past row-level security', async () => {
    const attempts = [
      ...['owner', 'mighty', 'past_rls', 'pg_read_all_data'].map((role) => `set role ${role}`),
      'set session authorization owner',
      `set session_replication_role = 'replica'`,
      'set row_security = off; select * from samen.needs',
      'alter table samen.needs no force row level security',
      'grant owner to samen_server',
      'alter role samen_server bypassrls',
      "copy samen.needs to program 'cat'",
      `select pg_read_file('PG_VERSION')`,
    ];
    for (const attempt of attempts) await assert.rejects(pool.query(attempt), { code: '42501' }, attempt);
  });
});

describe('a server in earnest', () => {
  const POWERFUL = [
    'owner',
    'mighty',
    'past_rls',
    'owns_too',
    'becomes_mighty',
    'becomes_past',
    'makes_roles',
    'one_table',
  ];

  it('says clearly why it does not start with a login that could see past row-level security', async () => {
    for (const login of POWERFUL)
      await assert.rejects(open(as(login)), (error: Error) => {
        assert.match(error.message, new RegExp(`login ${login} of SAMEN_DATABASE could see past row-level security`));
        assert.match(error.message, /a login that owns nothing: see docs/);
        return true;
      });
  });

  it('says so too when no other login owns the tables', async () => {
    await assert.rejects(
      openDatabase({ database: { kind: 'postgres', url: postgres.ownerUrl }, inEarnest: true, log }),
      /login owner of SAMEN_DATABASE could see past row-level security/,
    );
  });

  it('says which grant a login misses', async () => {
    await assert.rejects(open(as('outsider')), /login outsider of SAMEN_DATABASE is no member of samen_app: grant it/);
  });

  it('starts with the login that the docs give it', async () => {
    await (await open(postgres.url)).close();
  });

  it('lets the demonstration use any login', async () => {
    await (await open(as('mighty'), { inEarnest: false })).close();
  });
});

catalogueHolds(async () => {
  const { url, ownerUrl } = postgres;
  return openDatabase({ database: { kind: 'postgres', url, ownerUrl }, inEarnest: true, log });
});
