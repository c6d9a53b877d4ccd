import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { daysIn, daysOf, nameOf } from '../../../src/widgets/results/parts/report-period';

describe('the period of a report', () => {
  it('is of this quarter up to today', () => {
    assert.deepEqual(daysOf('thisQuarter', '2026-11-29'), { from: '2026-10-01', until: '2026-11-29' });
    assert.deepEqual(daysOf('thisQuarter', '2026-01-01'), { from: '2026-01-01', until: '2026-01-01' });
  });

  it('is of the whole last quarter, also over new year', () => {
    assert.deepEqual(daysOf('lastQuarter', '2026-11-29'), { from: '2026-07-01', until: '2026-09-30' });
    assert.deepEqual(daysOf('lastQuarter', '2026-02-10'), { from: '2025-10-01', until: '2025-12-31' });
  });

  it('is of half a year, also where the month then was shorter', () => {
    assert.deepEqual(daysOf('halfYear', '2026-11-29'), { from: '2026-05-30', until: '2026-11-29' });
    assert.deepEqual(daysOf('halfYear', '2026-08-31'), { from: '2026-03-01', until: '2026-08-31' });
    assert.deepEqual(daysOf('halfYear', '2028-08-30'), { from: '2028-03-01', until: '2028-08-30' });
    assert.deepEqual(daysOf('halfYear', '2026-03-15'), { from: '2025-09-16', until: '2026-03-15' });
  });

  it('is known by its name again, or is one of own dates', () => {
    assert.equal(nameOf(daysOf('lastQuarter', '2026-11-29'), '2026-11-29'), 'lastQuarter');
    assert.equal(nameOf({ from: '2026-10-02', until: '2026-11-29' }, '2026-11-29'), 'own');
  });

  it('comes out of an address, when it is one', () => {
    assert.deepEqual(daysIn(['report', '2026-07-01', '2026-09-30']), { from: '2026-07-01', until: '2026-09-30' });
    for (const path of [
      ['report'],
      ['report', '2026-07-01'],
      ['report', '2026-09-30', '2026-07-01'],
      ['report', '2026-02-30', '2026-07-01'],
      ['report', '2016-07-01', '2026-07-01'],
      ['report', 'kept', 'k1'],
    ])
      assert.equal(daysIn(path), undefined, path.join('/'));
  });
});
