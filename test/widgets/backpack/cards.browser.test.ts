import {
  AUTHOR,
  CORE_TEAM,
  MEMBER,
  PARTNER,
  feedSpace,
  openBackpack,
  tidyUp,
  titles,
  told,
  withAgenda,
  withSpace,
} from './bench';
import { withExperience, withPicture } from '../../../stories/backpack-rows';
import { find, findAll, focused, nameOf, press, read, reads, see, type } from '../../../stories/compass-find';
import { PATIENCE_MS, equal, holds, until } from '../../elements/support';
import type { PageSpace } from '../../../stories/compass-space';
import { registerBackend } from '../../../src/backends/registry';
import type { SpaceConnection } from '../../../src/contract/backend';
import { SamenError } from '../../../src/model/errors';
import type { Id } from '../../../src/model/types';

const FIRST = 'Samen één gesprek';
const CALL = 'Even bellen scheelt een week';

const card = (backpack: Element, title: string) => see(backpack, 'article', title);
const pressed = async (scope: Element, name: RegExp) => (await see(scope, 'button', name)).ariaPressed;

async function becomes(
  space: PageSpace,
  as: Id,
  id: Id,
  isSo: (one: Awaited<ReturnType<typeof one_>>) => unknown,
): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!isSo(await one_(space, as, id))) {
    if (Date.now() > end) throw new Error(`it never came to be: ${JSON.stringify(await one_(space, as, id))}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const one_ = (space: PageSpace, as: Id, id: Id) => space.read(as, 'getExperience', { id });

/** What one can do more with a card. */
async function more(backpack: Element, title: string): Promise<HTMLElement> {
  await press(backpack, `Meer bij ${title}`);
  return see(backpack, 'group', `Wat je kunt doen met ${title}`);
}

describe('a card', () => {
  afterEach(tidyUp);

  it('takes three reactions, each on and off, at once and kept', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space);
    const one = await card(backpack, CALL);
    equal(await pressed(one, /^Herkenbaar 9$/), 'false');
    await press(one, /^Herkenbaar 9$/);
    equal(await pressed(one, /^Herkenbaar 10$/), 'true');
    await becomes(space, MEMBER, 'e1', ({ myReactions }) => myReactions.includes('recognise'));
    await press(one, /^Herkenbaar 10$/);
    await becomes(space, MEMBER, 'e1', ({ myReactions }) => myReactions.length === 0);
    equal(await pressed(one, /^Herkenbaar 9$/), 'false');
  });

  it('is packed and unpacked', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space);
    const one = await card(backpack, CALL);
    await press(one, 'Inpakken');
    equal(await pressed(one, /^Ingepakt$/), 'true');
    await becomes(space, MEMBER, 'e1', ({ isPacked }) => isPacked);
    await press(one, 'Ingepakt');
    await becomes(space, MEMBER, 'e1', ({ isPacked }) => !isPacked);
  });

  it('of one’s own tells who wants to help, and takes no reaction', async () => {
    const backpack = await openBackpack(await feedSpace(), { as: AUTHOR });
    const one = await card(backpack, FIRST);
    holds(/\(jij\)/.test(read(one)), 'that it is mine');
    holds(/Deze mensen willen meehelpen: [^.]+\./.test(read(one)), 'who helps');
    holds(/Herkenbaar 4/.test(read(one)), 'the counts are there');
    for (const name of [/Herkenbaar/, /Ik help mee/, /Hier leer ik van/])
      holds(!find(one, 'button', name), String(name));
    holds(!/meehelpen/.test(read(await card(await openBackpack(await feedSpace()), FIRST))), 'others are not told');
  });

  it('without a name shows neither a person nor a party', async () => {
    const backpack = await openBackpack(await feedSpace());
    const one = await card(backpack, 'Ik durfde het niet te vragen');
    holds(/Anoniem/.test(read(one)), 'it says so');
    holds(!/Toegang/.test(read(one)), 'no party');
  });

  it('shows its picture, fetched as whoever looks, and forgets it when it goes', async () => {
    const revoked: string[] = [];
    const { revokeObjectURL } = URL;
    URL.revokeObjectURL = (address) => {
      revoked.push(address);
      revokeObjectURL.call(URL, address);
    };
    try {
      const backpack = await openBackpack(await feedSpace((rows) => withPicture(rows, 'e12')));
      const one = await card(backpack, FIRST);
      const image = await until('the picture', () => one.querySelector('img'));
      equal([image.alt, image.src.startsWith('blob:')], [FIRST, true]);
      await until('it is drawn', () => image.naturalWidth > 0);
      tidyUp();
      await until('its bytes are let go', () => revoked.includes(image.src));
    } finally {
      URL.revokeObjectURL = revokeObjectURL;
    }
  });

  it('is read only where nothing may be changed', async () => {
    const backpack = await openBackpack(await feedSpace(), { attributes: { readonly: '' } });
    const one = await card(backpack, CALL);
    equal(
      findAll(one, 'button').map((button) => read(button)),
      [],
    );
    holds(/Herkenbaar 9/.test(read(one)), 'the counts are there');
    holds(!find(backpack, 'button', 'Ervaring delen'), 'nor can one share');
  });

  it('is erased by its author after ten seconds in which that can be taken back; the focus goes to its neighbour', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space, { as: AUTHOR });
    await press(await more(backpack, FIRST), 'Wissen');
    await until('it is gone', () => !find(backpack, 'article', FIRST));
    await until('its neighbour has the focus', () => focused() === find(backpack, 'article', CALL));
    await see(backpack, 'status', /wordt gewist/);
    await press(backpack, 'Ongedaan maken');
    await card(backpack, FIRST);
    await press(await more(backpack, FIRST), 'Wissen');
    await until('it is gone', () => !find(backpack, 'article', FIRST));
    // Whoever leaves the page meant it.
    backpack.parentElement?.remove();
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const { items } = await space.read(MEMBER, 'listExperiences', { limit: 100 });
      if (!items.some(({ id, status }) => id === 'e12' && status === 'published')) break;
      if (Date.now() > end) throw new Error('it was not erased');
    }
  });

  it('tells its author why it was hidden, and nobody else', async () => {
    const space = await feedSpace();
    await space.write(CORE_TEAM, 'hideExperience', { id: 'e12', reason: 'Hier staat een naam.' });
    const mine = await openBackpack(space, { as: AUTHOR, path: ['e12'] });
    await reads(mine, /Verborgen door het kernteam\. Reden: Hier staat een naam\./);
    tidyUp();
    const others = await openBackpack(space, { path: ['e12'] });
    await see(others, 'heading', 'Deze ervaring is er niet');
  });

  const SHUT = {
    'that waits': { authorShownAs: 'anonymous', author: undefined },
    'that is pending': { status: 'pending' },
    'that was hidden': { hidden: { reason: 'Er staat een naam in.', on: '2026-01-01' } },
  } as const;
  for (const [about, change] of Object.entries(SHUT))
    it(`of one’s own ${about} offers nothing that others would see`, async () => {
      withAgenda();
      const space = await feedSpace((rows) => withExperience(rows, 'e12', change));
      if (about === 'that waits') {
        const { version } = await one_(space, AUTHOR, 'e12');
        const words = told(FIRST, { id: 'e12', version, authorShownAs: 'anonymous', audience: 'internal' });
        await space.write(AUTHOR, 'saveExperience', words);
      }
      const backpack = await openBackpack(space, { as: AUTHOR, path: ['e12'] });
      const mine = await card(backpack, FIRST);
      const replies = await see(mine, 'region', `Vragen en reacties bij ${FIRST}`);
      await reads(replies, /Nog niemand stelde een vraag/);
      const menu = await more(backpack, FIRST);
      await see(menu, 'button', 'Wissen');
      await new Promise((resolve) => setTimeout(resolve, 300));
      equal(
        [find(replies, 'textbox'), find(mine, 'button', 'Inpakken')].map((each) => each && nameOf(each)),
        [null, null],
      );
      equal(
        [...findAll(menu, 'button'), ...findAll(menu, 'link')]
          .map((each) => read(each))
          .filter((name) => /^Maak er|Hoe dit/.test(name)),
        [],
      );
      holds(!/Hoe dit zo kwam/.test(read(replies)), 'nor how it came about');
    });

  it('of one’s own that was edited is still answered under: others read it as it was', async () => {
    const space = await feedSpace((rows) => withExperience(rows, 'e12', SHUT['that waits']));
    const asked = { experienceId: 'e12', id: crypto.randomUUID(), version: 0, text: 'Wie belde?', isQuestion: true };
    await space.write(MEMBER, 'saveReply', asked);
    const { version } = await one_(space, AUTHOR, 'e12');
    const words = told(FIRST, { id: 'e12', version, authorShownAs: 'anonymous', audience: 'internal' });
    await space.write(AUTHOR, 'saveExperience', words);
    const mine = await card(await openBackpack(space, { as: AUTHOR, path: ['e12'] }), FIRST);
    await reads(mine, /7\.00 uur/);
    await see(await see(mine, 'region', `Vragen en reacties bij ${FIRST}`), 'textbox');
  });

  it('that cannot be read now is not said to be gone', async () => {
    const space = await feedSpace();
    let isCut = true;
    registerBackend('cut', () => {
      const backend = space.backend(MEMBER);
      const open = async (id: Id): Promise<SpaceConnection> => {
        const connection = await backend.open(id);
        const read_ = (operation: string, ...rest: unknown[]) =>
          operation === 'getExperience' && isCut
            ? Promise.reject(new SamenError('network', 'cut'))
            : (connection.read as (...all: unknown[]) => Promise<unknown>).call(connection, operation, ...rest);
        return new Proxy(connection, {
          get: (target, name) => {
            const value: unknown = Reflect.get(target, name);
            return name === 'read' ? read_ : typeof value === 'function' ? (value.bind(target) as unknown) : value;
          },
        });
      };
      return { open } as ReturnType<typeof space.backend>;
    });
    const backpack = await openBackpack(space, { path: ['e1'], attributes: { backend: 'cut:' } });
    const retry = await see(backpack, 'button', 'Opnieuw proberen');
    holds(!find(backpack, 'heading', 'Deze ervaring is er niet'), 'it may be there');
    await reads(backpack, /Er is geen verbinding\./);
    equal(findAll(backpack, 'button', 'Opnieuw proberen').length, 1);
    isCut = false;
    retry.click();
    await card(backpack, CALL);
  });

  for (const [anonymousPosts, says] of [
    ['daily', true],
    ['atOnce', false],
  ] as const)
    it(`without a name that is erased ${says ? 'says' : 'does not say'} that others read it until seven (${anonymousPosts})`, async () => {
      const space = await feedSpace((rows) =>
        withSpace(
          withExperience(rows, 'e12', { authorShownAs: 'anonymous', author: undefined }),
          {},
          { anonymousPosts },
        ),
      );
      const backpack = await openBackpack(space, { as: AUTHOR });
      const menu = await more(backpack, FIRST);
      await see(menu, 'button', 'Wissen');
      await new Promise((resolve) => setTimeout(resolve, 300));
      await press(menu, 'Wissen');
      const status = await see(backpack, 'status', /De ervaring wordt gewist\./);
      equal(/verdwijnt om 7\.00 uur/.test(read(status)), says);
    });

  it('has the focus of whoever followed a link to it', async () => {
    const backpack = await openBackpack(await feedSpace(), { path: ['e12'] });
    const one = await see(backpack, 'article');
    await until('it has the focus', () => focused() === one);
  });

  it('is reported to the core team with a reason; without one the form says what to do', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space);
    await press(await more(backpack, CALL), 'Melden');
    const dialog = await see(backpack, 'dialog', 'Deze ervaring melden');
    await press(dialog, 'Melden bij het kernteam');
    await reads(dialog, /Schrijf in één zin wat er niet goed is\./);
    await type(dialog, 'Wat is er niet goed aan?', 'Er staat een naam in.');
    await press(dialog, 'Melden bij het kernteam');
    await see(backpack, 'status', /Gemeld/);
    await until(
      'the focus is back on what opened it',
      () => focused()?.getAttribute('aria-label') === `Meer bij ${CALL}`,
    );
    equal(
      (await space.read(CORE_TEAM, 'listReports', {})).items.map(({ reason }) => reason),
      ['Er staat een naam in.'],
    );
  });

  it('becomes a need that says from which experience it came', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space);
    await press(await more(backpack, CALL), 'Maak er een behoefte van');
    const dialog = await see(backpack, 'dialog', 'Maak er een behoefte van');
    const field = (await see(dialog, 'textbox', 'Wat wil je vragen of aanbieden?')) as HTMLTextAreaElement;
    equal(field.value, 'Wie belt ook eerst? Wat levert dat op?');
    await press(dialog, 'Opslaan');
    await see(backpack, 'status', /De behoefte staat bij het kompas/);
    const { items } = await space.read(MEMBER, 'listNeeds', { limit: 100 });
    equal(items.find(({ experienceId }) => experienceId === 'e1')?.driverId, 'd-samen');
  });

  it('becomes an agenda item, and leads to what it became, where there is an agenda', async () => {
    const space = await feedSpace();
    const alone = await openBackpack(space);
    equal(find(await more(alone, CALL), 'link', 'Maak er een agendapunt van'), undefined, 'there is nowhere to go');
    tidyUp();
    withAgenda();
    const backpack = await openBackpack(space);
    const menu = await more(backpack, CALL);
    const make = await see(menu, 'link', 'Maak er een agendapunt van');
    equal(make.getAttribute('href'), '#samen=agenda/new/experience/e1');
    const belongs = await see(menu, 'link', 'Agendapunt: Wie bel ik? Een korte lijst');
    equal(belongs.getAttribute('href'), '#samen=agenda/a5');
    await space.write(MEMBER, 'saveAgendaItem', {
      ...{ id: 'van-e1', version: 0, title: 'Eerst bellen', question: '', driverIds: [], topics: [] },
      ...{ audience: 'everyone', experienceId: 'e1' },
    });
    equal((await see(menu, 'link', 'Agendapunt: Eerst bellen')).getAttribute('href'), '#samen=agenda/van-e1');
  });

  it('closes what one can do more with Escape, and the focus is back', async () => {
    const backpack = await openBackpack(await feedSpace());
    const menu = await more(backpack, CALL);
    await until('the first of it has the focus', () => menu.contains(focused()));
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await until('it is closed', () => !find(backpack, 'group', /Wat je kunt doen/));
    equal(focused()?.getAttribute('aria-label'), `Meer bij ${CALL}`);
  });

  it('of one’s own is made more open, after a warning that there is no way back', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space, { as: 'afd-toegang-2' });
    await press(await more(backpack, CALL), 'Mijn naam erbij zetten');
    const dialog = await see(backpack, 'dialog', 'Dit kun je niet terugdraaien');
    await press(dialog, 'Zet het erbij');
    await see(backpack, 'status', /Het staat erbij/);
    await becomes(space, MEMBER, 'e1', ({ authorShownAs }) => authorShownAs === 'named');
  });

  it('that was not accepted stands on top with its words and the reason, and is thrown away or sent again', async () => {
    const space = await feedSpace();
    const backpack = await openBackpack(space, { as: PARTNER });
    await card(backpack, CALL);
    const { client } = backpack as HTMLElement & {
      client?: { write: (...args: unknown[]) => Promise<{ confirmed: Promise<unknown> }> };
    };
    // A partner cannot share with the departments: as when that was decided after it was typed.
    await (
      await client?.write('saveExperience', told('Alleen intern', { audience: 'internal' }))
    )?.confirmed.catch(() => undefined);
    const refused = await see(backpack, 'article', 'Alleen intern');
    await reads(refused, /Niet gedeeld\. .*Je tekst is bewaard\./);
    await reads(refused, /Dit gebeurde er bij Alleen intern\./);
    holds(!/wijziging is niet gelukt/.test(read(backpack)), 'it is said once');
    await see(refused, 'button', 'Opnieuw proberen');
    await press(refused, 'Weggooien');
    await until('it is gone', () => !find(backpack, 'article', 'Alleen intern'));
    holds(!titles(backpack).includes('Alleen intern'), 'nor is it in the feed');
  });

  it('leads to the compass from its drivers where that is on the page, else to their experiences', async () => {
    const backpack = await openBackpack(
      await feedSpace((rows) => withExperience(rows, 'e1', { driverIds: ['d-open'] })),
    );
    const link = await see(await card(backpack, CALL), 'link', 'Open en eerlijk');
    equal(link.getAttribute('href'), '#samen=backpack/filter/driver/d-open');
    link.click();
    await see(backpack, 'button', 'Filters wissen');
    equal((await see(backpack, 'button', 'Open en eerlijk')).ariaPressed, 'true');
  });
});
