import { CORE_TEAM, PARTNER, WORK, openResults, resultsSpace, tidyUp, today } from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import { equal, holds, until } from '../../elements/support';
import { addDays } from '../../../src/model/day';

const period = (days: number) => [addDays(today(), -days), today()] as const;

/** What the browser would have been asked to keep, as bytes. */
async function saved(run: () => Promise<unknown>): Promise<{ name: string; bytes: Uint8Array }> {
  const { createObjectURL } = URL;
  const click = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click');
  let blob: Blob | undefined;
  let name = '';
  URL.createObjectURL = (made: Blob) => {
    blob = made;
    return 'blob:none';
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    name = this.download;
  };
  try {
    await run();
    const made = await until('a file is made', () => blob);
    return { name, bytes: new Uint8Array(await made.arrayBuffer()) };
  } finally {
    URL.createObjectURL = createObjectURL;
    if (click) Object.defineProperty(HTMLAnchorElement.prototype, 'click', click);
  }
}

const QUOTE = 'Een brief lezen met iemand erbij';

/** Opens what the core team makes a report with. */
async function beginMaking(results: Element): Promise<void> {
  const making = await until('it can be made', () =>
    findAll(results, 'group').find((one) => one.localName === 'details'),
  );
  making.querySelector('summary')?.click();
}

async function choose(results: Element, word: string, title: string): Promise<void> {
  await type(results, 'Zoek een ervaring', word, 'searchbox');
  await press(results, new RegExp(`^Kies ?${title}`));
  await type(results, `Waarom ‘${title}’?`, `Zo gaat ${word}.`);
}

