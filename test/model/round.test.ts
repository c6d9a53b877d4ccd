import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  checkIn,
  closeRound,
  earliestClosing,
  isDue,
  lastClosed,
  mayCloseRound,
  openRound,
  participationInFives,
} from '../../src/model/round';
import type { OpenRoundState } from '../../src/model/round';
import type { CheckIn, CheckInAnswer } from '../../src/model/types';
import { driver, intention, round } from './made';
import { refused, refusedFields } from './refused';

const every28 = { roundIntervalDays: 28 };
const tryingOut = { roundIntervalDays: 0 };
const closed = round({ id: 'r0', number: 4, closesOn: '2026-02-15', closedOn: '2026-02-20' });

describe('opening a round', () => {
  const open = (closesOn: string, state: Partial<OpenRoundState> = {}) =>
    openRound(
      { id: 'r1', closesOn },
      { intention: intention(), rounds: [], settings: every28, memberCount: 23, today: '2026-03-01', ...state },
    );

  it('fixes its closing day, freezes its drivers and numbers it', () => {
    const asked = intention(4);
    const opened = open('2026-03-20', {
      intention: asked,
      rounds: [closed, round({ closedOn: '2026-01-01', number: 3 })],
    });
    asked.drivers[0] = driver('another');
    assert.equal(opened.number, 5);
    assert.equal(opened.closesOn, '2026-03-20');
    assert.equal(opened.openedOn, '2026-03-01');
    assert.deepEqual(
      opened.drivers.map(({ id }) => id),
      ['d-1', 'd-2', 'd-3', 'd-4'],
    );
    assert.deepEqual(opened.participation, { about: 0, of: 23, on: '2026-03-01' });
    assert.equal(opened.closedOn, undefined);
  });

  it('is refused while another is open', () =>
    refused(() => open('2026-04-01', { rounds: [closed, round()] }), 'conflict', 'roundIsOpen'));

  it('needs an intention with 3 to 8 drivers', () => {
    refused(() => open('2026-04-01', { intention: null }), 'conflict', 'noIntention');
    refused(() => open('2026-04-01', { intention: intention(2) }), 'conflict', 'driverCount');
    refused(() => open('2026-04-01', { intention: intention(9) }), 'conflict', 'driverCount');
    assert.equal(open('2026-04-01', { intention: intention(8) }).drivers.length, 8);
  });

  it('keeps 28 days between two closings', () => {
    refused(() => open('2026-03-19', { rounds: [closed] }), 'conflict', 'tooSoonAfterLast');
    assert.equal(open('2026-03-20', { rounds: [closed] }).closesOn, '2026-03-20');
    assert.equal(open('2026-03-01', { rounds: [closed], settings: tryingOut }).closesOn, '2026-03-01');
    assert.equal(earliestClosing([closed], every28, '2026-03-01'), '2026-03-20');
    assert.equal(earliestClosing([closed], every28, '2026-06-01'), '2026-06-01');
  });

  it('cannot close in the past, nor on a day that does not exist', () => {
    refused(() => open('2026-02-28'), 'conflict', 'closesTooSoon');
    refused(() => open('2026-02-28', { settings: tryingOut }), 'conflict', 'closesTooSoon');
    assert.deepEqual(
      refusedFields(() => open('2026-02-30')),
      ['/closesOn format'],
    );
  });
});

describe('closing a round', () => {
  it('waits for its closing day', () => {
    refused(() => closeRound(round(), undefined, '2026-03-14', every28), 'conflict', 'closesTooSoon');
    assert.equal(mayCloseRound(round(), undefined, '2026-03-14', every28), false);
    const done = closeRound(round(), undefined, '2026-03-15', every28);
    assert.equal(done.closedOn, '2026-03-15');
    assert.equal(done.version, 2);
  });

  it('may be done any day when one is trying out', () => {
    assert.equal(mayCloseRound(round(), closed, '2026-03-01', tryingOut), true);
  });

  it('is never done twice', () =>
    refused(() => closeRound(closed, undefined, '2026-05-01', tryingOut), 'conflict', 'roundIsClosed'));

  it('is not done within 28 days of the last, whatever day was stored', () => {
    refused(() => closeRound(round(), closed, '2026-03-15', every28), 'conflict', 'tooSoonAfterLast');
    assert.equal(mayCloseRound(round(), closed, '2026-03-20', every28), true);
  });

  it('is due from its last day', () => {
    assert.equal(isDue(round(), '2026-03-14'), false);
    assert.equal(isDue(round(), '2026-03-15'), true);
    assert.equal(isDue(closed, '2026-03-15'), false);
  });

  it('finds the round that closed last', () => {
    assert.equal(lastClosed([round({ number: 9 }), closed, round({ number: 2, closedOn: '2025-01-01' })])?.number, 4);
    assert.equal(lastClosed([round()]), undefined);
  });
});

