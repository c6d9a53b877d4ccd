import type { LitElement, ReactiveController } from 'lit';

/** So far beyond what is seen, in heights of the window, a part counts as seen. */
const AROUND = '150% 0px';

/**
 * Sees which parts of the feed somebody looks at, and when the end comes near. What is not drawn on a
 * screen has no eyes: there one asks by the button.
 */
export class FeedEyes implements ReactiveController {
  readonly #host: LitElement;
  readonly #onLook: (chunks: ReadonlySet<number>) => void;
  readonly #onEnd: () => void;
  readonly #seen = new Map<Element, boolean>();
  #observer?: IntersectionObserver | undefined;
  #length = 0;

  constructor(host: LitElement, onLook: (chunks: ReadonlySet<number>) => void, onEnd: () => void) {
    this.#host = host;
    this.#onLook = onLook;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  hostUpdated(): void {
    if (typeof IntersectionObserver === 'undefined') return;
    this.#observer ??= new IntersectionObserver((entries) => this.#heard(entries), { rootMargin: AROUND });
    const parts = this.#host.renderRoot.querySelectorAll('.chunk, .older');
    const isOther = this.#length !== parts.length;
    this.#length = parts.length;
    for (const known of this.#seen.keys()) if (!known.isConnected) this.#forget(known);
    for (const part of parts) {
      // The end that stays near is to be met again once more stands above it.
      if (isOther && part.matches('.older')) this.#forget(part);
      if (this.#seen.has(part)) continue;
      this.#seen.set(part, false);
      this.#observer.observe(part);
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#seen.clear();
  }

  #forget(part: Element): void {
    this.#observer?.unobserve(part);
    this.#seen.delete(part);
  }

  #heard(entries: readonly IntersectionObserverEntry[]): void {
    let isAtEnd = false;
    for (const { target, isIntersecting } of entries) {
      if (this.#seen.has(target)) this.#seen.set(target, isIntersecting);
      isAtEnd ||= isIntersecting && target.matches('.older');
    }
    const chunks = [...this.#seen].flatMap(([part, isSeen]) =>
      isSeen && part instanceof HTMLElement && part.dataset.chunk ? [Number(part.dataset.chunk)] : [],
    );
    this.#onLook(new Set(chunks));
    if (isAtEnd) this.#onEnd();
  }
}
