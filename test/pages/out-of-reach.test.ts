/** A network that goes before what somebody opens was ever opened, over a real server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { CORE_TEAM, MEMBER, backpackOn, card } from './backpack-support';
import { composerIn } from './backpack-writer';
import { LIMIT, openServedSite, pageWith, visit } from './support';
import type { Site, Visit } from './support';

/** What a browser says of what it cannot fetch. */
const expected = [/Failed to load resource/, /ERR_(INTERNET_DISCONNECTED|FAILED)/];
const IDEAS = '**/chunks/ideas-*.js';
const SAYS_SO = '**/chunks/ahead-*.js';
const AWAY = 'Dit onderdeel kon niet laden.';

/** A page with one widget. */
async function open(site: Site, visitor: Visit, widget: 'backpack' | 'results', as: string): Promise<Page> {
  await visitor.context.addCookies([{ name: 'samen-demo-person', value: as, url: site.url }]);
  await visitor.context.route(`${site.url}/alleen`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: pageWith(`<samen-${widget} backend="/v1" space="sociaal-domein"></samen-${widget}>`),
    }),
  );
  return visitor.open('/alleen');
}

/** That this code was fetched on a page that is opened now. */
const fetched = ({ context }: Visit, name: string) =>
  context.waitForEvent('response', {
    predicate: (response) => new RegExp(`/chunks/${name}-`).test(response.url()) && response.ok(),
    timeout: 120_000,
  });

const resultsOn = (page: Page): Locator => page.getByRole('region', { name: 'Tussentijdse resultaten', exact: true });

describe('what nobody opened before the network went', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('is there for whoever looked a while: what they write is kept, and sent when there is a network', LIMIT, () =>
    visit(site, { expected }, async (visitor) => {
      const ahead = Promise.all(['composer', 'replies', 'actions', 'mine'].map((name) => fetched(visitor, name)));
      const page = await open(site, visitor, 'backpack', MEMBER);
      const backpack = backpackOn(page);
      await ahead;
      await visitor.context.setOffline(true);

      const even = card(backpack, 'Even bellen scheelt een week');
      await even.getByRole('button', { name: 'Stel een vraag', exact: true }).click();
      await even.getByLabel('Stel eerst een vraag').fill('Hoe vond je het nummer?');
      await even.getByRole('button', { name: 'Vraag plaatsen' }).click();
      await even.getByText('Hoe vond je het nummer?', { exact: true }).first().waitFor();

      await backpack.getByRole('button', { name: 'Ervaring delen', exact: true }).click();
      const { happened, learned, next, send } = composerIn(backpack);
      await happened.fill('In de trein viel het netwerk weg.');
      await learned.fill('Schrijven kan ook dan.');
      await next.fill('Ik lees het straks na.');
      await send.click();
      const waiting = backpack.getByRole('article').filter({ hasText: 'In de trein viel het netwerk weg.' });
      await waiting.getByText('Wordt verzonden').first().waitFor();

      await visitor.context.setOffline(false);
      await waiting.getByText('Wordt verzonden').first().waitFor({ state: 'detached' });
    }),
  );

  it('says so where it is not, with a way back, and comes when one tries again', LIMIT, () =>
    visit(site, { expected }, async (visitor) => {
      let asked = 0;
      await visitor.context.route(IDEAS, (route) => {
        asked += 1;
        return route.abort();
      });
      const page = await open(site, visitor, 'results', CORE_TEAM);
      const results = resultsOn(page);
      const ideas = results.getByRole('link', { name: 'Ideeën', exact: true });
      await ideas.click();
      const alert = results.getByRole('alert').filter({ hasText: AWAY });
      await alert.waitFor();
      const again = alert.getByRole('button', { name: 'Opnieuw proberen' });
      // What was pressed is gone with the board.
      assert.ok(await again.evaluate((button) => button.matches(':focus')));

      const before = asked;
      await page.keyboard.press('Enter');
      await alert.getByText('Het lukte weer niet.').waitFor();
      assert.equal(asked, before + 1);
      assert.ok(await again.evaluate((button) => button.matches(':focus')));
      await alert.getByRole('button', { name: 'Terug' }).click();
      await results.getByRole('article').first().waitFor();
      assert.ok(await ideas.evaluate((link) => link.matches(':focus')), 'back where one was');

      await ideas.click();
      await alert.waitFor();
      await visitor.context.unroute(IDEAS);
      await again.click();
      await results.getByRole('heading', { name: 'Ideeën', exact: true }).waitFor();
      await alert.waitFor({ state: 'detached' });
    }),
  );

  it('says so as well when that failed before the page came to rest', LIMIT, () =>
    visit(site, { expected }, async (visitor) => {
      let letGo = () => {};
      const isPressed = new Promise<void>((resolve) => (letGo = resolve));
      await visitor.context.route(IDEAS, (route) => route.abort());
      await visitor.context.route(SAYS_SO, async (route) => {
        await isPressed;
        await route.continue();
      });
      const page = await open(site, visitor, 'results', CORE_TEAM);
      const results = resultsOn(page);
      await results.getByRole('link', { name: 'Ideeën', exact: true }).click();
      await results.getByRole('alert').filter({ hasText: AWAY }).waitFor();
      // Until nothing else draws it anew.
      await page.waitForTimeout(2000);
      letGo();
      await results.getByRole('alert').filter({ hasText: AWAY }).getByRole('button', { name: 'Terug' }).click();
      await results.getByRole('article').first().waitFor();
    }),
  );

  for (const widget of ['backpack', 'results'] as const)
    it(
      `is told to who only reads the ${widget} as soon as the network goes, and taken back when it returns`,
      LIMIT,
      () =>
        visit(site, { expected }, async (visitor) => {
          const ahead = fetched(visitor, 'chain-part');
          const page = await open(site, visitor, widget, CORE_TEAM);
          // The last that a page asks for by itself.
          await ahead;
          await visitor.context.setOffline(true);
          const told = page.getByRole('status').filter({ hasText: 'Geen verbinding.' });
          await told.waitFor();
          await visitor.context.setOffline(false);
          await told.waitFor({ state: 'detached' });
        }),
    );

  it('comes by itself once there is a network', LIMIT, () =>
    visit(site, { expected }, async (visitor) => {
      // Not unrouted: what is asked for in that very moment would never be answered.
      let isAway = true;
      await visitor.context.route(IDEAS, (route) => (isAway ? route.abort() : route.continue()));
      const page = await open(site, visitor, 'results', CORE_TEAM);
      const results = resultsOn(page);
      await results.getByRole('link', { name: 'Ideeën', exact: true }).click();
      const alert = results.getByRole('alert').filter({ hasText: AWAY });
      await alert.waitFor();
      await visitor.context.setOffline(true);
      await alert.getByText('Zodra die er is, komt het vanzelf.').waitFor();
      isAway = false;
      await visitor.context.setOffline(false);
      await results.getByRole('heading', { name: 'Ideeën', exact: true }).waitFor();
    }),
  );
});
