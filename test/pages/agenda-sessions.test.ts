/** Sessions over a real server: planned, prepared, held before a projector and written back; and in a calendar elsewhere. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import type { Locator, Page } from 'playwright-core';
import { ask } from './backpack-support';
import { tabTo } from './by-keyboard';
import { LIMIT, openServedSite, pageWith, visit } from './support';
import type { Site, Visit } from './support';
import { addDays } from '../../src/model/day';
import { toDay } from '../../src/model/today';

const CORE_TEAM = 'afd-beleid-1';
const MEMBER = 'afd-werk-3';
const AGENDA = '<samen-agenda backend="/v1" space="sociaal-domein"><p>Hier staat straks de agenda.</p></samen-agenda>';

async function openAgenda(
  site: Site,
  visitor: Visit,
  as: string,
  path: string,
): Promise<{ page: Page; agenda: Locator }> {
  await visitor.context.addCookies([{ name: 'samen-demo-person', value: as, url: site.url }]);
  await visitor.context.route(`${site.url}/agenda`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageWith(AGENDA) }),
  );
  const page = await visitor.open(`/agenda#samen=agenda/${path}`);
  const agenda = page.getByRole('region', { name: 'Toekomstagenda', exact: true });
  await agenda.getByRole('heading', { name: 'Toekomstagenda' }).waitFor();
  return { page, agenda };
}

const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true });
const link = (within: Locator, name: string) => within.getByRole('link', { name, exact: true });

/** Reads it as a calendar does: without signing in. */
async function readCalendar(address: string): Promise<{ status: number; type: string; events: ICAL.Event[] }> {
  const response = await fetch(address);
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok) return { status: response.status, type, events: [] };
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return { status: response.status, type, events };
}

