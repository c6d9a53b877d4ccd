import { AUTHOR, MEMBER, feedSpace, openBackpack, tidyUp, told } from './bench';
import { withExperience } from '../../../stories/backpack-rows';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import type { PageSpace } from '../../../stories/compass-space';
import { PATIENCE_MS, equal, holds, until } from '../../elements/support';
import { addDays } from '../../../src/model/day';
import type { Id } from '../../../src/model/types';

const TITLE = 'Twee keer hetzelfde werk';

async function openMine(space: PageSpace, as: Id = AUTHOR): Promise<HTMLElement> {
  const backpack = await openBackpack(space, { as, path: ['mine'] });
  await see(backpack, 'heading', 'Mijn rugzak');
  return backpack;
}

/** What was going to be done, fifteen days ago. */
const dueSpace = () =>
  feedSpace((rows, day) => withExperience(rows, 'e2', { writtenOn: addDays(day, -15), followUp: undefined }));
const followUpOf = async (space: PageSpace) => (await space.read(AUTHOR, 'getExperience', { id: 'e2' })).followUp;

async function becomes(space: PageSpace, answer: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while ((await followUpOf(space)) !== answer) {
    if (Date.now() > end) return equal(await followUpOf(space), answer);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function menuOf(backpack: HTMLElement, title: string): Promise<HTMLElement> {
  await press(backpack, `Meer bij ${title}`);
  return see(backpack, 'group', `Meer bij ${title}`);
}

/** Nobody is there to answer the dialog of a browser: how often it was asked for, of whichever frame. */
function withoutDialog() {
  const real = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
  const asked = {
    times: 0,
    end: () => {
      if (real) Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', real);
    },
  };
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    configurable: true,
    get(this: HTMLIFrameElement) {
      const view = real?.get?.call(this) as Window | null;
      if (view) view.print = () => void (asked.times += 1);
      return view;
    },
  });
  return asked;
}

