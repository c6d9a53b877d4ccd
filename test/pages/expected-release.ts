/**
 * What a round must release, worked out by the test itself from DOMAIN.md ("Release"), so that a
 * mistake in the library is not made twice.
 */
import type { Answer } from './support';

export interface ExpectedParty {
  id: string;
  name: string;
  isPartner: boolean;
}

export interface GivenCheckIn {
  partyId: string;
  answers: readonly Answer[];
}

export type ExpectedGroup =
  | { parties: readonly string[]; hidden: 'tooFew' | 'protectsOthers' }
  | { parties: readonly string[]; hidden: false; size: number };

const K = 5;
const D = 2;
const ALL: readonly Answer[] = ['Goed', 'Kan beter', 'Gaat niet'];

/** Which groups are shown, which are hidden and why: from numbers only. */
export function expectedGroups(parties: readonly ExpectedParty[], checkIns: readonly GivenCheckIn[]): ExpectedGroup[] {
  const sizeOf = (ids: readonly string[]) => checkIns.filter(({ partyId }) => ids.includes(partyId)).length;
  let blocks = parties.filter(({ id }) => sizeOf([id]) >= K).map(({ id }) => [id]);
  const small = parties.filter(({ id }) => sizeOf([id]) > 0 && sizeOf([id]) < K);
  const absent = parties.filter(({ id }) => sizeOf([id]) === 0).map(({ id }) => [id]);
  const smallPartners = small.filter(({ isPartner }) => isPartner).map(({ id }) => id);
  const isTogether = sizeOf(smallPartners) >= K;
  if (isTogether) blocks.push(smallPartners);
  const rest = small.filter(({ isPartner }) => !(isTogether && isPartner)).map(({ id }) => [id]);
  const protectors: string[][] = [];
  while (sizeOf([...rest, ...protectors].flat()) > 0 && sizeOf([...rest, ...protectors].flat()) < K) {
    const [smallest] = [...blocks].sort((a, b) => sizeOf(a) - sizeOf(b) || (a.join() < b.join() ? -1 : 1));
    if (!smallest) break;
    blocks = blocks.filter((block) => block !== smallest);
    protectors.push(smallest);
  }
  return [
    ...blocks.map((ids) => ({ parties: ids, hidden: false as const, size: sizeOf(ids) })),
    ...protectors.map((ids) => ({ parties: ids, hidden: 'protectsOthers' as const })),
    ...[...rest, ...absent].map((ids) => ({ parties: ids, hidden: 'tooFew' as const })),
  ];
}

/** What is said of a shown group on one driver: one word for most of them, or the three counts. */
export function expectedCells(parties: readonly string[], driver: number, checkIns: readonly GivenCheckIn[]): string[] {
  const theirs = checkIns.filter(({ partyId }) => parties.includes(partyId));
  const counts = ALL.map((answer) => theirs.filter(({ answers }) => answers[driver] === answer).length);
  const mostly = ALL.find((_, index) => (counts[index] ?? 0) > theirs.length - D);
  return mostly ? [`De meesten: ${mostly.toLowerCase()}`] : counts.map(String);
}
