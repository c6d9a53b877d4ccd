import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { CORE, TODAY, experienceBy, itemBy, madeSeed, needBy, refused, send, sessionInput } from './kit';
import type { Home, OpenHome } from './kit';
import type { BackendEvent, SpaceConnection } from '../../../src/contract/backend';
import { newId } from '../../../src/model/new-id';
import type { Id, Need } from '../../../src/model/types';

export function agendaLinksConformance(open: OpenHome): void {
  let home: Home;
  let wonen: SpaceConnection;
  let jeugd: SpaceConnection;
  let core: SpaceConnection;
  beforeEach(async () => {
    home = await open(madeSeed(), TODAY);
    [wonen, jeugd, core] = await Promise.all([home.as('wonen-2'), home.as('jeugd-1'), home.as(CORE)]);
  });

  describe('an item that is made from an experience', () => {
    it('knows it, and is known by it', async () => {
      const experience = await experienceBy(jeugd);
      const item = await itemBy(wonen, { experienceId: experience.id });
      assert.equal(item.experienceId, experience.id);
      const { agendaItems, version } = await jeugd.read('getExperience', { id: experience.id });
      assert.deepEqual(agendaItems, [{ id: item.id, title: item.title }]);
      assert.equal(version, experience.version, 'the experience is as it was');
    });

    it('stands there with what the author wrote it to, each once', async () => {
      const { id: written } = await itemBy(wonen, { title: 'Waar het bij hoort' });
      const { id } = await experienceBy(jeugd, { agendaItemId: written });
      const { id: made } = await itemBy(wonen, { title: 'Wat het werd', experienceId: id });
      const titles = [
        { id: written, title: 'Waar het bij hoort' },
        { id: made, title: 'Wat het werd' },
      ].sort((a, b) => (a.id < b.id ? -1 : 1));
      const view = await wonen.read('getExperience', { id });
      assert.deepEqual([view.agendaItems, view.agendaItemId], [titles, written]);
      assert.deepEqual(
        (await wonen.read('listExperiences', { agendaItem: written })).items.map((each) => each.id),
        [id],
      );
    });

    it('is told to no one who may not read it, and tells of no experience that is not theirs to read', async () => {
      const shared = await experienceBy(wonen);
      await itemBy(wonen, { experienceId: shared.id, audience: 'internal' });
      assert.equal((await jeugd.read('getExperience', { id: shared.id })).agendaItems, undefined);
      assert.equal((await core.read('getExperience', { id: shared.id })).agendaItems?.length, 1);
      const inside = await experienceBy(wonen, { audience: 'internal' });
      const { id } = await itemBy(wonen, { experienceId: inside.id });
      assert.equal((await jeugd.read('getAgendaItem', { id })).experienceId, undefined);
      await refused(itemBy(jeugd, { experienceId: inside.id }), 'notFound');
      await refused(itemBy(wonen, { experienceId: newId() }), 'notFound');
    });

    it('leaves nothing behind when it is erased, and stays when the experience is', async () => {
      const { id, version } = await experienceBy(jeugd);
      const gone = await itemBy(wonen, { experienceId: id });
      const item = await itemBy(wonen, { experienceId: id });
      await send(core, 'eraseAgendaItem', { id: gone.id, version: gone.version });
      assert.deepEqual((await jeugd.read('getExperience', { id })).agendaItems, [{ id: item.id, title: item.title }]);
      await send(jeugd, 'eraseExperience', { id, version });
      assert.equal((await wonen.read('getAgendaItem', { id: item.id })).title, item.title);
    });
  });

  describe('an item that is made of a match', () => {
    let ask: Need;
    let offer: Need;
    beforeEach(async () => {
      [ask, offer] = [await needBy(wonen), await needBy(jeugd, { kind: 'offer' })];
    });
    const needs = async (by = wonen) =>
      new Map((await by.read('listNeeds', { limit: 100 })).items.map((need) => [need.id, need.agendaItemId]));
    const matched = () => send(wonen, 'matchNeed', { id: ask.id, withId: offer.id, version: 1 });

    it('is known by both needs, as far as one may read it', async () => {
      await matched();
      const item = await itemBy(jeugd, { needId: ask.id });
      assert.equal(item.needId, ask.id);
      assert.deepEqual([...(await needs()).values()], [item.id, item.id]);
    });

    it('that is internal is told to departments alone', async () => {
      await matched();
      const { id } = await itemBy(wonen, { needId: ask.id, audience: 'internal' });
      assert.deepEqual([...(await needs()).values()], [id, id]);
      assert.deepEqual([...(await needs(jeugd)).values()], [undefined, undefined]);
    });

    it('is made by a party of the match or the core team, of a match, and once', async () => {
      await refused(itemBy(wonen, { needId: ask.id }), { kind: 'conflict', reason: 'notMatched' });
      await matched();
      await refused(itemBy(await home.as('welzijn-2'), { needId: ask.id }), 'forbidden');
      const { id, version } = await itemBy(core, { needId: offer.id });
      await refused(itemBy(wonen, { needId: ask.id }), { kind: 'conflict', reason: 'alreadyExists' });
      await send(core, 'eraseAgendaItem', { id, version });
      assert.deepEqual([...(await needs()).values()], [undefined, undefined]);
      assert.equal((await itemBy(wonen, { needId: ask.id })).needId, ask.id);
    });
  });

  describe('an item that is made of what was agreed', () => {
    it('knows its session, and the agreement knows its item', async () => {
      const agreement = { id: newId(), text: 'We bellen elke week', partyId: 'wonen', isDone: false };
      const session = await send(core, 'saveSession', sessionInput({ agreements: [agreement] }));
      const item = await itemBy(core, { sessionId: session.id });
      assert.equal(item.sessionId, session.id);
      const { version, nextStartsAt: _next, ...words } = session;
      const kept = await send(core, 'saveSession', {
        ...words,
        version,
        agreements: [{ ...agreement, agendaItemId: item.id }],
      });
      assert.equal(kept.agreements[0]?.agendaItemId, item.id);
      await refused(itemBy(core, { sessionId: newId() }), 'notFound');
    });

    it('tells of no session, and no agreement of an item, to who may not read it', async () => {
      const session = await send(core, 'saveSession', sessionInput({ audience: 'internal' }));
      const { id } = await itemBy(core, { sessionId: session.id });
      assert.equal((await jeugd.read('getAgendaItem', { id })).sessionId, undefined);
      const inside = await itemBy(core, { audience: 'internal' });
      const agreements = [{ id: newId(), text: 'Afgesproken', isDone: false, agendaItemId: inside.id }];
      await send(core, 'saveSession', sessionInput({ agreements, agendaItemIds: [inside.id] }));
      const [seen] = (await jeugd.read('listSessions', {})).items;
      assert.deepEqual([seen?.agreements[0]?.agendaItemId, seen?.agendaItemIds], [undefined, []]);
    });
  });

  describe('who watches the agenda', () => {
    const record = (connection: SpaceConnection) => {
      const events: BackendEvent[] = [];
      connection.watch((event) => void (event.type === 'reset' || events.push(event)));
      return () =>
        events.flatMap((event) => (event.type === 'changed' ? [`${event.change.kind} ${event.change.id}`] : []));
    };
    const told = async (by: Id) => {
      const changes = record(await home.as(by));
      await home.settled();
      return changes;
    };

    it('is told of an item and of its ball, by kind and id', async () => {
      const changes = await told('jeugd-2');
      const { id } = await itemBy(wonen);
      await home.settled();
      assert.deepEqual(changes().sort(), [`agendaItem ${id}`, `ball ${id}`]);
      await send(wonen, 'takeBall', { id, version: 1 });
      await home.settled();
      await send(wonen, 'offerBall', { id, version: 2, toPartyId: 'jeugd', note: 'Aan jullie' });
      await home.settled();
      assert.deepEqual(
        changes()
          .slice(2)
          .filter((each) => each.startsWith('ball')),
        [`ball ${id}`, `ball ${id}`],
      );
    });

    it('is told of an item that is opened to them', async () => {
      const { id, title, question, driverIds, topics } = await itemBy(wonen, { audience: 'internal' });
      await home.settled();
      const changes = await told('jeugd-2');
      await send(wonen, 'saveAgendaItem', {
        ...{ id, version: 1, title, question, driverIds, topics, audience: 'everyone' },
      });
      await home.settled();
      assert.deepEqual([...new Set(changes())].sort(), [`agendaItem ${id}`, `ball ${id}`]);
    });

    it('is told of needs that became an item, and nothing of a move that was refused', async () => {
      const [ask, offer] = [await needBy(wonen), await needBy(jeugd, { kind: 'offer' })];
      await send(wonen, 'matchNeed', { id: ask.id, withId: offer.id, version: 1 });
      const { id } = await itemBy(wonen);
      await home.settled();
      const changes = await told('jeugd-2');
      await refused(send(jeugd, 'progressBall', { id, version: 1 }), 'conflict');
      await home.settled();
      assert.deepEqual(changes(), []);
      await itemBy(wonen, { needId: ask.id });
      await home.settled();
      for (const need of [ask.id, offer.id]) assert.ok(changes().includes(`need ${need}`));
    });
  });
}
