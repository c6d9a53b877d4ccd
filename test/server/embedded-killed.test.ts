/** The embedded database, killed while it writes: what was acknowledged is there, and it starts again. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { filled } from './filled';
import { startProgram } from './program';
import { ask } from './wire-client';
import { fillSpace } from '../../src/server/database/fill';
import { migrate } from '../../src/server/database/migrate';
import { openEmbedded } from '../../src/server/database/pglite';
import { madeSeed } from '../backends/conformance/kit';

const TIMES = 20;
const WRITERS = ['wonen-2', 'jeugd-1', 'beleid-2', 'welzijn-2'];

describe('the embedded database', () => {
  let directory = '';
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'samen-embedded-'));
    const database = await openEmbedded(directory);
    await migrate(database.pool);
    for (const [spaceId, rows] of madeSeed()) await fillSpace(database.pool, spaceId, filled(rows));
    await database.close();
  });
  after(() => rmSync(directory, { recursive: true, force: true }));

  it('makes the disk keep each commit', async () => {
    const { pool, syncs, close } = await openEmbedded(directory);
    await pool.query('create table if not exists kept (n integer)');
    const before = await syncs();
    for (let n = 0; n < 25; n += 1) await pool.query('insert into kept values ($1)', [n]);
    assert((await syncs()) - before >= 25, 'a commit was acknowledged before it was on the disk');
    await pool.query('drop table kept');
    await close();
  });

  it('is one process’s own', async () => {
    const { close } = await openEmbedded(directory);
    await assert.rejects(openEmbedded(directory), /in use by another Samen/);
    await close();
    await (await openEmbedded(directory)).close();
  });

  it(`loses nothing that it acknowledged when it is killed ${String(TIMES)} times`, { timeout: 900_000 }, async () => {
    const program = await startProgram({ SAMEN_DATABASE: directory, SAMEN_LOG: 'info' });
    const acknowledged = new Map<string, string>();
    let isOver = false;

    const writer = async (person: string) => {
      while (!isOver) {
        const [id, key] = [randomUUID(), randomUUID()];
        const text = `${person} ${id}`;
        const input = { id, version: 0, kind: 'ask', driverId: 'd-een', text } as const;
        const asked = { url: program.url, headers: { 'samen-demo-person': person } };
        const status = await ask(asked, 'saveNeed', 'samen', input, { key }).then(
          (response) => response.status,
          () => 0,
        );
        if (status === 201) acknowledged.set(id, text);
        else await sleep(50);
      }
    };
    const writers = WRITERS.map(writer);
    try {
      for (let time = 0; time < TIMES; time += 1) {
        const before = acknowledged.size;
        // In the middle of writing, at another moment each time.
        while (acknowledged.size < before + 5 + time) await sleep(3);
        await program.kill();
        await program.again();
      }
    } finally {
      isOver = true;
      await Promise.all(writers);
      await program.end();
    }

    const { pool, close } = await openEmbedded(directory);
    const { rows } = await pool.query<{ id: string; text: string }>(
      `select id, data ->> 'text' as text from samen.needs`,
    );
    await close();
    const kept = new Map(rows.map(({ id, text }) => [id, text]));
    for (const [id, text] of acknowledged) assert.equal(kept.get(id), text, 'an acknowledged write is gone');
    assert(acknowledged.size >= TIMES * 5);
  });
});
