import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { request as ask } from 'node:http';
import { describe, it } from 'node:test';
import { from, listen, refused } from './support';
import type { SignedIn } from '../../../src/server/auth/authenticator';
import { proxyAuthenticator } from '../../../src/server/auth/proxy';

const SECRET = 'Kanarie-0123456789-abcdefghijklmnop';
const SETTINGS = {
  secret: SECRET,
  secretHeader: 'Samen-Proxy-Secret',
  personHeader: 'X-Remote-User',
  nameHeader: 'X-Remote-Name',
  partyHeader: 'X-Remote-Group',
};
const authenticator = proxyAuthenticator(SETTINGS);
const secret = { 'samen-proxy-secret': SECRET };
const person = { 'x-remote-user': 'afd-werk-1' };

describe('a proxy on this machine', () => {
  it('says who asks, their name and their party', async () => {
    const headers = { ...secret, ...person, 'x-remote-name': 'Noor  de Wit', 'x-remote-group': 'par-zorg' };
    assert.deepEqual(await authenticator.authenticate(from(headers)), {
      personId: 'afd-werk-1',
      name: 'Noor de Wit',
      partyClaim: 'par-zorg',
      byCookie: true,
    });
  });

  it('may name somebody by what is no id', async () => {
    const signedIn = await authenticator.authenticate(from({ ...secret, 'x-remote-user': 'noor@lindeveld.example' }));
    const digest = createHash('sha256').update('proxy\0noor@lindeveld.example').digest('hex');
    assert.deepEqual(signedIn, { personId: digest, name: '', byCookie: true });
  });

  it('that signed nobody in lets nobody in', async () => {
    assert.equal(await authenticator.authenticate(from({})), undefined);
    assert.equal(await authenticator.authenticate(from(secret)), undefined);
    assert.equal(await authenticator.authenticate(from({ ...secret, 'x-remote-user': '' })), undefined);
  });

  it('is believed over IPv4, IPv6 and IPv4 within IPv6', async () => {
    for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'])
      assert.ok(await authenticator.authenticate(from({ ...secret, ...person }, address)), address);
  });

  it('may be anywhere else, and is not believed there, whatever a header says', async () => {
    const forwarded = { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1', host: 'localhost' };
    for (const address of [
      '10.0.0.1',
      '192.0.2.1',
      '128.0.0.1',
      '126.0.0.1',
      '::ffff:10.0.0.1',
      'fe80::1',
      '::',
      '0.0.0.0',
      '',
      'x',
    ])
      await refused(authenticator, from({ ...secret, ...person, ...forwarded }, address));
    // A socket that is closed already has no address.
    await refused(authenticator, { headers: { ...secret, ...person }, remoteAddress: undefined });
  });

  it('sends names as UTF-8 or Latin-1, and Node shows each as bytes', async () => {
    const seen: (SignedIn | undefined)[] = [];
    const server = await listen((request, response) => {
      void authenticator
        .authenticate({ headers: request.headers, remoteAddress: request.socket.remoteAddress })
        .then((signedIn) => seen.push(signedIn))
        .finally(() => response.end());
    });
    const send = (name: Buffer) =>
      new Promise<void>((resolve, reject) => {
        const headers = { ...secret, ...person, 'x-remote-name': name.toString('latin1') };
        ask(server.url, { headers }, (response) => response.resume().once('end', resolve))
          .once('error', reject)
          .end();
      });
    try {
      for (const name of ['Zoë Farà', 'Łukasz 李']) await send(Buffer.from(name));
      await send(Buffer.from('Zoë', 'latin1'));
    } finally {
      await server.close();
    }
    assert.deepEqual(
      seen.map((each) => each?.name),
      ['Zoë Farà', 'Łukasz 李', 'Zoë'],
    );
  });
});

describe('who is not the proxy', () => {
  it('is refused without the secret, whichever header they send', async () => {
    for (const header of ['x-remote-user', 'x-remote-name', 'x-remote-group'])
      await refused(authenticator, from({ [header]: 'afd-werk-1' }));
    await refused(authenticator, from({ ...person, 'samen-proxy-secret': '' }));
  });

  it('is refused with a secret that is nearly right, or with the digest of it', async () => {
    const digest = createHash('sha256').update(SECRET).digest();
    const wrong = [SECRET.slice(0, -1), `${SECRET}x`, SECRET.toLowerCase(), ` ${SECRET}`, `${SECRET}, ${SECRET}`, 'x'];
    for (const each of [...wrong, digest.toString('hex'), digest.toString('latin1').replace(/[\0-\x1f\x7f]/g, ' ')])
      await refused(authenticator, from({ ...person, 'samen-proxy-secret': each }));
  });

  it('is refused when a header is far too long, or could not have been sent', async () => {
    await refused(authenticator, from({ ...secret, ...person, 'x-remote-name': 'x'.repeat(64 * 1024) }));
    await refused(authenticator, from({ ...secret, 'x-remote-user': '\u0161fd-werk-1' }));
    const signedIn = await authenticator.authenticate(from({ ...secret, ...person, 'x-remote-name': 'Łukasz' }));
    assert.equal(signedIn?.name, 'Łukasz');
  });

  it('cannot add a person to the one the proxy names', async () => {
    await refused(authenticator, from({ ...secret, 'x-remote-user': 'beheer, afd-werk-1' }));
    await refused(authenticator, from({ ...secret, 'x-remote-user': ['beheer', 'afd-werk-1'] }));
  });

  it('learns nothing of the secret from any error', async () => {
    for (const request of [
      from({ ...secret, ...person }, '192.0.2.1'),
      from({ ...person, 'samen-proxy-secret': `${SECRET}!` }),
      from({ ...secret, 'x-remote-user': 'Kanarie, Kanarie' }),
      from({ ...secret, 'x-remote-user': 'Kanarie\xff' }),
      from({ ...secret, ...person, 'x-remote-name': ['Kanarie'] }),
      from({ 'samen-proxy-secret': [SECRET, SECRET], ...person }),
      from({ 'samen-proxy-secret': `${SECRET}\0`, ...person }),
    ])
      assert.doesNotMatch((await refused(authenticator, request)).stack ?? '', /Kanarie/);
  });
});
