import { LocalizeController } from '@shoelace-style/localize';
import type { FunctionParams, Translation } from '@shoelace-style/localize';
import type { LitElement } from 'lit';
import { plain } from './config';
import { elementsFrom } from './flat-tree';
import { LanguageWatch } from './language';

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

/** Terms, dates and numbers in the language of the place the element stands in. */
export class SamenLocalize<M extends object> extends LocalizeController<M & Translation> {
  readonly #element: LitElement;
  /** Looked up once, and again when a `lang` changed: a feed asks for thousands of terms. */
  #language?: Language;
  #instead?: Language;

  constructor(host: LitElement) {
    super(host);
    this.#element = host;
    new LanguageWatch(host, () => {
      const before = this.#language;
      this.#language = undefined;
      if (this.lang() !== before) host.requestUpdate();
    });
  }

  override hostConnected(): void {
    super.hostConnected();
    this.#language = undefined;
  }

  override lang(): Language {
    return this.#instead ?? (this.#language ??= languageOf(this.#element));
  }

  /** A message; in Dutch while the other language is still on its way, or did not come. */
  override term<K extends keyof (M & Translation)>(key: K, ...args: FunctionParams<(M & Translation)[K]>): string {
    if (this.exists(key, { lang: this.lang() })) return super.term(key, ...args);
    this.#instead = 'nl';
    try {
      return super.term(key, ...args);
    } finally {
      this.#instead = undefined;
    }
  }
}
