import type { LitElement } from 'lit';
import { loadEnglish } from './message-sources';
import type { Language } from './language-of';
import type * as all from './states';
import { adoptStyles } from '../ui/adopt-styles';

/** Everything that is fetched with them. */
export type States = typeof all;

let states: States | undefined;

/**
 * Fetches what is said when something is not as usual. A page on which all is well never needs it; but
 * what is said about the network cannot be fetched when the network is gone, so whoever opens a backend
 * that needs the network asks for it at the same time.
 */
export async function loadStates(language: Language): Promise<States> {
  const module = await import('./states');
  if (language === 'en') await loadEnglish();
  states = module;
  return module;
}

/** The states as one element needs them. */
export class LateStates {
  readonly #host: LitElement;
  readonly #language: () => Language;
  #turn: 'rest' | 'coming' | 'missed' = 'rest';

  constructor(host: LitElement, language: () => Language) {
    this.#host = host;
    this.#language = language;
  }

  /** Asked for, and on its way. */
  get isComing(): boolean {
    return this.#turn === 'coming';
  }

  /** Asks for them if need be; the host is drawn again once they are here, or did not come. */
  take(): States | undefined {
    if (states) adoptStyles(this.#host.shadowRoot, ...states.statesStyles);
    else if (this.#turn === 'rest') void this.#fetch();
    return states;
  }

  async #fetch(): Promise<void> {
    this.#turn = 'coming';
    this.#turn = await loadStates(this.#language()).then(
      () => 'rest' as const,
      () => 'missed' as const,
    );
    // Drawn once without, if it did not come; the next drawing asks again.
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#turn = 'rest';
  }
}
