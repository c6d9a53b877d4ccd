import type { Id } from '../../model/types';

/** Who a request is by, as proven; never taken from input. */
export interface SignedIn {
  personId: Id;
  /** Tidied, and perhaps empty: not every proof holds a name. */
  name: string;
  /** The claimed party, for a first sign-in where the space allows it. */
  partyClaim?: string;
  /** When the proof ends (ms since 1970); an event stream closes then. */
  expiresAt?: number;
  /** Proven by what a browser sends along by itself: the request also needs a known Origin and `Samen-Client: 1`. */
  byCookie: boolean;
}

export interface AuthRequest {
  /** As Node hands them over: names in lower case. */
  headers: Record<string, string | string[] | undefined>;
  /** Of the socket, not of a header. */
  remoteAddress: string | undefined;
}

/** One way to know who asks. */
export interface Authenticator {
  /**
   * Undefined: nobody is signed in (401). Throws `notSignedIn` for a proof that is wrong, and `busy` when the
   * issuer's keys cannot be fetched. No message holds anything of the proof.
   */
  authenticate(request: AuthRequest): Promise<SignedIn | undefined>;
}
