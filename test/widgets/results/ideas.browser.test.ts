import { CORE_TEAM, PARTNER, WORK, openResults, resultsSpace, tidyUp } from './bench';
import { find, findAll, press, read, reads, see, type } from '../../../stories/compass-find';
import { place } from '../../elements/support';
import { equal, holds, until } from '../../elements/support';
import { html } from 'lit';
import '../../../src/widgets/agenda/define';

const COFFEE = 'Elke eerste maandag koffie, ook in de andere twee wijken.';

const ideaOf = (results: Element, text: string): HTMLElement | undefined =>
  findAll(results, 'article').find((one) => read(one).startsWith(text));

describe('the ideas', () => {
  afterEach(tidyUp);

  it('are one sentence, shared under a job title, after who reads it was said', async () => {
    const space = await resultsSpace();
    const results = await openResults(space, { as: WORK, path: ['ideas'] });
    await press(results, 'Idee delen');
    await press(results, 'Delen met alle afdelingen en partners');
    await reads(results, /Schrijf je idee in één zin\./);
    await type(results, 'Wat is je idee?', 'Een gezamenlijk telefoonspreekuur.');
    await reads(results, /Je naam staat er niet bij\./);
    await press(results, 'Delen met alle afdelingen en partners');
    await until('it stands there', () => ideaOf(results, 'Een gezamenlijk telefoonspreekuur.'));
    const { items } = await space.read(PARTNER, 'listIdeas', {});
    const idea = items.find(({ text }) => text === 'Een gezamenlijk telefoonspreekuur.');
    equal([idea?.by.partyId, idea?.isMine], ['afd-werk', false]);
  });

  it('keep what was typed, and know the experience that they begin with', async () => {
    const space = await resultsSpace();
    const path = ['ideas', 'new', 'experience', 'e2'];
    const first = await openResults(space, { as: WORK, path });
    await type(first, 'Wat is je idee?', 'Half bedacht');
    await new Promise((resolve) => setTimeout(resolve, 100));
    tidyUp();
    const again = await openResults(space, { as: WORK, path });
    await until(
      'it is there',
      () => (find(again, 'textbox', 'Wat is je idee?') as HTMLInputElement | undefined)?.value,
    );
    await reads(again, /Dit idee begon met een ervaring:/);
    await press(again, 'Delen met alle afdelingen en partners');
    await until('it stands there', () => ideaOf(again, 'Half bedacht'));
    const { items } = await space.read(WORK, 'listIdeas', {});
    equal(items.find(({ text }) => text === 'Half bedacht')?.experienceId, 'e2');
  });

  it('are joined in one tap, for one’s own party, and left again', async () => {
    const space = await resultsSpace();
    const results = await openResults(space, { as: PARTNER, path: ['ideas'] });
    const mine = async () =>
      (await space.read(PARTNER, 'listIdeas', {})).items
        .find(({ text }) => text === COFFEE)
        ?.participations.find(({ partyId }) => partyId === 'par-wonen')?.as;
    for (const [words, as] of [
      ['Meedenken', 'thinking'],
      ['Meedoen', 'doing'],
    ] as const) {
      // As it stands now: when it was read anew it may be another element.
      const card = await until('the idea is there', () => ideaOf(results, COFFEE));
      ((await see(card, 'radio', words)) as HTMLInputElement).click();
      for (let turn = 0; turn < 1000 && (await mine()) !== as; turn += 1) await new Promise((go) => setTimeout(go, 20));
      equal(await mine(), as);
    }
    await reads(results, /Jullie doen mee\./);
    await press(results, `Toch niet: ${COFFEE}`);
    await reads(results, /Jullie doen niet meer mee\./);
    equal(await mine(), undefined);
  });

  it('are taken up by the core team: it becomes an agenda item, which is opened', async () => {
    const space = await resultsSpace();
    const agenda = html`<samen-agenda backend=${space.address(CORE_TEAM)} space=${space.id}></samen-agenda>`;
    const around = place(agenda);
    const results = await openResults(space, { as: CORE_TEAM, path: ['ideas'] });
    await press(results, `Oppakken: ${COFFEE}`);
    const title = (await see(results, 'textbox', 'Hoe heet het agendapunt?')) as HTMLInputElement;
    equal(title.value, COFFEE.slice(0, -1));
    await type(results, 'Hoe heet het agendapunt?', '');
    await press(results, 'Oppakken');
    await reads(results, /Schrijf hoe het agendapunt heet\./);
    await type(results, 'Hoe heet het agendapunt?', 'Koffie in alle wijken');
    await press(results, 'Oppakken');
    await see(around, 'heading', 'Koffie in alle wijken');
    await see(around, 'heading', 'Niemand heeft de bal');
    const { items } = await space.read(PARTNER, 'listIdeas', {});
    const idea = items.find(({ text }) => text === COFFEE);
    equal(idea?.status, 'adopted');
    holds(location.hash.endsWith(`agenda/${idea?.agendaItemId ?? ''}`), location.hash);
  });

  it('are answered with why not now, which everybody reads', async () => {
    const space = await resultsSpace();
    const results = await openResults(space, { as: CORE_TEAM, path: ['ideas'] });
    await press(results, `Nu niet: ${COFFEE}`);
    await press(results, 'Antwoord plaatsen');
    await reads(results, /Een idee verdient een antwoord\./);
    await type(results, 'Waarom nu niet?', 'In het voorjaar is er geld voor.');
    await press(results, 'Antwoord plaatsen');
    await reads(results, /Nu niet\. In het voorjaar is er geld voor\. Kernteam/);
    await reads(results, /Het antwoord staat bij het idee\./);
    const { items } = await space.read(PARTNER, 'listIdeas', {});
    equal(items.find(({ text }) => text === COFFEE)?.answer?.text, 'In het voorjaar is er geld voor.');
  });

  it('are for the core team to answer, and for nobody else', async () => {
    const results = await openResults(await resultsSpace(), { as: WORK, path: ['ideas'] });
    await until('the idea is there', () => ideaOf(results, COFFEE));
    equal(findAll(results, 'button', /^(Oppakken|Nu niet)/).length, 0);
  });

  it('say what this is for where there are none', async () => {
    const space = await resultsSpace((rows) => new Map([...rows].filter(([key]) => !key.startsWith('idea/'))));
    const results = await openResults(space, { as: WORK, path: ['ideas'] });
    await see(results, 'heading', 'Nog geen ideeën');
    await see(results, 'button', 'Idee delen');
  });
});
