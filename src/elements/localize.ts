import type { LitElement, ReactiveController } from 'lit';
import { plain } from './config';
import { elementsFrom } from './flat-tree';
import { LanguageWatch } from './language';
import { messageIn, onMessages } from '../locales/register';

export type Language = 'nl' | 'en';

/** The nearest `lang` from an element upwards, through shadow roots; only what we speak. */
export function languageOf(element: Element): Language {
  for (const node of elementsFrom(element)) {
    const lang = plain(node.getAttribute('lang'))?.toLowerCase().slice(0, 2);
    if (lang === 'nl' || lang === 'en') return lang;
    // A language of the page that we do not speak is still an answer: what is further up does not
    // count. On the element itself it is a wrong value, and the default is what stands above it.
    if (lang && node !== element) return 'nl';
  }
  return 'nl';
}

type Said<T> = T extends (...args: infer A) => string ? A : [];

/** Making one takes as long as drawing a card. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Terms, dates and numbers in the language of the place the element stands in. Our own, for a feed asks for thousands
 * of terms in its first drawing, and the usual library makes an `Intl.Locale` for each.
 */
export class SamenLocalize<M extends object> implements ReactiveController {
  readonly #element: LitElement;
  /** Looked up once, and again when a `lang` changed. */
  #language?: Language;
  #stop?: () => void;

  constructor(host: LitElement) {
    this.#element = host;
    host.addController(this);
    new LanguageWatch(host, () => {
      const before = this.#language;
      this.#language = undefined;
      if (this.lang() !== before) host.requestUpdate();
    });
  }

  hostConnected(): void {
    this.#language = undefined;
    this.#stop = onMessages(() => this.#element.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  lang(): Language {
    return (this.#language ??= languageOf(this.#element));
  }

  /** A message; in Dutch while the other language is still on its way, or did not come. */
  term<K extends keyof M>(key: K, ...args: Said<M[K]>): string {
    const message = messageIn(this.lang(), key);
    if (typeof message === 'function') return (message as (...all: unknown[]) => string)(...args);
    return typeof message === 'string' ? message : String(key);
  }

  date(date: Date, options: Intl.DateTimeFormatOptions): string {
    const key = this.lang() + JSON.stringify(options);
    let format = formats.get(key);
    if (!format) formats.set(key, (format = new Intl.DateTimeFormat(this.lang(), options)));
    return format.format(date);
  }

  number(number: number): string {
    return new Intl.NumberFormat(this.lang()).format(number);
  }
}
