import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AnswerCounts, PartyKind, Release } from '../../src/model/types';
import { releaseOf, sizeOf } from './release-made';
import type { CountedParty, Counts } from './release-made';

/*
 * The attack. The attacker knows the rule, and how many people of every party checked in (more than
 * is published), and reads the release. Every world (what each party may have answered) that gives
 * this release is possible; whatever is the same in all of them, the attacker knows.
 *
 * Looked for: the answers of any set of fewer than five people, taken from one party or several;
 * and any party that is known to have answered unanimously.
 */

const FEWEST = 5;
const MOST_WORLDS = 4000;

interface Crowd {
  kind: PartyKind;
  size: number;
}
type World = CountedParty[];
type Rule = (world: World) => Pick<Release, 'groups' | 'total'>;

/** All ways in which so many people can divide over three answers. */
function waysToAnswer(size: number): Counts[] {
  return Array.from({ length: size + 1 }, (_, good) => good).flatMap((good) =>
    Array.from({ length: size - good + 1 }, (_, better): Counts => [good, better, size - good - better]),
  );
}

function combine<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>((made, next) => made.flatMap((some) => next.map((one) => [...some, one])), [[]]);
}

function worldsOf(crowds: readonly Crowd[], driverCount: number): World[] {
  const perParty = crowds.map(({ size }) => combine(Array.from({ length: driverCount }, () => waysToAnswer(size))));
  return combine(perParty).map((answers) =>
    crowds.map(({ kind }, index) => ({ id: `p${index}`, kind, counts: answers[index] ?? [] })),
  );
}

function worldCount(crowds: readonly Crowd[], driverCount: number): number {
  return crowds.reduce((count, { size }) => count * (((size + 1) * (size + 2)) / 2) ** driverCount, 1);
}

/** Sets of people, as a number of each party: colleagues of one party cannot be told apart. */
function setsOfPeople(crowds: readonly Crowd[]): number[][] {
  const choices = crowds.map(({ size }) => Array.from({ length: size + 1 }, (_, chosen) => chosen));
  return combine(choices).filter((set) => {
    const people = set.reduce((sum, chosen) => sum + chosen, 0);
    return people > 0 && people < FEWEST;
  });
}

function isUnanimous(counts: Counts): boolean {
  return counts.filter((count) => count > 0).length === 1;
}

/** What these people answered together, when one world leaves no choice; else undefined. */
function answersOfSet(set: readonly number[], counts: readonly Counts[]): string | undefined {
  const sum = [0, 0, 0];
  for (const [index, chosen] of set.entries()) {
    const given = counts[index] ?? [0, 0, 0];
    if (chosen === 0) continue;
    if (chosen < sizeOf(given) && !isUnanimous(given)) return undefined;
    const share = chosen / sizeOf(given);
    given.forEach((count, answer) => (sum[answer] = (sum[answer] ?? 0) + count * share));
  }
  return sum.join();
}

/** What an attacker learns, in words; empty when nobody is given away. */
function leaksOf(rule: Rule, crowds: readonly Crowd[], driverCount: number): string[] {
  const alike = new Map<string, World[]>();
  for (const world of worldsOf(crowds, driverCount)) {
    const { groups, total } = rule(world);
    const key = JSON.stringify({ groups, total });
    alike.set(key, [...(alike.get(key) ?? []), world]);
  }
  const sets = setsOfPeople(crowds);
  const leaks: string[] = [];
  for (const worlds of alike.values()) {
    for (let driver = 0; driver < driverCount; driver += 1) {
      const perWorld = worlds.map((world) => world.map(({ counts }): Counts => counts[driver] ?? [0, 0, 0]));
      const first = perWorld[0] ?? [];
      for (const set of sets) {
        const answers = answersOfSet(set, first);
        if (answers !== undefined && perWorld.every((counts) => answersOfSet(set, counts) === answers)) {
          leaks.push(`${set.join('+')} people of ${sizesIn(crowds)} answered ${answers}`);
        }
      }
      crowds.forEach(({ size }, index) => {
        // One person is always of one mind; that is no knowledge.
        if (size > 1 && perWorld.every((counts) => isUnanimous(counts[index] ?? [0, 0, 0]))) {
          leaks.push(`party ${index} of ${sizesIn(crowds)} is unanimous`);
        }
      });
    }
  }
  return leaks;
}

function sizesIn(crowds: readonly Crowd[]): string {
  return crowds.map(({ kind, size }) => `${kind} ${size}`).join(', ');
}

