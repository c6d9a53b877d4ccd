/** What becomes of a card that is moved: an item in another phase, or its ball offered. Fetched when first needed. */
import type { LitElement } from 'lit';
import { itemHref } from './card';
import { Drag } from './drag';
import type { MoveHome } from './move';
import { MoveMenu } from './move-menu';
import { moveStyles } from './move.styles';
import { phaseName, phaseOf, verdictOn } from './move-rules';
import type { Mover, Place, Verdict } from './move-rules';
import type { AgendaItemInput } from '../../contract/agenda';
import { parseHash } from '../../elements/hash-address';
import type { SamenLocalize } from '../../elements/localize';
import { loadEnglish, addDutch } from '../../elements/message-sources';
import type { MessageSource, TermOf } from '../../elements/message-sources';
import { errorSentence } from '../../elements/messages';
import { REASONS } from '../../elements/reason-messages';
import type { CommonTerm } from '../../elements/messages';
import type { AgendaMoveMessages } from '../../locales/agenda-move.nl';
import { agendaMoveNl } from '../../locales/agenda-move.nl';
import type { AgendaMessages } from '../../locales/agenda.nl';
import type { CommonMessages } from '../../locales/common.nl';
import type { AgendaItemView } from '../../model/agenda-types';
import type { SamenError } from '../../model/errors';
import type { Id } from '../../model/types';
import { adoptStyles } from '../../ui/adopt-styles';
import { liftStyles } from '../../ui/lift.styles';

const MESSAGES: MessageSource = {
  key: 'agenda-move',
  nl: agendaMoveNl,
  en: () => import('../../locales/agenda-move.en').then(({ agendaMoveEn }) => agendaMoveEn),
};

/** Whether what moved comes into sight: who dragged it looks at it already. */
type Scroll = 'seen' | 'where it was';
type Messages = AgendaMessages & AgendaMoveMessages & CommonMessages;

/** Once its words are there, in the language of the widget. */
export async function makeMoveWork(host: LitElement, home: () => MoveHome): Promise<MoveWork> {
  addDutch([MESSAGES, REASONS]);
  if (home().localize.lang() === 'en') await loadEnglish();
  return new MoveWork(host, home);
}

/** A card that has the focus: its menu button, or the link in it. */
interface Focused {
  id: Id;
  isMenu: boolean;
}

export class MoveWork {
  readonly #host: LitElement;
  readonly #home: () => MoveHome;
  readonly #menu: MoveMenu;
  readonly #drag: Drag;
  /** What had the focus before the board is drawn anew. */
  #focused?: Focused | undefined;

