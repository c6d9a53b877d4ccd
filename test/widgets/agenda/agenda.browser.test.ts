import { CARE, CORE_TEAM, NARROW, PARTNER, WORK, agendaSpace, card, lane, openAgenda, tidyUp, titles } from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see } from '../../../stories/compass-find';
import { equal, holds, until } from '../../elements/support';

const shows = (agenda: Element, count: number) =>
  until(`${String(count)} are shown`, () => titles(agenda).length === count);

describe('the agenda', () => {
  afterEach(tidyUp);

  it('says in words what goes well and what does not, each a filter that stands in the address', async () => {
    const agenda = await openAgenda(await agendaSpace());
    await shows(agenda, 10);
    await reads(agenda, /4 van de 8 open punten lopen goed\./);
    equal(findAll(find(agenda, 'group', 'Signalen') ?? agenda, 'button').map(nameOf), [
      'Niemand heeft de bal: 1',
      'Niet aangenomen: 1',
      'Te laat: 1',
      'Lijkt op een ander punt: 1',
    ]);
    await press(agenda, 'Niet aangenomen: 1');
    await shows(agenda, 1);
    equal(titles(agenda), ['Snel helpen bij geldzorgen']);
    equal(location.hash, '#samen=agenda/show/phases/signal/unanswered');
    await see(agenda, 'status', '1 agendapunt');
    history.back();
    await shows(agenda, 10);
  });

  it('has four views: by phase, by who has the ball, as a list and by quarter', async () => {
    const agenda = await openAgenda(await agendaSpace());
    await shows(agenda, 10);
    equal(lane(agenda, '2. Samen de bedoeling kiezen'), ['Rust voor de mantelzorger']);
    await press(agenda, 'Waar ligt de bal?');
    await until('by holder', () => lane(agenda, 'Niemand').length === 1);
    equal(lane(agenda, 'Welzijnswerk'), ['Vroeg bellen bij huurschuld']);
    await press(agenda, 'Lijst');
    const table = await see(agenda, 'table');
    equal(table.querySelectorAll('tbody tr').length, 10);
    await press(agenda, 'Kwartalen');
    await reads(agenda, /4e kwartaal \d{4}/);
    equal(location.hash, '#samen=agenda/show/timeline');
  });

  it('is a list of cards where it is narrow', async () => {
    const agenda = await openAgenda(await agendaSpace(), { width: NARROW, path: ['show', 'list'] });
    await shows(agenda, 10);
    equal(findAll(agenda, 'table').length, 0);
    holds(agenda.scrollWidth <= NARROW, 'nothing sticks out');
  });

  it('shows what is with one’s own party, and what waits for it', async () => {
    const agenda = await openAgenda(await agendaSpace(), { as: CARE });
    await shows(agenda, 10);
    await press(agenda, 'Bal bij ons 2');
    await shows(agenda, 2);
    equal(titles(agenda).sort(), ['Een melding krijgt altijd antwoord', 'Eén gezin, één plan']);
    await press(agenda, 'Wacht op ons 1');
    await shows(agenda, 1);
    equal(titles(agenda), ['Een melding krijgt altijd antwoord']);
  });

  it('begins with what an editor chose, until a reader chooses otherwise', async () => {
    const attributes = { view: 'balls', only: 'signals', party: 'afd-werk' };
    const agenda = await openAgenda(await agendaSpace(), { attributes });
    await until('only those', () => titles(agenda).includes('Snel helpen bij geldzorgen'));
    equal(lane(agenda, 'Woningcorporatie'), ['Snel helpen bij geldzorgen']);
    await press(agenda, 'Fasen');
    await until('by phase', () => lane(agenda, '3. Proberen en leren').length > 0);
  });

  it('says that nothing belongs to a choice, with the way back', async () => {
    const agenda = await openAgenda(await agendaSpace(), { path: ['show', 'phases', 'signal', 'still'] });
    await reads(agenda, /Bij deze keuze hoort geen agendapunt\./);
    await press(agenda, 'Alles tonen');
    await shows(agenda, 10);
  });

  it('offers the first step where nothing is on it yet', async () => {
    const space = await agendaSpace(
      (rows) => new Map([...rows].filter(([key]) => !/^(agendaItem|ball|handover)\//.test(key))),
    );
    const agenda = await openAgenda(space);
    await see(agenda, 'heading', 'Nog niets op de agenda');
    equal(findAll(agenda, 'button', 'Nieuw agendapunt').length, 1);
  });

  it('tells a partner nothing of what is between departments', async () => {
    const agenda = await openAgenda(await agendaSpace(), { as: PARTNER });
    await shows(agenda, 8);
    holds(!read(agenda).includes('Eén loket in de wijk'), 'it is for the departments');
  });

  it('lets nobody write who only reads', async () => {
    const agenda = await openAgenda(await agendaSpace(), { attributes: { readonly: '' }, path: ['a8'] });
    await see(agenda, 'heading', 'Niemand heeft de bal');
    equal(findAll(agenda, 'button', 'Ik pak dit op').length, 0);
    equal(findAll(agenda, 'button', 'Nieuw agendapunt').length, 0);
  });

  it('changes by itself when a colleague moves a ball', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { path: ['show', 'balls'] });
    await until('nobody has it', () => lane(agenda, 'Niemand').length === 1);
    const [item] = (await space.read(CORE_TEAM, 'listAgendaItems', { signal: 'nobody' })).items;
    await space.write(PARTNER, 'takeBall', { id: 'a8', version: item?.ball.version ?? 0 });
    await until('the partner has it', () => lane(agenda, 'Woningcorporatie').includes('Rust voor de mantelzorger'));
  });

  it('follows a link in the agenda in which it was pressed, of two on a page', async () => {
    const space = await agendaSpace();
    const first = await openAgenda(space);
    await shows(first, 10);
    const second = document.createElement('samen-agenda');
    for (const name of ['backend', 'space']) second.setAttribute(name, first.getAttribute(name) ?? '');
    first.after(second);
    await shows(second, 10);
    (await see(second, 'link', 'Werk na zorg')).click();
    await see(second, 'heading', 'Waar was de bal?');
    equal(titles(first).length, 10, 'the other stays where it was');
  });

  it('shows what an editor narrowed it to, to be taken away; what is not there counts as none', async () => {
    const attributes = { only: 'signals', phase: 'f3', party: 'bestaat-niet' };
    const agenda = await openAgenda(await agendaSpace(), { attributes });
    await until('those only', () => titles(agenda).length === 3);
    await press(agenda, 'Vraagt aandacht');
    await shows(agenda, 6);
    await press(agenda, 'Proberen en leren');
    await shows(agenda, 10);
  });

  it('leads to an item and back to its card, with the focus there', async () => {
    const agenda = await openAgenda(await agendaSpace(), { as: WORK });
    await shows(agenda, 10);
    const link = await see(card(agenda, 'Werk na zorg') ?? agenda, 'link', 'Werk na zorg');
    link.click();
    await see(agenda, 'heading', 'Waar was de bal?');
    await until('its heading has the focus', () => nameOf(focused() ?? agenda) === 'Werk na zorg');
    await press(agenda, 'Toekomstagenda');
    await shows(agenda, 10);
    await until(
      'the card has the focus',
      () => focused()?.localName === 'a' && nameOf(focused() ?? agenda) === 'Werk na zorg',
    );
  });
});
