import { CORE_TEAM, PARTNER, WORK, openResults, refuse, resultsSpace, tidyUp, titles, today } from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import { equal, holds, until } from '../../elements/support';
import type { ExperienceInput } from '../../../src/contract/experiences';
import { addDays } from '../../../src/model/day';
import { newId } from '../../../src/model/new-id';

const OWN_DRAFT = 'Werk en Toegang bellen samen';

/** The words of a result, without evidence. */
async function write(results: HTMLElement, title: string): Promise<void> {
  await type(results, 'Wat is het resultaat?', title);
  await type(results, 'Wat is er anders?', 'Een gezin belt nog één keer.');
  ((await see(results, 'radio', /^Eerste teken/)) as HTMLInputElement).click();
}

describe('writing a result', () => {
  afterEach(tidyUp);

  it('says what to do with what is missing, each at its field, and takes the focus to a summary', async () => {
    const results = await openResults(await resultsSpace(), { path: ['new'] });
    await press(results, 'Opslaan');
    for (const line of [
      'Schrijf in één zin wat het resultaat is.',
      'Schrijf wat er nu anders is dan eerst.',
      'Kies hoe het ervoor staat.',
    ])
      await see(results, 'link', line);
    equal(read(focused() ?? results), 'Dit kan nog niet');
    const title = (await see(results, 'textbox', 'Wat is het resultaat?')) as HTMLInputElement;
    equal(title.getAttribute('aria-invalid'), 'true');
    holds(title.getAttribute('aria-describedby')?.includes('title-error'), 'the error is tied to its field');
  });

  it('makes a draft with evidence that was found by its title, for one party and the core team', async () => {
    const space = await resultsSpace();
    const results = await openResults(space, { as: WORK, path: ['new'] });
    await write(results, OWN_DRAFT);
    await reads(results, /Dit wordt een concept\. Alleen Werk en Inkomen en het kernteam lezen het\./);
    await type(results, 'Zoek op titel', 'brieven', 'searchbox');
    await press(results, /^Kies ?Brieven die iedereen snapt/);
    await see(results, 'button', 'Haal ‘Brieven die iedereen snapt’ weg');
    equal(nameOf(focused() ?? results), 'Zoek op titel', 'one goes on finding');
    await type(results, 'Zoek op titel', 'moeilijke woorden', 'searchbox');
    await press(results, /^Kies ?Drie moeilijke woorden minder/);
    await press(results, 'Opslaan');
    await see(results, 'heading', OWN_DRAFT);
    await reads(results, /Je concept is opgeslagen\./);
    const { items } = await space.read(CORE_TEAM, 'listResults', {});
    const made = items.find(({ title }) => title === OWN_DRAFT);
    equal([made?.agendaItemIds, made?.experienceIds, made?.publication], [['a4'], ['e7'], undefined]);
    const partner = await space.read(PARTNER, 'listResults', {});
    equal(partner.items.filter(({ title }) => title === OWN_DRAFT).length, 0);
  });

  it('takes evidence away again, and the focus goes to what is beside it', async () => {
    const results = await openResults(await resultsSpace(), { as: CORE_TEAM, path: ['edit', 'r4'] });
    const remove = () => findAll(results, 'button', /^Haal ‘.+’ weg$/);
    await until('its evidence is there', () => remove().length === 4);
    const [first, second] = remove().map(nameOf);
    await press(results, first ?? '');
    await until('it is gone', () => remove().length === 3);
    await until('the neighbour has the focus', () => nameOf(focused() ?? results) === second);
  });

  it('understands a decimal comma, and says what is wrong with numbers', async () => {
    const space = await resultsSpace();
    const results = await openResults(space, { as: CORE_TEAM, path: ['new'] });
    await write(results, 'Sneller aan tafel');
    ((await see(results, 'checkbox', 'Ja, we meten iets')) as HTMLInputElement).click();
    await type(results, 'Wat meten jullie?', 'Wachttijd');
    await type(results, 'Waarin tel je dat?', 'weken');
    await type(results, 'Waar begon het?', 'best lang');
    await press(results, 'Opslaan');
    await see(results, 'link', 'Schrijf hier een getal, bijvoorbeeld 12 of 2,5.');
    await type(results, 'Waar begon het?', '6,5');
    await type(results, 'Waar willen jullie heen? (optioneel)', '6.5');
    await press(results, 'Opslaan');
    await see(results, 'link', /^Het doel is gelijk aan het begin\./);
    await type(results, 'Waar willen jullie heen? (optioneel)', '2,5');
    await press(results, 'Opslaan');
    await see(results, 'heading', 'Sneller aan tafel');
    const { items } = await space.read(CORE_TEAM, 'listResults', {});
    const { start, goal } = items.find(({ title }) => title === 'Sneller aan tafel')?.measure ?? {};
    equal([start, goal], [6.5, 2.5]);
  });

  it('keeps what was typed, and goes on with it', async () => {
    const space = await resultsSpace();
    const first = await openResults(space, { path: ['new'] });
    await type(first, 'Wat is het resultaat?', 'Half geschreven');
    await new Promise((resolve) => setTimeout(resolve, 100));
    tidyUp();
    const again = await openResults(space, { path: ['new'] });
    await reads(again, /Je gaat verder met wat je eerder begon/);
    equal(((await see(again, 'textbox', 'Wat is het resultaat?')) as HTMLInputElement).value, 'Half geschreven');
    await press(again, 'Annuleren');
    await see(again, 'button', 'Nieuw resultaat');
  });

  it('says which evidence is gone, in a draft that was found as when it is sent, and keeps no word of it', async () => {
    const space = await resultsSpace();
    const experience: ExperienceInput = {
      ...{ id: newId(), title: 'Straks weg', kind: 'lesson', whatHappened: 'Dit stond hier.', adviceWelcome: false },
      ...{ driverIds: [], language: 'nl', authorShownAs: 'jobTitle', audience: 'everyone', version: 0 },
    };
    const { version } = await space.write(PARTNER, 'saveExperience', experience);
    const first = await openResults(space, { as: CORE_TEAM, path: ['new', 'experience', experience.id] });
    await see(first, 'button', 'Haal ‘Straks weg’ weg');
    await write(first, OWN_DRAFT);
    await space.write(PARTNER, 'eraseExperience', { id: experience.id, version });
    await press(first, 'Opslaan');
    await see(first, 'link', 'Een deel hiervan is gewist, of is niet meer voor jou. Haal het weg.');
    const group = await see(first, 'group', /^Waaraan zie je het\?/);
    holds(group.getAttribute('aria-describedby')?.includes('evidence-error'), 'the error is tied to its field');
    holds(!read(first).includes('Straks weg'), 'its title is gone');
    tidyUp();
    const again = await openResults(space, { as: CORE_TEAM, path: ['new', 'experience', experience.id] });
    await press(again, 'Haal ‘Bestaat niet meer’ weg');
    await press(again, 'Opslaan');
    await see(again, 'heading', OWN_DRAFT);
  });

  it('of a finished agenda item has that as evidence, with its drivers and who did it', async () => {
    const results = await openResults(await resultsSpace(), { as: CORE_TEAM, path: ['new', 'item', 'a5'] });
    await see(results, 'button', /^Haal ‘Wie bel ik\?.*’ weg$/);
    holds(
      findAll(results, 'button').some((one) => one.getAttribute('aria-pressed') === 'true'),
      'a driver is chosen',
    );
  });

  it('shows what a colleague made of it meanwhile beside what one wanted, and goes over it when sent once more', async () => {
    const space = await resultsSpace();
    const results = await openResults(space, { as: CORE_TEAM, path: ['edit', 'r2'] });
    await type(results, 'Wat is het resultaat?', 'Mijn titel');
    const now = await space.read(CORE_TEAM, 'getResult', { id: 'r2' });
    const { id, version, whatIsDifferent, forWhom, status, stillNeeded, experienceIds, agendaItemIds } = now;
    const { driverIds, partyIds, audience, measure } = now;
    await space.write('afd-toegang-1', 'saveResult', {
      ...{ id, version, whatIsDifferent, forWhom, status, stillNeeded, experienceIds, agendaItemIds },
      ...{ driverIds, partyIds, audience, ...(measure && { measure }) },
      title: 'De titel van een collega',
    });
    await press(results, 'Opslaan');
    await reads(results, /Intussen is dit veranderd\./);
    await reads(results, /De titel van een collega/);
    await press(results, 'Opslaan');
    await see(results, 'heading', 'Mijn titel');
  });

  it('is not for who may only read it', async () => {
    const results = await openResults(await resultsSpace(), { as: PARTNER, path: ['edit', 'r2'] });
    await see(results, 'alert');
    equal(findAll(results, 'button', 'Opslaan').length, 0);
  });
});

