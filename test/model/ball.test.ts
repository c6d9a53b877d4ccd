import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ADMIN,
  CORE,
  NOW,
  PARTNER_CORE,
  TODAY,
  WELZIJN,
  WERK,
  WONEN,
  ZORG,
  ball,
  item,
  offer,
  situation,
} from './agenda-made';
import { stranger } from './made';
import { refused, refusedFields } from './refused';
import type { Ball, BallMove } from '../../src/model/agenda-types';
import { ballState, expireOffer, isSoAlready, lapsesAt, moveBall, movesFor } from '../../src/model/ball';
import type { MoveInput } from '../../src/model/ball';
import type { ConflictReason } from '../../src/model/errors';
import type { Viewer } from '../../src/model/types';

const LONG_AGO = '2026-02-23T10:00:00.000Z';

/** Welzijn holds it; in some states Wonen was offered it by somebody of Welzijn, now or more than seven days ago. */
const STATES: Record<string, Ball> = {
  nobody: ball(),
  held: ball({ holderId: 'welzijn' }),
  offered: ball({ holderId: 'welzijn', offer: offer('wonen', { byPersonId: 'welzijn-2' }) }),
  lapsed: ball({ holderId: 'welzijn', offer: offer('wonen', { byPersonId: 'welzijn-2', offeredAt: LONG_AGO }) }),
};
const INPUT: MoveInput = { reason: 'Daarom', toPartyId: 'werk', nextStep: 'Bellen', dueOn: '2026-03-09' };

type Outcome = 'ok' | 'forbidden' | ConflictReason;
/** The table of DOMAIN.md: what comes of a move by the holder, by whom it was offered to, and by another. */
const TABLE: Record<BallMove, Record<string, [holder: Outcome, offered: Outcome, other: Outcome]>> = {
  take: {
    nobody: ['ok', 'ok', 'ok'],
    held: ['ballIsHeld', 'ballIsHeld', 'ballIsHeld'],
    offered: ['ballIsHeld', 'ballIsHeld', 'ballIsHeld'],
    lapsed: ['ballIsHeld', 'ballIsHeld', 'ballIsHeld'],
  },
  progress: {
    nobody: ['nobodyHolds', 'nobodyHolds', 'nobodyHolds'],
    held: ['ok', 'forbidden', 'forbidden'],
    offered: ['ok', 'forbidden', 'forbidden'],
    lapsed: ['ok', 'forbidden', 'forbidden'],
  },
  offer: {
    nobody: ['nobodyHolds', 'nobodyHolds', 'nobodyHolds'],
    held: ['ok', 'forbidden', 'forbidden'],
    offered: ['offerIsOpen', 'forbidden', 'forbidden'],
    lapsed: ['ok', 'forbidden', 'forbidden'],
  },
  release: {
    nobody: ['nobodyHolds', 'nobodyHolds', 'nobodyHolds'],
    held: ['ok', 'forbidden', 'forbidden'],
    offered: ['offerIsOpen', 'forbidden', 'forbidden'],
    lapsed: ['ok', 'forbidden', 'forbidden'],
  },
  accept: {
    nobody: ['noOffer', 'noOffer', 'noOffer'],
    held: ['noOffer', 'noOffer', 'noOffer'],
    offered: ['forbidden', 'ok', 'forbidden'],
    lapsed: ['forbidden', 'ok', 'forbidden'],
  },
  return: {
    nobody: ['noOffer', 'noOffer', 'noOffer'],
    held: ['noOffer', 'noOffer', 'noOffer'],
    offered: ['forbidden', 'ok', 'forbidden'],
    lapsed: ['forbidden', 'ok', 'forbidden'],
  },
  withdraw: {
    nobody: ['noOffer', 'noOffer', 'noOffer'],
    held: ['noOffer', 'noOffer', 'noOffer'],
    offered: ['ok', 'forbidden', 'forbidden'],
    lapsed: ['ok', 'forbidden', 'forbidden'],
  },
};

const move = (name: BallMove, who: Viewer, state: Ball, input: MoveInput = INPUT, changes = {}) =>
  moveBall(name, input, situation(who, { ball: state, ...changes }));

