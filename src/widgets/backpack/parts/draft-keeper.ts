import type { SpaceClient } from '../../../client/types';

/** Keeps what is typed, at each letter and in order: however long one takes, the newest is kept last. */
export class DraftKeeper {
  readonly #client: () => SpaceClient | undefined;
  readonly #onKept: () => void;
  readonly #next = new Map<string, unknown>();
  #running: Promise<void> | undefined;

  constructor(client: () => SpaceClient | undefined, onKept: () => void) {
    this.#client = client;
    this.#onKept = onKept;
  }

  /** `undefined`: there is none any more. */
  keep(name: string, value: unknown): void {
    this.#next.set(name, value);
    this.#running ??= this.#run();
  }

  /** Until all of it is kept. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let next = this.#take(); next; next = this.#take()) {
      const [name, value] = next;
      // What cannot be kept stays on the screen; the frame says that this browser keeps nothing.
      const isKept = await this.#client()
        ?.saveDraft(name, value)
        .then(
          () => true,
          () => false,
        );
      if (isKept && value !== undefined) this.#onKept();
    }
    this.#running = undefined;
  }

  #take(): [string, unknown] | undefined {
    const [next] = this.#next;
    if (next) this.#next.delete(next[0]);
    return next;
  }
}
