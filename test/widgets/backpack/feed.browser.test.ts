import { AUTHOR, MEMBER, NARROW, PARTNER, feedSpace, openBackpack, tidyUp, titles, told } from './bench';
import { withExperience, withMany, withPicture, withoutExperiences } from '../../../stories/backpack-rows';
import { find, findAll, focused, press, read, reads, see, type } from '../../../stories/compass-find';
import { equal, frame, holds, until } from '../../elements/support';

const FIRST = 'Samen één gesprek';
const INTERNAL = [FIRST, 'Een kaart per inwoner'];

const card = (backpack: Element, title: string) => see(backpack, 'article', title);
const key = (name: string, more: KeyboardEventInit = {}) =>
  focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, ...more }));

/** All that the demonstration holds is drawn. */
const whole = (backpack: Element, count = 15) =>
  until(`all ${String(count)} are there`, () => titles(backpack).length === count);

describe('the feed', () => {
  afterEach(tidyUp);

  it('begins with what the window has room for, and goes on by itself', async () => {
    const backpack = await openBackpack(await feedSpace());
    const counts: number[] = [];
    await until('all are there', () => counts.push(titles(backpack).length) > 0 && counts.at(-1) === 15);
    const [first = 0] = counts.filter((count) => count > 0);
    // One to be sure.
    holds(first <= Math.ceil(innerHeight / 300) + 1, `it began with ${String(first)}`);
  });

  it('shows what people wrote, the newest first, as one region with a feed of articles', async () => {
    const backpack = await openBackpack(await feedSpace());
    await see(backpack, 'region', 'Rugzak met ervaringen');
    await card(backpack, FIRST);
    await whole(backpack);
    equal(titles(backpack).slice(0, 3), [FIRST, 'Even bellen scheelt een week', 'Drie moeilijke woorden minder']);
    const inFeed = findAll(backpack, 'article').map((each) => [each.ariaPosInSet, each.ariaSetSize]);
    equal(
      [inFeed[0], inFeed.at(-1)],
      [
        ['1', '15'],
        ['15', '15'],
      ],
    );
    const one = await card(backpack, FIRST);
    holds(/Klantmanager Werk en Inkomen 3 dagen geleden Alle afdelingen/.test(read(one)), read(one));
    for (const text of ['Wat', 'Dus', 'Nu', 'Nog bezig', 'Vraag aan jullie:', 'Herkenbaar 4'])
      holds(read(one).includes(text), text);
    holds(!/\d\d[:.]\d\d/.test(read(backpack)), 'no time of a day');
  });

  it('never shows a partner what is for the departments, until its author opens it to everyone', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space, { as: PARTNER });
    await card(backpack, 'Even bellen scheelt een week');
    for (const title of INTERNAL) holds(!find(backpack, 'article', title), title);
    holds(!read(backpack).includes('Een collega van Toegang zat bij mijn gesprek'), 'nor its words');
    const one = await space.read(AUTHOR, 'getExperience', { id: 'e12' });
    const { version, title, kind, whatHappened, adviceWelcome, driverIds, language, authorShownAs } = one;
    await space.write(AUTHOR, 'saveExperience', {
      id: 'e12',
      version,
      title,
      kind,
      whatHappened,
      adviceWelcome,
      driverIds,
      language,
      authorShownAs,
      audience: 'everyone',
    });
    await press(backpack, '1 nieuwe ervaring, tonen');
    await card(backpack, FIRST);
  });

  it('lets new ones of others wait at the door, and says so; shown, the first of them has the focus', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space);
    await card(backpack, FIRST);
    const door = (backpack.shadowRoot as ShadowRoot).querySelector('[aria-live=polite]:not([role])');
    holds(door, 'the region is there before it says anything');
    await space.write(PARTNER, 'saveExperience', told('Van een ander'));
    await space.write('par-zorg-3', 'saveExperience', told('Nog een'));
    const button = await see(backpack, 'button', '2 nieuwe ervaringen, tonen');
    holds(door?.contains(button), 'said in that region');
    equal(titles(backpack)[0], FIRST, 'nothing moved');
    button.focus();
    button.click();
    await until('the focus is on a new one', () => /Van een ander|Nog een/.test(focused()?.textContent ?? ''));
    await whole(backpack, 17);
    holds(!find(backpack, 'button', /nieuwe ervaring/), 'the button is gone');
  });

  it('shows one’s own at once, and what changes in a card in its place', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space);
    await card(backpack, FIRST);
    await space.write(MEMBER, 'saveExperience', told('Van mij'));
    await card(backpack, 'Van mij');
    holds(!find(backpack, 'button', /nieuwe ervaring/), 'no button for it');
    await whole(backpack, 16);
    const others = titles(backpack);
    await space.write(PARTNER, 'setReaction', { id: 'e1', reaction: 'learn' });
    await until('counted', () =>
      read(find(backpack, 'article', 'Even bellen scheelt een week') ?? backpack).includes('Hier leer ik van 6'),
    );
    equal(titles(backpack), others);
  });

  it('keeps what one just wrote on top, of however many of that day', async () => {
    const space = await feedSpace(
      (rows, day) =>
        new Map(
          [...withMany(rows, day, 60)].map(([name, stored]) =>
            name.startsWith('experience/many-')
              ? [name, { ...stored, row: { ...stored.row, writtenOn: day, sortKey: '!', isPinned: false } }]
              : [name, stored],
          ),
        ),
    );
    const backpack = await openBackpack(space);
    await until('a page is there', () => titles(backpack).length === 20);
    await press(backpack, 'Ervaring delen');
    await type(backpack, 'Wat gebeurde er?', 'Zo kort als het is.');
    await press(backpack, /^Delen/);
    await until('it is on top', () => titles(backpack)[0]?.startsWith('Zo kort') === true);
    await until(
      'it is at the backend',
      () => !find(backpack, 'article', /^Zo kort/)?.textContent?.includes('verzonden'),
    );
    await space.write(PARTNER, 'setReaction', { id: 'many-0', reaction: 'learn' });
    // What the backend says of the page is here by now.
    await new Promise((resolve) => setTimeout(resolve, 500));
    holds(titles(backpack)[0]?.startsWith('Zo kort'), titles(backpack)[0] ?? 'nothing');
    const mine = (await space.read(MEMBER, 'listExperiences', { collection: 'mine', limit: 100 })).items;
    const { id = '', version = 0 } = mine.find(({ title }) => title.startsWith('Zo kort')) ?? {};
    await space.write(MEMBER, 'saveExperience', told('Zo kort, en anders', { id, version }));
    await until('a change of it shows', () => titles(backpack)[0] === 'Zo kort, en anders');
    const { version: last } = await space.read(MEMBER, 'getExperience', { id });
    await space.write(MEMBER, 'eraseExperience', { id, version: last });
    await until('erased, it is gone', () => !titles(backpack)[0]?.startsWith('Zo kort'));
  });

  it('follows a link in the backpack in which it was pressed, of two on a page', async () => {
    const first = await openBackpack(await feedSpace());
    await card(first, FIRST);
    const second = document.createElement('samen-backpack');
    for (const name of ['backend', 'space']) second.setAttribute(name, first.getAttribute(name) ?? '');
    first.after(second);
    for (const each of [first, second]) await whole(each);
    const all = titles(first).length;
    findAll(await card(second, FIRST), 'link', 'Samen eigenaar')[0]?.click();
    await until('the second shows fewer', () => titles(second).length > 0 && titles(second).length < all);
    equal(titles(first).length, all, 'the other stays where it was');
  });

  it('shows older ones when asked, however many, and says how it stands', async () => {
    const space = await feedSpace((rows, day) => withMany(rows, day, 60));
    const backpack = await openBackpack(space, { attributes: { limit: '5' } });
    await until('the first five', () => findAll(backpack, 'article').length === 5);
    equal(findAll(backpack, 'article')[0]?.ariaSetSize, '-1', 'nobody can say of how many');
    await press(backpack, 'Oudere ervaringen tonen');
    await until('fifty more', () => findAll(backpack, 'article').length === 55);
    await press(backpack, 'Oudere ervaringen tonen');
    await until('all', () => findAll(backpack, 'article').length === 75);
    holds(!find(backpack, 'button', 'Oudere ervaringen tonen'), 'there is no more');
    equal(findAll(backpack, 'article')[74]?.ariaSetSize, '75');
    await space.write(PARTNER, 'saveExperience', told('Bovenaan erbij'));
    await press(backpack, '1 nieuwe ervaring, tonen');
    await until('none was pushed out', () => titles(backpack).length === 76);
    equal(new Set(titles(backpack)).size, 76, 'nor is one there twice');
  });

  it('is walked with the keys of a feed', async () => {
    const backpack = await openBackpack(await feedSpace());
    const [first, second] = [await card(backpack, FIRST), await card(backpack, 'Even bellen scheelt een week')];
    // What hears them comes after the first posts.
    await until('the next', () => {
      first.focus();
      key('PageDown');
      return focused() === second;
    });
    (await see(second, 'button', /^Inpakken$/)).focus();
    key('PageUp');
    holds(focused() === first, 'the one before');
    key('PageUp');
    holds(focused() === first, 'there is nothing before it');
    key('Home', { ctrlKey: true });
    const before = focused();
    holds(before && !before.closest('[role=feed]'), 'Control and Home leave the feed upwards');
    first.focus();
    key('PageDown', { shiftKey: true });
    holds(focused() === first, 'other keys are the page’s');
  });

  it('leaves its keys to whoever types in it, or is in a dialog', async () => {
    const backpack = await openBackpack(await feedSpace());
    const one = await card(backpack, FIRST);
    await press(one, 'Stel een vraag');
    const field = await see(one, 'textbox', 'Stel eerst een vraag');
    field.focus();
    const isLeft = (name: string, ctrlKey = false) => key(name, { ctrlKey, cancelable: true }) === true;
    const all = () => [isLeft('Home', true), isLeft('End', true), isLeft('PageDown'), isLeft('PageUp')];
    equal(all(), [true, true, true, true], 'of a text');
    holds(focused() === field, 'the focus stays in it');
    await press(one, `Meer bij ${FIRST}`);
    await press(one, 'Melden');
    const dialog = await see(one, 'dialog', 'Deze ervaring melden');
    (await see(dialog, 'button', 'Annuleren')).focus();
    equal(all(), [true, true, true, true], 'of a dialog');
  });

  it('says what it is for where there is nothing, with the first step', async () => {
    const space = await feedSpace(withoutExperiences);
    const backpack = await openBackpack(space);
    await see(backpack, 'heading', 'Nog niets in de rugzak');
    equal(findAll(backpack, 'button', 'Ervaring delen').length, 1);
    await space.write(PARTNER, 'saveExperience', told('De eerste'));
    await card(backpack, 'De eerste');
  });

  it('says the language of what was written in another, and that of nothing else', async () => {
    const space = await feedSpace((rows) => withPicture(withExperience(rows, 'e12', { language: 'en' }), 'e12'));
    const backpack = await openBackpack(space);
    const one = await card(backpack, FIRST);
    const image = await until('its picture', () => one.querySelector('img'));
    equal(image.closest<HTMLElement>('[lang]')?.lang, 'en', 'what is said of the picture');
    const { title, whatHappened, whatLearned, whatNext, askOthers } = await space.read(MEMBER, 'getExperience', {
      id: 'e12',
    });
    equal(
      [...one.querySelectorAll('[lang]')].map(read).filter(Boolean),
      [title, whatHappened, whatLearned, whatNext, askOthers],
      'its words alone',
    );
    await press(one, `Meer bij ${FIRST}`);
    await see(one, 'button', 'Melden');
    equal((await card(backpack, 'Even bellen scheelt een week')).querySelectorAll('[lang]').length, 0);
  });

  it('makes a link of a web address and of nothing else that was typed', async () => {
    const whatHappened =
      'Zie https://example.org/a?b=1. En javascript:alert(1), javascript://kwaad.example/%0aalert(1), <a href="https://kwaad.example">hier</a> data:text/html,x';
    const backpack = await openBackpack(
      await feedSpace((rows) => withExperience(rows, 'e1', { whatHappened, driverIds: [] })),
    );
    const one = await card(backpack, 'Even bellen scheelt een week');
    equal(
      findAll(one, 'link').map((link) => link.getAttribute('href')),
      ['https://example.org/a?b=1', 'https://kwaad.example/'],
    );
    holds(read(one).includes('<a href='), 'tags are text');
  });

  it('has its filters behind one button in a column', async () => {
    const backpack = await openBackpack(await feedSpace(), { width: NARROW });
    await card(backpack, FIRST);
    holds(!find(backpack, 'combobox', 'Partij'), 'folded away');
    const opener = await press(backpack, 'Filters');
    equal(opener.ariaExpanded, 'true');
    await see(backpack, 'combobox', 'Partij');
    await press(backpack, 'Vraag');
    await see(backpack, 'button', 'Filters, 1 aan');
    await frame();
    holds((backpack.shadowRoot?.querySelector('section')?.scrollWidth ?? 999) <= NARROW, 'nothing sticks out');
  });

  it('speaks English', async () => {
    const backpack = await openBackpack(await feedSpace(), { lang: 'en' });
    await see(backpack, 'region', 'Backpack of experiences');
    await see(backpack, 'button', 'Share an experience');
    await reads(backpack, /3 days ago/);
  });
});
