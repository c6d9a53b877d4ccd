import { CORE_TEAM, MEMBER, cells, demoSpace, openCompass, tidyUp, today } from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import { withOpenRound, withSpace, spaceRow } from '../../../stories/compass-rows';
import type { PageSpace } from '../../../stories/compass-space';
import { equal, frame, holds, until } from '../../elements/support';
import { addDays } from '../../../src/model/day';
import type { Id, Intention } from '../../../src/model/types';

const COLLEAGUE: Id = 'afd-toegang-1';
const PURPOSE = 'Onze bedoeling, in één zin';
const CLOSES_ON = 'Tot en met welke dag kan iedereen inchecken?';
const ROUND = 'ronde-4';

/** Opens a task of the core team as somebody would: by its button. */
async function openTask(space: PageSpace, name: string): Promise<HTMLElement> {
  const compass = await openCompass(space, { as: CORE_TEAM });
  await press(compass, name);
  const heading = await see(compass, 'heading', name);
  await until('the heading has the focus', () => focused() === heading);
  return compass;
}

const valueOf = (compass: Element, name: string) =>
  (find(compass, 'textbox', name) as HTMLTextAreaElement | undefined)?.value;
const said = async (compass: Element, words: RegExp) => reads(await see(compass, 'status'), words);

async function intentionOf(space: PageSpace): Promise<Intention> {
  const found = await space.read(CORE_TEAM, 'getIntention', {});
  if (!found) throw new Error('There is no intention');
  return found;
}

/** A colleague of the core team writes another purpose, elsewhere. */
async function colleagueWrites(space: PageSpace, text: string): Promise<void> {
  const { promise, drivers, version } = await intentionOf(space);
  await space.write(COLLEAGUE, 'saveIntention', { text, promise, drivers, version });
}

