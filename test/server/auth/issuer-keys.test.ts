import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it, mock } from 'node:test';
import type { RequestListener } from 'node:http';
import { AUDIENCE, CLAIMS, bearer, makeKey, refused, sign, startIssuer } from './support';
import type { FakeIssuer, Key } from './support';
import { oidcAuthenticator } from '../../../src/server/auth/oidc';
import type { OidcSettings } from '../../../src/server/auth/oidc';

const COOLDOWN = 31_000;
const MAX_AGE = 601_000;
const REST = 5_100;

let [first, second]: Key[] = [];
let issuer: FakeIssuer;
const made = (settings: Partial<OidcSettings> = {}) =>
  oidcAuthenticator({ issuer: issuer.url, audience: AUDIENCE, claims: CLAIMS, ...settings });
const signedBy = async (key: Key | undefined, kid?: string) => {
  assert.ok(key);
  return bearer(await sign(key, issuer.url, kid === undefined ? {} : { header: { kid } }));
};
const answer =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

before(async () => {
  [first, second] = [await makeKey('ES256', 'first'), await makeKey('ES256', 'second')];
});
beforeEach(async () => {
  // Only the clock: what waits for an answer waits in earnest.
  mock.timers.enable({ apis: ['Date'], now: Date.now() });
  issuer = await startIssuer(first ? [first.jwk] : []);
});
afterEach(async () => {
  mock.timers.reset();
  await issuer.close();
});

describe('the keys of the issuer', () => {
  it('are found by its configuration, fetched once, and shared by all who come at the same time', async () => {
    const authenticator = made();
    assert.deepEqual(issuer.asked, {}, 'nothing is fetched before somebody comes');
    const request = await signedBy(first);
    const all = await Promise.all(Array.from({ length: 20 }, () => authenticator.authenticate(request)));
    assert.ok(all.every(Boolean));
    assert.deepEqual(issuer.asked, { '/.well-known/openid-configuration': 1, '/keys': 1 });
  });

  it('are fetched from where the settings say, without a configuration', async () => {
    assert.ok(await made({ jwksUri: `${issuer.url}/keys` }).authenticate(await signedBy(first)));
    assert.deepEqual(issuer.asked, { '/keys': 1 });
  });

  it('are found for an issuer that ends in a slash', async () => {
    const slashed = `${issuer.url}/`;
    issuer.mood = (request, response) => {
      const isKeys = request.url === '/keys';
      response.end(
        JSON.stringify(isKeys ? { keys: issuer.keys } : { issuer: slashed, jwks_uri: `${issuer.url}/keys` }),
      );
    };
    assert.ok(first);
    assert.ok(await made({ issuer: slashed }).authenticate(bearer(await sign(first, slashed))));
    assert.equal(issuer.asked['/.well-known/openid-configuration'], 1);
  });

  it('are fetched anew for a key that came since, and an old key that is gone is refused then', async () => {
    const authenticator = made();
    assert.ok(await authenticator.authenticate(await signedBy(first)));
    issuer.keys = second ? [second.jwk] : [];
    await refused(authenticator, await signedBy(second));
    assert.equal(issuer.asked['/keys'], 1, 'not so soon after the last time');
    mock.timers.tick(COOLDOWN);
    assert.ok(await authenticator.authenticate(await signedBy(second)));
    await refused(authenticator, await signedBy(first));
    assert.equal(issuer.asked['/keys'], 2);
  });

  it('are not fetched for each made-up key', async () => {
    const authenticator = made();
    assert.ok(await authenticator.authenticate(await signedBy(first)));
    mock.timers.tick(COOLDOWN);
    for (let n = 0; n < 30; n += 1) await refused(authenticator, await signedBy(second, `made-up-${String(n)}`));
    assert.equal(issuer.asked['/keys'], 2);
  });

  it('are not fetched for what cannot be a token of ours', async () => {
    const authenticator = made();
    for (const token of ['x', 'a.b.c', `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.AA`])
      await refused(authenticator, bearer(token));
    assert.deepEqual(issuer.asked, {});
  });

  it('are forgotten after a while, so that a withdrawn key is refused though no other came', async () => {
    const authenticator = made();
    assert.ok(await authenticator.authenticate(await signedBy(first)));
    issuer.keys = [];
    mock.timers.tick(COOLDOWN);
    assert.ok(await authenticator.authenticate(await signedBy(first)), 'still believed');
    mock.timers.tick(MAX_AGE);
    await refused(authenticator, await signedBy(first));
  });
});