describe('a ball', () => {
  for (const [name, states] of Object.entries(TABLE) as [BallMove, (typeof TABLE)[BallMove]][]) {
    for (const [state, outcomes] of Object.entries(states)) {
      it(`that is ${state} is moved by who may, and refused to others: ${name}`, () => {
        [WELZIJN, WONEN, ZORG].forEach((who, index) => {
          const outcome = outcomes[index];
          const known = STATES[state] as Ball;
          const work = () => move(name, who, known);
          if (outcome === 'ok') assert.equal(work().ball.version, known.version + 1);
          else if (outcome === 'forbidden') refused(work, 'forbidden');
          else refused(work, 'conflict', outcome);
        });
      });

      it(`that is ${state} says to each what they may do with it: ${name}`, () => {
        [WELZIJN, WONEN, ZORG].forEach((who, index) => {
          const may = movesFor(who, item(), STATES[state] as Ball, NOW).includes(name);
          assert.equal(may, outcomes[index] === 'ok', `${name} by ${who.personId}`);
        });
      });
    }
  }

  it('is not moved while its item is paused, closed or not for whoever tries', () => {
    for (const name of Object.keys(TABLE) as BallMove[]) {
      const held = STATES['offered'] as Ball;
      for (const who of [WELZIJN, WONEN, CORE]) {
        refused(() => move(name, who, held, INPUT, { item: item({ status: 'paused' }) }), 'conflict', 'itemPaused');
        refused(() => move(name, who, held, INPUT, { item: item({ status: 'done' }) }), 'conflict', 'itemClosed');
        refused(() => move(name, who, held, INPUT, { item: item({ status: 'stopped' }) }), 'conflict', 'itemClosed');
        for (const status of ['paused', 'done'] as const)
          assert.deepEqual(movesFor(who, item({ status }), held, NOW), []);
      }
      refused(() => move(name, WELZIJN, held, INPUT, { item: item({ audience: 'internal' }) }), 'notFound');
      refused(() => move(name, stranger, held), 'notFound');
      refused(() => move(name, ADMIN, held), 'forbidden');
    }
  });
});

describe('whoever takes a ball', () => {
  const taken = move('take', ZORG, ball({ nextStep: 'Iemand vinden' }), { nextStep: 'Bellen', dueOn: '2026-03-09' });

  it('has it from now on, with what comes next', () => {
    assert.deepEqual(taken.ball, {
      id: 'i1',
      holderId: 'zorg',
      nextStep: 'Bellen',
      dueOn: '2026-03-09',
      heldSinceAt: NOW.toISOString(),
      movedAt: NOW.toISOString(),
      version: 2,
    });
  });

  it('is doing, and so an idea runs', () => {
    const idea = item({ status: 'idea', participations: [{ partyId: 'zorg', as: 'watching' }] });
    const { item: next } = move('take', ZORG, ball(), {}, { item: idea });
    assert.equal(next.status, 'running');
    assert.deepEqual(next.participations, [{ partyId: 'zorg', as: 'doing' }]);
    // What two others edit of it meanwhile is not in their way.
    assert.equal(next.version, idea.version);
  });

  it('goes on with the next step that was written down, unless they say another', () => {
    assert.equal(move('take', ZORG, ball({ nextStep: 'Iemand vinden' }), {}).ball.nextStep, 'Iemand vinden');
  });

  it('stands in the log by party and job title, under the number that the ball had', () => {
    const [line] = taken.handovers;
    assert.deepEqual(
      { ...line, id: '' },
      {
        id: '',
        itemId: 'i1',
        number: 1,
        kind: 'taken',
        toPartyId: 'zorg',
        nextStep: 'Bellen',
        dueOn: '2026-03-09',
        by: { partyId: 'zorg', jobTitle: 'consulent' },
        at: NOW.toISOString(),
        audience: 'everyone',
      },
    );
  });
});

