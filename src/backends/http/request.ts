/** How this backend asks: one way for every request, a time-out on each, and a token renewed once. */
import { takeAhead, withManners } from './ahead';
import { readAnswer } from './answers';
import { isElsewhere } from './elsewhere';
import type { Surroundings } from './page';
import type { Tokens } from './tokens';
import type { WireRequest } from '../../contract/wire';
import { SamenError } from '../../model/errors';

export interface RequestsOptions {
  /** As `resolveAddress` gives it. */
  address: string;
  tokens: Tokens;
  page: Pick<Surroundings, 'fetch' | 'later' | 'now'>;
}

/** What is done with a credential: a token, or without one the cookie. */
type WithCredential<T> = (token: string | undefined, signal: AbortSignal) => Promise<T>;

export class Requests {
  readonly #options: RequestsOptions;
  readonly #isElsewhere: boolean;

  constructor(options: RequestsOptions) {
    this.#options = options;
    this.#isElsewhere = isElsewhere(options.address);
  }

  /**
   * Does `work` with the credential there is, and once more with a fresh token when that was refused.
   * All of it together takes no longer than `limitMs`. Throws `SamenError` only.
   */
  async signedIn<T>(work: WithCredential<T>, limitMs?: number, signal?: AbortSignal): Promise<T> {
    const { tokens } = this.#options;
    return this.#inTime(limitMs, signal, async (inner) => {
      const token = await tokens.current();
      try {
        return await work(token, inner);
      } catch (error) {
        if (!(error instanceof SamenError) || error.kind !== 'notSignedIn' || !tokens.hasProvider) throw error;
        const fresh = await tokens.instead(token);
        // The same token again would be refused again.
        if (fresh === undefined || fresh === token) throw error;
        return await work(fresh, inner);
      }
    });
  }

  /** Sends one request, and reads its answer; that of most is `undefined` when it is empty on purpose. */
  async send(
    wire: WireRequest,
    token: string | undefined,
    signal: AbortSignal,
    read: (response: Response, now: number) => Promise<unknown> = readAnswer,
  ): Promise<unknown> {
    const { method, path, headers, body } = wire;
    const response = await this.fetch(path, { method, headers, body, signal }, token);
    return read(response, this.#options.page.now());
  }

  /** The answer as it comes, whatever it says. */
  async fetch(path: string, init: RequestInit, token: string | undefined): Promise<Response> {
    const { address, page } = this.#options;
    try {
      // With a token it would be another question.
      const ahead = token === undefined ? takeAhead(address + path) : undefined;
      return await (ahead ?? page.fetch(address + path, withManners(this.#isElsewhere, init, token)));
    } catch (cause) {
      throw new SamenError('network', 'No answer', { cause });
    }
  }

  async #inTime<T>(
    limitMs: number | undefined,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const controller = new AbortController();
    let giveUp: (error: SamenError) => void = () => undefined;
    // What does not listen to the signal, such as a page that never hands in its token, is left behind.
    const left = new Promise<never>((_resolve, reject) => {
      giveUp = (error) => {
        reject(error);
        controller.abort(error);
      };
    });
    const onAbort = () => {
      giveUp(new SamenError('network', 'Called off', { cause: signal?.reason }));
    };
    const callOff =
      limitMs === undefined
        ? undefined
        : this.#options.page.later(() => {
            giveUp(new SamenError('network', 'No answer in time'));
          }, limitMs);
    signal?.addEventListener('abort', onAbort);
    try {
      if (signal?.aborted) onAbort();
      return await Promise.race([left, signal?.aborted ? left : work(controller.signal)]);
    } finally {
      callOff?.();
      signal?.removeEventListener('abort', onAbort);
    }
  }
}
