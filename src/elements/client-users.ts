import type { SpaceClient } from '../client/types';

/** The elements of each client on the page, in the order they came, and the writes each of them made. */
const users = new WeakMap<SpaceClient, Map<Element, Set<string>>>();

/** The elements that share a client. */
export function usersOf(client: SpaceClient): ReadonlyMap<Element, ReadonlySet<string>> | undefined {
  return users.get(client);
}

/** Says that an element uses a client, until it leaves, and which writes are its own. */
export function joinClient(client: SpaceClient, element: Element): { wrote: (id: string) => void; leave: () => void } {
  const all = users.get(client) ?? new Map<Element, Set<string>>();
  users.set(client, all);
  const ids = all.get(element) ?? new Set<string>();
  all.set(element, ids);
  return { wrote: (id) => ids.add(id), leave: () => all.delete(element) };
}
