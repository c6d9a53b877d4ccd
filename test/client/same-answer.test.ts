import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Browser, need, rest, until } from './browser';
import type { Client } from '../../src/client/client';
import { QueryController } from '../../src/elements/query-controller';
import type { ClientHost } from '../../src/elements/query-controller';

describe('an answer that says no more than is known', () => {
  let browser: Browser;
  let client: Client;
  beforeEach(() => {
    browser = new Browser();
    client = browser.open().client;
  });
  afterEach(() => browser.end());

  it('is nothing to draw anew', async () => {
    let updates = 0;
    const host: Pick<ClientHost, 'client' | 'addController' | 'requestUpdate'> = {
      client,
      addController: () => undefined,
      requestUpdate: () => (updates += 1),
    };
    const needs = new QueryController(host as unknown as ClientHost, 'listNeeds', () => ({}));
    needs.hostUpdate();
    await until(() => needs.data !== undefined, 'shown');
    await rest();
    const drawn = updates;
    await client.refresh('listNeeds', {});
    await client.refresh('listNeeds', {});
    assert.equal(updates, drawn);
    await (
      await client.write('saveNeed', need('a'))
    ).confirmed;
    await client.refresh('listNeeds', {});
    assert.equal(needs.data?.items.length, 1);
    assert.ok(updates > drawn);
  });

  it('is not told to those who ask how the network is', async () => {
    client.watch('listNeeds', {}, () => undefined);
    await until(() => client.state.session === 'signedIn', 'here');
    await rest();
    const told: string[] = [];
    client.subscribe(({ network }) => told.push(network));
    await client.refresh('listNeeds', {});
    await rest();
    assert.deepEqual(told, ['online']);
    browser.backend.isOnline = false;
    await client.refresh('listNeeds', {});
    assert.deepEqual(told, ['online', 'offline']);
  });
});
