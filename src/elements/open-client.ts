import { clientFor } from '../client/client';
import type { SpaceClient } from '../client/types';
import type { Backend, SeenAs } from '../contract/backend';
import { SamenError } from '../model/errors';

/** Opens the home of the data at an address; throws `SamenError('misconfigured')` for a scheme nobody registered. */
export type BackendOpener = (address: string) => Backend | Promise<Backend>;

let openBackend: BackendOpener = (address) => {
  throw new SamenError('misconfigured', `Nothing opens ${address}: load samen.js`);
};

/** Elements know no backend (the arrows of the design point the other way): `wire.ts` hands the registry in. */
export function setBackendOpener(opener: BackendOpener): void {
  openBackend = opener;
}

interface Shared {
  client: SpaceClient;
  users: number;
}

const shared = new Map<string, Shared>();

/**
 * The client for a backend and space: one on a page, however many elements ask. It lasts until the
 * last of them lets go, and a moment more: an element that is moved in the page lets go and asks again.
 */
export function openClient(backend: string, space: string, as?: SeenAs): { client: SpaceClient; release: () => void } {
  const key = [backend, space, as].join('\n');
  let entry = shared.get(key);
  if (!entry) {
    const connect = async () => (await openBackend(backend)).open(space, as);
    entry = { client: clientFor({ backend, spaceId: space, as, connect }), users: 0 };
    shared.set(key, entry);
  }
  const held = entry;
  held.users += 1;
  let released = false;
  const release = () => {
    if (released) return;
    released = true;
    held.users -= 1;
    setTimeout(() => {
      if (held.users === 0) void leave(key, held);
    });
  };
  return { client: held.client, release };
}

/** What somebody wrote in leaving goes out first; who comes back meanwhile finds the client as it was. */
async function leave(key: string, held: Shared): Promise<void> {
  await held.client.rest();
  if (held.users > 0 || shared.get(key) !== held) return;
  shared.delete(key);
  held.client.dispose();
}
