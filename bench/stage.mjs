/** What a bench against servers stands on: everything built, a PostgreSQL of its own, and Chromium. */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { tsImport } from 'tsx/esm/api';
import { build, buildServer } from '../scripts/build.mjs';
import { chromiumFlags, findBrowsers } from '../scripts/browsers.mjs';
import { root, setup } from '../scripts/setup.mjs';

/** `name` is that of the folder that the server is built into. */
export async function onStage(name, work) {
  setup();
  process.chdir(root);
  build({ ifStale: true, types: false });
  const folder = join(root, 'node_modules', '.cache', 'samen', name);
  buildServer(folder);
  const { file: executablePath } = findBrowsers().chromium;
  if (!executablePath) throw new Error('Chromium is missing: run `node scripts/setup.mjs --browsers`.');
  const { startPostgres } = await tsImport('../test/server/postgres.ts', import.meta.url);
  const postgres = await startPostgres();
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    await work({ browser, postgres, folder });
  } finally {
    await browser.close();
    await postgres.close();
  }
}
