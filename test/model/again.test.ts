import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { AGAIN, againOf, nextBegin, ruleOf } from '../../src/model/again';
import { isRecurrence } from '../../src/model/recurrence';
import { occurrencesOf } from '../../src/server/calendar/occurrences';

const DAY_MS = 86_400_000;
const shown = (moment: string | undefined) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(moment ?? Number.NaN),
  );

describe('how often a session comes again', () => {
  it('is said in words for every rule that was made from words, and for no other', () => {
    for (const again of AGAIN) {
      const rule = ruleOf(again, '2026-11-24T09:00:00.000Z');
      assert.equal(againOf(rule), again);
      assert.ok(rule === undefined || isRecurrence(rule), rule);
    }
    assert.equal(againOf('FREQ=MONTHLY'), 'monthly');
    for (const other of ['FREQ=DAILY', 'FREQ=WEEKLY;COUNT=3', 'FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=MONTHLY;INTERVAL=2']) {
      assert.equal(againOf(other), undefined, other);
      assert.equal(nextBegin({ startsAt: '2026-11-24T09:00:00.000Z', recurrence: other }, new Date()), undefined);
    }
  });

  it('keeps the day of the week in the month, and of a fifth makes the last', () => {
    assert.equal(ruleOf('monthly', '2026-11-10T09:00:00.000Z'), 'FREQ=MONTHLY;BYDAY=2TU');
    assert.equal(ruleOf('quarterly', '2026-12-29T09:00:00.000Z'), 'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TU');
    // A quarter past midnight on a Thursday: in Greenwich it is Wednesday still.
    assert.equal(ruleOf('monthly', '2026-03-11T23:15:00.000Z'), 'FREQ=MONTHLY;BYDAY=2TH');
  });

  it('keeps its hour on the wall when summer time ends and begins', () => {
    const next = (startsAt: string) =>
      shown(nextBegin({ startsAt, recurrence: ruleOf('weekly', startsAt) }, new Date(startsAt)));
    assert.equal(next('2026-10-22T08:30:00.000Z'), '2026-10-29 10:30');
    assert.equal(next('2027-03-25T09:30:00.000Z'), '2027-04-01 10:30');
  });

  it('skips a month that has no such day', () => {
    const session = { startsAt: '2027-01-31T09:00:00.000Z', recurrence: 'FREQ=MONTHLY' };
    assert.equal(shown(nextBegin(session, new Date('2027-02-01T00:00:00Z'))), '2027-03-31 10:00');
  });

  it('does not come again when it is once', () => {
    assert.equal(nextBegin({ startsAt: '2026-11-24T09:00:00.000Z' }, new Date('2020-01-01')), undefined);
  });

  it('is the same as where the server unrolls it, for any begin and moment', () => {
    const begin = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(begin, fc.constantFrom(...AGAIN), fc.integer({ min: 0, max: 8_000 }), (at, again, days) => {
        at.setUTCSeconds(0, 0);
        const startsAt = at.toISOString();
        const session = { startsAt, ...(again !== 'once' && { recurrence: ruleOf(again, startsAt) ?? '' }) };
        const after = new Date(at.getTime() + days * DAY_MS);
        const [expected] = occurrencesOf(session, {
          from: new Date(after.getTime() + 1),
          until: new Date(after.getTime() + 400 * DAY_MS),
          timeZone: 'Europe/Amsterdam',
          atMost: 1,
        });
        assert.equal(nextBegin(session, after), expected);
      }),
      { numRuns: 300 },
    );
  });
});
