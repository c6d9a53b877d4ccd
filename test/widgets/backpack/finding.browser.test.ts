import { CORE_TEAM, MEMBER, PARTNER, feedSpace, openBackpack, tidyUp, titles } from './bench';
import { withExperience, withPicture } from '../../../stories/backpack-rows';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import { equal, holds, until } from '../../elements/support';

const found = (backpack: Element, count: number) =>
  until(`${String(count)} are shown`, () => titles(backpack).length === count);

async function choose(backpack: Element, name: string, value: string): Promise<void> {
  const list = (await see(backpack, 'combobox', name)) as HTMLSelectElement;
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('finding experiences', () => {
  afterEach(tidyUp);

  it('filters by kind, driver and party together, says how many, and stands in the address', async () => {
    const backpack = await openBackpack(await feedSpace());
    await found(backpack, 15);
    await press(backpack, 'Geleerd');
    await found(backpack, 6);
    await see(backpack, 'status', '6 ervaringen');
    await press(backpack, 'Open en eerlijk');
    await choose(backpack, 'Partij', 'afd-beleid');
    await found(backpack, 1);
    equal(titles(backpack), ['Mijn plan was te snel af']);
    equal(location.hash, '#samen=backpack/filter/kind/lesson/driver/d-open/party/afd-beleid');
    history.back();
    await until(
      'Back undoes the last',
      () => (find(backpack, 'combobox', 'Partij') as HTMLSelectElement | undefined)?.value === '',
    );
    await press(backpack, 'Filters wissen');
    await found(backpack, 15);
  });

  it('never finds an anonymous post by its party', async () => {
    const backpack = await openBackpack(await feedSpace(), { path: ['filter', 'party', 'afd-toegang'] });
    await until('those of the party', () => titles(backpack).length > 0);
    holds(!titles(backpack).includes('Ik durfde het niet te vragen'), 'it has no party');
  });

  it('begins with what an editor chose, which a reader can undo', async () => {
    const backpack = await openBackpack(await feedSpace(), { attributes: { kind: 'question' } });
    await found(backpack, 3);
    equal((await see(backpack, 'button', 'Vraag')).ariaPressed, 'true');
    await press(backpack, 'Filters wissen');
    await found(backpack, 15);
  });

  it('keeps the focus on the filter that was pressed', async () => {
    const backpack = await openBackpack(await feedSpace());
    await found(backpack, 15);
    const chip = await press(backpack, 'Geleerd');
    await found(backpack, 6);
    holds(backpack.shadowRoot?.activeElement === chip, 'the chip has the focus');
  });

  it('searches within the filters, and never puts the words in the address', async () => {
    const backpack = await openBackpack(await feedSpace());
    await found(backpack, 15);
    await type(backpack, 'Zoek in ervaringen', 'lijst', 'searchbox');
    await reads(backpack, /1 ervaring met ‘lijst’/);
    await see(backpack, 'article', 'Twee keer hetzelfde werk');
    holds(!location.href.includes('lijst'), 'the address says nothing of it');
    await press(backpack, 'Vraag');
    await reads(backpack, /Niets gevonden voor ‘lijst’/);
    await type(backpack, 'Zoek in ervaringen', '', 'searchbox');
    await found(backpack, 3);
  });

  it('finds for a partner nothing of the departments, in search, counts or filters', async () => {
    const backpack = await openBackpack(await feedSpace(), { as: PARTNER });
    await found(backpack, 13);
    await type(backpack, 'Zoek in ervaringen', 'gesprekken', 'searchbox');
    await reads(backpack, /Niets gevonden|ervaring(en)? met/);
    holds(!find(backpack, 'article', 'Samen één gesprek'), 'not in search');
    tidyUp();
    const other = await openBackpack(await feedSpace(), { as: PARTNER, path: ['e12'] });
    await see(other, 'heading', 'Deze ervaring is er niet');
  });

  it('can be reacted to where it was found, also further down than the feed was read', async () => {
    const space = await feedSpace((rows) => withPicture(rows, 'e4'));
    const backpack = await openBackpack(space, { attributes: { limit: '1' } });
    await found(backpack, 1);
    await type(backpack, 'Zoek in ervaringen', 'keukentafel', 'searchbox');
    const one = await see(backpack, 'article', 'Samen aan de keukentafel');
    await until('its picture', () => one.querySelector('img'));
    await press(one, 'Inpakken');
    await see(one, 'button', 'Ingepakt');
    await press(one, /Stel een vraag/);
    const replies = await see(one, 'region', 'Vragen en reacties bij Samen aan de keukentafel');
    await type(replies, 'Je vraag', 'Wie ging er mee?');
    await press(replies, 'Vraag plaatsen');
    await see(one, 'button', '1 vraag');
    await press(one, 'Meer bij Samen aan de keukentafel');
    const menu = await see(one, 'group', 'Wat je kunt doen met Samen aan de keukentafel');
    await until('the first of it has the focus', () => menu.contains(focused()));
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await until('it is closed', () => !find(backpack, 'group', /Wat je kunt doen/));
    await until('the focus is back', () => nameOf(focused() ?? backpack) === 'Meer bij Samen aan de keukentafel');
  });
});

describe('keeping order', () => {
  afterEach(tidyUp);

  it('is there for the core team alone', async () => {
    const member = await openBackpack(await feedSpace(), { as: MEMBER, path: ['moderation'] });
    await until('the feed', () => findAll(member, 'article').length > 0);
    holds(!find(member, 'button', 'Meldingen en goedkeuren'), 'no way to it');
  });

  it('hides with a reason, which stands in the log without the content', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space, { as: CORE_TEAM });
    await press(backpack, 'Meer bij Samen één gesprek');
    await press(backpack, 'Verbergen');
    const dialog = await see(backpack, 'dialog', 'Deze ervaring verbergen');
    await press(dialog, 'Verbergen');
    await reads(dialog, /Schrijf in één zin waarom je dit verbergt\./);
    await type(dialog, 'Waarom verberg je deze ervaring?', 'Er staat een naam in.');
    await press(dialog, 'Verbergen');
    await see(backpack, 'status', /De ervaring is verborgen/);
    await until('it is gone', () => !find(backpack, 'article', 'Samen één gesprek'));
    await until(
      'its neighbour has the focus',
      () => focused() === find(backpack, 'article', 'Even bellen scheelt een week'),
    );
    await press(backpack, 'Meldingen en goedkeuren');
    await see(backpack, 'heading', 'Logboek');
    await reads(backpack, /Verborgen: Er staat een naam in\./);
    holds(!read(backpack).includes('Samen één gesprek'), 'not what it was about');
  });

  it('pins on top, and loosens', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space, { as: CORE_TEAM });
    await press(backpack, 'Meer bij Koffie helpt');
    await press(backpack, 'Vastzetten');
    await until('it is on top', () => titles(backpack)[0] === 'Koffie helpt');
    await reads(await see(backpack, 'article', 'Koffie helpt'), /Vastgezet/);
    await press(backpack, 'Ongedaan maken');
    await until('it is where it was', () => titles(backpack)[0] !== 'Koffie helpt');
  });

  it('approves what waits, and reads what was reported', async () => {
    const space = await feedSpace((rows) => withExperience(rows, 'e10', { status: 'pending' }));
    await space.write(PARTNER, 'reportExperience', { id: 'e1', reason: 'Klopt dit wel?' });
    const backpack = await openBackpack(space, { as: CORE_TEAM, path: ['moderation'] });
    await reads(backpack, /Klopt dit wel\?/);
    await see(backpack, 'article', 'Ik durfde het niet te vragen');
    await press(backpack, 'Goedkeuren');
    await reads(backpack, /Er wacht niets\./);
    await see(backpack, 'status', /Goedgekeurd/);
    const reader = await openBackpack(space);
    await see(reader, 'article', 'Ik durfde het niet te vragen');
  });

  it('shows of what waits its picture as well, and all that one can do with it', async () => {
    const space = await feedSpace((rows) => withPicture(withExperience(rows, 'e10', { status: 'pending' }), 'e10'));
    const backpack = await openBackpack(space, { as: CORE_TEAM, path: ['moderation'] });
    const one = await see(backpack, 'article', 'Ik durfde het niet te vragen');
    const image = await until('its picture', () => one.querySelector('img'));
    await until('it is drawn', () => image.naturalWidth > 0);
    await press(one, 'Stel een vraag');
    await see(one, 'region', 'Vragen en reacties bij Ik durfde het niet te vragen');
    await press(one, 'Meer bij Ik durfde het niet te vragen');
    await see(one, 'group', 'Wat je kunt doen met Ik durfde het niet te vragen');
  });
});
