/**
 * Carrying a card with the mouse, a pen or a finger, by pointer events alone. A mouse lifts it by moving; a finger by
 * staying where it is, so that moving before that scrolls. What would come of letting go stands at the card.
 */
import { scrollersAround, scrollNear } from './drag-scroll';
import type { Place, Verdict } from './move-rules';
import type { Id } from '../../model/types';

/** So far a mouse moves before it is a drag, and so far a finger may move while it stays. */
const MOUSE_PX = 6;
const FINGER_PX = 10;
const LONG_PRESS_MS = 400;

export interface DragOptions {
  /** Where the card of an item is drawn now. */
  cardOf: (id: Id) => HTMLElement | null | undefined;
  /** What would become of it in this place. */
  verdict: (id: Id, place: Place) => Verdict | undefined;
  onDrop: (id: Id, place: Place) => void;
}

/** A card that is pressed, and perhaps carried after that. */
interface Pressed {
  id: Id;
  pointerId: number;
  isFinger: boolean;
  startX: number;
  startY: number;
}

/** What follows the pointer: a likeness of the card, and the words at it. */
interface Ghost {
  element: HTMLElement;
  words: HTMLElement;
}

export class Drag {
  readonly #root: ShadowRoot;
  readonly #options: DragOptions;
  #pressed?: Pressed | undefined;
  #ghost?: Ghost | undefined;
  #x = 0;
  #y = 0;
  #timer?: ReturnType<typeof setTimeout>;
  #frame = 0;

  constructor(root: ShadowRoot, options: DragOptions) {
    this.#root = root;
    this.#options = options;
  }

  get isCarrying(): boolean {
    return this.#ghost !== undefined;
  }