describe('the core team writes the intention', () => {
  afterEach(tidyUp);

  it('in place, and everybody sees it', async () => {
    const space = await demoSpace();
    const member = await openCompass(space);
    const compass = await openTask(space, 'Bedoeling aanpassen');
    const { text } = await intentionOf(space);
    await until('it stands in the form', () => valueOf(compass, PURPOSE) === text);
    await type(compass, PURPOSE, 'Samen dichtbij.');
    await press(compass, 'Opslaan');
    await said(compass, /Opgeslagen\./);
    await until('the focus is back on its button', () => nameOf(focused() ?? compass) === 'Bedoeling aanpassen');
    await reads(member, /Samen dichtbij\./);
    equal((await intentionOf(space)).text, 'Samen dichtbij.');
  });

  it('and changes nothing when it stops', async () => {
    const space = await demoSpace();
    const { text, version } = await intentionOf(space);
    const compass = await openTask(space, 'Bedoeling aanpassen');
    await type(compass, PURPOSE, 'Toch niet.');
    await press(compass, 'Annuleren');
    await see(compass, 'table', 'Drijfveren');
    const now = await intentionOf(space);
    equal([now.text, now.version], [text, version]);
  });

  it('and finds what it typed again after leaving the page', async () => {
    const space = await demoSpace();
    const compass = await openTask(space, 'Bedoeling aanpassen');
    await type(compass, PURPOSE, 'Nog niet af');
    await new Promise((resolve) => setTimeout(resolve, 100));
    tidyUp();
    const again = await openTask(space, 'Bedoeling aanpassen');
    await until('it is there', () => valueOf(again, PURPOSE) === 'Nog niet af');
  });

  it('with three to eight drivers, in the order it chooses', async () => {
    const space = await demoSpace();
    const compass = await openTask(space, 'Bedoeling aanpassen');
    for (const name of ['Dichtbij en simpel', 'Leren door te doen', 'Open en eerlijk'])
      await press(compass, `${name} weghalen`);
    await press(compass, 'Opslaan');
    const summary = await see(compass, 'heading', 'Kijk dit nog even na');
    await until('the summary has the focus', () => focused() === summary);
    await see(compass, 'link', 'Kies drie tot acht drijfveren.');
    for (let count = 2; count < 8; count += 1) await press(compass, 'Drijfveer toevoegen');
    await until('eight is the most', () => !find(compass, 'button', 'Drijfveer toevoegen'));
    for (let count = 8; count > 3; count -= 1) await press(compass, `Drijfveer ${String(count)} weghalen`);
    await type(compass, 'Naam', 'De inwoner voorop');
    const names = findAll(compass, 'textbox', 'Naam') as HTMLInputElement[];
    const questions = findAll(compass, 'textbox', 'Vraag bij het inchecken') as HTMLInputElement[];
    for (const [field, text] of [
      [names[2], 'Nieuw'],
      [questions[2], 'Gaat dit nieuwe goed?'],
    ] as const) {
      if (!field) throw new Error('There is no third driver');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await frame();
    }
    await press(compass, 'Nieuw naar boven');
    await press(compass, 'Opslaan');
    await said(compass, /Opgeslagen\./);
    equal(
      (await intentionOf(space)).drivers.map(({ name }) => name),
      ['De inwoner voorop', 'Nieuw', 'Samen eigenaar'],
    );
  });

  it('by keyboard: the focus goes along with a driver that moves, and to the neighbour of one that goes', async () => {
    const compass = await openTask(await demoSpace(), 'Bedoeling aanpassen');
    const focusIsOn = (name: string) => until(name, () => nameOf(focused() ?? compass) === name);
    for (const [pressed, next] of [
      ['Open en eerlijk naar boven', 'Open en eerlijk naar boven'],
      ['Open en eerlijk naar boven', 'Open en eerlijk naar beneden'],
      ['Dichtbij en simpel weghalen', 'Leren door te doen weghalen'],
      ['De inwoner eerst weghalen', 'Samen eigenaar weghalen'],
    ] as const) {
      await see(compass, 'button', pressed);
      (find(compass, 'button', pressed) as HTMLElement).focus();
      await press(compass, pressed);
      await focusIsOn(next);
    }
    for (const name of ['Leren door te doen', 'Samen eigenaar', 'Open en eerlijk'])
      await press(compass, `${name} weghalen`);
    await focusIsOn('Drijfveer toevoegen');
  });

  it('and chooses a sign by its name, in the language of the page', async () => {
    const compass = await openTask(await demoSpace(), 'Bedoeling aanpassen');
    await see(compass, 'radio', 'Huis');
    equal(findAll(compass, 'radio').slice(0, 8).map(nameOf), [
      'Huis',
      'Bal',
      'Gesprek',
      'Rugzak',
      'Fiets',
      'Hart',
      'Kompas',
      'Mensen',
    ]);
  });

  it('and hears how long a name may be, before anything is sent', async () => {
    const compass = await openTask(await demoSpace(), 'Bedoeling aanpassen');
    await see(compass, 'textbox', 'Naam');
    await type(compass, 'Naam', 'n'.repeat(201));
    await type(compass, PURPOSE, 'b'.repeat(5001));
    await press(compass, 'Opslaan');
    await see(compass, 'link', 'Maak de tekst korter. Er passen 5.000 tekens in.');
    await see(compass, 'link', 'Maak de tekst korter. Er passen 200 tekens in.');
  });

  it('and is told which field wants what, at the field and above the form', async () => {
    const compass = await openTask(await demoSpace(), 'Bedoeling aanpassen');
    await type(compass, PURPOSE, ' ');
    await type(compass, 'Naam', '');
    await press(compass, 'Opslaan');
    equal(findAll(compass, 'link').map(nameOf), [
      'Schrijf in één zin waarvoor jullie samenwerken.',
      'Geef de drijfveer een naam.',
    ]);
    const field = await see(compass, 'textbox', PURPOSE);
    const root = field.getRootNode() as ShadowRoot;
    equal(
      [
        field.getAttribute('aria-invalid'),
        root.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent,
      ],
      ['true', 'Schrijf in één zin waarvoor jullie samenwerken.'],
    );
    await press(compass, 'Schrijf in één zin waarvoor jullie samenwerken.', 'link');
    await until('the link leads to the field', () => focused() === field);
  });
});

