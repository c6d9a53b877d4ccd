import type { Handover } from '../../src/model/agenda-types';
import type { Id } from '../../src/model/types';

/** Whom a log, from its first line on, leaves with the ball; fails where a line does not go on from the one before. */
export function heldBy(log: readonly Handover[]): Id | undefined {
  return log.reduce<Id | undefined>((holder, { kind, fromPartyId, toPartyId, number }) => {
    const goesOn = (isSo: boolean) => {
      if (!isSo) throw new Error(`line ${String(number)}, ${kind}: ${String(holder)} held it`);
    };
    switch (kind) {
      case 'taken':
        goesOn(holder === undefined);
        return toPartyId;
      case 'accepted':
        goesOn(holder !== undefined && holder === fromPartyId);
        return toPartyId;
      case 'released':
      case 'cleared':
        goesOn(holder === fromPartyId);
        return undefined;
      case 'reopened':
        goesOn(holder === undefined);
        return undefined;
      case 'offered':
        goesOn(holder === fromPartyId && toPartyId !== fromPartyId);
        return holder;
      case 'progress':
      case 'returned':
      case 'withdrawn':
      case 'expired':
        goesOn(holder === toPartyId);
        return holder;
    }
  }, undefined);
}
