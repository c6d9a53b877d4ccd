import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Browser, rest, until } from './browser';
import { ANNA, view } from './backpack-home';
import type { ClientOptions } from '../../src/client/client';
import type { BackendEvent, Capabilities, SpaceConnection } from '../../src/contract/backend';
import type { ExperiencePage } from '../../src/contract/experiences';
import type { Me, ReadName } from '../../src/contract/operations';
import { SamenError } from '../../src/model/errors';

const page = (me?: Me): ExperiencePage => ({
  items: [view('a')],
  asOf: '2026-11-25T09:00:00Z',
  ...(me && { labels: { me, parties: [], drivers: [] } }),
});

/** A home that notes what is asked, in order. */
function home(
  answer: () => ExperiencePage,
  capabilities: Capabilities = { storage: 'kept', private: true, sealed: false },
  resets = false,
): { asked: ReadName[]; connect: ClientOptions['connect'] } {
  const asked: ReadName[] = [];
  const listeners = new Set<(event: BackendEvent) => void>();
  const read = async (operation: ReadName): Promise<unknown> => {
    asked.push(operation);
    await Promise.resolve();
    // As a stream does that opens with the first answer.
    if (resets && asked.length === 1) for (const listener of listeners) listener({ type: 'reset' });
    // Of what is asked after that, no answer comes.
    if (resets && asked.length > 1) return new Promise(() => undefined);
    return operation === 'getMe' ? ANNA : answer();
  };
  return {
    asked,
    connect: () =>
      Promise.resolve({
        spaceId: 'space',
        capabilities,
        read: read as SpaceConnection['read'],
        write: () => Promise.reject(new SamenError('busy', 'Not here')),
        watch: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        close: () => undefined,
      }),
  };
}

async function look({ connect }: { connect: ClientOptions['connect'] }) {
  const browser = new Browser();
  const { client } = browser.open({ connect });
  let items: number | undefined;
  let error: SamenError | undefined;
  client.watch('listExperiences', { limit: 20 }, (seen) => {
    items = seen.data?.items.length;
    error = seen.error;
  });
  await until(() => items !== undefined || error !== undefined, 'an answer');
  await rest();
  return { browser, client, items: () => items, error: () => error };
}

describe('the first page of the feed', () => {
  it('says who is here: nothing else is asked before it', async () => {
    const there = home(() => page(ANNA));
    const { browser, client } = await look(there);
    assert.deepEqual(there.asked, ['listExperiences']);
    assert.deepEqual([client.me()?.personId, client.state.session], ['anna', 'signedIn']);
    browser.end();
  });

  it('that says it not, leaves it to be asked', async () => {
    const there = home(() => page());
    const { browser, client } = await look(there);
    assert.deepEqual(there.asked.slice(0, 2), ['listExperiences', 'getMe']);
    assert.equal(client.me()?.personId, 'anna');
    browser.end();
  });

  it('without a key to seal with does not say enough where what is kept is sealed', async () => {
    const there = home(() => page(ANNA), { storage: 'kept', private: true, sealed: true });
    const { browser } = await look(there);
    assert.deepEqual(there.asked.slice(0, 2), ['listExperiences', 'getMe']);
    browser.end();
  });

  it('that is refused says so itself; who is here is asked all the same', async () => {
    const there = home(() => {
      throw new SamenError('notFound', 'Not for you');
    });
    const { browser, client, error } = await look(there);
    assert.equal(error()?.kind, 'notFound');
    assert.equal(client.me()?.personId, 'anna');
    browser.end();
  });

  it('is shown before what it may have missed is asked for', async () => {
    const there = home(() => page(ANNA), { storage: 'kept', private: true, sealed: false }, true);
    const { browser, items } = await look(there);
    assert.equal(items(), 1);
    assert.deepEqual(there.asked, ['listExperiences', 'getMe']);
    browser.end();
  });

  it('that comes second is asked as any other', async () => {
    const there = home(() => page(ANNA));
    const browser = new Browser();
    const { client } = browser.open({ connect: there.connect });
    client.watch('getMe', {}, () => undefined);
    client.watch('listExperiences', { limit: 20 }, () => undefined);
    await until(() => there.asked.includes('listExperiences'), 'asked');
    await rest();
    assert.deepEqual(there.asked, ['getMe', 'listExperiences']);
    browser.end();
  });
});
