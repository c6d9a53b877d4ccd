import { hashFor } from '../../elements/hash-address';
import type { Id } from '../../model/types';

/** Where a driver is explained: its place in the compass, when that is on the page, or the feed with only its experiences. */
export function driverHref(id: Id): string {
  const hasCompass = typeof document !== 'undefined' && document.querySelector('samen-compass') !== null;
  return hasCompass ? hashFor('compass', 'driver', id) : hashFor('backpack', 'filter', 'driver', id);
}
