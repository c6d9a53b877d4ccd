import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Pool } from 'pg';
import { filled } from './filled';
import { startPostgres } from './postgres';
import type { Postgres } from './postgres';
import { openDatabase } from '../../src/server/database/database';
import type { Database } from '../../src/server/database/database';
import { dump, restore } from '../../src/server/database/dump';
import { fillSpace } from '../../src/server/database/fill';
import { TABLES } from '../../src/server/database/tables';
import { Log } from '../../src/server/log';
import { seedFor } from './matrix/world';

const log = new Log('silent');

async function everything(owner: Pool): Promise<string> {
  const kept = Object.values(TABLES).map(
    (name) => `select space_id, id, version, audience, data from ${name} order by 1, 2`,
  );
  const others = ['counters', 'author_salts'].map((name) => `select * from samen.${name} order by 1, 2`);
  const rows = await Promise.all([...kept, ...others].map((sql) => owner.query(sql)));
  return JSON.stringify(rows.map((result) => result.rows as unknown[]));
}

describe('a dump', () => {
  let folder = '';
  let postgres: Postgres;
  const open: Database[] = [];
  const embedded = async (name: string) => {
    const database = await openDatabase({
      database: { kind: 'directory', path: join(folder, name) },
      inEarnest: false,
      log,
    });
    open.push(database);
    return database;
  };
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samen-dump-'));
    postgres = await startPostgres();
  });
  after(async () => {
    for (const database of open) await database.close();
    await postgres.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('moves all there is from the embedded database to PostgreSQL, and back', async () => {
    const from = await embedded('from');
    for (const [spaceId, rows] of seedFor('wonen-2')) await fillSpace(from.owner, spaceId, filled(rows));
    await from.owner.query(`insert into samen.counters values ('samen', 41)`);
    const file = join(folder, 'all.ndjson');
    const count = await dump(from.owner, file);
    assert.equal(statSync(file).mode & 0o777, 0o600, 'others could read it');

    const url = { kind: 'postgres', url: postgres.url, ownerUrl: postgres.ownerUrl } as const;
    const to = await openDatabase({ database: url, inEarnest: true, log });
    open.push(to);
    assert.equal(await restore(to.owner, file), count);
    assert.equal(await everything(to.owner), await everything(from.owner));

    const again = join(folder, 'again.ndjson');
    await dump(to.owner, again);
    const back = await embedded('back');
    await restore(back.owner, again);
    assert.equal(await everything(back.owner), await everything(from.owner));
    await assert.rejects(restore(back.owner, again), /into an empty one/);
  });

  it('is read whole or not at all', async () => {
    const lines = readFileSync(join(folder, 'all.ndjson'), 'utf8').trimEnd().split('\n');
    const fresh = await embedded('fresh');
    const attempts: [string, RegExp][] = [
      [lines.slice(0, -1).join('\n') + '\n{"table":"samen.spaces","row', /JSON/],
      ['{"hallo":1}', /no dump/],
      ['', /empty/],
      [JSON.stringify({ form: 'samen-dump', migrations: ['9999-later.sql'] }), /newer version/],
      [`${lines[0] ?? ''}\n${JSON.stringify({ table: 'pg_authid', row: {} })}`, /no table/],
    ];
    for (const [text, complaint] of attempts) {
      const file = join(folder, 'broken.ndjson');
      writeFileSync(file, text);
      await assert.rejects(restore(fresh.owner, file), complaint);
      const { rows } = await fresh.owner.query('select 1 from samen.spaces');
      assert.deepEqual(rows, []);
    }
  });
});
