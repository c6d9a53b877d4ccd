/** Whose ball is it: two parties at one server, each in a browser of their own. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CARE, CORE_TEAM, PARTNER, WORK, agendaOn, item, logOf, openAgenda } from './agenda-support';
import { LIMIT, openServedSite, visit } from './support';
import type { Site } from './support';

const DAY_MS = 86_400_000;

describe('the ball between two parties', () => {
  let site: Site;
  /** The clock of the server, beside that of the machine. */
  let ahead = 0;
  before(async () => void (site = await openServedSite({}, { now: () => new Date(Date.now() + ahead) })));
  after(() => site.close());

  it('is offered with a note, seen and accepted; the page of who gave it changes by itself', LIMIT, () =>
    visit(site, {}, (one) =>
      visit(site, {}, async (other) => {
        const { agenda: giver } = await openAgenda(site, one, { as: CARE, path: 'a1' });
        const { agenda: taker } = await openAgenda(site, other, { as: WORK, path: 'a1' });
        await giver.getByRole('heading', { name: 'De bal ligt bij jullie' }).waitFor();
        await giver.getByRole('button', { name: 'Bal aanbieden', exact: true }).click();
        await giver.getByRole('button', { name: 'Bal aanbieden', exact: true }).click();
        await giver.getByRole('link', { name: 'Kies aan wie je de bal aanbiedt.' }).waitFor();
        await giver.getByLabel('Aan wie?').selectOption({ label: 'Werk en Inkomen' });
        await giver.getByRole('textbox', { name: /^Wat moet de ander weten/ }).fill('Het eerste gesprek is gedaan.');
        await giver.getByRole('button', { name: 'Bal aanbieden', exact: true }).click();
        await giver.getByRole('heading', { name: 'Jullie boden de bal aan Werk en Inkomen aan' }).waitFor();
        await taker.getByRole('heading', { name: 'De bal is aan jullie aangeboden' }).waitFor();
        await taker.getByRole('definition').filter({ hasText: 'Het eerste gesprek is gedaan.' }).waitFor();
        await taker.getByRole('button', { name: 'Aannemen', exact: true }).click();
        await taker.getByRole('heading', { name: 'De bal ligt bij jullie' }).waitFor();
        await giver.getByRole('heading', { name: 'De bal ligt bij Werk en Inkomen' }).waitFor();
        await giver.getByText('Werk en Inkomen nam de bal aan', { exact: true }).waitFor();
        await taker.getByText('Werk en Inkomen nam de bal aan', { exact: true }).waitFor();
        const log = await logOf(giver);
        assert.match(log[0] ?? '', /^Werk en Inkomen nam de bal aan/);
        assert.match(log[1] ?? '', /^Toegang Zorg en Jeugd bood de bal aan Werk en Inkomen aan.*Het eerste gesprek/);
        assert.deepEqual(await logOf(taker), log);
      }),
    ),
  );

  it('comes back with the reason', LIMIT, () =>
    visit(site, {}, (one) =>
      visit(site, {}, async (other) => {
        const { agenda: giver } = await openAgenda(site, one, { as: CARE, path: 'a7' });
        const { agenda: taker } = await openAgenda(site, other, { as: PARTNER, path: 'a7' });
        await giver.getByRole('button', { name: 'Bal aanbieden', exact: true }).click();
        await giver.getByLabel('Aan wie?').selectOption({ label: 'Woningcorporatie' });
        await giver.getByRole('button', { name: 'Bal aanbieden', exact: true }).click();
        await taker.getByRole('button', { name: 'Teruggeven', exact: true }).click();
        await taker.getByRole('button', { name: 'Teruggeven', exact: true }).click();
        await taker.getByRole('link', { name: 'Schrijf op waarom.' }).waitFor();
        await taker.getByRole('textbox', { name: 'Waarom?' }).fill('Dit hoort bij de gemeente.');
        await taker.getByRole('button', { name: 'Teruggeven', exact: true }).click();
        await taker.getByRole('heading', { name: 'De bal ligt bij Toegang Zorg en Jeugd' }).waitFor();
        await giver.getByRole('heading', { name: 'De bal ligt bij jullie' }).waitFor();
        await giver.getByText('Dit hoort bij de gemeente.').waitFor();
        assert.match((await logOf(giver))[0] ?? '', /^Woningcorporatie gaf de bal terug aan Toegang/);
      }),
    ),
  );

  it('stays with who offered it when nobody answers, is told on top, and can still be accepted', LIMIT, () =>
    visit(site, {}, async (one) => {
      const title = 'Brieven die iedereen snapt';
      const { page, agenda } = await openAgenda(site, one, { as: CORE_TEAM });
      await item(agenda, title).getByRole('link').click();
      await agenda.getByRole('button', { name: 'Bal aanbieden', exact: true }).click();
      await agenda.getByLabel('Aan wie?').selectOption({ label: 'Welzijnswerk' });
      await agenda.getByRole('button', { name: 'Bal aanbieden', exact: true }).click();
      await agenda.getByRole('heading', { name: /^Jullie boden de bal aan Welzijnswerk/ }).waitFor();
      // Shown at once; in the log once the server has it.
      await agenda.getByText('Beleid Samenleving bood de bal aan Welzijnswerk aan').waitFor();
      ahead = 8 * DAY_MS;
      await page.goto(`${site.url}/agenda`);
      await page.reload();
      const signals = agendaOn(page).getByRole('group', { name: 'Signalen' });
      await signals.getByRole('button', { name: 'Niet aangenomen: 2', exact: true }).click();
      await item(agenda, title).getByText('Niet aangenomen, 8 dagen').waitFor();
      await item(agenda, title).getByText('Beleid Samenleving', { exact: true }).waitFor();
      await visit(site, {}, async (other) => {
        const { agenda: taker } = await openAgenda(site, other, { as: 'par-welzijn-1' });
        await item(taker, title).getByRole('link').click();
        await taker.getByText(/Aannemen kan nog steeds\./).waitFor();
        await taker.getByRole('button', { name: 'Aannemen', exact: true }).click();
        await taker.getByRole('heading', { name: 'De bal ligt bij jullie' }).waitFor();
        await taker.getByText('Welzijnswerk nam de bal aan, na de termijn').waitFor();
      });
      ahead = 0;
    }),
  );
});

