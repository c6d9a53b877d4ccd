import type { Me } from '../../contract/operations';
import { SamenError } from '../../model/errors';
import type { Id } from '../../model/types';

/** How long a cookie is taken to be the same person's: another tab may sign in as somebody else. */
const TRUSTED_MS = 30_000;

/**
 * Whose a connection is: of the person it first heard of, for as long as it lasts. What was typed by one
 * is never sent as another (DESIGN.md, data's way).
 */
export class BoundPerson {
  readonly #now: () => number;
  #bound?: Me;
  #here?: Me;
  #with?: string;
  #heardAt = -Infinity;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The person it is bound to, as last heard. */
  get me(): Me | undefined {
    return this.isSomebodyElse ? this.#bound : this.#here;
  }

  get id(): Id | undefined {
    return this.#bound?.personId;
  }

  get isSomebodyElse(): boolean {
    return this.#here?.personId !== this.#bound?.personId;
  }

  /** What `/me` answered to this credential. */
  heard(me: Me, token: string | undefined): void {
    this.#bound ??= me;
    this.#here = me;
    this.#with = token;
    this.#heardAt = this.#now();
  }

  /** Whether this credential may have become somebody else's since it was asked. A token never does. */
  mustBeAsked(token: string | undefined): boolean {
    if (!this.#here || token !== this.#with) return true;
    return token === undefined && this.#now() - this.#heardAt >= TRUSTED_MS;
  }

  /** Throws when what is sent would be sent as somebody else. */
  refuseSomebodyElse(): void {
    if (this.isSomebodyElse) throw new SamenError('notSignedIn', 'Somebody else is signed in');
  }
}
