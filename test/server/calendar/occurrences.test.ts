import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { occurrencesOf } from '../../../src/server/calendar/occurrences';
import { wallClockOf, zonedMoment } from '../../../src/model/wall-clock';

const AMSTERDAM = 'Europe/Amsterdam';
const within = (from: string, until: string, atMost = 100) => ({
  ...{ from: new Date(from), until: new Date(until), timeZone: AMSTERDAM, atMost },
});
/** Its local hour and minute, as people read it. */
const shown = (moment: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: AMSTERDAM, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(moment),
  );

describe('a session that comes again', () => {
  it('begins at the same time on the clock, in summer and in winter', () => {
    const found = occurrencesOf(
      { startsAt: '2026-03-18T09:30:00.000Z', recurrence: 'FREQ=WEEKLY;COUNT=4' },
      within('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
    );
    assert.deepEqual(found, [
      '2026-03-18T09:30:00.000Z',
      '2026-03-25T09:30:00.000Z',
      '2026-04-01T08:30:00.000Z',
      '2026-04-08T08:30:00.000Z',
    ]);
    const autumn = occurrencesOf(
      { startsAt: '2026-10-22T08:30:00.000Z', recurrence: 'FREQ=WEEKLY;COUNT=2' },
      within('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
    );
    assert.deepEqual(autumn.map(shown), ['2026-10-22 10:30', '2026-10-29 10:30']);
  });

  it('stays on its day of the week when the clock makes another day of it in Greenwich', () => {
    // A quarter past midnight on Thursdays: Wednesday in Greenwich, all year.
    const found = occurrencesOf(
      { startsAt: '2026-03-11T23:15:00.000Z', recurrence: 'FREQ=WEEKLY;BYDAY=TH;COUNT=4' },
      within('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
    );
    assert.deepEqual(found.map(shown), [
      '2026-03-12 00:15',
      '2026-03-19 00:15',
      '2026-03-26 00:15',
      '2026-04-02 00:15',
    ]);
  });

  it('takes the first of an hour that comes twice, and goes on after one that is missing', () => {
    const clock = (text: string) => zonedMoment(new Date(`${text}Z`), AMSTERDAM).toISOString();
    assert.equal(clock('2026-10-25T02:30:00'), '2026-10-25T00:30:00.000Z');
    assert.equal(clock('2026-03-29T02:30:00'), '2026-03-29T01:30:00.000Z');
    for (let hour = 0; hour < 24 * 366; hour += 1) {
      const moment = new Date(Date.UTC(2026, 0, 1, hour, 15));
      const wall = wallClockOf(moment, AMSTERDAM);
      const back = wallClockOf(zonedMoment(wall, AMSTERDAM), AMSTERDAM);
      assert.equal(back.toISOString(), wall.toISOString());
    }
  });

  it('is the last Tuesday of a month, also of a month that ends on one', () => {
    const found = occurrencesOf(
      { startsAt: '2026-01-27T09:00:00.000Z', recurrence: 'FREQ=MONTHLY;BYDAY=-1TU' },
      within('2026-02-01T00:00:00Z', '2026-04-30T00:00:00Z'),
    );
    assert.deepEqual(found.map(shown), ['2026-02-24 10:00', '2026-03-31 10:00', '2026-04-28 10:00']);
  });

  it('gives no more than was asked, and nothing from before', () => {
    const rule = { startsAt: '2020-01-01T09:00:00.000Z', recurrence: 'FREQ=DAILY' };
    const found = occurrencesOf(rule, within('2026-03-02T09:30:00Z', '2030-01-01T00:00:00Z', 12));
    assert.equal(found.length, 12);
    assert.equal(found[0], '2026-03-03T09:00:00.000Z');
  });

  it('is only itself by a rule that nobody could wait for, or read', () => {
    const rules = [
      'FREQ=SECONDLY',
      'FREQ=DAILY;BYSETPOS=2',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'nonsense',
      'FREQ=WEEKLY;BYDAY=XX',
      '',
    ];
    const began = performance.now();
    for (const recurrence of rules) {
      const found = occurrencesOf(
        { startsAt: '2026-03-18T09:30:00.000Z', recurrence },
        within('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
      );
      assert.deepEqual(found, ['2026-03-18T09:30:00.000Z'], recurrence);
    }
    assert.ok(performance.now() - began < 5_000);
  });
});