/** True counts of these parties, for the rules that are too simple. */
function countTogether(parties: readonly CountedParty[]): AnswerCounts[] {
  return (parties[0]?.counts ?? []).map((_, driver) => {
    const sum = (answer: 0 | 1 | 2) => parties.reduce((all, { counts }) => all + (counts[driver]?.[answer] ?? 0), 0);
    return { driverId: `d-${driver}`, good: sum(0), couldBeBetter: sum(1), notWorking: sum(2) };
  });
}

const peopleIn = ({ counts }: CountedParty) => sizeOf(counts[0] ?? [0, 0, 0]);

/** Hides small groups, and as many more of the smallest as told; all else as it was answered. */
function simpleRule(more: number): Rule {
  return (world) => {
    const isSmall = (each: CountedParty) => peopleIn(each) < FEWEST;
    const big = world.filter((each) => !isSmall(each)).sort((a, b) => peopleIn(a) - peopleIn(b));
    const hidden = world.some((each) => isSmall(each) && peopleIn(each) > 0) ? big.slice(0, more) : [];
    return {
      groups: big
        .filter((each) => !hidden.includes(each))
        .map((each) => ({
          partyIds: [each.id],
          label: '',
          hidden: false,
          respondents: peopleIn(each),
          answers: countTogether([each]),
        })),
      total: { respondents: world.reduce((sum, each) => sum + peopleIn(each), 0), answers: countTogether(world) },
    };
  };
}

const rule: Rule = (world) => releaseOf(world);
const department = (size: number): Crowd => ({ kind: 'department', size });
const partner = (size: number): Crowd => ({ kind: 'partner', size });

/** Each shape that the rule knows, in as few people as it takes. */
const SHAPES: [string, Crowd[], number][] = [
  ['fewer than five in all', [department(2), partner(2)], 1],
  ['one group', [department(6)], 1],
  ['two groups', [department(5), partner(6)], 1],
  ['one small group beside a big one', [department(1), department(5)], 1],
  ['a small group and two big ones', [partner(2), department(5), department(5)], 1],
  ['two single persons and two big groups', [department(1), partner(1), department(5), partner(5)], 1],
  ['small partners together', [partner(3), partner(2), department(5)], 1],
  ['small partners who protect a department', [department(1), partner(4), partner(1), department(5)], 1],
  ['only small departments', [department(4), department(1), department(2)], 1],
  ['a party of which nobody came', [department(0), partner(5), partner(4)], 1],
  ['two drivers', [department(1), department(5)], 2],
  ['two drivers and small groups only', [department(2), department(3)], 2],
];

describe('an attacker who knows the rule and how many people checked in', () => {
  for (const [name, crowds, driverCount] of SHAPES) {
    it(`learns nobody's answer: ${name}`, () => assert.deepEqual(leaksOf(rule, crowds, driverCount), []));
  }

  it("learns nobody's answer in random small rounds", () => {
    const crowd = fc.record({ kind: fc.constantFrom<PartyKind>('department', 'partner'), size: fc.nat({ max: 7 }) });
    const small = fc
      .tuple(fc.array(crowd, { minLength: 1, maxLength: 5 }), fc.constantFrom(1, 1, 1, 2))
      .filter(([crowds, driverCount]) => worldCount(crowds, driverCount) <= MOST_WORLDS);
    fc.assert(
      fc.property(small, ([crowds, driverCount]) => assert.deepEqual(leaksOf(rule, crowds, driverCount), [])),
      { numRuns: 60 },
    );
  });
});

describe('the attack itself', () => {
  it('finds the single person when only small groups are hidden', () => {
    const leaks = leaksOf(simpleRule(0), [department(1), department(5)], 1);
    assert.ok(leaks.some((leak) => leak.startsWith('1+0 people')));
  });

  it('finds people when one more group is hidden with the small one, but counts stay exact', () => {
    assert.notDeepEqual(leaksOf(simpleRule(1), [department(1), department(5), department(5)], 1), []);
  });

  it('finds a group that is shown as unanimous', () => {
    const leaks = leaksOf(simpleRule(0), [department(5)], 1);
    assert.ok(leaks.some((leak) => leak.endsWith('is unanimous')));
  });

  it('finds people when the total is exact and the groups are not', () => {
    const exactTotal: Rule = (world) => {
      const { groups, total } = releaseOf(world);
      return { groups, total: total && { ...total, answers: countTogether(world) } };
    };
    assert.notDeepEqual(leaksOf(exactTotal, [department(5), department(5)], 1), []);
  });
});
