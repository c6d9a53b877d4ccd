import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { BALLS, HOLDER, OFFERED, eventually, kindsOf, logOf, seedWith } from './agenda-kit';
import type { OpenState } from './agenda-kit';
import { ADMIN, CORE, PARTNER_CORE, TODAY, heldBy, itemBy, madeSeed, refused, send } from './kit';
import type { Home, OpenHome, Refusal } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import type { Input } from '../../../src/contract/operations';
import type { BallMove, HandoverKind } from '../../../src/model/agenda-types';
import type { ConflictReason } from '../../../src/model/errors';
import type { Id } from '../../../src/model/types';

const STATES = Object.keys(BALLS) as OpenState[];
const PEOPLE = { holder: 'wonen-3', offered: 'jeugd-2', other: 'beleid-2' } as const;
type Who = keyof typeof PEOPLE;

interface Rule {
  /** Who may, by the state of the ball. */
  by: Partial<Record<OpenState, readonly Who[]>>;
  /** Why nobody may, by the state. */
  refused: Partial<Record<OpenState, ConflictReason>>;
  becomes: { state: OpenState; holder: Id | 'acting' | undefined };
  kind: HandoverKind;
}
const ALL: readonly Who[] = ['holder', 'offered', 'other'];
const nobodyHolds = { nobody: 'nobodyHolds' } as const;
const noOffer = { nobody: 'noOffer', held: 'noOffer' } as const;

/** The table of DOMAIN.md. Where neither names a person, they are of the wrong party. */
const TABLE: Record<BallMove, Rule> = {
  take: {
    by: { nobody: ALL },
    refused: { held: 'ballIsHeld', offered: 'ballIsHeld', lapsed: 'ballIsHeld' },
    becomes: { state: 'held', holder: 'acting' },
    kind: 'taken',
  },
  progress: {
    by: { held: ['holder'], offered: ['holder'], lapsed: ['holder'] },
    refused: nobodyHolds,
    becomes: { state: 'held', holder: HOLDER },
    kind: 'progress',
  },
  offer: {
    by: { held: ['holder'], lapsed: ['holder'] },
    refused: nobodyHolds,
    becomes: { state: 'offered', holder: HOLDER },
    kind: 'offered',
  },
  release: {
    by: { held: ['holder'], lapsed: ['holder'] },
    refused: nobodyHolds,
    becomes: { state: 'nobody', holder: undefined },
    kind: 'released',
  },
  accept: {
    by: { offered: ['offered'], lapsed: ['offered'] },
    refused: noOffer,
    becomes: { state: 'held', holder: OFFERED },
    kind: 'accepted',
  },
  return: {
    by: { offered: ['offered'], lapsed: ['offered'] },
    refused: noOffer,
    becomes: { state: 'held', holder: HOLDER },
    kind: 'returned',
  },
  withdraw: {
    by: { offered: ['holder'], lapsed: ['holder'] },
    refused: noOffer,
    becomes: { state: 'held', holder: HOLDER },
    kind: 'withdrawn',
  },
};
const NAMES = {
  take: 'takeBall',
  progress: 'progressBall',
  offer: 'offerBall',
  release: 'releaseBall',
  accept: 'acceptBall',
  return: 'returnBall',
  withdraw: 'withdrawBall',
} as const satisfies Record<BallMove, string>;

const moving = (by: SpaceConnection, move: BallMove, id: Id, more: Partial<Input<'offerBall'>> = {}) =>
  send(by, NAMES[move], {
    id,
    version: 1,
    ...(move === 'offer' && { toPartyId: 'welzijn', note: 'Aan jullie' }),
    ...((move === 'return' || move === 'release') && { reason: 'Geen plek' }),
    ...more,
  } as Input<'offerBall'>);

