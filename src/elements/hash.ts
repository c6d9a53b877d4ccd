import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hashFor, parseHash } from './hash-address';

/** The controllers on the page for each kind of widget: one of them opens the link, not all. */
const present = new Map<string, Set<HashController>>();
const owners = new Map<string, HashController>();

/**
 * The place a widget shows, kept in the page's address so that Back and a sent link work. With two
 * widgets of a kind on a page, the one a person walked in follows; a link from outside opens the first.
 */
export class HashController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #widget: string;
  readonly #opened?: (path: string[]) => void;

  constructor(host: ReactiveControllerHost & Element, widget: string, opened?: (path: string[]) => void) {
    this.#host = host;
    this.#widget = widget;
    this.#opened = opened;
    host.addController(this);
  }

  /** The path below the widget; empty at its start, or when the link is another's. */
  get path(): string[] {
    if (typeof location === 'undefined') return [];
    const link = parseHash(location.hash);
    return link?.widget === this.#widget && this.#isOwner ? link.path : [];
  }

  /** The address of a place in this widget, for a real link. */
  href(...path: string[]): string {
    return hashFor(this.#widget, ...path);
  }

  /** Somebody walks in this widget, and not in another of its kind. */
  follow(): void {
    owners.set(this.#widget, this);
  }

  /** Goes to a place in this widget; Back returns. */
  go(...path: string[]): void {
    this.follow();
    const hash = this.href(...path);
    if (location.hash === hash) this.#changed();
    else location.hash = hash;
  }

  get #isOwner(): boolean {
    const owner = owners.get(this.#widget);
    if (owner) return owner === this;
    const first = [...(present.get(this.#widget) ?? [])].reduce<HashController | undefined>(
      (before, one) => (before && before.#comesBefore(one) ? before : one),
      undefined,
    );
    return first === undefined || first === this;
  }

  #comesBefore(other: HashController): boolean {
    return (this.#host.compareDocumentPosition(other.#host) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }

  readonly #changed = (): void => {
    if (this.#isOwner) this.#opened?.(this.path);
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    const all = present.get(this.#widget) ?? new Set();
    present.set(this.#widget, all.add(this));
    addEventListener('hashchange', this.#changed);
  }

  hostDisconnected(): void {
    present.get(this.#widget)?.delete(this);
    if (owners.get(this.#widget) === this) owners.delete(this.#widget);
    removeEventListener('hashchange', this.#changed);
  }
}
