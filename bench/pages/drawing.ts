import type { Drawing } from '../petals';

/** What is on the page now. */
export interface Drawn {
  /** Once nothing moves any more. */
  atRest: Promise<void>;
  takeAway: () => void;
}

export type Draw = (place: HTMLElement, drawing: Drawing) => Drawn;
