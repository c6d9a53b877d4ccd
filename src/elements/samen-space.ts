import { ReactiveElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { SPACE_CHANGED } from './surroundings';

/**
 * Sets backend, space and language for the elements within it, which look around themselves (`surroundings.ts`). It
 * draws nothing. What it does not say itself comes from a `samen-space` around it.
 *
 * @element samen-space
 * @attr backend - address of the API up to and including `/v1`, or `local:`
 * @attr space - id of the space
 * @attr lang - `nl` or `en`
 */
export class SamenSpace extends ReactiveElement {
  @property() backend?: string;
  @property() space?: string;

  /** Its children stay where they are. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('backend') || changed.has('space')) this.dispatchEvent(new Event(SPACE_CHANGED));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'samen-space': SamenSpace;
  }
}
