import { CORE_TEAM, MEMBER, demoSpace, openCompass, tidyUp, today } from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import { inSetup } from '../../../stories/compass-rows';
import { equal, holds, place, until } from '../../elements/support';
import { html } from 'lit';
import { eraseLocal } from '../../../src/backends/local/seed';
import { addDays } from '../../../src/model/day';
import { newId } from '../../../src/model/new-id';
import type { Id, Space } from '../../../src/model/types';

const COLLEAGUE: Id = 'afd-toegang-1';
const STEPS = ['Onze bedoeling', 'Drijfveren', 'Partijen', 'Eerste ronde'];

/** The step that is now, as it is marked for who listens. */
const stepOf = (compass: Element) =>
  findAll(compass, 'listitem').flatMap((each) =>
    each.getAttribute('aria-current') === 'step' ? [STEPS.find((step) => read(each).includes(step))] : [],
  );
const atStep = (compass: Element, name: string) => until(`it is at ${name}`, () => stepOf(compass)[0] === name);

/** A compass in a place where nothing is yet: it is kept in this browser. */
async function openBlank(spaceId: string): Promise<HTMLElement> {
  const compass = document.createElement('samen-compass');
  compass.setAttribute('backend', 'local:');
  compass.setAttribute('space', spaceId);
  place(html``).append(compass);
  await see(compass, 'region');
  return compass;
}

async function open(step: Space['setup'], as = CORE_TEAM): Promise<HTMLElement> {
  return openCompass(await demoSpace((rows) => inSetup(rows, step)), { as });
}

describe('the guided set-up', () => {
  const blank = newId();
  afterEach(tidyUp);
  after(() => eraseLocal(blank));

  it('leads from nothing to an open round', async () => {
    const compass = await openBlank(blank);
    await see(compass, 'heading', 'Begin een samenwerking');
    await type(compass, 'Naam van de samenwerking', 'Samen in de wijk');
    await press(compass, 'Beginnen');
    await atStep(compass, 'Onze bedoeling');
    await type(compass, 'Onze bedoeling, in één zin', 'Iedereen doet mee.');
    await press(compass, 'Volgende');
    await atStep(compass, 'Drijfveren');
    await until('the step has the focus', () => nameOf(focused() ?? compass) === 'Drijfveren');
    equal(findAll(compass, 'textbox', 'Naam').length, 5, 'five drivers are proposed');
    await press(compass, 'Volgende');
    await atStep(compass, 'Partijen');
    await type(compass, 'Partij 1 (afdeling)', 'Wijkteam');
    await type(compass, 'Naam van de partij', 'De Buurthulp');
    const kind = (await see(compass, 'combobox', 'Soort')) as HTMLSelectElement;
    kind.value = 'partner';
    kind.dispatchEvent(new Event('change', { bubbles: true }));
    await press(compass, 'Partij toevoegen');
    await see(compass, 'textbox', 'Partij 2 (partner)');
    await press(compass, 'Volgende');
    await atStep(compass, 'Eerste ronde');
    await reads(compass, /De eerste ronde is open tot en met/);
    await press(compass, 'Ronde openen');
    await see(compass, 'button', 'Inchecken');
    await reads(compass, /Ronde 1 is open tot en met/);
    holds(/Iedereen doet mee\./.test(read(compass)), 'the intention stands in the middle');
    equal(findAll(compass, 'button', /^(De inwoner eerst|Samen eigenaar)/).length, 2, 'drivers around it');
  });

  it('is over once it is done: the compass is there the next time', async () => {
    const compass = await openBlank(blank);
    await see(compass, 'button', 'Inchecken');
    holds(!find(compass, 'listitem', /Stap/), 'no steps');
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

  it('goes on at the step where it stopped, with what was done marked as done', async () => {
    const compass = await open('parties');
    await atStep(compass, 'Partijen');
    await reads(compass, /Stap 1 van 4 ?Onze bedoeling ?Klaar/);
    await reads(compass, /Stap 4 van 4 ?Eerste ronde ?Vraag iedereen hoe het nu gaat\./);
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
    await atStep(compass, 'Partijen');
    await press(compass, 'Volgende');
    await atStep(compass, 'Eerste ronde');
    await press(compass, 'Nu nog niet');
    await see(compass, 'button', /^Eerst de buurt/);
    await see(compass, 'button', 'Ronde openen');
  });

  it('adds the party whose name still stands in its field', async () => {
    const space = await demoSpace((rows) => inSetup(rows, 'parties'));
    const compass = await openCompass(space, { as: CORE_TEAM });
    await type(compass, 'Naam van de partij', 'Vergeten partij');
    await press(compass, 'Volgende');
    await atStep(compass, 'Eerste ronde');
    const { parties } = await space.read(CORE_TEAM, 'getSpace', {});
    equal(parties.at(-1)?.name, 'Vergeten partij');
  });

  it('keeps what is typed while a colleague does something else', async () => {
    const space = await demoSpace((rows) => inSetup(rows, 'parties'));
    const compass = await openCompass(space, { as: CORE_TEAM });
    const field = (await type(compass, 'Naam van de partij', 'Half getypt')) as HTMLInputElement;
    const { id, version } = await space.read(COLLEAGUE, 'getSpace', {});
    await space.write(COLLEAGUE, 'changeSpace', { id, version, name: 'Een andere naam' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    equal([field.isConnected, field.value], [true, 'Half getypt']);
    equal(focused(), field);
  });

  it('says how long a name may be, and keeps what was typed', async () => {
    const space = await demoSpace((rows) => inSetup(rows, 'parties'));
    const compass = await openCompass(space, { as: CORE_TEAM });
    await type(compass, 'Partij 1 (afdeling)', 'x'.repeat(400));
    await press(compass, 'Volgende');
    await see(compass, 'link', 'Maak de tekst korter. Er passen 200 tekens in.');
    const field = (await see(compass, 'textbox', 'Partij 1 (afdeling)')) as HTMLInputElement;
    equal([stepOf(compass)[0], field.value.length], ['Partijen', 400]);
  });

  it('says why a step is refused', async () => {
    const space = await demoSpace((rows) => inSetup(rows, 'round'));
    const compass = await openCompass(space, { as: CORE_TEAM });
    await see(compass, 'button', 'Ronde openen');
    await space.write(COLLEAGUE, 'openRound', { id: 'van-een-ander', closesOn: addDays(today(), 30) });
    await press(compass, 'Ronde openen');
    await reads(compass, /Dit kan niet zolang de ronde open is\./);
    equal(stepOf(compass)[0], 'Eerste ronde');
  });

  it('opens the first round for two weeks', async () => {
    const space = await demoSpace((rows) => inSetup(rows, 'round'));
    const compass = await openCompass(space, { as: CORE_TEAM });
    await press(compass, 'Ronde openen');
    await see(compass, 'button', 'Inchecken');
    const [round] = (await space.read(MEMBER, 'listRounds', {})).items;
    equal(round?.closesOn, addDays(today(), 14));
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
