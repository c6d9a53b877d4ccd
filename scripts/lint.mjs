/** `npm run lint`: every check of the sources, all of them even when one fails. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup.mjs';

const checks = [
  ['eslint', ['.', '--max-warnings', '0']],
  ['stylelint', ['src/**/*.styles.ts', 'demo/**/*.css', '--allow-empty-input', '--max-warnings', '0']],
  ['depcruise', ['--config', '.dependency-cruiser.mjs', 'src']],
  ['prettier', ['--check', '--log-level', 'warn', '.']],
];

for (const [name, args] of checks) {
  console.log(`# ${name}`);
  const result = spawnSync(join(root, 'node_modules', '.bin', name), args, { cwd: root, stdio: ['ignore', 1, 2] });
  if (result.error) console.error(`Samen: ${name} could not be run: ${result.error.message}`);
  if (result.status !== 0) process.exitCode = 1;
}
