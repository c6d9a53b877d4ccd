/** The database as the server uses it, without the service before it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeLiteral } from 'pg';
import type { Pool, PoolClient } from 'pg';
import { SPACE, TODAY } from './world';
import { startPostgres } from '../postgres';
import type { Day, Id } from '../../../src/model/types';
import { openDatabase } from '../../../src/server/database/database';
import type { Database } from '../../../src/server/database/database';
import { Log } from '../../../src/server/log';

export type OpenForTest = () => Promise<Pick<Database, 'pool' | 'owner' | 'close'>>;

const log = new Log('silent');

export const openEmbeddedForTest: OpenForTest = async () => {
  const path = mkdtempSync(join(tmpdir(), 'samen-matrix-'));
  const database = await openDatabase({ database: { kind: 'directory', path }, inEarnest: false, log });
  return {
    ...database,
    async close() {
      await database.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
};

export const openPostgresForTest: OpenForTest = async () => {
  const postgres = await startPostgres();
  const { url, ownerUrl } = postgres;
  const database = await openDatabase({ database: { kind: 'postgres', url, ownerUrl }, inEarnest: true, log });
  return {
    ...database,
    async close() {
      await database.close();
      await postgres.close();
    },
  };
};

export interface Acting {
  personId: Id;
  spaceId?: Id;
  today?: Day;
  makesSpaces?: boolean;
  /** As whoever owns the tables: with nothing beneath the service. */
  unguarded?: boolean;
}

/** A transaction begun as the server begins one for this person (src/server/database/pg-storage.ts). */
export async function acting<T>(pool: Pool, who: Acting, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const { personId, spaceId = SPACE, today = TODAY, makesSpaces = false, unguarded = false } = who;
  const client = await pool.connect();
  try {
    await client.query(`begin; ${unguarded ? '' : 'set local role samen_app;'}
      select set_config('samen.space', ${escapeLiteral(spaceId)}, true),
        set_config('samen.person', ${escapeLiteral(unguarded ? '' : personId)}, true),
        set_config('samen.today', ${escapeLiteral(today)}, true),
        set_config('samen.makes_spaces', '${makesSpaces ? 'on' : 'off'}', true)`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Every table of the schema, as the catalogue has them. */
export async function tablesOf(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'samen' order by 1`,
  );
  assert.ok(rows.length > 8);
  return rows.map(({ name }) => name);
}

/** Other for every other content of any table. */
export async function fingerprint(owner: Pool, tables: readonly string[]): Promise<string> {
  const parts = tables.map((name) => `select '${name} ' || t::text as line from samen.${name} t`);
  const { rows } = await owner.query<{ all: string }>(
    `select md5(string_agg(line, '|' order by line)) as all from (${parts.join(' union all ')}) lines`,
  );
  return rows[0]?.all ?? '';
}