  constructor(host: LitElement, home: () => MoveHome) {
    this.#host = host;
    this.#home = home;
    const root = host.renderRoot as ShadowRoot;
    adoptStyles(root, liftStyles, moveStyles);
    this.#menu = new MoveMenu(root, (item, place) => this.#put(item, place, 'seen'));
    this.#drag = new Drag(root, {
      cardOf: (id) => this.#cardOf(id),
      verdict: (id, place) => this.#verdict(id, place),
      onDrop: (id, place) => this.#drop(id, place),
    });
  }

  get isCarrying(): boolean {
    return this.#drag.isCarrying;
  }

  press(event: PointerEvent, card: HTMLElement): void {
    const item = this.#find(idOf(card));
    if (item) this.#drag.press(event, item.id);
  }

  toggleMenu(button: HTMLElement): void {
    const item = this.#find(idOf(button.closest('.item')));
    if (item) this.#menu.toggle(button, item, this.#mover);
  }

  boardDraws(): void {
    this.#focused = this.#focus;
  }

  boardDrawn(): void {
    this.#drag.boardDrawn();
    this.#menu.boardDrawn(({ id: of }) => this.#cardOf(of)?.querySelector<HTMLElement>('.move'));
    const { id, isMenu } = this.#focused ?? {};
    // The elements of a card may show another item now: whoever was at a card stays at it.
    if (id === undefined || this.#focus?.id === id) return;
    const card = this.#cardOf(id);
    if (card) focusCard(card, { isMenu, preventScroll: true });
  }

  stop(): void {
    this.#drag.end();
    this.#menu.close();
  }

  get #focus(): Focused | undefined {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    const card = activeElement?.closest('[data-moves] .item');
    const id = idOf(card);
    return id === undefined ? undefined : { id, isMenu: activeElement?.matches('.move') === true };
  }

  get #t(): TermOf<Messages> {
    const localize = this.#home().localize as unknown as SamenLocalize<Messages>;
    return (key, ...args) => localize.term(key, ...(args as never));
  }

  get #mover(): Mover {
    const { client, me, phases, parties } = this.#home();
    const party = parties.find(({ id }) => id === me?.member?.partyId);
    const viewer = {
      personId: '',
      ...me,
      spaceId: client?.spaceId ?? '',
      ...(party && { party }),
    };
    return { viewer, phases, parties, t: this.#t as Mover['t'] };
  }

  #find(id: Id | undefined): AgendaItemView | undefined {
    return this.#home().items.find((item) => item.id === id);
  }

  /** Of thousands, found by the browser. */
  #cardOf(id: Id): HTMLElement | null | undefined {
    const link = `[data-moves] .item:not(.item--ghost) a[href="${CSS.escape(itemHref(id))}"]`;
    return this.#host.renderRoot.querySelector(link)?.closest<HTMLElement>('.item');
  }

  #verdict(id: Id, place: Place): Verdict | undefined {
    const item = this.#find(id);
    return item && verdictOn(item, place, this.#mover);
  }

  #drop(id: Id, place: Place): void {
    const item = this.#find(id);
    if (item) this.#put(item, place, 'where it was');
  }

  /** One act, however it was asked for. */
  #put(item: AgendaItemView, place: Place, scroll: Scroll): void {
    const { is, words } = verdictOn(item, place, this.#mover);
    if (is === 'shut') this.#home().announce(words);
    if (is !== 'free') return;
    // The ball is offered, and not given: the other has to accept it, and wants to know what for.
    if (place.kind === 'party') this.#home().go(item.id, 'offer', place.id);
    else void this.#move(item, place.id, scroll);
  }

  async #move(item: AgendaItemView, phaseId: Id, scroll: Scroll): Promise<void> {
    const back = phaseOf(item, this.#mover.phases);
    const undo = async () => {
      const now = this.#find(item.id);
      if (now && (await this.#save(now, back))) await this.#showCard(item.id, scroll);
    };
    if (!(await this.#save(item, phaseId))) return;
    await this.#showCard(item.id, scroll);
    this.#home().announce(this.#whereItIs(item, phaseId), { undo: () => void undo() });
  }

  /** The same words in another phase: shown at once, and kept to be sent. Whether it was kept. */
  async #save(item: AgendaItemView, phaseId: Id): Promise<boolean> {
    const { client } = this.#home();
    if (!client) return false;
    try {
      const { id, confirmed } = await client.write('saveAgendaItem', inputOf(inPhase(item, phaseId)));
      confirmed.catch(async (error: SamenError) => {
        // Said here, and not in the list of refused writes as well.
        await client.discard(id);
        this.#refused(item, phaseId, error);
      });
      return true;
    } catch (error) {
      this.#refused(item, phaseId, error as SamenError);
      return false;
    }
  }

  /** The card goes back to where it is, and it is said why. */
  #refused(item: AgendaItemView, phaseId: Id, error: SamenError): void {
    const now = error.kind === 'stale' ? (error.current as AgendaItemView | undefined) : undefined;
    // What was wanted is so already.
    if (now && phaseOf(now, this.#mover.phases) === phaseId) return;
    // Somebody changed its words, and left it where it was: both can be so.
    if (now && now.phaseId === item.phaseId) {
      void this.#save(now, phaseId);
      return;
    }
    const { announce } = this.#home();
    if (!now) announce(errorSentence(error, this.#t as CommonTerm));
    else announce(this.#t('meanwhileIn', now.title, phaseName(this.#mover, now.phaseId) ?? this.#t('withoutPhase')));
    if (this.#hasFocus) void this.#showCard(item.id, 'where it was');
  }

  #whereItIs({ title }: AgendaItemView, phaseId: Id): string {
    const name = phaseName(this.#mover, phaseId);
    return name ? this.#t('movedTo', title, name) : this.#t('movedOutOfPhase', title);
  }

  get #hasFocus(): boolean {
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    // Nowhere in the widget may also be elsewhere on the page: there somebody else's field may have it.
    return activeElement ? activeElement.closest('[data-moves]') !== null : document.activeElement === document.body;
  }

  /** The focus goes along with the card, wherever it is drawn now. */
  async #showCard(id: Id, scroll: Scroll): Promise<void> {
    await this.#host.updateComplete;
    const card = this.#cardOf(id);
    if (!card) {
      this.#home().focusHeading();
      return;
    }
    focusCard(card, { isMenu: true, preventScroll: scroll === 'where it was' });
  }
}

/** Its menu button where it has one: far cards have none until they are near. */
function focusCard(
  card: Element,
  { isMenu, preventScroll }: { isMenu: boolean | undefined; preventScroll: boolean },
): void {
  const button = isMenu ? card.querySelector<HTMLElement>('.move') : null;
  (button ?? card.querySelector<HTMLElement>('a[href]'))?.focus({ preventScroll });
}

/** The item of a card. What was offered stands with the other as an announcement: it is moved where it is held. */
function idOf(card: Element | null | undefined): Id | undefined {
  if (!card || card.matches('.item--ghost')) return undefined;
  const href = card.querySelector('a[href]')?.getAttribute('href') ?? '';
  return parseHash(href)?.path[0];
}

/** Without a phase there is none in it. */
function inPhase({ phaseId: _phase, ...item }: AgendaItemView, phaseId: Id): AgendaItemView {
  return phaseId ? { ...item, phaseId } : item;
}

function inputOf(item: AgendaItemView): AgendaItemInput {
  const { id, version, title, question, driverIds, topics, audience, phaseId } = item;
  return { id, version, title, question, driverIds, topics, audience, ...(phaseId && { phaseId }) };
}
