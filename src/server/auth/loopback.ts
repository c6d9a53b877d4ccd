import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether the other end of a socket is on this machine: IPv4, IPv6, or IPv4 within IPv6 (`::ffff:127.0.0.1`). */
export function isLoopback(remoteAddress: string | undefined): boolean {
  const family = isIP(remoteAddress ?? '');
  // The list sees through addresses of IPv4 within IPv6.
  return remoteAddress !== undefined && family !== 0 && loopback.check(remoteAddress, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether the host of a URL is this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, ''));
}
