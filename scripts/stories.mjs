/**
 * `npm run stories`: builds the workshop and shows every story in Chromium, in Dutch and English, light
 * and dark: one page for each appearance, in which the stories follow each other. A story fails when it
 * does not finish, when it says an error on the console, when it asks anything of another origin, or
 * when axe finds something against WCAG 2.2 AA.
 * `--serve` starts the workshop to work in instead; further words choose stories whose id holds them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize, sep } from 'node:path';
import { chromiumFlags, findBrowsers } from './browsers.mjs';
import { root, setup } from './setup.mjs';

const folder = join(root, 'storybook-static');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const filters = process.argv.slice(2).filter((word) => !word.startsWith('--'));
/** No story has this id: the page comes up, and waits. */
const nothing = 'none';
const pagesAtOnce = 2;
const appearances = [
  { language: 'nl', scheme: 'light' },
  { language: 'nl', scheme: 'dark' },
  { language: 'en', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
];

function tool(name, args) {
  const env = { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' };
  const result = spawnSync(join(root, 'node_modules', '.bin', name), args, { cwd: root, stdio: ['ignore', 2, 2], env });
  if (result.status !== 0)
    throw new Error(`${name} failed (${result.error?.message ?? `exit code ${result.status}`}).`);
}

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

function serve() {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const file = normalize(join(folder, path === '/' ? 'index.html' : path));
    if (!file.startsWith(folder + sep) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ server, origin: `http://127.0.0.1:${server.address().port}` }));
  });
}

/** Goes to a story within the open page, waits until it has drawn and played; what went wrong on the way, if anything. */
function show(page, id) {
  return page.evaluate(
    ([storyId, patience]) =>
      new Promise((resolve) => {
        const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
        const heard = {
          storyFinished: (said) => (said.status === 'error' ? 'ended with an error' : ''),
          storyErrored: (said) => `failed: ${said.title ?? said.description ?? said.message}`,
          storyThrewException: (said) => `threw: ${said.message}`,
          storyMissing: () => 'is missing',
          playFunctionThrewException: (said) => `failed in its play function: ${said.message}`,
        };
        const listeners = Object.entries(heard).map(([event, text]) => [
          event,
          (said) => {
            if (said?.storyId === undefined || said.storyId === storyId) done(text(said ?? {}));
          },
        ]);
        const done = (text) => {
          clearTimeout(late);
          for (const [event, listener] of listeners) channel.off(event, listener);
          resolve(text);
        };
        const late = setTimeout(() => done('did not finish in time'), patience);
        for (const [event, listener] of listeners) channel.on(event, listener);
        // What the story before left in the address is nothing to this one.
        history.replaceState(null, '', location.href.replace(/#.*$/, ''));
        channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
      }),
    [id, 60_000],
  );
}

/** A page of the workshop in one appearance, on which no story is shown yet. */
async function openPage(browser, origin, { language, scheme }, axe) {
  const context = await browser.newContext({ colorScheme: scheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !text.includes(`story matching '${nothing}'`)) problems.push(`console: ${text}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) problems.push(`asks ${url}`);
  });
  // The check within the workshop is left to its reader: axe runs here, once a story.
  const globals = `language:${language};scheme:${scheme};a11y.manual:!true`;
  await page.goto(`${origin}/iframe.html?id=${nothing}&viewMode=story&globals=${encodeURIComponent(globals)}`);
  await page.waitForFunction(
    () =>
      new Promise((resolve) => {
        const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
        if (!channel) return resolve(false);
        if (channel.last('storyMissing')) return resolve(true);
        channel.once('storyMissing', () => resolve(true));
      }),
    undefined,
    { timeout: 60_000 },
  );
  await page.evaluate(axe);
  return { context, page, problems: () => problems.splice(0) };
}

/** Elements that load their code late are part of the story. */
function defined(page) {
  return page.waitForFunction(
    () => {
      const open = [document];
      for (const scope of open) {
        for (const element of scope.querySelectorAll('*')) {
          if (element.localName.startsWith('samen-') && !element.matches(':defined')) return false;
          if (element.shadowRoot) open.push(element.shadowRoot);
        }
      }
      return true;
    },
    undefined,
    { timeout: 60_000 },
  );
}

async function problemsOf({ page, problems }, id) {
  const found = [];
  try {
    const ended = await show(page, id);
    if (ended) found.push(ended);
    await defined(page);
    await page.waitForTimeout(150);
    const violations = await page.evaluate(async (tags) => {
      const result = await globalThis.axe.run(document.querySelector('#storybook-root') ?? document, { runOnly: tags });
      return result.violations.map(
        ({ id: rule, help, nodes }) =>
          `${rule}: ${help} (${nodes.map((node) => node.target.flat(3).join(' ')).join('; ')})`,
      );
    }, standards);
    found.push(...violations.map((text) => `axe ${text}`));
  } catch (error) {
    found.push(error.message.split('\n')[0]);
  }
  return [...problems(), ...found];
}

/** All stories in one appearance, one after the other in one page; a new page after one that failed. */
async function checkAppearance(browser, origin, ids, appearance, axe) {
  let failed = 0;
  let open = await openPage(browser, origin, appearance, axe);
  for (const id of ids) {
    const problems = await problemsOf(open, id);
    if (problems.length === 0) continue;
    failed += 1;
    console.log(`FAILED  ${id} (${appearance.language}, ${appearance.scheme})`);
    for (const problem of problems) console.log(`        ${problem}`);
    // In a context of its own: what a broken story left in the browser is nothing to the next.
    await open.context.close();
    open = await openPage(browser, origin, appearance, axe);
  }
  await open.context.close();
  return failed;
}

async function checkAll() {
  const { chromium } = await import('playwright-core');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const ids = Object.values(index.entries)
    .filter(
      (entry) => entry.type === 'story' && (filters.length === 0 || filters.some((word) => entry.id.includes(word))),
    )
    .map((entry) => entry.id);
  if (ids.length === 0) throw new Error('there is no story.');
  const { file: executablePath } = findBrowsers().chromium;
  if (!executablePath) throw new Error('Chromium is missing: run `node scripts/setup.mjs --browsers`.');
  const { server, origin } = await serve();
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const waiting = [...appearances];
  const failures = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      failures.push(await checkAppearance(browser, origin, ids, next, axe));
  };
  try {
    await Promise.all(Array.from({ length: pagesAtOnce }, work));
  } finally {
    await browser.close();
    server.close();
  }
  const shown = ids.length * appearances.length;
  const failed = failures.reduce((sum, count) => sum + count, 0);
  console.log(`${ids.length} stories, ${shown - failed} of ${shown} appearances without a finding`);
  return failed === 0;
}

try {
  setup();
  tool('cem', ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet']);
  if (process.argv.includes('--serve')) {
    tool('storybook', ['dev', '--host', '127.0.0.1', '--port', '6006', '--ci', '--disable-telemetry']);
  } else {
    if (!process.argv.includes('--no-build')) {
      tool('storybook', ['build', '--output-dir', 'storybook-static', '--quiet', '--disable-telemetry']);
    }
    process.exitCode = (await checkAll()) ? 0 : 1;
  }
} catch (error) {
  console.error(`Samen: ${error.message}`);
  process.exitCode = 1;
}
