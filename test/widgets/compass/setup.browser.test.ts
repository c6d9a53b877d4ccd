import { CORE_TEAM, MEMBER, NARROW, demoSpace, leavePage, openCompass, tidyUp, today } from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import { inSetup } from '../../../stories/compass-rows';
import { equal, holds, place, until } from '../../elements/support';
import { html } from 'lit';
import { eraseLocal } from '../../../src/backends/local/seed';
import { addDays } from '../../../src/model/day';
import { newId } from '../../../src/model/new-id';
import type { Id, SetupStep } from '../../../src/model/types';

const COLLEAGUE: Id = 'afd-toegang-1';
const STEPS = ['Partijen', 'Mensen', 'Onze bedoeling', 'Drijfveren', 'Eerste ronde', 'De eerste punten'];

/** The step that is now, as it is marked for who listens. */
const stepOf = (compass: Element) =>
  findAll(compass, 'listitem').flatMap((each) =>
    each.getAttribute('aria-current') === 'step' ? [STEPS.find((step) => read(each).includes(step))] : [],
  );
/** Its form is there too: the heading of a step comes with it. */
const atStep = async (compass: Element, name: string) => {
  await until(`it is at ${name}`, () => stepOf(compass)[0] === name);
  await see(compass, 'heading', name);
};

