/**
 * What was acknowledged is there, once, whatever breaks: instances of the real program over a real PostgreSQL,
 * under load, while the database is restarted, an instance is killed, and a listener loses its network.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { startPostgres } from './postgres';
import type { Postgres } from './postgres';
import { startProgram } from './program';
import type { Program } from './program';
import { ask } from './wire-client';
import { fillSpace } from '../../src/server/database/fill';
import { migrate } from '../../src/server/database/migrate';
import { madeSeed } from '../backends/conformance/kit';
import { filled } from './filled';
import { listen } from './listening';
import type { Listening } from './listening';

const WRITES = 2_000;
const A_MINUTE_MS = 60_000;
const WRITERS = ['wonen-2', 'wonen-3', 'jeugd-1', 'jeugd-2', 'beleid-2', 'welzijn-2', 'welzijn-3', 'beleid-3'];

describe('under load, while things break', () => {
  let postgres: Postgres;
  let owner: Pool;
  let environment: Record<string, string>;
  const programs: Program[] = [];
  let listeners: Listening[] = [];

  before(async () => {
    postgres = await startPostgres();
    owner = new Pool({ connectionString: postgres.ownerUrl, max: 1 });
    owner.on('error', () => undefined);
    await migrate(owner);
    for (const [spaceId, rows] of madeSeed()) await fillSpace(owner, spaceId, filled(rows));
    environment = { SAMEN_DATABASE: postgres.url, SAMEN_DATABASE_OWNER: postgres.ownerUrl };
    programs.push(await startProgram(environment), await startProgram(environment));
  });
  after(async () => {
    for (const listener of listeners) listener.end();
    for (const program of programs) await program.end();
    await owner.end();
    await postgres.close();
  });

  it(
    `keeps each of ${String(WRITES)} acknowledged writes once, and every listener catches up`,
    { timeout: 900_000 },
    async () => {
      const [one, other] = programs;
      assert(one && other);
      listeners = [
        listen(() => one.url, 'wonen-1'),
        listen(() => other.url, 'jeugd-3'),
        listen(() => other.url, 'welzijn-4', { away: true }),
        listen(() => one.url, 'beleid-4', { cutForMs: A_MINUTE_MS }),
      ];
      await Promise.all(listeners.map((listener) => listener.begun));
      const acknowledged = new Map<string, string>();
      let left = WRITES;

      /** Writes until there is nothing left; an answer that did not come is asked for again, elsewhere, with its key. */
      const writer = async (person: string, at: number) => {
        for (let turn = at; left > 0; turn += 1) {
          left -= 1;
          const [id, key] = [randomUUID(), randomUUID()];
          const text = `${person} ${id}`;
          for (let tries = 0; ; tries += 1) {
            assert(tries < 400, 'a write is never acknowledged');
            const { url } = programs[(turn + tries) % 2] ?? one;
            const input = { id, version: 0, kind: 'ask', driverId: 'd-een', text } as const;
            const status = await ask({ url, headers: { 'samen-demo-person': person } }, 'saveNeed', 'samen', input, {
              key,
            }).then(
              async (response) => {
                await response.text();
                return response.status;
              },
              () => 0,
            );
            if (status === 201) break;
            assert([0, 503].includes(status), `a write is answered ${String(status)}`);
            await sleep(100);
          }
          acknowledged.set(id, text);
        }
      };
      const until = async (share: number) => {
        while (acknowledged.size < WRITES * share) await sleep(20);
      };
      const breaking = async () => {
        await until(0.2);
        await postgres.stop();
        await sleep(500);
        await postgres.start();
        await until(0.5);
        await other.kill();
        await sleep(300);
        await other.again();
        await until(0.7);
        await postgres.stop();
        await postgres.start();
        await until(0.8);
        await one.kill();
        await one.again();
      };
      await Promise.all([breaking(), ...WRITERS.map(writer)]);

      const { rows } = await owner.query<{ id: string; text: string }>(
        `select id, data ->> 'text' as text from samen.needs where space_id = 'samen'`,
      );
      assert.deepEqual(new Map(rows.map(({ id, text }) => [id, text])), acknowledged);
      const { rows: told } = await owner.query<{ n: number; seq: number }>(
        `select count(*)::integer as n, (select seq::integer from samen.counters where space_id = 'samen') as seq
        from samen.events where space_id = 'samen'`,
      );
      assert.deepEqual(told, [{ n: WRITES, seq: WRITES }], 'every change is told of once');
      for (const listener of listeners) await listener.until(new Set(acknowledged.keys()));
    },
  );
});
