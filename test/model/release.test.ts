import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { release } from '../../src/model/release';
import type { ReleasedCheckIn } from '../../src/model/release';
import { ANSWERS } from '../../src/model/types';
import type { Release, ReleasedGroup } from '../../src/model/types';
import { driver, party } from './made';
import { releaseOf } from './release-made';

interface Told {
  goed: number;
  kanBeter: number;
  gaatNiet: number;
}
interface Demonstration {
  organisaties: { id: string; soort: 'afdeling' | 'partner' }[];
  drijfveren: { id: string }[];
  kompasrondes: { groepen: { org: string; n: number; tellingen: Record<string, Told> }[] }[];
}

const demonstration = JSON.parse(
  readFileSync(new URL('../../data/lindeveld.json', import.meta.url), 'utf8'),
) as Demonstration;

/** Single check-ins that give the counts of the demonstration. */
function checkInsOf(round: Demonstration['kompasrondes'][number]): ReleasedCheckIn[] {
  return round.groepen.flatMap(({ org, n, tellingen }) =>
    Array.from({ length: n }, (_, person) => ({
      partyId: org,
      answers: Object.entries(tellingen).map(([driverId, told]) => {
        const answers = [told.goed, told.kanBeter, told.gaatNiet].flatMap((count, index) =>
          Array.from({ length: count }, () => ANSWERS[index] ?? 'good'),
        );
        return { driverId, answer: answers[person] ?? 'good' };
      }),
    })),
  );
}

function demonstrationRelease(number: 1 | 2 | 3): Release {
  const round = demonstration.kompasrondes[number - 1];
  assert.ok(round);
  return release({
    roundId: `r${number}`,
    drivers: demonstration.drijfveren.map(({ id }) => driver(id)),
    parties: demonstration.organisaties.map(({ id, soort }) =>
      party(id, soort === 'afdeling' ? 'department' : 'partner'),
    ),
    checkIns: checkInsOf(round),
    shuffle: (items) => items,
  });
}

const shown = (from: Release) => from.groups.filter((group) => group.hidden === false);
const hiddenAs = (from: Release, reason: ReleasedGroup['hidden']) =>
  from.groups.filter((group) => group.hidden === reason).flatMap((group) => group.partyIds);

describe('the release of the demonstration', () => {
  it('shows five groups in the first round, and names those who did not take part', () => {
    const first = demonstrationRelease(1);
    assert.deepEqual(
      shown(first).map((group) => [group.partyIds, group.respondents]),
      [
        [['afd-beleid'], 6],
        [['afd-toegang'], 14],
        [['afd-werk'], 9],
        [['par-welzijn'], 7],
        [['par-jeugd'], 5],
      ],
    );
    assert.deepEqual(hiddenAs(first, 'tooFew'), ['par-zorg', 'par-wonen', 'par-vrijwillig']);
    assert.deepEqual(hiddenAs(first, 'protectsOthers'), []);
    assert.equal(first.total?.respondents, 41);
    assert.deepEqual(first.total?.answers[0], {
      driverId: 'd-inwoner',
      good: 21,
      couldBeBetter: 13,
      notWorking: 7,
    });
  });

  it('hides Jeugdhulp in the second round, so that Vrijwilligers cannot be worked out', () => {
    const second = demonstrationRelease(2);
    assert.deepEqual(hiddenAs(second, 'protectsOthers'), ['par-jeugd']);
    assert.ok(hiddenAs(second, 'tooFew').includes('par-vrijwillig'));
    assert.deepEqual(
      shown(second).flatMap((group) => group.partyIds),
      ['afd-beleid', 'afd-toegang', 'afd-werk', 'par-welzijn'],
    );
    // Both still count in the whole: 39 are shown, 5 and 2 are not.
    assert.equal(second.total?.respondents, 46);
  });

  it('shows six groups in the third round, the small partners together with nine', () => {
    const third = demonstrationRelease(3);
    assert.equal(shown(third).length, 6);
    const others = third.groups.at(-1);
    assert.equal(others?.label, 'otherPartners');
    assert.equal(others?.respondents, 9);
    assert.deepEqual(others?.partyIds, ['par-zorg', 'par-wonen', 'par-vrijwillig']);
    assert.deepEqual(hiddenAs(third, 'tooFew'), []);
  });
});

