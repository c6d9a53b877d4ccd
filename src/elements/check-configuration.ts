import type { Configuration } from './configuration';
import { SamenError } from '../model/errors';
import { isId } from '../model/id';

/** What is wrong with the address of a backend; each has a sentence in the locales. */
export type BackendFault = 'backendNotAnAddress' | 'backendNotHttps' | 'backendUnknown' | 'spaceNotAnId';

export class ConfigurationError extends SamenError {
  constructor(
    readonly fault: BackendFault,
    { backend, space }: Configuration,
    cause?: unknown,
  ) {
    super('misconfigured', `${fault}: backend="${backend}" space="${space}"`, { cause });
  }
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|.+\.localhost)$/;

/**
 * Looks at an address before anything is asked of it. Plain http (not loopback) is refused: there
 * the browser withholds locks and encryption. Whether a scheme is known is for the registry to say.
 */
export function checkConfiguration(configuration: Configuration): ConfigurationError | undefined {
  const { backend, space } = configuration;
  const wrong = (fault: BackendFault, cause?: unknown) => new ConfigurationError(fault, configuration, cause);
  if (!isId(space)) return wrong('spaceNotAnId');
  // A path such as `/v1` is on the page's own host.
  if (/^\/(?![/\\])\S*$/.test(backend)) return undefined;
  if (!/^[a-z][a-z0-9+.-]*:\S*$/i.test(backend)) return wrong('backendNotAnAddress');
  if (!/^https?:/i.test(backend)) return undefined;
  try {
    const { protocol, hostname } = new URL(backend);
    return protocol === 'http:' && !LOOPBACK.test(hostname) ? wrong('backendNotHttps') : undefined;
  } catch (cause) {
    return wrong('backendNotAnAddress', cause);
  }
}
