import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import {
  LIMIT,
  become,
  checkIn,
  closeRound,
  compassOn,
  openDemonstration,
  openRound,
  openSite,
  pageWith,
} from './support';
import { untilDrawn, visit } from './support';
import type { Site } from './support';
import { forget, spoil } from './whereabouts';

const HERE = 'space="sociaal-domein"';
/** What an editor may write by mistake, and what the widget says of it. */
const WRONG_PLACES: readonly (readonly [attributes: string, says: RegExp])[] = [
  [`backend="intranet" ${HERE}`, /adres bij ‘backend’ klopt niet. Er staat ‘intranet’/],
  [`backend="https://" ${HERE}`, /adres bij ‘backend’ klopt niet. Er staat ‘https:\/\/’/],
  [`backend='{"url": "x"}' ${HERE}`, /adres bij ‘backend’ klopt niet. Er staat ‘{"url": "x"}’/],
  [`backend="http://intranet.example/v1" ${HERE}`, /begint met ‘http’, en hier moet het ‘https’ zijn/],
  [`backend="ldap:afdeling" ${HERE}`, /kennen het soort adres bij ‘backend’ niet. Er staat ‘ldap:afdeling’/],
  [`backend="javascript:alert(1)" ${HERE}`, /kennen het soort adres bij ‘backend’ niet/],
  ['space="Sociaal domein"', /naam bij ‘space’ klopt niet. Er staat ‘Sociaal domein’/],
  ['space="../sociaal-domein"', /naam bij ‘space’ klopt niet/],
  ['space="bestaat-niet" readonly', /geen samenwerking met de naam ‘bestaat-niet’/],
  ['space="bestaat-niet" preview="partner"', /geen samenwerking met de naam ‘bestaat-niet’/],
];
const WRONG_WORDS = 'lang="fr" heading-level="9" view="taart" preview="baas" party="weg" round="weg"';
const MARKUP = `<img src="x" onerror="document.title = 'stuk'"><b>vet</b> & ‘zo’`;
const GOOD = Array.from({ length: 5 }, () => ({ answer: 'Goed' as const }));

const press = (compass: Locator, name: string) => compass.getByRole('button', { name, exact: true }).click();

describe('the compass with bad input', () => {
  let site: Site;
  before(async () => {
    const places = WRONG_PLACES.map(([attributes], index) => `heading="Plek ${String(index)}" ${attributes}`);
    const tags = [...places, HERE].map((attributes) => `<samen-compass ${attributes}></samen-compass>`);
    site = await openSite({
      '/places.html': pageWith(tags.join('')),
      '/words.html': pageWith(`<samen-compass ${HERE} ${WRONG_WORDS}></samen-compass>`),
      '/tab.html': pageWith(`<samen-compass ${HERE}></samen-compass>`),
    });
  });
  after(() => site.close());

  it('says in the widget which address or space is wrong, and works once that is mended', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      await openDemonstration(visitor);
      const page = await visitor.open('/places.html');
      const widget = (index: number) => page.getByRole('region', { name: `Plek ${String(index)}`, exact: true });
      for (const [index, [, says]] of WRONG_PLACES.entries()) {
        await widget(index).getByText('Voor de beheerder van deze pagina:').waitFor();
        await widget(index).getByText(says).waitFor();
      }
      // Templates are made shorter in what is served: the space between two sentences must outlive that.
      await widget(0)
        .getByText(/deze pagina: het adres/)
        .waitFor();
      await untilDrawn(compassOn(page));
      await page
        .locator('samen-compass')
        .first()
        .evaluate((compass) => compass.setAttribute('backend', 'local:'));
      await untilDrawn(widget(0));
      assert.equal(await widget(0).getByText('Voor de beheerder').count(), 0);
    }),
  );

  it('takes the default for a word it does not know, and warns once of each', LIMIT, () =>
    visit(site, { expected: [/<samen-compass> [\w-]+="\w+" is not/] }, async (visitor) => {
      await openDemonstration(visitor);
      const page = await visitor.open('/words.html');
      await untilDrawn(compassOn(page));
      await page.getByRole('heading', { name: 'Kompas', level: 2, exact: true }).waitFor();
      await page.getByText('57 mensen deden mee aan ronde 3.').waitFor();
      await page.getByRole('button', { name: 'Ronde openen' }).waitFor();
      for (const name of ['lang', 'heading-level', 'view', 'preview'])
        assert.equal(visitor.said.filter((line) => line.includes(`> ${name}="`)).length, 1, name);
    }),
  );

  it('begins a new space where there is none yet', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const compass = compassOn(await visitor.open('/tab.html'));
      await compass.getByRole('heading', { name: 'Begin een samenwerking' }).waitFor();
      await compass.getByLabel('Naam van de samenwerking').fill(`${MARKUP} 👩‍👩‍👧`);
      await press(compass, 'Beginnen');
      await compass.getByText('Stap 1 van 6').waitFor();
    }),
  );

  for (const [row, change, isAllGone] of [
    ['space/sociaal-domein', 'cutOff', true],
    ['member/afd-beleid-1', 'text', true],
    ['intention/intention', 'otherForm', true],
    ['release/ronde-3', 'cutOff', true],
    ['release/ronde-2', 'text', false],
  ] as const) {
    it(`says so when what is stored cannot be read (${row}, ${change}), and the page goes on`, LIMIT, () =>
      visit(site, {}, async (visitor) => {
        const { page, compass } = await openDemonstration(visitor);
        await page.goto(`${site.url}/demo/lindeveld.svg`);
        assert.equal(await spoil(page, 'samen-local', row, change), 1);
        await forget(page, 'samen-client');
        await page.goto(site.url);
        await compass.getByText(isAllGone ? 'Dit onderdeel kon niet laden.' : 'Niet alles kon laden.').waitFor();
        await compass.getByRole('button', { name: 'Opnieuw proberen' }).waitFor();
        await become(page, 'afd-werk-2');
        if (!isAllGone || row.startsWith('member')) await untilDrawn(compass);
      }),
    );
  }

  it('leaves out a need that cannot be read, and shows the others', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, compass } = await openDemonstration(visitor);
      await press(compass, 'Vraag en aanbod');
      const broken = compass.locator('[data-need="b1"]');
      await broken.waitFor();
      await spoil(page, 'samen-local', 'need/b1', 'cutOff');
      await page.reload();
      await compass.locator('[data-need="b2"]').waitFor();
      await broken.waitFor({ state: 'detached' });
    }),
  );

  /** As a browser refuses: at once, or only when it is asked to keep something. */
  for (const way of ['at once', 'later'] as const) {
    it(`works from memory, and warns, where the browser keeps nothing (refused ${way})`, LIMIT, () =>
      visit(site, {}, async (visitor) => {
        await visitor.context.addInitScript((when) => {
          const open = IDBFactory.prototype.open;
          IDBFactory.prototype.open = function (this: IDBFactory, name: string) {
            if (when === 'at once') throw new DOMException('Refused', 'SecurityError');
            const request = open.call(this, name);
            request.addEventListener('upgradeneeded', (event) => {
              event.stopImmediatePropagation();
              request.transaction?.abort();
            });
            return request;
          };
        }, way);
        const { page, compass } = await openDemonstration(visitor);
        const warning = page.getByText('Deze browser bewaart niets.');
        await warning.waitFor();
        assert.equal(await warning.count(), 1, 'once, with two compasses on the page');
        await openRound(compass);
        await checkIn(compass, GOOD);
        await closeRound(compass);
        await compass.getByText(/^Ronde 4, gesloten op/).waitFor();
        assert.ok(await warning.isVisible());
      }),
    );
  }
});
