/** What one sees and does before the backpack's own code is there: over a real server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { MEMBER, backpackOn } from './backpack-support';
import { LIMIT, openServedSite, pageWith, visit } from './support';
import type { Site, Visit } from './support';

const OWN_CODE = '**/chunks/frame-*.js';
const FEED = /\/experiences\?limit=20$/;

interface Held {
  page: Page;
  backpack: Locator;
  /** Lets the widget's own code come. */
  letGo: () => void;
  /** How often the feed was asked for. */
  asked: () => number;
}

/** A page whose widget's own code waits until it is let through; the stream never begins. */
async function openHeld(site: Site, visitor: Visit, attributes = ''): Promise<Held> {
  const { context } = visitor;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let asked = 0;
  context.on('request', (request) => (asked += Number(FEED.test(request.url()))));
  await context.addCookies([{ name: 'samen-demo-person', value: MEMBER, url: site.url }]);
  await context.route(OWN_CODE, async (route) => {
    await held;
    await route.continue();
  });
  await context.route('**/events', () => undefined);
  const widget = `<samen-backpack backend="/v1" space="sociaal-domein" ${attributes}>Terugval</samen-backpack>`;
  await context.route(`${site.url}/eerst`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageWith(widget) }),
  );
  const page = await visitor.open('/eerst');
  return { page, backpack: backpackOn(page), letGo, asked: () => asked };
}

const isDefined = (page: Page): Promise<boolean> =>
  page.evaluate(() => customElements.get('samen-backpack') !== undefined);

describe('the first posts of a backpack', () => {
  let site: Site;
  before(async () => {
    site = await openServedSite();
  }, LIMIT);
  after(() => site.close());

  it("are there before the widget's own code is, and what is done with them is not lost", LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, backpack, letGo } = await openHeld(site, visitor);
      const articles = backpack.getByRole('article');
      const pack = page.getByRole('button', { name: 'Inpakken', exact: true });
      const other = articles.filter({ has: pack }).first();
      await other.waitFor();
      const drawn = await articles.count();
      const id = await other.getAttribute('data-id');
      await other.getByRole('button', { name: 'Inpakken', exact: true }).click();
      assert.equal(await isDefined(page), false);
      letGo();
      const packed = backpack.locator(`[data-id="${id ?? ''}"]`).getByRole('button', { name: 'Ingepakt', exact: true });
      await packed.waitFor();
      assert.equal(await articles.count(), drawn);
    }),
  );

  it('say below the window what they say, and stay where they are when the rest comes', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, backpack, letGo, asked } = await openHeld(site, visitor);
      const articles = backpack.getByRole('article');
      await articles.first().waitFor();
      const [first, last] = [articles.first(), articles.last()];
      const [place, said] = [await first.boundingBox(), await last.locator('p').textContent()];
      assert.equal(await last.getByRole('button').count(), 0, 'the last is drawn in haste');
      assert.ok(said && said.length > 50);
      await last.focus();
      assert.equal(await isDefined(page), false);
      letGo();
      await last.getByRole('button').first().waitFor();
      const whole = (await last.textContent()) ?? '';
      assert.ok(whole.includes(said.slice(0, 30)), whole);
      assert.equal(await last.evaluate((card) => (card.getRootNode() as ShadowRoot).activeElement === card), true);
      await page.evaluate(() => scrollTo(0, 0));
      await backpack.getByRole('searchbox').waitFor();
      assert.deepEqual(await first.boundingBox(), place);
      // What was answered already is not asked again; only the stream, when it begins, asks what it may have missed.
      assert.ok(asked() <= 2, `the feed was asked for ${String(asked())} times`);
    }),
  );

  it('come without a shape of them before, unless that is to be looked at for a while', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { context } = visitor;
      let answer: () => void = () => undefined;
      const answered = new Promise<void>((resolve) => (answer = resolve));
      await context.route(FEED, async (route) => {
        await answered;
        await route.continue();
      });
      // The page's clock goes by hand: nothing is late because a machine is busy.
      const now = Date.now();
      await context.clock.install({ time: now });
      await context.clock.pauseAt(now + 1000);
      const asking = context.waitForEvent('request', (request) => FEED.test(request.url()));
      const { page, backpack, letGo } = await openHeld(site, visitor);
      await asking;
      await page.waitForTimeout(1000);
      await page.clock.runFor(400);
      const shape = page.getByText('Bezig met laden');
      assert.equal(await shape.count(), 0, 'a shape would only flicker');
      await page.clock.runFor(300);
      await shape.waitFor({ state: 'attached' });
      answer();
      await backpack.getByRole('article').first().waitFor();
      assert.equal(await shape.count(), 0);
      letGo();
    }),
  );

  it('are left to the widget where an editor chose among them', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, backpack, letGo } = await openHeld(site, visitor, 'kind="question"');
      await page.getByText('Terugval').waitFor();
      await page.waitForTimeout(300);
      assert.equal(await backpack.count(), 0);
      letGo();
      await backpack.getByRole('article').first().waitFor();
    }),
  );
});