describe('publishing a result', () => {
  afterEach(tidyUp);

  async function withDraft() {
    const space = await resultsSpace();
    await space.write(WORK, 'saveResult', {
      ...{
        id: 'draft-of-work',
        version: 0,
        title: OWN_DRAFT,
        whatIsDifferent: 'Eén keer bellen.',
        forWhom: 'Gezinnen',
      },
      ...{ status: 'firstSign', stillNeeded: '', experienceIds: ['e1'], agendaItemIds: ['a1'], driverIds: [] },
      ...{ partyIds: [], audience: 'everyone' },
    });
    return space;
  }

  it('is offered to the core team above the board, and asks for the reason why', async () => {
    const space = await withDraft();
    const results = await openResults(space, { as: CORE_TEAM });
    await see(results, 'heading', 'Wacht op publiceren');
    equal(titles(results).includes(OWN_DRAFT), false, 'it does not stand on the board yet');
    await press(results, `Publiceren ${OWN_DRAFT}`, 'link');
    await reads(results, /Hierna lezen alle afdelingen en partners dit resultaat\./);
    await press(results, 'Publiceren');
    await see(results, 'link', 'Schrijf waarom jullie dit resultaat laten zien.');
    await type(results, 'Waarom dit resultaat?', 'Het scheelt elk gezin een gesprek.');
    const told = new Promise<string>((resolve) =>
      results.addEventListener('samen-result-published', ({ detail }) => resolve(detail.id), { once: true }),
    );
    await press(results, 'Publiceren');
    equal(await told, 'draft-of-work');
    await see(results, 'heading', OWN_DRAFT);
    await reads(results, /Het scheelt elk gezin een gesprek\./);
    const { publication } = await space.read(PARTNER, 'getResult', { id: 'draft-of-work' });
    equal(publication?.reason, 'Het scheelt elk gezin een gesprek.');
  });

  it('is not for others', async () => {
    const space = await withDraft();
    const board = await openResults(space, { as: WORK });
    await see(board, 'article');
    equal(find(board, 'heading', 'Wacht op publiceren'), undefined);
    tidyUp();
    const results = await openResults(space, { as: WORK, path: ['publish', 'draft-of-work'] });
    await reads(results, /Alleen het kernteam publiceert\./);
    equal(findAll(results, 'button', 'Publiceren').length, 0);
  });
});

