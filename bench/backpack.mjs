/**
 * `npm run bench`: the backpack (DESIGN.md, "BENCH"). Against Waline, its client and server from npm, with the same
 * thousand posts on the same machine in the same run; its cards against plain DOM; and a page of a million.
 * `SAMEN_BENCH_RUNS` sets how many times each is measured; at least five. `SAMEN_BENCH_ONLY` names what is measured:
 * `waline`, `cards`, `million`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scrolling, thousandCards, viewsOf } from './backpack-cards.mjs';
import { bundle } from './bundle.mjs';
import { backpackPage, openSlow, walinePage } from './feed-page.mjs';
import { SPACE, TOPIC, startOurs, startWaline } from './homes.mjs';
import { pageOfAMillion } from './million.mjs';
import { installPeers } from './peers/peers.mjs';
import { makePosts } from './posts.mjs';
import { onStage } from './stage.mjs';
import { summary } from './thread.mjs';
import { startServer } from '../scripts/serve.mjs';
import { root } from '../scripts/setup.mjs';

const LIMITS = { bytes: 0.3, requests: 4, strangers: 0, cold: 0.6, warm: 0.55, cards: 0.3, frames: 50, million: 1.3 };
const RUNS = Math.max(5, Number(process.env.SAMEN_BENCH_RUNS) || 7);
const SHOWN = 20;
const SLOWNESS = 4;
/** Between two measurements: what a page fetches late is not to run on under the next. */
const REST_MS = 1500;

const today = new Date().toISOString().slice(0, 10);
const failures = [];
const rounded = ({ median, least, most }, digits) =>
  `${median.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;

function judge(what, number, limit, isAtLeast = false) {
  const within = isAtLeast ? number >= limit : number <= limit;
  const verdict = within ? 'holds' : isAtLeast ? 'IS TOO LITTLE' : 'IS TOO MUCH';
  console.log(`  ${number.toFixed(2)}, at ${isAtLeast ? 'least' : 'most'} ${limit}: ${what} ${verdict}\n`);
  if (!within) failures.push(what);
}

const rest = () => new Promise((done) => setTimeout(done, REST_MS));

/** A first and a second visit, in a profile of their own. */
async function visits(browser, { url, page }, wantsFetched) {
  const tab = await openSlow(browser, url, SLOWNESS);
  try {
    const cold = await tab.show(page);
    const fetched = wantsFetched ? await tab.fetched() : await rest();
    await tab.again();
    const warm = await tab.show(page);
    return { cold, warm, fetched, strangers: tab.strangers };
  } finally {
    await tab.close();
  }
}

async function againstWaline(browser, postgres, serverFolder) {
  installPeers();
  const posts = makePosts(1000, today);
  const ours = await startOurs(postgres, serverFolder, { posts, today });
  const waline = await startWaline(postgres, posts);
  const sides = {
    ours: { url: ours.url, page: backpackPage(SPACE) },
    waline: { url: waline.url, page: walinePage(TOPIC) },
  };
  try {
    const first = {};
    const samples = { ours: [], waline: [] };
    // The first turn of each does not count, but for what it fetched.
    for (const [name, side] of Object.entries(sides)) first[name] = await visits(browser, side, true);
    for (let turn = 0; turn < RUNS; turn += 1)
      for (const [name, side] of Object.entries(sides)) samples[name].push(await visits(browser, side, false));
    judgeFetched(first.ours, first.waline);
    judgeSpeed(samples);
  } finally {
    await ours.close();
    await waline.close();
  }
}

const kilobytes = (fetched) => (fetched.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(2).padStart(6);

function judgeFetched(ours, waline) {
  const [before, theirs] = [ours, waline].map(({ fetched }) => fetched.filter(({ isBefore }) => isBefore));
  console.log(`${SHOWN} of a thousand posts, everything as brotli of the same quality`);
  for (const { path, bytes } of before) console.log(`           ${String(bytes).padStart(6)}  ${path}`);
  console.log(
    `  backpack ${kilobytes(before)} kB, and ${kilobytes(ours.fetched.filter((one) => !one.isBefore))} kB later`,
  );
  console.log(`  Waline   ${kilobytes(theirs)} kB, without its emoji, search and avatars from elsewhere`);
  judge('bytes to show the feed', kilobytes(before) / kilobytes(theirs), LIMITS.bytes);
  judge('requests before the first post', before.length, LIMITS.requests);
  judge('requests to third parties', ours.strangers.length, LIMITS.strangers);
}

function judgeSpeed(samples) {
  console.log(`The first ${SHOWN} posts, main-thread CPU in ms, slowed ${SLOWNESS} times, medians of ${RUNS} by turns`);
  for (const visit of ['cold', 'warm']) {
    const of = (name, what) => summary(samples[name].map((sample) => sample[visit][what]));
    const [ours, theirs] = [of('ours', 'cpu'), of('waline', 'cpu')];
    console.log(`  backpack ${visit} ${rounded(ours, 0)}; by the clock ${rounded(of('ours', 'wall'), 0)}`);
    console.log(`  Waline   ${visit} ${rounded(theirs, 0)}; by the clock ${rounded(of('waline', 'wall'), 0)}`);
    judge(`the feed, ${visit},`, ours.median / theirs.median, LIMITS[visit]);
  }
}

const ICONS = { huis: 'house', bal: 'ball', gesprek: 'conversation', rugzak: 'backpack', fiets: 'bicycle' };

/** What the cards are drawn with beside the experiences. */
function told() {
  const { organisaties, drijfveren } = JSON.parse(readFileSync(join(root, 'data', 'lindeveld.json'), 'utf8'));
  const member = { id: 'reader', partyId: organisaties[0].id, name: '', jobTitle: '', role: 'member' };
  const parties = organisaties.map(({ id, naam, kort }) => ({ id, kind: 'department', name: naam, shortName: kort }));
  const drivers = drijfveren.map(({ id, naam, icoon }) => ({ id, name: naam, icon: ICONS[icoon] ?? icoon }));
  return { today, labels: { me: { personId: 'reader', name: '', member }, parties, drivers } };
}

const page = `<!doctype html>
<html lang="nl">
  <head><meta charset="utf-8"><title>Bench</title><link rel="stylesheet" href="/bench/page.css"></head>
  <body><main></main></body>
