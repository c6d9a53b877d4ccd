import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { chromiumFlags, findBrowsers } from '../../scripts/browsers.mjs';
import { startDemonstration } from '../../scripts/demonstration.mjs';
import { startServer } from '../../scripts/serve.mjs';

/** Only what waits in vain waits so long: a machine that does much else takes its time. */
export const PATIENCE_MS = 60_000;
/** Of one walk. */
export const LIMIT = { timeout: 600_000 };

/** Chromium; when it crashed, which happens on a machine that has much to do, another one. */
class Browsers {
  readonly #file: string;
  #browser: Browser;

  private constructor(file: string, browser: Browser) {
    this.#file = file;
    this.#browser = browser;
  }

  static async launch(file: string): Promise<Browsers> {
    return new Browsers(file, await launched(file));
  }

  get hasCrashed(): boolean {
    return !this.#browser.isConnected();
  }

  async newContext(options: BrowserContextOptions): Promise<BrowserContext> {
    if (this.hasCrashed) this.#browser = await launched(this.#file);
    return this.#browser.newContext(options);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

const launched = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args: chromiumFlags });

/** The demonstration as built, and a browser beside it; one of each for a file of tests. */
export interface Site {
  url: string;
  browsers: Browsers;
  close: () => Promise<void>;
}

/** Serves the demonstration, with these pages (path → HTML) beside it. */
export async function openSite(pages: Record<string, string> = {}): Promise<Site> {
  const { file } = findBrowsers().chromium;
  assert(file, 'Chromium is missing: run `node scripts/setup.mjs --browsers`.');
  const server = await startServer({ pages });
  const browsers = await Browsers.launch(file);
  return {
    url: server.url.replace(/\/$/, ''),
    browsers,
    close: async () => {
      await browsers.close();
      await server.close();
    },
  };
}

