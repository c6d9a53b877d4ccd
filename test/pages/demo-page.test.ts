/** The demonstration's page, where widgets stand together as on an intranet. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { LIMIT, become, compassOn, openDemonstration, openServedSite, openSite, visit } from './support';
import type { Site } from './support';

const INTERNAL = 'Samen één gesprek';
/** What a browser says of the answer to somebody who does not take part. */
const NOT_THERE = /status of 404/;
const SHARED = 'Even bellen scheelt een week';

const backpackOn = (page: Page): Locator => page.getByRole('region', { name: 'Rugzak met ervaringen', exact: true });
const titled = (page: Page, title: string): Locator =>
  backpackOn(page).getByRole('feed').getByRole('heading', { name: title, exact: true });

for (const [where, open] of [
  ['with a server', () => openServedSite()],
  ['in this browser alone', () => openSite()],
] as const) {
  describe(`the page of the demonstration, ${where}`, () => {
    let site: Site;
    before(async () => void (site = await open()));
    after(() => site.close());

    it('has the compass and the backpack, each for whoever one is', LIMIT, () =>
      visit(site, { expected: [NOT_THERE] }, async (visitor) => {
        const { page } = await openDemonstration(visitor);
        await become(page, 'afd-werk-2');
        await titled(page, INTERNAL).waitFor();
        await titled(page, SHARED).waitFor();

        await become(page, 'par-welzijn-2');
        await titled(page, SHARED).waitFor();
        assert.equal(await titled(page, INTERNAL).count(), 0, 'what is for the departments');

        await become(page, 'bezoeker');
        await compassOn(page).getByText('Je bent nog geen deelnemer').waitFor();
        assert.equal(await backpackOn(page).getByRole('article').count(), 0);
      }),
    );

    it('is no wider than the narrowest screen', LIMIT, () =>
      visit(site, { viewport: { width: 320, height: 700 } }, async (visitor) => {
        const { page } = await openDemonstration(visitor);
        await titled(page, SHARED).waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      }),
    );
  });
}
