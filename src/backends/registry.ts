import type { Backend, BackendFactory } from '../contract/backend';
import { SamenError } from '../model/errors';

const fetchHttp = () => import('./http/open-http');
const fetchLocal = () => import('./local/open-local');
const http: BackendFactory = async (address) => (await fetchHttp()).openHttp(address);
const factories = new Map<string, BackendFactory>([
  ['local', async () => (await fetchLocal()).openLocal()],
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

/** Begins to fetch the code behind an address that is about to be opened, beside that of who opens it. */
export function fetchAhead(address: string): void {
  const scheme = schemeOf(address);
  const fetching = scheme === 'local' ? fetchLocal() : /^(https?)?$/.test(scheme) ? fetchHttp() : undefined;
  // Whoever opens it meets the failure.
  fetching?.catch(() => undefined);
}

const schemeOf = (address: string): string => /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase() ?? '';

async function open(address: string): Promise<Backend> {
  const factory = factories.get(schemeOf(address));
  if (!factory) throw new SamenError('misconfigured', `No backend for ${address}`);
  return factory(address);
}
