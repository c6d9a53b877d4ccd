import type { LitElement, ReactiveController } from 'lit';
import { LanguageWatch } from './language';
import { languageOf } from './language-of';
import type { Language } from './language-of';
import { messageIn, onMessages } from '../locales/register';

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
