/**
 * `npm run size`: what a page really fetches, as brotli. Chromium opens a page with only the compass on
 * `local:`, and every script it asks for is counted: static imports and the late parts that were used.
 * Fails above the budget of DESIGN.md, "BENCH".
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from './build.mjs';
import { chromiumFlags, findBrowsers } from './browsers.mjs';
import { startServer } from './serve.mjs';
import { root, setup } from './setup.mjs';

const budgets = { page: 30, all: 60 };

function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    .length;
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(2).padStart(7);

const page = `<!doctype html>
<html lang="nl">
  <head><meta charset="utf-8"><title>Compass only</title><script type="module" src="/samen/samen.js"></script></head>
  <body><main><samen-compass backend="local:" space="sociaal-domein"></samen-compass></main></body>
</html>`;

/** Every script the page asks for until it draws and rests; a part that never comes would count as small. */
async function scriptsOfPage() {
  const { chromium } = await import('playwright-core');
  const { file: executablePath } = findBrowsers().chromium;
  if (!executablePath) throw new Error('Chromium is missing: run `node scripts/setup.mjs --browsers`.');
  const server = await startServer({ pages: { '/size.html': page } });
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const context = await browser.newContext({ locale: 'nl-NL' });
    // The demonstration puts its data in this browser, so that the compass has something to show.
    const demonstration = await context.newPage();
    await demonstration.goto(server.url);
    await demonstration.getByRole('region', { name: 'Kompas' }).first().waitFor({ timeout: 20_000 });
    await demonstration.close();
    const tab = await context.newPage();
    const scripts = new Map();
    const errors = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    tab.on('response', (response) => {
      if (response.request().resourceType() === 'script' && response.ok()) {
        scripts.set(new URL(response.url()).pathname, response.body());
      }
    });
    await tab.goto(`${server.url}size.html`);
    await tab.getByRole('region', { name: 'Kompas' }).getByRole('table').waitFor({ timeout: 20_000 });
    await tab.waitForLoadState('networkidle');
    await tab.waitForTimeout(1_000);
    if (errors.length > 0) throw new Error(`the page with only the compass fails: ${errors.join('; ')}`);
    return await Promise.all([...scripts].map(async ([path, body]) => ({ path, bytes: brotli(await body) })));
  } finally {
    await browser.close();
    await server.close();
  }
}

function judge(name, bytes, limit) {
  const within = bytes <= limit * 1000;
  console.log(`${kilobytes(bytes)} kB of ${limit} kB  ${name}${within ? '' : '  TOO LARGE'}`);
  return within;
}

try {
  setup();
  build({ ifStale: true, types: false });
  const scripts = (await scriptsOfPage()).sort((a, b) => b.bytes - a.bytes);
  for (const { path, bytes } of scripts) console.log(`${kilobytes(bytes)} kB            ${path}`);
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  const all = brotli(readFileSync(join(root, 'dist', 'samen.all.js')));
  const verdicts = [
    judge(`a page with only the compass, local: (${scripts.length} scripts)`, total, budgets.page),
    judge('samen.all.js', all, budgets.all),
  ];
  process.exitCode = verdicts.every(Boolean) ? 0 : 1;
} catch (error) {
  console.error(`Samen: ${error.message}`);
  process.exitCode = 1;
}
