/** The backpack by keyboard alone, in a narrow place, with little to ask: over a real server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MEMBER, backpackOn, card, openBackpack } from './backpack-support';
import { cutOff, focused, spaceOut, sticksOut, tabTo } from './by-keyboard';
import { LIMIT, openServedSite, pageWith, visit } from './support';
import type { Site } from './support';

describe('the backpack by keyboard alone', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('is walked, filtered, reacted to and asked a question; the feed has its own keys', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, backpack } = await openBackpack(site, visitor);
      // The filters come after the first posts; who tabs on before that walks past where they will be.
      await backpack.getByRole('button', { name: 'Geleerd' }).waitFor();
      await tabTo(page, /^Ervaring delen$/);
      await tabTo(page, /^Geleerd$/);
      await page.keyboard.press('Space');
      await backpack.getByRole('status').filter({ hasText: '6 ervaringen' }).waitFor();
      assert.match((await focused(page)).name, /^Geleerd$/);
      await tabTo(page, /^Ik dacht dat de ander het deed$/);
      await page.keyboard.press('PageDown');
      assert.match((await focused(page)).name, /^Twee keer hetzelfde werk$/);
      await page.keyboard.press('PageUp');
      await tabTo(page, /^Herkenbaar/, 6);
      const recognise = card(backpack, 'Ik dacht dat de ander het deed').getByRole('button', { name: /^Herkenbaar/ });
      const was = await recognise.getAttribute('aria-pressed');
      await page.keyboard.press('Enter');
      await recognise.and(page.locator(`[aria-pressed="${was === 'true' ? 'false' : 'true'}"]`)).waitFor();
      await tabTo(page, /^2 vragen$/, 6);
      await page.keyboard.press('Enter');
      const replies = backpack.getByRole('region', { name: /^Vragen en reacties/ });
      await replies.getByRole('textbox', { name: 'Je vraag' }).waitFor();
      await tabTo(page, /^Je vraag$/, 6);
      await page.keyboard.type('Hoe gaat het nu?');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await replies.getByText('Hoe gaat het nu?').waitFor();
      await page.keyboard.press('Control+Home');
      assert.ok(!(await focused(page)).name.includes('Herkenbaar'), 'Control and Home leave the feed');
      await tabTo(page, /^Meer bij /);
      await page.keyboard.press('Enter');
      await backpack.getByRole('group', { name: /^Wat je kunt doen met/ }).waitFor();
      await page.keyboard.press('Escape');
      assert.match((await focused(page)).name, /^Meer bij /);
    }),
  );

  it(
    'reads in the order in which it stands: Tab never goes back up, and nothing covers what has the focus',
    LIMIT,
    () =>
      visit(site, { viewport: { width: 640, height: 900 } }, async (visitor) => {
        const { page } = await openBackpack(site, visitor);
        let before = { name: '', top: -1, left: -1, isCovered: false };
        for (let turn = 0; turn < 40; turn += 1) {
          await page.keyboard.press('Tab');
          const now = await focused(page);
          if (!now.name) break;
          // On one line, to the right; else further down. A card itself begins above what is in it.
          const isOnward = now.top > before.top - 45 || now.left > before.left;
          assert.ok(isOnward, `${before.name} → ${now.name}`);
          assert.ok(!now.isCovered, `${now.name} is covered`);
          before = now;
        }
        assert.notEqual(before.name, '');
      }),
  );

  for (const [place, viewport] of [
    ['320 by 256 px', { width: 320, height: 256 }],
    ['640 px', { width: 640, height: 900 }],
  ] as const) {
    it(`never scrolls sideways in ${place}, with text spaced out as a reader likes it`, LIMIT, () =>
      visit(site, { viewport }, async (visitor) => {
        const { page, backpack } = await openBackpack(site, visitor);
        await backpack.getByRole('button', { name: 'Filters', exact: true }).click();
        await card(backpack, 'Ik dacht dat de ander het deed')
          .getByRole('button', { name: /vragen$/ })
          .click();
        await backpack
          .getByRole('region', { name: /^Vragen en reacties/ })
          .getByRole('textbox')
          .waitFor();
        await backpack.getByRole('button', { name: 'Meer bij Even bellen scheelt een week' }).click();
        await backpack.getByRole('button', { name: 'Melden', exact: true }).waitFor();
        assert.deepEqual(await sticksOut(page), []);
        await spaceOut(page);
        assert.deepEqual(await sticksOut(page), []);
        assert.deepEqual(await cutOff(page, 'samen-backpack'), []);
      }),
    );
  }

  it('is drawn with one answer of the server: nobody need say who is here, or what the space is', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      for (const path of ['me*', 'spaces/sociaal-domein', 'spaces/sociaal-domein/intention'])
        await visitor.context.route(`**/v1/${path}`, () => undefined);
      const { backpack } = await openBackpack(site, visitor);
      await card(backpack, 'Even bellen scheelt een week').getByText('Samen eigenaar').waitFor();
      await backpack.getByRole('button', { name: 'Ervaring delen', exact: true }).waitFor();
    }),
  );

  it('keeps Back: from an experience to the feed, from a filter to all', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, backpack } = await openBackpack(site, visitor);
      await page.evaluate(() => (location.hash = '#samen=backpack/e2'));
      await backpack.getByRole('button', { name: 'Alle ervaringen', exact: true }).waitFor();
      await page.goBack();
      await card(backpack, 'Even bellen scheelt een week').waitFor();
      await backpack.getByRole('button', { name: 'Vraag', exact: true }).click();
      await backpack.getByRole('status').filter({ hasText: '3 ervaringen' }).waitFor();
      await page.reload();
      await backpackOn(page).getByRole('status').filter({ hasText: '3 ervaringen' }).waitFor();
      await page.goBack();
      await card(backpack, 'Samen één gesprek').waitFor();
    }),
  );

  it('leads from a driver to the compass where that is on the page', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const tag = (name: string) => `<${name} backend="/v1" space="sociaal-domein"></${name}>`;
      const body = tag('samen-compass') + tag('samen-backpack');
      const { page, backpack } = await openBackpack(site, visitor, { as: MEMBER, body });
      assert.ok(pageWith(body).includes('samen-compass'));
      await card(backpack, 'Even bellen scheelt een week').getByRole('link', { name: 'Samen eigenaar' }).click();
      await page
        .getByRole('region', { name: 'Kompas', exact: true })
        .getByRole('heading', { name: 'Samen eigenaar' })
        .waitFor();
    }),
  );
});