async function choose(compass: Element, list: string, value: string): Promise<void> {
  const field = (await see(compass, 'combobox', list)) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A compass in a place where nothing is yet: it is kept in this browser. */
async function openBlank(spaceId: string): Promise<HTMLElement> {
  const compass = document.createElement('samen-compass');
  compass.setAttribute('backend', 'local:');
  compass.setAttribute('space', spaceId);
  place(html``).append(compass);
  await see(compass, 'region');
  return compass;
}

const startAt = (step: SetupStep) => demoSpace((rows) => inSetup(rows, step));

async function open(step: SetupStep, as = CORE_TEAM): Promise<HTMLElement> {
  return openCompass(await startAt(step), { as });
}

describe('the first hour of a core team', () => {
  const blank = newId();
  afterEach(tidyUp);
  after(() => eraseLocal(blank));

  it('leads from nothing to an open round, items with a holder, an experience, and the month after it', async () => {
    const compass = await openBlank(blank);
    await see(compass, 'heading', 'Begin een samenwerking');
    await type(compass, 'Naam van de samenwerking', 'Samen in de wijk');
    await press(compass, 'Beginnen');
    await atStep(compass, 'Partijen');
    await reads(compass, /Stap 1 van 6/);
    await reads(compass, /Ongeveer 5 minuten/);
    await type(compass, 'Partij 1 (afdeling)', 'Wijkteam');
    await type(compass, 'Naam van de partij', 'De Buurthulp');
    await choose(compass, 'Soort', 'partner');
    await press(compass, 'Partij toevoegen');
    await see(compass, 'textbox', 'Partij 2 (partner)');
    await press(compass, 'Volgende');
    await atStep(compass, 'Mensen');
    await until('the step has the focus', () => nameOf(focused() ?? compass) === 'Mensen');
    await reads(compass, /staat alleen in deze browser/);
    await reads(compass, /Er is nog geen functioneel beheerder/);
    await type(await see(compass, 'group', 'Nog iemand'), 'Functie', 'beheerder intranet');
    await choose(compass, 'Rol', 'admin');
    await press(compass, 'Toevoegen');
    await reads(compass, /beheerder intranet Wijkteam, Functioneel beheerder/);
    holds(!read(compass).includes('nog geen functioneel beheerder'), 'there is one now');
    await press(compass, 'Volgende');
    await atStep(compass, 'Onze bedoeling');
    await type(compass, 'Onze bedoeling, in één zin', 'Iedereen doet mee.');
    await press(compass, 'Volgende');
    await atStep(compass, 'Drijfveren');
    await until('five drivers are proposed', () => findAll(compass, 'textbox', 'Naam').length === 5);
    await press(compass, 'Volgende');
    await atStep(compass, 'Eerste ronde');
    await reads(compass, /De eerste ronde is open tot en met/);
    await press(compass, 'Ronde openen');
    await atStep(compass, 'De eerste punten');
    await type(compass, 'Waar gaat het over?', 'Eén telefoonnummer');
    await press(compass, 'Agendapunt toevoegen');
    await reads(compass, /Eén telefoonnummer De bal ligt bij Wijkteam/);
    await reads(compass, /Eén telefoonnummer staat op de agenda\./);
    await type(compass, 'Waar gaat het over?', 'Samen op huisbezoek');
    const holder = (await see(compass, 'combobox', 'Wie is als eerste aan zet?')) as HTMLSelectElement;
    await choose(compass, 'Wie is als eerste aan zet?', holder.options[1]?.value ?? '');
    await press(compass, 'Agendapunt toevoegen');
    await reads(compass, /Samen op huisbezoek De bal is aangeboden aan De Buurthulp/);
    await type(compass, 'Titel van de ervaring', 'We belden samen');
    await type(compass, 'Wat gebeurde er?', 'Dat scheelde een week.');
    await press(compass, 'Klaar');
    const month = await see(compass, 'heading', 'En nu: de eerste maand');
    await until('it has the focus', () => focused() === month);
    await reads(compass, new RegExp(`<samen-agenda space="${blank}"></samen-agenda>`));
    await reads(compass, /De ronde sluit na/);
    await press(compass, 'Kompas');
    await see(compass, 'button', 'Inchecken');
    await reads(compass, /Ronde 1 is open tot en met/);
    holds(/Iedereen doet mee\./.test(read(compass)), 'the intention stands in the middle');
    equal(findAll(compass, 'button', /^(De inwoner eerst|Samen eigenaar)/).length, 2, 'drivers around it');
    await until('the way back has the focus', () => nameOf(focused() ?? compass) === 'De eerste maand');
  });

  it('is over once it is done: the compass is there the next time', async () => {
    const compass = await openBlank(blank);
    await see(compass, 'button', 'Inchecken');
    equal(stepOf(compass), [], 'no steps');
  });

  it('does not begin without a name', async () => {
    const compass = await openBlank(newId());
    await press(compass, 'Beginnen');
    const field = await see(compass, 'textbox', 'Naam van de samenwerking');
    await until('the error stands at the field', () => field.getAttribute('aria-invalid') === 'true');
    const summary = await see(compass, 'heading', 'Kijk dit nog even na');
    await until('the summary has the focus', () => focused() === summary);
    await see(compass, 'link', 'Geef de samenwerking een naam.');
  });

  it('goes on at the step where it stopped, and says of others that they are done', async () => {
    const compass = await open('drivers');
    await atStep(compass, 'Drijfveren');
    await reads(compass, /Stap 4 van 6/);
    equal(
      findAll(compass, 'listitem').flatMap((each) =>
        /klaar/.test(read(each)) ? [read(each).replace(/ ?klaar/, '')] : [],
      ),
      ['Partijen', 'Mensen', 'Onze bedoeling'],
    );
  });

  it('goes back to a step without losing how far it came', async () => {
    const space = await startAt('drivers');
    const compass = await openCompass(space, { as: CORE_TEAM });
    await atStep(compass, 'Drijfveren');
    await press(compass, 'Vorige stap');
    await atStep(compass, 'Onze bedoeling');
    await until('it has the focus', () => nameOf(focused() ?? compass) === 'Onze bedoeling');
    await press(compass, 'Vorige stap');
    await atStep(compass, 'Mensen');
    await press(compass, 'Later doen');
    await atStep(compass, 'Onze bedoeling');
    equal((await space.read(CORE_TEAM, 'getSpace', {})).setup, 'drivers');
  });

  it('does not go on without a sentence', async () => {
    const compass = await open('intention');
    await press(compass, 'Volgende');
    await see(compass, 'link', 'Schrijf in één zin waarvoor jullie samenwerken.');
    equal(stepOf(compass), ['Onze bedoeling']);
  });

  it('keeps the proposed drivers as they are changed', async () => {
    const compass = await open('drivers');
    await type(compass, 'Naam', 'Eerst de buurt');
    await press(compass, 'Volgende');
    await atStep(compass, 'Eerste ronde');
    await press(compass, 'Nu nog niet');
    await atStep(compass, 'De eerste punten');
    await press(compass, 'Klaar');
    await press(compass, 'Kompas');
    await see(compass, 'button', /^Eerst de buurt/);
    await see(compass, 'button', 'Ronde openen');
  });

  it('adds the party whose name still stands in its field', async () => {
    const space = await startAt('parties');
    const compass = await openCompass(space, { as: CORE_TEAM });
    await type(compass, 'Naam van de partij', 'Vergeten partij');
    await press(compass, 'Volgende');
    await atStep(compass, 'Mensen');
    const { parties } = await space.read(CORE_TEAM, 'getSpace', {});
    equal(parties.at(-1)?.name, 'Vergeten partij');
  });

  it('gives the collaboration another name', async () => {
    const space = await startAt('parties');
    const compass = await openCompass(space, { as: CORE_TEAM });
    await type(compass, 'Naam van de samenwerking', 'Samen in Oost');
    await press(compass, 'Volgende');
    await atStep(compass, 'Mensen');
    equal((await space.read(CORE_TEAM, 'getSpace', {})).name, 'Samen in Oost');
  });

  it('takes a party away in which nobody is, and offers it of no other', async () => {
    const space = await startAt('parties');
    const compass = await openCompass(space, { as: CORE_TEAM });
    await type(compass, 'Naam van de partij', 'Te veel');
    await press(compass, 'Partij toevoegen');
    await press(compass, 'Te veel weghalen');
    await until('it is gone', () => !find(compass, 'button', 'Te veel weghalen'));
    await reads(compass, /Te veel weggehaald\./);
    equal(
      (await space.read(CORE_TEAM, 'getSpace', {})).parties.some(({ name }) => name === 'Te veel'),
      false,
    );
    equal(findAll(compass, 'button', /weghalen$/).length, 0, 'the others have people in them');
  });

  it('keeps names as typed when the page is opened again', async () => {
    const space = await startAt('parties');
    const compass = await openCompass(space, { as: CORE_TEAM });
    await type(compass, 'Partij 1 (afdeling)', 'Half hernoemd');
    await type(compass, 'Naam van de partij', 'Half getypt');
    // It is kept in the browser a moment later.
    await new Promise((resolve) => setTimeout(resolve, 300));
    leavePage(compass);
    const again = await openCompass(space, { as: CORE_TEAM });
    const value = (name: string) => (find(again, 'textbox', name) as HTMLInputElement | undefined)?.value;
    await until('the new party is there', () => value('Naam van de partij') === 'Half getypt');
    equal(value('Partij 1 (afdeling)'), 'Half hernoemd');
  });

  it('keeps what is typed while a colleague does something else', async () => {
    const space = await startAt('parties');
    const compass = await openCompass(space, { as: CORE_TEAM });
    const field = (await type(compass, 'Naam van de partij', 'Half getypt')) as HTMLInputElement;
    const { id, version } = await space.read(COLLEAGUE, 'getSpace', {});
    await space.write(COLLEAGUE, 'changeSpace', { id, version, setup: 'people' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    equal([field.isConnected, field.value], [true, 'Half getypt']);
    equal(focused(), field);
  });

  it('says how long a name may be, and keeps what was typed', async () => {
    const compass = await open('parties');
    await type(compass, 'Partij 1 (afdeling)', 'x'.repeat(400));
    await press(compass, 'Volgende');
    await see(compass, 'link', 'Maak de tekst korter. Er passen 200 tekens in.');
    const field = (await see(compass, 'textbox', 'Partij 1 (afdeling)')) as HTMLInputElement;
    equal([stepOf(compass)[0], field.value.length], ['Partijen', 400]);
  });

  it('says of a person what is missing, and adds them once', async () => {
    const space = await startAt('people');
    const compass = await openCompass(space, { as: CORE_TEAM });
    await press(compass, 'Toevoegen');
    await see(compass, 'link', 'Schrijf op welke functie deze persoon heeft.');
    const before = (await space.read(CORE_TEAM, 'listMembers', { limit: 100 })).items.length;
    await type(await see(compass, 'group', 'Nog iemand'), 'Functie', 'wijkverpleegkundige');
    const add = await see(compass, 'button', 'Toevoegen');
    add.click();
    add.click();
    await see(compass, 'button', 'wijkverpleegkundige weghalen');
    equal((await space.read(CORE_TEAM, 'listMembers', { limit: 100 })).items.length, before + 1);
    await press(compass, 'wijkverpleegkundige weghalen');
    await until('they are gone', () => !find(compass, 'button', 'wijkverpleegkundige weghalen'));
  });

  it('says that nobody signs in where all stays in the browser', async () => {
    const compass = await open('people');
    await reads(compass, /Wie je hier toevoegt, kan dus niet inloggen/);
    holds(!find(compass, 'textbox', 'Inlogcode'), 'no code for a sign-in that there is not');
  });

  it('says that a colleague opened the round already', async () => {
    const space = await startAt('round');
    const compass = await openCompass(space, { as: CORE_TEAM });
    await see(compass, 'button', 'Ronde openen');
    await space.write(COLLEAGUE, 'openRound', { id: 'van-een-ander', closesOn: addDays(today(), 30) });
    await reads(compass, /De ronde is al open/);
    await press(compass, 'Volgende');
    await atStep(compass, 'De eerste punten');
  });

  it('opens the first round for two weeks', async () => {
    const space = await startAt('round');
    const compass = await openCompass(space, { as: CORE_TEAM });
    await press(compass, 'Ronde openen');
    await atStep(compass, 'De eerste punten');
    const [round] = (await space.read(MEMBER, 'listRounds', {})).items;
    equal(round?.closesOn, addDays(today(), 14));
  });

  it('shares the experience under the name of who writes it, for all, and warns of what gives somebody away', async () => {
    const space = await startAt('items');
    const compass = await openCompass(space, { as: CORE_TEAM });
    await type(compass, 'Titel van de ervaring', 'We belden samen');
    const field = await type(compass, 'Wat gebeurde er?', 'Bel mevrouw op 06-12345678.');
    field.blur();
    // A window that is not in front tells of no blur.
    field.dispatchEvent(new FocusEvent('blur'));
    await reads(compass, /Kan iemand dit herkennen\? Kijk nog eens naar ‘06-12345678’\./);
    await press(compass, 'Ervaring delen');
    await reads(compass, /Al gedeeld: We belden samen/);
    // It is shown at once, and at the backend a moment later.
    const first = async () => (await space.read(MEMBER, 'listExperiences', {})).items[0];
    for (let turn = 0; turn < 1000 && !(await first()); turn += 1) await new Promise((go) => setTimeout(go, 20));
    const shared = await first();
    equal([shared?.title, shared?.authorShownAs], ['We belden samen', 'named']);
  });

  it('says of an item what is missing before anything is made', async () => {
    const space = await startAt('items');
    const compass = await openCompass(space, { as: CORE_TEAM });
    await type(compass, 'Wat is de eerste stap? (optioneel)', 'Bellen');
    await press(compass, 'Klaar');
    await see(compass, 'link', 'Schrijf in een paar woorden waar het over gaat.');
    equal((await space.read(MEMBER, 'listAgendaItems', {})).items, []);
  });

  it('fits a narrow column', async () => {
    for (const step of ['parties', 'people', 'drivers', 'items'] as const) {
      const compass = await openCompass(await startAt(step), { as: CORE_TEAM, width: NARROW });
      await until('it is there', () => stepOf(compass).length === 1 && findAll(compass, 'textbox').length > 0);
      holds(compass.scrollWidth <= NARROW, `${step}: ${String(compass.scrollWidth)}`);
      leavePage(compass);
    }
  });

  it('is for the core team: a member reads that there is no intention yet', async () => {
    const compass = await open('intention', MEMBER);
    await see(compass, 'heading', 'Er is nog geen bedoeling');
    holds(!find(compass, 'button', 'Volgende'), 'no steps');
  });

  it('is not begun in a place that is read-only', async () => {
    const compass = document.createElement('samen-compass');
    compass.setAttribute('backend', 'local:');
    compass.setAttribute('space', newId());
    compass.setAttribute('readonly', '');
    place(html``).append(compass);
    await reads(compass, /er is geen samenwerking met de naam/);
    holds(!find(compass, 'button', 'Beginnen'), 'nothing to begin');
  });
});
