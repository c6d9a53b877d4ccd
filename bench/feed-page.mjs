/** A feed as a page shows it: what it costs the main thread until twenty posts are painted, and what was fetched. */

/** How long after the posts a page still fetches what it may need next. */
const AT_REST_MS = 3000;
/** The empty page is painted by then: what is measured is the feed. */
const BLANK_MS = 500;

const BACKPACK = `
  const script = Object.assign(document.createElement('script'), { type: 'module', src: '/samen/samen.js' });
  document.head.append(script);
  // The first posts are there before the widget is defined: its root is met when it comes, without asking for it.
  const { attachShadow } = Element.prototype;
  const rooted = new Promise((resolve) => {
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      if (this.localName === 'samen-backpack') resolve(root);
      return root;
    };
  });
  document.body.innerHTML = '<main><samen-backpack backend="/v1" space="SPACE"></samen-backpack></main>';
  globalThis.posts = async () => ({ root: await rooted, selector: 'article' });`;

const WALINE = `
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/waline/waline.css' }));
  document.body.innerHTML = '<main><div id="waline"></div></main>';
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = "import { init } from '/waline/waline.js';" +
    "init({ el: '#waline', serverURL: location.origin, path: 'TOPIC', pageSize: 20, lang: 'en', emoji: false, search: false });";
  document.head.append(script);
  globalThis.posts = () => ({ root: document, selector: '.wl-card-item' });`;

export const backpackPage = (space) => BACKPACK.replace('SPACE', space);
export const walinePage = (topic) => WALINE.replace('TOPIC', topic);

const shown = (count) => `
  const { root, selector } = await posts();
  globalThis.shownAt = await new Promise((resolve) => {
    const look = () => root.querySelectorAll(selector).length >= ${count} && resolve(performance.now());
    new MutationObserver(look).observe(root, { childList: true, subtree: true });
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
    /** Puts a feed in the page, and waits until it is painted. */
    async show(page, count) {
      await tab.waitForTimeout(BLANK_MS);
      const [before, began] = [await milliseconds(), await run('return performance.now()')];
      await run(page + shown(count));
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
