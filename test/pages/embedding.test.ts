import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  LIMIT,
  compassOn,
  openDemonstration,
  openRound,
  openSite,
  openTask,
  pageWith,
  untilDrawn,
  visit,
} from './support';
import type { Site } from './support';

const SCRIPT = '<script type="module" src="/samen/samen.js"></script>';
const ONE_FILE = '<script type="module" src="/samen/samen.all.js"></script>';
const COMPASS = '<samen-compass space="sociaal-domein"></samen-compass>';
const FALLBACK = 'Hier staat straks het kompas.';
/** What an editor's system makes of a tag: a paragraph around it, quotes as in a book, line breaks within. */
const EDITED = `<p>Tekst ervoor.<samen-compass space=”sociaal-domein” heading-level=”3″ readonly=”readonly”><br />
<em>${FALLBACK}</em><br />
</samen-compass>Tekst erna.</p>`;
/** The page names another space than the wrapper does: the nearest counts. */
const SPACE_ON_PAGE = '<meta name="samen-space" content="van-de-pagina" />';
const AROUND = `<samen-space backend="local:" space="sociaal-domein"><div><samen-compass>${FALLBACK}</samen-compass></div></samen-space>`;

const CODE_OF = { compass: /\/chunks\/compass-[\w-]+\.js$/, space: /\/chunks\/define-samen-space-[\w-]+\.js$/ };

/** Keeps back the code of one element; the returned function lets it come. */
async function holdBack(page: Page, element: keyof typeof CODE_OF): Promise<() => void> {
  let goOn = () => {};
  let isAsked = false;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route(CODE_OF[element], async (route) => {
    isAsked = true;
    await held;
    await route.continue();
  });
  return () => {
    assert.ok(isAsked, `the code of the ${element} was held back`);
    goOn();
  };
}

const untilDefined = (page: Page, tag: string) =>
  page.waitForFunction((name) => customElements.get(name) !== undefined, tag);

describe('the compass in a page', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      '/edited.html': pageWith(EDITED),
      '/two.html': pageWith(`${COMPASS}<samen-compass space="sociaal-domein" heading="Doe mee" view="check-in" />`),
      '/empty.html': pageWith('<div id="one"></div><div id="other"></div>'),
      '/around.html': pageWith(AROUND, SPACE_ON_PAGE + SCRIPT),
      '/around-one-file.html': pageWith(AROUND, SPACE_ON_PAGE + ONE_FILE),
    });
  });
  after(() => site.close());

  it('works the first time somebody opens the demonstration, in an empty browser', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page } = await openDemonstration(visitor);
      await untilDrawn(page.getByRole('region', { name: 'Kompas in het kort', exact: true }));
      await page.waitForLoadState('networkidle');
      assert.deepEqual(visitor.said, []);
    }),
  );

  it('stands where an editor’s system put it, as that wrote it down', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      await openDemonstration(visitor);
      const page = await visitor.open('/edited.html');
      const compass = compassOn(page);
      await untilDrawn(compass);
      await page.getByRole('heading', { name: 'Kompas', level: 3, exact: true }).waitFor();
      await compass.getByText('Alleen lezen.').waitFor();
      await page.getByText('57 mensen deden mee aan ronde 3.').waitFor();
      assert.equal(await page.getByText(FALLBACK).isVisible(), false);
      const own = await compass.boundingBox();
      assert.ok(own && own.width > 1000, 'as wide as the page lets it');
      assert.deepEqual(visitor.said, []);
    }),
  );

  it('shows in a second what is done in the first', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      await openDemonstration(visitor);
      const page = await visitor.open('/two.html');
      const second = page.getByRole('region', { name: 'Doe mee', exact: true });
      await second.getByText('Er is nu geen ronde open.').waitFor();
      await openRound(compassOn(page));
      await second.getByText('1 van 5', { exact: true }).waitFor();
      assert.equal(await compassOn(page).getByText('1 van 5', { exact: true }).count(), 0);
    }),
  );

  it('comes, goes and moves while the page is open', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      await openDemonstration(visitor);
      const page = await visitor.open('/empty.html');
      const compass = compassOn(page);
      // In any order: on the page first, told where it belongs after.
      const element = await page.evaluateHandle(() => {
        const made = document.createElement('samen-compass');
        document.querySelector('#one')?.append(made);
        made.setAttribute('space', 'sociaal-domein');
        return made;
      });
      await untilDrawn(compass);
      await openTask(compass, 'Bedoeling aanpassen');
      const intention = compass.getByLabel('Onze bedoeling, in één zin');
      await intention.fill('Dit typte ik net.');
      await element.evaluate((moved) => document.querySelector('#other')?.append(moved));
      await page.locator('#other').getByRole('region', { name: 'Kompas' }).waitFor();
      assert.equal(await intention.inputValue(), 'Dit typte ik net.');
      await compass.getByRole('button', { name: 'Annuleren' }).click();
      await untilDrawn(compass);

      await element.evaluate((gone) => gone.remove());
      assert.equal(await compass.count(), 0);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      await element.evaluate((back) => document.querySelector('#one')?.append(back));
      await untilDrawn(compass);
      await openRound(compass);
      await element.evaluate((moved) => moved.setAttribute('space', 'een-andere'));
      await compass.getByRole('heading', { name: 'Begin een samenwerking' }).waitFor();
    }),
  );

  for (const late of ['compass', 'space'] as const) {
    it(`takes its configuration from samen-space around it, when the code of the ${late} comes last`, LIMIT, () =>
      visit(site, {}, async (visitor) => {
        await openDemonstration(visitor);
        const page = await visitor.open('/empty.html');
        const letCome = await holdBack(page, late);
        await page.goto(`${site.url}/around.html`);
        if (late === 'compass') {
          await untilDefined(page, 'samen-space');
          assert.ok(await page.getByText(FALLBACK).isVisible(), 'its fallback until then');
        } else await untilDrawn(compassOn(page));
        letCome();
        await untilDefined(page, late === 'compass' ? 'samen-compass' : 'samen-space');
        await untilDrawn(compassOn(page));
        await page.locator('samen-space').evaluate((around) => around.setAttribute('space', 'een-andere'));
        await page.getByRole('heading', { name: 'Begin een samenwerking' }).waitFor();
      }),
    );
  }

  it('takes it also in the one-file form, and when the wrapper is put around it later', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      await openDemonstration(visitor);
      const page = await visitor.open('/around-one-file.html');
      await untilDrawn(compassOn(page));
      await page.evaluate(() => {
        const compass = document.querySelector('samen-compass');
        if (compass) document.querySelector('main')?.append(compass);
      });
      await page.getByRole('heading', { name: 'Begin een samenwerking' }).waitFor();
      await page.evaluate(() => {
        const compass = document.querySelector('samen-compass');
        const around = document.createElement('samen-space');
        around.setAttribute('space', 'sociaal-domein');
        compass?.replaceWith(around);
        if (compass) around.append(compass);
      });
      await untilDrawn(compassOn(page));
    }),
  );
});
