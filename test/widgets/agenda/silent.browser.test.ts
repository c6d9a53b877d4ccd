import {
  CORE_TEAM,
  MEMBER,
  NARROW,
  agendaSpace,
  choose,
  isAccessible,
  isWithin,
  movableClock,
  openAgenda,
  tidyUp,
  today,
  walkTo,
} from './session-bench';
import { withChange } from '../../../stories/agenda-session-rows';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import type { PageSpace } from '../../../stories/compass-space';
import { equal, holds, until } from '../../elements/support';
import type { AgendaItemView } from '../../../src/model/agenda-types';
import { addDays } from '../../../src/model/day';

const MINUTE = 60_000;

async function openRound(space: PageSpace, as = CORE_TEAM, width?: number): Promise<HTMLElement> {
  const agenda = await openAgenda(space, { as, path: ['silent'], ...(width && { width }) });
  await press(agenda, 'Beginnen');
  await see(agenda, 'heading', 'Bal 1 van 3');
  return agenda;
}

/** Once an item is so, for who reads it elsewhere. */
async function itemBecomes(space: PageSpace, id: string, isSo: (item: AgendaItemView) => unknown): Promise<void> {
  const end = performance.now() + 5000;
  for (;;) {
    const item = await space.read(MEMBER, 'getAgendaItem', { id });
    if (isSo(item)) return;
    if (performance.now() > end) throw new Error(`it is: ${JSON.stringify(item)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the round of silent balls', () => {
  let clock: ReturnType<typeof movableClock>;
  beforeEach(() => {
    clock = movableClock();
  });
  afterEach(() => {
    clock.end();
    tidyUp();
  });

  it('says beforehand which lie still, the worst first, and is reached from the agenda', async () => {
    const agenda = await openAgenda(await agendaSpace(), { path: ['show', 'phases'] });
    await press(agenda, 'Balrondje', 'link');
    await reads(agenda, /3 ballen liggen stil\. Ga ze in tien minuten langs/);
    equal(findAll(agenda, 'listitem').map(read), [
      'Rust voor de mantelzorger Niemand heeft de bal, 19 dagen',
      'Snel helpen bij geldzorgen Niet aangenomen, 34 dagen',
      'Een melding krijgt altijd antwoord Te laat, 2 dagen',
    ]);
  });

  it('takes up a ball, asks the next step at once, and gives a short account at the end', async () => {
    const space = await agendaSpace();
    const agenda = await openRound(space);
    await reads(
      agenda,
      /Rust voor de mantelzorger Niemand heeft de bal, 19 dagen .* Niemand heeft de bal Volgende stap/,
    );
    await press(agenda, 'Ik pak dit op');
    await itemBecomes(space, 'a8', ({ ball }) => ball.holderId === 'afd-beleid');
    await until('it asks how it stands', () => nameOf(focused() ?? agenda) === 'Hoe staat het ervoor?');
    await type(agenda, /^Volgende stap/, 'Drie mantelzorgers bellen');
    await type(agenda, /^Uiterlijk/, addDays(today(), 7), 'date');
    await press(agenda, 'Bijwerken');
    await itemBecomes(space, 'a8', ({ ball }) => ball.nextStep === 'Drie mantelzorgers bellen');
    await until('the focus is on the way on', () => nameOf(focused() ?? agenda) === 'Volgende');
    await press(agenda, 'Volgende');
    await reads(agenda, /Bal 2 van 3/);
    await press(agenda, 'Overslaan');
    await reads(agenda, /Bal 3 van 3/);
    await press(agenda, 'Volgende');
    await see(agenda, 'heading', 'Dat was het balrondje');
    await until('the heading has the focus', () => nameOf(focused() ?? agenda) === 'Dat was het balrondje');
    await reads(agenda, /1 bal kwam in beweging, van de 3\./);
    equal(findAll(agenda, 'listitem').map(read), [
      'Rust voor de mantelzorger Opgepakt',
      'Snel helpen bij geldzorgen Overgeslagen',
      'Een melding krijgt altijd antwoord Besproken',
    ]);
  });

  it('lets who was asked accept after all', async () => {
    const space = await agendaSpace();
    const agenda = await openRound(space, MEMBER);
    const accepted: unknown[] = [];
    agenda.addEventListener('samen-ball-accepted', (event) => accepted.push(event.detail));
    await press(agenda, 'Volgende');
    await reads(agenda, /Snel helpen bij geldzorgen .* aangeboden aan Werk en Inkomen/);
    await press(agenda, 'Aannemen');
    await itemBecomes(space, 'a2', ({ ball }) => ball.state === 'held' && ball.holderId === 'afd-werk');
    await until('the page is told', () => accepted.length === 1);
    equal(accepted, [{ id: 'a2' }]);
  });

  it('lets the holder say how it stands, or offer the ball to another', async () => {
    const space = await agendaSpace();
    const agenda = await openRound(space, 'afd-toegang-2');
    const offered: unknown[] = [];
    agenda.addEventListener('samen-ball-offered', (event) => offered.push(event.detail));
    await press(agenda, 'Volgende');
    await press(agenda, 'Volgende');
    await press(agenda, 'Bal aanbieden');
    await press(agenda, 'Bal aanbieden');
    await see(agenda, 'link', 'Kies aan wie je de bal aanbiedt.');
    await choose(agenda, 'Aan wie?', 'Werk en Inkomen');
    await press(agenda, 'Bal aanbieden');
    await itemBecomes(space, 'a7', ({ ball }) => ball.offer?.toPartyId === 'afd-werk');
    await until('the page is told', () => offered.length === 1);
    equal(offered, [{ id: 'a7' }]);
    await press(agenda, 'Volgende');
    await reads(agenda, /Een melding krijgt altijd antwoord Aangeboden aan Werk en Inkomen/);
  });

  it('says whose move it is where one can do nothing, and leads to the page of the item and back', async () => {
    const agenda = await openRound(await agendaSpace());
    await press(agenda, 'Volgende');
    await reads(agenda, /Woningcorporatie is aan zet\. Vraag wat de volgende stap is\./);
    await press(agenda, 'Meer doen op de bladzijde van dit punt', 'link');
    await see(agenda, 'heading', 'Snel helpen bij geldzorgen');
    await see(agenda, 'heading', 'Waar was de bal?');
    walkTo('silent');
    await see(agenda, 'heading', 'Bal 2 van 3');
  });

  it('joins an item in which nobody takes part', async () => {
    const space = await agendaSpace((rows) =>
      withChange(withChange(rows, 'agendaItem', 'a1', { participations: [] }), 'ball', 'a1', {
        movedAt: new Date().toISOString(),
      }),
    );
    const agenda = await openAgenda(space, { as: MEMBER, path: ['silent'] });
    await press(agenda, 'Beginnen');
    for (let at = 0; at < 3; at += 1) await press(agenda, 'Volgende');
    await reads(agenda, /Bal 4 van 4 .* Niemand doet mee/);
    await press(agenda, 'Wij doen mee');
    await itemBecomes(space, 'a1', ({ participations }) =>
      participations.some(({ partyId, as }) => partyId === 'afd-werk' && as === 'doing'),
    );
  });

  it('has ten minutes in all, and says once that they are over', async () => {
    const agenda = await openRound(await agendaSpace());
    await reads(agenda, /nog (10:00|9:5\d) van de 10 minuten/);
    await press(agenda, 'Volgende');
    clock.forward(10 * MINUTE + 2_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await reads(agenda, /De tien minuten zijn om\. Rond deze bal af\./);
    await reads(agenda, /0:0\d over de tijd/);
    await see(agenda, 'button', 'Volgende');
    await press(agenda, 'Afsluiten');
    await reads(agenda, /Een melding krijgt altijd antwoord Niet aan toegekomen/);
  });

  it('begins anew when the last was long ago', async () => {
    const space = await agendaSpace();
    const agenda = await openRound(space);
    walkTo('show', 'list');
    await see(agenda, 'link', 'Balrondje');
    clock.forward(3 * 60 * MINUTE);
    walkTo('silent');
    await see(agenda, 'button', 'Beginnen');
  });

  it('is not there when all goes well', async () => {
    const space = await agendaSpace((rows) =>
      ['a2', 'a7', 'a8'].reduce((all, id) => withChange(all, 'agendaItem', id, { status: 'paused' }), rows),
    );
    const agenda = await openAgenda(space, { path: ['show', 'list'] });
    await see(agenda, 'link', 'Bijeenkomsten');
    equal(find(agenda, 'link', 'Balrondje'), undefined);
    walkTo('silent');
    await see(agenda, 'heading', 'Er ligt geen bal stil');
  });

  it('fits in 320 px with a form open, and axe finds nothing', async () => {
    const agenda = await openRound(await agendaSpace(), 'afd-toegang-2', NARROW);
    await press(agenda, 'Volgende');
    await press(agenda, 'Volgende');
    await press(agenda, 'Bijwerken');
    await see(agenda, 'heading', 'Hoe staat het ervoor?');
    isWithin(agenda, NARROW);
    await isAccessible(agenda);
    holds(
      findAll(agenda, 'button').every((one) => one.getBoundingClientRect().height >= 44),
      'each can be touched',
    );
  });
});