describe('an offer', () => {
  const held = ball({ holderId: 'welzijn', nextStep: 'Vragen', dueOn: '2026-03-01', jobTitle: 'opbouwwerker' });
  const input = { toPartyId: 'wonen', note: 'Jullie zien het huis', nextStep: 'Kijken', dueOn: '2026-03-10' };
  const offered = move('offer', WELZIJN, held, input);

  it('leaves the ball with the giver until it is accepted', () => {
    const { holderId, nextStep, dueOn } = offered.ball;
    assert.deepEqual([holderId, nextStep, dueOn], ['welzijn', 'Vragen', '2026-03-01']);
    assert.equal(ballState(item(), offered.ball, NOW), 'offered');
  });

  it('gives whoever accepts it what was offered, or what they say instead', () => {
    const accepted = move('accept', WONEN, offered.ball, {});
    const { holderId, nextStep, dueOn, jobTitle, offer: gone } = accepted.ball;
    assert.deepEqual(
      [holderId, nextStep, dueOn, jobTitle, gone],
      ['wonen', 'Kijken', '2026-03-10', undefined, undefined],
    );
    assert.ok(accepted.item.participations.some(({ partyId, as }) => partyId === 'wonen' && as === 'doing'));
    const otherwise = move('accept', WONEN, offered.ball, { nextStep: 'Bellen', dueOn: '2026-03-20' });
    assert.deepEqual([otherwise.ball.nextStep, otherwise.ball.dueOn], ['Bellen', '2026-03-20']);
  });

  it('is not made to oneself, to a party that left, or to one that cannot read the item', () => {
    const of =
      (toPartyId: string, changes = {}) =>
      () =>
        move('offer', WERK, ball({ holderId: 'werk' }), { toPartyId }, changes);
    refused(of('werk'), 'conflict', 'toItself');
    refused(of('weg'), 'conflict', 'toCannotSee');
    refused(of('welzijn', { item: item({ audience: 'internal' }) }), 'conflict', 'toCannotSee');
    assert.ok(of('zorg', { item: item({ audience: 'internal' }) })());
  });

  it('is not accepted by whoever made it, even for the other party', () => {
    const byCore = move('offer', CORE, held, { ...input, onBehalfOf: 'welzijn', reason: 'Op vakantie' });
    refused(() => move('accept', CORE, byCore.ball, { onBehalfOf: 'wonen', reason: 'Afgesproken' }), 'forbidden');
    const other = move('accept', PARTNER_CORE, byCore.ball, { onBehalfOf: 'wonen', reason: 'Afgesproken' });
    assert.equal(other.ball.holderId, 'wonen');
  });

  it('goes back with a reason, or is taken back without', () => {
    refused(() => move('return', WONEN, offered.ball, {}), 'invalid');
    const back = move('return', WONEN, offered.ball, { reason: 'Geen plek' });
    assert.deepEqual([back.ball.holderId, back.ball.offer], ['welzijn', undefined]);
    assert.deepEqual([back.handovers[0]?.kind, back.handovers[0]?.reason], ['returned', 'Geen plek']);
    const taken = move('withdraw', WELZIJN, offered.ball, {});
    assert.deepEqual([taken.ball.holderId, taken.ball.offer], ['welzijn', undefined]);
  });

  it('lapses after seven days to the second, and can still be accepted: late', () => {
    const until = new Date(lapsesAt({ offeredAt: NOW.toISOString() }));
    assert.equal(until.toISOString(), '2026-03-09T10:00:00.000Z');
    assert.equal(ballState(item(), offered.ball, new Date(until.getTime() - 1)), 'offered');
    assert.equal(ballState(item(), offered.ball, until), 'lapsed');
    const late = move('accept', WONEN, offered.ball, {}, { now: until, today: '2026-03-09' });
    assert.equal(late.ball.holderId, 'wonen');
    assert.equal(late.handovers[0]?.isLate, true);
    assert.equal(move('accept', WONEN, offered.ball, {}).handovers[0]?.isLate, undefined);
  });

  it('that lapsed is told in the log once, and moves nothing', () => {
    const parts = { now: new Date('2026-03-09T10:00:00Z'), newId: () => 'line' };
    assert.equal(expireOffer(item(), offered.ball, { ...parts, now: NOW }), undefined);
    const expired = expireOffer(item(), offered.ball, parts);
    assert.equal(expired?.handover.kind, 'expired');
    assert.equal(expired.handover.by, undefined);
    assert.equal(expired.ball.movedAt, offered.ball.movedAt);
    assert.equal(ballState(item(), expired.ball, parts.now), 'lapsed');
    assert.equal(expireOffer(item(), expired.ball, parts), undefined);
    // Once offered anew, the log may tell it again.
    const again = move('offer', WELZIJN, expired.ball, input, parts);
    assert.ok(expireOffer(item(), again.ball, { ...parts, now: new Date('2026-03-16T10:00:00Z') }));
  });
});

