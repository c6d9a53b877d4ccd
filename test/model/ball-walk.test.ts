/** Every state that a ball can come to, by every move of everybody: none is unsound, and out of each there is a way. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { ACTS, BEGUN, PEOPLE, assertSound, done, tried } from './agenda-world';
import type { Action, Standing } from './agenda-world';
import { PARTIES } from './agenda-made';
import { BALL_MOVES } from '../../src/model/agenda-types';
import { ballState, isClosed, movesFor, partySees } from '../../src/model/ball';
import { OFFER_LAPSES_DAYS } from '../../src/model/limits';

const ids = PARTIES.map(({ id }) => id);

/** Whatever may be tried, by whomever: each party for itself, and the core team for each. */
const ACTIONS: readonly Action[] = PEOPLE.flatMap((by): Action[] => [
  ...[undefined, ...ids].flatMap((onBehalfOf) =>
    BALL_MOVES.flatMap((move) =>
      (move === 'offer' ? ids : [undefined]).map((toPartyId): Action => {
        return { kind: 'move', by, move, ...(toPartyId && { toPartyId }), ...(onBehalfOf && { onBehalfOf }) };
      }),
    ),
  ),
  ...ACTS.map((act): Action => ({ kind: 'act', by, act })),
  { kind: 'read', by, audience: 'internal' },
  { kind: 'read', by, audience: 'everyone' },
]);

/** What tells one state from another; who takes part and what was said does not. */
function keyOf({ item, ball, now }: Standing): string {
  const { holderId, offer } = ball;
  const offered = offer && [offer.toPartyId, offer.byPersonId, offer.isExpiryLogged];
  return JSON.stringify([item.status, item.audience, ballState(item, ball, now), holderId, offered]);
}

const states = new Map<string, Standing>();
const ways = new Map<string, Set<string>>();

before(() => {
  const waiting = [BEGUN];
  states.set(keyOf(BEGUN), BEGUN);
  for (let standing = waiting.pop(); standing; standing = waiting.pop()) {
    const from = keyOf(standing);
    const to = new Set<string>();
    const { ball } = standing;
    const time: Action[] = ball.offer ? [{ kind: 'wait', days: OFFER_LAPSES_DAYS }, { kind: 'log' }] : [];
    for (const action of [...ACTIONS, ...time]) {
      const next = tried(standing, action);
      if (typeof next === 'string') continue;
      assertSound(next);
      const key = keyOf(next);
      to.add(key);
      if (states.has(key)) continue;
      states.set(key, next);
      waiting.push(next);
    }
    ways.set(from, to);
  }
});

/** The states from which one of these can be reached. */
function leadingTo(isThere: (standing: Standing) => boolean): Set<string> {
  const reach = new Set([...states].flatMap(([key, standing]) => (isThere(standing) ? [key] : [])));
  for (let grew = true; grew;) {
    grew = false;
    for (const [from, to] of ways)
      if (!reach.has(from) && [...to].some((key) => reach.has(key))) {
        reach.add(from);
        grew = true;
      }
  }
  return reach;
}

describe('all that can become of a ball', () => {
  it('is walked through: open and closed, for departments and for all, offered by each to each', () => {
    const seen = new Set(
      [...states.values()].map(({ item, ball: { holderId, offer }, ball, now }) =>
        [item.audience, ballState(item, ball, now), holderId, offer?.toPartyId].join(' ').trim(),
      ),
    );
    for (const audience of ['internal', 'everyone'] as const) {
      for (const state of ['nobody', 'none']) assert.ok(seen.has(`${audience} ${state}`), `${audience} ${state}`);
      const readers = PARTIES.filter(({ id }) => partySees(PARTIES, id, audience));
      for (const { id: holder } of readers) {
        assert.ok(seen.has(`${audience} held ${holder}`), `${audience}, held by ${holder}`);
        for (const { id: other } of readers.filter(({ id }) => id !== holder))
          for (const state of ['offered', 'lapsed'])
            assert.ok(
              seen.has(`${audience} ${state} ${holder} ${other}`),
              `${audience}, ${state} by ${holder} to ${other}`,
            );
      }
    }
  });

  it('leaves no dead end: from everywhere a party can have the ball, and the item can be done', () => {
    const everything = [...states.keys()].sort();
    for (const { id } of PARTIES) {
      const isTheirs = ({ ball }: Standing) => ball.holderId === id && !ball.offer;
      assert.deepEqual([...leadingTo(isTheirs)].sort(), everything, `${id} can come to have it`);
    }
    assert.deepEqual([...leadingTo(({ item }) => item.status === 'done')].sort(), everything);
  });

  it('leaves something to do for somebody who is not of the core team, while it is open and goes on', () => {
    for (const [key, { item, ball, now }] of states) {
      if (isClosed(item) || item.status === 'paused') continue;
      const may = PEOPLE.filter(({ member }) => member?.role === 'member').flatMap((who) =>
        movesFor(who, item, ball, now),
      );
      assert.ok(may.length > 0, key);
    }
  });

  it('says to everybody just what they may do with it, as long as they can read it', () => {
    for (const [key, standing] of states) {
      const { item, ball, now } = standing;
      for (const by of PEOPLE) {
        const isReader = item.audience === 'everyone' || by.party?.kind === 'department';
        if (!by.member || !isReader) continue;
        const said = movesFor(by, item, ball, now);
        for (const move of BALL_MOVES) {
          const outcomes = (move === 'offer' ? ids : [undefined]).map((toPartyId) =>
            tried(standing, { kind: 'move', by, move, ...(toPartyId && { toPartyId }) }),
          );
          const isPossible = outcomes.some((outcome) => typeof outcome !== 'string');
          assert.equal(said.includes(move), isPossible, `${by.personId} ${move} ${key} ${outcomes.join(' ')}`);
        }
      }
    }
  });

  it('is never for who is no member, no admin’s to move, and of no partner’s knowing when it is internal', () => {
    for (const standing of states.values())
      for (const action of ACTIONS) {
        if (!('by' in action)) continue;
        const { member, party } = action.by;
        if (!member) assert.equal(tried(standing, action), 'notFound');
        else if (member.role === 'admin') assert.equal(tried(standing, action), 'forbidden');
        else if (party?.kind === 'partner' && standing.item.audience === 'internal')
          assert.equal(tried(standing, action), 'notFound');
      }
  });

  it('goes with no party: who has a ball or is offered one stays, and who has none may leave', () => {
    for (const standing of states.values())
      for (const partyId of ids) {
        const { holderId, offer } = standing.ball;
        const has = partyId === holderId || partyId === offer?.toPartyId;
        const left = tried(standing, { kind: 'leave', partyId });
        if (has) assert.equal(left, 'partyHasBall');
        else assertSound(left as Standing);
      }
  });

  it('begins with a ball that nobody has', () => {
    assertSound(BEGUN);
    assert.equal(done(BEGUN, { kind: 'log' }), BEGUN);
  });
});