describe('two people who change the intention at once', () => {
  afterEach(tidyUp);

  it('see both versions while the form is open, and lose nothing of what they typed', async () => {
    const space = await demoSpace();
    const compass = await openTask(space, 'Bedoeling aanpassen');
    await type(compass, PURPOSE, 'Zoals ik het zie.');
    await colleagueWrites(space, 'Zoals een ander het ziet.');
    const alert = await see(compass, 'alert');
    await reads(alert, /Iemand anders heeft dit net veranderd\. .*Zoals een ander het ziet\./);
    equal(valueOf(compass, PURPOSE), 'Zoals ik het zie.');
  });

  it('can keep their own', async () => {
    const space = await demoSpace();
    const compass = await openTask(space, 'Bedoeling aanpassen');
    await type(compass, PURPOSE, 'Zoals ik het zie.');
    await colleagueWrites(space, 'Zoals een ander het ziet.');
    await press(compass, 'Bewaar mijn tekst');
    await until('the choice is made', () => !find(compass, 'alert'));
    await press(compass, 'Opslaan');
    await said(compass, /Opgeslagen\./);
    equal((await intentionOf(space)).text, 'Zoals ik het zie.');
  });

  it('can take over the other’s, and write on', async () => {
    const space = await demoSpace();
    const compass = await openTask(space, 'Bedoeling aanpassen');
    await type(compass, PURPOSE, 'Zoals ik het zie.');
    await colleagueWrites(space, 'Zoals een ander het ziet.');
    await press(compass, 'Neem hun tekst over');
    await until('it stands in the field', () => valueOf(compass, PURPOSE) === 'Zoals een ander het ziet.');
    await press(compass, 'Opslaan');
    await said(compass, /Opgeslagen\./);
    equal((await intentionOf(space)).text, 'Zoals een ander het ziet.');
  });

  it('are stopped when they save without having chosen', async () => {
    const space = await demoSpace();
    const compass = await openTask(space, 'Bedoeling aanpassen');
    await type(compass, PURPOSE, 'Zoals ik het zie.');
    await colleagueWrites(space, 'Zoals een ander het ziet.');
    await see(compass, 'alert');
    await press(compass, 'Opslaan');
    await new Promise((resolve) => setTimeout(resolve, 200));
    equal((await intentionOf(space)).text, 'Zoals een ander het ziet.');
    await see(compass, 'button', 'Bewaar mijn tekst');
    equal(valueOf(compass, PURPOSE), 'Zoals ik het zie.');
  });
});

describe('the core team runs a round', () => {
  afterEach(tidyUp);

  it('opens it until a day, which everybody sees at once', async () => {
    const space = await demoSpace();
    const member = await openCompass(space);
    const compass = await openTask(space, 'Ronde openen');
    const field = (await see(compass, 'date', CLOSES_ON)) as HTMLInputElement;
    equal(field.value, addDays(today(), 14), 'two weeks is proposed');
    await press(compass, 'Ronde openen');
    await said(compass, /De ronde is open\./);
    await reads(compass, /Ronde 4 is open tot en met/);
    await see(compass, 'button', 'Ronde sluiten');
    await see(member, 'button', 'Inchecken');
  });

  it('does not open it until a day that cannot be, and says which can', async () => {
    const space = await demoSpace();
    const compass = await openTask(space, 'Ronde openen');
    await reads(compass, /Kan vanaf .+\. De dag ligt daarna vast\./);
    await type(compass, CLOSES_ON, addDays(today(), -1), 'date');
    await press(compass, 'Ronde openen');
    const field = await see(compass, 'date', CLOSES_ON);
    equal(field.getAttribute('aria-invalid'), 'true');
    await see(compass, 'link', 'Kies een dag die mag. De eerste dag die kan, staat hierboven.');
    equal((await space.read(CORE_TEAM, 'listRounds', {})).items.length, 3);
  });

  it('closes it: figures for all, single answers gone', async () => {
    const space = await demoSpace(withOpenRound);
    const { drivers } = (await space.read(MEMBER, 'listRounds', {})).items[0] ?? { drivers: [] };
    const people = [1, 2, 3, 4, 5, 6].map((n) => `afd-toegang-${String(n)}`);
    for (const person of people) {
      const answers = drivers.map(({ id }, index) => ({
        driverId: id,
        answer: index === 0 ? ('good' as const) : ('couldBeBetter' as const),
      }));
      await space.write(person, 'saveCheckIn', { roundId: ROUND, version: 0, answers });
    }
    const member = await openCompass(space, { as: people[0] ?? '' });
    await see(member, 'button', 'Inchecken aanpassen');
    const compass = await openTask(space, 'Ronde sluiten');
    await reads(compass, /Daarna wissen we alle losse antwoorden\. Dit kun je niet terugdraaien\./);
    await press(compass, 'Ronde sluiten');
    await said(compass, /De ronde is gesloten\. De samenvatting staat klaar\./);
    for (const each of [compass, member]) {
      await reads(each, /Ronde 4, gesloten op/);
      const figures = cells(await see(each, 'table', 'Drijfveren'));
      equal(figures.slice(1).map(([name, now]) => [name, now])[0], ['De inwoner eerst', '100%']);
      holds(!find(each, 'button', /^Inchecken/), 'no check-in any more');
    }
    equal((await space.read(people[0] ?? '', 'getMyCheckIn', { roundId: ROUND })).answers, []);
  });

  it('cannot close it before its day, and says when it closes by itself', async () => {
    const space = await demoSpace((rows, day) =>
      withSpace(withOpenRound(rows, day), { settings: { ...spaceRow(rows).settings, roundIntervalDays: 28 } }),
    );
    const compass = await openTask(space, 'Ronde sluiten');
    await reads(compass, /De ronde sluit vanzelf na .+\. Eerder sluiten kan niet\./);
    holds(!find(compass, 'button', 'Ronde sluiten'), 'no button that would be refused');
  });
});

