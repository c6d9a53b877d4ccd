import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { chromiumFlags, findBrowsers, runnableEngines } from './scripts/browsers.mjs';

const found = findBrowsers();
const asked = process.env.SAMEN_ENGINES?.split(',') ?? runnableEngines(found);
const files = process.env.SAMEN_TEST_FILES?.split(',') ?? ['test/**/*.browser.test.ts'];
const children = [];

/** What was started here is ended here, by its own process and no other. */
function endChildren() {
  for (const child of children.splice(0).reverse()) child.kill('SIGTERM');
}
process.once('exit', endChildren);

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A screen in memory; Xvfb chooses a free display and writes its number. */
function startScreen() {
  return new Promise((resolve, reject) => {
    const child = spawn(found.xvfb.file, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(child);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended (${code}) before it had a display.`)));
    child.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`));
  });
}

async function answers(port) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/status`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver did not answer within ten seconds.');
}

async function webkit() {
  const display = await startScreen();
  const port = await freePort();
  const driver = spawn(found.webkitDriver.file, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, LANG: 'C.UTF-8', WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  children.push(driver);
  await answers(port);
  return webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: found.miniBrowser.file, args: ['--automation'] },
      'wdio:enforceWebDriverClassic': true,
    },
  });
}

async function launchers() {
  const list = [];
  if (asked.includes('chromium')) {
    const launchOptions = { executablePath: found.chromium.file, args: chromiumFlags };
    list.push(playwrightLauncher({ product: 'chromium', launchOptions }));
  }
  if (asked.includes('firefox')) {
    const extraPrefsFirefox = { 'ui.prefersReducedMotion': 1 };
    const launchOptions = { browser: 'firefox', executablePath: found.firefox.file, extraPrefsFirefox };
    list.push(puppeteerLauncher({ concurrency: 1, launchOptions }));
  }
  if (asked.includes('webkit')) list.push(Object.assign(await webkit(), { concurrency: 1 }));
  return list;
}

/** Sessions name their browser as its launcher does; `npm test` speaks of engines. */
function engineOf(name) {
  if (/chrom/i.test(name)) return 'chromium';
  return /firefox/i.test(name) ? 'firefox' : 'webkit';
}

const COUNTED = ['passed', 'failed', 'skipped'];

function countTests(suite, path = []) {
  const own = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const test of suite?.tests ?? []) {
    own[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
    if (!test.skipped && !test.passed)
      own.failures.push(`${[...path, test.name].join(' > ')}: ${test.error?.message ?? 'no message'}`);
  }
  for (const inner of suite?.suites ?? []) {
    const counts = countTests(inner, [...path, inner.name].filter(Boolean));
    for (const key of COUNTED) own[key] += counts[key];
    own.failures.push(...counts.failures);
  }
  return own;
}

/** Writes what each engine found, file by file. */
function countReporter() {
  return {
    stop({ sessions }) {
      const engines = {};
      for (const session of sessions) {
        const tests = countTests(session.testResults);
        // A page that broke before or outside its tests is a failure too, or it would pass unseen.
        if (tests.failed === 0 && (!session.passed || tests.passed + tests.skipped === 0)) {
          tests.failed = 1;
          tests.failures.push(`as a whole: ${(session.errors ?? []).map(({ message }) => message).join('; ')}`);
        }
        (engines[engineOf(session.browser.name)] ??= {})[session.testFile ?? ''] = tests;
      }
      if (process.env.SAMEN_TEST_COUNTS) writeFileSync(process.env.SAMEN_TEST_COUNTS, JSON.stringify(engines));
    },
  };
}

export default {
  files,
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  hostname: '127.0.0.1',
  nodeResolve: { exportConditions: ['production', 'default'], extensions: ['.mjs', '.js', '.ts'] },
  browsers: await launchers(),
  concurrentBrowsers: 1,
  concurrency: 1,
  testsFinishTimeout: 900_000,
  browserStartTimeout: 60_000,
  testFramework: { config: { timeout: 120_000 } },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
    { name: 'end-children', serverStop: endChildren },
  ],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countReporter()],
};
