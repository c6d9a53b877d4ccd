/** A server of a test's own, on the embedded database or on PostgreSQL, as anybody starts it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Authenticator } from '../../src/server/auth/authenticator';
import { Log } from '../../src/server/log';
import { startServer } from '../../src/server/server';
import type { RunningServer, ServerOptions } from '../../src/server/server';
import { readSettings } from '../../src/server/settings';

/** Everybody is who they say: for tests of what comes after that. */
export const TRUSTING: Authenticator = {
  authenticate({ headers }) {
    const person = headers['samen-demo-person'];
    return Promise.resolve(typeof person === 'string' ? { personId: person, name: '', byCookie: false } : undefined);
  },
};

export interface Started extends RunningServer {
  /** Every line that was logged. */
  logged: string[];
}

export async function startForTest(
  environment: Record<string, string> = {},
  options: Partial<ServerOptions> = {},
): Promise<Started> {
  const own = environment['SAMEN_DATABASE'] ? undefined : mkdtempSync(join(tmpdir(), 'samen-server-'));
  const settings = readSettings({
    SAMEN_DATABASE: own ?? '',
    SAMEN_LISTEN: '127.0.0.1:0',
    SAMEN_WRITES_A_MINUTE: '1000000',
    ...environment,
  });
  const logged: string[] = [];
  const server = await startServer({
    settings: { ...settings, authorKey: Buffer.alloc(32, 7) },
    authenticator: TRUSTING,
    log: new Log(settings.level, { write: (line) => void logged.push(line) }),
    ...options,
  });
  return {
    ...server,
    logged,
    async close() {
      await server.close();
      if (own) rmSync(own, { recursive: true, force: true });
    },
  };
}
