import type { RowStore } from './row-store';
import type { Id } from '../../model/types';
import { eraseEverywhere } from '../../service/erase-everywhere';
import type { Service } from '../../service/service';

interface Leaving {
  service: Service;
  store: RowStore;
  personId: Id;
  spaceId: Id;
  key: string;
}

/** Leaves every space in this browser, or none. */
export async function leaveAll({ service, store, personId, spaceId, key }: Leaving): Promise<{ id: Id }> {
  const rows = await store.read('').catch(() => new Map<string, unknown>());
  const spaceIds = [...rows.keys()].flatMap((row) => {
    const [space, kind, id] = row.split('/');
    return space && kind === 'member' && id === personId ? [space] : [];
  });
  return eraseEverywhere({ service, personId, spaceId, spaceIds, key });
}
