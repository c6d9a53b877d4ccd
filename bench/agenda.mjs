/**
 * `npm run bench`: the agenda's board of phases against jKanban's (DESIGN.md, "BENCH"), with the same items, the same
 * words on each card, on the same machine in the same run. `SAMEN_BENCH_RUNS` sets how many times each is measured; at
 * least five.
 */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { bundle } from './bundle.mjs';
import { startFront } from './front.mjs';
import { NOW_PHASE, PARTIES, PHASES, makeItems } from './items.mjs';
import { installPeers, peerFile } from './peers/peers.mjs';
import { openPage, summary } from './thread.mjs';
import { chromiumFlags, findBrowsers } from '../scripts/browsers.mjs';
import { root, setup } from '../scripts/setup.mjs';

const LIMITS = { 1_000: 0.33, 10_000: 0.2 };
const RUNS = Math.max(5, Number(process.env.SAMEN_BENCH_RUNS) || 7);
const WARM_UP = 1;
const today = '2026-03-02';

const WAYS = {
  agenda: 'byAgenda(document.body, told, items)',
  kanban: 'byKanban(document.body, kanbanBoards(told, items))',
};

const prepared = (items) => `
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/kanban.css' }));
  await new Promise((done, failed) =>
    document.head.append(
      Object.assign(document.createElement('script'), { src: '/kanban.js', onload: done, onerror: failed })));
  Object.assign(globalThis, await import('/boards.js'));
  globalThis.told = ${JSON.stringify({ phases: PHASES, parties: PARTIES, currentPhaseId: NOW_PHASE })};
  globalThis.items = ${JSON.stringify(items)};`;

/** The cards that are in the page, in it or in a shadow root, have all the same last words. */
const SHOWN = `[document, ...[...document.querySelectorAll('div')].flatMap((each) => each.shadowRoot ?? [])]
  .flatMap((each) => [...each.querySelectorAll('article, .kanban-item')]).length`;

async function cost(browser, url, items, draw) {
  const tab = await openPage(browser, url);
  try {
    await tab.run(`(async () => { ${prepared(items)} })()`);
    await tab.run('(async () => { await new Promise((done) => setTimeout(done, 300)); })()');
    const spent = await tab.cost(draw);
    const shown = await tab.value(SHOWN);
    if (shown !== items.length) throw new Error(`${shown} of ${items.length} cards were drawn by ${draw}`);
    return spent;
  } finally {
    await tab.close();
  }
}

const rounded = ({ median, least, most }) => `${median.toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`;

/** Whether so many items stay within the limit. */
async function compare(browser, url, count, limit) {
  const items = makeItems(count, today);
  const samples = { agenda: [], kanban: [] };
  for (let turn = 0; turn < RUNS + WARM_UP; turn += 1)
    for (const [name, draw] of Object.entries(WAYS)) {
      const sample = await cost(browser, url, items, draw);
      if (turn >= WARM_UP) samples[name].push(sample);
    }
  const [ours, theirs] = [summary(samples.agenda), summary(samples.kanban)];
  const ratio = ours.median / theirs.median;
  console.log(`${count} items on a board of ${PHASES.length} columns, first drawing, main-thread CPU in ms`);
  console.log(`  agenda  ${rounded(ours)}, all in the page, laid out where they are seen, with the ball drawn`);
  console.log(`  jKanban ${rounded(theirs)}, the same words, without the drawing`);
  console.log(`  ${ratio.toFixed(2)}, at most ${limit}: ${ratio <= limit ? 'holds' : 'IS TOO MUCH'}\n`);
  return ratio <= limit;
}

setup();
process.chdir(root);
installPeers();
const { file: executablePath } = findBrowsers().chromium;
if (!executablePath) throw new Error('Chromium is missing: run `node scripts/setup.mjs --browsers`.');
const kanban = (name) => readFileSync(peerFile(`node_modules/jkanban/dist/${name}`));
const files = {
  '/boards.js': Buffer.from(await bundle('bench/pages/boards.ts')),
  '/kanban.js': kanban('jkanban.min.js'),
  '/kanban.css': kanban('jkanban.min.css'),
};
const front = await startFront({ file: (path) => files[path], api: '/nothing/' });
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
try {
  for (const [count, limit] of Object.entries(LIMITS))
    if (!(await compare(browser, front.url, Number(count), limit))) process.exitCode = 1;
} finally {
  await browser.close();
  await front.close();
}
