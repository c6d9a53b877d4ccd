import { ContextConsumer, ContextProvider } from '@lit/context';
import { ReactiveElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { plain } from './config';
import type { SamenConfig } from './config';
import { configContext } from './config-context';
import { SPACE_CHANGED } from './surroundings';

/**
 * Sets backend, space and language for the elements within it. A provider: it draws nothing. What it
 * does not say itself comes from a `samen-space` around it.
 *
 * @element samen-space
 * @attr backend - address of the API up to and including `/v1`, or `local:`
 * @attr space - id of the space
 * @attr lang - `nl` or `en`
 */
export class SamenSpace extends ReactiveElement {
  @property() backend?: string;
  @property() space?: string;

  readonly #provider = new ContextProvider(this, { context: configContext, initialValue: {} });
  readonly #outer = new ContextConsumer(this, {
    context: configContext,
    subscribe: true,
    callback: () => this.#provide(),
  });

  /** Its children stay where they are. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#provide();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Where it goes, another may be around it, or none.
    this.#outer.value = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('backend') && !changed.has('space')) return;
    this.#provide();
    this.dispatchEvent(new Event(SPACE_CHANGED));
  }

  #provide(): void {
    const outer: SamenConfig = this.#outer?.value ?? {};
    const next: SamenConfig = {
      backend: plain(this.backend) ?? outer.backend,
      space: plain(this.space) ?? outer.space,
    };
    const now = this.#provider.value;
    if (next.backend !== now?.backend || next.space !== now?.space) this.#provider.setValue(next);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'samen-space': SamenSpace;
  }
}
