import {
  CORE_TEAM,
  NARROW,
  PARTNER,
  WORK,
  asDraft,
  openResults,
  refuse,
  resultsSpace,
  tidyUp,
  titles,
  varied,
} from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see } from '../../../stories/compass-find';
import { equal, holds, until } from '../../elements/support';
import { addDays } from '../../../src/model/day';
import type { Measurement } from '../../../src/model/result-types';

/** So many values, a day after another. */
const values = (count: number): Measurement[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `m${String(index)}`,
    on: addDays('2026-03-01', index),
    value: index % 17,
    ...(index % 40 === 7 ? { explanation: `Waarom ${String(index)}` } : {}),
  }));

const rowsOf = (within: Element) => [...(find(within, 'table')?.querySelectorAll('tbody tr') ?? [])].map(read);

describe('the page of a result', () => {
  afterEach(tidyUp);

  it('says what is different, for whom, what is still needed and why it is shown', async () => {
    const results = await openResults(await resultsSpace(), { path: ['r4'] });
    await see(results, 'heading', 'We zeggen wie de bal heeft');
    await reads(results, /Steeds meer overleggen eindigen met: wie heeft de bal\?/);
    await reads(
      results,
      /‘Hardop zeggen wie aan zet is, is geen wantrouwen\. Het helpt\.’ Klantmanager Werk en Inkomen/,
    );
    await reads(results, /Wat is nog nodig\? Afspreken wat we doen/);
    await reads(results, /Waarom laten we dit zien\? De groep koos dit verhaal\./);
    await reads(results, /Voor wie Medewerkers en partners/);
    await reads(results, /Zo ging het Gepubliceerd Klantmanager, Werk en Inkomen/);
  });

  it('draws the values by time with their goal, and says them in a table beside it', async () => {
    const results = await openResults(await resultsSpace(), { path: ['r2'] });
    const table = await see(results, 'table', 'Brieven in gewone taal: alle waarden');
    equal([...table.querySelectorAll('tbody .n')].map(read), ['6', '3', '1', '0'], 'the newest first');
    const chart = chartOf(results);
    holds(chart.querySelector('.goal'), 'the goal is drawn');
    equal(chart.getAttribute('aria-hidden'), 'true', 'the table speaks');
  });

  it('puts a number at each point of which something is said, and the words beside it', async () => {
    const measurements = values(20);
    const space = await resultsSpace(varied('r2', (row) => ({ ...row, measurements })));
    const results = await openResults(space, { path: ['r2'] });
    await see(results, 'table');
    equal(
      [...chartOf(results).querySelectorAll('.mark')].map((mark) => mark.textContent),
      ['1'],
    );
    await press(results, 'Alle 20 waarden tonen');
    await until('all stand there', () => rowsOf(results).length === 20);
    await until('the first that was not shown has the focus', () => read(focused() ?? results) === '12 maart 2026 11');
    equal(
      rowsOf(results).filter((row) => row.includes('Waarom')),
      ['8 maart 2026 7 1 Waarom 7'],
    );
  });

  it('can be read with a hundred values: no words cover each other, and the table begins with the newest', async () => {
    const space = await resultsSpace(varied('r2', (row) => ({ ...row, measurements: values(100) })));
    const results = await openResults(space, { path: ['r2'] });
    await see(results, 'table');
    equal(rowsOf(results).length, 11, 'eight, and three of which something is said');
    const boxes = [...chartOf(results).querySelectorAll('text')].map((each) => each.getBoundingClientRect());
    holds(boxes.length > 4, 'something is said');
    boxes.forEach((one, index) => {
      const covers = boxes
        .slice(index + 1)
        .filter(
          (other) =>
            one.left < other.right - 1 &&
            other.left < one.right - 1 &&
            one.top < other.bottom - 3 &&
            other.top < one.bottom - 3,
        );
      equal(covers.length, 0, `word ${String(index)} stands free`);
    });
  });

  it('leads to the evidence where its widget is on the page, and only names it where it is not', async () => {
    const space = await resultsSpace();
    const results = await openResults(space, { path: ['r2'] });
    await reads(
      results,
      /Waar zie je dat\? Ervaring Drie moeilijke woorden minder Agendapunt Brieven die iedereen snapt/,
    );
    equal(findAll(results, 'link', 'Brieven die iedereen snapt').length, 0, 'there is no agenda');
    tidyUp();
    await import('../../../src/widgets/agenda/define');
    await openResults(space, { tag: 'samen-agenda' });
    const beside = await openResults(space, { path: ['r2'] });
    const [link] = [await see(beside, 'link', 'Brieven die iedereen snapt')];
    equal(link.getAttribute('href'), '#samen=agenda/a4');
  });

  it('offers what one may do: the core team changes and measures, a colleague elsewhere reads', async () => {
    const space = await resultsSpace();
    const theirs = await openResults(space, { as: CORE_TEAM, path: ['r2'] });
    await press(theirs, 'Meting toevoegen');
    equal(location.hash, '#samen=results/measure/r2');
    tidyUp();
    const others = await openResults(space, { as: 'afd-toegang-2', path: ['r2'] });
    await see(others, 'heading', 'Wat is nog nodig?');
    equal(findAll(others, 'button', 'Meting toevoegen').length, 0);
    equal(findAll(others, 'button', 'Aanpassen').length, 0);
  });

  it('offers the core team to publish a draft, and says who reads it until then', async () => {
    const space = await resultsSpace(varied('r4', asDraft));
    const results = await openResults(space, { as: CORE_TEAM, path: ['r4'] });
    await reads(results, /Dit is een concept\. Alleen de partij die het schreef en het kernteam lezen het\./);
    await press(results, 'Publiceren');
    equal(location.hash, '#samen=results/publish/r4');
  });

  it('is thrown away after asking, and the board comes back', async () => {
    const space = await resultsSpace(varied('r4', asDraft));
    const results = await openResults(space, { as: WORK, path: ['r4'] });
    (await see(results, 'group', 'Meer doen met dit resultaat')).setAttribute('open', '');
    await press(results, 'Weggooien');
    await until('the safe answer has the focus', () => nameOf(focused() ?? results) === 'Nee, bewaren');
    await press(results, 'Ja, weggooien');
    await until('five are left', () => titles(results).length === 5);
    await reads(results, /Het resultaat is weggegooid\./);
  });

  it('keeps the focus where one asked to throw it away when that is refused', async () => {
    const space = await resultsSpace(varied('r4', asDraft));
    refuse(space, 'eraseResult');
    const results = await openResults(space, { as: WORK, path: ['r4'] });
    (await see(results, 'group', 'Meer doen met dit resultaat')).setAttribute('open', '');
    await press(results, 'Weggooien');
    await press(results, 'Ja, weggooien');
    await until('the button has the focus', () => nameOf(focused() ?? results) === 'Weggooien');
    await see(results, 'alert');
  });

  it('says the year of each day: of a value, of what changes it, of its publication and of how it went', async () => {
    const on = '2024-11-05';
    const space = await resultsSpace(
      varied('r2', (row) => ({
        ...row,
        measurements: [{ id: 'm1', on, value: 3 }],
        history: row.history.map((line) => ({ ...line, on })),
        ...(row.publication && { publication: { ...row.publication, on } }),
      })),
    );
    const results = await openResults(space, { as: CORE_TEAM, path: ['r2'] });
    await see(results, 'button', 'Waarde van 5 november 2024 aanpassen');
    equal(rowsOf(results).length, 1);
    equal(read(results).match(/5 november(?! 2024)/g), null);
    await reads(results, /Zo ging het .+5 november 2024/);
  });

  it('says the same of what is not there and of what is not for the reader', async () => {
    const space = await resultsSpace();
    const gone = await openResults(space, { as: PARTNER, path: ['bestaat-niet'] });
    await see(gone, 'heading', 'Dit resultaat is er niet');
    const one = read(gone);
    tidyUp();
    const hidden = await openResults(space, { as: PARTNER, path: ['r6'] });
    await see(hidden, 'heading', 'Dit resultaat is er niet');
    equal(read(hidden), one);
  });

  it('fits a narrow column', async () => {
    const results = await openResults(await resultsSpace(), { path: ['r1'], width: NARROW });
    await see(results, 'heading', 'Hoe dit zo kwam');
    await see(results, 'table');
    holds(results.scrollWidth <= NARROW, 'nothing sticks out');
  });
});

function chartOf(results: Element): SVGSVGElement {
  const part = results.shadowRoot?.querySelector('samen-results-result');
  const chart = part?.shadowRoot?.querySelector<SVGSVGElement>('svg.chart');
  if (!chart) throw new Error('there is no chart');
  return chart;
}
