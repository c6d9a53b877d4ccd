/**
 * `npm test`: everything that can fail, from a bare clone. Ends with the line `N passed, N failed`.
 * `npm test -- node`, `browsers` or `pages` runs one part; further words choose files whose path holds them.
 * `SAMEN_ENGINES=chromium,firefox` leaves engines out on purpose; one that is missing counts as failed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build, filesUnder } from './build.mjs';
import { runnableEngines } from './browsers.mjs';
import { root, setup } from './setup.mjs';

const groups = ['node', 'browsers', 'pages'];
const words = process.argv.slice(2);
const chosen = words.filter((word) => groups.includes(word));
const filters = words.filter((word) => !groups.includes(word));
const wants = (group) => chosen.length === 0 || chosen.includes(group);

const total = { passed: 0, failed: 0 };
const lines = [];

/** Failures named at the end: a whole server that does not start fails hundreds. */
const MOST = 40;

/** `failures`: a line each, so that the end of a long log says what was wrong. */
function add(name, { passed, failed, skipped = 0, failures = [] }) {
  total.passed += passed;
  total.failed += failed;
  lines.push(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  lines.push(...failures.slice(0, MOST).map((failure) => `  ✖ ${name}: ${failure.replaceAll(root, '.')}`));
  if (failures.length > MOST) lines.push(`  ✖ ${name}: and ${failures.length - MOST} more`);
}

/** Ends the child with us, so that an interrupted run leaves nothing behind. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    const end = () => child.kill('SIGTERM');
    process.once('SIGTERM', end);
    process.once('SIGINT', end);
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      process.off('SIGTERM', end);
      process.off('SIGINT', end);
      resolve(code ?? 1);
    });
  });
}

function readCounts(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function testFiles() {
  const all = filesUnder(join(root, 'test'))
    .map((file) => relative(root, file))
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => filters.length === 0 || filters.some((word) => file.includes(word)))
    .sort();
  const isBrowser = (file) => file.endsWith('.browser.test.ts');
  const isPage = (file) => file.startsWith(join('test', 'pages'));
  return {
    node: all.filter((file) => !isBrowser(file) && !isPage(file)),
    browsers: all.filter(isBrowser),
    pages: all.filter((file) => isPage(file) && !isBrowser(file)),
  };
}

async function runNode(name, files, folder, concurrency) {
  if (files.length === 0) return;
  console.log(`\n# ${name}\n`);
  const counts = join(folder, `${name}.json`);
  const code = await run(process.execPath, [
    '--import',
    'tsx',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/count-reporter.mjs',
    `--test-reporter-destination=${counts}`,
    ...files,
  ]);
  const result = readCounts(counts) ?? { passed: 0, failed: 1 };
  if (code !== 0 && result.failed === 0) result.failed = 1;
  add(name, result);
}

async function runBrowsers(files, folder, missing) {
  if (files.length === 0) return;
  const asked = (process.env.SAMEN_ENGINES ?? 'chromium,firefox,webkit').split(',').map((name) => name.trim());
  const engines = runnableEngines().filter((engine) => asked.includes(engine));
  for (const engine of asked.filter((name) => !engines.includes(name))) {
    console.error(`Samen: ${engine} cannot run here${missing.length > 0 ? ` (missing: ${missing.join(', ')})` : ''}.`);
    add(engine, { passed: 0, failed: 1 });
  }
  if (engines.length === 0) return;
  const results = {};
  let worst = 0;
  for (const [index, [some, part]] of batches(engines, files).entries()) {
    console.log(`\n# ${some.join(', ')}: ${part.length} files\n`);
    const { code, results: found } = await runEngines(some, part, join(folder, `browsers-${index}.json`));
    worst = Math.max(worst, code);
    for (const [engine, each] of Object.entries(found)) Object.assign((results[engine] ??= {}), each);
  }
  const isTold = Object.values(results).some((each) => sum(each).failed > 0);
  await tryAgain(results, folder);
  for (const engine of engines) add(engine, results[engine] ? sum(results[engine]) : { passed: 0, failed: 1 });
  if (worst !== 0 && !isTold) add('browsers, as a whole', { passed: 0, failed: 1 });
}

/**
 * WebKit now and then never finishes a module that it takes from its memory, where the page before put it: all that a page
 * fetches late then stays away. So each file gets a browser of its own there.
 */
function batches(engines, files) {
  const others = engines.filter((engine) => engine !== 'webkit');
  const all = others.length > 0 ? [[others, files]] : [];
  return engines.includes('webkit') ? [...all, ...files.map((file) => [['webkit'], [file]])] : all;
}

/** One run of the test runner: by engine, what each file brought. */
async function runEngines(engines, files, counts) {
  const wtr = join(root, 'node_modules', '.bin', 'wtr');
  const code = await run(wtr, ['--config', 'web-test-runner.config.mjs'], {
    SAMEN_ENGINES: engines.join(','),
    SAMEN_TEST_COUNTS: counts,
    SAMEN_TEST_FILES: files.join(','),
  });
  return { code, results: readCounts(counts) ?? {} };
}

/** A file that failed in WebKit is tried once more in a new browser; the log says so. */
async function tryAgain(results, folder) {
  const first = results.webkit ?? {};
  const failed = Object.keys(first).filter((file) => first[file].failed > 0);
  if (failed.length === 0) return;
  const again = failed.map((file) => relative(root, file));
  lines.push(`webkit: tried once more: ${again.join(', ')}`);
  for (const [index, file] of again.entries()) {
    console.log(`\n# webkit, once more: ${file}\n`);
    const { results: second } = await runEngines(['webkit'], [file], join(folder, `again-${index}.json`));
    Object.assign(first, second.webkit);
  }
}

/** The files of one engine together. */
function sum(files) {
  const whole = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const [file, { passed, failed, skipped, failures }] of Object.entries(files)) {
    whole.passed += passed;
    whole.failed += failed;
    whole.skipped += skipped;
    whole.failures.push(...failures.map((failure) => `${file}: ${failure}`));
  }
  return whole;
}

/** Only pages are tested as built; the rest tells its own story even when the build is broken. */
function buildForPages() {
  try {
    build({ ifStale: true, types: false });
    return true;
  } catch (error) {
    console.error(`Samen: ${error.message}`);
    add('build, without which no page can be tested', { passed: 0, failed: 1 });
    return false;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'samen-test-'));
try {
  const missing = setup({ browsers: true });
  const files = testFiles();
  if (wants('node')) await runNode('node', files.node, folder, 2);
  if (wants('browsers')) await runBrowsers(files.browsers, folder, missing);
  if (wants('pages') && buildForPages()) await runNode('pages', files.pages, folder, 1);
  if (total.passed + total.failed === 0) add('no test was found', { passed: 0, failed: 1 });
} catch (error) {
  console.error(`Samen: ${error.message}`);
  add('before the tests', { passed: 0, failed: 1 });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${lines.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
