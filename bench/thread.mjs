/** CPU of a page's main thread, from the DevTools protocol: not wall time, which other work on the machine stretches. */

/** Opens a fresh page (its own process, nothing compiled or cached) and speaks to it with as little as possible. */
export async function openPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 900, height: 760 }, locale: 'nl-NL' });
  const page = await context.newPage();
  await page.goto(url);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });

  const milliseconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const value = async (expression, returnByValue = true) => {
    const asked = { expression, awaitPromise: true, returnByValue };
    const { exceptionDetails: failure, result } = await session.send('Runtime.evaluate', asked);
    if (failure) throw new Error(failure.exception?.description ?? failure.text);
    return result.value;
  };
  /** Without its outcome, which may be a whole page. */
  const run = (expression) => value(expression, false);
  return {
    run,
    value,
    /** What the main thread spent on an expression, until what it drew was painted. */
    async cost(expression) {
      const before = await milliseconds();
      await run(`(async () => { ${expression}; ${painted} })()`);
      return (await milliseconds()) - before;
    },
    close: () => context.close(),
  };
}

/** The frame after the next begins when the next has been painted. */
const painted = 'await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** Middle, least and most. */
export function summary(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const median = sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
  return { median, least: sorted[0], most: sorted.at(-1) };
}
