/** The peers, fetched by npm as their lock says, the first time somebody measures against them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

export const peerFile = (path) => join(folder, path);

export function installPeers() {
  const { dependencies } = JSON.parse(readFileSync(peerFile('package.json'), 'utf8'));
  const isThere = Object.entries(dependencies).every(([name, version]) => {
    const file = peerFile(`node_modules/${name}/package.json`);
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
  if (isThere) return;
  console.error('Samen: fetching what the bench measures itself against');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('npm could not install bench/peers.');
}