describe('the values of a measure', () => {
  afterEach(tidyUp);

  it('are added with a comma and an explanation, changed, and taken away', async () => {
    const space = await resultsSpace();
    const results = await openResults(space, { as: CORE_TEAM, path: ['measure', 'r2'] });
    const value = async () => (await space.read(CORE_TEAM, 'getResult', { id: 'r2' })).measurements.at(-1);
    await type(results, 'Hoeveel is het?', '7,5');
    await type(results, 'Wat verklaart dit getal? (optioneel)', 'Eén brief is half af.');
    await press(results, 'Toevoegen');
    await reads(results, /De waarde is toegevoegd\./);
    await reads(results, /7,5 brieven/);
    equal([(await value())?.on, (await value())?.value], [today(), 7.5]);
    const [change] = findAll(results, 'button', /^Waarde van .+ aanpassen$/);
    change?.click();
    await type(results, 'Hoeveel is het?', '8');
    await press(results, 'Opslaan');
    await reads(results, /De waarde is aangepast\./);
    equal((await value())?.value, 8);
    findAll(results, 'button', /^Waarde van .+ weghalen$/)[0]?.click();
    await press(results, 'Ja, weghalen');
    await reads(results, /De waarde is weggehaald\./);
    holds((await value())?.on !== today(), 'it is gone');
  });

  it('keep the focus where one asked to take one away when that is refused', async () => {
    const space = await resultsSpace();
    refuse(space, 'eraseMeasurement');
    const results = await openResults(space, { as: CORE_TEAM, path: ['measure', 'r2'] });
    const words = nameOf(await see(results, 'button', /^Waarde van .+ weghalen$/));
    await press(results, words);
    await press(results, 'Ja, weghalen');
    await until('its button has the focus', () => nameOf(focused() ?? results) === words);
    await see(results, 'alert');
  });

  it('say what to do about text, a day to come, and a day that has one', async () => {
    const space = await resultsSpace();
    const results = await openResults(space, { as: CORE_TEAM, path: ['measure', 'r2'] });
    await type(results, 'Hoeveel is het?', 'best veel');
    await type(results, 'Op welke dag?', addDays(today(), 2), 'date');
    await press(results, 'Toevoegen');
    await see(results, 'link', 'Schrijf hier een getal, bijvoorbeeld 12 of 2,5.');
    await see(results, 'link', 'Deze dag komt nog. Kies vandaag of een dag die voorbij is.');
    const { measurements } = await space.read(CORE_TEAM, 'getResult', { id: 'r2' });
    await type(results, 'Hoeveel is het?', '8');
    await type(results, 'Op welke dag?', measurements.at(-1)?.on ?? '', 'date');
    await press(results, 'Toevoegen');
    await see(results, 'link', /^Voor .+ staat er al een waarde: 6 brieven\./);
    equal((await space.read(CORE_TEAM, 'getResult', { id: 'r2' })).measurements.length, measurements.length);
  });
});
