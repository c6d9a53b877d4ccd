import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { BALLS, kindsOf, logOf, seedWith } from './agenda-kit';
import type { SeededItem } from './agenda-kit';
import { ADMIN, CORE, PARTIES, PARTNER_CORE, SPACE, TODAY, heldBy, itemBy, itemInput, madeSeed } from './kit';
import { refused, send } from './kit';
import type { Home, OpenHome } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import { OPERATIONS } from '../../../src/contract/all-operations';
import type { Input, WriteName } from '../../../src/contract/operations';
import type { AgendaItemView } from '../../../src/model/agenda-types';
import { newId } from '../../../src/model/new-id';
import type { Id } from '../../../src/model/types';

const MANY = 1_000;

/** What was read, as the input that would change it. */
const inputOf = (item: AgendaItemView, changes: Partial<Input<'saveAgendaItem'>> = {}): Input<'saveAgendaItem'> => {
  const { id, version, title, question, driverIds, phaseId, topics, audience } = item;
  return { id, version, title, question, driverIds, ...(phaseId && { phaseId }), topics, audience, ...changes };
};

export function agendaItemsConformance(open: OpenHome): void {
  let home: Home;
  let wonen: SpaceConnection;
  let jeugd: SpaceConnection;
  let core: SpaceConnection;
  const openWith = async (items: readonly SeededItem[] = []) => {
    home = await open(items.length > 0 ? seedWith(items) : madeSeed(), TODAY);
    [wonen, jeugd, core] = await Promise.all([home.as('wonen-2'), home.as('jeugd-1'), home.as(CORE)]);
  };

  describe('an agenda item', () => {
    beforeEach(() => openWith());

    it('is made by any member, of which nobody has the ball', async () => {
      const made = await itemBy(jeugd, { topics: [' Gezin ', 'gezin', 'School'] });
      const { id, ball } = made;
      assert.deepEqual(made, {
        ...{ id, title: 'Eén gezin, één plan', question: 'Hoe vertelt een gezin maar één keer zijn verhaal?' },
        ...{ driverIds: ['d-een'], phaseId: 'start', topics: ['gezin', 'school'], audience: 'everyone' },
        ...{ status: 'idea', participations: [{ partyId: 'jeugd', as: 'thinking' }], createdByPartyId: 'jeugd' },
        ...{ createdOn: TODAY, changedOn: TODAY, settled: [], version: 1 },
        ball: { id, state: 'nobody', moves: ['take'], movedAt: ball.movedAt, version: 1 },
        signal: { kind: 'nobody', days: 0 },
      });
      assert.deepEqual(await jeugd.read('getAgendaItem', { id }), made);
      assert.deepEqual(await logOf(jeugd, id), []);
    });

    it('is not made by an admin', async () => {
      await refused(itemBy(await home.as(ADMIN)), 'forbidden');
    });

    it('says every field that is wrong at once', async () => {
      const driverIds = ['d-een', 'd-vier', 'd-een'];
      await refused(itemBy(wonen, { driverIds, phaseId: 'weg' }), {
        kind: 'invalid',
        fields: [
          { pointer: '/driverIds/1', code: 'unknown' },
          { pointer: '/driverIds/2', code: 'duplicate' },
          { pointer: '/phaseId', code: 'unknown' },
        ],
      });
      await refused(itemBy(wonen, { title: ' ' }), {
        kind: 'invalid',
        fields: [{ pointer: '/title', code: 'required' }],
      });
    });

    it('is edited by its maker while nobody holds it, then by its holder, always by the core team', async () => {
      const made = await itemBy(wonen);
      const renamed = await send(await home.as('wonen-3'), 'saveAgendaItem', inputOf(made, { title: 'Anders' }));
      assert.deepEqual([renamed.title, renamed.version], ['Anders', 2]);
      await refused(send(jeugd, 'saveAgendaItem', inputOf(renamed, { title: 'Van ons' })), 'forbidden');
      await send(jeugd, 'takeBall', { id: made.id, version: 1 });
      const taken = await send(jeugd, 'saveAgendaItem', inputOf(renamed, { title: 'Van Jeugd' }));
      await refused(send(wonen, 'saveAgendaItem', inputOf(taken, { title: 'Terug' })), 'forbidden');
      assert.equal((await send(core, 'saveAgendaItem', inputOf(taken, { title: 'Van ons' }))).title, 'Van ons');
    });

    it('is not changed by whoever based it on another version; they are shown what is there', async () => {
      const made = await itemBy(wonen);
      await send(wonen, 'saveAgendaItem', inputOf(made, { title: 'Eerst' }));
      const late = inputOf(made, { title: 'Later' });
      await refused(send(wonen, 'saveAgendaItem', late), { kind: 'stale', current: { title: 'Eerst', version: 2 } });
      await refused(send(core, 'eraseAgendaItem', { id: made.id, version: 1 }), { kind: 'stale' });
    });

    it('has a version of its own: a ball that moves is in the way of nobody who edits', async () => {
      const made = await itemBy(wonen);
      await send(wonen, 'takeBall', { id: made.id, version: 1 });
      assert.equal((await send(wonen, 'saveAgendaItem', inputOf(made, { title: 'Anders' }))).version, 2);
    });

    it('is erased by the core team with its ball and its log; what names it names nothing any more', async () => {
      const { item } = await heldBy(wonen);
      const { id } = item;
      const other = await itemBy(wonen);
      await send(core, 'settleOverlap', { id: other.id, otherId: id, version: 1 });
      const { version } = await wonen.read('getAgendaItem', { id });
      await refused(send(wonen, 'eraseAgendaItem', { id, version }), 'forbidden');
      assert.deepEqual(await send(core, 'eraseAgendaItem', { id, version }), { id });
      for (const read of ['getAgendaItem', 'getBall', 'listHandovers'] as const)
        await refused(wonen.read(read, { id }), 'notFound');
      assert.deepEqual((await wonen.read('getAgendaItem', { id: other.id })).settled, []);
    });
  });

  describe('an internal agenda item', () => {
    let id: Id;
    beforeEach(async () => {
      await openWith();
      ({ id } = (await heldBy(wonen, { audience: 'internal' })).item);
    });

    it('is in no list of a partner, not of their core team either', async () => {
      for (const person of ['jeugd-1', PARTNER_CORE]) {
        const partner = await home.as(person);
        assert.deepEqual((await partner.read('listAgendaItems', {})).items, []);
        assert.deepEqual((await partner.read('findSimilarItems', { title: 'Eén gezin, één plan' })).items, []);
      }
      assert.equal((await core.read('listAgendaItems', {})).items.length, 1);
    });

    it('is not there for a partner, whatever they try and whatever version they guess', async () => {
      const inputs: Partial<{ [N in WriteName]: Partial<Input<N>> }> = {
        ...{ offerBall: { toPartyId: 'jeugd' }, returnBall: { reason: 'x' }, releaseBall: { reason: 'x' } },
        ...{
          pauseItem: { reason: 'x' },
          stopItem: { reason: 'x' },
          setParticipation: { partyId: 'jeugd', as: 'doing' },
        },
      };
      const partner = await home.as(PARTNER_CORE);
      const { id: own } = await itemBy(partner);
      for (const pair of ['mergeItem', 'linkItems', 'settleOverlap'] as const) {
        inputs[pair] = { otherId: own };
        await refused(send(partner, pair, { id: own, otherId: id, version: 1 }), 'notFound');
      }
      const tried: string[] = [];
      for (const [name, operation] of Object.entries(OPERATIONS)) {
        if (!operation.path.includes('agenda-items/{id}')) continue;
        tried.push(name);
        if (operation.method === 'GET') await refused(partner.read(name as 'getBall', { id }), 'notFound');
        else if (name === 'saveAgendaItem')
          await refused(send(partner, name, itemInput({ id, version: 1 })), 'notFound');
        else {
          for (const version of [1, 7]) {
            const input = { id, ...(name !== 'setParticipation' && { version }), ...inputs[name as WriteName] };
            await refused(send(partner, name as 'takeBall', input as Input<'takeBall'>), 'notFound');
          }
        }
      }
      assert.equal(tried.length, 21, tried.join(', '));
    });

    it('is not made by a partner, nor chosen by one for what they hold', async () => {
      await refused(itemBy(jeugd, { audience: 'internal' }), 'forbidden');
      const { item } = await heldBy(jeugd);
      await refused(send(jeugd, 'saveAgendaItem', inputOf(item, { audience: 'internal' })), 'forbidden');
    });

    it('that is opened keeps what was said between departments there', async () => {
      const item = await wonen.read('getAgendaItem', { id });
      await send(wonen, 'saveAgendaItem', inputOf(item, { audience: 'everyone' }));
      const ball = await jeugd.read('getBall', { id });
      assert.equal(ball.holderId, 'wonen');
      assert.deepEqual(await logOf(jeugd, id), []);
      await send(wonen, 'progressBall', { id, version: ball.version, note: 'Voor allen' });
      assert.deepEqual(kindsOf(await logOf(jeugd, id)), ['progress']);
      assert.deepEqual(kindsOf(await logOf(wonen, id)), ['taken', 'progress']);
    });
  });

  describe('narrowing who reads along', () => {
    beforeEach(() => openWith());
    const narrow = async (by: SpaceConnection, id: Id) =>
      send(by, 'saveAgendaItem', inputOf(await by.read('getAgendaItem', { id }), { audience: 'internal' }));

    it('is for the core team of the departments', async () => {
      const { item } = await heldBy(wonen);
      await refused(narrow(wonen, item.id), 'forbidden');
      await refused(narrow(await home.as(PARTNER_CORE), item.id), 'forbidden');
      assert.equal((await narrow(core, item.id)).audience, 'internal');
      await refused(jeugd.read('getAgendaItem', { id: item.id }), 'notFound');
    });

    it('waits while a partner has the ball, or was offered it', async () => {
      const { id } = (await heldBy(jeugd)).item;
      await refused(narrow(core, id), { kind: 'conflict', reason: 'partnerHasBall' });
      const { id: other, ball } = (await heldBy(wonen)).item;
      const { version } = await send(wonen, 'offerBall', {
        ...{ id: other, version: ball.version, toPartyId: 'jeugd', note: 'Aan jullie' },
      });
      await refused(narrow(core, other), { kind: 'conflict', reason: 'partnerHasBall' });
      await send(wonen, 'withdrawBall', { id: other, version });
      assert.equal((await narrow(core, other)).audience, 'internal');
    });

    it('takes partners out of who takes part', async () => {
      const { id } = (await heldBy(wonen)).item;
      await send(jeugd, 'setParticipation', { id, partyId: 'jeugd', as: 'thinking' });
      assert.deepEqual((await narrow(core, id)).participations, [{ partyId: 'wonen', as: 'doing' }]);
    });
  });

  describe('how a party takes part', () => {
    let id: Id;
    beforeEach(async () => {
      await openWith();
      ({ id } = (await heldBy(wonen)).item);
    });
    const joins = async () => (await core.read('getAgendaItem', { id })).participations;

    it('is said by the party itself, in one tap, and taken back', async () => {
      for (const as of ['watching', 'thinking', 'doing'] as const) {
        await send(jeugd, 'setParticipation', { id, partyId: 'jeugd', as });
        assert.deepEqual(await joins(), [
          { partyId: 'wonen', as: 'doing' },
          { partyId: 'jeugd', as },
        ]);
      }
      await send(jeugd, 'setParticipation', { id, partyId: 'jeugd', as: 'none' });
      assert.deepEqual(await joins(), [{ partyId: 'wonen', as: 'doing' }]);
    });

    it('is not said by another party, but by the core team', async () => {
      await refused(send(wonen, 'setParticipation', { id, partyId: 'jeugd', as: 'doing' }), 'forbidden');
      await send(core, 'setParticipation', { id, partyId: 'jeugd', as: 'watching' });
      assert.equal((await joins()).length, 2);
    });

    it('is doing for whoever has the ball', async () => {
      const refusal = { kind: 'conflict', reason: 'partyHasBall' } as const;
      await refused(send(wonen, 'setParticipation', { id, partyId: 'wonen', as: 'watching' }), refusal);
      await refused(send(wonen, 'setParticipation', { id, partyId: 'wonen', as: 'none' }), refusal);
    });

    it('is not for a party that cannot read it', async () => {
      const { item } = await heldBy(wonen, { audience: 'internal' });
      await refused(send(core, 'setParticipation', { id: item.id, partyId: 'jeugd', as: 'doing' }), {
        kind: 'conflict',
        reason: 'toCannotSee',
      });
    });

    it('is in nobody’s way when two say so at once', async () => {
      const welzijn = await home.as('welzijn-2');
      await Promise.all([
        send(jeugd, 'setParticipation', { id, partyId: 'jeugd', as: 'thinking' }),
        send(welzijn, 'setParticipation', { id, partyId: 'welzijn', as: 'watching' }),
      ]);
      assert.equal((await joins()).length, 3);
    });
  });

  describe('the status of an item', () => {
    let id: Id;
    let version: number;
    beforeEach(async () => {
      await openWith();
      ({ id, version } = (await heldBy(wonen)).item);
    });

    it('is for its holder and the core team to change', async () => {
      for (const act of ['pauseItem', 'finishItem', 'stopItem'] as const)
        await refused(send(jeugd, act, { id, version, reason: 'Wij willen niet' }), 'forbidden');
      assert.equal((await send(wonen, 'pauseItem', { id, version, reason: 'Zomer' })).status, 'paused');
      assert.equal((await send(core, 'resumeItem', { id, version: version + 1 })).status, 'running');
    });

    it('rests with a reason: the offer is taken back, and it asks no attention', async () => {
      const { ball } = await wonen.read('getAgendaItem', { id });
      await send(wonen, 'offerBall', { id, version: ball.version, toPartyId: 'jeugd', note: 'Aan jullie' });
      await refused(send(wonen, 'pauseItem', { id, version, reason: ' ' }), 'invalid');
      const paused = await send(wonen, 'pauseItem', { id, version, reason: 'Zomer' });
      assert.deepEqual(
        [paused.status, paused.statusReason, paused.ball.state, paused.ball.holderId, paused.ball.moves],
        ['paused', 'Zomer', 'held', 'wonen', []],
      );
      assert.deepEqual(kindsOf(await logOf(wonen, id)), ['taken', 'offered', 'withdrawn']);
      home.moveTo('2026-05-01');
      assert.equal((await wonen.read('getAgendaItem', { id })).signal, undefined);
      const resumed = await send(wonen, 'resumeItem', { id, version: paused.version });
      assert.deepEqual([resumed.signal, resumed.statusReason], [undefined, undefined], '"still" counts anew');
    });

    it('is done or stopped without a ball, and open again for the core team, with nobody’s', async () => {
      for (const [act, status] of [
        ['finishItem', 'done'],
        ['stopItem', 'stopped'],
      ] as const) {
        const { item } = await heldBy(wonen);
        const before = { id: item.id, version: item.version };
        const closed = await send(wonen, act, { ...before, reason: 'Het is gelukt' });
        assert.deepEqual([closed.status, closed.ball.state, closed.ball.holderId], [status, 'none', undefined]);
        assert.equal(closed.signal, undefined);
        const again = { id: item.id, version: closed.version };
        await refused(send(wonen, 'finishItem', again), { kind: 'conflict', reason: 'itemClosed' });
        await refused(send(wonen, 'reopenItem', again), 'forbidden');
        const reopened = await send(core, 'reopenItem', again);
        assert.deepEqual([reopened.status, reopened.ball.state], ['running', 'nobody']);
        assert.deepEqual(kindsOf(await logOf(wonen, item.id)), ['taken', 'cleared', 'reopened']);
      }
    });

    it('refuses what is so already, and stopping without a reason', async () => {
      await refused(send(wonen, 'resumeItem', { id, version }), { kind: 'conflict', reason: 'itemNotPaused' });
      await refused(send(core, 'reopenItem', { id, version }), { kind: 'conflict', reason: 'itemIsOpen' });
      await refused(send(wonen, 'stopItem', { id, version, reason: '' }), 'invalid');
      await refused(send(wonen, 'finishItem', { id, version: version + 3 }), { kind: 'stale', current: { version } });
    });
  });

  describe('a party that has a ball', () => {
    it('stays in the space until it has none; who takes it away is told of the items', async () => {
      await openWith([
        { id: 'vast', ball: BALLS.offered },
        { id: 'los', ball: BALLS.nobody },
      ]);
      const admin = await home.as(ADMIN);
      // Who is of a party keeps it in the space as well: of Jeugd nobody is left.
      for (const { id, version } of (await admin.read('listMembers', { limit: 100 })).items)
        if (id.startsWith('jeugd-')) await send(admin, 'removeMember', { id, version });
      const without = { id: SPACE, version: 1, parties: PARTIES.filter(({ id }) => id !== 'jeugd') };
      await refused(send(admin, 'changeSpace', without), {
        kind: 'conflict',
        reason: 'partyHasBall',
        current: { items: [{ id: 'vast', title: 'Eén gezin, één plan' }] },
      });
      await send(wonen, 'withdrawBall', { id: 'vast', version: 1 });
      assert.equal((await send(admin, 'changeSpace', without)).parties.length, 3);
    });
  });

  describe('the list of items', () => {
    const ids = async (input: Input<'listAgendaItems'>, by = wonen) =>
      (await by.read('listAgendaItems', { limit: 100, ...input })).items.map(({ id }) => id).sort();

    it('is of a phase, a party, a holder, a status, or what is mine or waits for me', async () => {
      await openWith([
        { id: 'idee', item: { participations: [{ partyId: 'jeugd', as: 'watching' }] } },
        { id: 'loopt', ball: BALLS.held },
        { id: 'aangeboden', ball: BALLS.offered },
        { id: 'klaar', item: { status: 'done' } },
        { id: 'elders', item: { phaseId: 'gone' } },
      ]);
      assert.deepEqual(await ids({}), ['aangeboden', 'elders', 'idee', 'klaar', 'loopt']);
      assert.deepEqual(await ids({ phase: 'gone' }), ['elders']);
      assert.deepEqual(await ids({ party: 'jeugd' }), ['idee']);
      assert.deepEqual(await ids({ holder: 'wonen' }), ['aangeboden', 'loopt']);
      assert.deepEqual(await ids({ status: 'done' }), ['klaar']);
      assert.deepEqual(await ids({ only: 'mine' }), ['aangeboden', 'loopt']);
      assert.deepEqual(await ids({ only: 'waiting' }), []);
      assert.deepEqual(await ids({ only: 'waiting' }, jeugd), ['aangeboden']);
      home.moveTo('2026-03-16');
      assert.deepEqual(await ids({ only: 'waiting' }), ['aangeboden', 'loopt']);
    });

    it('gives a thousand of one column in pages that leave nothing out and nothing twice', async () => {
      const all = Array.from({ length: MANY }, (_, index) => `punt-${String(index).padStart(4, '0')}`);
      await openWith(all.map((id) => ({ id, item: { topics: [id], title: id } })));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await jeugd.read('listAgendaItems', { phase: 'start', limit: 100, cursor });
        assert.equal(page.items.length, 100);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      assert.deepEqual(seen.sort(), all);
      await refused(jeugd.read('listAgendaItems', { cursor: newId() }), {
        kind: 'invalid',
        fields: [{ pointer: '/cursor', code: 'format' }],
      });
    });
  });
}
