import { AUTHOR, MEMBER, PARTNER, feedSpace, openBackpack, tidyUp } from './bench';
import { withExperience } from '../../../stories/backpack-rows';
import { find, findAll, focused, press, read, reads, see, type } from '../../../stories/compass-find';
import type { PageSpace } from '../../../stories/compass-space';
import { PATIENCE_MS, equal, holds, until } from '../../elements/support';
import type { Id } from '../../../src/model/types';

/** Three days old, and nobody said anything yet. */
const FRESH = 'Samen één gesprek';
/** Nine days old, with two questions. */
const ASKED = 'Ik dacht dat de ander het deed';
const section = (backpack: Element, title: string) => see(backpack, 'region', `Vragen en reacties bij ${title}`);

async function open(
  space: PageSpace,
  title: string,
  as: Id = MEMBER,
  name = /Stel een vraag|vragen|vraag/,
): Promise<HTMLElement> {
  const backpack = await openBackpack(space, { as });
  await press(await see(backpack, 'article', title), name);
  return section(backpack, title);
}

const said = async (space: PageSpace, id: Id) =>
  (await space.read(MEMBER, 'listReplies', { id })).items.map(({ text, isQuestion }) => [text, isQuestion]);

async function becomes(space: PageSpace, id: Id, expected: unknown): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (JSON.stringify(await said(space, id)) !== JSON.stringify(expected)) {
    if (Date.now() > end) return equal(await said(space, id), expected);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('what is said under an experience', () => {
  afterEach(tidyUp);

  it('is a question first: there is no way to give advice', async () => {
    const space = await feedSpace();
    const replies = await open(space, FRESH);
    await reads(replies, /Nog niemand stelde een vraag\..*Een tip geven kan nog niet\./);
    holds(!find(replies, 'radio'), 'no choice');
    await type(replies, 'Stel eerst een vraag', 'Hoe lang duurde het gesprek?');
    await press(replies, 'Vraag plaatsen');
    await reads(replies, /Hoe lang duurde het gesprek\?/);
    await becomes(space, 'e12', [['Hoe lang duurde het gesprek?', true]]);
    equal(((await see(replies, 'textbox')) as HTMLTextAreaElement).value, '', 'the field is empty again');
  });

  it('may be advice once the author has answered', async () => {
    const space = await feedSpace((rows) => withExperience(rows, 'e12', { authorShownAs: 'named', authorId: AUTHOR }));
    await space.write(MEMBER, 'saveReply', {
      experienceId: 'e12',
      id: crypto.randomUUID(),
      version: 0,
      text: 'Hoe lang?',
      isQuestion: true,
    });
    const author = await open(space, FRESH, AUTHOR, /1 vraag/);
    await type(author, 'Je antwoord', 'Een uur.');
    await press(author, 'Antwoord plaatsen');
    await reads(author, /\(jij\) \(schrijver\)/);
    tidyUp();
    const replies = await open(space, FRESH, PARTNER, /x/).catch(() => undefined);
    equal(replies, undefined, 'it is not for partners');
    tidyUp();
    const other = await open(space, FRESH, MEMBER, /1 vraag, 1 reactie/);
    await press(other, 'Tip', 'radio');
    await type(other, 'Je tip', 'Neem koffie mee.');
    await press(other, 'Tip plaatsen');
    await becomes(space, 'e12', [
      ['Hoe lang?', true],
      ['Een uur.', false],
      ['Neem koffie mee.', false],
    ]);
  });

  it('of the author of a post without a name is ‘de schrijver’, and waits for the others', async () => {
    const space = await feedSpace((rows) =>
      withExperience(rows, 'e12', { authorShownAs: 'anonymous', author: undefined }),
    );
    await space.write(MEMBER, 'saveReply', {
      experienceId: 'e12',
      id: crypto.randomUUID(),
      version: 0,
      text: 'Hoe lang?',
      isQuestion: true,
    });
    const author = await open(space, FRESH, AUTHOR, /1 vraag/);
    await reads(author, /Bij je antwoord staat ‘de schrijver’/);
    await type(author, 'Je antwoord', 'Een uur.');
    await press(author, 'Antwoord plaatsen');
    await reads(author, /De schrijver \(jij\).*Nog niet te zien voor anderen.*Een uur\./);
    equal(await said(space, 'e12'), [['Hoe lang?', true]]);
  });

  it('is counted on the button, and open to whoever follows a link', async () => {
    const backpack = await openBackpack(await feedSpace(), { path: ['e2'] });
    const replies = await section(backpack, ASKED);
    await reads(replies, /Wat maakte dat je niet even vroeg\?.*Mag ik het laten zien\?/);
    const button = await see(backpack, 'button', '2 vragen');
    equal(button.ariaExpanded, 'true');
    button.click();
    await until('it is closed', () => !find(backpack, 'region', /Vragen en reacties/));
    equal(button.ariaExpanded, 'false');
    await press(backpack, 'Alle ervaringen');
    await until('the feed is back', () => findAll(backpack, 'article').length > 10);
  });

  it('cannot be empty: the error is tied to the field, which has the focus', async () => {
    const replies = await open(await feedSpace(), FRESH);
    await press(replies, 'Vraag plaatsen');
    await reads(replies, /Schrijf in één zin wat je wilt vragen\./);
    const field = await see(replies, 'textbox', 'Stel eerst een vraag');
    await until('the field has the focus', () => focused() === field);
    equal(field.getAttribute('aria-invalid'), 'true');
  });

  it('is kept as typed until it is placed', async () => {
    const space = await feedSpace();
    await type(await open(space, FRESH), 'Stel eerst een vraag', 'Half getypt');
    await new Promise((resolve) => setTimeout(resolve, 200));
    tidyUp();
    const again = await open(space, FRESH);
    await until(
      'it is back',
      () => (find(again, 'textbox') as HTMLTextAreaElement | undefined)?.value === 'Half getypt',
    );
  });

  it('is shown to who said it, also where there is more than is shown', async () => {
    const space = await feedSpace();
    for (let at = 0; at < 22; at += 1)
      await space.write('afd-toegang-3', 'saveReply', {
        ...{ experienceId: 'e12', id: crypto.randomUUID(), version: 0, text: `Vraag ${String(at)}?`, isQuestion: true },
      });
    const replies = await open(space, FRESH, MEMBER, /22 vragen/);
    await see(replies, 'button', 'Meer reacties tonen');
    await type(replies, 'Stel eerst een vraag', 'Van mij?');
    await press(replies, 'Vraag plaatsen');
    await reads(replies, /\(jij\).*Van mij\?/);
    await until('it is at the backend', () => !/verzonden/.test(read(replies)));
    await reads(replies, /Van mij\?/);
    await press(replies, 'Meer reacties tonen');
    await reads(replies, /Vraag 21\?/);
    await until('it stands there once', () => read(replies).split('Van mij?').length === 2);
    await press(replies, 'Wissen: Van mij?');
    await until('it is gone', () => !read(replies).includes('Van mij?'));
  });

  it('is erased by who said it, after ten seconds in which that can be taken back', async () => {
    const space = await feedSpace();
    await space.write(MEMBER, 'saveReply', {
      experienceId: 'e12',
      id: crypto.randomUUID(),
      version: 0,
      text: 'Weg ermee',
      isQuestion: true,
    });
    const backpack = await openBackpack(space);
    await press(await see(backpack, 'article', FRESH), /1 vraag/);
    const replies = await section(backpack, FRESH);
    await press(replies, 'Wissen: Weg ermee');
    await until('it is gone', () => !read(replies).includes('Weg ermee'));
    await press(backpack, 'Ongedaan maken');
    await reads(replies, /Weg ermee/);
    await press(replies, 'Wissen: Weg ermee');
    backpack.parentElement?.remove();
    await becomes(space, 'e12', []);
  });

  it('comes in while one reads', async () => {
    const space = await feedSpace();
    const replies = await open(space, FRESH);
    await reads(replies, /Nog niemand/);
    await space.write('afd-toegang-3', 'saveReply', {
      experienceId: 'e12',
      id: crypto.randomUUID(),
      version: 0,
      text: 'Van een ander?',
      isQuestion: true,
    });
    await reads(replies, /Consulent.*Van een ander\?/i);
  });
});
