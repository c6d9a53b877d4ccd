import { AUTHOR, MEMBER, PARTNER, feedSpace, openBackpack, tidyUp, titles, withSpace } from './bench';
import { withExperience } from '../../../stories/backpack-rows';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import type { PageSpace } from '../../../stories/compass-space';
import { equal, holds, until } from '../../elements/support';
import { FEWEST_AUTHORS } from '../../../src/model/limits';
import type { Id, Member } from '../../../src/model/types';

const SEND = /^Delen/;
const HAPPENED = 'Wat gebeurde er?';
const LEARNED = /^Dus: wat leerde ik\?/;
const NEXT = /^Nu: wat ga ik doen\?/;
const STORY = 'Een meneer kwam met drie brieven. Ik belde met Toegang.';

async function compose(space: PageSpace, as: Id = MEMBER, path: readonly string[] = ['new']): Promise<HTMLElement> {
  const backpack = await openBackpack(space, { as, path });
  await see(backpack, 'button', SEND);
  return backpack;
}

const valueOf = async (backpack: HTMLElement, name: RegExp | string) =>
  ((await see(backpack, 'textbox', name)) as HTMLTextAreaElement).value;
const nowIn = (backpack: HTMLElement, name: RegExp | string) =>
  (find(backpack, 'textbox', name) as HTMLTextAreaElement | undefined)?.value ?? '';
const kept = (backpack: HTMLElement) => reads(backpack, /Bewaard als concept, \d{1,2}\.\d\d uur/);
const listed = async (space: PageSpace, as: Id = MEMBER) =>
  (await space.read(as, 'listExperiences', { limit: 100 })).items;
const choose = (backpack: HTMLElement, name: RegExp) => press(backpack, name, 'radio');
const names = (backpack: HTMLElement, group: RegExp) => {
  const found = findAll(backpack, 'group', group)[0];
  return found ? findAll(found, 'radio').map((radio) => nameOf(radio).replace(/ .*(mensen|mens)$/, '')) : [];
};

