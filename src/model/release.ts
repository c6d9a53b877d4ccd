import { SMALLEST_GROUP, SMALLEST_SENTENCES } from './limits';
import { valueOf } from './driver-result';
import { ANSWERS } from './types';
import type {
  Answer,
  AnswerCounts,
  CheckInAnswer,
  Driver,
  DriverResult,
  Id,
  Party,
  Release,
  ReleasedGroup,
} from './types';

/*
 * What is published of a round, once, when it closes (DOMAIN.md "Release"). The groups are made
 * from numbers of people only, never from what they answered; what is left over stands behind the
 * total, and is at least as large as any group that is shown. So no subtraction gives away a
 * smaller group than the ones that are shown anyhow.
 */

/** d: where all but fewer than this many answered alike, only that answer is said. */
const FEWEST_OTHERS = 2;

export interface ReleasedCheckIn {
  partyId: Id;
  answers: readonly CheckInAnswer[];
}

export interface ReleaseInput {
  roundId: Id;
  /** As frozen in the round. */
  drivers: readonly Asked[];
  /** All parties of the space, those of which nobody checked in too. */
  parties: readonly Sized[];
  checkIns: readonly ReleasedCheckIn[];
  /** k; lower than 5 is taken as 5. */
  smallestGroup?: number;
  /** Lower than 10 is taken as 10. */
  smallestSentences?: number;
  /** Gives the items in random order; `shuffle` of id.ts. */
  shuffle: <T>(items: T[]) => T[];
}

type Asked = Pick<Driver, 'id'>;
type Sized = Pick<Party, 'id' | 'kind'>;

/** One or more parties that are counted together. */
interface Block {
  partyIds: Id[];
  label: ReleasedGroup['label'];
  size: number;
}

interface Grouping {
  /** Shown with numbers. */
  shown: Block[];
  /** Big enough, but taken into the rest so that nobody can work that out. */
  takenIn: Block[];
  /** Shown as too few: small ones, and those of which nobody checked in. */
  tooFew: Block[];
  /** Everybody behind the total who is in no shown group: R. */
  restPartyIds: Id[];
  /** Fewer than k in all: nothing is shown. */
  isTooSmall: boolean;
}

/** The release of a round. Pure but for `shuffle`; call it once, store it, then erase the check-ins. */
export function release(input: ReleaseInput): Release {
  const { roundId, drivers, parties, shuffle } = input;
  const k = atLeast(SMALLEST_GROUP, input.smallestGroup);
  const checkIns = input.checkIns.filter((checkIn) => isWhole(checkIn, drivers));
  const grouping = groupParties(parties, countByParty(checkIns), k);

  const shownValues = new Map(grouping.shown.map((block) => [block, answersOf(block.partyIds, drivers, checkIns)]));
  const groups = inOrder(parties, [
    ...grouping.shown.map((block): ReleasedGroup => ({
      partyIds: block.partyIds,
      label: block.label,
      hidden: false,
      respondents: block.size,
      answers: shownValues.get(block) ?? [],
    })),
    ...grouping.takenIn.map((block) => hiddenGroup(block, 'protectsOthers')),
    ...grouping.tooFew.map((block) => hiddenGroup(block, 'tooFew')),
  ]);
  if (grouping.isTooSmall) return { roundId, groups, notes: [] };

  const values = [
    ...grouping.shown.map((block) => ({ size: block.size, answers: shownValues.get(block) ?? [] })),
    {
      size: countOf(grouping.restPartyIds, checkIns),
      answers: answersOf(grouping.restPartyIds, drivers, checkIns),
    },
  ];
  const smallestSentences = atLeast(SMALLEST_SENTENCES, input.smallestSentences);
  return {
    roundId,
    groups,
    total: { respondents: checkIns.length, answers: sumOfValues(drivers, values) },
    notes: sentencesOf(drivers, checkIns, smallestSentences, shuffle),
  };
}

/**
 * Who is shown, who is taken in, who is too few. From numbers only. Parties that are no longer in
 * the space but of which people checked in count in the rest: they have no name to be shown under.
 */
function groupParties(parties: readonly Sized[], sizes: ReadonlyMap<Id, number>, k: number): Grouping {
  const sizeOf = (partyId: Id) => sizes.get(partyId) ?? 0;
  const asBlock = ({ id }: Sized): Block => ({ partyIds: [id], label: '', size: sizeOf(id) });
  const isSmall = ({ id }: Sized) => sizeOf(id) > 0 && sizeOf(id) < k;
  const known = new Set(parties.map((party) => party.id));
  const departed = [...sizes.keys()].filter((partyId) => !known.has(partyId));

  const absent = parties.filter((party) => sizeOf(party.id) === 0).map(asBlock);
  const small = parties.filter(isSmall);
  const others = otherPartners(
    small.filter((party) => party.kind === 'partner').map((party) => party.id),
    sizeOf,
  );
  const together = others.size >= k ? [others] : [];
  const rest = small.filter((party) => together.length === 0 || party.kind === 'department').map(asBlock);
  const blocks = [...parties.filter((party) => sizeOf(party.id) >= k).map(asBlock), ...together];

  const everybody = [...sizes.values()].reduce(sum, 0);
  const isTooSmall = everybody < k;
  const restSize = rest.map((block) => block.size).reduce(sum, 0) + departed.map(sizeOf).reduce(sum, 0);
  const takenIn = smallestToReach(k, restSize, blocks);
  return {
    shown: blocks.filter((block) => !takenIn.includes(block)),
    takenIn,
    tooFew: [...rest, ...absent],
    restPartyIds: [...departed, ...[...rest, ...takenIn].flatMap((block) => block.partyIds)],
    isTooSmall,
  };
}

