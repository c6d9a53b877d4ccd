/** Who signs in for the first time becomes a member, where the space takes the word of the sign-in for their party. */
import type { SignedIn } from './auth/authenticator';
import { isId } from '../model/id';
import type { Id } from '../model/types';

/** The same is not asked again for so long: each request of everybody would ask it. */
const ASKED_ANEW_MS = 60_000;
const REMEMBERED = 10_000;

export type Admit = (personId: Id, spaceId: Id, claim: { partyId: Id; name: string }) => Promise<unknown>;

export class Admission {
  readonly #admit: Admit;
  readonly #asked = new Map<string, number>();

  constructor(admit: Admit) {
    this.#admit = admit;
  }

  /** Before anything is done for them in this space. Says nothing of whether it is there. */
  async let(signedIn: SignedIn, spaceId: unknown): Promise<void> {
    const { personId, name, partyClaim } = signedIn;
    if (!isId(partyClaim) || !isId(spaceId)) return;
    const question = [spaceId, personId, partyClaim].join(' ');
    const now = Date.now();
    if ((this.#asked.get(question) ?? 0) > now) return;
    await this.#admit(personId, spaceId, { partyId: partyClaim, name });
    if (this.#asked.size >= REMEMBERED) this.#asked.clear();
    this.#asked.set(question, now + ASKED_ANEW_MS);
  }
}
