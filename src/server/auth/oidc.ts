import { errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyOptions } from 'jose';
import type { AuthRequest, Authenticator, SignedIn } from './authenticator';
import { nameOf, partyOf, personIdOf } from './claims';
import { headerOf, refused } from './headers';
import { issuerKeys } from './issuer-keys';
import type { Issuer } from './issuer-keys';
import { SamenError } from '../../model/errors';

/** Signatures only, and none with a shared secret: with those, the public key would be the secret. */
export const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

const CLOCK_TOLERANCE_SECONDS = 5;
/** A signed token is three parts of base64url, and there is one of them. */
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

export interface OidcSettings extends Issuer {
  /** For whom the tokens are: us. */
  audience: string;
  /** The names of the claims that say who somebody is. */
  claims: { person: string; name: string; party: string };
  /** Those that are accepted; all of `ALGORITHMS` unless told. */
  algorithms?: readonly Algorithm[];
  /** How far the clocks of the issuer and ours may differ. */
  clockToleranceSeconds?: number;
}

/** Who asks is proven by an access token (RFC 9068) of an OpenID provider, in `Authorization: Bearer`. */
export function oidcAuthenticator(settings: OidcSettings): Authenticator {
  const { issuer, claims, algorithms: wanted = ALGORITHMS } = settings;
  const keys = issuerKeys(settings);
  const options: JWTVerifyOptions = {
    issuer,
    audience: settings.audience,
    algorithms: ALGORITHMS.filter((each) => wanted.includes(each)),
    // An id token, signed by the same keys, proves to a page who signed in; it was not meant for us.
    typ: 'at+jwt',
    requiredClaims: ['exp', claims.person],
    clockTolerance: settings.clockToleranceSeconds ?? CLOCK_TOLERANCE_SECONDS,
  };

  async function verify(token: string): Promise<JWTPayload> {
    try {
      return (await jwtVerify(token, keys, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
      // The token does not name its key: it is one of these.
      for await (const key of error) {
        const result = await jwtVerify(token, key, options).catch((each: unknown) => {
          if (!(each instanceof errors.JWSSignatureVerificationFailed)) throw each;
        });
        if (result) return result.payload;
      }
      throw new errors.JWSSignatureVerificationFailed();
    }
  }

  return {
    async authenticate(request: AuthRequest): Promise<SignedIn | undefined> {
      const header = headerOf(request, 'authorization');
      if (header === undefined) return undefined;
      const token = BEARER.exec(header)?.[1];
      if (token === undefined) throw refused('Authorization holds no bearer token');
      const payload = await verify(token).catch((error: unknown) => {
        throw withoutToken(error);
      });
      const personId = personIdOf(issuer, payload[claims.person]);
      if (personId === undefined) throw refused(`The claim ${claims.person} names nobody`);
      const partyClaim = partyOf(payload[claims.party]);
      return {
        personId,
        name: nameOf(payload[claims.name]),
        ...(partyClaim !== undefined && { partyClaim }),
        ...(payload.exp !== undefined && { expiresAt: payload.exp * 1000 }),
        byCookie: false,
      };
    },
  };
}

/** What jose throws carries the token's claims along: of those errors only the code goes on, and the name of a claim. */
function withoutToken(error: unknown): SamenError {
  if (error instanceof SamenError) return error;
  if (!(error instanceof errors.JOSEError)) return refused('The token is refused');
  const isAboutClaim = error instanceof errors.JWTClaimValidationFailed;
  return refused(`The token is refused (${error.code}${isAboutClaim ? `, ${error.claim}` : ''})`);
}
