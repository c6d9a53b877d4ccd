import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import {
  LIMIT,
  backToCompass,
  closeRound,
  compassOn,
  openDemonstration,
  openRound,
  openSite,
  openTask,
} from './support';
import { pageWith, untilDrawn, visit } from './support';
import type { Site, Visit } from './support';

const MARKUP = `<img src="x" onerror="document.title = 'stuk'"><b>vet</b> & ‘zo’`;
const OVERRIDE = 'Van links \u202Eraan sthcer naar links.';
const REFUSED = 'Haal de onzichtbare tekens uit de tekst. Typ de zin opnieuw als je ze niet ziet.';
const LONG = 'Donaudampfschiff'.repeat(313).slice(0, 5000);
/** Several code points that are one sign, and a sign of two halves. */
const EMOJI = '👩‍👩‍👧 🏳️‍🌈 👍🏽 🙂';

const press = (compass: Locator, name: string) => compass.getByRole('button', { name, exact: true }).click();
const intentionIn = (compass: Locator) => compass.getByLabel('Onze bedoeling, in één zin');
const needIn = (compass: Locator) => compass.getByLabel('Wat wil je vragen of aanbieden?');
const noteIn = (compass: Locator) => compass.getByLabel('Wil je er iets bij zeggen?');

/** Writes an ask, from the compass, and tries to save it. */
async function ask(compass: Locator, text: string): Promise<void> {
  await press(compass, 'Vraag en aanbod');
  await press(compass, 'Vraag toevoegen');
  await needIn(compass).fill(text);
  await press(compass, 'Opslaan');
}

/** Changes these texts of the intention, from the compass. */
async function rewrite(compass: Locator, texts: Readonly<Record<string, string>>): Promise<void> {
  await openTask(compass, 'Bedoeling aanpassen');
  for (const [label, text] of Object.entries(texts)) await compass.getByLabel(label).first().fill(text);
  await press(compass, 'Opslaan');
  await untilDrawn(compass);
}

/** At the second step of a check-in, with a sentence typed. */
async function typeHalfway(compass: Locator, note: string): Promise<void> {
  await press(compass, 'Inchecken');
  await compass.getByRole('radio', { name: 'Kan beter', exact: true }).check();
  await press(compass, 'Volgende');
  await compass.getByText('2 van 5', { exact: true }).waitFor();
  await compass.getByRole('radio', { name: 'Goed', exact: true }).check();
  await noteIn(compass).fill(note);
}

/** Goes to the other tab: one behind it draws once a second. */
const goTo = (compass: Locator) => compass.page().bringToFront();

