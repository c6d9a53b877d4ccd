import assert from 'node:assert/strict';
import { createHash, createHmac, createPublicKey, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { AUDIENCE, CLAIMS, bearer, everythingIn, from, makeKey, refused, sign, startIssuer } from './support';
import type { FakeIssuer, Key } from './support';
import { isId } from '../../../src/model/id';
import { oidcAuthenticator } from '../../../src/server/auth/oidc';
import type { OidcSettings } from '../../../src/server/auth/oidc';
import type { Authenticator } from '../../../src/server/auth/authenticator';

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

let issuer: FakeIssuer;
let key: Key;
let rsa: Key;
let authenticator: Authenticator;
const made = (settings: Partial<OidcSettings> = {}) =>
  oidcAuthenticator({ issuer: issuer.url, audience: AUDIENCE, claims: CLAIMS, ...settings });

before(async () => {
  [key, rsa] = [await makeKey('ES256', 'now'), await makeKey('RS256', 'rsa')];
  issuer = await startIssuer([key.jwk, rsa.jwk]);
  authenticator = made();
});
after(() => issuer.close());

async function whoIs(claims: JWTPayload) {
  const signedIn = await authenticator.authenticate(bearer(await sign(key, issuer.url, { claims })));
  assert.ok(signedIn);
  return signedIn;
}

describe('an access token', () => {
  it('says who asks, from which party, and until when', async () => {
    const exp = Math.floor(Date.now() / 1000) + 120;
    assert.deepEqual(await whoIs({ exp, name: ' Noor  de Wit\n', 'https://samen/party': 'par-zorg' }), {
      personId: 'afd-werk-1',
      name: 'Noor de Wit',
      partyClaim: 'par-zorg',
      expiresAt: exp * 1000,
      byCookie: false,
    });
  });

  it('needs no name and no party', async () => {
    const { name, partyClaim } = await whoIs({ name: 7, 'https://samen/party': ['par-zorg'] });
    assert.deepEqual([name, partyClaim], ['', undefined]);
  });

  it('is read whatever the case of the scheme, and whatever the algorithm of the four', async () => {
    const token = await sign(key, issuer.url);
    assert.ok(await authenticator.authenticate(from({ authorization: `bearer  ${token}` })));
    const others = [await makeKey('PS256', 'pss'), await makeKey('EdDSA', 'ed')];
    issuer.keys = [key.jwk, rsa.jwk, ...others.map(({ jwk }) => jwk)];
    const fresh = made();
    for (const each of [key, rsa, ...others])
      assert.ok(await fresh.authenticate(bearer(await sign(each, issuer.url))), each.alg);
  });

  it('names somebody by whatever claim the settings say', async () => {
    const other = made({ claims: { ...CLAIMS, person: 'employee' } });
    const token = await sign(key, issuer.url, { claims: { employee: 'par-wonen-2' } });
    assert.equal((await other.authenticate(bearer(token)))?.personId, 'par-wonen-2');
  });

  it('may leave open which of the keys it is signed with', async () => {
    const twins = [await makeKey('ES256', 'a'), await makeKey('ES256', 'b')];
    const foreign = await makeKey('ES256', 'c');
    const other = await startIssuer(twins.map(({ jwk }) => jwk));
    try {
      const theirs = made({ issuer: other.url });
      for (const twin of twins)
        assert.ok(await theirs.authenticate(bearer(await sign(twin, other.url, { header: { kid: undefined } }))));
      await refused(theirs, bearer(await sign(foreign, other.url, { header: { kid: undefined } })));
      const late = { header: { kid: undefined }, claims: { exp: 1 } };
      await refused(theirs, bearer(await sign(twins[1] ?? foreign, other.url, late)));
    } finally {
      await other.close();
    }
  });

  it('that is absent or empty refuses nobody: they are not signed in', async () => {
    for (const headers of [{}, { authorization: undefined }, { authorization: '' }, { authorization: '  ' }])
      assert.equal(await authenticator.authenticate(from(headers)), undefined);
  });
});

describe('the id of a person', () => {
  const digest = (claim: string) => createHash('sha256').update(`${issuer.url}\0${claim}`).digest('hex');

  it('is the claim, when that is an id', async () => {
    for (const sub of ['a', 'par-zorg-2', 'x'.repeat(64), '0b9c7b1e-9b1f-4a5e-8d67-0c5a8d4f7e21'])
      assert.equal((await whoIs({ sub })).personId, sub);
  });

  it('is otherwise the digest of issuer and claim, the same each time', async () => {
    for (const sub of ['auth0|Ab_1', 'noor@lindeveld.example', 'Noor', 'x'.repeat(65), 'née', '{"a":1}']) {
      const { personId } = await whoIs({ sub });
      assert.equal(personId, digest(sub));
      assert.ok(isId(personId));
    }
  });

  it('cannot be made to be that of somebody else, by a claim that is their digest', async () => {
    const { personId } = await whoIs({ sub: 'auth0|Ab_1' });
    assert.notEqual((await whoIs({ sub: personId })).personId, personId);
  });

  it('cannot be had from a claim that names nobody', async () => {
    const halves = JSON.parse('"\\ud800"') as string;
    for (const sub of ['', '  ', 'a\0b', halves, 'a\u202eb', 'x'.repeat(501), 7, null, {}, ['a'], true]) {
      const claims = { sub } as unknown as JWTPayload;
      await refused(authenticator, bearer(await sign(key, issuer.url, { claims })));
    }
  });
});

describe('a name', () => {
  it('is on one line, without what controls how text is shown, and cut off at 200 characters', async () => {
    assert.equal((await whoIs({ name: 'A\u202e\0B\r\n\tC\u2066' })).name, 'A B C');
    assert.equal((await whoIs({ name: '👩‍🔧 Zoë' })).name, '👩‍🔧 Zoë');
    assert.equal((await whoIs({ name: '🙂'.repeat(900) })).name, '🙂'.repeat(200));
    assert.equal((await whoIs({ name: JSON.parse('"x\\ud83d"') as string })).name, 'x');
  });

  it('is no reason to make a party of what is none', async () => {
    for (const party of ['', ' ', 'a\0', 'x'.repeat(201)])
      assert.equal((await whoIs({ 'https://samen/party': party })).partyClaim, undefined);
  });
});

describe('a wrong token', () => {
  const soon = () => Math.floor(Date.now() / 1000);
  const wrongClaims: Record<string, () => JWTPayload> = {
    'of another issuer': () => ({ iss: 'https://elsewhere.example' }),
    'of an issuer that is ours but for a slash': () => ({ iss: `${issuer.url}/` }),
    'of no issuer': () => ({ iss: undefined }),
    'for another audience': () => ({ aud: 'https://elsewhere.example' }),
    'for other audiences': () => ({ aud: ['https://elsewhere.example', `${AUDIENCE}/more`] }),
    'for no audience': () => ({ aud: undefined }),
    'that has ended': () => ({ exp: soon() - 60 }),
    'that never ends': () => ({ exp: undefined }),
    'that ends at a word': () => ({ exp: 'morgen' as unknown as number }),
    'that begins later': () => ({ nbf: soon() + 60 }),
    'of nobody': () => ({ sub: undefined }),
  };
  for (const [what, claims] of Object.entries(wrongClaims))
    it(`${what} is refused`, async () => {
      await refused(authenticator, bearer(await sign(key, issuer.url, { claims: claims() })));
    });

  it('of another type is refused, also an id token', async () => {
    for (const typ of ['JWT', 'jwt', 'id+jwt', 'logout+jwt', 'dpop+jwt', '', undefined])
      await refused(authenticator, bearer(await sign(key, issuer.url, { header: { typ } })));
    const long = await sign(key, issuer.url, { header: { typ: 'application/at+jwt' } });
    assert.ok(await authenticator.authenticate(bearer(long)), 'the long form of the type is the same');
  });

  it('signed by a key of somebody else is refused, whatever key it says or brings along', async () => {
    const foreign = await makeKey('ES256', 'now');
    await refused(authenticator, bearer(await sign(foreign, issuer.url)));
    await refused(authenticator, bearer(await sign(foreign, issuer.url, { header: { kid: 'foreign' } })));
    await refused(authenticator, bearer(await sign(foreign, issuer.url, { header: { jwk: foreign.jwk } })));
    const theirs = await startIssuer([foreign.jwk]);
    try {
      await refused(authenticator, bearer(await sign(foreign, issuer.url, { header: { jku: `${theirs.url}/keys` } })));
      assert.deepEqual(theirs.asked, {}, 'a token does not say where keys are');
    } finally {
      await theirs.close();
    }
  });

  it('with a foreign kid is refused, although a known key signed it', async () => {
    await refused(authenticator, bearer(await sign(key, issuer.url, { header: { kid: 'foreign' } })));
  });

  it('signed with the public key as a shared secret is refused', async () => {
    const pem = createPublicKey({ key: { ...rsa.jwk }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const [, payload = ''] = (await sign(rsa, issuer.url)).split('.');
    for (const secret of [pem, JSON.stringify(rsa.jwk), String(rsa.jwk.n)]) {
      const unsigned = `${base64url({ alg: 'HS256', kid: 'rsa', typ: 'at+jwt' })}.${payload}`;
      const signature = createHmac('sha256', secret).update(unsigned).digest('base64url');
      await refused(authenticator, bearer(`${unsigned}.${signature}`));
    }
  });

  it('that is not signed is refused', async () => {
    const [, payload = '', signature = ''] = (await sign(key, issuer.url)).split('.');
    for (const alg of ['none', 'None', 'NONE', '', null, undefined, 1, ['ES256']]) {
      const header = base64url({ alg, kid: 'now', typ: 'at+jwt' });
      await refused(authenticator, bearer(`${header}.${payload}.`));
      await refused(authenticator, bearer(`${header}.${payload}.${signature}`));
      await refused(authenticator, bearer(`${header}.${payload}.AA`));
    }
  });

  it('signed by an algorithm outside the four, or one the settings leave out, is refused', async () => {
    const strong = await makeKey('RS512', 'strong');
    issuer.keys = [...issuer.keys, strong.jwk];
    await refused(made(), bearer(await sign(strong, issuer.url)));
    await refused(made({ algorithms: ['RS512' as 'RS256'] }), bearer(await sign(strong, issuer.url)));
    await refused(made({ algorithms: ['RS256'] }), bearer(await sign(key, issuer.url)));
    assert.ok(await made({ algorithms: ['ES256'] }).authenticate(bearer(await sign(key, issuer.url))));
    await refused(made({ algorithms: [] }), bearer(await sign(key, issuer.url)));
  });

  it('that was cut off, or changed in any part, is refused', async () => {
    const token = await sign(key, issuer.url);
    const [header = '', payload = '', signature = ''] = token.split('.');
    for (let length = 0; length < token.length; length += 7)
      await refused(authenticator, bearer(token.slice(0, length)));
    const admin = base64url({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), sub: 'beheer' });
    for (const other of [
      `${header}.${admin}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -4)}`,
      `${header}.${payload}.${signature}.${signature}`,
      `${header}.${payload}`,
      `.${payload}.${signature}`,
      `${header}..${signature}`,
      `${base64url([])}.${payload}.${signature}`,
      `${base64url('ES256')}.${payload}.${signature}`,
      `AAAA.${payload}.${signature}`,
    ])
      await refused(authenticator, bearer(other));
  });

  it('signed by a key of the issuer that is too weak is refused', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    issuer.keys = [...issuer.keys, { ...weak.publicKey.export({ format: 'jwk' }), kty: 'RSA', kid: 'weak' }];
    const [, payload = ''] = (await sign(key, issuer.url)).split('.');
    const unsigned = `${base64url({ alg: 'RS256', kid: 'weak', typ: 'at+jwt' })}.${payload}`;
    const signature = signBytes('sha256', Buffer.from(unsigned), weak.privateKey).toString('base64url');
    const error = await refused(made(), bearer(`${unsigned}.${signature}`));
    assert.equal(error.message, 'The token is refused');
  });

  it('with a header that asks for what we do not do is refused', async () => {
    const crit = { crit: ['exp'], exp: 1 };
    const token = new SignJWT({ iss: issuer.url, aud: AUDIENCE, sub: 'a', exp: soon() + 60 })
      .setProtectedHeader({ alg: 'ES256', kid: 'now', typ: 'at+jwt', ...crit })
      .sign(key.privateKey, { crit: { exp: true } });
    await refused(authenticator, bearer(await token));
  });

  it('with claims that are no object is refused, as is one that inherits the claim of the person', async () => {
    for (const person of ['constructor', 'toString', '__proto__']) {
      const inherited = made({ claims: { ...CLAIMS, person } });
      await refused(inherited, bearer(await sign(key, issuer.url)));
    }
    const plain = made({ claims: { person: 'sub', name: 'constructor', party: 'toString' } });
    const signedIn = await plain.authenticate(bearer(await sign(key, issuer.url)));
    assert.deepEqual([signedIn?.name, signedIn?.partyClaim], ['', undefined]);
  });

  it('is believed for as long as clocks may differ, and no longer', async () => {
    const patient = made({ clockToleranceSeconds: 60 });
    const late = bearer(await sign(key, issuer.url, { claims: { exp: soon() - 30 } }));
    const early = bearer(await sign(key, issuer.url, { claims: { nbf: soon() + 30 } }));
    assert.ok(await patient.authenticate(late));
    assert.ok(await patient.authenticate(early));
    await refused(authenticator, late);
    await refused(authenticator, early);
    await refused(patient, bearer(await sign(key, issuer.url, { claims: { exp: soon() - 600 } })));
  });
});

describe('what is told of a wrong token', () => {
  it('is why it was refused, and nothing of what stands in it', async () => {
    const canary = { name: 'KANARIE-naam', email: 'KANARIE-post', 'https://samen/party': 'KANARIE-partij' };
    const reasons: string[] = [];
    for (const claims of [
      { iss: 'KANARIE-uitgever' },
      { aud: 'KANARIE-publiek' },
      { exp: 1 },
      { nbf: 9e9 },
      { sub: 'KANARIE\0' },
      { sub: undefined },
    ]) {
      const token = await sign(key, issuer.url, { claims: { ...canary, ...claims } });
      const error = await refused(authenticator, bearer(token));
      assert.doesNotMatch(everythingIn(error), /KANARIE/);
      reasons.push(error.message);
    }
    const kid = await sign(key, issuer.url, { claims: canary, header: { kid: 'KANARIE', typ: 'KANARIE' } });
    assert.doesNotMatch(everythingIn(await refused(authenticator, bearer(kid))), /KANARIE/);
    assert.deepEqual(reasons.slice(0, 3), [
      'The token is refused (ERR_JWT_CLAIM_VALIDATION_FAILED, iss)',
      'The token is refused (ERR_JWT_CLAIM_VALIDATION_FAILED, aud)',
      'The token is refused (ERR_JWT_EXPIRED)',
    ]);
  });
});
