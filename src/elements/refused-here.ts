import { usersOf } from './client-users';
import type { PendingWrite, SpaceClient } from '../client/types';

/** An element that shows some refused writes itself, where they belong. */
interface ShowsRefused extends Element {
  showsRefused?(write: PendingWrite): boolean;
}

/** Whether this is the first element of its client, in the order they came. */
export function isFirst(client: SpaceClient, element: Element): boolean {
  const [first] = usersOf(client)?.keys() ?? [];
  return first === undefined || first === element;
}

/**
 * The refused writes that this element shows. Elements with one client share one outbox: what was refused
 * is shown by the element in which it was done; what nobody on the page did (an earlier visit, another
 * tab) by the first, so that it is said once.
 */
export function refusedHere(client: SpaceClient, element: Element): PendingWrite[] {
  const all = usersOf(client);
  const first = isFirst(client, element);
  const others = [...(all?.keys() ?? [])] as ShowsRefused[];
  return client.pending().filter((write) => {
    const { id, status } = write;
    if (status !== 'refused' || others.some((one) => one.showsRefused?.(write))) return false;
    if (all?.get(element)?.has(id)) return true;
    return first && ![...(all?.values() ?? [])].some((ids) => ids.has(id));
  });
}
