import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AUDIENCE, CLAIMS, from, refused } from './support';
import { SamenError } from '../../../src/model/errors';
import { isId } from '../../../src/model/id';
import { demoAuthenticator } from '../../../src/server/auth/demo';
import { oidcAuthenticator } from '../../../src/server/auth/oidc';
import { proxyAuthenticator } from '../../../src/server/auth/proxy';

const SECRET = 'a-secret-of-this-test-only-0123456789';
/** Nothing listens there; a token that would need its keys fetched is as good as refused. */
const issuer = 'http://127.0.0.1:1';
const ways = {
  oidc: { header: 'authorization', authenticator: oidcAuthenticator({ issuer, audience: AUDIENCE, claims: CLAIMS }) },
  proxy: {
    header: 'samen-proxy-person',
    authenticator: proxyAuthenticator({
      secret: SECRET,
      secretHeader: 'samen-proxy-secret',
      personHeader: 'samen-proxy-person',
      nameHeader: 'samen-proxy-name',
      partyHeader: 'samen-proxy-party',
    }),
  },
  demo: { header: 'samen-demo-person', authenticator: demoAuthenticator() },
};
const proof = { 'samen-proxy-secret': SECRET };

for (const [name, { header, authenticator }] of Object.entries(ways))
  describe(`hostile headers, by ${name}`, () => {
    it('that stand there twice, are too long or hold a NUL are refused', async () => {
      const big = 'x'.repeat(64 * 1024);
      for (const value of [[], ['a'], ['a', 'a'], [big, big], big, `Bearer ${big}`, 'a\0b', 'a\nb', 'a\x7f', '\0'])
        await refused(authenticator, from({ ...proof, [header]: value }));
    });

    it('that are empty, or of another kind than a person, sign nobody in', async () => {
      for (const value of ['', ' ', '      ', undefined])
        assert.equal(await authenticator.authenticate(from({ [header]: value })), undefined);
      for (const key of ['__proto__', 'constructor', 'Authorization', 'Samen-Demo-Person'])
        assert.equal(await authenticator.authenticate(from({ [key]: 'beheer' })), undefined, key);
      const inherited = Object.create({ [header]: 'beheer' }) as Record<string, string>;
      assert.equal(await authenticator.authenticate(from(inherited)), undefined);
    });

    it('never lead to another error than ours, nor to somebody without an id', async () => {
      const piece = fc.constantFrom(
        'Bearer ',
        'bearer',
        'eyJhbGciOiJFUzI1NiJ9',
        '.',
        ', ',
        ';',
        '=',
        'beheer',
        SECRET,
        '\0',
        ' ',
      );
      const text = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((pieces) => pieces.join('')),
      );
      const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constant(undefined));
      const names = ['authorization', 'cookie', ...Object.keys(proof), header, 'samen-proxy-name', 'samen-proxy-party'];
      const headers = fc.dictionary(fc.constantFrom(...names), value);
      const address = fc.oneof(fc.constantFrom('127.0.0.1', '::1', '10.0.0.1', undefined), fc.string());
      await fc.assert(
        fc.asyncProperty(headers, address, async (given, remoteAddress) => {
          try {
            const signedIn = await authenticator.authenticate({ headers: given, remoteAddress });
            assert.ok(signedIn === undefined || isId(signedIn.personId));
          } catch (error) {
            assert.ok(error instanceof SamenError, String(error));
            assert.ok(error.kind === 'notSignedIn' || (name === 'oidc' && error.kind === 'busy'));
          }
        }),
        { numRuns: 1500 },
      );
    });
  });

describe('an Authorization header', () => {
  const { authenticator } = ways.oidc;
  const token = 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA';

  it('of another scheme, with two, or with none is refused', async () => {
    for (const value of [
      'Basic dXNlcjpwYXNz',
      `Digest ${token}`,
      `DPoP ${token}`,
      'Bearer',
      'Bearer ',
      token,
      `Bearer${token}`,
      `Bearer Bearer ${token}`,
      `Bearer Bearer`,
      `Bearer ${token} ${token}`,
      `Bearer ${token}, Bearer ${token}`,
      `Bearer ${token},${token}`,
      ` Bearer ${token}`,
      `Bearer ${token}=`,
      `Bearer ${token.replaceAll('.', '+')}`,
      `Bearer ${token}.AA.AA`,
    ])
      await refused(authenticator, from({ authorization: value }));
  });

  it('that is built to take long takes no time', { timeout: 60_000 }, async () => {
    const before = process.cpuUsage();
    for (const value of [`Bearer${' '.repeat(16_000)}`, `Bearer ${'a.'.repeat(8_000)}`, `Bearer ${'a'.repeat(16_000)}`])
      for (let n = 0; n < 50; n += 1) await refused(authenticator, from({ authorization: value }));
    // Of the processor, not of the clock: 150 of them; one alone would take a second if it went wrong.
    assert.ok(process.cpuUsage(before).user < 4_000_000);
  });
});
