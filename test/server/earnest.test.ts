/** The server as a program in earnest: what it refuses to start with, how it tells of itself, how it ends. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { startPostgres } from './postgres';
import type { Postgres } from './postgres';
import { startForTest } from './running';
import { connectionTo } from './wire-client';
import { fillSpace } from '../../src/server/database/fill';
import { builtServer, startProgram } from './program';
import { filled } from './filled';
import { readSettings } from '../../src/server/settings';
import { madeSeed, needBy } from '../backends/conformance/kit';

const KEY = Buffer.alloc(32, 1).toString('base64');
const PROXY = {
  SAMEN_AUTH: 'proxy',
  SAMEN_PROXY_SECRET: 'x'.repeat(40),
  SAMEN_AUTHOR_KEY: KEY,
  SAMEN_LISTEN: '127.0.0.1:0',
};

describe('settings', () => {
  it('are refused all at once, each with what it should be', () => {
    const wrong = {
      SAMEN_LISTEN: 'overal',
      SAMEN_AUTH: 'niemand',
      SAMEN_ORIGINS: 'intranet',
      SAMEN_LOG: 'alles',
      SAMEN_AUTHOR_KEY: 'kort',
    };
    assert.throws(
      () => readSettings(wrong),
      (error: Error) => {
        for (const name of Object.keys(wrong)) assert.match(error.message, new RegExp(`${name} `));
        return true;
      },
    );
  });
  it('let the demonstration and a proxy listen on this machine only', () => {
    assert.throws(() => readSettings({ SAMEN_LISTEN: '0.0.0.0:80' }), /SAMEN_AUTH is demo, which is refused/);
    assert.throws(
      () => readSettings({ ...PROXY, SAMEN_LISTEN: '10.0.0.1:80' }),
      /SAMEN_AUTH is proxy, which is refused/,
    );
  });
  it('want a key for authors in earnest', () => {
    assert.throws(() => readSettings({ ...PROXY, SAMEN_AUTHOR_KEY: '' }), /SAMEN_AUTHOR_KEY is missing/);
  });
});

describe('in earnest, on PostgreSQL', () => {
  let postgres: Postgres;
  before(async () => void (postgres = await startPostgres()));
  after(() => postgres.close());

  /** What the program says when it does not start. */
  const refusal = (environment: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const child = spawn(process.execPath, [builtServer()], {
        env: { ...process.env, ...PROXY, ...environment },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.on('data', (data) => (said += String(data)));
      child.once('exit', (code) => resolve(`${String(code)} ${said}`));
    });

  it('refuses a database that nobody brought to its version, and a login that could see too much', async () => {
    assert.match(
      await refusal({ SAMEN_DATABASE: postgres.url }),
      /^1 Samen: The database is not of this version: set SAMEN_DATABASE_OWNER/,
    );
    const asOwner = { SAMEN_DATABASE: postgres.ownerUrl, SAMEN_DATABASE_OWNER: postgres.ownerUrl };
    assert.match(
      await refusal(asOwner),
      /^1 Samen: The login owner of SAMEN_DATABASE could see past row-level security/,
    );
  });

  it('starts, says that it is ready, answers what is going on when it is told to end, and ends', async () => {
    const program = await startProgram({
      ...PROXY,
      SAMEN_DATABASE: postgres.url,
      SAMEN_DATABASE_OWNER: postgres.ownerUrl,
    });
    const health = await fetch(`${program.url}v1/health`);
    assert.deepEqual([health.status, await health.json()], [200, { status: 'ready' }]);
    const stream = await fetch(`${program.url}v1/spaces/samen/events`);
    assert.equal(stream.status, 401);
    assert.equal(await program.end(), 0);
  });

  it('is not ready while the database is away, and is again when it is back', async () => {
    const program = await startProgram({
      ...PROXY,
      SAMEN_DATABASE: postgres.url,
      SAMEN_DATABASE_OWNER: postgres.ownerUrl,
    });
    await postgres.stop();
    const away = await fetch(`${program.url}v1/health`);
    assert.equal(away.status, 503);
    assert(Number(away.headers.get('retry-after')) > 0);
    await postgres.start();
    let status = 0;
    for (let tries = 0; tries < 100 && status !== 200; tries += 1)
      ({ status } = await fetch(`${program.url}v1/health`));
    assert.equal(status, 200);
    await program.end();
  });
});

describe('metrics', () => {
  it('count by route, at an address of their own, and name nobody', async () => {
    const server = await startForTest({ SAMEN_METRICS: '127.0.0.1:0', SAMEN_LOG: 'silent' });
    try {
      for (const [spaceId, rows] of madeSeed()) await fillSpace(server.database.owner, spaceId, filled(rows));
      await needBy(connectionTo(server.url, 'samen', 'wonen-2'), { text: 'kanarie' });
      const answer = await fetch(`http://127.0.0.1:${String(server.metricsPort)}/metrics`);
      const text = await answer.text();
      assert.match(
        text,
        /samen_request_seconds_count\{method="PUT",route="\/v1\/spaces\/:spaceId\/needs\/:id",status="201"\} 1/,
      );
      assert.match(text, /samen_listeners 0/);
      assert.doesNotMatch(text, /kanarie|wonen-2|"samen"/);
      assert.equal((await fetch(`${server.url}metrics`)).status, 404);
    } finally {
      await server.close();
    }
  });
});
