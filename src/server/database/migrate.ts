import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import type { Pool, PoolClient } from 'pg';

/** Any number, the same for every instance. */
const LOCK = 7_262_635;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The migrations that come with this version, in order. They are read where this file lies. */
export function migrations(folder = new URL('./migrations/', import.meta.url)): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings the database to this version, a transaction a migration, one instance at a time. Throws when a
 * migration that was done is not the one that comes with this version, or when it is of a newer version.
 */
export async function migrate(pool: Pool, all = migrations()): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`create schema if not exists samen`);
    await client.query(`create table if not exists samen.migrations (
      name text primary key, checksum text not null, done_at timestamptz not null default now())`);
    await refuseOthers(client, all);
    for (const { name, sql, checksum } of await missing(client, all)) {
      await client.query('begin');
      try {
        await client.query(sql);
        await client.query('insert into samen.migrations (name, checksum) values ($1, $2)', [name, checksum]);
        await client.query('commit');
      } catch (cause) {
        await client.query('rollback');
        throw new Error(`The migration ${name} failed: ${(cause as Error).message}`, { cause });
      }
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}

/** Whether all migrations of this version are done, as far as this login may see. */
export async function isMigrated(pool: Pool, all = migrations()): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>(`select to_regclass('samen.migrations') is not null as there`);
  if (!rows[0]?.there) return false;
  const done = await pool.query<{ name: string }>('select name from samen.migrations');
  return all.every(({ name }) => done.rows.some((row) => row.name === name));
}

async function doneSoFar(client: PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from samen.migrations',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function missing(client: PoolClient, all: readonly Migration[]): Promise<Migration[]> {
  const done = await doneSoFar(client);
  return all.filter(({ name }) => !done.has(name));
}

async function refuseOthers(client: PoolClient, all: readonly Migration[]): Promise<void> {
  for (const [name, checksum] of await doneSoFar(client)) {
    const known = all.find((migration) => migration.name === name);
    if (!known) throw new Error(`The database is of a newer version: it has the migration ${name}.`);
    if (known.checksum !== checksum) throw new Error(`The migration ${name} is not the one that was done here.`);
  }
}
