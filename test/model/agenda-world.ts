/** One item and its ball among several parties: what anybody does with it, and what must be so afterwards. */
import assert from 'node:assert/strict';
import { assertExplained } from './agenda-explained';
import { ADMIN, CORE, NOW, PARTIES, PARTNER_CORE, WELZIJN, WERK, WONEN, ZORG, ball, item } from './agenda-made';
import { stranger } from './made';
import type { AgendaItem, Ball, BallMove, Handover, ItemAudience } from '../../src/model/agenda-types';
import {
  closeItem,
  pauseItem,
  refusePartiesWithBalls,
  reopenItem,
  resumeItem,
  saveItem,
} from '../../src/model/agenda-item';
import { expireOffer, isClosed, moveBall, partySees } from '../../src/model/ball';
import type { Moved } from '../../src/model/ball';
import { SamenError } from '../../src/model/errors';
import { toDay } from '../../src/model/today';
import type { Id, Party, Viewer } from '../../src/model/types';

export const PEOPLE: readonly Viewer[] = [WERK, ZORG, WELZIJN, WONEN, CORE, PARTNER_CORE, ADMIN, stranger];

export type Act = 'pause' | 'resume' | 'finish' | 'stop' | 'reopen';
export const ACTS: readonly Act[] = ['pause', 'resume', 'finish', 'stop', 'reopen'];

export type Action =
  | { kind: 'move'; by: Viewer; move: BallMove; toPartyId?: Id; onBehalfOf?: Id }
  | { kind: 'act'; by: Viewer; act: Act }
  | { kind: 'read'; by: Viewer; audience: ItemAudience }
  | { kind: 'wait'; days: number }
  | { kind: 'log' }
  | { kind: 'leave'; partyId: Id };

export interface Standing {
  item: AgendaItem;
  ball: Ball;
  log: readonly Handover[];
  parties: readonly Party[];
  now: Date;
}

export const BEGUN: Standing = {
  item: item({ status: 'idea', participations: [] }),
  ball: ball(),
  log: [],
  parties: PARTIES,
  now: NOW,
};

const DAY_MS = 86_400_000;
let lines = 0;
const newId = () => `line-${String((lines += 1))}`;

/** How it stands after this. Throws what the model throws. */
export function done(standing: Standing, action: Action): Standing {
  const { item: before, ball: held, parties, now } = standing;
  const at = { now, today: toDay(now.toISOString()) };
  switch (action.kind) {
    case 'wait':
      return { ...standing, now: new Date(now.getTime() + action.days * DAY_MS) };
    case 'log': {
      const expired = expireOffer(before, held, { now, newId });
      return expired ? { ...standing, ball: expired.ball, log: [...standing.log, expired.handover] } : standing;
    }
    case 'leave': {
      const balls = [held.holderId, held.offer?.toPartyId].filter((id) => id === action.partyId);
      refusePartiesWithBalls(balls as Id[], [before]);
      return { ...standing, parties: parties.filter(({ id }) => id !== action.partyId) };
    }
    case 'read': {
      const { by, audience } = action;
      const words = { title: before.title, question: before.question, driverIds: [], topics: before.topics };
      const state = {
        previous: { item: before, ball: held },
        viewer: there(by, parties),
        parties,
        phases: [],
        drivers: [],
      };
      return { ...standing, ...saveItem({ id: before.id, ...words, audience }, { ...state, ...at }) };
    }
    default: {
      const situation = { item: before, ball: held, viewer: there(action.by, parties), parties, newId, ...at };
      const moved = action.kind === 'act' ? acted(action.act, situation) : moveBall(...typed(action), situation);
      return { ...standing, item: moved.item, ball: moved.ball, log: [...standing.log, ...moved.handovers] };
    }
  }
}

function typed({ move, toPartyId, onBehalfOf }: Extract<Action, { kind: 'move' }>) {
  const input = {
    reason: 'Daarom',
    nextStep: 'Bellen',
    ...(toPartyId && { toPartyId }),
    ...(onBehalfOf && { onBehalfOf }),
  };
  return [move, input] as const;
}

function acted(act: Act, situation: Parameters<typeof closeItem>[2]): Moved {
  switch (act) {
    case 'pause':
      return pauseItem('Zomer', situation);
    case 'resume':
      return resumeItem(situation);
    case 'reopen':
      return reopenItem(situation);
    default:
      return closeItem(act === 'finish' ? 'done' : 'stopped', 'Daarom', situation);
  }
}

/** Nobody of a party that left is a member any more. */
function there(who: Viewer, parties: readonly Party[]): Viewer {
  const { member, party: _party, ...rest } = who;
  return member && parties.some(({ id }) => id === member.partyId) ? who : rest;
}

/** The refusal in words, or how it stands then; anything thrown that is no refusal fails. */
export function tried(standing: Standing, action: Action): Standing | string {
  try {
    return done(standing, action);
  } catch (error) {
    assert.ok(error instanceof SamenError, String(error));
    return error.reason ?? error.kind;
  }
}

/** What is so of every ball, however it got there. */
export function assertSound({ item: one, ball: held, log, parties }: Standing): void {
  const { holderId, offer } = held;
  if (isClosed(one)) assert.deepEqual([holderId, offer], [undefined, undefined], 'a closed item has no ball');
  if (offer) {
    assert.ok(holderId, 'an offer has a holder');
    assert.notEqual(offer.toPartyId, holderId, 'nobody offers to themselves');
    assert.notEqual(one.status, 'paused', 'what rests is not offered');
  }
  for (const party of [holderId, offer?.toPartyId])
    if (party) assert.ok(partySees(parties, party, one.audience), `${party} cannot read what they are to do`);
  if (holderId) {
    const joins = one.participations.find(({ partyId }) => partyId === holderId);
    assert.equal(joins?.as, 'doing', 'whoever has the ball is doing');
    assert.notEqual(one.status, 'idea', 'an idea that somebody took up runs');
  }
  assert.equal(held.version, log.length + 1, 'no ball changes without a line');
  for (const { kind, by, onBehalfOf, reason } of log) {
    assert.equal(by === undefined, kind === 'expired', 'only time does something by itself');
    if (onBehalfOf) assert.ok(reason, 'who acts for another says why');
  }
  assertExplained(held, log);
}
