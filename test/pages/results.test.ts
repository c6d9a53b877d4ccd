/** Results over a real server: what one writes another reads, as far as it is theirs, and how it all came. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { CORE_TEAM, MEMBER, PARTNER, ask, share } from './backpack-support';
import { tabTo } from './by-keyboard';
import { LIMIT, openServedSite, pageWith, visit } from './support';
import type { Site, Visit } from './support';

const WIDGETS = ['results', 'agenda', 'backpack']
  .map((name) => `<samen-${name} backend="/v1" space="sociaal-domein"></samen-${name}>`)
  .join('');

const resultsOn = (page: Page): Locator => page.getByRole('region', { name: 'Tussentijdse resultaten', exact: true });
const agendaOn = (page: Page): Locator => page.getByRole('region', { name: 'Toekomstagenda', exact: true });
const backpackOn = (page: Page): Locator => page.getByRole('region', { name: 'Rugzak met ervaringen', exact: true });
const chainIn = (within: Locator): Locator => within.getByRole('region', { name: 'Hoe dit zo kwam', exact: true });

/** A page with three widgets, at a place in the results. */
async function open(site: Site, visitor: Visit, as: string, path = ''): Promise<Page> {
  await visitor.context.addCookies([{ name: 'samen-demo-person', value: as, url: site.url }]);
  await visitor.context.route(`${site.url}/resultaten`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageWith(WIDGETS) }),
  );
  const page = await visitor.open(`/resultaten${path ? `#samen=results/${path}` : ''}`);
  await resultsOn(page).getByRole('heading', { level: 3 }).first().waitFor();
  return page;
}

const press = (within: Locator, name: string): Promise<void> =>
  within.getByRole('button', { name, exact: true }).click();

/** Finds something by its title and chooses it as evidence. */
async function chooseEvidence(results: Locator, title: string): Promise<void> {
  await results.getByLabel('Zoek op titel').fill(title);
  await results.getByRole('button', { name: new RegExp(`^Kies ?${title}`) }).click();
  await results.getByRole('button', { name: `Haal ‘${title}’ weg`, exact: true }).waitFor();
}

async function publish(results: Locator, reason: string): Promise<void> {
  await press(results, 'Publiceren');
  await results.getByLabel('Waarom dit resultaat?').fill(reason);
  await press(results, 'Publiceren');
  await results.getByText(reason, { exact: true }).waitFor();
}

