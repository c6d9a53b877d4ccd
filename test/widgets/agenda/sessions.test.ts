import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemOf, sessionOf } from '../../server/matrix/agenda-world';
import type { AgendaItemView, Method, SessionView, Signal } from '../../../src/model/agenda-types';
import { afresh, clockWords, leftOf, paused, spentOf, started } from '../../../src/widgets/agenda/parts/session-clock';
import { beginOf, comingOf, heldOf, laterBegins, withWaiting } from '../../../src/widgets/agenda/parts/session-known';
import { minutesTogether, moved, stepsOf, toggled } from '../../../src/widgets/agenda/parts/session-programme';
import {
  beginRun,
  followInput,
  heldAt,
  heldInput,
  itemInput,
  withOthers,
} from '../../../src/widgets/agenda/parts/run-state';
import { beginWalk, done, movedCount, silentOf } from '../../../src/widgets/agenda/parts/silent-walk';
import type { PendingWrite } from '../../../src/client/types';

const NOW = new Date('2026-11-24T10:00:00.000Z');
const session = (changes: Partial<SessionView> = {}): SessionView => ({
  ...sessionOf('everyone', { id: 's1', title: 'Terugkijken' }),
  status: 'planned',
  startsAt: '2026-11-24T09:00:00.000Z',
  nextStartsAt: [],
  ...changes,
});
const method = (minutes: number, ...steps: (number | undefined)[]): Method => ({
  ...{ id: 'm', name: 'Balrondje', minutes, group: '4 tot 8', basis: '', yields: '', version: 1 },
  steps: steps.map((each, at) => ({ text: `stap ${String(at + 1)}`, ...(each !== undefined && { minutes: each }) })),
});
const minutesOf = (...methods: Method[]) => stepsOf(methods, 60, 'alles').map(({ minutes }) => minutes);

describe('the clock of a step', () => {
  it('counts only while it runs', () => {
    const first = started({ spentMs: 0 }, 1_000);
    assert.equal(spentOf(first, 4_000), 3_000);
    const still = paused(first, 4_000);
    assert.equal(spentOf(still, 60_000), 3_000);
    assert.equal(spentOf(started(still, 100_000), 102_000), 5_000);
    assert.equal(started(first, 9_000), first, 'starting twice changes nothing');
  });

  it('never counts back when the clock of the machine is put back', () => {
    assert.equal(spentOf(started({ spentMs: 500 }, 10_000), 4_000), 500);
  });

  it('begins anew for the next step, and runs when that of the one before ran', () => {
    assert.deepEqual(afresh(started({ spentMs: 7 }, 1), 5), { startedAt: 5, spentMs: 0 });
    assert.deepEqual(afresh({ spentMs: 7 }, 5), { spentMs: 0 });
  });

  it('says nothing is left only when nothing is', () => {
    assert.equal(clockWords(leftOf({ spentMs: 1 }, 4, 0)), '4:00');
    assert.equal(clockWords(1), '0:01');
    assert.equal(clockWords(0), '0:00');
    assert.equal(clockWords(61_000), '1:01');
  });
});

describe('the steps of a session', () => {
  it('divide what a method does not say over the rest of its time, in whole minutes that are all of it', () => {
    assert.deepEqual(minutesOf(method(15, undefined, undefined, undefined, undefined)), [3, 4, 4, 4]);
    assert.deepEqual(minutesOf(method(25, 2, undefined, undefined)), [2, 11, 12]);
    assert.deepEqual(minutesOf(method(12, 1, 2, 4, 5)), [1, 2, 4, 5]);
    assert.deepEqual(minutesOf(method(3, 5, undefined, undefined)), [5, 1, 1], 'each has a minute at least');
  });

  it('are one, as long as the session, without a method', () => {
    assert.deepEqual(stepsOf([], 45, 'alles'), [{ method: '', text: 'alles', minutes: 45 }]);
    assert.equal(minutesTogether([method(15, 1), method(20, 1)]), 35);
  });

  it('keep their order when one is added, taken away or moved', () => {
    assert.deepEqual(toggled(['a', 'b'], 'c', true), ['a', 'b', 'c']);
    assert.deepEqual(toggled(['a', 'b'], 'a', false), ['b']);
    assert.deepEqual(moved(['a', 'b', 'c'], 2, -1), ['a', 'c', 'b']);
    assert.deepEqual(moved(['a', 'b', 'c'], 0, 1), ['b', 'a', 'c']);
  });
});

describe('sessions as they are known', () => {
  it('say which of them are on their way', () => {
    const pending = [
      { entity: 'session:s1', status: 'waiting' },
      { entity: 'session:s2', status: 'refused' },
    ] as PendingWrite[];
    const all = withWaiting([session(), session({ id: 's2' }), session({ id: 's3' })], pending);
    assert.deepEqual(
      all.map(({ isWaiting }) => isWaiting),
      [true, undefined, undefined],
    );
  });

  it('come in their order: the soonest first, of what was the last', () => {
    const all = [
      session({ id: 'later', nextStartsAt: ['2026-12-20T09:00:00.000Z'] }),
      session({ id: 'soon', nextStartsAt: ['2026-12-01T09:00:00.000Z'] }),
      session({ id: 'old', status: 'held', startsAt: '2026-01-01T09:00:00.000Z' }),
      session({ id: 'new', status: 'held', startsAt: '2026-10-01T09:00:00.000Z' }),
    ];
    assert.deepEqual(
      comingOf(all, NOW).map(({ id }) => id),
      ['soon', 'later'],
    );
    assert.deepEqual(
      heldOf(all).map(({ id }) => id),
      ['new', 'old'],
    );
  });

  it('are reckoned here where the backend unrolls nothing', () => {
    const weekly = session({ recurrence: 'FREQ=WEEKLY' });
    assert.equal(beginOf(weekly, NOW), '2026-12-01T09:00:00.000Z');
    assert.deepEqual(laterBegins(weekly, NOW, 2), ['2026-12-08T09:00:00.000Z', '2026-12-15T09:00:00.000Z']);
    assert.deepEqual(laterBegins(session(), NOW), []);
  });
});

