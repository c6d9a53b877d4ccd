/**
 * `npm run bench`: the four widgets on one page. Their first picture on a second visit, from what the browser kept once
 * it is known who is there, against the first twenty posts of Waline on a first one, with the same thousand posts on the
 * same machine in the same run; what Waline takes on a second visit stands beside it. `SAMEN_BENCH_RUNS` sets how many
 * times each is measured; at least five.
 */
import { fourPage, openSlow, walinePage } from './feed-page.mjs';
import { SPACE, TOPIC, startOurs, startWaline } from './homes.mjs';
import { installPeers } from './peers/peers.mjs';
import { makePosts } from './posts.mjs';
import { onStage } from './stage.mjs';
import { summary } from './thread.mjs';

/** Of what Waline takes, which keeps nothing of its posts. */
const LIMIT = 1;
const RUNS = Math.max(5, Number(process.env.SAMEN_BENCH_RUNS) || 7);
const SLOWNESS = 4;
/** What comes live has come, and what was fetched is kept. */
const KEPT_MS = 3000;

const today = new Date().toISOString().slice(0, 10);
const rounded = ({ median, least, most }) => `${median.toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`;
const rest = () => new Promise((done) => setTimeout(done, KEPT_MS));

/** A visit that fetches all, and one after it. */
async function visits(browser, { url, page }) {
  const tab = await openSlow(browser, url, SLOWNESS);
  try {
    const cold = await tab.show(page);
    await rest();
    await tab.again();
    const warm = await tab.show(page);
    return { cold, warm };
  } finally {
    await tab.close();
  }
}

async function measure(browser, postgres, serverFolder) {
  installPeers();
  const posts = makePosts(1000, today);
  const ours = await startOurs(postgres, serverFolder, { posts, today, isWhole: true });
  const waline = await startWaline(postgres, posts);
  const sides = {
    ours: { url: ours.url, page: fourPage(SPACE) },
    waline: { url: waline.url, page: walinePage(TOPIC) },
  };
  const samples = { ours: [], waline: [] };
  try {
    // The first turn of each does not count.
    for (const side of Object.values(sides)) await visits(browser, side);
    for (let turn = 0; turn < RUNS; turn += 1)
      for (const [name, side] of Object.entries(sides)) samples[name].push(await visits(browser, side));
  } finally {
    await ours.close();
    await waline.close();
  }
  return samples;
}

function judge(samples) {
  const of = (name, visit, what) => summary(samples[name].map((sample) => sample[visit][what]));
  console.log(`Main-thread CPU in ms, slowed ${SLOWNESS} times, medians of ${RUNS} by turns`);
  for (const visit of ['cold', 'warm'])
    for (const [name, words] of [
      ['ours', 'all four'],
      ['waline', 'Waline  '],
    ])
      console.log(
        `  ${words} ${visit} ${rounded(of(name, visit, 'cpu'))}; by the clock ${rounded(of(name, visit, 'wall'))}`,
      );
  const ours = of('ours', 'warm', 'cpu').median;
  const ratio = ours / of('waline', 'cold', 'cpu').median;
  const holds = ratio <= LIMIT;
  console.log(`  ${ratio.toFixed(2)}, at most ${LIMIT}: all four from what is kept ${holds ? 'holds' : 'IS TOO MUCH'}`);
  console.log(`  ${(ours / of('waline', 'warm', 'cpu').median).toFixed(2)} of Waline visited again as well`);
  if (!holds) process.exitCode = 1;
}

await onStage('bench-four', async ({ browser, postgres, folder }) => judge(await measure(browser, postgres, folder)));
