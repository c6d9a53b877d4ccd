/** A core team begins on a real server, by keyboard alone and in a column: from nothing to a page others can use. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { focused, sticksOut, tabTo } from './by-keyboard';
import { LIMIT, openServedSite, pageWith, visit } from './support';
import type { Site, Visit } from './support';

const SPACE = 'samen-in-oost';
/** A server says of a space that there is none, or none for who asks, in the same way; browsers put it on the console. */
const NOT_THERE = [/status of 404/];
const MAKER = 'beheer';
const NEIGHBOUR = 'buurthulp-1';
const WIDGETS = `<samen-compass backend="/v1" space="${SPACE}"></samen-compass><samen-agenda backend="/v1" space="${SPACE}"></samen-agenda>`;

async function openAs(site: Site, visitor: Visit, personId: string): Promise<Page> {
  await visitor.context.addCookies([{ name: 'samen-demo-person', value: personId, url: site.url }]);
  await visitor.context.route(`${site.url}/begin`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageWith(WIDGETS) }),
  );
  return visitor.open('/begin');
}

const step = (compass: Locator, name: string) => compass.getByRole('heading', { name, exact: true }).waitFor();

describe('the first hour of a core team on a server', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('is begun by whoever may make spaces there, and by nobody else', LIMIT, () =>
    visit(site, { expected: NOT_THERE }, async (visitor) => {
      const page = await openAs(site, visitor, 'afd-werk-3');
      const compass = page.locator('samen-compass');
      await compass.getByRole('heading', { name: /nog geen deelnemer/ }).waitFor();
      assert.equal(await compass.getByRole('button', { name: 'Beginnen' }).count(), 0);
    }),
  );

  it('is walked by keyboard in a column, left and taken up again, and others find what it made', LIMIT, () =>
    visit(site, { viewport: { width: 320, height: 700 }, expected: NOT_THERE }, async (visitor) => {
      const page = await openAs(site, visitor, MAKER);
      const compass = page.locator('samen-compass');
      const fill = async (label: RegExp, text: string) => {
        await tabTo(page, label);
        await page.keyboard.press('Control+A');
        await page.keyboard.type(text);
      };
      const enter = async (button: RegExp) => {
        await tabTo(page, button);
        await page.keyboard.press('Enter');
      };

      await step(compass, 'Begin een samenwerking');
      await fill(/^Naam van de samenwerking$/, 'Samen');
      await page.keyboard.press('Enter');
      await step(compass, 'Partijen');
      assert.deepEqual(await sticksOut(page), []);
      await fill(/^Naam van de samenwerking$/, 'Samen in Oost');
      await fill(/^Partij 1/, 'Wijkteam');
      await fill(/^Naam van de partij$/, 'De Buurthulp');
      await tabTo(page, /^Soort$/);
      await page.keyboard.type('Partner');
      // It is kept in the browser a moment later; then somebody closes the lid.
      await page.waitForTimeout(2000);
      await page.reload();
      await step(compass, 'Partijen');
      await compass.getByLabel('Naam van de partij').and(page.locator('[id="party-name"]')).waitFor();
      await assertValue(compass.getByLabel('Naam van de partij'), 'De Buurthulp');
      await assertValue(compass.getByLabel(/^Partij 1/), 'Wijkteam');
      await enter(/^Volgende$/);

      await step(compass, 'Mensen');
      await page.waitForFunction(() => document.activeElement !== document.body);
      assert.equal((await focused(page)).name, 'Mensen');
      assert.deepEqual(await sticksOut(page), []);
      await compass.getByText('Wie je hier toevoegt, hoort erbij zodra die persoon inlogt.').waitFor();
      const addPerson = async (jobTitle: string, party: string, role: string, code: string) => {
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        const person = compass.getByRole('group', { name: 'Nog iemand' });
        await person.getByLabel('Naam (optioneel)').focus();
        await fill(/^Functie$/, jobTitle);
        await tabTo(page, /^Partij$/);
        await page.keyboard.type(party);
        await tabTo(page, /^Rol$/);
        await page.keyboard.type(role);
        await fill(/^Inlogcode$/, code);
        await enter(/^Toevoegen$/);
        await compass.getByRole('button', { name: `${jobTitle} weghalen` }).waitFor();
      };
      await addPerson('buurtwerker', 'De Buurthulp', 'Deelnemer', NEIGHBOUR);
      await addPerson('beheerder intranet', 'Wijkteam', 'Functioneel beheerder', 'intranet-1');
      await compass.getByText('Er is nog geen functioneel beheerder.').waitFor({ state: 'detached' });
      await enter(/^Volgende$/);

      await step(compass, 'Onze bedoeling');
      await fill(/^Onze bedoeling, in één zin$/, 'Iedereen in Oost doet mee.');
      await enter(/^Volgende$/);
      await step(compass, 'Drijfveren');
      assert.deepEqual(await sticksOut(page), []);
      await compass.getByRole('button', { name: 'Volgende' }).focus();
      await page.keyboard.press('Enter');
      await step(compass, 'Eerste ronde');
      await enter(/^Ronde openen$/);
      await step(compass, 'De eerste punten');
      assert.deepEqual(await sticksOut(page), []);
      await fill(/^Waar gaat het over\?$/, 'Eén telefoonnummer');
      await tabTo(page, /^Wie is als eerste aan zet\?$/);
      await page.keyboard.type('De Buurthulp');
      await enter(/^Agendapunt toevoegen$/);
      await compass.getByText('De bal is aangeboden aan De Buurthulp').waitFor();
      await enter(/^Klaar$/);

      await step(compass, 'En nu: de eerste maand');
      assert.equal((await focused(page)).name, 'En nu: de eerste maand');
      assert.deepEqual(await sticksOut(page), []);
      await compass.getByText(`<samen-results space="${SPACE}"></samen-results>`).waitFor();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await compass.getByRole('button', { name: 'Inchecken' }).waitFor();
      await compass.getByText('Iedereen in Oost doet mee.').first().waitFor();
    }),
  );

  it('leaves a partner the ball to accept, and nobody the rights that came with it', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const page = await openAs(site, visitor, NEIGHBOUR);
      await page.locator('samen-compass').getByRole('button', { name: 'Inchecken' }).waitFor();
      const agenda = page.locator('samen-agenda');
      await agenda.getByRole('link', { name: 'Eén telefoonnummer' }).first().click();
      await agenda.getByRole('button', { name: 'Aannemen' }).click();
      await agenda.getByRole('heading', { name: 'De bal ligt bij jullie' }).waitFor();
      const answer = await fetch(`${site.url}/v1/spaces/${SPACE}/members/erbij`, {
        method: 'PUT',
        headers: {
          'content-type': 'application/json',
          'samen-demo-person': MAKER,
          'if-none-match': '*',
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify({ name: '', jobTitle: 'nog iemand', partyId: 'eigen-afdeling', role: 'admin' }),
      });
      assert.equal(answer.status, 403);
    }),
  );
});

async function assertValue(field: Locator, value: string): Promise<void> {
  assert.equal(await field.inputValue(), value);
}
