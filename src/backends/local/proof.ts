import type { Id } from '../../model/types';

/** Nothing here is kept from whoever sits at this browser: it says whose a thing is, to the service alone. */
export const localProof = (personId: Id, thingId: Id): string => `${personId} wrote ${thingId}`;
