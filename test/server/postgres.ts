/** A PostgreSQL of a test's own, from the system's package: started, stopped, killed and started again. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostgres } from '../../scripts/postgres.mjs';

export interface Postgres {
  /** Whoever owns the tables. */
  ownerUrl: string;
  /** The login of the server: owns nothing, and cannot see past row-level security. */
  url: string;
  start: () => Promise<void>;
  /** At once, as when the machine breaks off what it does. */
  stop: () => Promise<void>;
  close: () => Promise<void>;
}

/** Below those that a system gives out by itself, so that no connection takes it while the database is stopped. */
const PORTS = { from: 15_000, to: 32_000 };

/** A port on which nothing listens. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from));
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user its package made. */
function runsAs(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
  return { uid: id('-u'), gid: id('-g') };
}

export async function startPostgres(): Promise<Postgres> {
  const bin = findPostgres();
  assert(bin, 'PostgreSQL is missing: run `node scripts/setup.mjs --browsers`.');
  const user = runsAs();
  const folder = mkdtempSync(join(tmpdir(), 'samen-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C'], {
    ...user,
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(made.status, 0, made.stderr);
  const port = await freePort();
  const address = (login: string, database: string) => `postgres://${login}@127.0.0.1:${String(port)}/${database}`;
  let child: ChildProcess | undefined;

  const start = async () => {
    const args = [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=60',
    ];
    const started = spawn(join(bin, 'postgres'), args, { ...user, cwd: folder, stdio: 'ignore' });
    child = started;
    for (let tries = 0; tries < 600; tries += 1) {
      const ready = spawnSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q']);
      if (ready.status === 0) return;
      assert.equal(started.exitCode, null, 'PostgreSQL ended at its start');
      await sleep(50);
    }
    assert.fail('PostgreSQL does not answer');
  };
  const stop = async () => {
    const ended = child;
    child = undefined;
    if (!ended || ended.exitCode !== null) return;
    const over = new Promise((resolve) => ended.once('exit', resolve));
    // "Immediate": no farewell, and recovery at the next start.
    ended.kill('SIGQUIT');
    await over;
  };

  await start();
  const sql = (text: string, database = 'postgres') =>
    execFileSync(join(bin, 'psql'), ['-q', '-v', 'ON_ERROR_STOP=1', '-d', address('owner', database), '-c', text]);
  sql('create database samen');
  // As docs/beheerders.md tells an administrator.
  sql('create role samen_app nologin', 'samen');
  sql('create role samen_server login in role samen_app', 'samen');
  return {
    ownerUrl: address('owner', 'samen'),
    url: address('samen_server', 'samen'),
    start,
    stop,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
