import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { from, refused } from './support';
import { demoAuthenticator } from '../../../src/server/auth/demo';

const authenticator = demoAuthenticator();
const header = { 'samen-demo-person': 'par-zorg-2' };
const cookie = (value: string) => ({ cookie: `theme=dark; samen-demo-person=${value}; samen-demo-persons=x` });

describe('the demonstration', () => {
  it('believes the header', async () => {
    assert.deepEqual(await authenticator.authenticate(from(header)), {
      personId: 'par-zorg-2',
      name: 'par-zorg-2',
      byCookie: false,
    });
  });

  it('believes the cookie failing that, and says that it was one', async () => {
    for (const headers of [cookie('beheer'), { ...cookie('beheer'), 'samen-demo-person': '' }])
      assert.deepEqual(await authenticator.authenticate(from(headers)), {
        personId: 'beheer',
        name: 'beheer',
        byCookie: true,
      });
    const both = await authenticator.authenticate(from({ ...header, ...cookie('beheer') }));
    assert.deepEqual([both?.personId, both?.byCookie], ['par-zorg-2', false]);
  });

  it('lets nobody in who does not say who they are', async () => {
    const others = ['', ';', '=', 'theme=dark', 'samen-demo-person=', 'samen-demo-person', 'xsamen-demo-person=beheer'];
    assert.equal(await authenticator.authenticate(from({})), undefined);
    for (const each of others) assert.equal(await authenticator.authenticate(from({ cookie: each })), undefined, each);
  });

  it('is for this machine only', async () => {
    for (const address of ['10.0.0.1', '::ffff:10.0.0.1', 'fe80::1', ''])
      for (const headers of [header, cookie('beheer')]) await refused(authenticator, from(headers, address));
    await refused(authenticator, { headers: header, remoteAddress: undefined });
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      assert.ok(await authenticator.authenticate(from(header, address)), address);
  });

  it('refuses what can be nobody, and does not look further', async () => {
    for (const each of ['Beheer', 'a b', 'beheer, afd-werk-1', '../x', 'x'.repeat(65), '%62eheer', 'é'])
      await refused(authenticator, from({ 'samen-demo-person': each, ...cookie('beheer') }));
    for (const each of ['Beheer', 'a b', '"beheer"', 'beheer=x', 'beheer,x'])
      await refused(authenticator, from(cookie(each)));
  });

  it('does not look through cookies that are far too many', async () => {
    await refused(authenticator, from({ cookie: `samen-demo-person=beheer; ${'a=b; '.repeat(13_000)}` }));
  });

  it('refuses two cookies that name two, and takes two that name one', async () => {
    await refused(authenticator, from({ cookie: 'samen-demo-person=beheer; samen-demo-person=afd-werk-1' }));
    assert.ok(await authenticator.authenticate(from({ cookie: 'samen-demo-person=beheer;samen-demo-person=beheer' })));
  });
});
