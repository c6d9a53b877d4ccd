/**
 * Builds dist/: what a page loads (split and in one file), what a bundler imports (lib/), and types.
 * `--if-stale` leaves a build alone that is newer than everything it was made from.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

const esbuild = () => createRequire(import.meta.url)('esbuild');

const stamp = join(root, 'dist', '.built');
const sources = [
  'src',
  'demo',
  'test/backends/conformance.ts',
  'test/backends/conformance',
  'rollup.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'tsconfig.conformance.json',
];

/** Every file under a path, or the path itself. */
export function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => filesUnder(join(path, entry.name)));
}

function isStale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return sources.flatMap((source) => filesUnder(join(root, source))).some((file) => statSync(file).mtimeMs > built);
}

function tool(name, args) {
  const file = join(root, 'node_modules', '.bin', name);
  const result = spawnSync(file, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${name} failed (exit code ${result.status}).`);
}

/** Those of the conformance suite as well: it stands beside the sources, and is part of the package. */
function declareConformance() {
  const coming = join(root, 'dist', 'types-coming');
  tool('tsc', ['--project', 'tsconfig.conformance.json']);
  const test = join(root, 'dist', 'types', 'test');
  cpSync(join(coming, 'test'), test, { recursive: true });
  rmSync(coming, { recursive: true });
  for (const file of filesUnder(test))
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('../../src/', '../../'));
}

/** Declarations with extensions, so that they also resolve where Node's own rules are used. */
function addExtensions() {
  for (const file of filesUnder(join(root, 'dist', 'types')).filter((name) => name.endsWith('.d.ts'))) {
    const text = readFileSync(file, 'utf8');
    const complete = text.replace(
      /((?:from|import)\s*\(?\s*['"])(\.{1,2}\/[^'"]+?)(['"])/g,
      (whole, before, path, after) => {
        if (/\.(js|json|css)$/.test(path)) return whole;
        return existsSync(join(dirname(file), `${path}.d.ts`))
          ? `${before}${path}.js${after}`
          : `${before}${path}/index.js${after}`;
      },
    );
    if (complete !== text) writeFileSync(file, complete);
  }
}

/** The server as Node runs it; what it is made of is not built in. */
export function buildServer(folder = join(root, 'dist', 'server')) {
  esbuild().buildSync({
    absWorkingDir: root,
    entryPoints: {
      index: 'src/server/index.ts',
      main: 'src/server/main.ts',
      'demo-data': 'src/demo-data/lindeveld.ts',
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  const database = join(root, 'src', 'server', 'database');
  cpSync(join(database, 'migrations'), join(folder, 'migrations'), { recursive: true });
  cpSync(join(database, 'pglite-worker.mjs'), join(folder, 'pglite-worker.mjs'));
}

/** Whose work stands in the files that a page loads, beside ours: minified, they no longer say it themselves. */
const IN_OUR_FILES = ['lit', 'lucide', 'idb-keyval', 'eventsource-parser', 'valibot', 'tslib'];

/** Their licences, which want to be passed on. */
function writeNotices() {
  const texts = IN_OUR_FILES.map((name) => {
    const folder = join(root, 'node_modules', name);
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`${name} came without its licence.`);
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
    return `${name}\n${'='.repeat(name.length)}\n\n${text}\n`;
  });
  writeFileSync(join(root, 'dist', 'NOTICES.txt'), texts.join('\n\n'));
}

export function build({ ifStale = false, types = true } = {}) {
  if (ifStale && !isStale()) return;
  console.error('Samen: building');
  const started = new Date();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  tool('rollup', ['--config', 'rollup.config.mjs', '--silent']);
  buildServer();
  writeNotices();
  if (types) {
    tool('tsc', ['--project', 'tsconfig.build.json']);
    declareConformance();
    addExtensions();
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, started.toISOString());
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    build({ ifStale: process.argv.includes('--if-stale') });
  } catch (error) {
    console.error(`Samen: ${error.message}`);
    process.exitCode = 1;
  }
}
