import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refused } from '../conformance/kit';
import { resolveAddress } from '../../../src/backends/http/address';
import { isElsewhere } from '../../../src/backends/http/elsewhere';
import { openHttp } from '../../../src/backends/http/open-http';
import { openBackend } from '../../../src/backends/open-backend';

const PAGE = 'https://intranet.example/samenwerken/kompas?dag=1';

describe('the address of a backend', () => {
  it('is compared and called in one form', () => {
    assert.equal(resolveAddress('HTTPS://Intranet.Example:443/samen/v1/', PAGE), 'https://intranet.example/samen/v1');
    assert.equal(resolveAddress('http://127.0.0.1:8080/v1'), 'http://127.0.0.1:8080/v1');
    assert.equal(resolveAddress('http://[::1]:8080/v1'), 'http://[::1]:8080/v1');
  });

  it('may be a path on the page’s own host', () => {
    assert.equal(resolveAddress('/samen/v1', PAGE), 'https://intranet.example/samen/v1');
    assert.equal(resolveAddress('/v1', 'http://127.0.0.1:8080/'), 'http://127.0.0.1:8080/v1');
  });

  for (const [address, why] of [
    ['http://intranet.example/v1', 'plain http'],
    ['http://127.0.0.1.evil.example/v1', 'plain http to what looks like this machine'],
    ['//evil.example/v1', 'another host without a scheme'],
    ['/\\evil.example/v1', 'what a browser reads as another host'],
    ['v1', 'no path from the root'],
    ['ftp://intranet.example/v1', 'another scheme'],
    ['https://', 'no host'],
    ['https://piet:geheim@intranet.example/v1', 'a password'],
    ['https://intranet.example/v1?space=a', 'a query'],
    ['https://intranet.example/v1#a', 'a fragment'],
  ] as const) {
    it(`is refused when it is ${why}`, async () => {
      await refused(
        Promise.resolve().then(() => resolveAddress(address, PAGE)),
        'misconfigured',
      );
    });
  }

  it('is refused as a path on a page of plain http, or where there is no page', async () => {
    await refused(
      Promise.resolve().then(() => resolveAddress('/v1', 'http://intranet.example/')),
      'misconfigured',
    );
    await refused(
      Promise.resolve().then(() => resolveAddress('/v1')),
      'misconfigured',
    );
  });

  it('is elsewhere when its origin is not the page’s', () => {
    assert.equal(isElsewhere('https://samen.example/v1', PAGE), true);
    assert.equal(isElsewhere('https://intranet.example/v1', PAGE), false);
    assert.equal(isElsewhere('https://intranet.example/v1', undefined), false);
  });

  it('is opened by the registry for https, for http, and for a path', async () => {
    assert.equal(typeof (await openBackend('https://intranet.example/v1')).open, 'function');
    assert.equal(typeof (await openBackend('http://localhost:1/v1')).open, 'function');
    await refused(openBackend('http://intranet.example/v1'), 'misconfigured');
    // A path needs a page, which Node has not; a word is nothing at all.
    await refused(openBackend('/v1'), 'misconfigured');
    await refused(openBackend('woord'), 'misconfigured');
  });

  it('opens no space whose name is no id', async () => {
    await refused(openHttp('https://intranet.example/v1').open('Sociaal Domein'), 'misconfigured');
  });
});
