#!/usr/bin/env node
/** `samen-server`: the server in earnest. Settings come from the environment (docs/beheerders.md). */
import { authenticatorOf } from './authenticator-of';
import { demoAuthorKey } from './author-key';
import { openDatabase } from './database/database';
import { dump, restore } from './database/dump';
import { Log } from './log';
import { startServer } from './server';
import { readSettings } from './settings';
import type { Settings } from './settings';

const USAGE = `samen-server                serves; settings come from the environment
samen-server dump FILE      writes everything to a file
samen-server restore FILE   reads it into an empty database`;

async function serve(settings: Settings): Promise<void> {
  const log = new Log(settings.level);
  const server = await startServer({
    settings: { ...settings, authorKey: demoAuthorKey(settings) },
    authenticator: authenticatorOf(settings.auth),
    log,
  });
  log.info('listening', { url: server.url });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info('ending');
      void server.close().then(() => process.exit(0));
    });
  }
}

/** As whoever owns the tables: the server's own login sees only what one person may see. */
async function withDatabase(settings: Settings, work: typeof dump, file: string, done: string): Promise<void> {
  const log = new Log('warn');
  const database = await openDatabase({ database: settings.database, inEarnest: false, log, patienceMs: 0 });
  try {
    const count = await work(database.owner, file);
    console.error(`Samen: ${String(count)} rows ${done} ${file}.`);
  } finally {
    await database.close();
  }
}

async function main([command, file, ...rest]: string[]): Promise<void> {
  if (command === undefined) return serve(readSettings(process.env));
  const isKnown = (command === 'dump' || command === 'restore') && file !== undefined && rest.length === 0;
  if (!isKnown) throw new Error(`that is not understood.\n${USAGE}`);
  const settings = readSettings({
    SAMEN_AUTH: 'demo',
    SAMEN_DATABASE: process.env['SAMEN_DATABASE'],
    SAMEN_DATABASE_OWNER: process.env['SAMEN_DATABASE_OWNER'],
  });
  if (command === 'dump') await withDatabase(settings, dump, file, 'written to');
  else await withDatabase(settings, restore, file, 'read from');
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`Samen: ${(error as Error).message}`);
  process.exitCode = 1;
}
