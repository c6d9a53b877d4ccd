import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { RequestListener } from 'node:http';
import Provider from 'oidc-provider';
import { AUDIENCE, bearer, listen, makeKey, refused } from './support';
import type { Loopback } from './support';
import { oidcAuthenticator } from '../../../src/server/auth/oidc';
import { exportJWK } from 'jose';

const CLAIMS = { person: 'samen_person', name: 'samen_name', party: 'samen_party' };
const ELSEWHERE = 'https://elsewhere.example';
const OPAQUE = 'https://opaque.example';
const CLIENT = { client_id: 'samen-widgets', client_secret: 'a-secret-of-this-test-only-0123456789' };

let server: Loopback;
let answer: RequestListener;

/** A provider of the kind municipalities have, with resources as OAuth names what a token is for. */
async function provide(issuer: string): Promise<RequestListener> {
  const { privateKey } = await makeKey('RS256', 'provider');
  const jwk = { ...(await exportJWK(privateKey)), kid: 'provider', use: 'sig', alg: 'RS256' };
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, grant_types: ['client_credentials'], redirect_uris: [], response_types: [] }],
    jwks: { keys: [jwk] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        getResourceServerInfo: (_context, resource) => ({
          scope: 'samen',
          audience: resource,
          accessTokenTTL: 300,
          accessTokenFormat: resource === OPAQUE ? 'opaque' : 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: () => ({ samen_person: 'auth0|Ab_1', samen_name: 'Noor de Wit', samen_party: 'par-zorg' }),
  });
  return provider.callback() as RequestListener;
}

async function tokenFor(resource: string): Promise<string> {
  const response = await fetch(`${server.url}/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${CLIENT.client_id}:${CLIENT.client_secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'samen', resource }),
  });
  const body = (await response.json()) as { access_token?: string };
  assert.equal(response.status, 200, JSON.stringify(body));
  return body.access_token ?? '';
}

before(async () => {
  server = await listen((request, response) => answer(request, response));
  answer = await provide(server.url);
});
after(() => server.close());

describe('with a real OpenID provider', () => {
  const made = (claims = CLAIMS) => oidcAuthenticator({ issuer: server.url, audience: AUDIENCE, claims });

  it('its access token says who asks', async () => {
    const signedIn = await made().authenticate(bearer(await tokenFor(AUDIENCE)));
    assert.ok(signedIn);
    const { expiresAt = 0, ...who } = signedIn;
    assert.deepEqual(who, {
      personId: createHash('sha256').update(`${server.url}\0auth0|Ab_1`).digest('hex'),
      name: 'Noor de Wit',
      partyClaim: 'par-zorg',
      byCookie: false,
    });
    assert.ok(expiresAt > Date.now() && expiresAt <= Date.now() + 300_000);
  });

  it('a subject that is an id is kept as it is', async () => {
    const bySubject = made({ ...CLAIMS, person: 'sub' });
    const signedIn = await bySubject.authenticate(bearer(await tokenFor(AUDIENCE)));
    assert.equal(signedIn?.personId, CLIENT.client_id);
  });

  it('its access token for another resource, and one that is no JWT, are refused', async () => {
    await refused(made(), bearer(await tokenFor(ELSEWHERE)));
    await refused(made(), bearer(await tokenFor(OPAQUE)));
  });

  it('its tokens are refused by who believes another issuer', async () => {
    const token = await tokenFor(AUDIENCE);
    const settings = { issuer: 'https://elsewhere.example', audience: AUDIENCE, claims: CLAIMS };
    await refused(oidcAuthenticator({ ...settings, jwksUri: `${server.url}/jwks` }), bearer(token));
  });

  it('the token of the provider before it got other keys of the same name is refused after', async () => {
    const token = await tokenFor(AUDIENCE);
    assert.ok(await made().authenticate(bearer(token)));
    answer = await provide(server.url);
    await refused(made(), bearer(token));
    assert.ok(await made().authenticate(bearer(await tokenFor(AUDIENCE))));
  });
});