</html>`;

async function cards(browser) {
  const server = await startServer({
    pages: {
      '/bench/': page,
      '/bench/page.css': 'main { font: 16px/1.5 sans-serif; }',
      '/bench/cards.js': await bundle('bench/pages/cards.ts'),
    },
  });
  try {
    const url = `${server.url}bench/`;
    const { templates, hand } = await thousandCards(browser, url, told(), viewsOf(makePosts(1000, today)), RUNS);
    console.log('A thousand cards, first drawing, main-thread CPU in ms');
    console.log(
      `  by the backpack's templates ${rounded(templates, 0)}, all in the page, laid out where they are seen`,
    );
    console.log(`  by hand                     ${rounded(hand, 0)}, the same elements, attributes and texts`);
    judge('drawing a thousand cards', templates.median / hand.median, LIMITS.cards);
    const { rates, isFound } = await scrolling(browser, url, told(), viewsOf(makePosts(10_000, today)), RUNS);
    console.log(`Ten thousand cards, frames a second while scrolling ${rounded(rates, 0)}`);
    judge('scrolling', rates.median, LIMITS.frames, true);
    judge("the page's own search", Number(isFound), 1, true);
  } finally {
    await server.close();
  }
}

const PARTS = {
  waline: ({ browser, postgres, folder }) => againstWaline(browser, postgres, folder),
  cards: ({ browser }) => cards(browser),
  async million({ postgres, folder }) {
    const { few, many, ratio, count } = await pageOfAMillion(postgres, folder, RUNS);
    console.log(`A page of the feed over HTTP, in ms; a space with ten thousand, and one with ${String(count)}`);
    console.log(`  ten thousand ${rounded(few, 2)}\n  ${String(count)} ${rounded(many, 2)}`);
    judge('a page of a million', ratio, LIMITS.million);
  },
};

await onStage('bench-backpack', async (stage) => {
  const only = process.env.SAMEN_BENCH_ONLY?.split(',') ?? Object.keys(PARTS);
  for (const name of only) await PARTS[name]?.(stage);
});
if (failures.length > 0) {
  console.error(`Over the limit: ${failures.join(', ')}`);
  process.exitCode = 1;
}
