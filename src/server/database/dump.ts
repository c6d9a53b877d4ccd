/**
 * Everything in a database as lines of JSON, and back: for a copy, and to move between the embedded database
 * and PostgreSQL. Whoever owns the tables reads and writes it; what is in it is as secret as the database.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { migrations } from './migrate';
import { TABLES } from './tables';

const FORM = 'samen-dump';
const AT_ONCE = 500;
/** What refers to another comes after it. Numbers of changes go along: marks that browsers hold stay right. */
const ROWS = Object.values(TABLES);
const COUNTERS = 'samen.counters';
/** Without them nobody would know their own again. After the members, who bring new ones. */
const SALTS = 'samen.author_salts';

interface Row {
  space_id: string;
  id: string;
  version: number;
  audience: string;
  data: unknown;
}
/** What a line holds, of whichever table it is. */
type AnyRow = Row & { seq: string; person_id: string; salt: string };

/** Writes all of it to a file, as of one moment; the file is there when it is whole. Answers how many rows. */
export async function dump(owner: Pool, file: string): Promise<number> {
  const client = await owner.connect();
  const coming = `${file}.coming`;
  let count = 0;
  try {
    await client.query('begin isolation level repeatable read read only');
    const lines = async function* () {
      yield { form: FORM, migrations: migrations().map(({ name }) => name), at: new Date().toISOString() };
      for await (const line of rowsOf(client)) {
        count += 1;
        yield line;
      }
    };
    const text = async function* () {
      for await (const line of lines()) yield `${JSON.stringify(line)}\n`;
    };
    await pipeline(Readable.from(text()), createWriteStream(coming, { mode: 0o600 }));
    await client.query('commit');
    await rename(coming, file);
    return count;
  } finally {
    client.release();
    await rm(coming, { force: true });
  }
}

async function* rowsOf(client: PoolClient): AsyncGenerator<object> {
  for (const table of ROWS) {
    for (let after: [string, string] = ['', '']; ;) {
      const { rows } = await client.query<Row>(
        `select space_id, id, version, audience, data from ${table}
          where (space_id::text collate "C", id::text collate "C") > ($1, $2)
          order by space_id::text collate "C", id::text collate "C" limit ${String(AT_ONCE)}`,
        after,
      );
      for (const row of rows) yield { table, row };
      const last = rows.at(-1);
      if (!last || rows.length < AT_ONCE) break;
      after = [last.space_id, last.id];
    }
  }
  const { rows } = await client.query<Pick<AnyRow, 'space_id' | 'seq'>>(`select space_id, seq from ${COUNTERS}`);
  for (const row of rows) yield { table: COUNTERS, row };
  const salts = await client.query<Pick<AnyRow, 'space_id' | 'person_id' | 'salt'>>(
    `select space_id, person_id, salt from ${SALTS} order by space_id, person_id`,
  );
  for (const row of salts.rows) yield { table: SALTS, row };
}

/** Reads a dump into a database of the same version in which there is no space yet; all of it, or nothing. */
export async function restore(owner: Pool, file: string): Promise<number> {
  const client = await owner.connect();
  try {
    const { rowCount } = await client.query('select 1 from samen.spaces limit 1');
    if (rowCount) throw new Error('There are spaces in this database: a dump is restored into an empty one.');
    await client.query('begin');
    let count = 0;
    let isBegun = false;
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = JSON.parse(text) as {
        form?: string;
        migrations?: string[];
        table: string;
        row: AnyRow;
      };
      if (!isBegun) {
        refuseOthers(file, line);
        isBegun = true;
      } else {
        await put(client, line);
        count += 1;
      }
    }
    if (!isBegun) throw new Error(`${file} is empty.`);
    await client.query('commit');
    return count;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

function refuseOthers(file: string, head: { form?: string; migrations?: string[] }): void {
  if (head.form !== FORM) throw new Error(`${file} is no dump of Samen.`);
  const own = migrations().map(({ name }) => name);
  const unknown = head.migrations?.find((name) => !own.includes(name));
  if (unknown) throw new Error(`${file} is of a newer version: it knows ${unknown}.`);
}

async function put(client: PoolClient, { table, row }: { table: string; row: AnyRow }): Promise<void> {
  if (table === COUNTERS) {
    await client.query(`insert into ${COUNTERS} (space_id, seq) values ($1, $2)`, [row.space_id, row.seq]);
    return;
  }
  if (table === SALTS) {
    await client.query(
      `insert into ${SALTS} values ($1, $2, $3) on conflict (space_id, person_id) do update set salt = excluded.salt`,
      [row.space_id, row.person_id, row.salt],
    );
    return;
  }
  if (!ROWS.includes(table)) throw new Error(`There is no table ${table}.`);
  await client.query(`insert into ${table} (space_id, id, version, audience, data) values ($1, $2, $3, $4, $5)`, [
    ...[row.space_id, row.id, row.version, row.audience],
    JSON.stringify(row.data),
  ]);
}
