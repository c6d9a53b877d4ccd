import { CORE_TEAM, MEMBER, NARROW, WIDE, cells, demoSpace, openCompass, tidyUp, withAgenda } from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see } from '../../../stories/compass-find';
import { withIntention, withOpenRound, withTooFew } from '../../../stories/compass-rows';
import { equal, frame, holds, until } from '../../elements/support';

const DRIVERS = ['De inwoner eerst', 'Samen eigenaar', 'Open en eerlijk', 'Leren door te doen', 'Dichtbij en simpel'];
const percents = (text: string) => text.match(/\d+%/g) ?? [];

describe('the compass', () => {
  afterEach(tidyUp);

  it('is a region named by its heading, with the purpose and the promise in words', async () => {
    const compass = await openCompass(await demoSpace());
    await reads(compass, /Wij helpen inwoners van Lindeveld om mee te doen/);
    equal(nameOf(await see(compass, 'region')), 'Kompas');
    holds(/Wij laten de bal niet liggen\./.test(read(compass)), 'the promise is said');
    holds(/Fase 3 · nu ?Proberen en leren/.test(read(compass)), 'the phase is said');
  });

  it('shows the same figures in the rose, in the rows and in the table, and they are those of the release', async () => {
    const space = await demoSpace();
    const wide = await openCompass(space);
    const table = await see(wide, 'table', 'Drijfveren');
    const figures = cells(table)
      .slice(1)
      .map(([name = '', now = '', before = '']) => ({ name, now, before }));
    equal(
      figures.map(({ name }) => name),
      DRIVERS,
    );
    const { total } = await space.read(MEMBER, 'getSummary', { roundId: 'ronde-3' });
    const released = (total?.answers ?? []).map((answer) =>
      'good' in answer ? `${String(Math.round((100 * answer.good) / (total?.respondents ?? 0)))}%` : 'most',
    );
    equal(
      figures.map(({ now }) => now),
      released,
    );
    equal(
      figures.map(({ name }) => percents(nameOf(find(wide, 'button', new RegExp(`^${name}`)) ?? wide))),
      figures.map(({ now }) => [now]),
      'the rose',
    );
    const narrow = await openCompass(space, { width: NARROW });
    await see(narrow, 'button', /^De inwoner eerst/);
    equal(
      figures.map(({ name }) => percents(nameOf(find(narrow, 'button', new RegExp(`^${name}`)) ?? narrow))),
      figures.map(({ now, before }) => [now, before]),
      'the rows',
    );
  });

  it('says nothing of what went up until it knows the round before', async () => {
    const compass = await openCompass(await demoSpace());
    const said = new Set<string>();
    await until('it says what went up', () => {
      said.add(/Dit is onze eerste ronde|Alles ging vooruit/.exec(read(compass))?.[0] ?? '');
      return said.has('Alles ging vooruit');
    });
    equal([...said].filter(Boolean), ['Alles ging vooruit']);
  });

  it('opens the page of a driver, and the button back returns with the focus where it was', async () => {
    const compass = await openCompass(await demoSpace());
    await press(compass, /^Open en eerlijk/);
    const heading = await see(compass, 'heading', 'Open en eerlijk');
    await until('the heading has the focus', () => focused() === heading);
    holds(!find(compass, 'table', 'Drijfveren'), 'the compass itself made room');
    await press(compass, 'Kompas');
    await until('the focus is on the driver', () => /^Open en eerlijk/.test(nameOf(focused() ?? compass)));
  });

  it('opens the page of a driver that the address names, and follows Back', async () => {
    const compass = await openCompass(await demoSpace());
    await press(compass, /^Samen eigenaar/);
    await see(compass, 'heading', 'Samen eigenaar');
    holds(location.hash.endsWith('driver/d-samen'), location.hash);
    history.back();
    await see(compass, 'table', 'Drijfveren');
    holds(!find(compass, 'heading', 'Samen eigenaar'), 'the page of the driver is closed');
  });

  it('draws either the wide form or the narrow one, and changes when its place does', async () => {
    // Chromium complains of an observer whose drawing changes its own height; what was drawn is right.
    const { onerror } = globalThis;
    globalThis.onerror = (message, ...rest) =>
      String(message).startsWith('ResizeObserver loop') || (onerror?.(message, ...rest) as unknown);
    const compass = await openCompass(await demoSpace());
    const count = () => findAll(compass, 'button', /^De inwoner eerst/).length;
    await see(compass, 'table', 'Drijfveren');
    equal(count(), 1);
    if (compass.parentElement) compass.parentElement.style.inlineSize = `${String(NARROW)}px`;
    await until('there is no table', () => !find(compass, 'table', 'Drijfveren'));
    equal(count(), 1);
    if (compass.parentElement) compass.parentElement.style.inlineSize = `${String(WIDE)}px`;
    await see(compass, 'table', 'Drijfveren');
    equal(count(), 1);
    await frame();
    globalThis.onerror = onerror;
  });

  it('fits in its place, from a column to a whole page', async () => {
    for (const width of [NARROW, 420, 640, 970, WIDE, 1300]) {
      const compass = await openCompass(await demoSpace(withOpenRound), { width, as: CORE_TEAM });
      await see(compass, 'button', /^Dichtbij en simpel/);
      const { right } = compass.getBoundingClientRect();
      const sticksOut = [...(compass.shadowRoot?.querySelectorAll('button, p, table, h3') ?? [])].filter(
        (each) => each.getBoundingClientRect().right > right + 1,
      );
      equal(
        sticksOut.map((each) => nameOf(each)),
        [],
        String(width),
      );
      tidyUp();
    }
  });

  it('has no picture that says what words do not: every drawing is hidden from who listens', async () => {
    const compass = await openCompass(await demoSpace());
    await see(compass, 'table', 'Drijfveren');
    const drawings = [...(compass.shadowRoot?.querySelectorAll('svg') ?? [])];
    holds(drawings.length > 5, 'there are drawings');
    equal(drawings.filter((each) => each.getAttribute('aria-hidden') !== 'true').length, 0);
  });

  it('shows text that looks like markup as text', async () => {
    const markup = '<img src=x onerror="globalThis.broken=1"><b>vet</b>';
    const space = await demoSpace((rows) => withIntention(rows, { text: markup, promise: markup }));
    const compass = await openCompass(space);
    await see(compass, 'table', 'Drijfveren');
    equal(read(compass).split(markup).length, 3);
    equal(compass.shadowRoot?.querySelectorAll('img').length, 0);
  });
});

