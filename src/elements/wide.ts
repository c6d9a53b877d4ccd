import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isWideFrom } from './is-wide';

/**
 * Whether a widget has room for its wide form, where the two forms are not the same content laid out
 * otherwise (that is a container query's) but other content. Measured in em of the host, as container
 * queries in the style sheets are.
 */
export class WideController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #from: number;
  readonly #observer: ResizeObserver | undefined;
  #isWide = false;

  constructor(host: ReactiveControllerHost & HTMLElement, fromEm: number) {
    this.#host = host;
    this.#from = fromEm;
    // Not at once: what is drawn anew there changes the size again, which browsers report as an error of the page.
    this.#observer =
      typeof ResizeObserver === 'undefined'
        ? undefined
        : new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    host.addController(this);
  }

  get isWide(): boolean {
    return this.#isWide;
  }

  hostConnected(): void {
    this.#measure();
    this.#observer?.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #measure(): void {
    const isWide = isWideFrom(this.#host, this.#from);
    if (isWide === this.#isWide) return;
    this.#isWide = isWide;
    this.#host.requestUpdate();
  }
}
