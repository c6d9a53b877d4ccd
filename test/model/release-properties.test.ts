import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { release } from '../../src/model/release';
import type { ReleaseInput, ReleasedCheckIn } from '../../src/model/release';
import { ANSWERS } from '../../src/model/types';
import type { Answer, Release } from '../../src/model/types';
import { driver, party } from './made';

const K = 5;
const DRIVERS = [driver('d-0'), driver('d-1')];

const sizes = fc.array(
  fc.record({ kind: fc.constantFrom('department' as const, 'partner' as const), size: fc.nat({ max: 12 }) }),
  { minLength: 1, maxLength: 7 },
);

/** Answers of a whole round; drawn so that unanimous groups are no rarity. */
const answers = fc.constantFrom<Answer>('good', 'good', 'good', 'good', 'couldBeBetter', 'notWorking');

type Sizes = { kind: 'department' | 'partner'; size: number }[];

function inputOf(parties: Sizes, drawn: readonly Answer[]): ReleaseInput {
  let next = 0;
  const draw = () => drawn[next++ % drawn.length] ?? 'good';
  return {
    roundId: 'r1',
    drivers: DRIVERS,
    parties: parties.map(({ kind }, index) => party(`p${index}`, kind)),
    checkIns: parties.flatMap(({ size }, index): ReleasedCheckIn[] =>
      Array.from({ length: size }, () => ({
        partyId: `p${index}`,
        answers: DRIVERS.map(({ id }) => ({ driverId: id, answer: draw() })),
      })),
    ),
    shuffle: (items) => items,
  };
}

const someAnswers = fc.array(answers, { minLength: 1, maxLength: 200 });
const rounds = fc.tuple(sizes, someAnswers).map(([parties, drawn]) => inputOf(parties, drawn));

const everywhere = (check: (from: Release, input: ReleaseInput) => void) =>
  fc.assert(
    fc.property(rounds, (input) => check(release(input), input)),
    { numRuns: 400 },
  );

const shownIn = (from: Release) => from.groups.filter((group) => group.hidden === false);
const shape = (from: Release) =>
  from.groups.map(({ partyIds, label, hidden, respondents }) => ({ partyIds, label, hidden, respondents }));

describe('in every release', () => {
  it('the grouping depends on numbers of people, never on their answers', () => {
    fc.assert(
      fc.property(sizes, someAnswers, someAnswers, (parties, some, others) => {
        const one = release(inputOf(parties, some));
        const other = release(inputOf(parties, others));
        assert.deepEqual(shape(one), shape(other));
        assert.equal(one.total?.respondents, other.total?.respondents);
      }),
      { numRuns: 400 },
    );
  });

  it('each party stands once, and who checked in first makes no difference', () => {
    everywhere((from, input) => {
      const listed = from.groups.flatMap((group) => group.partyIds).sort();
      assert.deepEqual(listed, input.parties.map(({ id }) => id).sort());
      assert.deepEqual(release({ ...input, checkIns: [...input.checkIns].reverse() }), from);
    });
  });

  it('what is shown, and what stands behind the total, is at least five people', () => {
    everywhere((from, input) => {
      const count = input.checkIns.length;
      assert.equal(from.total === undefined, count < K);
      if (!from.total) return assert.equal(shownIn(from).length, 0);
      assert.equal(from.total.respondents, count);
      for (const group of shownIn(from)) assert.ok((group.respondents ?? 0) >= K);
      const rest = count - shownIn(from).reduce((sum, group) => sum + (group.respondents ?? 0), 0);
      assert.ok(rest === 0 || rest >= K, `${rest} people can be worked out`);
    });
  });

  it('hidden groups carry no numbers at all', () => {
    everywhere((from) => {
      for (const group of from.groups.filter(({ hidden }) => hidden !== false)) {
        assert.deepEqual(Object.keys(group).sort(), ['hidden', 'label', 'partyIds']);
      }
    });
  });

  it('no group is shown as unanimous, nor as unanimous but for one', () => {
    everywhere((from) => {
      for (const group of shownIn(from)) {
        for (const result of group.answers ?? []) {
          if ('mostly' in result) assert.deepEqual(Object.keys(result).sort(), ['driverId', 'mostly']);
          else for (const answer of ANSWERS) assert.ok(result[answer] <= (group.respondents ?? 0) - 2);
        }
      }
    });
  });

  it('the total is the sum of what is released, the rest included', () => {
    everywhere((from, input) => {
      if (!from.total) return;
      const shownIds = new Set(shownIn(from).flatMap((group) => group.partyIds));
      const parts = shownIn(from).map((group) => group.partyIds);
      parts.push(input.parties.map(({ id }) => id).filter((id) => !shownIds.has(id)));
      DRIVERS.forEach(({ id }, index) => {
        const expected = { driverId: id, good: 0, couldBeBetter: 0, notWorking: 0 };
        for (const part of parts) {
          const given = input.checkIns
            .filter(({ partyId }) => part.includes(partyId))
            .map((checkIn) => checkIn.answers[index]?.answer);
          const most = ANSWERS.find((answer) => given.filter((each) => each === answer).length >= given.length - 1);
          for (const answer of ANSWERS) {
            const exact = given.filter((each) => each === answer).length;
            expected[answer] += most === undefined ? exact : most === answer ? given.length : 0;
          }
        }
        assert.deepEqual(from.total?.answers[index], expected);
      });
    });
  });

  it('shown groups with counts add up to their people', () => {
    everywhere((from) => {
      for (const group of [...shownIn(from), ...(from.total ? [from.total] : [])]) {
        for (const result of group.answers ?? []) {
          if ('mostly' in result) continue;
          assert.equal(result.good + result.couldBeBetter + result.notWorking, group.respondents);
        }
      }
    });
  });
});
