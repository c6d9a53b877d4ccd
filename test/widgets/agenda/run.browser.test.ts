import {
  CORE_TEAM,
  NARROW,
  agendaSpace,
  becomes,
  choose,
  isAccessible,
  isWithin,
  movableClock,
  openAgenda,
  sleepingTab,
  sessionsOf,
  tidyUp,
  walkTo,
} from './session-bench';
import { withChange } from '../../../stories/agenda-session-rows';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import { equal, frame, holds, until } from '../../elements/support';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const clockOf = (scope: Element) => read(findAll(scope, 'timer')[0] ?? scope);
const screenOf = (agenda: Element) => see(agenda, 'dialog', 'Maandelijks terugkijken');

function key(name: string): void {
  focused()?.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );
}

/** The session of the demonstration, an hour ago: it comes each month. */
const begun = () =>
  agendaSpace((rows) =>
    withChange(rows, 'session', 's2', {
      startsAt: new Date(Date.now() - 60 * MINUTE).toISOString(),
      recurrence: 'FREQ=WEEKLY',
    }),
  );

async function openRun(space: Parameters<typeof openAgenda>[0], width?: number): Promise<HTMLElement> {
  const agenda = await openAgenda(space, { path: ['run', 's2'], ...(width && { width }) });
  await see(agenda, 'button', 'Klok starten');
  return agenda;
}