describe('an issuer in trouble', () => {
  const configuration = (keys: unknown, address?: string) => (url: string) =>
    answer(200, JSON.stringify({ issuer: url, jwks_uri: address ?? `${url}/keys`, keys }));
  const troubles: Record<string, [mood: (url: string) => RequestListener, told: string]> = {
    'that answers 500': [() => answer(500, '{}'), 'HTTP 500'],
    'that answers nothing': [() => answer(204, ''), 'no JSON'],
    'that sends us elsewhere': [(url) => answer(302, '', { location: `${url}/keys` }), 'HTTP 302'],
    'that answers HTML': [() => answer(200, '<!doctype html>'), 'no JSON'],
    'that answers half of it': [() => answer(200, '{"keys":[{"kty":"EC"'), 'no JSON'],
    'that answers a list': [() => answer(200, '[]'), 'its configuration is that of another issuer'],
    'that answers null': [() => answer(200, 'null'), 'no JSON object'],
    'that answers no list of keys': [configuration('none'), 'no set of keys'],
    'that answers keys that are no objects': [configuration([1, null]), 'no set of keys'],
    'that hangs up': [() => (request) => void request.socket.destroy(), 'no connection, UND_ERR_SOCKET'],
    'whose configuration is that of another': [
      () => answer(200, JSON.stringify({ issuer: 'https://elsewhere.example' })),
      'its configuration is that of another issuer',
    ],
    'whose keys would come over plain http': [
      configuration([], 'http://192.0.2.1/keys'),
      'its configuration names no https address of keys',
    ],
    'whose keys have no address': [configuration([], 'keys'), 'its configuration names no https address of keys'],
  };
  for (const [what, [mood, told]] of Object.entries(troubles))
    it(`${what} makes us busy, not the person signed out`, async () => {
      const authenticator = made();
      issuer.mood = mood(issuer.url);
      for (let n = 0; n < 3; n += 1) {
        const error = await refused(authenticator, await signedBy(first), 'busy');
        const reason = n === 0 ? told : 'asked a moment ago';
        assert.equal(error.message, `The issuer's keys cannot be fetched (${reason})`);
      }
      assert.equal(issuer.asked['/.well-known/openid-configuration'], 1);
    });

  it('that begins to answer and never ends makes us busy, not wait without end', { timeout: 60_000 }, async () => {
    issuer.mood = (_request, response) => void response.writeHead(200).write('{');
    const error = await refused(made(), await signedBy(first), 'busy');
    assert.match(error.message, /no answer in time/);
  });

  it('is left alone for a moment, and believed again after it', async () => {
    const authenticator = made();
    issuer.mood = answer(503, '');
    for (let n = 0; n < 10; n += 1) await refused(authenticator, await signedBy(first), 'busy');
    assert.equal(issuer.asked['/.well-known/openid-configuration'], 1);
    issuer.mood = undefined;
    mock.timers.tick(REST);
    assert.ok(await authenticator.authenticate(await signedBy(first)));
  });

  it('does not keep out those whose key is known', async () => {
    const authenticator = made();
    assert.ok(await authenticator.authenticate(await signedBy(first)));
    issuer.mood = answer(503, '');
    mock.timers.tick(COOLDOWN);
    await refused(authenticator, await signedBy(second), 'busy');
    assert.ok(await authenticator.authenticate(await signedBy(first)));
  });

  it('that is not there at all makes us busy, and says where it hurts', async () => {
    const request = await signedBy(first);
    await issuer.close();
    assert.match((await refused(made(), request, 'busy')).message, /ECONNREFUSED/);
  });
});
