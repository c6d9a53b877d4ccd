/**
 * Brings a bare clone to where it can build and, with `--browsers`, test. Needs nothing but Node.
 * It runs `npm ci` only when packages are missing or older than the lockfile, and installs browsers
 * only where apt and root are there; elsewhere it names what is missing and how to get it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findBrowsers, missingPackages } from './browsers.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything a tool says goes to stderr: stdout is for what the command itself has to tell. */
function run(command, args, env = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, ...env } });
  if (result.error) throw result.error;
  return result.status === 0;
}

/** Remembers which lockfile the packages came from: a checkout changes a file's time, not what it holds. */
const stamp = join(root, 'node_modules', '.samen-lock');

function lockfile() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Packages somebody installed by hand count too, when they are newer than the lockfile. */
function packagesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockfile();
  return statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function installPackages() {
  if (packagesAreCurrent()) return;
  console.error('Samen: installing node packages (npm ci)');
  // Development packages are what this is for; the skips are for installers that fetch browsers.
  const env = { NODE_ENV: 'development', PUPPETEER_SKIP_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  // Some tools declare a newer Node than they need: only errors are worth reading here.
  if (!run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], env)) {
    throw new Error('npm ci failed: see above. Is the package registry reachable?');
  }
  writeFileSync(stamp, lockfile());
}

function installBrowsers() {
  const missing = missingPackages();
  if (missing.length === 0) return [];
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canInstall) {
    console.error(`Samen: installing ${missing.join(', ')} (apt-get)`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-q'], env);
    run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing], env);
  }
  const still = missingPackages(findBrowsers());
  if (still.length > 0) {
    console.error(`Samen: missing for the tests: ${still.join(', ')}.`);
    console.error(`On Debian or Ubuntu: sudo apt-get update && sudo apt-get install ${still.join(' ')}`);
    console.error(
      'Elsewhere: install Chromium, Firefox, WebKitGTK (with WebKitWebDriver and Xvfb) and PostgreSQL 15 or later, and put them on PATH.',
    );
  }
  return still;
}

/** Answers the packages that could not be installed (empty when everything asked for is there). */
export function setup({ browsers = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  }
  installPackages();
  return browsers ? installBrowsers() : [];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const missing = setup({ browsers: process.argv.includes('--browsers') });
    process.exitCode = missing.length > 0 ? 1 : 0;
  } catch (error) {
    console.error(`Samen: ${error.message}`);
    process.exitCode = 1;
  }
}
