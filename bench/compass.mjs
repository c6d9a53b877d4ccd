/**
 * `npm run bench`: the compass's drawing against chart.js's radar, with the same data in the same run
 * (DESIGN.md, "BENCH"). Fails above the limits: a quarter of the CPU, and of the bytes fifteen in a hundred.
 * `SAMEN_BENCH_RUNS` sets how many times each is measured; at least five, nine by default.
 */
import { chromium } from 'playwright-core';
import { tsImport } from 'tsx/esm/api';
import { brotli, bundle } from './bundle.mjs';
import { openPage, summary } from './thread.mjs';
import { chromiumFlags, findBrowsers } from '../scripts/browsers.mjs';
import { startServer } from '../scripts/serve.mjs';
import { root, setup } from '../scripts/setup.mjs';

const limits = { cpu: 0.25, bytes: 0.15 };
const runs = Math.max(5, Number(process.env.SAMEN_BENCH_RUNS) || 9);
/** Drawings after the first, in one page. */
const redrawings = 20;
const lit = [/^lit(\/|$)/, /^@lit\//];

const page = `<!doctype html>
<html lang="nl">
  <head><meta charset="utf-8"><title>Bench</title><link rel="stylesheet" href="/bench/page.css"></head>
  <body><main></main></body>
</html>`;
const sheet = 'main { inline-size: 640px; block-size: 700px; font: 16px/1.5 sans-serif; }';

/** The two drawings, and the radar once more with its animation switched off. */
const drawers = {
  compass: { script: '/bench/rose.js', name: 'draw', isStill: true },
  radar: { script: '/bench/radar.js', name: 'draw', isStill: false },
  still: { script: '/bench/radar.js', name: 'drawStill', isStill: true },
};

async function measure(browser, url, { script, name, isStill }, drawing) {
  const tab = await openPage(browser, url);
  try {
    await tab.run(`globalThis.drawing = ${JSON.stringify(drawing)}`);
    const first = await tab.cost(`
      const { ${name}: draw } = await import('${script}');
      globalThis.draw = () => draw(document.querySelector('main'), drawing);
      globalThis.drawn = globalThis.draw();
      await drawn.atRest;`);
    if (!isStill) return { first };
    const again = await tab.cost(`
      for (let time = 0; time < ${redrawings}; time += 1) {
        drawn.takeAway();
        globalThis.drawn = globalThis.draw();
        await new Promise((done) => requestAnimationFrame(done));
      }`);
    return { first, again: again / redrawings };
  } finally {
    await tab.close();
  }
}

/** Peers take turns, so that whatever else the machine does falls on both. The first turn of each does not count. */
async function measureAll(scripts, drawing) {
  const { file: executablePath } = findBrowsers().chromium;
  if (!executablePath) throw new Error('Chromium is missing: run `node scripts/setup.mjs --browsers`.');
  const server = await startServer({ pages: { '/bench/': page, '/bench/page.css': sheet, ...scripts } });
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const samples = { compass: [], radar: [], still: [] };
    for (let turn = 0; turn <= runs; turn += 1) {
      for (const [name, drawer] of Object.entries(drawers)) {
        const sample = await measure(browser, `${server.url}bench/`, drawer, drawing);
        if (turn > 0) samples[name].push(sample);
      }
    }
    return samples;
  } finally {
    await browser.close();
    await server.close();
  }
}

const milliseconds = ({ median, least, most }) =>
  `${median.toFixed(2).padStart(6)} ms (${least.toFixed(2)} to ${most.toFixed(2)})`;
const against = (ours, peer) => (ours.median / peer.median).toFixed(2);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(2).padStart(6)} kB`;

function judge(what, ratio, limit) {
  const within = ratio <= limit;
  console.log(
    `  ratio ${ratio.toFixed(3)}, at most ${limit.toFixed(2)}: ${what} ${within ? 'holds' : 'IS TOO MUCH'}\n`,
  );
  return within;
}

function judgeCpu(samples) {
  const of = (name, part) => summary(samples[name].map((sample) => sample[part]));
  const [ours, peer, still] = Object.keys(drawers).map((name) => of(name, 'first'));
  console.log('First drawing in a fresh page, with its code and lit, until nothing moves any more');
  console.log(`  compass  ${milliseconds(ours)}`);
  console.log(`  radar    ${milliseconds(peer)}  as chart.js comes: it grows into its shape for a second`);
  console.log(
    `           ${milliseconds(still)}  its animation switched off (the compass is ${against(ours, still)} of it)`,
  );
  const within = judge('CPU', ours.median / peer.median, limits.cpu);
  const [oursAgain, stillAgain] = ['compass', 'still'].map((name) => of(name, 'again'));
  console.log(`Taken away and drawn again, one of ${redrawings}; told, not judged`);
  console.log(`  compass  ${milliseconds(oursAgain)}`);
  console.log(
    `  radar    ${milliseconds(stillAgain)}  its animation switched off (the compass is ${against(oursAgain, stillAgain)} of it)\n`,
  );
  return within;
}

async function judgeBytes() {
  const part = 'src/widgets/compass/rose.ts';
  const [ours, withLit, asShown, peer] = (
    await Promise.all([
      bundle(part, { external: lit }),
      bundle(part),
      bundle('bench/pages/rose.ts'),
      bundle('bench/pages/radar-library.ts'),
    ])
  ).map(brotli);
  console.log('Bytes, bundled, minified, brotli');
  console.log(
    `  compass  ${kilobytes(ours)}  rose.ts and all it imports, without lit, which every widget of the page shares`,
  );
  console.log(`           ${kilobytes(withLit)}  the same with lit (${(withLit / peer).toFixed(2)} of the radar)`);
  console.log(
    `           ${kilobytes(asShown)}  with lit and the style sheets (${(asShown / peer).toFixed(2)} of the radar)`,
  );
  console.log(`  radar    ${kilobytes(peer)}  chart.js with only what a radar needs`);
  return judge('the drawing part', ours / peer, limits.bytes);
}

try {
  setup();
  process.chdir(root);
  const { demonstrationDrawing } = await tsImport('./petals.ts', import.meta.url);
  const drawing = demonstrationDrawing(new URL('../data/lindeveld.json', import.meta.url), '2026-01-15');
  const scripts = {
    '/bench/rose.js': await bundle('bench/pages/rose.ts'),
    '/bench/radar.js': await bundle('bench/pages/radar.ts'),
  };
  const samples = await measureAll(scripts, drawing);
  console.log(
    `Main-thread CPU, medians of ${runs} (least to most), by turns; ${drawing.petals.length} drivers, two rounds.`,
  );
  console.log('The compass draws buttons, icons, words and numbers; the radar names, marks and two lines.\n');
  const verdicts = [judgeCpu(samples), await judgeBytes()];
  process.exitCode = verdicts.every(Boolean) ? 0 : 1;
} catch (error) {
  console.error(`Samen: ${error.message}`);
  process.exitCode = 1;
}
