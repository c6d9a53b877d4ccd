/** `npm run lint`: every check of the sources, all of them even when one fails. */
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { root } from './setup.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);
const checks = [
  [bin('eslint'), ['.', '--max-warnings', '0']],
  [bin('stylelint'), ['src/**/*.styles.ts', 'demo/**/*.css', '--allow-empty-input', '--max-warnings', '0']],
  [bin('depcruise'), ['--config', '.dependency-cruiser.mjs', 'src']],
  [bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  // What is made, as it would be made now.
  [process.execPath, [join(root, 'scripts', 'icons.mjs'), '--check']],
];

for (const [program, args] of checks) {
  const name = basename(program === process.execPath ? args[0] : program);
  console.log(`# ${name}`);
  const result = spawnSync(program, args, { cwd: root, stdio: ['ignore', 1, 2] });
  if (result.error) console.error(`Samen: ${name} could not be run: ${result.error.message}`);
  if (result.status !== 0) process.exitCode = 1;
}
