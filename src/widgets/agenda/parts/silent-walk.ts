/** The ten-minute walk along the silent balls (balrondje): which, where one is, and what came of each. */
import { NEW_CLOCK, started } from './session-clock';
import type { Clock } from './session-clock';
import { SIGNAL_KINDS } from '../../../model/agenda-types';
import type { AgendaItemView } from '../../../model/agenda-types';
import type { Id } from '../../../model/types';
import { isSilent } from '../choice';

export const ROUND_MINUTES = 10;
/** One that was begun so long ago is no longer going on. */
const FORGOTTEN_MS = 2 * 60 * 60_000;

export type Did = 'took' | 'accepted' | 'progressed' | 'offered' | 'joined' | 'talked' | 'skipped';

/** What moved a ball, or brought somebody to it. */
const MOVES: readonly Did[] = ['took', 'accepted', 'progressed', 'offered', 'joined'];

export interface Walk {
  ids: Id[];
  at: number;
  clock: Clock;
  did: Record<Id, { what: Did; toPartyId?: Id }>;
}

/** The worst first, and of those what lies longest: as a session's programme has them. */
export function silentOf(items: readonly AgendaItemView[]): AgendaItemView[] {
  const weight = ({ signal }: AgendaItemView) => (signal ? SIGNAL_KINDS.indexOf(signal.kind) : SIGNAL_KINDS.length);
  const days = ({ signal }: AgendaItemView) => signal?.days ?? 0;
  return items
    .filter(isSilent)
    .sort((one, other) => weight(one) - weight(other) || days(other) - days(one) || one.id.localeCompare(other.id));
}

/** Which ones are settled at the beginning: nothing moves under who is walking. */
export const beginWalk = (items: readonly AgendaItemView[], now: number): Walk => ({
  ...{ ids: silentOf(items).map(({ id }) => id), at: 0 },
  ...{ clock: started(NEW_CLOCK, now), did: {} },
});

export const isForgotten = ({ clock }: Walk, now: number): boolean => now - (clock.startedAt ?? 0) > FORGOTTEN_MS;

/** What came of one; a ball that moved is not said to have been talked about alone. */
export function done(walk: Walk, id: Id, what: Did, toPartyId?: Id): Walk {
  const before = walk.did[id]?.what;
  const isLess = before !== undefined && MOVES.includes(before) && (!MOVES.includes(what) || what === 'progressed');
  return isLess ? walk : { ...walk, did: { ...walk.did, [id]: { what, ...(toPartyId && { toPartyId }) } } };
}

export const hasMoved = ({ did }: Walk, id: Id): boolean => MOVES.includes(did[id]?.what ?? 'skipped');

export const movedCount = (walk: Walk): number => walk.ids.filter((id) => hasMoved(walk, id)).length;