describe('the page of a driver', () => {
  afterEach(tidyUp);

  it('explains it, says how it sounds, and shows what lives today', async () => {
    const compass = await openCompass(await demoSpace(), { path: ['driver', 'd-samen'] });
    await see(compass, 'heading', 'Kompas van vandaag');
    for (const name of ['Van 20% naar 47% goed', 'De vraag bij het inchecken', 'Per groep'])
      await see(compass, 'heading', name);
    const text = read(compass);
    holds(/Zo klinkt het als het goed gaat/.test(text) && /En als het niet goed gaat/.test(text), text);
    holds(/(vraagt|biedt aan)/.test(text), 'a need of this driver');
    await reads(compass, /Ervaring/);
  });

  it('shows whose ball it is of the oldest item of this driver, and leads there where there is an agenda', async () => {
    const space = await demoSpace();
    const { items } = await space.read(MEMBER, 'listAgendaItems', { driver: 'd-samen', limit: 100 });
    const [oldest] = items
      .filter(({ ball, status }) => ball.state !== 'none' && status !== 'paused')
      .sort((a, b) => (`${a.createdOn} ${a.id}` < `${b.createdOn} ${b.id}` ? -1 : 1));
    const { title = '', id = '', ball } = oldest ?? {};
    const compass = await openCompass(space, { path: ['driver', 'd-samen'] });
    await reads(compass, new RegExp(`heeft de bal ${title}( Nu: ${ball?.nextStep ?? ''})?`));
    equal(find(compass, 'link', title), undefined, 'without an agenda there is nowhere to go');
    tidyUp();
    withAgenda();
    const again = await openCompass(space, { path: ['driver', 'd-samen'] });
    equal((await see(again, 'link', title)).getAttribute('href'), `#samen=agenda/${id}`);
  });

  it('shows the trend as figures too', async () => {
    const compass = await openCompass(await demoSpace(), { path: ['driver', 'd-samen'] });
    await reads(compass, /Ronde 1 20% ?Ronde 2 37% ?Ronde 3 47%/);
    equal(cells(await see(compass, 'table', 'Verloop')), [
      ['Ronde 1', '20%'],
      ['Ronde 2', '37%'],
      ['Ronde 3', '47%'],
    ]);
  });

  it('keeps the row of a hidden group, with the reason and no figure, and says why', async () => {
    const compass = await openCompass(await demoSpace(), { path: ['driver', 'd-open'] });
    const choice = (await see(compass, 'combobox', 'Ronde')) as HTMLSelectElement;
    choice.value = 'ronde-2';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await reads(
      compass,
      /Waarom zijn groepen verborgen\? Van een groep met minder dan 5 antwoorden laten we niets zien\. Soms verbergen we ook een tweede groep\. Anders kan iemand het uitrekenen\./,
    );
    const rows = cells(await see(compass, 'table', 'Per groep'));
    const row = (name: RegExp) =>
      rows
        .find(([first = '']) => name.test(first))
        ?.slice(1)
        .join(' ') ?? '';
    equal(row(/^Vrijwilligers/), 'verborgen minder dan 5 antwoorden');
    equal(row(/^Jeugdhulp/), 'verborgen beschermt een andere groep');
    holds(/^\d+ \d+ \d+$/.test(row(/^Toegang/)), row(/^Toegang/));
  });

  it('puts small partners together as one group, and names them', async () => {
    const compass = await openCompass(await demoSpace(), { path: ['driver', 'd-open'] });
    const rows = cells(await see(compass, 'table', 'Per groep'));
    holds(
      rows.some(([name = '']) => /^Andere partners samen Dit zijn .+, .+, .+\.$/.test(name)),
      JSON.stringify(rows),
    );
  });

  it('marks the group of the party an editor chose', async () => {
    const compass = await openCompass(await demoSpace(), {
      path: ['driver', 'd-open'],
      attributes: { party: 'afd-toegang' },
    });
    const table = await see(compass, 'table', 'Per groep');
    equal([...table.querySelectorAll('.is-marked')].map(read), ['Toegang Zorg en Jeugd']);
  });
});

