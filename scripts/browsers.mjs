import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findPostgres } from './postgres.mjs';

/** Flags with which Chromium runs as root and asks nothing of the network by itself. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here; the next folder may have it.
      }
    }
  }
  return undefined;
}

function firstExisting(...files) {
  return files.find((file) => existsSync(file));
}

/** What the tests need: three engines and a database, where each was found, and the Debian package that brings it. */
export function findBrowsers() {
  const miniBrowser = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].flatMap((triple) =>
    ['4.1', '4.0', '6.0'].flatMap((version) => [
      `/usr/lib/${triple}/webkit2gtk-${version}/MiniBrowser`,
      `/usr/lib/${triple}/webkitgtk-${version}/MiniBrowser`,
    ]),
  );
  return {
    chromium: { file: onPath('chromium', 'chromium-browser', 'google-chrome'), package: 'chromium' },
    firefox: { file: onPath('firefox-esr', 'firefox'), package: 'firefox-esr' },
    webkitDriver: { file: onPath('WebKitWebDriver'), package: 'webkit2gtk-driver' },
    miniBrowser: { file: firstExisting(...miniBrowser), package: 'webkit2gtk-driver' },
    xvfb: { file: onPath('Xvfb'), package: 'xvfb' },
    postgres: { file: findPostgres(), package: 'postgresql' },
  };
}

/** Packages still to be installed before every test can run; empty when all is there. */
export function missingPackages(found = findBrowsers()) {
  const missing = Object.values(found).filter((part) => part.file === undefined);
  return [...new Set(missing.map((part) => part.package))];
}

/** The engines that can run here: `chromium`, `firefox`, `webkit`. */
export function runnableEngines(found = findBrowsers()) {
  const engines = [];
  if (found.chromium.file) engines.push('chromium');
  if (found.firefox.file) engines.push('firefox');
  if (found.webkitDriver.file && found.miniBrowser.file && found.xvfb.file) engines.push('webkit');
  return engines;
}