/** Words of somebody's that were kept in this browser would be gone on with in the next test. */
async function forgetDrafts(): Promise<void> {
  tidyUp();
  await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('writing an experience', () => {
  afterEach(forgetDrafts);

  it('asks three things together, of which one has to be answered', async () => {
    const space = await feedSpace();
    const backpack = await compose(space);
    await see(backpack, 'textbox', LEARNED);
    await see(backpack, 'textbox', NEXT);
    await press(backpack, SEND);
    const link = await see(backpack, 'link', /Vertel wat er gebeurde\./);
    await until('the summary has the focus', () => /Er klopt nog iets niet/.test(focused()?.textContent ?? ''));
    link.click();
    const field = await see(backpack, 'textbox', HAPPENED);
    await until('the link leads to the field', () => focused() === field);
    equal(field.getAttribute('aria-invalid'), 'true');
    equal((await listed(space)).length, (await listed(await feedSpace())).length);
  });

  it('shares it, goes back to the feed and to the new card, and tells the page its id', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space);
    await press(backpack, 'Ervaring delen');
    const heard: unknown[] = [];
    backpack.addEventListener('samen-experience-shared', ({ detail }) => heard.push(detail));
    await choose(backpack, /^Geleerd$/);
    await type(backpack, HAPPENED, STORY);
    await type(backpack, NEXT, 'Ik bel voortaan eerst.');
    await press(backpack, 'Delen met alle afdelingen en partners');
    const card = await see(backpack, 'article', 'Een meneer kwam met drie brieven');
    await until('the focus is on the new card', () => focused() === card);
    await reads(backpack, /Je ervaring is gedeeld\./);
    const one = (await listed(space, PARTNER)).find(({ whatHappened }) => whatHappened === STORY);
    equal([one?.kind, one?.authorShownAs, one?.whatNext], ['lesson', 'jobTitle', 'Ik bel voortaan eerst.']);
    equal(heard, [{ id: one?.id }]);
    await press(backpack, 'Ervaring delen');
    equal(await valueOf(backpack, HAPPENED), '', 'the next begins blank');
  });

  it('proposes the first words as its title, and takes another', async () => {
    const space = await feedSpace();
    const backpack = await compose(space);
    await type(backpack, HAPPENED, STORY);
    await reads(backpack, /Laat je dit leeg, dan wordt het ‘Een meneer kwam met drie brieven’\./);
    await type(backpack, /^Titel/, 'Drie brieven');
    await press(backpack, SEND);
    await see(backpack, 'article', 'Drie brieven');
  });

  it('keeps what is typed, and goes on with it after the page was left', async () => {
    const space = await feedSpace();
    const backpack = await compose(space);
    await type(backpack, HAPPENED, STORY);
    await choose(backpack, /^Alle afdelingen(?! en)/);
    await kept(backpack);
    tidyUp();
    const again = await compose(space);
    await reads(again, /Je gaat verder met wat je eerder begon\./);
    equal(await valueOf(again, HAPPENED), STORY);
    await see(again, 'button', 'Delen met alle afdelingen');
    await press(again, 'Nieuwe ervaring beginnen');
    await until('it is blank', () => nowIn(again, HAPPENED) === '');
    await type(again, HAPPENED, 'Een tweede.');
    await kept(again);
    await press(again, 'Later verder');
    await press(again, 'Mijn rugzak');
    await see(again, 'tab', 'Concepten 2');
  });

  it('says who reads it in numbers of people, and a partner cannot choose the departments', async () => {
    const space = await feedSpace();
    const backpack = await compose(space);
    await reads(backpack, /Mijn afdeling Werk en Inkomen, 12 mensen/);
    await reads(backpack, /Alle afdelingen Partners lezen niet mee, 40 mensen/);
    await reads(backpack, /Alle afdelingen en partners Iedereen in deze samenwerking, 67 mensen/);
    tidyUp();
    const partner = await compose(space, PARTNER);
    await reads(partner, /Mijn organisatie/);
    equal(findAll(partner, 'radio', /^Alle afdelingen(?! en partners)/).length, 0);
  });

  it('repeats in the button with whom it is shared, and beside it under which name', async () => {
    const backpack = await compose(await feedSpace());
    for (const [choice, button] of [
      [/^Mijn afdeling/, 'Delen met mijn afdeling'],
      [/^Alle afdelingen(?! en)/, 'Delen met alle afdelingen'],
      [/^Alleen ik/, 'Delen met alleen mijzelf'],
      [/^Alle afdelingen en partners/, 'Delen met alle afdelingen en partners'],
    ] as const) {
      await choose(backpack, choice);
      await see(backpack, 'button', button);
    }
    await reads(backpack, /Erbij staat alleen: klantmanager\./);
    await choose(backpack, /^Geen naam/);
    await reads(backpack, /Er staat geen naam bij\./);
  });

  it('without a name is honest about who can find out, and comes at seven', async () => {
    const space = await feedSpace();
    const backpack = await compose(space);
    await choose(backpack, /^Geen naam/);
    await reads(backpack, /Alleen wie de database én de sleutel heeft, kan dit nagaan\..*Om 7\.00 uur/);
    await type(backpack, HAPPENED, STORY);
    await press(backpack, SEND);
    await reads(await see(backpack, 'status'), /Om 7\.00 uur komt hij erbij\./);
    await see(backpack, 'article', 'Een meneer kwam met drie brieven');
    holds(!(await listed(space, AUTHOR)).some(({ whatHappened }) => whatHappened === STORY), 'nobody else has it');
  });

  for (const anonymousPosts of ['daily', 'atOnce'] as const)
    it(`without a name says that the core team reads it first, where that is so (${anonymousPosts})`, async () => {
      const space = await feedSpace((rows) => withSpace(rows, {}, { anonymousPosts, approvesAnonymous: true }));
      const backpack = await openBackpack(space);
      await press(backpack, 'Ervaring delen');
      await see(backpack, 'button', SEND);
      await choose(backpack, /^Geen naam/);
      await type(backpack, HAPPENED, STORY);
      await press(backpack, SEND);
      await see(backpack, 'status', /^Je ervaring is bewaard\. Het kernteam leest hem eerst\.$/);
      await until('the feed is back', () => titles(backpack).length > 5);
      // What the backend says of the feed is here by now.
      await new Promise((resolve) => setTimeout(resolve, 500));
      const now = focused();
      const isOn = anonymousPosts === 'daily' ? now?.matches('article') : nameOf(now ?? backpack) === 'Ervaring delen';
      holds(isOn, `the focus is not lost: ${now?.outerHTML.slice(0, 200) ?? 'nowhere'}`);
    });

  it('of another kind than the feed shows is shared, and the focus is on the heading, not taken later', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space, { attributes: { kind: 'lesson' } });
    await press(backpack, 'Ervaring delen');
    await see(backpack, 'button', SEND);
    await choose(backpack, /^Gelukt$/);
    await type(backpack, HAPPENED, STORY);
    await press(backpack, SEND);
    await until('the focus is on the heading', () => focused()?.id === 'samen-heading');
    equal(titles(backpack).includes('Een meneer kwam met drie brieven'), false, 'it is not shown');
    const button = await press(backpack, 'Filters wissen');
    await see(backpack, 'article', 'Een meneer kwam met drie brieven');
    await new Promise((resolve) => setTimeout(resolve, 200));
    holds(!focused()?.matches('article'), `the focus was taken from ${nameOf(button)}`);
  });

  it('without a name warns in a space that publishes at once, and is not offered for oneself alone', async () => {
    const space = await feedSpace((rows) => withSpace(rows, {}, { anonymousPosts: 'atOnce' }));
    const backpack = await compose(space);
    await choose(backpack, /^Geen naam/);
    await reads(backpack, /Wie ziet dat jij nu schrijft, kan raden dat hij van jou is\./);
    await choose(backpack, /^Alleen ik/);
    await until('it is gone', () => !find(backpack, 'radio', /^Geen naam/));
  });

  it('without a name is not offered where, without the admins, too few read along', async () => {
    const space = await feedSpace((rows) => {
      const isMember = ([key]: [string, unknown]) => key.startsWith('member/');
      const members = [...rows].filter(isMember);
      const mine = members.filter(([key]) => key === `member/${MEMBER}`);
      const others = members.filter(([key]) => key !== `member/${MEMBER}`);
      const few = [...mine, ...others.filter(([, { row }]) => (row as Member).role === 'member')].slice(
        0,
        FEWEST_AUTHORS - 1,
      );
      const admins = others.slice(-2).map(([key, stored]) => {
        const row = { ...(stored.row as Member & { version: number }), role: 'admin' as const };
        return [key, { ...stored, row }] as const;
      });
      return new Map([...[...rows].filter((each) => !isMember(each)), ...few, ...admins]);
    });
    const backpack = await compose(space);
    await reads(backpack, /Iedereen in deze samenwerking, 6 mensen/);
    await reads(backpack, /Zonder naam kan hier niet: er lezen te weinig mensen mee\./);
    holds(!find(backpack, 'radio', /^Geen naam/), 'it is not offered');
  });

  it('says that a picture cannot be used, also to who listens', async () => {
    const backpack = await compose(await feedSpace());
    await press(backpack, 'Foto toevoegen');
    const input = await until('the field', () => findAll(backpack, 'input[type=file]' as 'textbox')[0]);
    const files = new DataTransfer();
    files.items.add(new File(['geen foto'], 'foto.jpg', { type: 'image/jpeg' }));
    (input as HTMLInputElement).files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await see(backpack, 'status', /Deze foto kunnen we niet gebruiken\. Kies een JPEG, PNG of WebP\./);
    equal(read(backpack).split('Deze foto kunnen we niet gebruiken').length, 2, 'it stands there once');
    holds(
      (input.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .some((id) => /niet gebruiken/.test((input.getRootNode() as ShadowRoot).getElementById(id)?.textContent ?? '')),
      'and is tied to the field',
    );
  });

  it('under a job title that few have says that it points at the writer', async () => {
    const space = await feedSpace((rows) => {
      const member = rows.get(`member/${MEMBER}`);
      if (!member) throw new Error('no such member');
      return new Map([...rows, [`member/${MEMBER}`, { ...member, row: { ...member.row, jobTitle: 'klompenmaker' } }]]);
    });
    const backpack = await compose(space);
    await reads(backpack, /Weinig mensen hebben jouw functie\./);
    await choose(backpack, /^Mijn naam/);
    await until('it goes', () => !/Weinig mensen hebben jouw functie/.test(read(backpack)));
  });

  it('remembers with whom and under which name one shared', async () => {
    const space = await feedSpace();
    const backpack = await compose(space);
    await choose(backpack, /^Mijn afdeling/);
    await choose(backpack, /^Mijn naam/);
    await type(backpack, HAPPENED, STORY);
    await press(backpack, SEND);
    await see(backpack, 'article', /drie brieven/);
    await press(backpack, 'Ervaring delen');
    await see(backpack, 'button', 'Delen met mijn afdeling');
    holds(((await see(backpack, 'radio', /^Mijn naam/)) as HTMLInputElement).checked, 'the name as well');
  });

  it('warns beside the field of what may be of a resident, takes it away or leaves it', async () => {
    const backpack = await compose(await feedSpace());
    await type(backpack, HAPPENED, 'Een meneer, geboren op 12-03-1951, belde met 06-12345678.');
    await reads(backpack, /Staat hier een geboortedatum\? ‘12-03-1951’/);
    await reads(backpack, /Staat hier een telefoonnummer\?/);
    await press(backpack, 'Weghalen');
    await until('the date is gone', () => !nowIn(backpack, HAPPENED).includes('1951'));
    await until('the focus is on what comes next', () => nameOf(focused() ?? backpack) === 'Weghalen');
    await press(backpack, 'Het klopt zo');
    await until('nothing is said any more', () => !find(backpack, 'button', 'Weghalen'));
    const field = await see(backpack, 'textbox', HAPPENED);
    await until('the focus is back in the text', () => focused() === field);
    holds((await valueOf(backpack, HAPPENED)).includes('06-12345678'), 'it stands');
    await kept(backpack);
    await press(backpack, SEND);
    await see(backpack, 'article', /meneer/);
  });

  it('unfolds what only some need, and keeps it with the draft', async () => {
    const space = await feedSpace();
    const backpack = await compose(space);
    await press(backpack, 'Vraag aan anderen');
    const ask = await see(backpack, 'textbox', /^Vraag aan anderen/);
    await until('the focus is in it', () => focused() === ask);
    await type(backpack, /^Vraag aan anderen/, 'Wie belt ook eerst?');
    await press(backpack, 'Drijfveer kiezen');
    await press(backpack, 'Samen eigenaar');
    await press(backpack, 'Advies welkom');
    await type(backpack, HAPPENED, STORY);
    await kept(backpack);
    tidyUp();
    const again = await compose(space);
    equal(await valueOf(again, /^Vraag aan anderen/), 'Wie belt ook eerst?');
    await press(again, SEND);
    await see(again, 'article', /drie brieven/);
    const one = (await listed(space)).find(({ whatHappened }) => whatHappened === STORY);
    equal([one?.askOthers, one?.driverIds, one?.adviceWelcome], ['Wie belt ook eerst?', ['d-samen'], true]);
  });

  it('shows what is done with it before the first time, and no more once that was read', async () => {
    const space = await feedSpace();
    const backpack = await compose(space);
    await reads(backpack, /Waarvoor Leren samenwerken/);
    await press(backpack, 'Ik heb het gelezen');
    await until('it is folded', () => !find(backpack, 'button', 'Ik heb het gelezen'));
    tidyUp();
    const again = await compose(space);
    holds(!find(again, 'button', 'Ik heb het gelezen'), 'not asked again');
    await see(again, 'group', 'Wat gebeurt er met wat je schrijft?');
  });

  it('says what is wrong in a text that is too long, on leaving it, and keeps all of it', async () => {
    const backpack = await compose(await feedSpace());
    const long = 'x'.repeat(5001);
    const field = await type(backpack, HAPPENED, long);
    field.blur();
    field.dispatchEvent(new FocusEvent('blur'));
    await reads(backpack, /5[.,]?000/);
    equal(await valueOf(backpack, HAPPENED), long);
  });
});

