import { NARROW, PARTNER, openResults, resultsSpace, tidyUp } from '../widgets/results/bench';
import { equal, holds, until } from './support';
import { find, findAll, focused, nameOf, press, read, reads, see } from '../../stories/compass-find';
import type { PageSpace } from '../../stories/compass-space';
import '../../src/widgets/agenda/define';
import '../../src/widgets/backpack/define';
import '../../src/widgets/compass/define';

/** All four widgets of a page, as one person; the chain is that of the one that is opened. */
async function page(space: PageSpace, options: Parameters<typeof openResults>[1] = {}): Promise<HTMLElement> {
  const { tag = 'samen-results' } = options;
  for (const other of ['samen-compass', 'samen-agenda', 'samen-backpack', 'samen-results'] as const) {
    if (other !== tag) await openResults(space, { as: options.as ?? 'afd-werk-3', tag: other });
  }
  return openResults(space, options);
}

const chainOf = async (widget: Element): Promise<HTMLElement> => {
  const region = await see(widget, 'region', /^(Hoe dit zo kwam|How this came about)$/);
  await until('the links are there', () => find(region, 'article'));
  return region;
};

/** What stands in it, as a person reads it: kind and title. */
const places = (chain: Element) =>
  findAll(chain, 'article').map(
    (each) => `${read(each.querySelector('.kind') ?? each)}: ${read(find(each, 'heading') ?? each)}`,
  );

