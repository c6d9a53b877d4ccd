import type { Configuration } from './configuration';
import { firstViews } from './first-views';

/** What somebody does that a widget hears of. A link is the browser's own: where it leads is in the address. */
const ACTS = { click: 'button', input: 'input', change: 'input, select' } as const;

interface Act {
  type: string;
  target: HTMLElement;
}

const cardOf = (target: EventTarget | null): string | undefined =>
  (target as Element).closest<HTMLElement>('[data-id]')?.dataset.id;

/**
 * What stands in an element before its class is there.
 *
 *   drawn ──► somebody does something: kept, and the class is asked for at once
 *     └─────► the class is there, and has drawn the same: `end` does what was kept
 *
 * Nothing that is clicked or typed in between is lost: the class draws the same templates, so what was touched is
 * what stands there still. A card that was drawn in haste is drawn anew: who was there stays there.
 */
export class FirstView {
  readonly root: ShadowRoot;
  readonly #shows: Configuration;
  readonly #acts: Act[] = [];
  readonly #listening = new AbortController();
  /** The card that has the focus: it may be drawn anew. */
  #focused?: string | undefined;

  constructor(element: Element, shows: Configuration, onAct: () => void) {
    this.root = element.attachShadow({ mode: 'open' });
    this.#shows = shows;
    const { signal } = this.#listening;
    for (const [type, selector] of Object.entries(ACTS))
      this.root.addEventListener(type, (event) => this.#keep(event, selector, onAct), { capture: true, signal });
    this.root.addEventListener('focusin', ({ target }) => (this.#focused = cardOf(target)), { signal });
    // What is taken out of the page is left for nothing.
    this.root.addEventListener(
      'focusout',
      (event) => (event as FocusEvent).relatedTarget && (this.#focused = undefined),
      { signal },
    );
    firstViews.set(element, this);
  }

  /** Whether this is what an element that is set so would show. */
  isOf({ backend, space }: Configuration): boolean {
    return backend === this.#shows.backend && space === this.#shows.space;
  }

  #keep(event: Event, selector: string, onAct: () => void): void {
    const { type, target } = event;
    const touched = (target as Element).closest<HTMLElement>(selector);
    if (!touched) return;
    // The class may listen already, and not yet know of what: it hears of it once, when it has drawn.
    event.stopImmediatePropagation();
    // Of what was typed, how it ended is enough; who presses twice means twice.
    if (type === 'click' || !this.#acts.some((act) => act.type === type && act.target === touched))
      this.#acts.push({ type, target: touched });
    onAct();
  }

  /** The class has drawn: does what was kept. */
  end(element: Element): void {
    firstViews.delete(element);
    this.#listening.abort();
    if (this.#focused && document.activeElement === document.body)
      this.root.querySelector<HTMLElement>(`[data-id="${this.#focused}"]`)?.focus({ preventScroll: true });
    for (const { type, target } of this.#acts) {
      if (type === 'click') target.click();
      else target.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }
}
