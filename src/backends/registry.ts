import type { BackendFactory } from '../contract/backend';

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

/** Adds a home for the data under a scheme, such as `registerBackend('acme', (address) => …)`. */
export function registerBackend(scheme: string, factory: BackendFactory): void {
  factories.set(scheme.replace(/:$/, ''), factory);
}

/** Begins to fetch the code behind an address that is about to be opened, beside that of who opens it. */
export function fetchAhead(address: string): void {
  const scheme = schemeOf(address);
  const fetching = scheme === 'local' ? fetchLocal() : /^(https?)?$/.test(scheme) ? fetchHttp() : undefined;
  // Whoever opens it meets the failure.
  fetching?.catch(() => undefined);
}

const schemeOf = (address: string): string => /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase() ?? '';

/** What opens an address, if anything does. */
export const factoryFor = (address: string): BackendFactory | undefined => factories.get(schemeOf(address));