  press(event: PointerEvent, id: Id): void {
    this.end();
    const { pointerId, clientX: startX, clientY: startY } = event;
    const isFinger = event.pointerType === 'touch';
    this.#pressed = { id, pointerId, isFinger, startX, startY };
    [this.#x, this.#y] = [startX, startY];
    addEventListener('pointermove', this.#onMove);
    addEventListener('pointerup', this.#onUp);
    addEventListener('pointercancel', this.#onCancel);
    addEventListener('blur', this.#onCancel);
    addEventListener('keydown', this.#onKey, true);
    if (!isFinger) return;
    // What carries it may have been fetched while the finger lay there already.
    const waited = performance.now() - event.timeStamp;
    this.#timer = setTimeout(() => this.#lift(), Math.max(0, LONG_PRESS_MS - waited));
  }

  /** Lets go of it where it was. */
  end(): void {
    clearTimeout(this.#timer);
    removeEventListener('pointermove', this.#onMove);
    removeEventListener('pointerup', this.#onUp);
    removeEventListener('pointercancel', this.#onCancel);
    removeEventListener('blur', this.#onCancel);
    removeEventListener('keydown', this.#onKey, true);
    const { pointerId } = this.#pressed ?? {};
    this.#pressed = undefined;
    if (!this.#ghost) return;
    cancelAnimationFrame(this.#frame);
    this.#ghost.element.remove();
    this.#ghost = undefined;
    const ground = this.#ground;
    if (pointerId !== undefined && ground?.hasPointerCapture(pointerId)) ground.releasePointerCapture(pointerId);
    delete ground?.dataset['carries'];
    for (const one of this.#all('[data-lifted]')) delete one.dataset['lifted'];
    for (const lane of this.#lanes) {
      delete lane.dataset['drop'];
      delete lane.dataset['aimed'];
    }
  }

  /** Somebody else changed something while it is carried: lanes and cards may be others now. */
  boardDrawn(): void {
    if (!this.#pressed || !this.#ghost) return;
    if (this.#options.cardOf(this.#pressed.id)) this.#mark(this.#pressed.id);
    else this.end();
  }

  /** What stays while the board is drawn anew. */
  get #ground(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('.samen');
  }

  get #lanes(): HTMLElement[] {
    return this.#all('[data-moves] :is([data-phase], [data-party])');
  }

  #all(selector: string): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(selector)];
  }

  #lift(): void {
    const { id, pointerId, startX, startY } = this.#pressed ?? {};
    const card = id === undefined ? undefined : this.#options.cardOf(id);
    const ground = this.#ground;
    if (id === undefined || pointerId === undefined || !card || !ground) {
      this.end();
      return;
    }
    this.#ghost = ghostOf(card, { x: startX ?? 0, y: startY ?? 0 });
    ground.append(this.#ghost.element);
    this.#ghost.element.showPopover();
    try {
      ground.setPointerCapture(pointerId);
    } catch {
      // Only a pointer that is down is followed out of the window too.
    }
    const scrollers = scrollersAround(ground);
    const step = () => {
      if (scrollNear(scrollers, this.#x, this.#y)) this.#aim();
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
    this.#mark(id);
  }

  /** Each lane shows whether it can be put there. */
  #mark(id: Id): void {
    const card = this.#options.cardOf(id);
    for (const one of this.#all('[data-lifted]')) if (one !== card) delete one.dataset['lifted'];
    if (card) card.dataset['lifted'] = '';
    for (const lane of this.#lanes) lane.dataset['drop'] = this.#options.verdict(id, placeOf(lane))?.is ?? 'shut';
    this.#aim();
  }

  #aim(): void {
    const { id, startX, startY } = this.#pressed ?? {};
    const ghost = this.#ghost;
    if (id === undefined || !ghost) return;
    const { style } = ghost.element;
    style.setProperty('--x', `${String(this.#x - (startX ?? 0))}px`);
    style.setProperty('--y', `${String(this.#y - (startY ?? 0))}px`);
    const aimed = this.#laneAt(this.#x, this.#y);
    for (const lane of this.#lanes) lane.toggleAttribute('data-aimed', lane === aimed);
    const verdict = aimed && this.#options.verdict(id, placeOf(aimed));
    ghost.words.textContent = verdict?.words ?? '';
    ghost.element.dataset['drop'] = verdict?.is ?? '';
    if (this.#ground) this.#ground.dataset['carries'] = verdict?.is ?? '';
  }

  /** By their measures, for what is carried, and whatever the page lays over the board, is in between. */
  #laneAt(x: number, y: number): HTMLElement | undefined {
    return this.#lanes
      .filter((lane) => {
        const { left, right, top, bottom } = lane.getBoundingClientRect();
        return x >= left && x <= right && y >= top && y <= bottom;
      })
      .at(-1);
  }

  readonly #onMove = (event: PointerEvent): void => {
    const pressed = this.#pressed;
    if (!pressed || event.pointerId !== pressed.pointerId) return;
    [this.#x, this.#y] = [event.clientX, event.clientY];
    if (this.#ghost) {
      this.#aim();
      return;
    }
    const way = Math.hypot(this.#x - pressed.startX, this.#y - pressed.startY);
    if (pressed.isFinger) {
      // That is scrolling.
      if (way > FINGER_PX) this.end();
    } else if (way > MOUSE_PX) this.#lift();
  };

  readonly #onUp = (event: PointerEvent): void => {
    const pressed = this.#pressed;
    if (!pressed || event.pointerId !== pressed.pointerId) return;
    const lane = this.#ghost && this.#laneAt(event.clientX, event.clientY);
    if (this.#ghost) swallowClick();
    this.end();
    if (lane) this.#options.onDrop(pressed.id, placeOf(lane));
  };

  readonly #onCancel = (): void => this.end();

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#ghost) return;
    // It ends this, and not a dialog that the page has around it.
    event.preventDefault();
    event.stopPropagation();
    // The button is still down: letting go of it is no click either.
    addEventListener('pointerup', swallowClick, { capture: true, once: true });
    this.end();
  };
}

function placeOf({ dataset }: HTMLElement): Place {
  const { phase, party = '' } = dataset;
  return phase === undefined ? { kind: 'party', id: party } : { kind: 'phase', id: phase };
}

/** A likeness of the card in the top layer, where nothing around the widget cuts it off. */
function ghostOf(card: HTMLElement, at: { x: number; y: number }): Ghost {
  const { left, top, width } = card.getBoundingClientRect();
  const element = document.createElement('div');
  const words = document.createElement('p');
  const likeness = card.cloneNode(true) as HTMLElement;
  for (const button of likeness.querySelectorAll('button')) button.remove();
  likeness.inert = true;
  words.className = 'carried-words';
  element.className = 'carried';
  element.popover = 'manual';
  element.ariaHidden = 'true';
  element.append(likeness, words);
  const measures = { '--left': left, '--top': top, '--width': width, '--grip-x': at.x - left, '--grip-y': at.y - top };
  for (const [name, value] of Object.entries(measures)) element.style.setProperty(name, `${String(value)}px`);
  return { element, words };
}

/** What was carried was not clicked. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, once: true });
  // When letting go is no click, none is swallowed.
  setTimeout(() => removeEventListener('click', swallow, true));
}
