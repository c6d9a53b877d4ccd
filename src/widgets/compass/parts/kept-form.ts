import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SpaceClient } from '../../../client/types';

interface FormHost extends ReactiveControllerHost {
  readonly client: SpaceClient | undefined;
}

/**
 * What is typed in a step of the first hour, kept as it is typed: a reload, or going on tomorrow, takes nothing away.
 * What was kept may be known a moment after somebody began to type: then what was typed last stands.
 */
export class KeptForm<T extends object> implements ReactiveController {
  readonly #host: FormHost;
  readonly #name: string;
  readonly #blank: T;
  #kept: Partial<T> = {};
  #typed: Partial<T> = {};
  #isAsked = false;

  /** `name`: of the draft, in this space. `blank`: what stands there before anything is typed. */
  constructor(host: FormHost, name: string, blank: T) {
    this.#host = host;
    this.#name = name;
    this.#blank = blank;
    host.addController(this);
  }

  get value(): T {
    return { ...this.#blank, ...this.#kept, ...this.#typed };
  }

  hostUpdate(): void {
    const { client } = this.#host;
    if (this.#isAsked || !client) return;
    this.#isAsked = true;
    void client.draft<Partial<T>>(this.#name).then((kept) => {
      if (!kept) return;
      this.#kept = kept;
      if (Object.keys(this.#typed).length > 0) this.#keep();
      this.#host.requestUpdate();
    });
  }

  type(change: Partial<T>): void {
    this.#typed = { ...this.#typed, ...change };
    this.#keep();
    this.#host.requestUpdate();
  }

  /** These are where they belong now: what was typed since stays. */
  empty(sent: Partial<T>): void {
    const now = this.value;
    const keys = (Object.keys(sent) as (keyof T)[]).filter((key) => now[key] === sent[key]);
    this.type(Object.fromEntries(keys.map((key) => [key, this.#blank[key]])) as Partial<T>);
  }

  /** What was typed is where it belongs now. */
  async clear(): Promise<void> {
    this.#kept = {};
    this.#typed = {};
    this.#host.requestUpdate();
    await this.#host.client?.dropDraft(this.#name);
  }

  #keep(): void {
    void this.#host.client?.saveDraft(this.#name, { ...this.#kept, ...this.#typed });
  }
}