/** How much wider the page is than what one sees of it. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('what people type into the compass', () => {
  let site: Site;
  before(async () => {
    site = await openSite({ '/tab.html': pageWith('<samen-compass space="sociaal-domein"></samen-compass>') });
  });
  after(() => site.close());

  /** The demonstration, as one of the core team; and a second tab of the same browser. */
  const twoTabs = async (visitor: Visit): Promise<{ first: Locator; second: Locator }> => {
    const { compass: first } = await openDemonstration(visitor);
    const second = compassOn(await visitor.open('/tab.html'));
    await untilDrawn(second);
    return { first, second };
  };

  it('is text wherever it is shown, also when it looks like markup', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      await openDemonstration(visitor);
      const page = await visitor.open('/tab.html');
      const compass = compassOn(page);
      await rewrite(compass, { 'Onze bedoeling, in één zin': MARKUP, 'Onze belofte aan elkaar': MARKUP, Naam: MARKUP });
      assert.ok((await compass.getByText(MARKUP, { exact: true }).count()) >= 3, 'intention, promise and driver');
      await compass.getByRole('button', { name: MARKUP }).first().click();
      await compass.getByRole('heading', { name: MARKUP, exact: true }).waitFor();
      await backToCompass(compass);
      await ask(compass, MARKUP);
      await compass.getByRole('article').getByText(MARKUP, { exact: true }).last().waitFor();
      await compass.getByRole('button', { name: `Verwijderen: ${MARKUP.slice(0, 60)}`, exact: true }).waitFor();
      assert.equal(await page.locator('img').count(), 0);
      assert.equal(await page.locator('b', { hasText: /^vet$/ }).count(), 0);
      assert.equal(await page.title(), 'Proef');
    }),
  );

  it('is refused with a sentence, and kept, when it turns the way one reads', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, compass } = await openDemonstration(visitor);
      await openTask(compass, 'Bedoeling aanpassen');
      await intentionIn(compass).fill(OVERRIDE);
      await press(compass, 'Opslaan');
      await compass.getByText(REFUSED).first().waitFor();
      assert.equal(await intentionIn(compass).inputValue(), OVERRIDE);
      await backToCompass(compass);
      await ask(compass, OVERRIDE);
      await compass.getByText(REFUSED).first().waitFor();
      assert.equal(await needIn(compass).inputValue(), OVERRIDE);
      await page.keyboard.press('Escape');
      await backToCompass(compass);
      await openRound(compass);
      await typeHalfway(compass, OVERRIDE);
      await press(compass, 'Volgende');
      await compass.getByText(REFUSED).first().waitFor();
      await page.reload();
      await compass.getByText('2 van 5', { exact: true }).waitFor();
      assert.equal(await noteIn(compass).inputValue(), OVERRIDE);
    }),
  );

  it('makes nothing scroll sideways at 320 px, however long a word is', LIMIT, () =>
    visit(site, { viewport: { width: 320, height: 640 } }, async (visitor) => {
      const { page, compass } = await openDemonstration(visitor);
      await rewrite(compass, {
        'Onze bedoeling, in één zin': LONG,
        'Onze belofte aan elkaar': LONG,
        Naam: LONG.slice(0, 200),
        Uitleg: LONG,
      });
      await compass.getByText(LONG, { exact: true }).first().waitFor();
      assert.equal(await sideways(page), 0, 'the compass');
      await compass
        .getByRole('button', { name: LONG.slice(0, 200) })
        .first()
        .click();
      await compass.getByText(LONG, { exact: true }).waitFor();
      assert.equal(await sideways(page), 0, 'a driver');
      await backToCompass(compass);
      await ask(compass, LONG);
      await compass.getByRole('article').filter({ hasText: LONG }).waitFor();
      assert.equal(await sideways(page), 0, 'needs');
      await backToCompass(compass);
      await openTask(compass, 'Bedoeling aanpassen');
      await intentionIn(compass).waitFor();
      assert.equal(await sideways(page), 0, 'the intention');
    }),
  );

  it('may hold any sign, and counts it as people do', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { compass } = await openDemonstration(visitor);
      await rewrite(compass, { 'Onze bedoeling, in één zin': EMOJI, Naam: EMOJI });
      await compass.getByRole('button', { name: EMOJI }).first().waitFor();
      assert.ok((await compass.getByText(EMOJI, { exact: true }).count()) >= 2);
      await ask(compass, '🙂'.repeat(5001));
      await compass.getByText('Maak de tekst korter. Er passen 5.000 tekens in.').first().waitFor();
      await needIn(compass).fill('🙂'.repeat(5000));
      await press(compass, 'Opslaan');
      await compass.getByText('Opgeslagen.').waitFor();
      await compass.getByText('🙂'.repeat(5000), { exact: true }).waitFor();
    }),
  );

  it('in a check-in outlives a driver that the core team takes away', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { first, second } = await twoTabs(visitor);
      await goTo(first);
      await openRound(first);
      await goTo(second);
      await typeHalfway(second, 'Dit blijft staan.');
      await goTo(first);
      await openTask(first, 'Bedoeling aanpassen');
      await press(first, 'Samen eigenaar weghalen');
      await press(first, 'Opslaan');
      await untilDrawn(first);
      await first.getByRole('button', { name: /^Samen eigenaar/ }).waitFor({ state: 'detached' });
      await goTo(second);
      assert.equal(await noteIn(second).inputValue(), 'Dit blijft staan.');
      await press(second, 'Volgende');
      for (const step of [3, 4, 5]) {
        await second.getByText(`${String(step)} van 5`, { exact: true }).waitFor();
        await second.getByRole('radio', { name: 'Goed', exact: true }).check();
        await press(second, step < 5 ? 'Volgende' : 'Opslaan');
      }
      await press(second, 'Inchecken aanpassen');
      await second.getByRole('radio', { name: 'Kan beter', exact: true, checked: true }).waitFor();
      await press(second, 'Volgende');
      await second.getByText('2 van 5', { exact: true }).waitFor();
      assert.equal(await noteIn(second).inputValue(), 'Dit blijft staan.');
    }),
  );

  it('in a check-in stays in sight when the round is closed in another tab', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { first, second } = await twoTabs(visitor);
      await goTo(first);
      await openRound(first);
      await goTo(second);
      await typeHalfway(second, 'Dit schreef ik al.');
      await goTo(first);
      await closeRound(first);
      await goTo(second);
      await second.getByText('De ronde is intussen gesloten. Inchecken kan niet meer.').waitFor();
      await second.getByText('Dit schreef ik al.', { exact: true }).waitFor();
      await second.getByText('Samen eigenaar', { exact: true }).waitFor();
      await press(second, 'Stoppen');
      await second.getByText(/^Ronde 4, gesloten op/).waitFor();
    }),
  );

  it('in two tabs at once is shown in both versions, and one chooses', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { first, second } = await twoTabs(visitor);
      await openTask(second, 'Bedoeling aanpassen');
      await intentionIn(second).fill('Zoals ik het zie.');
      await goTo(first);
      await openTask(first, 'Bedoeling aanpassen');
      await intentionIn(first).fill('Zoals een ander het ziet.');
      await press(first, 'Opslaan');
      await goTo(second);
      const theirs = second.getByRole('alert').filter({ hasText: 'Iemand anders heeft dit net veranderd.' });
      await theirs.getByText('Zoals een ander het ziet.', { exact: true }).waitFor();
      assert.equal(await intentionIn(second).inputValue(), 'Zoals ik het zie.');
      await press(theirs, 'Bewaar mijn tekst');
      await press(second, 'Opslaan');
      await untilDrawn(second);
      await goTo(first);
      await first.getByText('Zoals ik het zie.', { exact: true }).first().waitFor();
    }),
  );
});