describe('the sessions of the agenda, over a real server', () => {
  let site: Site;
  before(async () => void (site = await openServedSite()));
  after(() => site.close());

  it('are planned, prepared, held, written back, and lead to an agenda item', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, agenda } = await openAgenda(site, visitor, CORE_TEAM, 'sessions/new');
      await agenda.getByLabel('Hoe heet de bijeenkomst?').fill('Terugkijken in de wijk');
      await agenda.getByLabel('Op welke dag?').fill(toDay(new Date()));
      await agenda.getByLabel('Hoe laat begint het?').fill('23:50');
      await agenda.getByLabel('Komt de bijeenkomst terug?').selectOption({ label: 'Elke twee weken' });
      await button(agenda, 'Plannen').click();
      await agenda.getByRole('heading', { name: 'Terugkijken in de wijk', exact: true }).waitFor();

      await agenda.getByRole('checkbox', { name: /^Vroeg bellen bij huurschuld/ }).check();
      const chosen = agenda.getByRole('group', { name: 'Werkvormen' }).getByRole('checkbox', { checked: true });
      for (let left = await chosen.count(); left > 0; left -= 1) await chosen.first().uncheck();
      await agenda.getByRole('checkbox', { name: /^Wat, dus, nu/ }).check();
      await agenda.getByText('20 van de 60 minuten gevuld.').waitFor();
      await button(agenda, 'Programma opslaan').click();
      await agenda.getByText('Het programma is opgeslagen.').waitFor();

      await link(agenda, 'Bijeenkomst beginnen').click();
      await agenda.getByText('Wat gebeurde er? Alleen feiten.').waitFor();
      await button(agenda, 'Klok starten').click();
      await button(agenda, 'Op het grote scherm').click();
      const screen = agenda.getByRole('dialog', { name: 'Terugkijken in de wijk' });
      await screen.getByText('Stap 1 van 3 · Wat, dus, nu').waitFor();
      await page.waitForFunction(() => document.fullscreenElement !== null);
      await page.keyboard.press('PageDown');
      await screen.getByText('Dus: waarom is dat belangrijk?', { exact: true }).waitFor();
      const shown = await screen.innerText();
      const { answer: space } = await ask(site, CORE_TEAM, 'getSpace', {});
      for (const { name } of space.parties) assert.ok(!shown.includes(name), `${name} stands on the screen`);
      await page.keyboard.press('Escape');
      await screen.waitFor({ state: 'hidden' });
      assert.equal(await page.evaluate(() => document.fullscreenElement), null);

      await button(agenda, 'Afspraak toevoegen').click();
      await page.keyboard.type('Een vaste dag voor huisbezoek');
      await agenda.getByLabel('Afspraak 1: welke partij?').selectOption({ label: 'Werk en Inkomen' });
      await button(agenda, 'Maak agendapunt van afspraak 1').click();
      await link(agenda, 'Staat op de agenda').waitFor();
      await page.reload();
      await agenda.getByLabel(/^Hoeveel mensen zijn er\?/).fill('7');
      await button(agenda, 'Bijeenkomst afronden').click();
      await agenda.getByText('De bijeenkomst is afgerond.').waitFor();

      const { answer } = await ask(site, CORE_TEAM, 'listSessions', {});
      const [held] = answer.items.filter(
        ({ title, status }) => title === 'Terugkijken in de wijk' && status === 'held',
      );
      const [next] = answer.items.filter(
        ({ title, status }) => title === 'Terugkijken in de wijk' && status === 'planned',
      );
      assert.ok(held && next, 'one was held, the next is planned');
      assert.equal(held.attendees, 7);
      assert.equal(held.agreements[0]?.text, 'Een vaste dag voor huisbezoek');
      assert.equal(held.agreements[0].partyId, 'afd-werk');
      assert.equal(next.recurrence, 'FREQ=WEEKLY;INTERVAL=2');

      const itemId = held.agreements[0].agendaItemId ?? '';
      const item = await ask(site, MEMBER, 'getAgendaItem', { id: itemId });
      assert.equal(item.answer.title, 'Een vaste dag voor huisbezoek');
      assert.equal(item.answer.sessionId, held.id);
      await link(agenda, 'Agendapunt bekijken').click();
      await agenda.getByRole('heading', { name: 'Een vaste dag voor huisbezoek', exact: true }).waitFor();
    }),
  );

  it('are read by a calendar elsewhere, until its owner ends it', LIMIT, () =>
    visit(site, { permissions: ['clipboard-read', 'clipboard-write'] }, async (visitor) => {
      const { page, agenda } = await openAgenda(site, visitor, MEMBER, 'sessions');
      await button(agenda, 'Adres maken').click();
      const field = agenda.getByLabel('Adres van je agenda');
      const address = await field.inputValue();
      assert.ok(address.startsWith(`${site.url}/v1/calendars/`), address);
      await button(agenda, 'Kopieer adres').click();
      await agenda.getByText('Het adres is gekopieerd.').waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), address);

      const { status, type, events } = await readCalendar(address);
      assert.equal(status, 200);
      assert.match(type, /^text\/calendar/);
      const monthly = events.filter(({ summary }) => summary === 'Maandelijks terugkijken');
      assert.ok(monthly.length >= 10, 'it comes each month');
      const first = addDays(toDay(new Date()), 4);
      const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' });
      const coming = monthly.filter(({ startDate }) => toDay(startDate.toJSDate()) >= first);
      const hours = new Set(coming.map(({ startDate }) => clock.format(startDate.toJSDate())));
      assert.equal(hours.size, 1, `the same hour, summer and winter: ${[...hours].join(', ')}`);
      assert.ok(
        events.some(({ summary }) => summary === 'Bal: Werk na zorg'),
        'and the ball of one’s party',
      );

      await page.reload();
      await agenda.getByText(/^Je hebt een adres sinds/).waitFor();
      assert.equal(await field.count(), 0, 'it is told once');
      await button(agenda, 'Stoppen').click();
      await agenda.getByText('Gestopt. Het adres werkt niet meer.').waitFor();
      assert.equal((await readCalendar(address)).status, 404);
    }),
  );

  it('and the round of silent balls are walked through by keyboard alone', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { page, agenda } = await openAgenda(site, visitor, MEMBER, 'show/list');
      await button(agenda, 'Nieuw agendapunt').waitFor();
      await tabTo(page, /^Balrondje$/);
      await page.keyboard.press('Enter');
      await agenda.getByRole('heading', { name: 'Balrondje', exact: true }).waitFor();
      await tabTo(page, /^Beginnen$/);
      await page.keyboard.press('Enter');
      await agenda.getByRole('heading', { name: /^Bal 1 van/ }).waitFor();
      await tabTo(page, /^Ik pak dit op$/);
      await page.keyboard.press('Enter');
      await agenda.getByRole('heading', { name: 'Hoe staat het ervoor?', exact: true }).waitFor();
      await tabTo(page, /^Volgende stap \(optioneel\)$/);
      await page.keyboard.press('Control+A');
      await page.keyboard.type('Drie mensen bellen');
      await page.keyboard.press('Enter');
      await agenda.getByText('Drie mensen bellen', { exact: true }).waitFor();
      // It is shown at once; the focus goes on when the server has it.
      await page.waitForFunction(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active?.id === 'silent-next';
      });
      await page.keyboard.press('Enter');
      await agenda.getByRole('heading', { name: /^Bal 2 van/ }).waitFor();
      await tabTo(page, /^Afsluiten$/);
      await page.keyboard.press('Enter');
      await agenda.getByText(/^1 bal kwam in beweging/).waitFor();
      await tabTo(page, /^Naar de agenda$/);
      await page.keyboard.press('Enter');
      await button(agenda, 'Nieuw agendapunt').waitFor();
    }),
  );

  it('tell a member who may not plan what there is, live', LIMIT, () =>
    visit(site, {}, async (visitor) => {
      const { agenda } = await openAgenda(site, visitor, MEMBER, 'sessions');
      await link(agenda, 'Maandelijks terugkijken').first().waitFor();
      assert.equal(await link(agenda, 'Bijeenkomst plannen').count(), 0);
      const { answer } = await ask(site, CORE_TEAM, 'listSessions', {});
      const session = answer.items.find(({ id }) => id === 's2');
      assert.ok(session);
      const { nextStartsAt: _times, ...input } = session;
      await ask(site, CORE_TEAM, 'saveSession', { ...input, title: 'Terugkijken met z’n allen' });
      await link(agenda, 'Terugkijken met z’n allen').waitFor();
    }),
  );
});
