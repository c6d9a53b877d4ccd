import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareGroups, share, shownGroup, trend } from '../../src/model/trend';
import type { Release } from '../../src/model/types';
import { releaseOf } from './release-made';

const before = releaseOf([
  { id: 'a', kind: 'department', counts: [[2, 2, 1]] },
  { id: 'p', kind: 'partner', counts: [[2, 1, 0]] },
  { id: 'q', kind: 'partner', counts: [[0, 1, 2]] },
]);
const after = releaseOf([
  { id: 'a', kind: 'department', counts: [[4, 2, 2]] },
  { id: 'p', kind: 'partner', counts: [[5, 3, 0]] },
  { id: 'q', kind: 'partner', counts: [[1, 1, 3]] },
]);
const nothing: Release = { roundId: 'r0', groups: [{ partyIds: ['a'], label: '', hidden: 'tooFew' }], notes: [] };

describe('a trend', () => {
  it('gives the share of good for the whole space, round by round', () => {
    assert.deepEqual(
      trend([before, after], 'd-0', 'total').map((point) => point.share),
      [4 / 11, 10 / 21],
    );
  });

  it('gives no share where nothing was shown, or the driver was not asked', () => {
    assert.deepEqual(trend([nothing], 'd-0', 'total'), [{ roundId: 'r0' }]);
    assert.deepEqual(trend([nothing], 'd-0', ['a']), [{ roundId: 'r0' }]);
    assert.equal(trend([before], 'd-7', 'total')[0]?.share, undefined);
  });

  it('compares only groups of the very same parties', () => {
    assert.equal(shownGroup(before, ['p', 'q'])?.label, 'otherPartners');
    assert.equal(shownGroup(before, ['q', 'p'])?.label, 'otherPartners');
    assert.equal(shownGroup(after, ['p', 'q']), undefined);
    assert.equal(shownGroup(before, ['p']), undefined);
    assert.deepEqual(compareGroups(before, after, 'd-0'), [{ partyIds: ['a'], before: 2 / 5, after: 4 / 8 }]);
    assert.deepEqual(compareGroups(nothing, after, 'd-0'), []);
  });

  it('takes "the most of them" as all of them', () => {
    assert.equal(share({ driverId: 'd', mostly: 'good' }, 6), 1);
    assert.equal(share({ driverId: 'd', mostly: 'notWorking' }, 6), 0);
    assert.equal(share({ driverId: 'd', good: 3, couldBeBetter: 2, notWorking: 1 }, 6), 0.5);
    assert.equal(share({ driverId: 'd', good: 0, couldBeBetter: 0, notWorking: 0 }, 0), 0);
  });
});