describe('results on two screens', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('a partner sees live what the core team publishes, and of its evidence and chain only what is theirs', LIMIT, () =>
    visit(site, {}, (partner) =>
      visit(site, {}, async (core) => {
        const secret = 'Intern besproken aan de balie';
        const hidden = await share(site, CORE_TEAM, secret, { audience: 'internal', driverIds: ['d-dichtbij'] });
        const theirs = await open(site, partner, PARTNER);
        const page = await open(site, core, CORE_TEAM, 'new');
        const results = resultsOn(page);
        await results.getByLabel('Wat is het resultaat?').fill('Brieven gaan sneller de deur uit');
        await results.getByLabel('Wat is er anders?').fill('Een inwoner wacht korter op antwoord.');
        await results.getByRole('radio', { name: /^Tussenstand/ }).check();
        await chooseEvidence(results, secret);
        await chooseEvidence(results, 'Brieven die iedereen snapt');
        await results.getByRole('checkbox', { name: 'Ja, we meten iets' }).check();
        await results.getByLabel('Wat meten jullie?').fill('Wachttijd op een brief');
        await results.getByLabel('Waarin tel je dat?').fill('dagen');
        await results.getByLabel('Waar begon het?').fill('12,5');
        await results.getByLabel('Waar willen jullie heen? (optioneel)').fill('5');
        await press(results, 'Opslaan');
        await results.getByRole('heading', { name: 'Brieven gaan sneller de deur uit' }).waitFor();
        const { answer: drafts } = await ask(site, PARTNER, 'listResults', {});
        assert.equal(
          drafts.items.some(({ title }) => title.startsWith('Brieven gaan')),
          false,
          'a draft is not theirs',
        );
        await publish(results, 'Elke inwoner merkt dit.');
        await chainIn(results).getByText(secret, { exact: true }).waitFor();
        const id = new URL(page.url()).hash.split('/').at(-1) ?? '';

        // It comes by itself on the partner's screen.
        const card = resultsOn(theirs).getByRole('article').filter({ hasText: 'Brieven gaan sneller de deur uit' });
        await card.getByRole('link', { name: /^Lees hoe/ }).click();
        const seen = resultsOn(theirs);
        await seen.getByText('Elke inwoner merkt dit.', { exact: true }).waitFor();
        await chainIn(seen).getByText('Brieven die iedereen snapt', { exact: true }).waitFor();
        assert.equal(await seen.getByText(secret).count(), 0, 'nothing of what is internal is read');
        const { answer, text } = await ask(site, PARTNER, 'getResult', { id });
        assert.deepEqual(answer.experienceIds, [], 'and it is not even counted');
        assert.deepEqual(
          answer.evidence.map(({ title }) => title),
          ['Brieven die iedereen snapt'],
        );
        const chain = await ask(site, PARTNER, 'getChain', { kind: 'result', id });
        for (const told of [text, chain.text]) assert.equal(told.includes(hidden.id) || told.includes(secret), false);
        const { answer: whole } = await ask(site, CORE_TEAM, 'getChain', { kind: 'result', id });
        assert(whole.earlier.some((link) => link.id === hidden.id));
      }),
    ),
  );

  it(
    'an idea becomes an item, its ball goes over, it is done and becomes a result; by keyboard back to how it began',
    LIMIT,
    () =>
      visit(site, {}, (work) =>
        visit(site, {}, async (core) => {
          const experience = await share(site, MEMBER, 'Twee keer dezelfde vraag gesteld');
          // Whoever read it makes an idea of it.
          const theirs = await open(site, work, MEMBER);
          const post = backpackOn(theirs).getByRole('article', { name: experience.title, exact: true });
          await press(post, `Meer bij ${experience.title}`);
          await backpackOn(theirs).getByRole('link', { name: 'Maak er een idee van', exact: true }).click();
          await resultsOn(theirs).getByLabel('Wat is je idee?').fill('Eén vragenlijst voor alle drie de loketten.');
          await press(resultsOn(theirs), 'Delen met alle afdelingen en partners');
          await resultsOn(theirs).getByText('Je idee is gedeeld.').first().waitFor();

          const page = await open(site, core, CORE_TEAM, 'ideas');
          await press(resultsOn(page), 'Oppakken: Eén vragenlijst voor alle drie de loketten.');
          await resultsOn(page).getByLabel('Hoe heet het agendapunt?').fill('Eén vragenlijst');
          await press(resultsOn(page), 'Oppakken');
          const item = agendaOn(page);
          // Of the page, not of the card that a list may still show.
          await item.getByRole('heading', { name: 'Eén vragenlijst', exact: true, level: 3 }).waitFor();
          const itemId = new URL(page.url()).hash.split('/').at(-1) ?? '';
          await press(item, 'Ik pak dit op');
          await press(item, 'Bal aanbieden');
          await item.getByLabel('Aan wie?').selectOption({ label: 'Werk en Inkomen' });
          await item.locator('form').getByRole('button', { name: 'Bal aanbieden', exact: true }).click();
          await item.getByRole('heading', { name: /^Jullie boden de bal/ }).waitFor();

          await theirs.goto(`${site.url}/resultaten#samen=agenda/${itemId}`);
          await press(agendaOn(theirs), 'Aannemen');
          await agendaOn(theirs).getByRole('heading', { name: 'De bal ligt bij jullie' }).waitFor();
          await agendaOn(theirs).getByText('Meer doen met dit punt').click();
          await press(agendaOn(theirs), 'Klaar');
          await press(agendaOn(theirs), 'Ja, klaar');

          await item.getByRole('link', { name: 'Maak er een resultaat van', exact: true }).click();
          const results = resultsOn(page);
          await results.getByRole('button', { name: 'Haal ‘Eén vragenlijst’ weg', exact: true }).waitFor();
          await results.getByLabel('Wat is het resultaat?').fill('Nog één vragenlijst');
          await results.getByLabel('Wat is er anders?').fill('Inwoners vertellen hun verhaal één keer.');
          await results.getByRole('radio', { name: /^Bereikt/ }).check();
          await press(results, 'Opslaan');
          await results.getByRole('heading', { name: 'Nog één vragenlijst', exact: true, level: 3 }).waitFor();
          await publish(results, 'Dit begon met één ervaring.');

          // From the result back to the experience, with Tab and Enter alone.
          await chainIn(results).getByRole('link', { name: 'Eén vragenlijst', exact: true }).waitFor();
          await results.getByRole('heading', { name: 'Nog één vragenlijst', exact: true, level: 3 }).focus();
          for (const [name, region] of [
            [/^Eén vragenlijst$/, agendaOn(page)],
            [/^Twee keer dezelfde vraag gesteld$/, backpackOn(page)],
          ] as const) {
            await chainIn(page.locator('body')).getByRole('link', { name }).first().waitFor();
            await tabTo(page, name, 120);
            await page.keyboard.press('Enter');
            await region.getByText(name).first().waitFor();
          }
          await page.waitForURL(`**/resultaten#samen=backpack/${experience.id}`);
          await backpackOn(page).getByText(`Dit gebeurde er bij ${experience.title}.`).waitFor();
          const arrived = backpackOn(page).getByRole('article', { name: experience.title, exact: true });
          await page.waitForFunction(
            (article) => (article?.getRootNode() as ShadowRoot | undefined)?.activeElement === article,
            await arrived.elementHandle(),
          );
        }),
      ),
  );
});