describe('how something came', () => {
  afterEach(tidyUp);

  it('is read from the experience to the result, and each link leads to its widget', async () => {
    const chain = await chainOf(await page(await resultsSpace(), { path: ['r2'] }));
    equal(places(chain), [
      'Ervaring: Drie moeilijke woorden minder',
      'Drijfveer: Dichtbij en simpel',
      'Agendapunt: Brieven die iedereen snapt',
      'Resultaat: Zes brieven zijn simpel',
    ]);
    equal(
      findAll(chain, 'link').map((each) => each.getAttribute('href')),
      ['#samen=backpack/e7', '#samen=compass/driver/d-dichtbij', '#samen=agenda/a4'],
    );
    const [here] = findAll(chain, 'article').filter((each) => each.getAttribute('aria-current') === 'true');
    holds(read(here ?? chain).includes('hier ben je'), 'it says where one is');
  });

  it('stands at the item, the experience and the driver as well, with the same links', async () => {
    const space = await resultsSpace();
    const titles = ['Drie moeilijke woorden minder', 'Brieven die iedereen snapt', 'Zes brieven zijn simpel'];
    for (const [tag, path] of [
      ['samen-agenda', ['a4']],
      ['samen-backpack', ['e7']],
      ['samen-compass', ['driver', 'd-dichtbij']],
    ] as const) {
      const said = places(await chainOf(await page(space, { tag, path }))).join(' ');
      for (const title of titles) holds(said.includes(title), `${title} stands at ${path.join('/')}: ${said}`);
      tidyUp();
    }
  });

  it('is followed backwards by keyboard, from the result to the experience it began with', async () => {
    const results = await page(await resultsSpace(), { path: ['r2'] });
    const toItem = await see(await chainOf(results), 'link', 'Brieven die iedereen snapt');
    toItem.focus();
    toItem.click();
    const agenda = document.querySelector('samen-agenda');
    if (!agenda) throw new Error('there is no agenda');
    await until('the item has the focus', () => nameOf(focused() ?? agenda) === 'Brieven die iedereen snapt');
    const toExperience = await see(await chainOf(agenda), 'link', 'Drie moeilijke woorden minder');
    toExperience.focus();
    toExperience.click();
    await until('the address follows', () => location.hash === '#samen=backpack/e7');
    const backpack = document.querySelector('samen-backpack');
    await see(backpack ?? agenda, 'heading', 'Drie moeilijke woorden minder');
  });

  it('tells a partner nothing of what is between departments, nor that there is anything', async () => {
    const space = await resultsSpace();
    const chain = await chainOf(
      await page(space, { as: PARTNER, tag: 'samen-compass', path: ['driver', 'd-dichtbij'] }),
    );
    holds(!read(chain).includes('Eén loket'), 'the result of the departments');
    const titles = places(chain);
    tidyUp();
    const known = await space.read(PARTNER, 'getChain', { kind: 'driver', id: 'd-dichtbij' });
    holds(known.earlier.length + known.later.length + 1 >= titles.length, 'what is shown is what is told');
  });

  it('opens at a need, where one asks for it or comes by a link', async () => {
    const space = await resultsSpace();
    const { items } = await space.read('afd-werk-3', 'listNeeds', { limit: 1 });
    const [first] = items;
    const compass = await page(space, { tag: 'samen-compass', path: ['needs', first?.id ?? ''] });
    holds(
      places(await chainOf(compass)).some((said) => said.includes(first?.text ?? '?')),
      'the need of the link',
    );
    await until('the need has the focus', () => read(focused() ?? compass).includes(first?.text ?? '?'));
    const open = findAll(compass, 'button', 'Hoe dit zo kwam').filter(
      (each) => each.getAttribute('aria-expanded') === 'true',
    );
    equal(open.length, 1);
    open[0]?.click();
    await until('it is closed', () => !find(compass, 'region', 'Hoe dit zo kwam'));
  });

  it('shows a few of a kind, the rest when asked for, with the focus at the first that came', async () => {
    const chain = await chainOf(
      await page(await resultsSpace(), { tag: 'samen-compass', path: ['driver', 'd-samen'] }),
    );
    const before = places(chain).length;
    const button = (await see(chain, 'button', /^Nog \d+ tonen$/)).textContent ?? '';
    const more = Number(/\d+/.exec(button)?.[0]);
    await press(chain, /^Nog \d+ tonen$/);
    await until('they are there', () => places(chain).length === before + more);
    await until(
      'the fourth has the focus',
      () => nameOf(focused() ?? chain) === nameOf(findAll(chain, 'link')[3] ?? chain),
    );
  });

  it('stands beside each other where it is wide, below each other where it is narrow', async () => {
    const space = await resultsSpace();
    const sides = async (width: number) => {
      const results = await openResults(space, { path: ['r2'], width });
      const boxes = findAll(await chainOf(results), 'article').map((each) => each.getBoundingClientRect());
      holds(results.scrollWidth <= width, 'nothing sticks out');
      tidyUp();
      return [
        new Set(boxes.map(({ top }) => Math.round(top))).size,
        new Set(boxes.map(({ left }) => Math.round(left))).size,
      ];
    };
    equal(await sides(1100), [1, 4]);
    equal(await sides(NARROW), [4, 1]);
  });

  it('names what has no widget on the page, and leads nowhere', async () => {
    const chain = await chainOf(await openResults(await resultsSpace(), { path: ['r2'] }));
    equal(findAll(chain, 'link').length, 0);
    holds(places(chain).length === 4, 'all are named');
  });

  it('says what it is for where nothing hangs together yet', async () => {
    const space = await resultsSpace(
      (rows) => new Map([...rows].filter(([key]) => !/^(result|agendaItem|ball|need|idea)\//.test(key))),
    );
    await space.write('afd-beleid-1', 'saveResult', {
      id: 'alone',
      version: 0,
      title: 'Iets kleins',
      whatIsDifferent: 'We bellen eerder.',
      forWhom: '',
      status: 'firstSign',
      stillNeeded: '',
      experienceIds: [],
      agendaItemIds: [],
      driverIds: [],
      partyIds: [],
      audience: 'everyone',
    });
    const results = await openResults(space, { as: 'afd-beleid-1', path: ['alone'] });
    await reads(results, /Hier hangt nog niets aan vast\./);
  });
});
