/**
 * Access tokens, handed in by the page. Who gives none is signed in by a cookie.
 */
import { resolveAddress } from './address';
import { SamenError } from '../../model/errors';

/** Answers with a token that is good now; `undefined` when there is none: a cookie may do. */
export type TokenProvider = () => Promise<string | undefined>;

/** A token is not used in its last moments: it may end on the way. */
const MARGIN_MS = 30_000;

/** The tokens for one address; one renewal at a time, however many ask. */
export class Tokens {
  readonly #now: () => number;
  #provider?: TokenProvider;
  #kept?: { token: string; until: number };
  #renewal?: Promise<string | undefined>;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  get hasProvider(): boolean {
    return this.#provider !== undefined;
  }

  provide(provider: TokenProvider | undefined): void {
    this.#provider = provider;
    // What the one before gave, or is about to give, may be somebody else's.
    this.#kept = this.#renewal = undefined;
  }

  /** Unless another one has come since. */
  withdraw(provider: TokenProvider): void {
    if (this.#provider === provider) this.provide(undefined);
  }

  /** The token to send now. Throws `network` when the page could not get one. */
  async current(): Promise<string | undefined> {
    if (this.#kept && this.#now() < this.#kept.until) return this.#kept.token;
    return this.#renew();
  }

  /** Another one than the one that was refused; the same again when there is no other. */
  async instead(refused: string | undefined): Promise<string | undefined> {
    // Another request met the same and has renewed it in the meantime.
    if (this.#kept && this.#kept.token !== refused) return this.#kept.token;
    this.#kept = undefined;
    return this.#renew();
  }

  #renew(): Promise<string | undefined> {
    const provider = this.#provider;
    if (!provider) return Promise.resolve(undefined);
    if (this.#renewal) return this.#renewal;
    const renewal: Promise<string | undefined> = askFor(provider).then(
      (token) => {
        // Another provider came in the meantime: what this one says is no longer meant.
        if (this.#renewal !== renewal) return this.current();
        this.#renewal = undefined;
        this.#kept = token ? { token, until: endOf(token) - MARGIN_MS } : undefined;
        return token;
      },
      (error: unknown) => {
        if (this.#renewal === renewal) this.#renewal = undefined;
        throw error;
      },
    );
    this.#renewal = renewal;
    return renewal;
  }
}

async function askFor(provider: TokenProvider): Promise<string | undefined> {
  try {
    return (await provider()) || undefined;
  } catch (cause) {
    if (cause instanceof SamenError) throw cause;
    throw new SamenError('network', 'The page could not get an access token', { cause });
  }
}

/** When a JWT ends, in milliseconds; what is none lasts until it is refused. It is not checked: the backend does. */
function endOf(token: string): number {
  const payload = token.split('.')[1];
  try {
    const { exp } = JSON.parse(atob((payload ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : Infinity;
  } catch {
    return Infinity;
  }
}

const known = new Map<string, Tokens>();

/** The tokens for an address as `resolveAddress` gives it. */
export function tokensFor(resolved: string): Tokens {
  const there = known.get(resolved) ?? new Tokens();
  known.set(resolved, there);
  return there;
}

/**
 * Hands in the access tokens for the backend at this address, instead of a cookie. The provider is asked when
 * the first request is made, shortly before a JWT ends, and when a token is refused. Returns the way to stop.
 *
 * @throws SamenError `misconfigured` when it is not the address of a backend.
 */
export function provideToken(address: string, provider: TokenProvider): () => void {
  const tokens = tokensFor(resolveAddress(address));
  tokens.provide(provider);
  return () => {
    tokens.withdraw(provider);
  };
}
