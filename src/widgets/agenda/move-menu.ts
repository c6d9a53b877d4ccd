/** The menu "Verplaatsen" at a card: to which phase, and to whom its ball can be offered. */
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { verdictOn, whyNoOffer, whyNoPhase } from './move-rules';
import type { Mover, Place, Verdict } from './move-rules';
import type { AgendaItemView } from '../../model/agenda-types';
import { icon } from '../../ui/icon';

/** Between the menu and its button, and the edges of the window. */
const GAP_PX = 4;
const ITEMS = '[role^="menuitem"]';

interface Open {
  button: HTMLElement;
  item: AgendaItemView;
}

export class MoveMenu {
  readonly #root: ShadowRoot;
  readonly #onChoose: (item: AgendaItemView, place: Place) => void;
  readonly #place = document.createElement('div');
  #open?: Open | undefined;

  constructor(root: ShadowRoot, onChoose: (item: AgendaItemView, place: Place) => void) {
    this.#root = root;
    this.#onChoose = onChoose;
  }

  toggle(button: HTMLElement, item: AgendaItemView, mover: Mover): void {
    const wasOpen = this.#open?.button === button;
    this.close();
    if (wasOpen) return;
    this.#open = { button, item };
    // Beside the board, so that drawing it anew leaves the menu alone.
    this.#root.querySelector('.samen')?.append(this.#place);
    render(this.#render(item, mover), this.#place);
    button.setAttribute('aria-expanded', 'true');
    this.#menu?.showPopover();
    this.#put();
    addEventListener('pointerdown', this.#onOutside, true);
    addEventListener('scroll', this.#put, { capture: true, passive: true });
    addEventListener('resize', this.#put);
    const items = this.#items;
    (items.find((each) => each.ariaDisabled !== 'true') ?? items[0])?.focus();
  }

  close(): void {
    if (!this.#open) return;
    this.#open.button.setAttribute('aria-expanded', 'false');
    this.#open = undefined;
    removeEventListener('pointerdown', this.#onOutside, true);
    removeEventListener('scroll', this.#put, true);
    removeEventListener('resize', this.#put);
    render(nothing, this.#place);
    this.#place.remove();
  }

  /** The card may be drawn elsewhere now, or be gone. */
  boardDrawn(buttonOf: (item: AgendaItemView) => HTMLElement | null | undefined): void {
    const open = this.#open;
    const button = open && buttonOf(open.item);
    if (!open || button === open.button) return;
    if (!button) {
      this.close();
      return;
    }
    open.button.setAttribute('aria-expanded', 'false');
    open.button = button;
    button.setAttribute('aria-expanded', 'true');
    this.#put();
  }

  get #menu(): HTMLElement | null {
    return this.#place.querySelector<HTMLElement>('.move-menu');
  }

  get #items(): HTMLElement[] {
    return [...this.#place.querySelectorAll<HTMLElement>(ITEMS)];
  }

  #render(item: AgendaItemView, mover: Mover): TemplateResult {
    const { t, phases, parties } = mover;
    return html`<div class="move-menu" popover="manual" role="menu" aria-label=${t('moveItem', item.title)} @keydown=${this.#onKey} @focusout=${this.#onLeave}>
      ${this.#group(
        'toPhase',
        mover,
        whyNoPhase(item, mover),
        phases.map(({ id, name }, at) =>
          this.#phase(item, { kind: 'phase', id }, t('phaseHeading', at + 1, name), mover),
        ),
      )}
      ${this.#group(
        'offerTo',
        mover,
        whyNoOffer(item, mover),
        parties
          .filter(({ id }) => id !== item.ball.holderId)
          .map(({ id, name }) => this.#party(item, { kind: 'party', id }, name, mover)),
      )}
    </div>`;
  }

  #group(name: 'toPhase' | 'offerTo', { t }: Mover, why: string | undefined, rows: TemplateResult[]): TemplateResult {
    return html`<div role="group" aria-labelledby=${name}>
      <span class="small muted" id=${name} role="presentation">${t(name)}</span>
      ${why ? html`<span class="choice" role="menuitem" aria-disabled="true" tabindex="-1"><small>${why}</small></span>` : rows}
    </div>`;
  }

  #phase(item: AgendaItemView, place: Place, name: string, mover: Mover): TemplateResult {
    const isHere = verdictOn(item, place, mover).is === 'here';
    return html`<button type="button" class="choice" role="menuitemradio" aria-checked=${isHere ? 'true' : 'false'} tabindex="-1" @click=${() => this.#choose(place)}>
      ${isHere ? icon('check') : html`<span class="no-icon"></span>`}<span>${name} ${isHere ? html`<small>${mover.t('movePhaseNow')}</small>` : nothing}</span>
    </button>`;
  }

  #party(item: AgendaItemView, place: Place, name: string, mover: Mover): TemplateResult {
    const { is, words }: Verdict = verdictOn(item, place, mover);
    const isShut = is === 'shut';
    return html`<button type="button" class="choice" role="menuitem" aria-disabled=${isShut ? 'true' : nothing} tabindex="-1" @click=${() => (isShut ? undefined : this.#choose(place))}>
      <span class="no-icon"></span><span>${name} ${isShut ? html`<small>${words}</small>` : nothing}</span>
    </button>`;
  }

  #choose(place: Place): void {
    const { item } = this.#open ?? {};
    this.#back();
    if (item) this.#onChoose(item, place);
  }

  /** Closes, with the focus where it came from. */
  #back(): void {
    const { button } = this.#open ?? {};
    this.close();
    button?.focus({ preventScroll: true });
  }

  /** Below its button, or above it where there is no room; never over an edge of the window. */
  readonly #put = (): void => {
    const menu = this.#menu;
    const { button } = this.#open ?? {};
    if (!menu || !button) return;
    const at = button.getBoundingClientRect();
    const { width, height } = menu.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const below = at.bottom + GAP_PX;
    const top = below + height <= clientHeight ? below : Math.max(GAP_PX, at.top - GAP_PX - height);
    const left = Math.min(Math.max(GAP_PX, at.right - width), clientWidth - width - GAP_PX);
    menu.style.setProperty('--menu-top', `${String(Math.min(top, clientHeight - height - GAP_PX))}px`);
    menu.style.setProperty('--menu-left', `${String(left)}px`);
  };

  readonly #onOutside = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(this.#place) && !(this.#open && path.includes(this.#open.button))) this.close();
  };