/** Small partners have each other: together they may be shown where none of them could be. */
function otherPartners(partyIds: Id[], sizeOf: (partyId: Id) => number): Block {
  return { partyIds, label: 'otherPartners', size: partyIds.map(sizeOf).reduce(sum, 0) };
}

/**
 * The blocks that a rest of fewer than k must take in: the smallest first, for that hides least.
 * An empty rest needs none. Ties by id, so that the same numbers always give the same groups.
 */
function smallestToReach(k: number, restSize: number, blocks: Block[]): Block[] {
  const smallestFirst = [...blocks].sort((a, b) => a.size - b.size || compareIds(keyOf(a), keyOf(b)));
  const taken: Block[] = [];
  let size = restSize;
  for (const block of smallestFirst) {
    if (size === 0 || size >= k) break;
    taken.push(block);
    size += block.size;
  }
  return taken;
}

/** The results of these parties together, a driver. */
function answersOf(partyIds: Id[], drivers: readonly Asked[], checkIns: readonly ReleasedCheckIn[]): DriverResult[] {
  const theirs = checkIns.filter((checkIn) => partyIds.includes(checkIn.partyId));
  return drivers.map((driver) => blur(countAnswers(driver.id, theirs), theirs.length));
}

/**
 * Where everyone, or everyone but one, answered alike, only that answer is said: else everybody
 * would know what each of them said, and the one who said otherwise would know all the others.
 */
function blur(counts: AnswerCounts, size: number): DriverResult {
  const mostly = ANSWERS.find((answer) => counts[answer] > size - FEWEST_OTHERS);
  return mostly && size > 0 ? { driverId: counts.driverId, mostly } : counts;
}

function countAnswers(driverId: Id, checkIns: readonly ReleasedCheckIn[]): AnswerCounts {
  const counts: AnswerCounts = { driverId, good: 0, couldBeBetter: 0, notWorking: 0 };
  for (const checkIn of checkIns) {
    const given = checkIn.answers.find((answer) => answer.driverId === driverId);
    if (given) counts[given.answer] += 1;
  }
  return counts;
}

/** The total adds up what is released, not what was answered: it may tell nothing that the parts hide. */
function sumOfValues(drivers: readonly Asked[], values: { size: number; answers: DriverResult[] }[]): AnswerCounts[] {
  return drivers.map(({ id }, index) => {
    const sumOf = (answer: Answer) =>
      values
        .map(({ size, answers }) => {
          const result = answers[index];
          return result ? valueOf(result, size, answer) : 0;
        })
        .reduce(sum, 0);
    return {
      driverId: id,
      good: sumOf('good'),
      couldBeBetter: sumOf('couldBeBetter'),
      notWorking: sumOf('notWorking'),
    };
  });
}

/** Sentences of the whole space, never beside a party or an answer, in an order that tells nothing. */
function sentencesOf(
  drivers: readonly Asked[],
  checkIns: readonly ReleasedCheckIn[],
  fewest: number,
  shuffle: ReleaseInput['shuffle'],
): Release['notes'] {
  return drivers
    .map(({ id }) => ({ driverId: id, sentences: checkIns.flatMap((checkIn) => noteOn(id, checkIn)) }))
    .filter(({ sentences }) => sentences.length >= fewest)
    .map(({ driverId, sentences }) => ({ driverId, sentences: shuffle(sentences) }));
}

function noteOn(driverId: Id, checkIn: ReleasedCheckIn): string[] {
  const note = checkIn.answers.find((answer) => answer.driverId === driverId)?.note?.trim();
  return note ? [note] : [];
}

function hiddenGroup(block: Block, hidden: 'tooFew' | 'protectsOthers'): ReleasedGroup {
  return { partyIds: block.partyIds, label: block.label, hidden };
}

/** Departments, partners, the other partners; each in the parties' order, which says nothing of size. */
function inOrder(parties: readonly Sized[], groups: ReleasedGroup[]): ReleasedGroup[] {
  const rank = (group: ReleasedGroup) => {
    if (group.label === 'otherPartners') return parties.length * 2;
    const index = parties.findIndex((party) => party.id === group.partyIds[0]);
    return parties[index]?.kind === 'department' ? index : parties.length + index;
  };
  return [...groups].sort((a, b) => rank(a) - rank(b));
}

/** A check-in answers every driver; one that was cut off in storage counts for nobody and nothing. */
function isWhole(checkIn: ReleasedCheckIn, drivers: readonly Asked[]): boolean {
  return drivers.every((driver) => {
    const answers = checkIn.answers.filter((answer) => answer.driverId === driver.id);
    return answers.length === 1 && answers.every(({ answer }) => ANSWERS.includes(answer));
  });
}

function countByParty(checkIns: readonly ReleasedCheckIn[]): Map<Id, number> {
  const sizes = new Map<Id, number>();
  for (const { partyId } of checkIns) sizes.set(partyId, (sizes.get(partyId) ?? 0) + 1);
  return sizes;
}

function countOf(partyIds: Id[], checkIns: readonly ReleasedCheckIn[]): number {
  return checkIns.filter((checkIn) => partyIds.includes(checkIn.partyId)).length;
}

/** Settings may ask for more people, never for fewer; what is no number counts as not set. */
function atLeast(lowest: number, wanted: number | undefined): number {
  return wanted !== undefined && Number.isFinite(wanted) ? Math.max(lowest, wanted) : lowest;
}

function keyOf(block: Block): Id {
  return [...block.partyIds].sort(compareIds)[0] ?? '';
}

/** By code unit, not by locale: the same everywhere. */
function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sum(a: number, b: number): number {
  return a + b;
}
