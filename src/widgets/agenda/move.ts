/**
 * Moving the cards of a board, by drag and by menu. A board of a thousand cards has no listener more than one of ten:
 * the widget listens for all of them, and fetches what moves them when somebody first comes near a card.
 */
import type { LitElement, ReactiveController } from 'lit';
import type { MoveWork } from './move-work';
import type { SpaceClient } from '../../client/types';
import type { Me } from '../../contract/operations';
import type { SamenLocalize } from '../../elements/localize';
import type { AgendaMessages } from '../../locales/agenda.nl';
import type { AgendaItemView } from '../../model/agenda-types';
import type { Party, Phase } from '../../model/types';

/** What a move needs of its widget. */
export interface MoveHome {
  client: SpaceClient | undefined;
  me: Me | undefined;
  phases: readonly Phase[];
  parties: readonly Party[];
  /** As they were read. */
  items: readonly AgendaItemView[];
  localize: SamenLocalize<AgendaMessages>;
  /** Goes to a place in the widget. */
  go: (...path: string[]) => void;
  announce: (said: string, options?: { undo?: () => void }) => void;
  /** Where the focus goes when a card is not on the board any more. */
  focusHeading: () => void;
  /** What moves cards could not be fetched. */
  onFailed: () => void;
}

const EVENTS = ['pointerover', 'focusin', 'pointerdown', 'click', 'touchmove', 'contextmenu', 'dragstart'] as const;

/** What was hit within a board whose cards can be moved. */
export function hit(event: Event, selector: string): HTMLElement | undefined {
  return event
    .composedPath()
    .find((node): node is HTMLElement => node instanceof HTMLElement && node.matches(`[data-moves] ${selector}`));
}

export class Moves implements ReactiveController {
  readonly #host: LitElement;
  readonly #home: () => MoveHome;
  #work?: MoveWork;
  #loading?: Promise<MoveWork> | undefined;
  /** Held down while what moves it is on its way. */
  #pressed?: PointerEvent | undefined;

  constructor(host: LitElement, home: () => MoveHome) {
    this.#host = host;
    this.#home = home;
    host.addController(this);
  }

  hostConnected(): void {
    // Not passive: once a card is lifted, the page must not scroll under the finger.
    for (const name of EVENTS) this.#host.addEventListener(name, this, { passive: false });
  }

  hostDisconnected(): void {
    for (const name of EVENTS) this.#host.removeEventListener(name, this);
    this.#work?.stop();
  }

  hostUpdate(): void {
    this.#work?.boardDraws();
  }

  hostUpdated(): void {
    this.#work?.boardDrawn();
  }

  handleEvent(event: Event): void {
    switch (event.type) {
      case 'pointerdown':
        return this.#press(event as PointerEvent);
      case 'click':
        return this.#click(event);
      case 'touchmove':
      case 'contextmenu':
        // A long press has lifted a card: it is no scrolling, and no menu of the browser's own.
        if (this.#work?.isCarrying) event.preventDefault();
        return;
      case 'dragstart':
        // The card is dragged, not the link in it.
        if (hit(event, '.item')) event.preventDefault();
        return;
      default:
        if (!this.#work && !this.#loading && hit(event, '.item')) this.#load().catch(() => undefined);
    }
  }

  #press(event: PointerEvent): void {
    const card = hit(event, '.item');
    if (!card || event.button !== 0 || !event.isPrimary || hit(event, 'button')) return;
    if (this.#work) {
      this.#work.press(event, card);
      return;
    }
    const release = () => (this.#pressed = undefined);
    this.#pressed = event;
    for (const end of ['pointerup', 'pointercancel'] as const) addEventListener(end, release, { once: true });
    this.#load().then(
      (work) => (this.#pressed === event ? work.press(event, card) : undefined),
      () => undefined,
    );
  }

  #click(event: Event): void {
    const button = hit(event, '.move');
    if (!button) return;
    this.#load().then(
      (work) => work.toggleMenu(button),
      () => this.#home().onFailed(),
    );
  }

  #load(): Promise<MoveWork> {
    this.#loading ??= import('./move-work')
      .then(({ makeMoveWork }) => makeMoveWork(this.#host, this.#home))
      .then(
        (work) => (this.#work = work),
        (error: unknown) => {
          this.#loading = undefined;
          throw error;
        },
      );
    return this.#loading;
  }
}
