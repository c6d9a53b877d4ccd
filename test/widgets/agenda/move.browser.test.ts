import { html } from 'lit';
import { findAll, focused, nameOf, press, read, reads, see } from '../../../stories/compass-find';
import { PageSpace } from '../../../stories/compass-space';
import { clear, equal, frame, holds, place, until } from '../../elements/support';
import { demoRows } from '../../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../../src/demo-data/lindeveld';
import { hashFor } from '../../../src/elements/hash-address';
import type { AgendaItemView } from '../../../src/model/agenda-types';
import { toDay } from '../../../src/model/today';
import type { Id } from '../../../src/model/types';
import '../../../src/widgets/agenda/define';
import type { SamenAgenda } from '../../../src/widgets/agenda/samen-agenda';

/** Of the party that has the ball of a1, in phase 3. */
const HOLDER: Id = 'afd-toegang-3';
const PARTNER: Id = 'par-wonen-2';
const PLAN = 'Eén gezin, één plan';
/** After it in the same phase, and theirs too. */
const ANSWER = 'Een melding krijgt altijd antwoord';
/** Right after it, and near on the smallest screen. */
const CALL = 'Vroeg bellen bij huurschuld';
const NOW = '3. Proberen en leren';
const NEXT = '4. Laten zien';

let file: LindeveldFile | undefined;

async function newSpace(): Promise<PageSpace> {
  file ??= (await (await fetch('/data/lindeveld.json')).json()) as LindeveldFile;
  const today = toDay(new Date());
  return new PageSpace(demoRows(file, today, (personId, thingId) => `${personId} wrote ${thingId}`));
}

interface Opened {
  as?: Id;
  view?: 'phases' | 'balls';
  lang?: string;
  readonly?: boolean;
  /** In a shadow root of the page's own. */
  isDeep?: boolean;
}

async function openAgenda(
  space: PageSpace,
  { as = HOLDER, view = 'phases', lang = 'nl', readonly = false, isDeep = false }: Opened = {},
): Promise<SamenAgenda> {
  history.replaceState(null, '', hashFor('agenda', 'show', view));
  const agenda = document.createElement('samen-agenda');
  agenda.setAttribute('backend', space.address(as));
  agenda.setAttribute('space', space.id);
  agenda.toggleAttribute('readonly', readonly);
  const around = place(html``);
  around.lang = lang;
  around.style.inlineSize = '1100px';
  (isDeep ? around.attachShadow({ mode: 'open' }) : around).append(agenda);
  await until('the cards are there', () => findAll(agenda, 'article').length > 0);
  return agenda;
}

const lane = (agenda: Element, name: string): HTMLElement => {
  const found = findAll(agenda, 'region', name)[0];
  if (!found) throw new Error(`there is no lane ${name}`);
  return found;
};
const cardIn = (scope: Element, title: string): HTMLElement | undefined =>
  findAll(scope, 'article').find((each) => findAll(each, 'link', title).length > 0);
const isIn = (agenda: Element, name: string, title = PLAN) => cardIn(lane(agenda, name), title) !== undefined;
const said = (agenda: Element) => findAll(agenda, 'status').map(read).filter(Boolean).join(' ');

async function openMenu(agenda: HTMLElement, title = PLAN, word = 'Verplaatsen'): Promise<HTMLElement> {
  await press(agenda, `${word}: ${title}`);
  return until('the menu is open', () => agenda.shadowRoot?.querySelector<HTMLElement>('[role=menu]'));
}
const choices = (menu: Element) => [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];
const choice = (menu: Element, words: string) => choices(menu).find((each) => read(each) === words);
const key = (name: string) =>
  focused()?.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );

/** As a mouse or a finger does it, without a hand on it. */
class Hand {
  readonly #type: string;
  readonly #at = { x: 0, y: 0 };

  constructor(type: 'mouse' | 'touch') {
    this.#type = type;
  }

  down(card: Element): void {
    const { left, top } = card.getBoundingClientRect();
    this.#tell('pointerdown', card, left + 12, top + 50);
  }

  /** From where it is. */
  by(x: number, y: number): void {
    this.#tell('pointermove', document.body, this.#at.x + x, this.#at.y + y);
  }