describe('progress', () => {
  const held = ball({ holderId: 'welzijn', nextStep: 'Vragen', dueOn: '2026-02-20', movedAt: LONG_AGO });

  it('changes what is said, leaves the rest, and counts as moving', () => {
    const { ball: next } = move('progress', WELZIJN, held, { note: 'Gebeld', nextStep: 'Opschrijven' });
    assert.deepEqual([next.nextStep, next.dueOn, next.movedAt], ['Opschrijven', '2026-02-20', NOW.toISOString()]);
    assert.equal(move('progress', WELZIJN, held, { nextStep: '' }).ball.nextStep, undefined);
  });

  it('leaves an offer as it is', () => {
    const { ball: next } = move('progress', WELZIJN, STATES['offered'] as Ball, { note: 'Gebeld' });
    assert.deepEqual(next.offer, (STATES['offered'] as Ball).offer);
  });
});

describe('a date', () => {
  const held = ball({ holderId: 'welzijn', dueOn: '2026-02-20' });
  const due = (dueOn: string) => () => move('progress', WELZIJN, held, { dueOn });

  it('is not in the past, and not beyond all measure', () => {
    assert.deepEqual(refusedFields(due('2026-03-01')), ['/dueOn tooEarly']);
    assert.deepEqual(refusedFields(due('9999-12-31')), ['/dueOn tooLate']);
    assert.equal(due(TODAY)().ball.dueOn, TODAY);
  });

  it('that was there already may be sent along', () => {
    assert.equal(due('2026-02-20')().ball.dueOn, '2026-02-20');
  });
});

describe('acting for a party', () => {
  const held = ball({ holderId: 'wonen' });
  const input = { onBehalfOf: 'wonen', nextStep: 'Bellen' };

  it('is for the core team, with a reason, and stands in the log as such', () => {
    refused(() => move('progress', WELZIJN, held, { ...input, reason: 'Ziek' }), 'forbidden');
    assert.deepEqual(
      refusedFields(() => move('progress', CORE, held, input)),
      ['/reason required'],
    );
    const [line] = move('progress', CORE, held, { ...input, reason: 'Ziek' }).handovers;
    assert.deepEqual([line?.onBehalfOf, line?.reason, line?.by?.partyId], ['wonen', 'Ziek', 'werk']);
  });

  it('is no more than the party itself may do', () => {
    const forOther = { ...input, onBehalfOf: 'zorg', reason: 'Ziek' };
    refused(() => move('progress', CORE, held, forOther), 'forbidden');
    refused(
      () => move('take', CORE, ball(), { ...forOther, onBehalfOf: 'wonen' }, { item: item({ audience: 'internal' }) }),
      'conflict',
      'toCannotSee',
    );
    refused(() => move('take', CORE, ball(), { ...forOther, onBehalfOf: 'weg' }), 'conflict', 'toCannotSee');
  });

  it('needs neither for their own', () => {
    const [line] = move('take', WERK, ball(), { onBehalfOf: 'werk' }).handovers;
    assert.equal(line?.onBehalfOf, undefined);
  });
});

describe('a move that comes too late', () => {
  const of = (name: BallMove, now: Ball, party: string, input: MoveInput = {}) => isSoAlready(name, input, now, party);

  it('is nobody’s concern when what it wanted is so', () => {
    assert.ok(of('accept', ball({ holderId: 'wonen' }), 'wonen'));
    assert.ok(of('take', ball({ holderId: 'wonen' }), 'wonen'));
    assert.ok(of('offer', STATES['offered'] as Ball, 'welzijn', { toPartyId: 'wonen' }));
    assert.ok(of('return', STATES['held'] as Ball, 'wonen'));
    assert.ok(of('withdraw', STATES['held'] as Ball, 'welzijn'));
    assert.ok(of('release', ball(), 'wonen'));
  });

  it('is told when it is not', () => {
    assert.ok(!of('accept', ball({ holderId: 'zorg' }), 'wonen'));
    assert.ok(!of('take', ball({ holderId: 'zorg' }), 'wonen'));
    assert.ok(!of('offer', STATES['offered'] as Ball, 'welzijn', { toPartyId: 'zorg' }));
    assert.ok(!of('return', ball({ holderId: 'wonen' }), 'wonen'));
    assert.ok(!of('withdraw', ball({ holderId: 'wonen' }), 'welzijn'));
    assert.ok(!of('progress', ball({ holderId: 'wonen' }), 'wonen'));
  });
});