describe('how many took part', () => {
  it('moves in fives, and once a day', () => {
    const first = participationInFives(9, 30, undefined, '2026-03-02');
    assert.deepEqual(first, { about: 5, of: 30, on: '2026-03-02' });
    assert.deepEqual(participationInFives(12, 31, first, '2026-03-02'), first);
    assert.deepEqual(participationInFives(12, 31, first, '2026-03-03'), { about: 10, of: 31, on: '2026-03-03' });
    assert.deepEqual(participationInFives(12, 31, first, '2026-03-01'), first);
  });

  it('is never more than who did', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), (count) => {
        const { about } = participationInFives(count, 500, undefined, '2026-03-02');
        assert.ok(about <= count && about > count - 5 && about % 5 === 0);
      }),
    );
  });
});

describe('a check-in', () => {
  const good = (driverId: string): CheckInAnswer => ({ driverId, answer: 'good' });
  const whole = [good('d-1'), good('d-2'), good('d-3')];
  const save = (answers: CheckInAnswer[], previous?: CheckIn, changes = {}) =>
    checkIn(answers, { round: round(changes), previous, personId: 'afd-werk-1', partyId: 'afd-werk' });

  it('answers every driver of the round once', () => {
    const saved = save([good('d-3'), { ...good('d-1'), note: ' Het gaat beter. ' }, { ...good('d-2'), note: '  ' }]);
    assert.deepEqual(saved, {
      roundId: 'r1',
      personId: 'afd-werk-1',
      partyId: 'afd-werk',
      answers: [{ driverId: 'd-1', answer: 'good', note: 'Het gaat beter.' }, good('d-2'), good('d-3')],
      version: 1,
    });
  });

  it('is refused with all that is wrong at once', () => {
    assert.deepEqual(
      refusedFields(() => save(whole.slice(1))),
      ['/answers required'],
    );
    assert.deepEqual(
      refusedFields(() => save([...whole, good('d-9')])),
      ['/answers/3/driverId unknown'],
    );
    assert.deepEqual(
      refusedFields(() => save([...whole, good('d-1')])),
      ['/answers/3/driverId duplicate'],
    );
    const note = 'a\u202Eb';
    const answer = 'great' as 'good';
    assert.deepEqual(
      refusedFields(() =>
        save([
          { driverId: 'd-1', answer },
          { ...good('d-2'), note },
          { ...good('d-3'), note: 'x'.repeat(5001) },
        ]),
      ),
      ['/answers/0/answer unknown', '/answers/1/note controlCharacters', '/answers/2/note tooLong'],
    );
  });

  it('can be changed, and keeps the party of the first time', () => {
    const first: CheckIn = { roundId: 'r1', personId: 'afd-werk-1', partyId: 'afd-beleid', answers: whole, version: 4 };
    const next = save([{ driverId: 'd-1', answer: 'notWorking' }, good('d-2'), good('d-3')], first);
    assert.equal(next.partyId, 'afd-beleid');
    assert.equal(next.version, 5);
    assert.equal(next.answers[0]?.answer, 'notWorking');
  });

  it('is refused once the round is closed, whatever is in it', () => {
    refused(() => save(whole, undefined, { closedOn: '2026-03-15' }), 'conflict', 'roundIsClosed');
    refused(() => save([], undefined, { closedOn: '2026-03-15' }), 'conflict', 'roundIsClosed');
  });
});
