/** The cards of the feed by themselves: a thousand against plain DOM, and ten thousand that scroll and are found. */
import { openPage, summary } from './thread.mjs';

const WARM_UP = 1;
const FRAMES = 180;
/** A flick of the wheel each frame. */
const STEP_PX = 120;

/** As the service answers: everybody's, read by somebody who may write. */
export function viewsOf(posts) {
  return posts.map((post, index) => ({
    ...{ id: post.id, title: post.title, kind: post.kind, whatHappened: post.what, whatLearned: post.so },
    ...{ whatNext: post.now, askOthers: post.ask, adviceWelcome: false, language: 'nl' },
    driverIds: post.drivers.map(({ id }) => id),
    ...{ authorShownAs: 'jobTitle', author: { name: '', jobTitle: post.jobTitle, partyId: post.party.id } },
    ...{ audienceChoice: 'everyone', writtenOn: post.writtenOn, status: 'published', isPinned: false, version: 1 },
    ...{
      isMine: false,
      advice: 'askFirst',
      myReactions: [],
      replies: index % 4,
      questions: index % 2,
      isPacked: false,
    },
    reactions: { recognise: index % 9, help: index % 3, learn: index % 5 },
  }));
}

const prepared = (told, views) => `
  Object.assign(globalThis, await import('/bench/cards.js'));
  globalThis.told = ${JSON.stringify(told)};
  globalThis.items = ${JSON.stringify(views)};`;

async function cost(browser, url, told, views, how) {
  const tab = await openPage(browser, url);
  try {
    await tab.run(`(async () => { ${prepared(told, views)} globalThis.lines = ${how.lines}; })()`);
    return await tab.cost(how.draw);
  } finally {
    await tab.close();
  }
}

/** Samples of each, by turns. */
export async function thousandCards(browser, url, told, views, runs) {
  const ways = {
    templates: { lines: '[]', draw: `byTemplates(document.querySelector('main'), told, items)` },
    hand: { lines: 'linesOf(told, items)', draw: `byHand(document.querySelector('main'), lines)` },
  };
  const samples = { templates: [], hand: [] };
  for (let turn = 0; turn < runs + WARM_UP; turn += 1) {
    for (const [name, how] of Object.entries(ways)) {
      const sample = await cost(browser, url, told, views, how);
      if (turn >= WARM_UP) samples[name].push(sample);
    }
  }
  return { templates: summary(samples.templates), hand: summary(samples.hand) };
}

/** Frames a second while it scrolls, and whether the page's own search finds a card far below. */
export async function scrolling(browser, url, told, views, runs) {
  const tab = await openPage(browser, url);
  try {
    await tab.run(
      `(async () => { ${prepared(told, views)} byTemplates(document.querySelector('main'), told, items); })()`,
    );
    const rates = [];
    for (let turn = 0; turn < runs; turn += 1) {
      rates.push(
        await tab.value(`(async () => {
          scrollTo(0, ${turn} * document.documentElement.scrollHeight / ${runs});
          await new Promise((done) => setTimeout(done, 300));
          const began = performance.now();
          for (let frame = 0; frame < ${FRAMES}; frame += 1) {
            scrollBy(0, ${STEP_PX});
            await new Promise((done) => requestAnimationFrame(done));
          }
          return ${FRAMES} * 1000 / (performance.now() - began);
        })()`),
      );
    }
    const words = views.at(-100).title;
    const isFound = await tab.value(`(() => {
      scrollTo(0, 0);
      getSelection().removeAllRanges();
      return find(${JSON.stringify(words)}) && scrollY > 0;
    })()`);
    return { rates: summary(rates), isFound };
  } finally {
    await tab.close();
  }
}
