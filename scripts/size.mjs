/**
 * `npm run size`: what a page really fetches, as brotli. Chromium opens a page with only the compass on
 * `local:`, and every script it asks for is counted: static imports and the late parts that were used. Then one with
 * only the backpack, at a server: everything it asks for until the posts are there. Fails above the budgets of
 * docs/developers.md.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from './build.mjs';
import { chromiumFlags, findBrowsers } from './browsers.mjs';
import { startDemonstration } from './demonstration.mjs';
import { startServer } from './serve.mjs';
import { root, setup } from './setup.mjs';

// Of the page, half a kilobyte is what every widget lets people do with what is kept of them, and a quarter that what is
// kept is drawn at once and asked anew when the page is at rest.
const budgets = { page: 31, backpack: 21.5, all: 60 };

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

const backpackPage = `<!doctype html>
<html lang="nl">
  <head><meta charset="utf-8"><title>Backpack only</title><script type="module" src="/samen/samen.js"></script></head>
  <body><main><samen-backpack backend="/v1" space="sociaal-domein"></samen-backpack></main></body>
</html>`;

/** Everything the page of the backpack asks for until its first post is there; what comes after that, nobody waits for. */
async function feedOfPage() {
  const { chromium } = await import('playwright-core');
  const { file: executablePath } = findBrowsers().chromium;
  const folder = mkdtempSync(join(tmpdir(), 'samen-size-'));
  const server = await startDemonstration({ SAMEN_DATABASE: folder, SAMEN_LISTEN: '127.0.0.1:0' });
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const context = await browser.newContext({ locale: 'nl-NL' });
    await context.addCookies([{ name: 'samen-demo-person', value: 'afd-toegang-3', url: server.url }]);
    const tab = await context.newPage();
    const page = `${server.url}backpack.html`;
    await tab.route(page, (route) => route.fulfill({ contentType: 'text/html', body: backpackPage }));
    const bodies = new Map();
    tab.on('response', (response) => {
      if (!response.ok() || response.url().endsWith('/events')) return;
      const body = response.body();
      bodies.set(response.url(), body);
      // Of what comes late nobody asks it.
      body.catch(() => undefined);
    });
    await tab.goto(page, { waitUntil: 'commit' });
    const asked = await tab.evaluate(async () => {
      const widget = document.querySelector('samen-backpack');
      // The first posts are there before the widget is defined.
      while (!widget.shadowRoot) await new Promise(requestAnimationFrame);
      const { shadowRoot } = widget;
      const seenAt = await new Promise((resolve) => {
        const look = () => shadowRoot.querySelector('article') && resolve(performance.now());
        new MutationObserver(look).observe(shadowRoot, { childList: true, subtree: true });
        look();
      });
      const all = performance.getEntriesByType('resource');
      return all.filter(({ startTime }) => startTime < seenAt).map(({ name }) => name);
    });
    const counted = asked.filter((url) => bodies.has(url));
    return await Promise.all(
      counted.map(async (url) => ({ path: new URL(url).pathname, bytes: brotli(await bodies.get(url)) })),
    );
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

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
    await demonstration.getByRole('region', { name: 'Kompas' }).first().waitFor({ timeout: 60_000 });
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
    await tab.getByRole('region', { name: 'Kompas' }).getByRole('table').waitFor({ timeout: 60_000 });
    await tab.waitForLoadState('networkidle');
    await tab.waitForTimeout(1_000);
    if (errors.length > 0) throw new Error(`the page with only the compass fails: ${errors.join('; ')}`);
    return await Promise.all([...scripts].map(async ([path, body]) => ({ path, bytes: brotli(await body) })));
  } finally {
    await browser.close();
    await server.close();
  }
}

const sumOf = (fetched) => fetched.reduce((sum, { bytes }) => sum + bytes, 0);

function told(fetched) {
  for (const { path, bytes } of fetched.sort((a, b) => b.bytes - a.bytes))
    console.log(`${kilobytes(bytes)} kB            ${path}`);
  return fetched;
}

function judge(name, bytes, limit) {
  const within = bytes <= limit * 1000;
  console.log(`${kilobytes(bytes)} kB of ${limit} kB  ${name}${within ? '' : '  TOO LARGE'}`);
  return within;
}

try {
  setup();
  build({ ifStale: true, types: false });
  const scripts = told(await scriptsOfPage());
  const feed = told(await feedOfPage());
  const all = brotli(readFileSync(join(root, 'dist', 'samen.all.js')));
  const verdicts = [
    judge(`a page with only the compass, local: (${scripts.length} scripts)`, sumOf(scripts), budgets.page),
    judge(`the first posts of a page with only the backpack (${feed.length} requests)`, sumOf(feed), budgets.backpack),
    judge('samen.all.js', all, budgets.all),
  ];
  process.exitCode = verdicts.every(Boolean) ? 0 : 1;
} catch (error) {
  console.error(`Samen: ${error.message}`);
  process.exitCode = 1;
}
