import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { plain } from './config';
import type { SamenConfig } from './config';
import { elementsFrom } from './flat-tree';

/** What a `<samen-space>` tells whoever listens to it: it says something else now. Does not bubble. */
export const SPACE_CHANGED = 'samen-space-changed';

type Space = Element & { readonly backend?: unknown; readonly space?: unknown };

function* spacesAround(element: Element): Generator<Space> {
  for (const around of elementsFrom(element))
    if (around !== element && around.localName === 'samen-space') yield around;
}

/**
 * What the `<samen-space>` elements above say, nearest first, also when they are not (yet) defined: an element that
 * upgrades before its provider then opens the right space at once.
 */
export function surrounding(element: Element): SamenConfig {
  const found: SamenConfig = {};
  for (const around of spacesAround(element)) {
    const said = (name: 'backend' | 'space'): string | undefined => {
      const value = around[name];
      return plain(typeof value === 'string' ? value : around.getAttribute(name));
    };
    found.backend ??= said('backend');
    found.space ??= said('space');
  }
  return found;
}

/** Hears when one of them changes; also one that is defined only afterwards. */
export class Surroundings implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #changed: () => void;
  #listening?: AbortController;

  constructor(host: ReactiveControllerHost & Element, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const around of spacesAround(this.#host)) around.addEventListener(SPACE_CHANGED, this.#changed, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }
}
