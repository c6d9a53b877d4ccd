import { SamenError } from '../../model/errors';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|.+\.localhost)$/;

/** An address, or a path on the page's own host; never `//host`, nor what a browser reads as that. */
const FORM = /^(https?:\/\/|\/(?![/\\]))/i;

/**
 * The address of a backend up to and including `/v1`, in the one form in which it is compared and called.
 * Throws `misconfigured` for what is none, and for plain http off this machine: there the browser withholds
 * locks and encryption (WIDGETS.md, embedding).
 */
export function resolveAddress(address: string, page: string | undefined = globalThis.location?.href): string {
  const wrong = (why: string, cause?: unknown) => new SamenError('misconfigured', `"${address}" ${why}`, { cause });
  if (!FORM.test(address)) throw wrong('is not the address of a backend');
  let url: URL;
  try {
    url = new URL(address, page);
  } catch (cause) {
    throw wrong('is not an address', cause);
  }
  if (url.protocol !== 'https:' && !LOOPBACK.test(url.hostname)) throw wrong('is not on https');
  if (url.username || url.password || url.search || url.hash) throw wrong('holds more than a host and a path');
  return url.href.replace(/\/+$/, '');
}
