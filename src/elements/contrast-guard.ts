import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ContrastCheck } from './contrast-check';
import { elementsFrom } from './flat-tree';
import { atRest } from '../client/at-rest';
import { tokensStyles } from '../ui/tokens.styles';

/** The tokens by which a page changes our colours: those our own style sheet falls back through. */
const TOKENS = new Set(tokensStyles.cssText.match(/--[a-z][\w-]*(color|bg)[\w-]*/g));

function channels(css: string): number[] | undefined {
  return css.startsWith('rgb(') ? css.match(/\d+/g)?.map(Number) : undefined;
}

/** Whether one is dark and the other light beyond doubt. What is left, the check itself reckons. */
function isSurelyReadable(text: string, background: string): boolean {
  const [front, back] = [channels(text), channels(background)];
  const isApart = (dark: number[], light: number[]) => Math.max(...dark) <= 64 && Math.min(...light) >= 160;
  return front !== undefined && back !== undefined && (isApart(front, back) || isApart(back, front));
}

/**
 * Watches for what could make colours unreadable: a theme, or a page that is dark (or light) without
 * saying so. Only then the check itself is fetched; a page without either has our own colours, which
 * are good. Looks again when the colour scheme or a theme above it changes.
 */
export class ContrastGuard implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #check?: Promise<ContrastCheck>;
  #scheduled = false;
  #observer?: MutationObserver;
  #listening?: AbortController;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
      matchMedia(query).addEventListener('change', this.#schedule, { signal });
    this.#observer = new MutationObserver((records) => {
      const around = new Set<Node>(elementsFrom(this.#host));
      around.delete(this.#host);
      if (records.some(({ target }) => around.has(target))) this.#schedule();
    });
    const attributeFilter = ['class', 'style', 'data-theme', 'data-color-scheme'];
    this.#observer.observe(this.#host.ownerDocument, { subtree: true, attributes: true, attributeFilter });
    // A style sheet that comes later may be the theme.
    this.#host.ownerDocument.addEventListener('load', this.#loaded, { capture: true, signal });
    this.#schedule();
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#observer?.disconnect();
  }

  readonly #loaded = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement) this.#schedule();
  };

  readonly #schedule = (): void => {
    if (this.#scheduled) return;
    this.#scheduled = true;
    // Not before what one came for is painted: asking for styles lays out the page.
    void atRest().then(() => {
      this.#scheduled = false;
      if (this.#host.isConnected) void this.#look();
    });
  };

  async #look(): Promise<void> {
    if (!this.#check && !this.#mayFail()) return;
    this.#check ??= import('./contrast-check').then(({ ContrastCheck: Check }) => new Check(this.#host));
    try {
      const check = await this.#check;
      if (this.#host.isConnected) check.look();
    } catch {
      // Did not come: asked for again at the next change.
      this.#check = undefined;
    }
  }

  #mayFail(): boolean {
    const style = getComputedStyle(this.#host);
    if ([...TOKENS].some((token) => style.getPropertyValue(token))) return true;
    for (const element of elementsFrom(this.#host)) {
      const { backgroundColor } = getComputedStyle(element);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') return !isSurelyReadable(this.#textColor(), backgroundColor);
    }
    return false;
  }

  /** Our own colour of text, as rendered here. */
  #textColor(): string {
    const frame = this.#host.shadowRoot?.querySelector('.samen');
    return frame ? getComputedStyle(frame).color : '';
  }
}
