import type { Backend, BackendFactory } from '../contract/backend';
import { SamenError } from '../model/errors';

const http: BackendFactory = async (address) => (await import('./http/open-http')).openHttp(address);
const factories = new Map<string, BackendFactory>([
  ['local', async () => (await import('./local/open-local')).openLocal()],
  ['https', http],
  ['http', http],
  // A path such as `/v1`, on the page's own host.
  ['', http],
]);
const opened = new Map<string, Promise<Backend>>();

/** Adds a home for the data under a scheme, such as `registerBackend('acme', (address) => …)`. */
export function registerBackend(scheme: string, factory: BackendFactory): void {
  factories.set(scheme.replace(/:$/, ''), factory);
}

/** The backend an address names; one of each on a page. Throws `misconfigured`. */
export function openBackend(address: string): Promise<Backend> {
  const known = opened.get(address);
  if (known) return known;
  const opening = open(address);
  opened.set(address, opening);
  // A failure is not kept: the next element may find the factory registered.
  opening.catch(() => opened.delete(address));
  return opening;
}

async function open(address: string): Promise<Backend> {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  const factory = factories.get(scheme ?? '');
  if (!factory) throw new SamenError('misconfigured', `No backend for ${address}`);
  return factory(address);
}
