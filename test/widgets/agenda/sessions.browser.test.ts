import ICAL from 'ical.js';
import {
  CORE_TEAM,
  MEMBER,
  NARROW,
  PARTNER,
  agendaSpace,
  becomes,
  choose,
  isAccessible,
  isWithin,
  openAgenda,
  sessionsOf,
  tick,
  ticked,
  tidyUp,
  today,
  walkTo,
} from './session-bench';
import { withChange, without } from '../../../stories/agenda-session-rows';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import { equal, holds, until } from '../../elements/support';
import { addDays } from '../../../src/model/day';

/** What the browser was given to keep, as text. */
function savedFiles() {
  const real = URL.createObjectURL;
  const files: Blob[] = [];
  URL.createObjectURL = (blob) => {
    files.push(blob as Blob);
    return real.call(URL, blob);
  };
  return { files, end: () => void (URL.createObjectURL = real) };
}

/** Whether something was read at any moment, until one asks. */
function watchFor(scope: Element, words: string): () => boolean {
  let isSeen = false;
  const look = () => void (isSeen ||= read(scope).includes(words));
  const watching = setInterval(look, 5);
  return () => {
    clearInterval(watching);
    look();
    return isSeen;
  };
}

describe('the sessions', () => {
  afterEach(tidyUp);

  it('say what comes and what was, with when, how often and what was agreed', async () => {
    const agenda = await openAgenda(await agendaSpace(), { as: MEMBER });
    await see(agenda, 'heading', 'Komt eraan');
    const [coming, held] = findAll(agenda, 'listitem').map(read);
    for (const words of ['Maandelijks terugkijken', '10:00 tot 11:00 uur', 'Elke maand. Daarna:', 'Programma is klaar'])
      holds(coming?.includes(words), `${words}: ${String(coming)}`);
    for (const words of ['11 mensen waren erbij', '2 afspraken']) holds(held?.includes(words), String(held));
  });

  it('are planned by the core team alone', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { as: MEMBER });
    await see(agenda, 'heading', 'Komt eraan');
    equal(find(agenda, 'link', 'Bijeenkomst plannen'), undefined);
    for (const path of [
      ['sessions', 'new'],
      ['run', 's2'],
    ]) {
      walkTo('sessions', 's2');
      await see(agenda, 'heading', 'Programma');
      walkTo(...path);
      await see(agenda, 'heading', 'Komt eraan');
    }
    walkTo('sessions', 's2', 'edit');
    await see(agenda, 'heading', 'Programma');
    for (const name of ['Bijeenkomst beginnen', 'Aanpassen']) equal(find(agenda, 'link', name), undefined, name);
    equal(find(agenda, 'button', 'Programma opslaan'), undefined);
    await see(agenda, 'link', 'Snel helpen bij geldzorgen');
  });

  it('are reached from the agenda and back, with the focus where it was', async () => {
    const agenda = await openAgenda(await agendaSpace(), { path: ['show', 'list'] });
    await press(agenda, 'Bijeenkomsten', 'link');
    await see(agenda, 'heading', 'Komt eraan');
    await until('the heading has the focus', () => nameOf(focused() ?? agenda) === 'Bijeenkomsten');
    await press(agenda, 'Toekomstagenda');
    await until('the way there has it', () => nameOf(focused() ?? agenda) === 'Bijeenkomsten');
  });

  it('are planned with a name, a day, a time, a length, a place and how often', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space);
    await press(agenda, 'Bijeenkomst plannen', 'link');
    await type(agenda, 'Hoe heet de bijeenkomst?', 'Samen terugkijken');
    await type(agenda, 'Op welke dag?', '2027-06-08', 'date');
    await type(agenda, 'Hoe laat begint het?', '09:30', 'time');
    await type(agenda, 'Hoeveel minuten?', '90', 'number');
    await type(agenda, /^Waar is het\?/, 'Stadhuis, kamer 2');
    await choose(agenda, 'Komt de bijeenkomst terug?', 'Elke maand');
    await press(agenda, 'Alleen afdelingen', 'radio');
    const gone = watchFor(agenda, 'Deze bijeenkomst is er niet');
    await press(agenda, 'Plannen');
    await see(agenda, 'heading', 'Samen terugkijken');
    equal(gone(), false, 'it is never said not to be there');
    await reads(agenda, /dinsdag 8 juni 2027, 09:30 tot 11:00 uur/);
    await reads(agenda, /Elke maand, op de tweede dinsdag van de maand\. Daarna: 13 juli 2027, 10 augustus 2027/);
    const planned = (await sessionsOf(space)).find(({ title }) => title === 'Samen terugkijken');
    // Summer: half past nine on the wall is half past seven in Greenwich.
    equal(planned?.startsAt, '2027-06-08T07:30:00.000Z');
    equal(planned?.recurrence, 'FREQ=MONTHLY;BYDAY=2TU');
    equal([planned?.minutes, planned?.place, planned?.audience], [90, 'Stadhuis, kamer 2', 'internal']);
    equal(
      (await sessionsOf(space, PARTNER)).some(({ title }) => title === 'Samen terugkijken'),
      false,
    );
  });

  it('say all at once what is wrong with a plan, and keep what was typed for later', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { path: ['sessions', 'new'] });
    await type(agenda, 'Op welke dag?', addDays(today(), -1), 'date');
    await type(agenda, 'Hoeveel minuten?', '0', 'number');
    await press(agenda, 'Plannen');
    await until('the summary has the focus', () => nameOf(focused() ?? agenda) === 'Dit kan nog niet');
    for (const words of ['Schrijf op hoe de bijeenkomst heet.', 'Kies een dag vanaf vandaag.'])
      await see(agenda, 'link', words);
    await see(agenda, 'link', 'Vul een heel aantal minuten in, van 1 tot 1440.');
    equal((await sessionsOf(space)).length, 2, 'nothing was planned');
    await type(agenda, 'Hoe heet de bijeenkomst?', 'Half');
    walkTo('sessions');
    await see(agenda, 'heading', 'Komt eraan');
    await press(agenda, 'Bijeenkomst plannen', 'link');
    await reads(agenda, /Je gaat verder met wat je eerder begon\./);
    equal(((await see(agenda, 'textbox', 'Hoe heet de bijeenkomst?')) as HTMLInputElement).value, 'Half');
  });

  it('keep their rule to the letter when only the place changes', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { path: ['sessions', 's2', 'edit'] });
    await type(agenda, /^Waar is het\?/, 'Wijkhuis');
    await press(agenda, 'Opslaan');
    const { recurrence, agendaItemIds } = await becomes(space, 's2', (one) => one?.place === 'Wijkhuis');
    equal(recurrence, 'FREQ=MONTHLY');
    equal(agendaItemIds, ['a2', 'a8', 'a7'], 'the programme stays');
  });

  it('keep a rule that was made elsewhere, until another is chosen', async () => {
    const rule = 'FREQ=WEEKLY;COUNT=6';
    const space = await agendaSpace((rows) => withChange(rows, 'session', 's2', { recurrence: rule }));
    const agenda = await openAgenda(space, { path: ['sessions', 's2', 'edit'] });
    const list = (await see(agenda, 'combobox', 'Komt de bijeenkomst terug?')) as HTMLSelectElement;
    equal(list.selectedOptions[0]?.label, 'Met een eigen regel');
    await type(agenda, 'Hoeveel minuten?', '75', 'number');
    await press(agenda, 'Opslaan');
    equal((await becomes(space, 's2', (one) => one?.minutes === 75)).recurrence, rule);
    await reads(agenda, /\(75 minuten\)/);
    await press(agenda, 'Aanpassen', 'link');
    await choose(agenda, 'Komt de bijeenkomst terug?', 'Eenmalig');
    await press(agenda, 'Opslaan');
    equal((await becomes(space, 's2', (one) => one?.recurrence === undefined)).minutes, 75);
    await see(agenda, 'button', 'Wissen');
    walkTo('sessions', 'new');
    const fresh = (await see(agenda, 'combobox', 'Komt de bijeenkomst terug?')) as HTMLSelectElement;
    holds(![...fresh.options].some(({ label }) => label === 'Met een eigen regel'), 'of a new one there is none');
  });

  it('say that somebody else changed one meanwhile, and write over it only when told so', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { path: ['sessions', 's2', 'edit'] });
    await type(agenda, /^Waar is het\?/, 'Wijkhuis');
    const { nextStartsAt: _times, ...other } = await becomes(space, 's2', (one) => one);
    await space.write(CORE_TEAM, 'saveSession', { ...other, minutes: 90 });
    // As long as it takes to be known here too.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await press(agenda, 'Opslaan');
    await see(agenda, 'alert', /Intussen is deze bijeenkomst veranderd/);
    equal((await becomes(space, 's2', (one) => one)).minutes, 90);
    await press(agenda, 'Opslaan');
    equal((await becomes(space, 's2', (one) => one?.place === 'Wijkhuis')).minutes, 60);
  });

  it('are prepared from a proposal, and say whether it fits in the time', async () => {
    const space = await agendaSpace((rows) =>
      withChange(rows, 'session', 's2', { agendaItemIds: [], experienceIds: [], methodIds: [], minutes: 45 }),
    );
    const agenda = await openAgenda(space, { path: ['sessions', 's2'] });
    await see(agenda, 'button', 'Programma opslaan');
    const chosen = ticked(agenda);
    equal(chosen.slice(0, 3), [
      'Rust voor de mantelzorger',
      'Snel helpen bij geldzorgen',
      'Een melding krijgt altijd antwoord',
    ]);
    await reads(agenda, /van de 45 minuten gevuld/);
    await tick(agenda, /^Snel helpen bij geldzorgen/);
    await tick(agenda, /^Ik durfde het niet te vragen/);
    for (const name of chosen.slice(3)) await tick(agenda, new RegExp(`^${name} \\d`));
    await tick(agenda, /^Rugzak uitpakken/);
    await tick(agenda, /^Wat, dus, nu/);
    await reads(agenda, /50 van de 45 minuten gevuld\. Dat is 5 minuten te veel\. Kies minder, of plan langer\./);
    await press(agenda, 'Wat, dus, nu eerder');
    await until(
      'the focus stays with what moved',
      () => /Wat, dus, nu/.test(nameOf(focused() ?? agenda)) || focused()?.id === 'methods-w-wat',
    );
    await press(agenda, 'Programma opslaan');
    const session = await becomes(space, 's2', (one) => one?.methodIds.length === 2);
    equal(session.methodIds, ['w-wat', 'w-rugzak']);
    equal(session.agendaItemIds, ['a8', 'a7']);
    equal(session.experienceIds.length, 1);
    await reads(agenda, /Het programma is opgeslagen\./);
  });

  it('keep a choice that was not saved yet', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { path: ['sessions', 's2'] });
    await tick(agenda, /^Vroeg bellen bij huurschuld/);
    await reads(agenda, /nog niet opgeslagen/);
    walkTo('sessions');
    await see(agenda, 'heading', 'Komt eraan');
    walkTo('sessions', 's2');
    await until('it is ticked still', () => ticked(agenda).includes('Vroeg bellen bij huurschuld'));
    equal((await becomes(space, 's2', (one) => one)).agendaItemIds.length, 3);
  });

  it('say that somebody else prepared one meanwhile', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { path: ['sessions', 's2'] });
    await tick(agenda, /^Vroeg bellen bij huurschuld/);
    const { nextStartsAt: _times, ...other } = await becomes(space, 's2', (one) => one);
    await space.write(CORE_TEAM, 'saveSession', { ...other, title: 'Anders', methodIds: ['w-wat'] });
    await see(agenda, 'heading', 'Anders');
    await press(agenda, 'Programma opslaan');
    await see(agenda, 'alert', /Intussen is deze bijeenkomst veranderd/);
    equal((await becomes(space, 's2', (one) => one)).methodIds, ['w-wat']);
    await press(agenda, 'Programma opslaan');
    await becomes(space, 's2', (one) => one?.agendaItemIds.includes('a3') && one.methodIds.length === 2);
  });

  it('ask what was agreed before, and note at once that it is done', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { path: ['sessions', 's2'] });
    await tick(agenda, 'Kaartje maken: dit mag je delen');
    await becomes(space, 's1', (one) => one?.agreements.every(({ isDone }) => isDone));
    await reads(agenda, /Genoteerd als gedaan\./);
    await until('there is none left to do', () => !find(agenda, 'heading', 'Wat spraken we eerder af?'));
  });

  it('are erased after a question, which can be answered with no', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { path: ['sessions', 's1'] });
    await press(agenda, 'Wissen');
    await press(agenda, 'Nee, houden');
    equal((await sessionsOf(space)).length, 2);
    await press(agenda, 'Wissen');
    await press(agenda, 'Ja, wissen');
    await see(agenda, 'heading', 'Komt eraan');
    await until('it is gone from the list', () => findAll(agenda, 'listitem').length === 1);
    equal(
      (await sessionsOf(space)).map(({ id }) => id),
      ['s2'],
    );
  });

  it('say what they are for where there are none', async () => {
    const space = await agendaSpace((rows) => without(rows, 'session'));
    const agenda = await openAgenda(space, { as: MEMBER });
    await see(agenda, 'heading', 'Nog geen bijeenkomsten');
    await reads(agenda, /Het kernteam plant een bijeenkomst\./);
  });

  it('say of one that is not there, or not for somebody, the same', async () => {
    const space = await agendaSpace((rows) => withChange(rows, 'session', 's1', { audience: 'internal' }));
    const agenda = await openAgenda(space, { as: PARTNER, path: ['sessions', 's1'] });
    await see(agenda, 'heading', 'Deze bijeenkomst is er niet');
    walkTo('sessions', 'nooit-geweest');
    await see(agenda, 'heading', 'Deze bijeenkomst is er niet');
  });

  it('are a file for one’s own calendar, with the balls of one’s party', async () => {
    const space = await agendaSpace();
    const agenda = await openAgenda(space, { as: CORE_TEAM });
    const saved = savedFiles();
    try {
      await press(agenda, 'Agendabestand opslaan');
      await reads(agenda, /Het bestand is opgeslagen/);
      const text = (await saved.files[0]?.text()) ?? '';
      const calendar = new ICAL.Component(ICAL.parse(text) as never);
      const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      equal(
        events.map(({ summary }) => summary),
        ['Maandelijks terugkijken', 'Bal: Brieven die iedereen snapt'],
      );
      holds(events[0]?.isRecurring(), 'it comes again');
      equal(events[0]?.startDate.toString().slice(0, 16), `${addDays(today(), 4)}T10:00`);
    } finally {
      saved.end();
    }
  });

  for (const [name, path, role, seen] of [
    ['the list', ['sessions'], 'heading', 'Komt eraan'],
    ['the form', ['sessions', 'new'], 'button', 'Plannen'],
    ['one to prepare', ['sessions', 's2'], 'button', 'Programma opslaan'],
    ['one that was held', ['sessions', 's1'], 'heading', 'Afspraken'],
  ] as const)
    it(`fit in 320 px, and axe finds nothing: ${name}`, async () => {
      const agenda = await openAgenda(await agendaSpace(), { path, width: NARROW });
      await see(agenda, role, seen);
      isWithin(agenda, NARROW);
      await isAccessible(agenda);
    });
});
