import { factoryFor } from './registry';
import type { Backend } from '../contract/backend';
import { SamenError } from '../model/errors';

const opened = new Map<string, Promise<Backend>>();

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
  const factory = factoryFor(address);
  if (!factory) throw new SamenError('misconfigured', `No backend for ${address}`);
  return factory(address);
}
