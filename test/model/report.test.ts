import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { driver, round } from './made';
import { countedDays, figuresOf } from '../../src/model/figures';
import { findPeriodErrors, movementsOf, resultIn } from '../../src/model/report';
import type { ReleasedRound } from '../../src/model/report-types';
import type { Result, ResultStatus } from '../../src/model/result-types';
import { firstSentence } from '../../src/model/text';

const by = { partyId: 'werk', jobTitle: 'adviseur' };
const result = (publishedOn: string | undefined, statuses: [on: string, status: ResultStatus][]): Result => ({
  ...{ id: 'r1', title: '', whatIsDifferent: '', forWhom: '', stillNeeded: '', experienceIds: [], agendaItemIds: [] },
  ...{ driverIds: [], partyIds: [], audience: 'everyone', createdByPartyId: 'werk', createdOn: '', changedOn: '' },
  ...{ measurements: [], status: statuses.at(-1)?.[1] ?? 'interim', version: 1 },
  ...(publishedOn && { publication: { on: publishedOn, reason: '', by } }),
  history: statuses.map(([on, status], index) => ({ on, by, kind: index === 0 ? 'drafted' : 'status', status })),
});
const PERIOD = { from: '2026-02-01', until: '2026-02-28' };

describe('a result in a report', () => {
  it('is as it was at the end of the period', () => {
    const changed = result('2026-01-01', [
      ['2026-01-01', 'firstSign'],
      ['2026-02-28', 'interim'],
      ['2026-03-01', 'reached'],
    ]);
    assert.equal(resultIn(changed, PERIOD)?.status, 'interim');
    assert.equal(resultIn(changed, { ...PERIOD, until: '2026-02-27' })?.status, 'firstSign');
    assert.equal(resultIn(changed, PERIOD)?.history.length, 2);
  });

  it('is not there before it was published', () => {
    assert.equal(resultIn(result(undefined, [['2026-01-01', 'interim']]), PERIOD), undefined);
    assert.equal(resultIn(result('2026-03-01', [['2026-01-01', 'interim']]), PERIOD), undefined);
    assert.ok(resultIn(result('2026-02-28', [['2026-01-01', 'interim']]), PERIOD));
  });

  it('is not there any more when it was stopped before, unless it went on or was published only then', () => {
    const stopped: [string, ResultStatus][] = [
      ['2026-01-01', 'interim'],
      ['2026-01-31', 'stopped'],
    ];
    assert.equal(resultIn(result('2026-01-02', stopped), PERIOD), undefined);
    assert.ok(resultIn(result('2026-01-02', [...stopped, ['2026-02-03', 'interim']]), PERIOD));
    assert.equal(resultIn(result('2026-01-02', [...stopped, ['2026-03-03', 'interim']]), PERIOD), undefined);
    assert.ok(resultIn(result('2026-02-01', stopped), PERIOD));
    assert.ok(
      resultIn(
        result('2026-01-02', [
          ['2026-01-01', 'interim'],
          ['2026-02-01', 'stopped'],
        ]),
        PERIOD,
      ),
    );
    // Drafted as what was stopped, and published long ago.
    assert.equal(resultIn(result('2026-01-02', [['2026-01-01', 'stopped']]), PERIOD), undefined);
  });
});

describe('a period', () => {
  it('is of one day at least, and three years at most', () => {
    assert.deepEqual(findPeriodErrors({ from: '2026-02-01', until: '2026-02-01' }), []);
    assert.deepEqual(findPeriodErrors({ from: '2024-01-01', until: '2026-12-31' }), []);
    assert.deepEqual(findPeriodErrors({ from: '2024-01-01', until: '2027-01-01' }), [
      { pointer: '/until', code: 'tooLate' },
    ]);
    assert.deepEqual(findPeriodErrors({ from: '2026-02-02', until: '2026-02-01' }), [
      { pointer: '/until', code: 'tooEarly' },
    ]);
  });
});

describe('the movements of the balls', () => {
  it('are of who gave to whom, most first, and not what was only offered or returned', () => {
    const { between, accepted, offered } = movementsOf(
      [
        { kind: 'accepted', fromPartyId: 'a', toPartyId: 'b', times: 1 },
        { kind: 'taken', toPartyId: 'b', times: 2 },
        { kind: 'accepted', fromPartyId: 'b', toPartyId: 'a', times: 2 },
        { kind: 'offered', fromPartyId: 'a', toPartyId: 'c', times: 9 },
        { kind: 'returned', fromPartyId: 'c', toPartyId: 'a', times: 9 },
      ],
      0,
    );
    assert.deepEqual(between, [
      { toPartyId: 'b', times: 2 },
      { fromPartyId: 'b', toPartyId: 'a', times: 2 },
      { fromPartyId: 'a', toPartyId: 'b', times: 1 },
    ]);
    assert.deepEqual([accepted, offered], [3, 9]);
  });
});

describe('the figures', () => {
  const released = (number: number, shares: Record<string, number> | undefined): ReleasedRound => ({
    round: round({ id: `r${String(number)}`, number, drivers: [driver('d-1'), driver('d-2')] }),
    release: {
      ...{ roundId: `r${String(number)}`, groups: [], notes: [] },
      ...(shares && {
        total: {
          respondents: 10,
          answers: Object.entries(shares).map(([driverId, good]) => ({
            ...{ driverId, good, couldBeBetter: 10 - good, notWorking: 0 },
          })),
        },
      }),
    },
  });
  const driverOf = (...releases: ReleasedRound[]) => figuresOf('2026-03-02', new Map(), releases).driver;

  it('ask for days a week apart, and for the day thirty days ago', () => {
    const days = countedDays('2026-03-02');
    assert.equal(days.length, 13);
    assert.deepEqual([days[0], days.at(-2), days.at(-1)], ['2025-12-15', '2026-02-23', '2026-03-02']);
    assert.ok(days.includes('2026-01-31'));
  });

  it('say which driver has the least good, with how it went before', () => {
    const found = driverOf(
      released(3, { 'd-1': 5, 'd-2': 4 }),
      released(2, { 'd-1': 1, 'd-2': 9 }),
      released(1, { 'd-1': 2 }),
    );
    assert.deepEqual(found, {
      ...{ driverId: 'd-2', name: 'd-2', good: 40, before: 90, trend: [90, 40], roundNumber: 3 },
    });
  });

  it('pass over a round of which nothing was shown, and have no driver before there is one', () => {
    assert.equal(driverOf(), undefined);
    assert.equal(driverOf(released(1, undefined)), undefined);
    const found = driverOf(released(2, undefined), released(1, { 'd-1': 3, 'd-2': 4 }));
    assert.deepEqual([found?.roundNumber, found?.good, found?.before], [1, 30, undefined]);
  });
});

describe('the first sentence of a text', () => {
  it('ends at a full stop that a space follows, a line break, or where there is no more room', () => {
    assert.equal(firstSentence('We belden. Toen niet.'), 'We belden.');
    assert.equal(firstSentence('Om 9.30 uur belden we! Echt.'), 'Om 9.30 uur belden we!');
    assert.equal(firstSentence('‘Hardop zeggen helpt.’ Zei zij.'), '‘Hardop zeggen helpt.’');
    assert.equal(firstSentence('Zonder punt\nen verder.'), 'Zonder punt');
    assert.equal(firstSentence(''), '');
    assert.equal([...firstSentence('é'.repeat(500))].length, 240);
  });
});