export function ballsConformance(open: OpenHome): void {
  describe('the table of moves', () => {
    for (const [move, rule] of Object.entries(TABLE) as [BallMove, Rule][]) {
      for (const state of STATES) {
        it(`is kept for a ball that is ${state}: ${move}`, async () => {
          const home = await open(seedWith(ALL.map((id) => ({ id, ball: BALLS[state] }))), TODAY);
          for (const who of ALL) {
            const me = await home.as(PEOPLE[who]);
            const isOpenOffer = state === 'offered' && who === 'holder' && (move === 'offer' || move === 'release');
            const reason = isOpenOffer ? 'offerIsOpen' : rule.refused[state];
            const before = await me.read('getBall', { id: who });
            const may = rule.by[state]?.includes(who) ?? false;
            assert.equal(before.moves.includes(move), may, `${who} is told what they may do`);
            if (may) {
              const { becomes, kind } = rule;
              const after = await moving(me, move, who);
              const isStillOffered = move === 'progress' && state !== 'held';
              assert.equal(after.state, isStillOffered ? state : becomes.state);
              assert.equal(after.holderId, becomes.holder === 'acting' ? PEOPLE[who].split('-')[0] : becomes.holder);
              assert.equal(after.version, 2);
              assert.deepEqual(await me.read('getBall', { id: who }), after);
              assert.deepEqual(kindsOf(await logOf(me, who)), [kind]);
            } else {
              await refused(moving(me, move, who), reason ? { kind: 'conflict', reason } : 'forbidden');
              assert.deepEqual(await me.read('getBall', { id: who }), before);
              assert.deepEqual(await logOf(me, who), []);
            }
          }
        });
      }
    }

    it('is for no admin, and for nobody while the item is paused or closed', async () => {
      const items = (['paused', 'done', 'stopped'] as const).map((status) => ({
        id: status,
        ball: status === 'paused' ? BALLS.held : {},
        item: { status },
      }));
      const home = await open(seedWith([...items, { id: 'loopt', ball: BALLS.held }]), TODAY);
      const [holder, core, admin] = [await home.as('wonen-3'), await home.as(CORE), await home.as(ADMIN)];
      for (const move of Object.keys(NAMES) as BallMove[]) {
        await refused(moving(admin, move, 'loopt'), 'forbidden');
        for (const by of [holder, core]) {
          await refused(moving(by, move, 'paused'), { kind: 'conflict', reason: 'itemPaused' });
          await refused(moving(by, move, 'done'), { kind: 'conflict', reason: 'itemClosed' });
          await refused(moving(by, move, 'stopped'), { kind: 'conflict', reason: 'itemClosed' });
        }
      }
    });
  });

  describe('a ball', () => {
    let home: Home;
    let wonen: SpaceConnection;
    let jeugd: SpaceConnection;
    let core: SpaceConnection;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
      [wonen, jeugd, core] = await Promise.all([home.as('wonen-2'), home.as('jeugd-1'), home.as(CORE)]);
    });
    const offered = async (more: Partial<Input<'offerBall'>> = {}) => {
      const { ball } = await heldBy(wonen);
      const { id, version } = ball;
      return send(wonen, 'offerBall', { id, version, toPartyId: 'jeugd', note: 'Jullie kennen het gezin', ...more });
    };

    it('goes from party to party, with a log that tells who, what and in which order', async () => {
      const { id, version } = await offered({ nextStep: 'Het gezin bellen', dueOn: '2026-03-10', jobTitle: 'coach' });
      const accepted = await send(jeugd, 'acceptBall', { id, version, note: 'Doen we' });
      assert.deepEqual(
        [accepted.holderId, accepted.nextStep, accepted.dueOn, accepted.jobTitle, accepted.offer],
        ['jeugd', 'Het gezin bellen', '2026-03-10', 'coach', undefined],
      );
      const item = await wonen.read('getAgendaItem', { id });
      assert.ok(item.participations.some(({ partyId, as }) => partyId === 'jeugd' && as === 'doing'));
      const log = await logOf(wonen, id);
      assert.deepEqual(
        log.map(({ number, kind, fromPartyId, toPartyId, note, by }) => [
          ...[number, kind, fromPartyId, toPartyId, note, by?.partyId, by?.jobTitle],
        ]),
        [
          [1, 'taken', undefined, 'wonen', undefined, 'wonen', 'medewerker'],
          [2, 'offered', 'wonen', 'jeugd', 'Jullie kennen het gezin', 'wonen', 'medewerker'],
          [3, 'accepted', 'wonen', 'jeugd', 'Doen we', 'jeugd', 'medewerker'],
        ],
      );
      assert.doesNotMatch(JSON.stringify(log), /wonen-2|jeugd-1/, 'nobody by name');
    });

    it('does not tell by which person it was offered', async () => {
      const { id } = await offered();
      assert.doesNotMatch(JSON.stringify(await jeugd.read('getAgendaItem', { id })), /wonen-2/);
    });

    it('comes back with the reason', async () => {
      const { id, version } = await offered();
      await refused(send(jeugd, 'returnBall', { id, version, reason: ' ' }), {
        kind: 'invalid',
        fields: [{ pointer: '/reason', code: 'required' }],
      });
      const back = await send(jeugd, 'returnBall', { id, version, reason: 'Dit is voor Welzijn' });
      assert.deepEqual([back.state, back.holderId], ['held', 'wonen']);
      const last = (await logOf(wonen, id)).at(-1);
      assert.deepEqual([last?.kind, last?.reason], ['returned', 'Dit is voor Welzijn']);
    });

    it('is offered to another that reads the item, and to none that does not or is not there', async () => {
      const { ball, item } = await heldBy(wonen, { audience: 'internal' });
      const to = (toPartyId: Id) =>
        send(wonen, 'offerBall', { id: item.id, version: ball.version, toPartyId, note: 'Aan jullie' });
      await refused(to('wonen'), { kind: 'conflict', reason: 'toItself' });
      await refused(to('jeugd'), { kind: 'conflict', reason: 'toCannotSee' });
      await refused(to('weg'), { kind: 'conflict', reason: 'toCannotSee' });
      assert.equal((await to('beleid')).state, 'offered');
    });

    it('is not moved by whoever based it on another version; they are told how it stands', async () => {
      const { id, version } = await offered();
      const { holderId } = await send(jeugd, 'acceptBall', { id, version });
      assert.equal(holderId, 'jeugd');
      await refused(send(wonen, 'withdrawBall', { id, version }), {
        kind: 'stale',
        current: { holderId: 'jeugd', state: 'held', version: version + 1 },
      });
    });

    it('is taken by one when two try at once', async () => {
      const { id } = await itemBy(core);
      const results = await Promise.allSettled(
        [wonen, jeugd, core].map((by) => send(by, 'takeBall', { id, version: 1 })),
      );
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      assert.deepEqual(kindsOf(await logOf(core, id)), ['taken']);
    });

    it('is accepted once when two of the party do so at once', async () => {
      const { id, version } = await offered();
      const other = await home.as('jeugd-2');
      const results = await Promise.allSettled([jeugd, other].map((by) => send(by, 'acceptBall', { id, version })));
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      assert.deepEqual(kindsOf(await logOf(core, id)), ['taken', 'offered', 'accepted']);
    });

    it('is either accepted or withdrawn when both happen at once', async () => {
      const { id, version } = await offered();
      const results = await Promise.allSettled([
        send(jeugd, 'acceptBall', { id, version }),
        send(wonen, 'withdrawBall', { id, version }),
      ]);
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      const { holderId, offer } = await core.read('getBall', { id });
      assert.equal(offer, undefined);
      const last = (await logOf(core, id)).at(-1);
      assert.equal(holderId, last?.kind === 'accepted' ? 'jeugd' : 'wonen');
    });

    for (const [what, dueOn, code] of [
      ['a day that is over', '2026-03-01', 'tooEarly'],
      ['the year 20000', '20000-01-01', 'format'],
      ['the year 9999', '9999-12-31', 'tooLate'],
      ['a day that there is not', '2026-02-30', 'format'],
    ] as const) {
      it(`is for no date such as ${what}`, async () => {
        const { ball } = await heldBy(wonen);
        const { id, version } = ball;
        const refusal: Refusal = { kind: 'invalid', fields: [{ pointer: '/dueOn', code }] };
        await refused(send(wonen, 'progressBall', { id, version, dueOn }), refusal);
        await refused(send(wonen, 'offerBall', { id, version, dueOn, toPartyId: 'jeugd', note: 'x' }), refusal);
        assert.deepEqual(kindsOf(await logOf(wonen, id)), ['taken']);
      });
    }
  });

  describe('the core team', () => {
    let home: Home;
    let core: SpaceConnection;
    beforeEach(async () => {
      home = await open(seedWith(STATES.map((id) => ({ id, ball: BALLS[id] }))), TODAY);
      core = await home.as(CORE);
    });

    it('acts for a party, with a reason, and the log says so', async () => {
      const input = { id: 'held', version: 1, onBehalfOf: 'wonen', note: 'Gebeld' };
      await refused(send(await home.as('jeugd-1'), 'progressBall', { ...input, reason: 'Ziek' }), 'forbidden');
      await refused(send(core, 'progressBall', input), {
        kind: 'invalid',
        fields: [{ pointer: '/reason', code: 'required' }],
      });
      await send(core, 'progressBall', { ...input, reason: 'Ze zijn ziek' });
      const [line] = await logOf(core, 'held');
      assert.deepEqual(
        [line?.onBehalfOf, line?.reason, line?.by?.partyId, line?.toPartyId],
        ['wonen', 'Ze zijn ziek', 'beleid', 'wonen'],
      );
    });

    it('moves no ball alone from one party to another: who offered it does not accept it', async () => {
      const { version } = await send(core, 'offerBall', {
        ...{ id: 'held', version: 1, toPartyId: 'jeugd', note: 'Aan jullie', onBehalfOf: 'wonen', reason: 'Vakantie' },
      });
      const accept = { id: 'held', version, onBehalfOf: 'jeugd', reason: 'Afgesproken' };
      await refused(send(core, 'acceptBall', accept), 'forbidden');
      assert.equal((await send(await home.as(PARTNER_CORE), 'acceptBall', accept)).holderId, 'jeugd');
    });

    it('acts for no party that is not there', async () => {
      const input = { id: 'nobody', version: 1, onBehalfOf: 'weg', reason: 'Zomaar' };
      await refused(send(core, 'takeBall', input), { kind: 'conflict', reason: 'toCannotSee' });
    });
  });

  describe('an offer that nobody answers', () => {
    let home: Home;
    let wonen: SpaceConnection;
    let jeugd: SpaceConnection;
    let id: Id;
    let version: number;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
      [wonen, jeugd] = await Promise.all([home.as('wonen-2'), home.as('jeugd-1')]);
      const { ball } = await heldBy(wonen);
      id = ball.id;
      ({ version } = await send(wonen, 'offerBall', {
        id,
        version: ball.version,
        toPartyId: 'jeugd',
        note: 'Voor jou',
      }));
    });
    const logged = () =>
      eventually(
        () => logOf(wonen, id),
        (log) => log.at(-1)?.kind === 'expired',
      );

    it('waits for six days', async () => {
      home.moveTo('2026-03-08');
      const { state, offer } = await jeugd.read('getBall', { id });
      assert.deepEqual([state, offer?.lapsesAt], ['offered', '2026-03-09T10:00:00.000Z']);
      assert.deepEqual(kindsOf(await logOf(wonen, id)), ['taken', 'offered']);
    });

    it('lapses after seven: the giver has the ball, is told, and the log says it once', async () => {
      home.moveTo('2026-03-09');
      assert.equal((await jeugd.read('getBall', { id })).state, 'lapsed');
      const log = await logged();
      assert.deepEqual(kindsOf(log), ['taken', 'offered', 'expired']);
      assert.deepEqual([log[2]?.by, log[2]?.fromPartyId, log[2]?.toPartyId], [undefined, 'jeugd', 'wonen']);
      const item = await wonen.read('getAgendaItem', { id });
      assert.equal(item.ball.holderId, 'wonen');
      assert.deepEqual(item.signal, { kind: 'unanswered', days: 7 });
      await home.settled();
      assert.equal((await logOf(wonen, id)).length, 3);
    });

    it('is accepted late, which the log says', async () => {
      home.moveTo('2026-03-12');
      await logged();
      const { version: now } = await jeugd.read('getBall', { id });
      assert.equal((await send(jeugd, 'acceptBall', { id, version: now })).holderId, 'jeugd');
      const last = (await logOf(wonen, id)).at(-1);
      assert.deepEqual([last?.kind, last?.isLate], ['accepted', true]);
    });

    it('is accepted by who last looked before it lapsed: that time passed is nobody’s change', async () => {
      home.moveTo('2026-03-12');
      await logged();
      assert.equal((await send(jeugd, 'acceptBall', { id, version })).holderId, 'jeugd');
      assert.deepEqual(kindsOf(await logOf(wonen, id)), ['taken', 'offered', 'expired', 'accepted']);
    });

    it('is not accepted by who looked before something else was done with it', async () => {
      home.moveTo('2026-03-12');
      await logged();
      const { version: now } = await wonen.read('getBall', { id });
      await send(wonen, 'progressBall', { id, version: now, note: 'Zelf al gebeld' });
      await refused(send(jeugd, 'acceptBall', { id, version: now }), { kind: 'stale', current: { state: 'lapsed' } });
    });

    it('may be made to somebody else, and lapse anew', async () => {
      home.moveTo('2026-03-09');
      await logged();
      const { version: now } = await wonen.read('getBall', { id });
      const again = await send(wonen, 'offerBall', { id, version: now, toPartyId: 'welzijn', note: 'Dan jullie' });
      assert.deepEqual([again.state, again.offer?.toPartyId], ['offered', 'welzijn']);
      home.moveTo('2026-03-16');
      assert.deepEqual(kindsOf(await logged()), ['taken', 'offered', 'expired', 'offered', 'expired']);
    });
  });
}
