/** What the catalogue of the database says of row-level security, functions and grants. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { OpenForTest } from './acting';

const NOTHING: readonly object[] = [];
const HERE = `'samen'::regnamespace`;

export function catalogueHolds(open: OpenForTest): void {
  describe('the catalogue', () => {
    let database: Awaited<ReturnType<OpenForTest>>;
    before(async () => {
      database = await open();
    });
    after(() => database.close());
    const rowsOf = async (sql: string) => (await database.owner.query<object>(sql)).rows;

    it('has row-level security on every table', async () => {
      const without = await rowsOf(`select relname from pg_class
        where relnamespace = ${HERE} and relkind in ('r', 'p') and not relrowsecurity`);
      assert.deepEqual(without, NOTHING);
    });

    it('has no view, which would read as whoever owns it', async () => {
      const views = await rowsOf(
        `select relname from pg_class where relnamespace = ${HERE} and relkind in ('v', 'm', 'f')`,
      );
      assert.deepEqual(views, NOTHING);
    });

    it('has policies for the server alone, and one for the purge of the log', async () => {
      const others = await rowsOf(`select tablename, policyname from pg_policies
        where schemaname = 'samen' and roles <> array['samen_app']::name[]`);
      assert.deepEqual(others, [{ tablename: 'log_entries', policyname: 'purges' }]);
    });

    it('has a policy for everything on a table that the server is given', async () => {
      const bare = await rowsOf(`
        select c.relname, g.privilege_type from pg_class c
        cross join lateral aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee and r.rolname = 'samen_app'
        where c.relnamespace = ${HERE} and c.relkind = 'r' and not exists (select from pg_policies p
          where p.schemaname = 'samen' and p.tablename = c.relname and p.cmd in ('ALL', g.privilege_type))`);
      assert.deepEqual(bare, NOTHING);
    });

    it('fixes where a function looks that reads past row-level security', async () => {
      const loose = await rowsOf(`select proname, proconfig from pg_proc where pronamespace = ${HERE} and prosecdef
        and not coalesce(proconfig @> array['search_path=samen, pg_temp'], false)`);
      assert.deepEqual(loose, NOTHING);
    });

    it('grants nothing to everybody', async () => {
      const open = await rowsOf(`
        select 'table' as what, relname::text as name, privilege_type from pg_class, aclexplode(relacl)
          where relnamespace = ${HERE} and grantee = 0
        union all select 'column', attname, privilege_type from pg_attribute join pg_class c on c.oid = attrelid, aclexplode(attacl)
          where relnamespace = ${HERE} and grantee = 0
        union all select 'function', proname, privilege_type
          from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner)))
          where pronamespace = ${HERE} and grantee = 0
        union all select 'domain', typname, privilege_type
          from pg_type, aclexplode(coalesce(typacl, acldefault('T', typowner)))
          where typnamespace = ${HERE} and typtype = 'd' and grantee = 0
        union all select 'schema', nspname, privilege_type from pg_namespace, aclexplode(nspacl)
          where oid = ${HERE} and grantee = 0`);
      assert.deepEqual(open, NOTHING);
    });

    it('lets the server do no more with rows than read, add, change and erase', async () => {
      const more = await rowsOf(`select relname, privilege_type from pg_class, aclexplode(relacl)
        where relnamespace = ${HERE} and grantee = 'samen_app'::regrole
          and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`);
      assert.deepEqual(more, NOTHING);
    });

    it('lets one role alone erase from the log, by one function, and nothing else', async () => {
      const who = await rowsOf(`select relname, grantee::regrole::text as role from pg_class, aclexplode(relacl)
        where relnamespace = ${HERE} and privilege_type = 'DELETE' and grantee <> relowner
          and (relname in ('log_entries', 'handovers') or grantee = 'samen_purge'::regrole)`);
      assert.deepEqual(who, [{ relname: 'log_entries', role: 'samen_purge' }]);
      const owned = await rowsOf(`select proname::text from pg_proc where proowner = 'samen_purge'::regrole
        union all select relname from pg_class where relowner = 'samen_purge'::regrole`);
      assert.deepEqual(owned, [{ proname: 'erase_log_entry' }]);
      const makes = await rowsOf(`select 1 where has_schema_privilege('samen_purge', 'samen', 'create')`);
      assert.deepEqual(makes, NOTHING);
    });

    it('has the server own nothing', async () => {
      const owned = await rowsOf(`
        select relname::text from pg_class where relowner = 'samen_app'::regrole
        union all select proname from pg_proc where proowner = 'samen_app'::regrole
        union all select nspname from pg_namespace where nspowner = 'samen_app'::regrole`);
      assert.deepEqual(owned, NOTHING);
    });
  });
}
