import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { BALLS, LONG_AGO, kindsOf, logOf, seedWith } from './agenda-kit';
import type { SeededItem } from './agenda-kit';
import { CORE, TODAY, heldBy, itemBy, madeSeed, refused, send } from './kit';
import type { Home, OpenHome } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import type { Input } from '../../../src/contract/operations';
import type { Signal, SignalKind } from '../../../src/model/agenda-types';
import type { Id } from '../../../src/model/types';

const ALIKE = { topics: ['geldzorgen', 'inloop'], title: 'Snel helpen bij geldzorgen', question: 'Wie helpt er?' };
const OTHER = { topics: ['sport'], title: 'Samen bewegen', question: 'Waar is de gymzaal open?' };

export function overlapsConformance(open: OpenHome): void {
  let home: Home;
  let wonen: SpaceConnection;
  let jeugd: SpaceConnection;
  let core: SpaceConnection;
  const openWith = async (items: readonly SeededItem[] = []) => {
    home = await open(items.length > 0 ? seedWith(items) : madeSeed(), TODAY);
    [wonen, jeugd, core] = await Promise.all([home.as('wonen-2'), home.as('jeugd-1'), home.as(CORE)]);
  };
  const signalOf = async (id: Id, by = wonen) => (await by.read('getAgendaItem', { id })).signal;

  describe('a signal', () => {
    const recently = '2026-03-01T08:00:00.000Z';
    const seeded: SeededItem[] = [
      { id: 'niemand', ball: { ...BALLS.nobody, movedAt: LONG_AGO } },
      { id: 'stil', ball: { ...BALLS.held, movedAt: '2026-02-16T08:00:00.000Z' } },
      { id: 'te-laat', ball: { ...BALLS.held, dueOn: '2026-02-28', movedAt: '2026-02-16T08:00:00.000Z' } },
      { id: 'onbeantwoord', ball: { ...BALLS.lapsed, dueOn: '2026-02-20', movedAt: LONG_AGO } },
      { id: 'zonder-doener', ball: { ...BALLS.held, movedAt: recently }, item: { participations: [] } },
      { id: 'goed', ball: { ...BALLS.held, movedAt: recently, dueOn: TODAY } },
      { id: 'rust', ball: { ...BALLS.held, movedAt: LONG_AGO }, item: { status: 'paused' } },
      { id: 'klaar', ball: {}, item: { status: 'done' } },
    ].map(
      (each) => ({ ...each, item: { ...each.item, topics: [each.id], title: each.id, question: '' } }) as SeededItem,
    );
    const EXPECTED: Record<string, Signal> = {
      niemand: { kind: 'nobody', days: 10 },
      stil: { kind: 'still', days: 14 },
      'te-laat': { kind: 'overdue', days: 2 },
      onbeantwoord: { kind: 'unanswered', days: 10 },
      'zonder-doener': { kind: 'noDoer' },
    };
    beforeEach(() => openWith(seeded));

    it('is one an item, the worst, and none of what goes well, rests or is closed', async () => {
      const { items } = await jeugd.read('listAgendaItems', { limit: 100 });
      assert.equal(items.length, seeded.length);
      assert.deepEqual(Object.fromEntries(items.flatMap(({ id, signal }) => (signal ? [[id, signal]] : []))), EXPECTED);
    });

    it('finds what has it', async () => {
      for (const [id, { kind }] of Object.entries(EXPECTED))
        assert.deepEqual(
          (await jeugd.read('listAgendaItems', { signal: kind })).items.map((item) => item.id),
          [id],
          kind,
        );
      assert.deepEqual((await jeugd.read('listAgendaItems', { signal: 'overlap' })).items, []);
    });

    it('comes with the day, and goes with the next step', async () => {
      const due = (): Promise<SignalKind | undefined> => signalOf('goed').then((signal) => signal?.kind);
      assert.equal(await due(), undefined);
      home.moveTo('2026-03-03');
      assert.equal(await due(), 'overdue');
      await send(wonen, 'progressBall', { id: 'goed', version: 1, dueOn: '2026-03-10' });
      assert.equal(await due(), undefined);
      await send(wonen, 'progressBall', { id: 'stil', version: 1, note: 'Gebeld' });
      assert.equal(await signalOf('stil'), undefined);
    });

    it('counts from the last thing that was done, over pages of any size', async () => {
      const found: Id[] = [];
      let cursor: string | undefined;
      do {
        const page = await jeugd.read('listAgendaItems', { signal: 'still', limit: 1, cursor });
        found.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      assert.deepEqual(found, ['stil']);
    });
  });

  describe('what looks alike', () => {
    const similar = async (input: Input<'findSimilarItems'>, by = jeugd) =>
      (await by.read('findSimilarItems', input)).items;
    beforeEach(() => openWith());

    it('is found while a title is typed, by wording and topics, the likest first', async () => {
      const one = await itemBy(wonen, ALIKE);
      await itemBy(wonen, OTHER);
      const [first, ...others] = await similar({ title: 'Snel helpen bij geldzorgen' });
      assert.deepEqual([first?.id, first?.title, others], [one.id, one.title, []]);
      assert.ok(first && first.score >= 0.35 && first.score <= 1);
      assert.deepEqual(await similar({ title: 'Iets heel anders' }), []);
      assert.equal((await similar({ title: 'Iets heel anders', topics: ALIKE.topics })).length, 1);
    });

    it('leaves out what is closed, and the item itself', async () => {
      const { id, version } = await itemBy(wonen, ALIKE);
      assert.deepEqual(await similar({ id, title: ALIKE.title, topics: ALIKE.topics }), []);
      await send(core, 'finishItem', { id, version });
      assert.deepEqual(await similar({ title: ALIKE.title, topics: ALIKE.topics }), []);
    });

    it('is scored the same wherever the data is', async () => {
      await itemBy(wonen, { ...ALIKE, driverIds: ['d-een'] });
      const score = async (input: Input<'findSimilarItems'>) => (await similar(input))[0]?.score;
      assert.equal(await score({ title: ALIKE.title, question: ALIKE.question, topics: ALIKE.topics }), 1);
      assert.equal(await score({ title: ALIKE.title, question: ALIKE.question, topics: ['geldzorgen'] }), 0.643);
      const [half] = await similar({ title: ALIKE.title, question: 'Wie helpt er niet?', topics: ALIKE.topics });
      assert.equal(half?.score, 0.964);
    });

    it('is a signal of two whose balls are held, on both, until it is settled', async () => {
      const [one, other] = [await heldBy(wonen, ALIKE), await heldBy(wonen, ALIKE)];
      assert.deepEqual(await signalOf(one.item.id), { kind: 'overlap', otherId: other.item.id });
      assert.deepEqual(await signalOf(other.item.id), { kind: 'overlap', otherId: one.item.id });
      const found = await jeugd.read('listAgendaItems', { signal: 'overlap' });
      assert.deepEqual(found.items.map(({ id }) => id).sort(), [one.item.id, other.item.id].sort());
    });
  });

  describe('two that look alike', () => {
    let one: Id;
    let other: Id;
    beforeEach(async () => {
      await openWith();
      one = (await heldBy(wonen, ALIKE)).item.id;
      other = (await heldBy(jeugd, ALIKE)).item.id;
    });
    const pair = async (id: Id, otherId: Id) => {
      const { version } = await core.read('getAgendaItem', { id });
      return { id, otherId, version };
    };

    it('become one: the ball of the target stays, the source stops and tells where it went', async () => {
      const { ball } = await wonen.read('getAgendaItem', { id: one });
      await send(wonen, 'offerBall', { id: one, version: ball.version, toPartyId: 'welzijn', note: 'Aan jullie' });
      await refused(send(wonen, 'mergeItem', await pair(one, other)), 'forbidden');
      const merged = await send(core, 'mergeItem', await pair(one, other));
      assert.deepEqual([merged.status, merged.mergedIntoId, merged.ball.state], ['stopped', other, 'none']);
      assert.deepEqual(kindsOf(await logOf(core, one)), ['taken', 'offered', 'withdrawn', 'cleared']);
      const target = await jeugd.read('getAgendaItem', { id: other });
      assert.deepEqual([target.ball.holderId, target.status, target.signal], ['jeugd', 'running', undefined]);
      assert.deepEqual(kindsOf(await logOf(core, other)), ['taken']);
      const reopened = await send(core, 'reopenItem', { id: one, version: merged.version });
      assert.deepEqual([reopened.mergedIntoId, reopened.ball.state], [undefined, 'nobody']);
    });

    it('do not become one with what is closed, other readers have, or is itself', async () => {
      const inside = (await heldBy(wonen, { ...ALIKE, audience: 'internal' })).item.id;
      for (const act of ['mergeItem', 'linkItems'] as const) {
        await refused(send(core, act, await pair(one, inside)), { kind: 'conflict', reason: 'otherAudience' });
        await refused(send(core, act, await pair(one, one)), 'invalid');
      }
      const { version } = await core.read('getAgendaItem', { id: other });
      await send(core, 'finishItem', { id: other, version });
      for (const act of ['mergeItem', 'linkItems', 'settleOverlap'] as const)
        await refused(send(core, act, await pair(one, other)), { kind: 'conflict', reason: 'itemClosed' });
    });

    it('go on together: one holder, whose ball is that of both', async () => {
      await refused(send(jeugd, 'linkItems', await pair(one, other)), 'forbidden');
      const linked = await send(wonen, 'linkItems', await pair(one, other));
      assert.equal(linked.followsId, other);
      assert.deepEqual([linked.ball.holderId, linked.ball.ofItemId, linked.signal], ['jeugd', other, undefined]);
      assert.deepEqual(kindsOf(await logOf(core, one)), ['taken', 'released']);
      const { version } = await core.read('getBall', { id: one });
      await refused(send(wonen, 'takeBall', { id: one, version }), { kind: 'conflict', reason: 'itemFollows' });
      assert.deepEqual(
        (await core.read('listAgendaItems', { holder: 'jeugd' })).items.map(({ id }) => id).sort(),
        [one, other].sort(),
      );
      assert.equal(await signalOf(other), undefined);
      const third = (await heldBy(wonen, OTHER)).item.id;
      await refused(send(core, 'linkItems', await pair(third, one)), { kind: 'conflict', reason: 'itemFollows' });
      await refused(send(core, 'linkItems', await pair(other, third)), { kind: 'conflict', reason: 'itemIsFollowed' });
    });

    it('are different, says who edits either, and both know by whom and when', async () => {
      await refused(send(await home.as('welzijn-2'), 'settleOverlap', await pair(one, other)), 'forbidden');
      await send(jeugd, 'settleOverlap', await pair(one, other));
      const by = { partyId: 'jeugd', jobTitle: 'medewerker' };
      for (const [id, itemId] of [
        [one, other],
        [other, one],
      ] as const) {
        const item = await wonen.read('getAgendaItem', { id });
        assert.deepEqual(item.settled, [{ itemId, by, on: TODAY }]);
        assert.deepEqual([item.signal, item.ball.state], [undefined, 'held']);
      }
      const typed = { id: one, ...ALIKE };
      assert.deepEqual((await wonen.read('findSimilarItems', typed)).items, []);
    });

    it('are settled once when two pair them crosswise at the same time', async () => {
      const [there, back] = [await pair(one, other), await pair(other, one)];
      const results = await Promise.allSettled([send(core, 'mergeItem', there), send(core, 'mergeItem', back)]);
      assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
      const items = (await core.read('listAgendaItems', {})).items;
      assert.equal(items.filter(({ status }) => status === 'stopped').length, 1);
    });
  });
}