describe('one’s own backpack', () => {
  afterEach(tidyUp);

  it('has what one wrote, packed and did not share yet, with how many', async () => {
    const space = await feedSpace();
    await space.write(AUTHOR, 'packExperience', { id: 'e1', isPacked: true });
    const backpack = await openMine(space);
    await see(backpack, 'tab', 'Van mij 3');
    await see(backpack, 'tab', 'Ingepakt 1');
    await see(backpack, 'link', TITLE);
    await reads(backpack, /9 dagen geleden Afdelingen en partners 22 reacties, 2 vragen/);
    await press(backpack, 'Ingepakt 1', 'tab');
    await see(backpack, 'link', 'Even bellen scheelt een week');
  });

  it('asks after fourteen days what became of it, once', async () => {
    const space = await dueSpace();
    const backpack = await openMine(space);
    await reads(backpack, /15 dagen geleden schreef je bij Ik dacht dat de ander het deed/);
    await reads(backpack, /‘Ik sluit elk gesprek af met: wie heeft nu de bal\?’/);
    await press(backpack, 'Ja');
    await becomes(space, 'yes');
    await until('it is not asked again', () => !find(backpack, 'button', 'Nog bezig'));
    await reads(await see(backpack, 'status'), /Mooi!/);
    await until(
      'the focus is not lost',
      () => nameOf(focused() ?? backpack) === '' || focused()?.id === 'part-heading',
    );
  });

  it('lets who is still busy say later how it went', async () => {
    const space = await dueSpace();
    const backpack = await openMine(space);
    await press(backpack, 'Nog bezig');
    await becomes(space, 'busy');
    await until('it is not asked again', () => !find(backpack, 'button', 'Nog bezig'));
    await see(backpack, 'heading', 'Ik dacht dat de ander het deed');
    // What the backend says of it is here by now.
    await new Promise((resolve) => setTimeout(resolve, 300));
    holds(!find(backpack, 'button', 'Nog bezig'), 'and it stays so');
    const menu = await menuOf(backpack, 'Ik dacht dat de ander het deed');
    await press(menu, 'Is dat gelukt? Nee');
    await becomes(space, 'no');
  });

  it('opens a menu at a row, which Escape closes; the focus returns', async () => {
    const backpack = await openMine(await feedSpace());
    const menu = await menuOf(backpack, TITLE);
    await until('the focus is in it', () => nameOf(focused() ?? backpack) === 'Openen');
    menu.querySelector('button')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until('it is closed', () => !find(backpack, 'group', `Meer bij ${TITLE}`));
    equal(nameOf(focused() ?? backpack), `Meer bij ${TITLE}`);
  });

  it('leads to the experience, to changing it, and to erasing it with a way back', async () => {
    const space = await feedSpace();
    const backpack = await openMine(space);
    await press(await menuOf(backpack, TITLE), 'Bewerken');
    await see(backpack, 'heading', 'Ervaring bewerken');
    location.hash = '#samen=backpack/mine';
    await see(backpack, 'heading', 'Mijn rugzak');
    await press(await menuOf(backpack, TITLE), 'Openen');
    await see(backpack, 'article', TITLE);
    location.hash = '#samen=backpack/mine';
    await see(backpack, 'heading', 'Mijn rugzak');
    await press(await menuOf(backpack, TITLE), 'Wissen');
    await press(backpack, 'Ongedaan maken');
    await see(backpack, 'article', TITLE);
    holds((await space.read(AUTHOR, 'listExperiences', { collection: 'mine' })).items.length === 3, 'all are there');
  });

  it('says of what stands without a name that others read it until seven, when it is erased', async () => {
    const space = await feedSpace((rows) =>
      withExperience(rows, 'e12', { authorShownAs: 'anonymous', author: undefined }),
    );
    const backpack = await openMine(space);
    await press(await menuOf(backpack, 'Samen één gesprek'), 'Wissen');
    await see(backpack, 'status', /De ervaring wordt gewist\. Wat zonder naam staat, verdwijnt om 7\.00 uur\./);
    location.hash = '#samen=backpack/mine';
    await see(backpack, 'heading', 'Mijn rugzak');
    await press(await menuOf(backpack, TITLE), 'Wissen');
    await see(backpack, 'status', /^De ervaring wordt gewist\.( Ongedaan maken)?$/);
  });

  it('unpacks, with a way back', async () => {
    const space = await feedSpace();
    await space.write(AUTHOR, 'packExperience', { id: 'e1', isPacked: true });
    const backpack = await openMine(space);
    await press(backpack, 'Ingepakt 1', 'tab');
    await press(await menuOf(backpack, 'Even bellen scheelt een week'), 'Uitpakken');
    await see(backpack, 'tab', 'Ingepakt 0');
    await reads(backpack, /Je rugzak is nog leeg/);
    await press(backpack, 'Ongedaan maken');
    await see(backpack, 'tab', 'Ingepakt 1');
  });

  it('says of what others do not see why not', async () => {
    const space = await feedSpace((rows, day) =>
      withExperience(rows, 'e2', { hidden: { reason: 'Er staat een naam in.', on: day } }),
    );
    await space.write(AUTHOR, 'saveExperience', told('Zonder naam', { authorShownAs: 'anonymous' }));
    const backpack = await openMine(space);
    await reads(backpack, /Verborgen door het kernteam\. Reden: Er staat een naam in\./);
    await reads(backpack, /Zonder naam.*Nog niet te zien voor anderen\. Om 7\.00 uur komt dit erbij\./);
  });

  it('has drafts to go on with or to throw away, with a way back', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space, { path: ['new'] });
    await type(backpack, 'Wat gebeurde er?', 'Half af.');
    await reads(backpack, /Bewaard als concept/);
    await press(backpack, 'Later verder');
    await press(backpack, 'Mijn rugzak');
    await press(backpack, 'Concepten 1', 'tab');
    await press(await menuOf(backpack, 'Half af'), 'Weggooien');
    await see(backpack, 'tab', 'Concepten 0');
    await press(backpack, 'Ongedaan maken');
    await see(backpack, 'tab', 'Concepten 1');
    await press(await menuOf(backpack, 'Half af'), 'Verder schrijven');
    equal(((await see(backpack, 'textbox', 'Wat gebeurde er?')) as HTMLTextAreaElement).value, 'Half af.');
  });

  it('keeps everything as a file, made in the browser', async () => {
    const space = await feedSpace();
    await space.write(AUTHOR, 'packExperience', { id: 'e1', isPacked: true });
    const backpack = await openMine(space);
    await see(backpack, 'tab', 'Ingepakt 1');
    const made: Blob[] = [];
    const files: string[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    URL.createObjectURL = (blob: Blob) => {
      made.push(blob);
      return createObjectURL.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function named() {
      files.push(this.download);
    };
    try {
      await press(backpack, 'Alles bewaren als bestand');
      await reads(await see(backpack, 'status'), /4 ervaringen bewaard als bestand\./);
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    const own = JSON.parse((await made.at(-1)?.text()) ?? '') as Record<string, { title: string }[]>;
    equal(
      [own['mine']?.length, own['packed']?.[0]?.title, own['drafts']?.length],
      [3, 'Even bellen scheelt een week', 0],
    );
    holds(/^mijn-rugzak-\d{4}-\d\d-\d\d\.json$/.test(files[0] ?? ''), String(files[0]));
  });

  it('prints a page of one’s own, without what stands around it', async () => {
    const backpack = await openMine(await feedSpace());
    await see(backpack, 'link', TITLE);
    const asked = withoutDialog();
    try {
      await press(backpack, 'Afdrukken');
      const page = () =>
        [...document.querySelectorAll('iframe')].map((each) => each.contentDocument?.body.innerText ?? '').join('');
      await until('it is drawn', () => /Twee keer hetzelfde werk/.test(page()));
      holds(/Wat gebeurde er\?/.test(page()) && !/Wissen|Rugzak met ervaringen/.test(page()), page());
      equal(asked.times, 1);
    } finally {
      asked.end();
    }
  });

  it('of who shared nothing yet offers the first step', async () => {
    const backpack = await openMine(await feedSpace(), MEMBER);
    await reads(backpack, /Je deelde nog niets/);
    await press(backpack, 'Ervaring delen');
    await see(backpack, 'button', /^Delen/);
    holds(!/Mijn rugzak/.test(read(backpack)), 'it is another screen');
    holds(findAll(backpack, 'heading', 'Ervaring delen').length === 1, 'with its heading');
  });
});