  over(target: Element): void {
    const { left, top, width } = target.getBoundingClientRect();
    this.#tell('pointermove', document.body, left + width / 2, top + 20);
  }

  up(): void {
    this.#tell('pointerup', document.body, this.#at.x, this.#at.y);
  }

  #tell(name: string, target: Element, clientX: number, clientY: number): void {
    Object.assign(this.#at, { x: clientX, y: clientY });
    const about = { pointerId: 77, pointerType: this.#type, isPrimary: true, button: 0, clientX, clientY };
    target.dispatchEvent(new PointerEvent(name, { ...about, bubbles: true, composed: true, cancelable: true }));
  }
}

/** A colleague puts the first card of phase 3 elsewhere: all after it are drawn anew. */
async function moveFirst(space: PageSpace, agenda: HTMLElement): Promise<void> {
  const item = await space.read(HOLDER, 'getAgendaItem', { id: 'a1' });
  const { id, title, question, driverIds, topics, audience, version } = item;
  const change = { id, title, question, driverIds, topics, audience, version, phaseId: 'f1' };
  await space.write('afd-toegang-1', 'saveAgendaItem', change);
  await until('the other is seen to move', () => isIn(agenda, '1. Kijken waar we staan'));
}

const isCarried = (agenda: HTMLElement) => agenda.shadowRoot?.querySelector('.carried') ?? undefined;

/** Near a card, so that what moves it is fetched. */
async function comeNear(agenda: HTMLElement): Promise<void> {
  const menu = await openMenu(agenda);
  key('Escape');
  await until('it is closed', () => !menu.isConnected);
}

async function carry(agenda: HTMLElement, target: string, title = PLAN): Promise<Hand> {
  await comeNear(agenda);
  const hand = new Hand('mouse');
  hand.down(cardIn(agenda, title) as HTMLElement);
  hand.by(0, 20);
  await until('it is lifted', () => isCarried(agenda));
  hand.over(lane(agenda, target));
  return hand;
}

describe('moving a card of the agenda', () => {
  afterEach(() => {
    clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('by its menu', () => {
    it('offers every phase, and the ball to every other party', async () => {
      const menu = await openMenu(await openAgenda(await newSpace()));
      equal(
        choices(menu).map((each) => `${each.getAttribute('aria-checked') ?? ''} ${read(each)}`.trim()),
        [
          'false 1. Kijken waar we staan',
          'false 2. Samen de bedoeling kiezen',
          'true 3. Proberen en leren hier staat het nu',
          'false 4. Laten zien',
          'false 5. Zelf verder',
          'Beleid Samenleving',
          'Werk en Inkomen',
          'Welzijnswerk',
          'Jeugdhulp',
          'Zorg thuis',
          'Woningcorporatie',
          'Vrijwilligers bij geldzorgen',
        ],
      );
      equal(menu.getAttribute('aria-label'), `Verplaatsen: ${PLAN}`);
    });

    it('walks with the arrows, Home, End and letters; Escape gives the focus back', async () => {
      const agenda = await openAgenda(await newSpace());
      const menu = await openMenu(agenda);
      const button = await see(agenda, 'button', `Verplaatsen: ${PLAN}`);
      equal(button.getAttribute('aria-expanded'), 'true');
      const at = () => read(focused() as Element);
      equal(at(), '1. Kijken waar we staan');
      key('ArrowUp');
      equal(at(), 'Vrijwilligers bij geldzorgen', 'round');
      key('ArrowDown');
      key('ArrowDown');
      equal(at(), '2. Samen de bedoeling kiezen');
      key('w');
      equal(at(), 'Werk en Inkomen');
      key('w');
      equal(at(), 'Welzijnswerk');
      key('End');
      equal(at(), 'Vrijwilligers bij geldzorgen');
      key('Home');
      equal(at(), '1. Kijken waar we staan');
      key('Escape');
      holds(focused() === button, 'the focus is at its button');
      equal(menu.isConnected, false);
      equal(button.getAttribute('aria-expanded'), 'false');
    });

    it('closes when somebody goes elsewhere, and on a second press', async () => {
      const agenda = await openAgenda(await newSpace());
      const first = await openMenu(agenda);
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      equal(first.isConnected, false);
      const second = await openMenu(agenda);
      await press(agenda, `Verplaatsen: ${PLAN}`);
      await until('it is closed', () => !second.isConnected);
      equal(agenda.shadowRoot?.querySelector('[role=menu]'), null, 'and no other came');
    });

    it('says to a partner why neither is theirs to do', async () => {
      const menu = await openMenu(await openAgenda(await newSpace(), { as: PARTNER }));
      equal(choices(menu).map(read), [
        'Alleen Toegang Zorg en Jeugd en het kernteam kunnen dit punt in een andere fase zetten.',
        'De bal ligt bij Toegang Zorg en Jeugd. Alleen zij kunnen hem aanbieden.',
      ]);
      holds(
        choices(menu).every((each) => each.ariaDisabled === 'true'),
        'and they cannot be chosen',
      );
    });

    it('is not there where nothing can be written', async () => {
      const agenda = await openAgenda(await newSpace(), { readonly: true });
      equal(findAll(agenda, 'button', /^Verplaatsen/).length, 0);
    });

    it('speaks English', async () => {
      const agenda = await openAgenda(await newSpace(), { lang: 'en' });
      const menu = await openMenu(agenda, PLAN, 'Move');
      holds(read(menu).startsWith('To phase 1. Kijken waar we staan'), read(menu));
      choice(menu, NEXT)?.click();
      await reads(agenda, /‘Eén gezin, één plan’ is now in 4\. Laten zien\./);
    });

    it('moves the card at once, with the focus, and says so; that can be undone', async () => {
      const space = await newSpace();
      const agenda = await openAgenda(space);
      const menu = await openMenu(agenda);
      const before = await space.read(HOLDER, 'getAgendaItem', { id: 'a1' });
      choice(menu, NEXT)?.click();
      await until('it is there', () => isIn(agenda, NEXT));
      await until('it is said', () => said(agenda).includes(`‘${PLAN}’ staat nu in ${NEXT}.`));
      equal(nameOf(focused() as Element), `Verplaatsen: ${PLAN}`);
      holds(cardIn(lane(agenda, NEXT), PLAN)?.contains(focused()), 'the focus went along');
      const { phaseId, version, ...words } = await untilKept(space, ({ phaseId: now }) => now === 'f4');
      equal(version, before.version + 1, 'in one write');
      equal(words.title, before.title);
      equal(words.topics, before.topics);
      equal(words.ball.version, before.ball.version, 'the ball did not move');
      equal(phaseId, 'f4');
      await press(agenda, 'Ongedaan maken');
      await until('it is back', () => isIn(agenda, NOW));
      await untilKept(space, ({ phaseId: now }) => now === 'f3');
      await until('the focus is at the card', () => cardIn(lane(agenda, NOW), PLAN)?.contains(focused()));
    });

    it('stays open at its card while a colleague changes the board', async () => {
      const space = await newSpace();
      const agenda = await openAgenda(space);
      const menu = await openMenu(agenda, CALL);
      await moveFirst(space, agenda);
      equal(menu.isConnected, true);
      const open = findAll(agenda, 'button').filter((each) => each.getAttribute('aria-expanded') === 'true');
      equal(open.map(nameOf), [`Verplaatsen: ${CALL}`]);
      key('Escape');
      holds(focused() === open[0], 'the focus is at its button');
    });

    it('keeps the focus at its card while a colleague changes the board', async () => {
      const space = await newSpace();
      const agenda = await openAgenda(space);
      await comeNear(agenda);
      (await see(agenda, 'button', `Verplaatsen: ${CALL}`)).focus();
      await moveFirst(space, agenda);
      equal(nameOf(focused() as Element), `Verplaatsen: ${CALL}`);
    });
  });

  describe('by drag', () => {
    it('lifts it once the mouse has moved, shows where it can go, and puts it there', async () => {
      const space = await newSpace();
      const agenda = await openAgenda(space);
      await comeNear(agenda);
      const hand = new Hand('mouse');
      hand.down(cardIn(agenda, PLAN) as HTMLElement);
      hand.by(3, 0);
      await frame();
      holds(!isCarried(agenda), 'a hand that trembles clicks');
      hand.by(10, 0);
      const carried = await until('it is lifted', () => isCarried(agenda));
      equal(lane(agenda, NOW).dataset['drop'], 'here');
      equal(lane(agenda, NEXT).dataset['drop'], 'free');
      hand.over(lane(agenda, NEXT));
      equal(carried.querySelector('.carried-words')?.textContent, `Naar ${NEXT}`);
      hand.up();
      await until('it is there', () => isIn(agenda, NEXT));
      await untilKept(space, ({ phaseId }) => phaseId === 'f4');
      holds(!isCarried(agenda) && !lane(agenda, NEXT).dataset['drop'], 'nothing of it is left on the board');
    });

    it('offers the ball, and gives it to nobody', async () => {
      const space = await newSpace();
      const agenda = await openAgenda(space, { view: 'balls' });
      const hand = await carry(agenda, 'Werk en Inkomen');
      hand.up();
      const party = (await see(agenda, 'combobox', 'Aan wie?')) as HTMLSelectElement;
      equal(party.value, 'afd-werk');
      equal(location.hash, '#samen=agenda/a1/offer/afd-werk');
      equal((await space.read(HOLDER, 'getAgendaItem', { id: 'a1' })).ball.state, 'held');
    });

    it('offers it to who has no ball yet, too', async () => {
      const space = await newSpace();
      const agenda = await openAgenda(space, { view: 'balls' });
      const spare = await until('they are there', () =>
        [...lane(agenda, 'Geen bal').querySelectorAll('li')].find((each) => read(each) === 'Zorg thuis'),
      );
      const hand = await carry(agenda, 'Werk en Inkomen');
      hand.over(spare);
      hand.up();
      equal(((await see(agenda, 'combobox', 'Aan wie?')) as HTMLSelectElement).value, 'par-zorg');
    });

    it('says at the card and in the live region why it cannot go there', async () => {
      const space = await newSpace();
      const agenda = await openAgenda(space, { as: PARTNER });
      const hand = await carry(agenda, NEXT);
      const why = 'Alleen Toegang Zorg en Jeugd en het kernteam kunnen dit punt in een andere fase zetten.';
      equal(isCarried(agenda)?.querySelector('.carried-words')?.textContent, why);
      equal(lane(agenda, NEXT).dataset['drop'], 'shut');
      hand.up();
      await until('it is said', () => said(agenda).includes(why));
      equal((await space.read(HOLDER, 'getAgendaItem', { id: 'a1' })).phaseId, 'f3');
    });

    it('ends with Escape, and nothing is opened or moved', async () => {
      const space = await newSpace();
      const agenda = await openAgenda(space);
      const hand = await carry(agenda, NEXT);
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      holds(!isCarried(agenda), 'it is let go of');
      hand.up();
      await frame();
      equal(isIn(agenda, NEXT), false);
      equal(location.hash, '#samen=agenda/show/phases');
    });

    it('works in a shadow root of the page', async () => {
      const agenda = await openAgenda(await newSpace(), { isDeep: true });
      const hand = await carry(agenda, NEXT);
      hand.up();
      await until('it is there', () => isIn(agenda, NEXT));
    });

    it('goes on while a colleague changes the board', async () => {
      const space = await newSpace();
      const agenda = await openAgenda(space);
      const hand = await carry(agenda, NEXT, ANSWER);
      await moveFirst(space, agenda);
      const lifted = [...(agenda.shadowRoot?.querySelectorAll<HTMLElement>('[data-lifted]') ?? [])];
      equal(
        lifted.map((each) => findAll(each, 'link').map(nameOf)[0]),
        [ANSWER],
        'one card is lifted, the same',
      );
      hand.up();
      await until('it is there', () => isIn(agenda, NEXT, ANSWER));
    });

    it('with a finger waits for a long press: moving before that scrolls', async () => {
      const agenda = await openAgenda(await newSpace());
      await comeNear(agenda);
      const hand = new Hand('touch');
      const card = cardIn(agenda, PLAN) as HTMLElement;
      const isFree = () =>
        card.dispatchEvent(new Event('touchmove', { bubbles: true, composed: true, cancelable: true }));
      hand.down(card);
      hand.by(0, 30);
      holds(isFree(), 'the browser may scroll');
      await new Promise((resolve) => setTimeout(resolve, 700));
      holds(!isCarried(agenda), 'and no card came along');
      hand.up();
      hand.down(card);
      hand.by(4, 4);
      await until('it is lifted', () => isCarried(agenda));
      equal(isFree(), false, 'now the page stays where it is');
      hand.over(lane(agenda, NEXT));
      hand.up();
      await until('it is there', () => isIn(agenda, NEXT));
      holds(isFree(), 'and after that it scrolls again');
    });

    it('scrolls what is around the board at its edge', async () => {
      const agenda = await openAgenda(await newSpace());
      const box = agenda.parentElement as HTMLElement;
      Object.assign(box.style, { blockSize: '300px', overflow: 'auto', inlineSize: '320px' });
      await comeNear(agenda);
      box.scrollTop = 0;
      const hand = new Hand('mouse');
      const card = cardIn(agenda, PLAN) as HTMLElement;
      card.scrollIntoView({ block: 'center' });
      hand.down(card);
      hand.by(0, 20);
      await until('it is lifted', () => isCarried(agenda));
      const before = box.scrollTop;
      const { bottom } = box.getBoundingClientRect();
      const { top } = card.getBoundingClientRect();
      hand.by(0, bottom - top - 75);
      await until('it scrolls along', () => box.scrollTop > before + 40);
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      const after = box.scrollTop;
      await frame();
      await frame();
      equal(box.scrollTop, after, 'and no further once it is let go of');
    });
  });

  describe('when a colleague was first', () => {
    /** In this page one still looks at what was there before. */
    async function meanwhile(space: PageSpace, change: Partial<AgendaItemView>): Promise<SamenAgenda> {
      const agenda = await openAgenda(space);
      const menu = await openMenu(agenda);
      const now = await space.read(HOLDER, 'getAgendaItem', { id: 'a1' });
      const { id, title, question, driverIds, topics, audience, version, phaseId = '' } = { ...now, ...change };
      const words = { id, title, question, driverIds, topics, audience, version, phaseId };
      await space.write('afd-toegang-1', 'saveAgendaItem', words);
      choice(menu, NEXT)?.click();
      return agenda;
    }

    it('and moved it, the card goes back where it is now, and that is said', async () => {
      const agenda = await meanwhile(await newSpace(), { phaseId: 'f5' });
      const words = `Niet verplaatst: iemand anders veranderde ‘${PLAN}’ net. Het staat nu in 5. Zelf verder.`;
      await until('it is said', () => said(agenda).includes(words));
      await until('it stands there', () => isIn(agenda, '5. Zelf verder'));
      equal(isIn(agenda, NEXT), false);
      equal(nameOf(focused() as Element), `Verplaatsen: ${PLAN}`);
    });

    it('and moved it to the same place, nothing is wrong', async () => {
      const agenda = await meanwhile(await newSpace(), { phaseId: 'f4' });
      await until('it is said', () => said(agenda).includes(`‘${PLAN}’ staat nu in ${NEXT}.`));
      await until('it stands there', () => isIn(agenda, NEXT));
      await until('all is settled', () => agenda.client?.pending().length === 0);
      await frame();
      await agenda.updateComplete;
      await frame();
      holds(!said(agenda).includes('Niet verplaatst'), said(agenda));
    });

    it('and changed only its words, both are so', async () => {
      const space = await newSpace();
      const title = 'Eén gezin, twee plannen';
      const agenda = await meanwhile(space, { title });
      const kept = await untilKept(space, ({ phaseId }) => phaseId === 'f4');
      equal(kept.title, title);
      await until('it stands there', () => isIn(agenda, NEXT, title));
      await press(agenda, 'Ongedaan maken');
      equal((await untilKept(space, ({ phaseId }) => phaseId === 'f3')).title, title);
    });
  });
});

/** What was shown at once is kept a little later. */
async function untilKept(space: PageSpace, isSo: (item: AgendaItemView) => boolean): Promise<AgendaItemView> {
  for (let turn = 0; turn < 200; turn += 1) {
    const item = await space.read(HOLDER, 'getAgendaItem', { id: 'a1' });
    if (isSo(item)) return item;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it was never kept');
}