describe('a session that is held', () => {
  let clock: ReturnType<typeof movableClock>;
  beforeEach(() => {
    clock = movableClock();
  });
  afterEach(() => {
    clock.end();
    tidyUp();
  });

  it('goes through the steps of its methods, each with the time there is for it', async () => {
    const agenda = await openRun(await agendaSpace());
    await reads(
      agenda,
      /Stap 1 van 10 · Balrondje Open de agenda\. Begin bij wat het langst stil ligt\. nog 3:00 van 3 minuten/,
    );
    equal(find(agenda, 'button', 'Vorige stap'), undefined);
    for (let step = 1; step < 5; step += 1) await press(agenda, 'Volgende stap');
    await reads(
      agenda,
      /Stap 5 van 10 · Alleen vragen Eén iemand vertelt een echt vraagstuk\. Twee minuten\. nog 2:00 van 2 minuten/,
    );
    await press(agenda, 'Vorige stap');
    await reads(agenda, /Stap 4 van 10/);
    for (let step = 4; step < 10; step += 1) await press(agenda, 'Volgende stap');
    await reads(agenda, /Dit is de laatste stap/);
    equal(find(agenda, 'button', 'Volgende stap'), undefined);
    await until('the focus is not lost', () => focused()?.closest('.row'));
  });

  it('has a clock that goes on out of sight, stands still in a pause, and begins anew at each step', async () => {
    const agenda = await openRun(await agendaSpace());
    clock.forward(5 * MINUTE);
    await press(agenda, 'Klok starten');
    holds(clockOf(agenda).startsWith('nog 3:00'), clockOf(agenda));
    const tab = sleepingTab();
    await press(agenda, 'Volgend punt');
    clock.forward(70 * SECOND);
    document.dispatchEvent(new Event('visibilitychange'));
    await frame();
    tab.end();
    holds(clockOf(agenda).startsWith('nog 1:'), `it has gone on: ${clockOf(agenda)}`);
    await press(agenda, 'Pauze');
    const shown = clockOf(agenda);
    clock.forward(MINUTE);
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(clockOf(agenda), shown, 'it stands still');
    await press(agenda, 'Klok starten');
    await press(agenda, 'Volgende stap');
    holds(/^nog (4:00|3:59) van 4 minuten/.test(clockOf(agenda)), clockOf(agenda));
    await see(agenda, 'button', 'Pauze');
  });

  it('says once, politely, that the time of a step is up, and how long it is over', async () => {
    const agenda = await openRun(await agendaSpace());
    await press(agenda, 'Klok starten');
    const said = () =>
      findAll(agenda, 'status')
        .map(read)
        .filter((words) => words.includes('is om'));
    equal(said(), []);
    clock.forward(3 * MINUTE + 5 * SECOND);
    document.dispatchEvent(new Event('visibilitychange'));
    await until('it is said', () => said().length === 1);
    equal(said(), ['De tijd van deze stap is om.']);
    holds(/^0:0[5-9] over de tijd/.test(clockOf(agenda)), clockOf(agenda));
    equal(focused()?.textContent.trim(), 'Pauze', 'the focus stays');
    await press(agenda, 'Volgend punt');
    clock.forward(SECOND);
    document.dispatchEvent(new Event('visibilitychange'));
    await frame();
    equal(said(), [], 'what is said next is not said over');
  });

  it('is there as it was, clock and all, for who comes back', async () => {
    const space = await agendaSpace();
    const agenda = await openRun(space);
    await press(agenda, 'Volgende stap');
    await press(agenda, 'Klok starten');
    await press(agenda, 'Afspraak toevoegen');
    await type(agenda, 'Afspraak 1: wat spreken jullie af?', 'Wij bellen eerst');
    walkTo('sessions', 's2');
    await see(agenda, 'link', 'Verder met de bijeenkomst');
    clock.forward(30 * SECOND);
    await press(agenda, 'Verder met de bijeenkomst', 'link');
    await see(agenda, 'button', 'Pauze');
    await reads(agenda, /Stap 2 van 10/);
    equal(((await see(agenda, 'textbox', /^Afspraak 1/)) as HTMLTextAreaElement).value, 'Wij bellen eerst');
    holds(/^nog [0-3]:[0-3]\d/.test(clockOf(agenda)), clockOf(agenda));
  });

  it('takes its points one by one', async () => {
    const agenda = await openRun(await agendaSpace());
    await reads(agenda, /Punt 1 van 3 Snel helpen bij geldzorgen .* De bal ligt bij Woningcorporatie/);
    await press(agenda, 'Volgend punt');
    await reads(agenda, /Punt 2 van 3 Rust voor de mantelzorger .* Niemand heeft de bal/);
    await press(agenda, 'Volgend punt');
    await until('there is none after it', () => !find(agenda, 'button', 'Volgend punt'));
    equal(nameOf(focused() ?? agenda), 'Vorig punt');
  });

  it('is one step where no method was chosen', async () => {
    const agenda = await openRun(await agendaSpace((rows) => withChange(rows, 'session', 's2', { methodIds: [] })));
    await reads(agenda, /Stap 1 van 1 Bespreek de punten één voor één\..* nog 60:00 van 60 minuten/);
  });

  it('fills the screen without names or votes; keys go on and back, Escape leaves', async () => {
    const agenda = await openRun(await agendaSpace());
    await press(agenda, 'Op het grote scherm');
    const screen = await screenOf(agenda);
    await until('its first button has the focus', () => nameOf(focused() ?? agenda) === 'Klok starten');
    await reads(screen, /Stap 1 van 10 · Balrondje .* Punt 1 van 3 Snel helpen bij geldzorgen/);
    const { width, height } = screen.getBoundingClientRect();
    equal([width, height], [innerWidth, innerHeight]);
    key('PageDown');
    await reads(screen, /Stap 2 van 10/);
    key('ArrowRight');
    await reads(screen, /Stap 3 van 10/);
    key('ArrowLeft');
    await reads(screen, /Stap 2 van 10/);
    key('ArrowDown');
    await reads(screen, /Punt 2 van 3/);
    for (const { name } of (await (await agendaSpace()).read(CORE_TEAM, 'getSpace', {})).parties)
      holds(!read(screen).includes(name), `${name} stands on the screen`);
    holds(!/herken|stem/i.test(read(screen).replace('wie neemt', '')), 'no votes');
    screen.dispatchEvent(new Event('cancel', { cancelable: true }));
    await until('it is closed', () => !find(agenda, 'dialog'));
    await until('the focus is back', () => nameOf(focused() ?? agenda) === 'Op het grote scherm');
  });

  it('is written back: what was agreed, with whom, how many there were; what recurs is planned anew', async () => {
    const space = await begun();
    const agenda = await openRun(space);
    await press(agenda, 'Afspraak toevoegen');
    await until('one can type at once', () => nameOf(focused() ?? agenda) === 'Afspraak 1: wat spreken jullie af?');
    await type(agenda, 'Afspraak 1: wat spreken jullie af?', 'Elke melding krijgt binnen een dag antwoord');
    await choose(agenda, 'Afspraak 1: welke partij?', 'Werk en Inkomen');
    await press(agenda, 'Afspraak toevoegen');
    await type(agenda, 'Afspraak 2: wat spreken jullie af?', 'De kaart hangt in de hal');
    findAll(agenda, 'checkbox', 'Al gedaan')[1]?.click();
    await press(agenda, 'Afspraak toevoegen');
    await type(agenda, /^Hoeveel mensen zijn er\?/, '9', 'number');
    await press(agenda, 'Bijeenkomst afronden');
    const held = await becomes(space, 's2', (one) => one?.status === 'held');
    equal(
      held.agreements.map(({ text, partyId, isDone }) => [text, partyId ?? '', isDone]),
      [
        ['Elke melding krijgt binnen een dag antwoord', 'afd-werk', false],
        ['De kaart hangt in de hal', '', true],
      ],
    );
    equal([held.attendees, held.recurrence], [9, undefined]);
    await reads(agenda, /De bijeenkomst is afgerond\./);
    const next = await nextOf(space);
    equal(next?.recurrence, 'FREQ=WEEKLY');
    holds((next?.startsAt ?? '') > held.startsAt, 'it is later');
    equal([next?.agreements.length, next?.methodIds.length, next?.status], [0, 0, 'planned']);
    await see(agenda, 'link', 'Afspraken aanpassen');
  });

  it('makes an agenda item of an agreement with one button, and knows it afterwards', async () => {
    const space = await begun();
    const agenda = await openRun(space);
    await press(agenda, 'Afspraak toevoegen');
    equal(find(agenda, 'button', /^Maak agendapunt/), undefined, 'of nothing there is none to make');
    await type(agenda, 'Afspraak 1: wat spreken jullie af?', 'Een lijst met wie je belt');
    await press(agenda, 'Maak agendapunt van afspraak 1');
    await see(agenda, 'link', 'Staat op de agenda');
    const made = (await space.read(CORE_TEAM, 'listAgendaItems', {})).items.find(
      ({ title }) => title === 'Een lijst met wie je belt',
    );
    equal([made?.sessionId, made?.ball.state, made?.audience], ['s2', 'nobody', 'everyone']);
    await press(agenda, 'Bijeenkomst afronden');
    const held = await becomes(space, 's2', (one) => one?.status === 'held');
    equal(held.agreements[0]?.agendaItemId, made?.id);
  });

  it('says what is wrong, and sends nothing', async () => {
    const space = await begun();
    const agenda = await openRun(space);
    await press(agenda, 'Afspraak toevoegen');
    await choose(agenda, 'Afspraak 1: welke partij?', 'Werk en Inkomen');
    await type(agenda, /^Hoeveel mensen zijn er\?/, '2.5', 'number');
    await press(agenda, 'Bijeenkomst afronden');
    await see(agenda, 'link', 'Schrijf op wat jullie afspreken, of haal afspraak 1 weg.');
    await see(agenda, 'link', 'Vul een heel aantal in, van 0 tot 10.000.');
    equal((await becomes(space, 's2', (one) => one)).status, 'planned');
    // As long as the backend takes to refuse what was sent after all.
    await new Promise((resolve) => setTimeout(resolve, 300));
    equal(find(agenda, 'alert'), undefined);
  });

  it('keeps what two people wrote up, each in their own browser', async () => {
    const space = await begun();
    const agenda = await openRun(space);
    await press(agenda, 'Afspraak toevoegen');
    await type(agenda, 'Afspraak 1: wat spreken jullie af?', 'Van hier');
    const [other] = (await sessionsOf(space)).filter(({ id }) => id === 's2');
    if (!other) throw new Error('it is there');
    const { nextStartsAt: _times, ...input } = other;
    await space.write('afd-beleid-1', 'saveSession', {
      ...input,
      agreements: [{ id: 'elders', text: 'Van elders', isDone: false }],
    });
    await press(agenda, 'Bijeenkomst afronden');
    const end = performance.now() + 5000;
    for (;;) {
      const session = (await sessionsOf(space)).find(({ id }) => id === 's2');
      if (session?.status === 'held') {
        equal(session.agreements.map(({ text }) => text).sort(), ['Van elders', 'Van hier']);
        return;
      }
      if (performance.now() > end) throw new Error(`it is not held: ${read(agenda)}`);
      if (find(agenda, 'alert', /Intussen/)) find(agenda, 'button', 'Bijeenkomst afronden')?.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  it('fits in 320 px, and axe finds nothing; on the screen neither', async () => {
    const agenda = await openRun(await agendaSpace(), NARROW);
    await press(agenda, 'Afspraak toevoegen');
    isWithin(agenda, NARROW);
    await isAccessible(agenda);
    await press(agenda, 'Op het grote scherm');
    await isAccessible(await screenOf(agenda));
  });
});

async function nextOf(space: Parameters<typeof sessionsOf>[0]) {
  const end = performance.now() + 5000;
  for (;;) {
    const next = (await sessionsOf(space)).find(({ status }) => status === 'planned');
    if (next || performance.now() > end) return next;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
