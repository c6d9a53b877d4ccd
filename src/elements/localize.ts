import type { LitElement, ReactiveController } from 'lit';
import { LanguageWatch } from './language';
import { languageOf } from './language-of';
import type { Language } from './language-of';
import { messageIn, onMessages } from '../locales/register';

type Said<T> = T extends (...args: infer A) => string ? A : [];

/** Making one takes as long as drawing a card. */
const formats = new Map<string, unknown>();

function madeOnce<F>(key: string, make: () => F): F {
  if (!formats.has(key)) formats.set(key, make());
  return formats.get(key) as F;
}

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
    const language = this.lang();
    return madeOnce(language + JSON.stringify(options), () => new Intl.DateTimeFormat(language, options)).format(date);
  }

  number(number: number): string {
    const language = this.lang();
    return madeOnce(language, () => new Intl.NumberFormat(language)).format(number);
  }
}