describe('changing an experience', () => {
  afterEach(forgetDrafts);

  it('begins with what is there, and offers no name that is less open', async () => {
    const space = await feedSpace();
    const backpack = await compose(space, AUTHOR, ['edit', 'e2']);
    await see(backpack, 'heading', 'Ervaring bewerken');
    equal(await valueOf(backpack, /^Titel/), 'Ik dacht dat de ander het deed');
    await reads(backpack, /Wat er al bij stond, kun je niet meer weghalen\./);
    equal(findAll(backpack, 'radio', /^Geen naam/).length, 0);
    equal(findAll(backpack, 'radio', /^Alleen ik/).length, 0, 'what was shared unnamed stays shared');
    await type(backpack, /^Titel/, 'Ik dacht dat Toegang het deed');
    await choose(backpack, /^Mijn naam/);
    await press(backpack, SEND);
    await see(backpack, 'article', 'Ik dacht dat Toegang het deed');
    const one = await space.read(PARTNER, 'getExperience', { id: 'e2' });
    equal([one.title, one.authorShownAs, one.replies], ['Ik dacht dat Toegang het deed', 'named', 2]);
  });

  it('that is further down the feed leaves the focus on the heading, and does not take it later', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space, { as: AUTHOR, path: ['edit', 'e2'], attributes: { limit: '2' } });
    await type(backpack, /^Titel/, 'Ik dacht dat Toegang het deed');
    await press(backpack, SEND);
    await until('the focus is on the heading', () => focused()?.id === 'samen-heading');
    await press(backpack, 'Oudere ervaringen tonen');
    await see(backpack, 'article', 'Ik dacht dat Toegang het deed');
    await new Promise((resolve) => setTimeout(resolve, 200));
    holds(!focused()?.matches('article'), 'the focus stays where one is');
  });

  it('that only its writer read shares it under their name, or not at all', async () => {
    const space = await feedSpace((rows) =>
      withExperience(rows, 'e2', {
        audience: `person:${AUTHOR}`,
        audienceChoice: 'me',
        authorShownAs: 'jobTitle',
        authorId: AUTHOR,
      }),
    );
    const backpack = await compose(space, AUTHOR, ['edit', 'e2']);
    await choose(backpack, /^Alle afdelingen en partners/);
    equal(names(backpack, /^Wat staat erbij\?/).length, 1);
    await reads(backpack, /Begin dan een nieuwe ervaring\./);
  });
});
