import { CORE_TEAM, MEMBER, PARTNER, demoSpace, leavePage, openCompass, tidyUp, withAgenda } from './bench';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import type { PageSpace } from '../../../stories/compass-space';
import { PATIENCE_MS, equal, frame, holds, until } from '../../elements/support';
import { newId } from '../../../src/model/new-id';
import type { Id, Need } from '../../../src/model/types';

type NeedStatus = Need['status'];

const ASKER: Id = 'afd-toegang-2';
const OWN_OFFER = 'Wij kunnen elke dinsdag een uur meekijken bij Toegang.';
const TEXT = 'Wat wil je vragen of aanbieden?';

const openNeeds = (space: PageSpace, as = MEMBER) => openCompass(space, { as, attributes: { view: 'needs' } });
const card = (compass: Element, text: string) => findAll(compass, 'article').find((each) => read(each).includes(text));
const said = async (compass: Element, words: RegExp) => reads(await see(compass, 'status'), words);

/** The texts that a button is described by. */
function aboutOf(button: Element): string[] {
  const root = button.getRootNode() as ShadowRoot;
  const ids = button.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.flatMap((id) => read(root.getElementById(id) ?? button));
}

async function stored(space: PageSpace, text: string) {
  return (await space.read(MEMBER, 'listNeeds', { limit: 100 })).items.find((need) => need.text === text);
}

/** What is done shows at once, and is stored a moment later. */
async function becomes(space: PageSpace, text: string, status: NeedStatus | undefined): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const now = (await stored(space, text))?.status;
    if (now === status) return;
    if (Date.now() > end) throw new Error(`“${text}” is ${String(now)}, not ${String(status)}`);
  }
}