describe('the report of a period', () => {
  afterEach(tidyUp);

  it('is there at once where an editor says so, for the days that stand there', async () => {
    const [from, until] = period(90);
    const results = await openResults(await resultsSpace(), { as: WORK, attributes: { view: 'report', from, until } });
    await reads(results, /Zes brieven zijn simpel\. Zes van de tien brieven zijn nu in gewone taal\./);
    await reads(results, /Brieven in gewone taal: van 0 naar 6, doel 10/);
    await reads(results, /Zoektijd naar de juiste collega: van 15 naar 2 minuten, doel 1/);
    holds(document.activeElement === document.body, 'it takes no focus from the page');
    equal(findAll(results, 'textbox', /Inleiding/).length, 0, 'only the core team writes it');
  });

  it('shows the rounds as they were released: of a hidden group there is no number', async () => {
    const [from, until] = period(400);
    const results = await openResults(await resultsSpace(), { as: PARTNER, path: ['report', from, until] });
    await see(results, 'table', 'Ronde 3');
    await reads(results, /57 antwoorden in ronde 3\./);
    await reads(results, /Samen eigenaar ?47% ?37%/);
    await reads(results, /Soms ook een tweede groep niet/);
  });

  it('turns to another period, also of own dates, and says what is wrong with them', async () => {
    const results = await openResults(await resultsSpace(), { as: WORK, path: ['report'] });
    await press(results, 'Half jaar', 'radio');
    await reads(results, /Zes brieven zijn simpel/);
    await press(results, 'Eigen datums', 'radio');
    await type(results, 'Van', '2026-05-01', 'date');
    await type(results, 'Tot en met', '2026-04-01', 'date');
    await press(results, 'Tonen');
    await reads(results, /De laatste dag komt voor de eerste\./);
    await type(results, 'Tot en met', '2032-04-01', 'date');
    await press(results, 'Tonen');
    await reads(results, /Kies een periode van hooguit drie jaar\./);
    await type(results, 'Van', '2019-01-01', 'date');
    await type(results, 'Tot en met', '2019-03-31', 'date');
    await press(results, 'Tonen');
    await reads(results, /1 januari 2019 tot en met 31 maart 2019/);
    await reads(results, /In deze periode staat nog niets\./);
  });

  it('is written, given chosen experiences with the reason why, and kept', async () => {
    const space = await resultsSpace();
    const results = await openResults(space, { as: CORE_TEAM, path: ['report', ...period(90)] });
    const summary = await until('it can be made', () =>
      findAll(results, 'group').find((one) => one.localName === 'details'),
    );
    summary.querySelector('summary')?.click();
    await type(results, 'Inleiding (optioneel)', 'We vinden elkaar sneller.');
    await reads(results, /tot en met .+ We vinden elkaar sneller\./);
    await type(results, 'Zoek een ervaring', 'woorden', 'searchbox');
    await press(results, /^Kies ?Drie moeilijke woorden minder/);
    await press(results, 'Bewaren');
    await see(results, 'link', 'Schrijf waarom jullie ‘Drie moeilijke woorden minder’ kozen.');
    await type(results, 'Waarom ‘Drie moeilijke woorden minder’?', 'Iedereen kan dit morgen doen.');
    await press(results, 'Bewaren');
    await reads(results, /Het tussenbericht is bewaard\./);
    const { items } = await space.read(PARTNER, 'listKeptReports', {});
    equal(
      items.map(({ introduction, choices }) => [introduction, choices.map(({ reason }) => reason)]),
      [['We vinden elkaar sneller.', ['Iedereen kan dit morgen doen.']]],
    );
    tidyUp();
    const other = await openResults(space, { as: PARTNER, path: ['report', 'kept', items[0]?.id ?? ''] });
    await reads(other, /We vinden elkaar sneller\./);
    await reads(other, /Waarom deze\? ?Iedereen kan dit morgen doen\./);
  });

  it('lets go of what was hidden or erased since it was chosen, on paper and as a file', async () => {
    const space = await resultsSpace();
    const results = await openResults(space, { as: CORE_TEAM, path: ['report', ...period(90)] });
    await beginMaking(results);
    await choose(results, 'woorden', 'Drie moeilijke woorden minder');
    await choose(results, 'bellen', 'Even bellen scheelt een week');
    await reads(results, new RegExp(`‘${QUOTE}.+Waarom deze\\? ?Zo gaat woorden\\.`));
    await space.write(CORE_TEAM, 'hideExperience', { id: 'e7', reason: 'Hier staat een naam.' });
    await until('it is gone', () => !read(results).includes(QUOTE));
    holds(!find(results, 'textbox', 'Waarom ‘Drie moeilijke woorden minder’?'), 'nor is anything asked of it');
    const { bytes } = await saved(() => press(results, 'Opslaan als JSON'));
    const { experiences } = JSON.parse(new TextDecoder().decode(bytes)) as {
      experiences: { chosen: { experienceId: string; reason: string }[] };
    };
    equal(
      experiences.chosen.map(({ experienceId, reason }) => [experienceId, reason]),
      [['e1', 'Zo gaat bellen.']],
    );
    await press(results, 'Bewaren');
    await reads(results, /Het tussenbericht is bewaard\./);
  });

  it('finds a draft again without what was hidden meanwhile', async () => {
    const space = await resultsSpace();
    const path = ['report', ...period(90)];
    const results = await openResults(space, { as: CORE_TEAM, path });
    await beginMaking(results);
    await choose(results, 'woorden', 'Drie moeilijke woorden minder');
    await choose(results, 'bellen', 'Even bellen scheelt een week');
    await reads(results, new RegExp(QUOTE));
    await new Promise((resolve) => setTimeout(resolve, 100));
    tidyUp();
    await space.write(CORE_TEAM, 'hideExperience', { id: 'e7', reason: 'Hier staat een naam.' });
    const again = await openResults(space, { as: CORE_TEAM, path });
    await reads(again, /Waarom deze\? ?Zo gaat bellen\./);
    holds(!read(again).includes(QUOTE), 'it does not stand there any more');
  });

  it('loses it in the open page of somebody who only reads, also after turning to another period', async () => {
    const space = await resultsSpace();
    const [from, until_] = period(90);
    await space.write(CORE_TEAM, 'saveKeptReport', {
      ...{ id: 'kept-1', version: 0, from, until: until_, introduction: 'Lees mee.', audience: 'everyone' },
      choices: [
        { experienceId: 'e7', reason: 'Om de brieven.' },
        { experienceId: 'e1', reason: 'Om het bellen.' },
      ],
    });
    const results = await openResults(space, { as: PARTNER, path: ['report', 'kept', 'kept-1'] });
    await reads(results, new RegExp(`‘${QUOTE}.+Om de brieven\\..+Om het bellen\\.`));
    await space.write(CORE_TEAM, 'hideExperience', { id: 'e7', reason: 'Hier staat een naam.' });
    await until('it is gone', () => !read(results).includes(QUOTE));
    await press(results, 'Half jaar', 'radio');
    await reads(results, /Om het bellen\./);
  });

  it('leaves the focus among the periods when own dates are chosen', async () => {
    const results = await openResults(await resultsSpace(), { as: WORK, path: ['report'] });
    await press(results, 'Eigen datums', 'radio');
    await see(results, 'date', 'Van');
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(nameOf(focused() ?? results), 'Eigen datums');
  });

  it('says what is wrong with own dates beside them, and not above what is kept', async () => {
    const results = await openResults(await resultsSpace(), { as: CORE_TEAM, path: ['report'] });
    await beginMaking(results);
    await press(results, 'Eigen datums', 'radio');
    await type(results, 'Van', '2026-05-01', 'date');
    await type(results, 'Tot en met', '2026-04-01', 'date');
    await press(results, 'Tonen');
    await reads(results, /De laatste dag komt voor de eerste\./);
    equal(findAll(results, 'heading', 'Dit kan nog niet').length, 0, 'nothing was kept');
  });

  it('is kept as CSV for Dutch Excel and as JSON, with the same figures', async () => {
    const results = await openResults(await resultsSpace(), { as: WORK, path: ['report', ...period(90)] });
    await reads(results, /Zes brieven zijn simpel/);
    const csv = await saved(() => press(results, 'Opslaan als CSV'));
    equal([...csv.bytes.slice(0, 3)], [0xef, 0xbb, 0xbf], 'it says that it is UTF-8');
    holds(/^tussenbericht-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/.test(csv.name), csv.name);
    const json = await saved(() => press(results, 'Opslaan als JSON'));
    const report = JSON.parse(new TextDecoder().decode(json.bytes)) as {
      results: { title: string; measurements: { value: number }[] }[];
    };
    const text = new TextDecoder().decode(csv.bytes);
    for (const { title, measurements } of report.results) {
      holds(text.includes(`"${title}"`), `${title} is in both`);
      const last = measurements.at(-1);
      if (last)
        holds(
          text
            .split('\r\n')
            .some((row) => row.includes(`"${title}"`) && row.includes(`;${String(last.value).replace('.', ',')}`)),
          `${title}: its value is in both`,
        );
    }
    equal(report.results.length >= 5, true);
  });

  it('is printed alone, and the page stands as it stood afterwards', async () => {
    const results = await openResults(await resultsSpace(), { as: WORK, path: ['report', ...period(90)] });
    await reads(results, /Zes brieven zijn simpel/);
    const beside = document.createElement('p');
    beside.textContent = 'Het menu van het intranet';
    results.parentElement?.before(beside);
    const marked = () => beside.hasAttribute('data-samen-beside-print');
    dispatchEvent(new Event('beforeprint'));
    equal(marked(), true);
    dispatchEvent(new Event('afterprint'));
    equal(marked(), false);
    equal(document.querySelectorAll('[data-samen-around-print], [data-samen-beside-print]').length, 0);
    beside.remove();
    holds(read(results).includes('Zes brieven zijn simpel'), 'it still stands there');
  });
});