describe('the core team sets the phases', () => {
  afterEach(tidyUp);

  it('says which is now, and everybody sees it', async () => {
    const space = await demoSpace();
    const member = await openCompass(space);
    await reads(member, /Fase 3 · nu ?Proberen en leren/);
    const compass = await openTask(space, 'Fasen aanpassen');
    equal(((await see(compass, 'radio', 'Fase 3 is nu')) as HTMLInputElement).checked, true);
    await press(compass, 'Fase 4 is nu', 'radio');
    await press(compass, 'Opslaan');
    await said(compass, /Opgeslagen\./);
    await reads(member, /Fase 4 · nu ?Laten zien/);
  });

  it('renames, orders, adds and takes away', async () => {
    const space = await demoSpace();
    const compass = await openTask(space, 'Fasen aanpassen');
    await press(compass, 'Zelf verder weghalen');
    await press(compass, 'Laten zien naar boven');
    await until('the focus goes along', () => nameOf(focused() ?? compass) === 'Laten zien naar boven');
    await type(compass, 'Naam van de fase', 'Samen kijken');
    await press(compass, 'Fase toevoegen');
    await press(compass, 'Opslaan');
    const summary = await see(compass, 'heading', 'Kijk dit nog even na');
    await until('the summary has the focus', () => focused() === summary);
    await press(compass, 'Geef de fase een naam, of haal haar weg.', 'link');
    const field = focused() as HTMLInputElement;
    field.value = 'Vieren';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await press(compass, 'Opslaan');
    await said(compass, /Opgeslagen\./);
    const { phases, currentPhaseId } = await space.read(MEMBER, 'getSpace', {});
    equal(
      phases.map(({ name }) => name),
      ['Samen kijken', 'Samen de bedoeling kiezen', 'Laten zien', 'Proberen en leren', 'Vieren'],
    );
    equal(phases.find(({ id }) => id === currentPhaseId)?.name, 'Proberen en leren', 'what was now, still is');
  });

  it('keeps what it typed when somebody else changed them first, and saves over it the second time', async () => {
    const space = await demoSpace();
    const compass = await openTask(space, 'Fasen aanpassen');
    await type(compass, 'Naam van de fase', 'Van mij');
    const { id, version, phases } = await space.read(COLLEAGUE, 'getSpace', {});
    await space.write(COLLEAGUE, 'changeSpace', { id, version, phases: phases.slice(0, 3) });
    await press(compass, 'Opslaan');
    await see(compass, 'alert', /Iemand anders heeft dit net veranderd\. Kijk wat er nu staat\./);
    equal(valueOf(compass, 'Naam van de fase'), 'Van mij');
    await press(compass, 'Opslaan');
    await said(compass, /Opgeslagen\./);
    holds(
      (await space.read(MEMBER, 'getSpace', {})).phases.some(({ name }) => name === 'Van mij'),
      'theirs was kept',
    );
  });

  it('shows a name that looks like markup as text', async () => {
    const space = await demoSpace((rows) =>
      withSpace(rows, { phases: [{ id: 'f', name: '<i>schuin</i>', goal: '' }], currentPhaseId: 'f' }),
    );
    const compass = await openCompass(space);
    await reads(compass, /<i>schuin<\/i>/);
    holds(!read(await openTask(space, 'Fasen aanpassen')).includes('undefined'), 'the form draws');
  });
});