/** Writes a need in its dialog, up to the button that saves it. */
async function write(compass: Element, kind: 'Vraag' | 'Aanbod', text: string, driver?: string): Promise<HTMLElement> {
  await press(compass, `${kind} toevoegen`);
  const dialog = await see(compass, 'dialog', `${kind} toevoegen`);
  await type(dialog, TEXT, text);
  if (driver) {
    const choice = (await see(dialog, 'combobox', 'Bij welke drijfveer hoort het?')) as HTMLSelectElement;
    choice.value = driver;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return dialog;
}

describe('asks and offers', () => {
  afterEach(tidyUp);

  it('are added in a dialog, for one’s own party, and seen by the others', async () => {
    const space = await demoSpace();
    const compass = await openNeeds(space);
    const colleague = await openNeeds(space, PARTNER);
    const opener = await see(compass, 'button', 'Vraag toevoegen');
    const dialog = await write(compass, 'Vraag', 'Wie weet de weg in de Ziektewet?', 'd-open');
    await press(dialog, 'Opslaan');
    await until('the dialog is closed', () => !find(compass, 'dialog'));
    await until('the focus is back on what opened it', () => focused() === opener);
    await until('it stands there', () => card(compass, 'Ziektewet'));
    holds(/Werk vraagt/.test(read(card(compass, 'Ziektewet') ?? compass)), 'whose it is');
    await until('the other sees it too', () => card(colleague, 'Ziektewet'));
    await becomes(space, 'Wie weet de weg in de Ziektewet?', 'open');
    equal((await stored(space, 'Wie weet de weg in de Ziektewet?'))?.driverId, 'd-open');
  });

  it('are refused without words: the error is tied to the field, which has the focus', async () => {
    const compass = await openNeeds(await demoSpace());
    const dialog = await write(compass, 'Aanbod', '   ');
    await press(dialog, 'Opslaan');
    await reads(dialog, /Schrijf in één zin wat je vraagt of aanbiedt\./);
    const field = await see(dialog, 'textbox', TEXT);
    await until('the field has the focus', () => focused() === field);
    const root = field.getRootNode() as ShadowRoot;
    equal(
      [
        field.getAttribute('aria-invalid'),
        root.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent,
      ],
      ['true', 'Schrijf in één zin wat je vraagt of aanbiedt.'],
    );
  });

  it('are kept as typed, over closing the dialog and over leaving the page', async () => {
    const space = await demoSpace();
    const compass = await openNeeds(space);
    const dialog = await write(compass, 'Vraag', 'Half geschreven');
    await press(dialog, 'Annuleren');
    await until('the dialog is closed', () => !find(compass, 'dialog'));
    leavePage(compass);
    const again = await openNeeds(space);
    await press(again, 'Vraag toevoegen');
    const field = (await see(await see(again, 'dialog'), 'textbox', TEXT)) as HTMLTextAreaElement;
    equal(field.value, 'Half geschreven');
  });

  it('that may fit are put side by side, and matched by either party', async () => {
    const space = await demoSpace();
    const compass = await openNeeds(space);
    await reads(compass, /Past dit bij elkaar\?/);
    equal(aboutOf(await see(compass, 'button', 'Koppelen')).includes(OWN_OFFER), true, 'what is matched is said');
    await press(compass, 'Koppelen');
    await said(compass, /Gekoppeld\./);
    const undo = await see(compass, 'button', 'Loskoppelen');
    equal(aboutOf(undo).length, 2, 'and what is undone');
    await becomes(space, OWN_OFFER, 'matched');
    holds(!find(compass, 'button', 'Koppelen'), 'matched once');
  });

  it('can be matched by nobody of another party', async () => {
    const compass = await openNeeds(await demoSpace(), 'par-zorg-2');
    await reads(compass, /Past dit bij elkaar\?/);
    for (const name of ['Koppelen', 'Loskoppelen', 'Vervuld']) holds(!find(compass, 'button', name), name);
  });

  it('that were matched by mistake are undone at once, or later', async () => {
    const space = await demoSpace();
    const compass = await openNeeds(space);
    await press(compass, 'Koppelen');
    await press(compass, 'Ongedaan maken');
    await see(compass, 'button', 'Koppelen');
    await becomes(space, OWN_OFFER, 'open');
    await press(compass, 'Koppelen');
    await press(compass, 'Loskoppelen');
    await said(compass, /Losgekoppeld\./);
    await see(compass, 'button', 'Koppelen');
    await becomes(space, OWN_OFFER, 'open');
  });

  it('are said to be fulfilled by the asker, and by nobody else', async () => {
    const space = await demoSpace();
    const offerer = await openNeeds(space);
    await press(offerer, 'Koppelen');
    await see(offerer, 'button', 'Loskoppelen');
    holds(!find(offerer, 'button', 'Vervuld'), 'not by who offered');
    await becomes(space, OWN_OFFER, 'matched');
    leavePage(offerer);
    const asker = await openNeeds(space, ASKER);
    await press(asker, 'Vervuld');
    await said(asker, /Mooi\. De vraag is vervuld\./);
    await reads(asker, /3 vervulde vragen en aanbiedingen/);
    await becomes(space, OWN_OFFER, 'fulfilled');
  });

  it('are erased by their own party, and taken back', async () => {
    const space = await demoSpace();
    const compass = await openNeeds(space);
    await press(compass, `Verwijderen: ${OWN_OFFER}`);
    await said(compass, /Verwijderd\./);
    await until('it is gone', () => !card(compass, OWN_OFFER));
    await becomes(space, OWN_OFFER, undefined);
    await until('the focus is somewhere in the widget', () => compass.shadowRoot?.activeElement);
    await press(compass, 'Ongedaan maken');
    await until('it is there again', () => card(compass, OWN_OFFER));
    await becomes(space, OWN_OFFER, 'open');
  });

  it('of another party cannot be erased', async () => {
    const compass = await openNeeds(await demoSpace());
    await see(compass, 'article');
    equal(findAll(compass, 'button', /^Verwijderen/).map(nameOf), [`Verwijderen: ${OWN_OFFER}`]);
  });

  it('show text that looks like markup as text', async () => {
    const space = await demoSpace();
    const text = '<img src=x onerror="x()"> & <b>vet</b>';
    await space.write(MEMBER, 'saveNeed', { id: newId(), version: 0, kind: 'ask', driverId: 'd-open', text });
    const compass = await openNeeds(space);
    const found = await until('it stands there', () => card(compass, text));
    equal(found.querySelectorAll('img, b').length, 0);
  });

  it('say what they are for while there are none', async () => {
    const space = await demoSpace((rows) => new Map([...rows].filter(([key]) => !key.startsWith('need/'))));
    const compass = await openNeeds(space);
    await see(compass, 'heading', 'Nog geen vraag of aanbod');
  });
});

describe('what working together means to me', () => {
  afterEach(tidyUp);
  const MEANING = 'Wat betekent samenwerken voor jou?';

  /** Opens the dialog of one's card. */
  async function openCard(compass: Element, name = 'Mijn kaart schrijven'): Promise<HTMLElement> {
    await press(compass, name);
    return see(compass, 'dialog', 'Wat samenwerken voor mij betekent');
  }

  it('is a card of one’s own, with the audience its author chooses', async () => {
    const space = await demoSpace();
    const compass = await openNeeds(space, 'afd-werk-5');
    const dialog = await openCard(compass);
    equal(findAll(dialog, 'radio').map(nameOf), [
      'Alleen ik',
      'Mijn afdeling of organisatie',
      'Alle afdelingen',
      'Afdelingen en partners',
    ]);
    await type(dialog, MEANING, 'Samen lachen.');
    await press(dialog, 'Mijn afdeling of organisatie', 'radio');
    await press(dialog, 'Opslaan');
    await reads(compass, /‘Samen lachen\.’ ?klantmanager Werk ?Mijn afdeling of organisatie/);
    await until('it is stored', () => !/Wordt verzonden/.test(read(compass)) && !find(compass, 'dialog'));
    const readBy = async (person: Id) =>
      (await space.read(person, 'listMeanings', { limit: 100 })).items.some(({ text }) => text === 'Samen lachen.');
    equal([await readBy(MEMBER), await readBy(ASKER), await readBy(PARTNER)], [true, false, false]);
  });

  it('gives a partner no choice of the departments only', async () => {
    const compass = await openNeeds(await demoSpace(), PARTNER);
    equal(findAll(await openCard(compass), 'radio').map(nameOf), [
      'Alleen ik',
      'Mijn afdeling of organisatie',
      'Afdelingen en partners',
    ]);
  });

  it('does not show a partner the card that is for the departments', async () => {
    const space = await demoSpace();
    const partner = await openNeeds(space, PARTNER);
    await reads(partner, /Eén keer bellen, en weten wie het doet\./);
    holds(!/deze bal pak ik/.test(read(partner)), 'not for partners');
    await reads(await openNeeds(space), /deze bal pak ik/);
  });

  it('is changed, erased and taken back by its author', async () => {
    const space = await demoSpace();
    const compass = await openNeeds(space);
    let dialog = await openCard(compass, 'Mijn kaart aanpassen');
    await type(dialog, MEANING, 'Anders gezegd.');
    await press(dialog, 'Opslaan');
    await reads(compass, /‘Anders gezegd\.’/);
    await until('the dialog is closed', () => !find(compass, 'dialog'));
    await frame();
    dialog = await openCard(compass, 'Mijn kaart aanpassen');
    await press(dialog, 'Kaart verwijderen');
    await said(compass, /Verwijderd\./);
    await until('it is gone', () => !read(compass).includes('Anders gezegd.'));
    await press(compass, 'Ongedaan maken');
    await reads(compass, /‘Anders gezegd\.’/);
  });

  it('is refused without words, beside the field', async () => {
    const compass = await openNeeds(await demoSpace(), PARTNER);
    const dialog = await openCard(compass);
    await press(dialog, 'Opslaan');
    await reads(dialog, /Schrijf één of twee zinnen\./);
    await until('the field has the focus', () => nameOf(focused() ?? dialog) === MEANING);
  });

  it('that are matched lead to their agenda item, or to making it, where there is an agenda', async () => {
    const space = await demoSpace();
    const words = 'Maak er een agendapunt van';
    const alone = await openNeeds(space, CORE_TEAM);
    await see(alone, 'button', 'Loskoppelen');
    equal(find(alone, 'link', words), undefined, 'without an agenda there is nowhere to go');
    tidyUp();
    withAgenda();
    const others = await openNeeds(space, MEMBER);
    await see(others, 'button', 'Vraag toevoegen');
    const core = await openNeeds(space, CORE_TEAM);
    const make = await see(core, 'link', words);
    equal(make.getAttribute('href'), '#samen=agenda/new/need/b3');
    equal(aboutOf(make).length, 2, 'what it is made of is said');
    await space.write(CORE_TEAM, 'saveAgendaItem', {
      ...{ id: 'van-b3', version: 0, title: 'Van de koppeling', question: '', driverIds: [], topics: [] },
      ...{ audience: 'everyone', needId: 'b3' },
    });
    for (const compass of [core, others])
      equal((await see(compass, 'link', 'Naar het agendapunt')).getAttribute('href'), '#samen=agenda/van-b3');
    equal(find(core, 'link', words), undefined);
  });
});
