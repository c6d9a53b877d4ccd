import type { Day, Id } from '../../model/types';
import type { Service } from '../../service/service';

/** On which day it was last looked, in a space, what is kept for too long: there is no server to do it. */
const purged = new WeakMap<Service, Map<Id, Day>>();

export async function purgeToday(service: Service, spaceId: Id, today: Day): Promise<void> {
  const days = purged.get(service) ?? new Map<Id, Day>();
  purged.set(service, days);
  if (days.get(spaceId) === today) return;
  days.set(spaceId, today);
  // Out of reach, it stays until the next time.
  await service.purge(spaceId).catch(() => days.delete(spaceId));
}
