import { release } from '../../src/model/release';
import type { ReleaseInput, ReleasedCheckIn } from '../../src/model/release';
import { ANSWERS } from '../../src/model/types';
import type { Answer, PartyKind, Release } from '../../src/model/types';
import { driver, party } from './made';

/** How many of a party gave each answer, in the order of `ANSWERS`. */
export type Counts = readonly [number, number, number];

export interface CountedParty {
  id: string;
  kind: PartyKind;
  /** One a driver; all add up to the same number of people. */
  counts: readonly Counts[];
}

export function sizeOf(counts: Counts): number {
  return counts[0] + counts[1] + counts[2];
}

function answersIn(counts: Counts): Answer[] {
  return ANSWERS.flatMap((answer, index) => Array.from({ length: counts[index] ?? 0 }, () => answer));
}

/** Check-ins that add up to these counts. */
export function checkInsOf({ id, counts }: CountedParty): ReleasedCheckIn[] {
  const perDriver = counts.map(answersIn);
  return (perDriver[0] ?? []).map((_, person) => ({
    partyId: id,
    answers: perDriver.map((answers, index) => ({ driverId: `d-${index}`, answer: answers[person] ?? 'good' })),
  }));
}

export function releaseOf(parties: readonly CountedParty[], changes: Partial<ReleaseInput> = {}): Release {
  return release({
    roundId: 'r1',
    drivers: (parties[0]?.counts ?? []).map((_, index) => driver(`d-${index}`)),
    parties: parties.map(({ id, kind }) => party(id, kind)),
    checkIns: parties.flatMap(checkInsOf),
    shuffle: (items) => items,
    ...changes,
  });
}
