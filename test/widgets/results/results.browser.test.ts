import { CORE_TEAM, NARROW, PARTNER, asDraft, card, openResults, resultsSpace, tidyUp, titles, varied } from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see } from '../../../stories/compass-find';
import { equal, holds, until, warningsDuring } from '../../elements/support';

const shows = (results: Element, count: number) =>
  until(`${String(count)} are shown`, () => titles(results).length === count);

describe('the results', () => {
  afterEach(tidyUp);

  it('tell the story so far in four figures, each with what came of late', async () => {
    const results = await openResults(await resultsSpace());
    await reads(results, /Resultaten 6 5 nieuw in 30 dagen/);
    await reads(results, /Ervaringen gedeeld 15 14 nieuw in 30 dagen/);
    await reads(results, /De bal ging over 14 8 keer in 30 dagen/);
    await reads(results, /‘Goed’ bij Samen eigenaar 47% was 37% in ronde 2/);
    equal(results.shadowRoot?.querySelectorAll('.figures .spark').length, 4, 'each has its line');
  });

  it('show each as a card with its status in a word, its drivers, for whom and what is still needed', async () => {
    const results = await openResults(await resultsSpace());
    await shows(results, 6);
    const said = read(card(results, 'We vinden elkaar binnen één minuut') ?? results);
    for (const words of ['Bereikt', 'Samen eigenaar', 'Nog nodig: Elke maand nakijken', 'Medewerkers en partners']) {
      holds(said.includes(words), `${words} stands on the card: ${said}`);
    }
  });

  it('say a measure with a goal in a sentence beside its line, and without a goal as one number', async () => {
    const results = await openResults(await resultsSpace());
    await shows(results, 6);
    const measured = card(results, 'Zes brieven zijn simpel');
    holds(measured?.querySelector('svg .goal'), 'the goal is drawn');
    holds(read(measured ?? results).includes('Brieven in gewone taal: 6 van de 10. Bron: telling Beleid.'), 'in words');
    const counted = card(results, 'Partners kijken eerder mee');
    equal(counted?.querySelector('svg .goal'), null);
    holds(
      /2 Plannen die als schets zijn gedeeld Hier is geen doel voor\./.test(read(counted ?? results)),
      'the number',
    );
  });

  it('say in what is counted where what is measured does not, and the year of what is of another', async () => {
    const measure = { what: 'Teruggebeld', unit: 'procent', start: 0, goal: 80, source: '' };
    const measurements = [{ id: 'v1', on: '2024-02-03', value: 60 }];
    const by = { partyId: 'afd-beleid', jobTitle: 'adviseur' };
    const publication = { on: '2024-02-03', reason: 'Toen', by };
    const results = await openResults(
      await resultsSpace(varied('r2', (row) => ({ ...row, measure, measurements, publication }))),
    );
    await shows(results, 6);
    const old = card(results, 'Zes brieven zijn simpel') ?? results;
    holds(read(old).includes('Teruggebeld: 60 van de 80 procent.'), read(old));
    holds(read(old).includes('3 februari 2024'), read(old));
    holds(/3 feb\.? 2024/.test(old.querySelector('.small-chart')?.textContent ?? ''), 'at its line too');
  });

  it('show a soft result in somebody’s own words, and one that stopped as large as the others', async () => {
    const results = await openResults(await resultsSpace());
    await shows(results, 6);
    const soft = card(results, 'We zeggen wie de bal heeft');
    holds(read(soft?.querySelector('blockquote') ?? results).startsWith('‘Hardop zeggen wie aan zet is'), 'the quote');
    const widths = new Set(findAll(results, 'article').map(({ offsetWidth }) => Math.round(offsetWidth / 2)));
    equal(widths.size, 1, 'all are as wide');
  });

  it('are filtered by status, with how many there are of each; the choice stands in the address', async () => {
    const results = await openResults(await resultsSpace());
    await shows(results, 6);
    equal(findAll(find(results, 'group', 'Stand') ?? results, 'button').map(nameOf), [
      'Alles 6',
      'Eerste teken 2',
      'Tussenstand 2',
      'Bereikt 1',
      'Gestopt 1',
    ]);
    await press(results, 'Gestopt 1');
    await shows(results, 1);
    equal(location.hash, '#samen=results/show/status/status/stopped');
    await see(results, 'status', '1 resultaat');
    history.back();
    await shows(results, 6);
  });

  it('stand by driver as well, a result with each of its drivers', async () => {
    const results = await openResults(await resultsSpace());
    await shows(results, 6);
    await press(results, 'Per drijfveer');
    await shows(results, 9);
    const group = (await see(results, 'heading', /^Dichtbij en simpel 3$/)).parentElement;
    equal(titles(group ?? results).length, 3);
    equal(location.hash, '#samen=results/show/driver');
  });

  it('fill the rows, and are read in the order in which they stand', async () => {
    const results = await openResults(await resultsSpace());
    await shows(results, 6);
    const places = findAll(results, 'article').map((each) => each.getBoundingClientRect());
    equal(new Set(places.map(({ top }) => Math.round(top))).size, 2, 'two rows of three');
    const order = places.map(({ top, left }) => Math.round(top) * 10_000 + Math.round(left));
    equal(
      order,
      [...order].sort((one, other) => one - other),
    );
  });

  it('begin with what an editor chose, until a reader chooses otherwise', async () => {
    const results = await openResults(await resultsSpace(), {
      attributes: { status: 'interim', driver: 'd-dichtbij' },
    });
    await shows(results, 1);
    await press(results, 'Dichtbij en simpel');
    await shows(results, 2);
    await until('the chip is gone, and "all" has the focus', () => nameOf(focused() ?? results) === 'Alles 6');
    await press(results, 'Alles 6');
    await shows(results, 6);
  });

  it('count a driver that is not there as none, and say so once', async () => {
    const space = await resultsSpace();
    const said = await warningsDuring(async () => {
      await shows(await openResults(space, { attributes: { driver: 'bestaat-niet' } }), 6);
    });
    equal(said.filter((line) => line.includes('bestaat-niet')).length, 1);
  });

  it('begin with this quarter where the days of an editor are no period, and say why once', async () => {
    const space = await resultsSpace();
    const saidOf = (attributes: Record<string, string>) =>
      warningsDuring(async () => {
        const results = await openResults(space, { attributes: { view: 'report', ...attributes } });
        await see(results, 'heading', 'Tussenbericht');
        equal((find(results, 'radio', 'Dit kwartaal') as HTMLInputElement | undefined)?.checked, true);
        tidyUp();
      });
    for (const [from, until, why] of [
      ['2026-05-01', '', /until is not a day/],
      ['', '2026-05-02', /from is not a day/],
      ['2026-13-45', '2026-12-31', /from is not a day/],
      ['01/05/2026', '2026-05-02', /from="01\/05\/2026".+from is not a day/],
      ['2026-05-03', '2026-04-01', /until comes before from/],
      ['2019-01-01', '2026-04-01', /longer than three years/],
    ] as const) {
      const said = await saidOf({ ...(from && { from }), ...(until && { until }) });
      equal(said.filter((line) => line.includes('<samen-results>') && why.test(line)).length, 1, `${from} ${until}`);
    }
    equal(await saidOf({}), [], 'nothing is wrong with none');
  });

  it('say that nothing belongs to a choice, with the way back', async () => {
    const path = ['show', 'status', 'status', 'reached', 'driver', 'd-open'];
    const results = await openResults(await resultsSpace(), { path });
    await reads(results, /Bij deze keuze hoort geen resultaat\./);
    await press(results, 'Alles tonen');
    await shows(results, 6);
    await until('"all" has the focus', () => nameOf(focused() ?? results) === 'Alles 6');
  });

  it('offer the first step where there is none yet', async () => {
    const results = await openResults(
      await resultsSpace((rows) => new Map([...rows].filter(([key]) => !key.startsWith('result/')))),
    );
    await see(results, 'heading', 'Nog geen resultaten');
    equal(findAll(results, 'button', 'Nieuw resultaat').length, 1);
  });

  it('tell a partner nothing of what is between departments', async () => {
    const results = await openResults(await resultsSpace(), { as: PARTNER });
    await shows(results, 5);
    holds(!read(results).includes('Eén loket'), 'it is for the departments');
    await reads(results, /Resultaten 5 /);
    holds(!find(results, 'button', /^Gestopt/), 'and no status that only it has');
  });

  it('mark a draft, which its party and the core team read', async () => {
    const space = await resultsSpace(varied('r4', asDraft));
    const results = await openResults(space);
    await shows(results, 6);
    holds(read(card(results, 'We zeggen wie de bal heeft') ?? results).includes('Concept'), 'it says so');
    tidyUp();
    await shows(await openResults(space, { as: PARTNER }), 4);
  });

  it('let nobody write who only reads', async () => {
    const results = await openResults(await resultsSpace(), { attributes: { readonly: '' } });
    await shows(results, 6);
    equal(findAll(results, 'button', 'Nieuw resultaat').length, 0);
  });

  it('stand below each other in a column, and nothing sticks out', async () => {
    const results = await openResults(await resultsSpace(), { width: NARROW });
    await shows(results, 6);
    equal(new Set(findAll(results, 'article').map((each) => each.getBoundingClientRect().left)).size, 1);
    holds(results.scrollWidth <= NARROW, 'nothing sticks out');
  });

  it('change by themselves when the core team publishes one', async () => {
    const space = await resultsSpace(varied('r2', asDraft));
    const results = await openResults(space, { as: PARTNER });
    await shows(results, 4);
    const { version } = await space.read(CORE_TEAM, 'getResult', { id: 'r2' });
    await space.write(CORE_TEAM, 'publishResult', { id: 'r2', version, reason: 'Dit mag iedereen weten.' });
    await shows(results, 5);
  });

  it('lead to a result and back to its card, with the focus there', async () => {
    const results = await openResults(await resultsSpace());
    await shows(results, 6);
    (await see(results, 'link', 'Lees hoe: Zes brieven zijn simpel')).click();
    await until('its heading has the focus', () => nameOf(focused() ?? results) === 'Zes brieven zijn simpel');
    equal(location.hash, '#samen=results/r2');
    await press(results, 'Resultaten');
    await shows(results, 6);
    await until('the link has the focus', () => nameOf(focused() ?? results) === 'Lees hoe: Zes brieven zijn simpel');
  });

  it('speak English where the page does', async () => {
    const results = await openResults(await resultsSpace(), { lang: 'en' });
    await see(results, 'region', 'Interim results');
    await see(results, 'button', 'First sign 2');
  });
});