describe('what an editor sets', () => {
  afterEach(tidyUp);

  it('begins with the view of the attribute', async () => {
    const space = await demoSpace(withOpenRound);
    await see(await openCompass(space, { attributes: { view: 'needs' } }), 'button', 'Vraag toevoegen');
    await see(await openCompass(space, { attributes: { view: 'history' } }), 'table', 'Alle rondes');
    await see(await openCompass(space, { attributes: { view: 'check-in' } }), 'radio', 'Goed');
    await see(await openCompass(space, { attributes: { view: 'compass' } }), 'table', 'Drijfveren');
  });

  for (const path of [['edit', 'constructor'], ['edit', '__proto__'], ['driver', 'toString'], ['toString']])
    it(`is itself at an address that leads nowhere: ${path.join('/')}`, async () => {
      await see(await openCompass(await demoSpace(), { as: CORE_TEAM, path }), 'table', 'Drijfveren');
    });

  it('shows the last rounds first where not all of them fit, with the names beside them', async () => {
    const compass = await openCompass(await demoSpace(), { attributes: { view: 'history' }, width: NARROW });
    const scroll = (await see(compass, 'table', 'Alle rondes')).parentElement;
    if (!scroll) throw new Error('The table stands in nothing that scrolls');
    const side = (name: RegExp, at: 'left' | 'right') =>
      [...scroll.querySelectorAll('th')].find((head) => name.test(read(head)))?.getBoundingClientRect()[at] ?? NaN;
    const { left, right } = scroll.getBoundingClientRect();
    await until('the last round is in sight', () => Math.abs(side(/^Ronde 3/, 'right') - right) <= 1);
    holds(scroll.scrollLeft > 0, 'something is out of sight');
    holds(Math.abs(side(/^Open en eerlijk/, 'left') - left) <= 1, 'the names are in sight');
  });

  it('takes the compass for a view there is not', async () => {
    const { warn } = console;
    console.warn = () => undefined;
    try {
      await see(await openCompass(await demoSpace(), { attributes: { view: 'roos' } }), 'table', 'Drijfveren');
    } finally {
      console.warn = warn;
    }
  });

  it('shows the figures of the chosen party when the rules show its group', async () => {
    const compass = await openCompass(await demoSpace(), { attributes: { party: 'afd-toegang' } });
    await reads(compass, /Toegang Zorg en Jeugd/);
    await reads(compass, /16 mensen deden mee aan ronde 3\./);
  });

  it('shows everyone together, and says so, when the group of the chosen party is hidden', async () => {
    const compass = await openCompass(await demoSpace(), { attributes: { party: 'par-vrijwillig' } });
    await reads(compass, /deze groep laten we niet zien\. Je ziet iedereen samen\./);
    await reads(compass, /57 mensen deden mee aan ronde 3\./);
  });

  it('shows the round of the attribute as the last', async () => {
    const compass = await openCompass(await demoSpace(), { attributes: { round: 'ronde-2' } });
    await reads(compass, /46 mensen deden mee aan ronde 2\./);
    equal(cells(await see(compass, 'table', 'Drijfveren'))[0]?.slice(1, 3), ['Ronde 2: goed', 'Ronde 1: goed']);
  });

  it('says nothing of a round in which too few took part', async () => {
    const compass = await openCompass(await demoSpace(withTooFew));
    await reads(compass, /Er deden te weinig mensen mee om iets te laten zien\./);
    holds(!find(compass, 'table', 'Drijfveren'), 'no table');
    equal(percents(read(compass)), []);
  });

  it('speaks English where the page does, also in its parts', async () => {
    const compass = await openCompass(await demoSpace(), { lang: 'en' });
    equal(nameOf(await see(compass, 'region')), 'Compass');
    await see(compass, 'table', 'Drivers');
    await press(compass, 'Asks and offers');
    await see(compass, 'button', 'Add an ask');
  });
});

