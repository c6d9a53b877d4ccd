import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK, JWTHeaderParameters, JWTPayload } from 'jose';
import type { AuthRequest, Authenticator } from '../../../src/server/auth/authenticator';
import { SamenError } from '../../../src/model/errors';
import type { SamenErrorKind } from '../../../src/model/errors';

/** A request with these headers, from this machine unless told. */
export function from(headers: AuthRequest['headers'], remoteAddress: string | undefined = '127.0.0.1'): AuthRequest {
  return { headers, remoteAddress };
}

/** Asserts that the request is refused so, and that the error holds nothing of what the request holds. */
export async function refused(
  authenticator: Authenticator,
  request: AuthRequest,
  kind: SamenErrorKind = 'notSignedIn',
): Promise<SamenError> {
  const error: unknown = await authenticator.authenticate(request).then(
    (signedIn) => assert.fail(`let in: ${inspect(signedIn)}`),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof SamenError, inspect(error));
  assert.equal(error.kind, kind, error.message);
  const told = everythingIn(error);
  for (const word of wordsOf(request)) assert.ok(!told.includes(word), `${word.slice(0, 80)} stands in ${told}`);
  return error;
}

/** Whatever a log could get hold of: message, stack, causes and fields. */
export function everythingIn(error: unknown): string {
  return inspect(error, { depth: null, showHidden: true, maxStringLength: null, maxArrayLength: null });
}

function wordsOf({ headers }: AuthRequest): string[] {
  const words = Object.values(headers).flatMap((value) => (value === undefined ? [] : [value].flat()));
  const parts = words.flatMap((value) => [value, ...value.split(/[\s.,;=]+/)]);
  return parts.filter((part) => part.length >= 8 && part !== 'samen-demo-person');
}

export interface Loopback {
  url: string;
  close: () => Promise<void>;
}

/** A server on a free port of this machine. */
export async function listen(listener: RequestListener): Promise<Loopback> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface Key {
  alg: string;
  kid: string;
  privateKey: CryptoKey;
  /** The public half, as an issuer publishes it. */
  jwk: JWK;
}

export async function makeKey(alg: string, kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** An issuer whose keys and moods a test sets. */
export interface FakeIssuer extends Loopback {
  keys: JWK[];
  /** How often each address was asked for. */
  asked: Record<string, number>;
  /** Answers instead of the issuer, when set. */
  mood: RequestListener | undefined;
}

export async function startIssuer(keys: JWK[]): Promise<FakeIssuer> {
  const server = await listen((request, response) => {
    const path = request.url ?? '';
    issuer.asked[path] = (issuer.asked[path] ?? 0) + 1;
    if (issuer.mood) return issuer.mood(request, response);
    const answers: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` },
      '/keys': { keys: issuer.keys },
    };
    response.writeHead(answers[path] ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answers[path] ?? {}));
  });
  const issuer: FakeIssuer = { ...server, keys, asked: {}, mood: undefined };
  return issuer;
}

export const AUDIENCE = 'https://samen.lindeveld.example/v1';
export const CLAIMS = { person: 'sub', name: 'name', party: 'https://samen/party' };

/** An access token as it should be; each part can be made otherwise, or left out with undefined. */
export function sign(
  key: Key,
  issuer: string,
  { claims = {}, header = {} }: { claims?: JWTPayload; header?: Partial<JWTHeaderParameters> } = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: issuer, aud: AUDIENCE, sub: 'afd-werk-1', iat: now, exp: now + 300, ...claims };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt', ...header })
    .sign(key.privateKey);
}

export const bearer = (token: string) => from({ authorization: `Bearer ${token}` });
