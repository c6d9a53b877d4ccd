import { CORE_TEAM, MEMBER, PARTNER, demoSpace, leavePage, openCompass, tidyUp } from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import { withOpenRound } from '../../../stories/compass-rows';
import type { PageSpace } from '../../../stories/compass-space';
import { equal, holds, until } from '../../elements/support';
import type { Answer } from '../../../src/model/types';

const ROUND = 'ronde-4';

const checked = (compass: Element) =>
  findAll(compass, 'radio').flatMap((each) => ((each as HTMLInputElement).checked ? [nameOf(each)] : []));
const note = (compass: Element) => (find(compass, 'textbox') as HTMLTextAreaElement | undefined)?.value;
const step = (compass: Element, words: string) => reads(compass, new RegExp(words));

/** Answers a driver and goes on. */
async function answer(compass: Element, name: string, onward = 'Volgende'): Promise<void> {
  await press(compass, name, 'radio');
  await press(compass, onward);
}

/** Answers every driver; the last button saves. */
async function answerAll(compass: Element, names: readonly string[]): Promise<void> {
  for (const [index, name] of names.entries()) {
    await step(compass, `${String(index + 1)} van ${String(names.length)}`);
    await answer(compass, name, index === names.length - 1 ? 'Opslaan' : 'Volgende');
  }
}

const stored = (space: PageSpace, person = MEMBER) => space.read(person, 'getMyCheckIn', { roundId: ROUND });