describe('who sees which buttons', () => {
  afterEach(tidyUp);
  const OF_CORE_TEAM = ['Ronde sluiten', 'Bedoeling aanpassen', 'Fasen aanpassen'];

  it('shows a member the check-in and nothing of the core team', async () => {
    const compass = await openCompass(await demoSpace(withOpenRound));
    await see(compass, 'button', 'Inchecken');
    for (const name of OF_CORE_TEAM) holds(!find(compass, 'button', name), name);
  });

  it('shows a member the compass, not the task, at an address of the core team', async () => {
    const compass = await openCompass(await demoSpace(withOpenRound), { path: ['edit', 'close-round'] });
    await see(compass, 'table', 'Drijfveren');
    holds(!find(compass, 'button', 'Ronde sluiten'), 'no task');
  });

  it('shows the core team its tasks', async () => {
    const compass = await openCompass(await demoSpace(withOpenRound), { as: CORE_TEAM });
    for (const name of OF_CORE_TEAM) await see(compass, 'button', name);
  });

  it('has no check-in while no round is open', async () => {
    const compass = await openCompass(await demoSpace());
    await see(compass, 'button', 'Vraag en aanbod');
    holds(!find(compass, 'button', 'Inchecken'), 'no check-in');
  });

  it('changes nothing where an editor made it read-only or a preview, and says so', async () => {
    const space = await demoSpace(withOpenRound);
    for (const attributes of [{ readonly: '' }, { preview: 'partner' }] as Record<string, string>[]) {
      const compass = await openCompass(space, { as: CORE_TEAM, attributes });
      await reads(compass, /Alleen lezen\./);
      await see(compass, 'table', 'Drijfveren');
      for (const name of ['Inchecken', ...OF_CORE_TEAM]) holds(!find(compass, 'button', name), name);
      await press(compass, 'Vraag en aanbod');
      await see(compass, 'article');
      for (const name of [/toevoegen/, /^Koppelen/, /^Verwijderen/, /kaart/])
        holds(!find(compass, 'button', name), String(name));
      await press(compass, 'Kompas');
      tidyUp();
    }
  });
});
