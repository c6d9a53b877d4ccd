/** The server as a process of its own, as an administrator runs it: killed and started again. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildServer } from '../../scripts/build.mjs';
import { root } from '../../scripts/setup.mjs';

export interface Program {
  readonly url: string;
  /** At once, without a word. */
  kill: () => Promise<void>;
  /** As it was told to end; resolves with its exit code. */
  end: () => Promise<number | null>;
  /** Starts it again, at the same address. */
  again: () => Promise<void>;
}

/** Built once a file of tests, as it is run in earnest: within the project, where its packages are found. */
let main: string | undefined;
export function builtServer(): string {
  if (main) return main;
  const folder = join(root, 'node_modules', '.cache', 'samen', `server-${String(process.pid)}`);
  buildServer(folder);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  main = join(folder, 'main.js');
  return main;
}

export async function startProgram(environment: Record<string, string>): Promise<Program> {
  let port = 0;
  let child: ChildProcess | undefined;

  const again = async () => {
    const started = spawn(process.execPath, [builtServer()], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        SAMEN_AUTH: 'demo',
        SAMEN_LOG: 'info',
        SAMEN_WRITES_A_MINUTE: '1000000',
        ...environment,
        SAMEN_LISTEN: `127.0.0.1:${String(port)}`,
      },
    });
    child = started;
    port = await new Promise<number>((resolve, reject) => {
      let said = '';
      started.once('exit', (code) =>
        reject(new Error(`The server ended (${String(code)}) before it listened: ${said}`)),
      );
      started.stdout.on('data', (data) => {
        said = said.length < 10_000 ? said + String(data) : said;
        const found = /"url":"http:\/\/127\.0\.0\.1:(\d+)\/"/.exec(said);
        if (found) resolve(Number(found[1]));
      });
    });
  };
  const over = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ended = child;
    child = undefined;
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return ended?.exitCode ?? null;
    const exit = new Promise<number | null>((resolve) => ended.once('exit', resolve));
    ended.kill(signal);
    const late = sleep(30_000, 'late', { ref: false });
    const code = await Promise.race([exit, late]);
    assert.notEqual(code, 'late', `The server did not end at ${signal}`);
    return code as number | null;
  };

  await again();
  return {
    get url() {
      return `http://127.0.0.1:${String(port)}/`;
    },
    kill: async () => void (await over('SIGKILL')),
    end: () => over('SIGTERM'),
    again,
  };
}