describe('checking in', () => {
  afterEach(tidyUp);

  it('asks one driver at a time, and says which of how many', async () => {
    const compass = await openCompass(await demoSpace(withOpenRound));
    await press(compass, 'Inchecken');
    await step(compass, 'Inchecken, ronde 4 ?1 van 5');
    const first = nameOf(await see(compass, 'heading', /\?$/));
    equal(findAll(compass, 'radio').map(nameOf), ['Goed', 'Kan beter', 'Gaat niet']);
    await answer(compass, 'Goed');
    await step(compass, '2 van 5');
    const second = await see(compass, 'heading', /\?$/);
    holds(nameOf(second) !== first, 'another question');
    await until('the question has the focus', () => focused() === second);
    equal([checked(compass), note(compass)], [[], '']);
  });

  it('promises in words what happens to an answer', async () => {
    const compass = await openCompass(await demoSpace(withOpenRound), { path: ['check-in'] });
    await reads(
      compass,
      /Je antwoord telt mee\. We tonen een groep pas bij 5 antwoorden\. Soms verbergen we ook een tweede groep, zodat niemand het kan uitrekenen\./,
    );
    await reads(compass, /Als de ronde sluit, wissen we de losse antwoorden\./);
  });

  it('saves after the last driver, thanks, tells the page, and gives the focus back to its button', async () => {
    const space = await demoSpace(withOpenRound);
    const compass = await openCompass(space);
    const heard: unknown[] = [];
    compass.addEventListener('samen-checkin-saved', (event) => heard.push((event as CustomEvent).detail));
    await press(compass, 'Inchecken');
    await type(compass, /^Wil je er iets bij zeggen/, 'Een zin.');
    await answerAll(compass, ['Goed', 'Kan beter', 'Gaat niet', 'Goed', 'Goed']);
    await reads(
      await see(compass, 'status'),
      /Dank je\. Je antwoord telt mee\. Je kunt het aanpassen tot de ronde sluit\./,
    );
    await until('the focus is on its button', () => nameOf(focused() ?? compass) === 'Inchecken aanpassen');
    equal(heard, [{ roundId: ROUND }]);
    const { answers } = await stored(space);
    equal(
      answers.map((each) => each.answer),
      ['good', 'couldBeBetter', 'notWorking', 'good', 'good'] satisfies Answer[],
    );
    equal(
      answers.map((each) => each.note ?? ''),
      ['Een zin.', '', '', '', ''],
    );
  });

  it('goes back with what was answered', async () => {
    const compass = await openCompass(await demoSpace(withOpenRound), { path: ['check-in'] });
    await type(compass, /^Wil je er iets bij zeggen/, 'Soms.');
    await answer(compass, 'Kan beter');
    await step(compass, '2 van 5');
    await press(compass, 'Vorige');
    await step(compass, '1 van 5');
    equal([checked(compass), note(compass)], [['Kan beter'], 'Soms.']);
    holds(!find(compass, 'button', 'Vorige'), 'nothing before the first');
  });

  it('does not go on without an answer: says so at the answers and in a summary that takes the focus', async () => {
    const compass = await openCompass(await demoSpace(withOpenRound), { path: ['check-in'] });
    await press(compass, 'Volgende');
    const summary = await see(compass, 'heading', 'Kijk dit nog even na');
    await until('the summary has the focus', () => focused() === summary);
    const group = await see(compass, 'group', /\?$/);
    const root = group.getRootNode() as ShadowRoot;
    equal(
      read(root.getElementById(group.getAttribute('aria-describedby') ?? '') ?? group),
      'Kies een antwoord. Daarna kun je verder.',
    );
    await step(compass, '1 van 5');
    await press(compass, 'Kies een antwoord. Daarna kun je verder.', 'link');
    await until('the link leads to the answers', () => nameOf(focused() ?? compass) === 'Goed');
    await press(compass, 'Goed', 'radio');
    await until('the summary is gone', () => !find(compass, 'heading', 'Kijk dit nog even na'));
  });

  it('takes the focus to the summary again at the next attempt', async () => {
    const compass = await openCompass(await demoSpace(withOpenRound), { path: ['check-in'] });
    for (const attempt of ['once', 'again']) {
      await press(compass, 'Volgende');
      await until(attempt, () => nameOf(focused() ?? compass) === 'Kijk dit nog even na');
    }
  });

  it('is kept as typed when the page is left half-way', async () => {
    const space = await demoSpace(withOpenRound);
    const first = await openCompass(space, { path: ['check-in'] });
    await answer(first, 'Gaat niet');
    await step(first, '2 van 5');
    await press(first, 'Kan beter', 'radio');
    await type(first, /^Wil je er iets bij zeggen/, 'Half af');
    await new Promise((resolve) => setTimeout(resolve, 100));
    leavePage(first);
    const again = await openCompass(space, { path: ['check-in'] });
    await step(again, '2 van 5');
    await until('it is as it was', () => note(again) === 'Half af');
    equal(checked(again), ['Kan beter']);
    await press(again, 'Vorige');
    await step(again, '1 van 5');
    equal(checked(again), ['Gaat niet']);
    equal((await stored(space)).answers, [], 'nothing was sent');
  });

  it('keeps what one person typed from the next', async () => {
    const space = await demoSpace(withOpenRound);
    const mine = await openCompass(space, { path: ['check-in'] });
    await type(mine, /^Wil je er iets bij zeggen/, 'Van mij');
    await new Promise((resolve) => setTimeout(resolve, 100));
    leavePage(mine);
    const theirs = await openCompass(space, { as: PARTNER, path: ['check-in'] });
    await step(theirs, '1 van 5');
    equal(note(theirs), '');
  });

  it('can be changed until the round closes', async () => {
    const space = await demoSpace(withOpenRound);
    const compass = await openCompass(space);
    await press(compass, 'Inchecken');
    await answerAll(compass, ['Goed', 'Goed', 'Goed', 'Goed', 'Goed']);
    await press(compass, 'Inchecken aanpassen');
    await step(compass, '1 van 5');
    await until('the earlier answer stands there', () => checked(compass)[0] === 'Goed');
    await answerAll(compass, ['Gaat niet', 'Goed', 'Goed', 'Goed', 'Goed']);
    await see(compass, 'button', 'Inchecken aanpassen');
    const { answers, version } = await stored(space);
    equal([answers[0]?.answer, version], ['notWorking', 2]);
  });

  it('says that the round has closed meanwhile, and keeps in sight what was typed', async () => {
    const space = await demoSpace(withOpenRound);
    const compass = await openCompass(space, { path: ['check-in'] });
    await step(compass, '1 van 5');
    await type(compass, /^Wil je er iets bij zeggen/, 'Nog niet klaar');
    await space.write(CORE_TEAM, 'closeRound', { id: ROUND, version: 1 });
    await reads(compass, /De ronde is intussen gesloten\. Inchecken kan niet meer\. Wat je schreef, staat hieronder\./);
    holds(/Nog niet klaar/.test(read(compass)), 'what was typed');
    await press(compass, 'Stoppen');
    await reads(compass, /Er deden te weinig mensen mee om iets te laten zien\./);
  });

  it('says that no round is open to who comes by a link', async () => {
    const compass = await openCompass(await demoSpace(), { path: ['check-in'] });
    await reads(compass, /Er is nu geen ronde open\. Het kernteam opent de volgende\./);
    holds(!find(compass, 'radio'), 'nothing to answer');
  });

  it('tells nobody else that somebody checked in', async () => {
    const space = await demoSpace(withOpenRound);
    const colleague = await openCompass(space, { as: PARTNER });
    await reads(colleague, /Ongeveer 25 van de 67 deelnemers checkten in\./);
    const before = read(colleague);
    const { drivers } = (await space.read(MEMBER, 'listRounds', {})).items[0] ?? { drivers: [] };
    await space.write(MEMBER, 'saveCheckIn', {
      roundId: ROUND,
      version: 0,
      answers: drivers.map(({ id }) => ({ driverId: id, answer: 'good' })),
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    equal(read(colleague), before);
  });

  it('shows the example of a driver as text, whatever it looks like', async () => {
    const markup = '<b onclick="x">goed</b>';
    const space = await demoSpace((rows, today) => {
      const open = withOpenRound(rows, today);
      const key = `round/${ROUND}`;
      const found = open.get(key);
      const round = structuredClone(found?.row) as { drivers: { goodExample: string; question: string }[] };
      for (const driver of round.drivers) Object.assign(driver, { goodExample: markup, question: markup });
      return new Map([...open, ...(found ? [[key, { ...found, row: round } as typeof found] as const] : [])]);
    });
    const compass = await openCompass(space, { path: ['check-in'] });
    await see(compass, 'heading', markup);
    holds(!compass.shadowRoot?.querySelector('[onclick]'), 'no element came of it');
  });
});
