import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRecurrence } from '../../src/model/recurrence';

describe('a rule by which a session comes again', () => {
  for (const rule of [
    'FREQ=DAILY;INTERVAL=2',
    'FREQ=WEEKLY;BYDAY=MO,TH',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=10',
    'FREQ=MONTHLY',
    'FREQ=MONTHLY;INTERVAL=3',
    'FREQ=MONTHLY;BYDAY=1WE',
    'FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231',
    'FREQ=MONTHLY;BYMONTHDAY=15,-1',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  ])
    it(`is ${rule}`, () => assert.equal(isRecurrence(rule), true));

  for (const rule of [
    'FREQ=SECONDLY',
    'FREQ=YEARLY',
    'FREQ=MONTHLY;BYDAY=9MO',
    'FREQ=MONTHLY;BYMONTHDAY=99',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=MONTHLY;BYSETPOS=9',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=1MO',
    'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=1MO;BYDAY=2TU',
    'FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=2',
  ])
    it(`is not ${rule}, which never comes or too often`, () => assert.equal(isRecurrence(rule), false));
});