describe('a session that was held', () => {
  const run = { ...beginRun(session(), new Date('2026-11-24T09:05:00.000Z')), attendees: ' 9 ' };

  it('was at the time it was planned for, also when one begins late or a little early', () => {
    assert.equal(heldAt(session(), '2026-11-24T09:05:00.000Z'), '2026-11-24T09:00:00.000Z');
    assert.equal(heldAt(session(), '2026-11-24T08:30:00.000Z'), '2026-11-24T09:00:00.000Z');
    const weekly = session({ recurrence: 'FREQ=WEEKLY', startsAt: '2026-11-03T09:00:00.000Z' });
    assert.equal(heldAt(weekly, '2026-11-24T09:05:00.000Z'), '2026-11-24T09:00:00.000Z');
  });

  it('was when one began, when that was long before', () => {
    assert.equal(heldAt(session(), '2026-11-20T09:00:00.000Z'), '2026-11-20T09:00:00.000Z');
  });

  it('was held once: what recurs is the one that follows, with nothing in it', () => {
    const weekly = session({ recurrence: 'FREQ=WEEKLY', methodIds: ['m'], agendaItemIds: ['a'], place: 'Stadhuis' });
    const held = heldInput(weekly, run);
    assert.deepEqual([held.status, held.recurrence, held.attendees, held.version], ['held', undefined, 9, 1]);
    const next = followInput(weekly, run);
    assert.equal(next?.startsAt, '2026-12-01T09:00:00.000Z');
    assert.deepEqual([next.id, next.version, next.status, next.place], [run.followId, 0, 'planned', 'Stadhuis']);
    assert.deepEqual([next.methodIds, next.agendaItemIds, next.attendees], [[], [], undefined]);
    assert.equal(followInput(session(), run), undefined);
    assert.equal(followInput({ ...weekly, status: 'held' }, run), undefined, 'writing it up later plans nothing');
  });

  it('follows by what the server unrolled, where the rule is another', () => {
    const other = session({ recurrence: 'FREQ=DAILY', nextStartsAt: ['2026-11-25T09:00:00.000Z'] });
    assert.equal(followInput(other, run)?.startsAt, '2026-11-25T09:00:00.000Z');
  });

  it('leaves out lines in which nobody typed', () => {
    const agreements = [
      { id: '1', text: ' ', isDone: false },
      { id: '2', text: 'Bellen', isDone: true },
    ];
    assert.deepEqual(
      heldInput(session(), { ...run, agreements }).agreements.map(({ id }) => id),
      ['2'],
    );
  });

  it('keeps what others wrote up meanwhile, and not what was taken away here', () => {
    const mine = { id: 'mine', text: 'Van hier', isDone: false };
    const theirs = { id: 'theirs', text: 'Van elders', isDone: false };
    const together = withOthers({ ...run, agreements: [mine] }, session({ agreements: [theirs] }));
    assert.deepEqual(together.agreements, [mine, theirs]);
    const without = { ...together, agreements: [mine] };
    assert.deepEqual(withOthers(without, session({ agreements: [theirs] })).agreements, [mine]);
  });

  it('makes of a long agreement an item whose title fits', () => {
    const text = 'é'.repeat(250);
    const item = itemInput({ id: '1', text, isDone: false }, session(), 'f1');
    assert.equal([...item.title].length, 200);
    assert.deepEqual([item.question, item.phaseId, item.sessionId], [text, 'f1', 's1']);
    assert.equal(
      itemInput({ id: '1', text: ' Kort\n en goed ', isDone: false }, session(), undefined).title,
      'Kort en goed',
    );
  });
});

describe('the round of silent balls', () => {
  const item = (id: string, signal?: Signal) => ({ ...itemOf(id), ...(signal && { signal }) }) as AgendaItemView;
  const items = [
    item('still', { kind: 'still', days: 20 }),
    item('alike', { kind: 'overlap', otherId: 'still' }),
    item('long', { kind: 'still', days: 40 }),
    item('nobody', { kind: 'nobody', days: 1 }),
    item('fine'),
  ];

  it('takes the worst first, of those what lies longest, and leaves out what only looks alike', () => {
    assert.deepEqual(
      silentOf(items).map(({ id }) => id),
      ['nobody', 'long', 'still'],
    );
  });

  it('says of a ball that moved nothing less afterwards', () => {
    let walk = beginWalk(items, 0);
    walk = done(walk, 'nobody', 'took');
    walk = done(walk, 'nobody', 'progressed');
    walk = done(walk, 'nobody', 'talked');
    assert.equal(walk.did['nobody']?.what, 'took');
    walk = done(walk, 'nobody', 'offered', 'welzijn');
    assert.deepEqual(walk.did['nobody'], { what: 'offered', toPartyId: 'welzijn' });
    walk = done(walk, 'long', 'talked');
    assert.equal(movedCount(walk), 1);
  });
});