  /** Somebody went on elsewhere. To nowhere is the browser's own doing; the button closes what it opened by itself. */
  readonly #onLeave = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node) || relatedTarget === this.#open?.button) return;
    if (!this.#place.contains(relatedTarget)) this.close();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.indexOf(this.#root.activeElement as HTMLElement);
    const goTo: Record<string, number> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at <= 0 ? items.length : at) - 1,
      Home: 0,
      End: items.length - 1,
    };
    const next = goTo[event.key] ?? startingWith(event, items, at);
    // The board's own keys, and the page's, are not meant.
    event.stopPropagation();
    if (event.key === 'Escape') this.#back();
    else if (event.key === 'Tab') {
      // On from the button, as if the menu had not been there.
      this.#back();
      return;
    } else if (next === undefined) return;
    else items[next]?.focus();
    event.preventDefault();
  };
}

/** The next item that begins with what was typed. */
function startingWith(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  items: HTMLElement[],
  at: number,
): number | undefined {
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined;
  const order = items.map((_, step) => (at + 1 + step) % items.length);
  return order.find((each) => wordsOf(items[each]).toLocaleLowerCase().startsWith(key.toLocaleLowerCase()));
}

const wordsOf = (item: HTMLElement | undefined): string => item?.textContent?.trim() ?? '';
