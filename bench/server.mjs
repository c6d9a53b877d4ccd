/**
 * The server against what it stands on: one page of a list over HTTP against the same statements in a bare loop,
 * and a thousand listeners, memory for each and time to the last. By turns in one run; medians with their spread.
 */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Agent, get, request } from 'node:http';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import pg from 'pg';
import { tsImport } from 'tsx/esm/api';
import { EXPERIENCES } from './million.mjs';
import { pageOverHttp } from './page.mjs';
import { buildServer } from '../scripts/build.mjs';
import { root } from '../scripts/setup.mjs';

const NEEDS = 10_000;
const TURNS = 101;
const LISTENERS = 1_000;
/** One person may have twenty streams. */
const EACH = 20;
const PAGES = [
  ['experiences', 'listExperiences', 'experiences'],
  ['needs', 'listNeeds', 'needs'],
];
const LIMITS = { page: 1.5, listenerKB: 12 };
const SPACE = 'bench';
const PERSON = 'wonen-1';
const AGENT = new Agent({ keepAlive: true, maxSockets: 1 });

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 4)].toFixed(2)}–${sorted[Math.floor((sorted.length * 3) / 4)].toFixed(2)}`;
};

/** Who has this stream: the first is who asks for pages too. */
const personOf = (stream) => `wonen-${Math.floor(stream / EACH) + 1}`;

function rows() {
  const parties = [
    { id: 'wonen', kind: 'department', name: 'Wonen', shortName: 'Wonen' },
    { id: 'welzijn', kind: 'partner', name: 'Welzijn', shortName: 'Welzijn' },
  ];
  const space = {
    ...{ id: SPACE, name: 'Bench', parties, phases: [], setup: 'done', version: 1 },
    settings: { smallestGroup: 5, smallestSentences: 10, roundIntervalDays: 28 },
  };
  const member = { id: PERSON, partyId: 'wonen', name: '', jobTitle: 'medewerker', role: 'member', version: 1 };
  const driver = { id: 'd', name: 'D', icon: 'house', explanation: '', question: '?', goodExample: '', badExample: '' };
  const all = [
    ['intention/intention', { text: 'T', promise: '', drivers: [driver], changedOn: '2026-01-01', version: 1 }],
    [`space/${SPACE}`, space],
    ...Array.from({ length: LISTENERS / EACH }, (_, n) => [
      `member/${personOf(n * EACH)}`,
      { ...member, id: personOf(n * EACH) },
    ]),
  ];
  for (let n = 0; n < NEEDS; n += 1) {
    const id = randomUUID();
    const createdOn = `2026-${String((n % 9) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`;
    const need = {
      id,
      kind: 'ask',
      partyId: 'wonen',
      driverId: 'd',
      text: `Behoefte ${n}`,
      status: 'open',
      writtenBy: PERSON,
    };
    all.push([`need/${id}`, { ...need, createdOn, audience: 'everyone', version: 1 }]);
  }
  return new Map(all.map(([key, row]) => [key, { version: 1, audience: 'everyone', row }]));
}

const ask = (server, message) =>
  new Promise((resolve) => {
    server.once('message', resolve);
    server.send(message);
  });

function listen(url, personId) {
  return new Promise((resolve, reject) => {
    get(`${url}v1/spaces/${SPACE}/events`, { agent: false, headers: { 'samen-demo-person': personId } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`a stream is answered ${response.statusCode}`));
      const listener = { response, heard: undefined };
      response.setEncoding('utf8');
      response.on('data', (text) => {
        if (text.includes('event: reset')) resolve(listener);
        if (text.includes('event: changed')) listener.heard?.();
      });
    }).on('error', reject);
  });
}

const folder = join(root, 'node_modules', '.cache', 'samen', 'bench');
buildServer(folder);
const { startPostgres } = await tsImport('../test/server/postgres.ts', import.meta.url);
const postgres = await startPostgres();
const failures = [];
const say = (name, ratio, limit, detail) => {
  console.log(`${name}: ${ratio.toFixed(2)} of at most ${limit} (${detail})`);
  if (ratio > limit) failures.push(name);
};
const server = fork(new URL('./serve.mjs', import.meta.url), [folder], {
  execArgv: ['--expose-gc'],
  env: {
    ...process.env,
    ...{ SAMEN_DATABASE: postgres.url, SAMEN_DATABASE_OWNER: postgres.ownerUrl, SAMEN_LISTEN: '127.0.0.1:0' },
    ...{ SAMEN_LOG: 'warn', SAMEN_WRITES_A_MINUTE: '1000000' },
  },
});
try {
  const { url } = await new Promise((resolve) => server.once('message', resolve));
  const owner = new pg.Pool({ connectionString: postgres.ownerUrl, max: 1 });
  const { fillSpace } = await import(pathToFileURL(join(folder, 'index.js')).href);
  await fillSpace(owner, SPACE, rows());
  await owner.query(EXPERIENCES, [SPACE, NEEDS]);
  await owner.query('vacuum analyze');
  for (const [name, operation, path] of PAGES) {
    const today = '2026-11-01';
    const asked = { spaceId: SPACE, personId: PERSON, operation, path: `v1/spaces/${SPACE}/${path}`, today };
    const { sql, http, ratio, statements } = await pageOverHttp(postgres, url, { ...asked, turns: TURNS });
    const words = ({ median, least, most }) => `${median.toFixed(2)} ms, ${least.toFixed(2)}–${most.toFixed(2)}`;
    say(
      `one page of ${name} over HTTP against the bare SQL`,
      ratio.median,
      LIMITS.page,
      `${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)}; ${words(http)}, against ${words(sql)}, of ${statements} statements`,
    );
  }

  const { bytes: before } = await ask(server, 'memory');
  const listeners = [];
  while (listeners.length < LISTENERS)
    listeners.push(
      ...(await Promise.all(Array.from({ length: 50 }, (_, n) => listen(url, personOf(listeners.length + n))))),
    );
  const { bytes: after } = await ask(server, 'memory');
  say(
    'memory for each of a thousand listeners, kB',
    (after - before) / 1024 / LISTENERS,
    LIMITS.listenerKB,
    'heap and buffers, after collecting',
  );

  const last = [];
  for (let turn = 0; turn < 7; turn += 1) {
    const all = Promise.all(listeners.map((each) => new Promise((resolve) => (each.heard = resolve))));
    const id = randomUUID();
    const body = JSON.stringify({ kind: 'ask', driverId: 'd', text: 'x' });
    const headers = {
      'samen-demo-person': PERSON,
      'content-type': 'application/json',
      'if-none-match': '*',
      'idempotency-key': randomUUID(),
    };
    await new Promise((resolve, reject) => {
      request(`${url}v1/spaces/${SPACE}/needs/${id}`, { method: 'PUT', agent: AGENT, headers }, (response) => {
        if (response.statusCode !== 201) reject(new Error(`a write is answered ${response.statusCode}`));
        response.resume().on('end', resolve);
      })
        .on('error', reject)
        .end(body);
    });
    const answered = performance.now();
    await all;
    last.push(performance.now() - answered);
  }
  console.log(
    `a change to the last of a thousand listeners: ${median(last).toFixed(0)} ms after the answer (${spread(last)}); one read of the database`,
  );
  for (const { response } of listeners) response.destroy();
  await owner.end();
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  await postgres.close();
}
if (failures.length > 0) {
  console.error(`Over the limit: ${failures.join(', ')}`);
  process.exitCode = 1;
}