describe('a release', () => {
  const fine = [[2, 2, 1]] as const;

  it('shows nothing when fewer than five checked in', () => {
    const none = releaseOf([
      { id: 'a', kind: 'department', counts: [[2, 0, 0]] },
      { id: 'b', kind: 'partner', counts: [[1, 1, 0]] },
    ]);
    assert.equal('total' in none, false);
    assert.deepEqual(none.groups, [
      { partyIds: ['a'], label: '', hidden: 'tooFew' },
      { partyIds: ['b'], label: '', hidden: 'tooFew' },
    ]);
  });

  it('shows the whole, and no group, when only all together are enough', () => {
    const whole = releaseOf([
      { id: 'a', kind: 'department', counts: [[2, 1, 0]] },
      { id: 'b', kind: 'department', counts: [[1, 1, 1]] },
    ]);
    assert.equal(shown(whole).length, 0);
    assert.deepEqual(whole.total, {
      respondents: 6,
      answers: [{ driverId: 'd-0', good: 3, couldBeBetter: 2, notWorking: 1 }],
    });
  });

  it('says only "the most of them" when all but one answered alike, and counts them so in the total', () => {
    const most = releaseOf([
      { id: 'a', kind: 'department', counts: [[5, 1, 0]] },
      { id: 'b', kind: 'department', counts: [[0, 2, 4]] },
    ]);
    assert.deepEqual(most.groups[0]?.answers, [{ driverId: 'd-0', mostly: 'good' }]);
    assert.deepEqual(most.groups[1]?.answers, [{ driverId: 'd-0', good: 0, couldBeBetter: 2, notWorking: 4 }]);
    assert.deepEqual(most.total?.answers, [{ driverId: 'd-0', good: 6, couldBeBetter: 2, notWorking: 4 }]);
  });

  it('hides the small partners as one when they protect a small department', () => {
    const taken = releaseOf([
      { id: 'x', kind: 'department', counts: [[1, 0, 0]] },
      { id: 'y', kind: 'department', counts: [[3, 3, 1]] },
      { id: 'p', kind: 'partner', counts: [[1, 2, 0]] },
      { id: 'q', kind: 'partner', counts: [[1, 1, 0]] },
    ]);
    assert.deepEqual(taken.groups.slice(2), [
      { partyIds: ['p', 'q'], label: 'otherPartners', hidden: 'protectsOthers' },
    ]);
    assert.equal(taken.groups[1]?.respondents, 7);
  });

  it('takes in the first by id when two are equally small', () => {
    const tied = releaseOf([
      { id: 'c', kind: 'department', counts: fine },
      { id: 'b', kind: 'department', counts: fine },
      { id: 'a', kind: 'department', counts: [[1, 0, 0]] },
    ]);
    assert.deepEqual(hiddenAs(tied, 'protectsOthers'), ['b']);
  });

  it('lists departments first, then partners, each in the order of the space', () => {
    const listed = releaseOf([
      { id: 'p', kind: 'partner', counts: fine },
      { id: 'b', kind: 'department', counts: fine },
      { id: 'q', kind: 'partner', counts: [[0, 0, 0]] },
      { id: 'a', kind: 'department', counts: fine },
    ]);
    assert.deepEqual(
      listed.groups.flatMap((group) => group.partyIds),
      ['b', 'a', 'p', 'q'],
    );
  });

  it('wants more people when the space does, and never fewer than five', () => {
    const parties = [
      { id: 'a', kind: 'department', counts: [[3, 2, 1]] },
      { id: 'b', kind: 'department', counts: [[4, 3, 2]] },
      { id: 'c', kind: 'department', counts: [[2, 2, 0]] },
    ] as const;
    assert.deepEqual(hiddenAs(releaseOf(parties, { smallestGroup: 8 }), 'tooFew'), ['a', 'c']);
    for (const smallestGroup of [0, 1, -3, Number.NaN]) {
      assert.deepEqual(hiddenAs(releaseOf(parties, { smallestGroup }), 'tooFew'), ['c']);
    }
  });

  it('counts people of a party that has left the space in the whole only', () => {
    const left = releaseOf(
      [
        { id: 'a', kind: 'department', counts: fine },
        { id: 'b', kind: 'department', counts: [[3, 3, 3]] },
        { id: 'gone', kind: 'partner', counts: [[2, 0, 0]] },
      ],
      { parties: [party('a'), party('b')] },
    );
    assert.equal(left.total?.respondents, 16);
    assert.deepEqual(hiddenAs(left, 'protectsOthers'), ['a']);
    assert.equal(JSON.stringify(left).includes('gone'), false);
  });

  it('leaves out a check-in that was cut off in storage', () => {
    const cut = release({
      roundId: 'r1',
      drivers: [driver('d-0')],
      parties: [party('a')],
      checkIns: Array.from({ length: 6 }, (_, n) => ({
        partyId: 'a',
        answers: n === 0 ? [] : [{ driverId: 'd-0', answer: n < 3 ? 'good' : 'notWorking' } as const],
      })),
      shuffle: (items) => items,
    });
    assert.equal(cut.total?.respondents, 5);
  });
});

describe('the sentences of a release', () => {
  const withNotes = (writers: number, changes = {}) =>
    release({
      roundId: 'r1',
      drivers: [driver('d-0'), driver('d-1')],
      parties: [party('a')],
      checkIns: Array.from({ length: 14 }, (_, n) => ({
        partyId: 'a',
        answers: [
          { driverId: 'd-0', answer: 'good', note: n < writers ? `zin ${n}` : '   ' },
          { driverId: 'd-1', answer: 'good' },
        ] as const,
      })),
      shuffle: (items) => [...items].reverse(),
      ...changes,
    });

  it('are shown from ten writers on a driver, shuffled', () => {
    assert.deepEqual(withNotes(9).notes, []);
    const { notes } = withNotes(10);
    assert.equal(notes.length, 1);
    assert.equal(notes[0]?.driverId, 'd-0');
    assert.deepEqual(
      notes[0]?.sentences,
      Array.from({ length: 10 }, (_, n) => `zin ${9 - n}`),
    );
  });

  it('need more writers when the space wants so, and never fewer than ten', () => {
    assert.deepEqual(withNotes(11, { smallestSentences: 12 }).notes, []);
    assert.deepEqual(withNotes(9, { smallestSentences: 1 }).notes, []);
  });

  it('stay away when nothing else is shown', () => {
    assert.deepEqual(withNotes(14, { smallestGroup: 15 }).notes, []);
  });
});