/** The demonstration on a server of its own, as `npm start` runs it, and a browser beside it; `now`: another clock. */
export async function openServedSite(
  settings: Record<string, string> = {},
  options: { now?: () => Date } = {},
): Promise<Site> {
  const { file } = findBrowsers().chromium;
  assert(file, 'Chromium is missing: run `node scripts/setup.mjs --browsers`.');
  const directory = mkdtempSync(join(tmpdir(), 'samen-pages-'));
  const server = await startDemonstration(
    {
      SAMEN_DATABASE: join(directory, 'database'),
      SAMEN_LISTEN: '127.0.0.1:0',
      SAMEN_LOG: 'warn',
      ...settings,
    },
    options,
  );
  const browsers = await Browsers.launch(file);
  return {
    url: server.url.replace(/\/$/, ''),
    browsers,
    close: async () => {
      await browsers.close();
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A page of a test's own, in the manner of a colleague's intranet. */
export function pageWith(body: string, head = '<script type="module" src="/samen/samen.js"></script>'): string {
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8" /><title>Proef</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="/demo/lindeveld.svg" type="image/svg+xml" />
    ${head}</head><body><main><h1>Proef</h1>${body}</main></body></html>`;
}

export interface VisitOptions extends BrowserContextOptions {
  /** Lines on the console that belong to the test. */
  expected?: RegExp[];
}

/** Somebody with a browser of their own; what goes wrong on any of their pages fails the test. */
export class Visit {
  readonly context: BrowserContext;
  readonly problems: string[] = [];
  /** Every line on the console, also those that were expected. */
  readonly said: string[] = [];
  readonly #site: Site;
  readonly #expected: RegExp[];

  private constructor(site: Site, context: BrowserContext, expected: RegExp[]) {
    this.#site = site;
    this.context = context;
    this.#expected = expected;
    context.setDefaultTimeout(PATIENCE_MS);
    context.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // Browsers ask for it by themselves; a page of a host has none.
      if (message.location().url.endsWith('/favicon.ico')) return;
      this.said.push(message.text());
      this.#note(`${message.type()}: ${message.text()}`);
    });
    context.on('weberror', (error) => this.#note(`not caught: ${error.error().message}`));
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^https?:$/.test(protocol) && origin !== site.url) this.#note(`asked another: ${request.url()}`);
    });
  }

  static async begin(site: Site, { expected = [], ...options }: VisitOptions = {}): Promise<Visit> {
    const context = await site.browsers.newContext({
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 1200, height: 900 },
      // Nothing here is about movement, and what moves makes a picture of it unlike the next.
      reducedMotion: 'reduce',
      ...options,
    });
    // The compiler of the tests names functions through this helper, also those that run in the page.
    await context.addInitScript('globalThis.__name ??= (named) => named;');
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
      });
    });
    return new Visit(site, context, expected);
  }

  #note(problem: string): void {
    if (!this.#expected.some((pattern) => pattern.test(problem))) this.problems.push(problem);
  }

  async open(path = '/'): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.#site.url + path);
    return page;
  }

  /** Fails when anything was said, refused or asked of another that no test expected. */
  async end(): Promise<void> {
    await this.context.close();
    assert.deepEqual(this.problems, []);
  }
}

/** Runs a walk as somebody with a browser of their own; once more when that browser crashed. */
export async function visit(
  site: Site,
  options: VisitOptions,
  walk: (visitor: Visit) => Promise<void>,
  isLast = false,
): Promise<void> {
  const visitor = await Visit.begin(site, options);
  try {
    await walk(visitor);
  } catch (error) {
    if (site.browsers.hasCrashed && !isLast) {
      console.error('Samen: the browser crashed; the walk is begun once more.');
      return visit(site, options, walk, true);
    }
    await visitor.context.close();
    if (visitor.problems.length > 0) console.error(visitor.problems.join('\n'));
    throw error;
  }
  await visitor.end();
}

/** The compass in the content of the demonstration; in the column beside it stands a second. */
export const compassOn = (page: Page): Locator => page.getByRole('region', { name: 'Kompas', exact: true });

/** The compass itself is drawn, with its data. */
export async function untilDrawn(compass: Locator): Promise<void> {
  await compass.getByRole('button', { name: 'Vraag en aanbod', exact: true }).waitFor();
}

/** The demonstration, opened and drawn. */
export async function openDemonstration(visitor: Visit, path = '/'): Promise<{ page: Page; compass: Locator }> {
  const page = await visitor.open(path);
  const compass = compassOn(page);
  await untilDrawn(compass);
  return { page, compass };
}

/** Sits somebody else at this browser, with the chooser of the demonstration. */
export async function become(page: Page, personId: string): Promise<void> {
  const before = await page.locator('samen-compass').first().elementHandle();
  assert(before, 'there is a compass on the page');
  await page.getByLabel('Wie ben je?').selectOption(personId);
  await page.waitForFunction((widget) => !widget.isConnected, before);
  await before.dispose();
  await compassOn(page).waitFor();
}

export type Answer = 'Goed' | 'Kan beter' | 'Gaat niet';

/** An answer to a driver, with a sentence or without. */
export interface Given {
  answer: Answer;
  note?: string;
}

/** Checks in, one driver at a time, from the compass. */
export async function checkIn(compass: Locator, given: readonly Given[]): Promise<void> {
  await compass.getByRole('button', { name: 'Inchecken', exact: true }).click();
  for (const [index, { answer, note }] of given.entries()) {
    await compass.getByText(`${String(index + 1)} van ${String(given.length)}`, { exact: true }).waitFor();
    await compass.getByRole('radio', { name: answer, exact: true }).check();
    if (note) await compass.getByLabel('Wil je er iets bij zeggen?').fill(note);
    const onward = index < given.length - 1 ? 'Volgende' : 'Opslaan';
    await compass.getByRole('button', { name: onward, exact: true }).click();
  }
  await compass.getByRole('button', { name: 'Inchecken aanpassen', exact: true }).waitFor();
}

/** Something for the core team; in a narrow place it stands behind a summary. */
export async function openTask(compass: Locator, name: string): Promise<void> {
  const button = compass.getByRole('button', { name, exact: true });
  const summary = compass.getByText('Voor het kernteam', { exact: true });
  await button.or(summary).first().waitFor();
  if (!(await button.isVisible())) await summary.click();
  await button.click();
  await compass.getByRole('heading', { name, exact: true }).waitFor();
}

export async function openRound(compass: Locator): Promise<void> {
  await openTask(compass, 'Ronde openen');
  await compass.getByRole('button', { name: 'Ronde openen', exact: true }).click();
  await compass.getByRole('button', { name: 'Inchecken', exact: true }).waitFor();
}

export async function closeRound(compass: Locator): Promise<void> {
  await openTask(compass, 'Ronde sluiten');
  await compass.getByRole('button', { name: 'Ronde sluiten', exact: true }).click();
  await compass.getByText('De ronde is gesloten. De samenvatting staat klaar.').waitFor();
}

/** Walks to a driver's page. */
export async function openDriver(compass: Locator, name: string): Promise<void> {
  await compass.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  // Of the part itself: what led to the driver and what followed names it again.
  await compass.getByRole('heading', { name, exact: true }).first().waitFor();
}

/** Back from any part to the compass itself. */
export async function backToCompass(compass: Locator): Promise<void> {
  await compass.getByRole('button', { name: 'Kompas', exact: true }).click();
  await untilDrawn(compass);
}

/** The rows of the table of groups on a driver's page: the name of the group, then what stands beside it. */
export async function groupsShown(compass: Locator): Promise<string[][]> {
  const table = compass.getByRole('table', { name: 'Per groep' });
  await table.waitFor();
  const rows = await table
    .getByRole('row')
    .filter({ has: compass.page().getByRole('rowheader') })
    .all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator('th, td').allInnerTexts();
      return cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
    }),
  );
}