describe('two who pick up one ball', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('are told which of them has it, and nothing is lost', LIMIT, () =>
    visit(site, { expected: [/409|412|DISCONNECTED/] }, (one) =>
      visit(site, { expected: [/409|412|DISCONNECTED/] }, async (other) => {
        const { page, agenda: first } = await openAgenda(site, one, { as: WORK, path: 'a8' });
        const { agenda: second } = await openAgenda(site, other, { as: PARTNER, path: 'a8' });
        await page.route('**/events**', (route) => route.abort());
        await first.getByRole('button', { name: 'Ik pak dit op', exact: true }).waitFor();
        await one.context.setOffline(true);
        await first.getByRole('button', { name: 'Ik pak dit op', exact: true }).click();
        await first.getByRole('heading', { name: 'De bal ligt bij jullie' }).waitFor();
        await first.getByRole('button', { name: 'Toekomstagenda', exact: true }).click();
        await item(first, 'Rust voor de mantelzorger').getByText('Wordt verzonden').waitFor();
        await item(first, 'Rust voor de mantelzorger').getByRole('link').click();
        await second.getByRole('button', { name: 'Ik pak dit op', exact: true }).click();
        await second.getByRole('heading', { name: 'De bal ligt bij jullie' }).waitFor();
        await second.getByText('Woningcorporatie pakte de bal op').waitFor();
        await one.context.setOffline(false);
        await first.getByRole('heading', { name: 'De bal ligt bij Woningcorporatie' }).waitFor();
      }),
    ),
  );
});
