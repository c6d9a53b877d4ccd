import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Hears when `lang` changes on the element or above it, in the page and in every shadow root on the way up. */
export class LanguageWatch implements ReactiveController {
  readonly #element: Element;
  readonly #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & Element, changed: () => void) {
    this.#element = host;
    // Not where a page is drawn on a server.
    this.#observer = typeof MutationObserver === 'undefined' ? undefined : new MutationObserver(changed);
    host.addController(this);
  }

  hostConnected(): void {
    for (let root: Node = this.#element.getRootNode(); ; root = root.host.getRootNode()) {
      this.#observer?.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
      if (!(root instanceof ShadowRoot)) break;
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
