/** A page as people see it come: what it costs the main thread until what is asked for is painted, and what was fetched. */

/** How long after the posts a page still fetches what it may need next. */
const AT_REST_MS = 3000;
/** The empty page is painted by then: what is measured is the feed. */
const BLANK_MS = 500;

/** Widgets of ours, by the selector of what is waited for in each, and how often. */
const ours = (script, pictures) => `
  document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '${script}' }));
  // The first posts are there before the widget is defined: its root is met when it comes, without asking for it.
  const { attachShadow } = Element.prototype;
  const roots = new Map();
  const pictures = ${JSON.stringify(pictures)};
  const rooted = new Promise((resolve) => {
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      if (this.localName in pictures) roots.set(this.localName, root);
      if (roots.size === Object.keys(pictures).length) resolve(roots);
      return root;
    };
  });
  document.body.innerHTML = '<main>' + Object.keys(pictures).map((name) =>
    '<' + name + ' backend="/v1" space="SPACE"></' + name + '>').join('') + '</main>';
  globalThis.pictures = async () =>
    Object.entries(pictures).map(([name, [selector, count]]) => ({ root: roots.get(name), selector, count }));
  await rooted;`;

const BACKPACK = ours('/samen/samen.js', { 'samen-backpack': ['article', 20] });

const FOUR = ours('/samen/samen.all.js', {
  'samen-compass': ['.rose > svg', 1],
  'samen-backpack': ['article', 1],
  'samen-agenda': ['article.item', 1],
  'samen-results': ['article', 1],
});

const WALINE = `
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/waline/waline.css' }));
  document.body.innerHTML = '<main><div id="waline"></div></main>';
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = "import { init } from '/waline/waline.js';" +
    "init({ el: '#waline', serverURL: location.origin, path: 'TOPIC', pageSize: 20, lang: 'en', emoji: false, search: false });";
  document.head.append(script);
  globalThis.pictures = () => [{ root: document, selector: '.wl-card-item', count: 20 }];`;

export const backpackPage = (space) => BACKPACK.replace('SPACE', space);
export const fourPage = (space) => FOUR.replace('SPACE', space);
export const walinePage = (topic) => WALINE.replace('TOPIC', topic);

const SHOWN = `
  const all = await globalThis.pictures();
  globalThis.shownAt = await new Promise((resolve) => {
    const isThere = ({ root, selector, count }) => root.querySelectorAll(selector).length >= count;
    const look = () => all.every(isThere) && resolve(performance.now());
    for (const { root } of all) new MutationObserver(look).observe(root, { childList: true, subtree: true });
    look();
  });
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));`;

/** Chromium, slowed down `slowness` times; a profile of its own, in which nothing was fetched before. */
export async function openSlow(browser, url, slowness) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, locale: 'nl-NL' });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  const strangers = [];
  tab.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) strangers.push(request.url());
  });
  await tab.goto(url);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  const milliseconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  const run = async (expression) => {
    const { exceptionDetails: failure, result } = await session.send('Runtime.evaluate', {
      ...{ expression: `(async () => { ${expression} })()`, awaitPromise: true, returnByValue: true },
    });
    if (failure) throw new Error(failure.exception?.description ?? failure.text);
    return result.value;
  };
  return {
    strangers,
    /** Puts it in the page, and waits until it is painted. */
    async show(page) {
      await tab.waitForTimeout(BLANK_MS);
      const [before, began] = [await milliseconds(), await run('return performance.now()')];
      await run(page + SHOWN);
      const cpu = (await milliseconds()) - before;
      const shownAt = await run('return shownAt');
      return { cpu, wall: shownAt - began, shownAt };
    },
    /** Everything that was fetched, once nothing more comes; `isBefore`: begun before the posts were seen. */
    async fetched() {
      // A live stream never ends: nothing is ever wholly idle.
      await tab.waitForTimeout(AT_REST_MS);
      return run(`return performance.getEntriesByType('resource').map(({ name, encodedBodySize, startTime }) =>
        ({ path: new URL(name).pathname, bytes: encodedBodySize, isBefore: startTime < shownAt }))`);
    },
    /** The same page once more, with what the browser kept of it. */
    again: () => tab.goto(url),
    close: () => context.close(),
  };
}
