import { CARE, CORE_TEAM, PARTNER, WORK, agendaSpace, openAgenda, tidyUp } from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import { equal, holds, until } from '../../elements/support';

async function choose(scope: Element, name: string, value: string): Promise<void> {
  const list = (await see(scope, 'combobox', name)) as HTMLSelectElement;
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

const moves = (agenda: Element) => findAll(agenda, '[data-move]' as 'button').map(nameOf);
/** The lines of the log, the newest first. */
const log = (agenda: Element) => findAll(find(agenda, 'ol.log' as 'list') ?? agenda, 'listitem').map(read);

describe('the page of an item', () => {
  afterEach(tidyUp);

  it('says whose ball it is, and has one next action for each who reads it', async () => {
    const space = await agendaSpace();
    for (const [as, path, heading, first] of [
      [WORK, 'a8', 'Niemand heeft de bal', ['Ik pak dit op']],
      [CARE, 'a1', 'De bal ligt bij jullie', ['Bal aanbieden', 'Bijwerken', 'Loslaten']],
      [WORK, 'a1', 'De bal ligt bij Toegang Zorg en Jeugd', []],
      [WORK, 'a2', 'De bal ligt bij Woningcorporatie', ['Aannemen', 'Teruggeven']],
      [PARTNER, 'a2', 'De bal ligt bij jullie', ['Bal aanbieden', 'Bijwerken', 'Intrekken', 'Loslaten']],
    ] as const) {
      const agenda = await openAgenda(space, { as, path: [path] });
      await see(agenda, 'heading', heading);
      equal(moves(agenda), [...first], `${as} at ${path}`);
      tidyUp();
    }
  });

  it('is taken with one press, and tells the page', async () => {
    const agenda = await openAgenda(await agendaSpace(), { path: ['a8'] });
    await press(agenda, 'Ik pak dit op');
    await see(agenda, 'heading', 'De bal ligt bij jullie');
    await until('the log says so', () => /^Werk en Inkomen pakte de bal op/.test(log(agenda)[0] ?? ''));
    await until('the heading has the focus', () => nameOf(focused() ?? agenda) === 'Rust voor de mantelzorger');
  });

  it('tells the page of an offer and of an acceptance, by id alone', async () => {
    const told: unknown[] = [];
    const note = (event: Event) => told.push([event.type, (event as CustomEvent).detail]);
    document.addEventListener('samen-ball-offered', note);
    document.addEventListener('samen-ball-accepted', note);
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { path: ['a2'] });
    await press(agenda, 'Aannemen');
    await see(agenda, 'heading', 'De bal ligt bij jullie');
    await press(agenda, 'Bal aanbieden');
    await choose(agenda, 'Aan wie?', 'par-wonen');
    await press(agenda, 'Bal aanbieden');
    await see(agenda, 'heading', 'Jullie boden de bal aan Woningcorporatie aan');
    await until('both were told', () => told.length === 2);
    document.removeEventListener('samen-ball-offered', note);
    document.removeEventListener('samen-ball-accepted', note);
    equal(told, [
      ['samen-ball-accepted', { id: 'a2' }],
      ['samen-ball-offered', { id: 'a2' }],
    ]);
  });

  it('refuses a day that is gone or beyond all measure, beside the field', async () => {
    const agenda = await openAgenda(await agendaSpace(), { as: CARE, path: ['a1'] });
    await press(agenda, 'Bijwerken');
    await type(agenda, 'Uiterlijk (optioneel)', '2020-01-01', 'date');
    await press(agenda, 'Bijwerken');
    await see(agenda, 'link', 'Kies een dag vanaf vandaag.');
    await type(agenda, 'Uiterlijk (optioneel)', '2400-01-01', 'date');
    await press(agenda, 'Bijwerken');
    await see(agenda, 'link', 'Kies een dag binnen tien jaar.');
    await type(agenda, 'Uiterlijk (optioneel)', '', 'date');
    await type(agenda, 'Volgende stap (optioneel)', 'Eerst bellen');
    await press(agenda, 'Bijwerken');
    await reads(agenda, /Toegang Zorg en Jeugd werkte bij/);
    await reads(agenda, /Eerst bellen/);
  });

  it('keeps what was typed of a move for the next visit', async () => {
    const space = await agendaSpace();
    const first = await openAgenda(space, { path: ['a2'] });
    await press(first, 'Teruggeven');
    await type(first, 'Waarom?', 'Dit hoort bij');
    await new Promise((resolve) => setTimeout(resolve, 50));
    tidyUp();
    const again = await openAgenda(space, { path: ['a2'] });
    const field = (await see(again, 'textbox', 'Waarom?')) as HTMLTextAreaElement;
    equal(field.value, 'Dit hoort bij');
  });

  it('is said to have changed when a colleague was first, beside what was wanted, which can be sent once more', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { as: CARE, path: ['a1'] });
    const { ball } = await space.read(CARE, 'getAgendaItem', { id: 'a1' });
    await press(agenda, 'Bijwerken');
    await type(agenda, 'Volgende stap (optioneel)', 'Bellen');
    const send = await see(agenda, 'button', 'Bijwerken');
    // At once, before the page has heard of the other.
    const theirs = { id: 'a1', version: ball.version, nextStep: 'Eerst mailen' };
    const first = space.write('afd-toegang-3', 'progressBall', theirs);
    send.click();
    await first;
    await reads(agenda, /Intussen is dit veranderd\./);
    await reads(agenda, /Zo is het nu Toegang Zorg en Jeugd · Eerst mailen Dit wilde jij Bellen/);
    await press(agenda, 'Bijwerken');
    await reads(agenda, /Bijgewerkt\./);
    equal((await space.read(CARE, 'getAgendaItem', { id: 'a1' })).ball.nextStep, 'Bellen');
  });

  it('is said to be with another who was first, and nothing when that was a colleague who did the same', async () => {
    for (const [other, said] of [
      [PARTNER, /Intussen heeft Woningcorporatie de bal\./],
      ['afd-werk-2', /Jullie hebben nu de bal\./],
    ] as const) {
      const space = await agendaSpace();
      const agenda = await openAgenda(space, { as: WORK, path: ['a8'] });
      const { ball } = await space.read(WORK, 'getAgendaItem', { id: 'a8' });
      const take = await see(agenda, 'button', 'Ik pak dit op');
      const first = space.write(other, 'takeBall', { id: 'a8', version: ball.version });
      take.click();
      await first;
      await reads(agenda, said);
      equal(findAll(agenda, 'alert').length, other === PARTNER ? 1 : 0, other);
      tidyUp();
    }
  });

  it('is joined with one press, or not', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { as: CORE_TEAM, path: ['a2'] });
    const join = async (name: string) => {
      const radio = (await see(agenda, 'radio', name)) as HTMLInputElement;
      radio.click();
    };
    await join('Meedenken');
    await until('it joins', async () =>
      (await space.read(CORE_TEAM, 'getAgendaItem', { id: 'a2' })).participations.some(
        ({ partyId, as }) => partyId === 'afd-beleid' && as === 'thinking',
      ),
    );
    await join('Niet');
    await until('it does not', async () =>
      (await space.read(CORE_TEAM, 'getAgendaItem', { id: 'a2' })).participations.every(
        ({ partyId }) => partyId !== 'afd-beleid',
      ),
    );
  });

  it('shows what looks like it, to go on together', async () => {
    const agenda = await openAgenda(await agendaSpace(), { as: CORE_TEAM, path: ['a3'] });
    await see(agenda, 'link', 'Lijkt op ‘Snel helpen bij geldzorgen’.');
    await press(agenda, 'Samen verder');
    await reads(agenda, /Dit punt gaat samen verder met een ander punt/);
    equal(findAll(agenda, 'link', 'Lijkt op ‘Snel helpen bij geldzorgen’.').length, 0);
  });

  it('is moved by the core team for a party, with a reason that stands in the log', async () => {
    const agenda = await openAgenda(await agendaSpace(), { as: CORE_TEAM, path: ['a2'] });
    (await see(agenda, 'group', 'Meer doen met dit punt')).setAttribute('open', '');
    await press(agenda, 'Namens een andere partij');
    await choose(agenda, 'Namens wie?', 'afd-werk');
    await press(agenda, 'Aannemen');
    await press(agenda, 'Aannemen');
    await see(agenda, 'link', 'Schrijf op waarom jij dit voor hen doet.');
    await type(agenda, 'Waarom doe jij het voor hen?', 'Zij belden erover');
    await press(agenda, 'Aannemen');
    await see(agenda, 'heading', 'De bal ligt bij Werk en Inkomen');
    await until('the log says so', () => /namens Werk en Inkomen/.test(log(agenda)[0] ?? ''));
    holds((log(agenda)[0] ?? '').includes('Zij belden erover'), 'with the reason');
  });

  it('is paused with a reason, resumed, closed, opened again and erased', async () => {
    const agenda = await openAgenda(await agendaSpace(), { as: CORE_TEAM, path: ['a7'] });
    const more = async (name: string) => {
      (await see(agenda, 'group', 'Meer doen met dit punt')).setAttribute('open', '');
      await press(agenda, name);
    };
    await more('Pauzeren');
    await type(agenda, 'Waarom?', 'Vakantie');
    await press(find(agenda, 'form' as 'group') ?? agenda, 'Pauzeren');
    await see(agenda, 'heading', 'Dit punt is gepauzeerd. De bal rust.');
    await reads(agenda, /Reden: Vakantie/);
    await more('Hervatten');
    await see(agenda, 'heading', 'De bal ligt bij Toegang Zorg en Jeugd');
    await more('Klaar');
    await until('the question has the focus', () => nameOf(focused() ?? agenda) === 'Nee, houden');
    await press(agenda, 'Nee, houden');
    await until('and the button again', () => nameOf(focused() ?? agenda) === 'Klaar');
    await more('Klaar');
    await press(agenda, 'Ja, klaar');
    await see(agenda, 'heading', 'Dit punt is afgerond. Er is geen bal meer.');
    await more('Weer openen');
    await see(agenda, 'heading', 'Niemand heeft de bal');
    await more('Wissen');
    await press(agenda, 'Ja, wissen');
    await reads(agenda, /7 open punten|van de 7/);
  });

  it('says that it is not there, or not for this person, alike', async () => {
    const space = await agendaSpace();
    for (const [as, path] of [
      [PARTNER, 'a9'],
      [WORK, 'bestaat-niet'],
    ] as const) {
      const agenda = await openAgenda(space, { as, path: [path] });
      await see(agenda, 'heading', 'Dit agendapunt is er niet');
      tidyUp();
    }
  });

  it('is read in English too', async () => {
    const agenda = await openAgenda(await agendaSpace(), { path: ['a2'], lang: 'en' });
    await see(agenda, 'heading', 'The ball is with Woningcorporatie');
    equal(moves(agenda), ['Accept', 'Give back']);
  });
});
