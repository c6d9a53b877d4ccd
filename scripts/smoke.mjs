/** Runs `npm start` as a person would, opens what it prints, and ends it. */
import { spawn } from 'node:child_process';
import { root } from './setup.mjs';

const child = spawn('npm', ['start'], {
  cwd: root,
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, SAMEN_LISTEN: '127.0.0.1:0' },
});

/** npm and what it started are one group of their own: ended together, and nothing else. */
function end() {
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // Gone already.
  }
}

function address() {
  return new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => reject(new Error('npm start gave no address within five minutes.')), 300_000);
    child.stdout.on('data', (data) => {
      text += data;
      const match = /^Samen: (http:\/\/\S+\/)$/m.exec(text);
      if (match) {
        clearTimeout(late);
        resolve(match[1]);
      }
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`npm start ended (${code}) before it gave an address.`));
    });
  });
}

async function mustAnswer(url, holds) {
  const response = await fetch(url);
  const text = await response.text();
  if (!response.ok || !text.includes(holds)) throw new Error(`${url} answers ${response.status}, without "${holds}".`);
  console.log(`${url} answers`);
}

try {
  const url = await address();
  await mustAnswer(url, '<samen-compass');
  await mustAnswer(new URL('samen/samen.js', url), 'samen-compass');
  await mustAnswer(new URL('data/lindeveld.json', url), '{');
} catch (error) {
  console.error(`Samen: ${error.message}`);
  process.exitCode = 1;
} finally {
  end();
}
