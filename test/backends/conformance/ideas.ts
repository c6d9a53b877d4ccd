import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import {
  ADMIN,
  CORE,
  PARTNER_CORE,
  TODAY,
  experienceBy,
  ideaBy,
  ideaInput,
  itemBy,
  madeSeed,
  refused,
  send,
} from './kit';
import type { Home, OpenHome } from './kit';
import type { SpaceConnection } from '../../../src/contract/backend';
import { newId } from '../../../src/model/new-id';
import type { IdeaView } from '../../../src/model/result-types';

export function ideasConformance(open: OpenHome): void {
  let home: Home;
  let [wonen, colleague, jeugd, core, partnerCore, admin]: SpaceConnection[] = [];
  beforeEach(async () => {
    home = await open(madeSeed(), TODAY);
    [wonen, colleague, jeugd, core, partnerCore, admin] = await Promise.all(
      ['wonen-2', 'wonen-3', 'jeugd-1', CORE, PARTNER_CORE, ADMIN].map((id) => home.as(id)),
    );
  });
  const by = (connection: SpaceConnection | undefined): SpaceConnection => connection as SpaceConnection;
  const seenBy = async (who: SpaceConnection | undefined, asked = {}) =>
    (await by(who).read('listIdeas', { limit: 100, ...asked })).items;
  const ideaFor = async (who: SpaceConnection | undefined, { id }: { id: string }): Promise<IdeaView> =>
    (await seenBy(who)).find((each) => each.id === id) as IdeaView;
  const again = ({ id, text, driverIds, audience, version }: IdeaView, changes: Partial<IdeaView> = {}) => ({
    ...{ id, text, driverIds, audience, version },
    ...changes,
  });
  const adopt = ({ id, version }: IdeaView, who = by(core), agendaItemId = newId()) =>
    send(who, 'adoptIdea', { id, version, agendaItemId, title: 'Een plek voor schetsen' });
  const decline = ({ id, version }: IdeaView, who = by(core), reason = 'De lijst werkt goed.') =>
    send(who, 'declineIdea', { id, version, reason });
  const answered = { kind: 'conflict', reason: 'ideaIsAnswered' } as const;

  describe('an idea', () => {
    it('is a sentence by anyone but the admin, who is told to nobody', async () => {
      const idea = await ideaBy(by(jeugd));
      assert.deepEqual(idea.by, { partyId: 'jeugd', jobTitle: 'medewerker' });
      assert.deepEqual(idea.participations, [{ partyId: 'jeugd', as: 'thinking' }]);
      assert.deepEqual([idea.status, idea.isMine, idea.acts], ['open', true, ['edit', 'erase', 'join']]);
      const theirs = await ideaFor(wonen, idea);
      assert.deepEqual([theirs.isMine, theirs.acts], [false, ['join']]);
      assert.doesNotMatch(JSON.stringify([idea, theirs]), /jeugd-1|writtenBy/);
      await refused(ideaBy(by(admin)), 'forbidden');
    });

    it('of a partner is for everybody', async () => {
      await refused(ideaBy(by(jeugd), { audience: 'internal' }), {
        kind: 'forbidden',
        fields: [{ pointer: '/audience', code: 'unknown' }],
      });
    });

    it('between departments is not there for a partner', async () => {
      const idea = await ideaBy(by(wonen), { audience: 'internal' });
      assert.deepEqual(await seenBy(jeugd), []);
      await refused(send(by(jeugd), 'joinIdea', { id: idea.id, as: 'doing' }), 'notFound');
      await refused(adopt(idea, by(partnerCore)), 'notFound');
      await refused(decline(idea, by(partnerCore)), 'notFound');
    });

    it('is said, of drivers that there are', async () => {
      await refused(ideaBy(by(wonen), { text: ' ' }), 'invalid');
      await refused(ideaBy(by(wonen), { text: 'x'.repeat(201) }), 'invalid');
      await refused(ideaBy(by(wonen), { driverIds: ['d-een', 'd-een', 'd-vier'] }), {
        kind: 'invalid',
        fields: [
          { pointer: '/driverIds/1', code: 'duplicate' },
          { pointer: '/driverIds/2', code: 'unknown' },
        ],
      });
    });

    it('is worded and thrown away by whoever wrote it', async () => {
      const idea = await ideaBy(by(wonen));
      await refused(send(by(colleague), 'saveIdea', again(idea, { text: 'Van mij' })), 'forbidden');
      await refused(send(by(core), 'saveIdea', again(idea, { text: 'Van mij' })), 'forbidden');
      const next = await send(by(wonen), 'saveIdea', again(idea, { text: 'Anders' }));
      assert.deepEqual([next.text, next.version], ['Anders', 2]);
      await refused(send(by(colleague), 'eraseIdea', { id: idea.id, version: 2 }), 'forbidden');
      await send(by(wonen), 'eraseIdea', { id: idea.id, version: 2 });
      assert.deepEqual(await seenBy(wonen), []);
    });

    it('is thrown away by the core team at any time', async () => {
      const [one, other] = [await ideaBy(by(wonen)), await ideaBy(by(wonen))];
      await send(by(core), 'eraseIdea', { id: one.id, version: 1 });
      const { version } = await decline(other);
      await refused(send(by(wonen), 'eraseIdea', { id: other.id, version }), answered);
      await send(by(core), 'eraseIdea', { id: other.id, version });
    });

    it('begins with an experience that whoever writes it may read, told to who may', async () => {
      const inside = await experienceBy(by(wonen), { audience: 'internal' });
      const idea = await ideaBy(by(wonen), { experienceId: inside.id });
      assert.equal(idea.experienceId, inside.id);
      assert.equal((await ideaFor(jeugd, idea)).experienceId, undefined);
      await refused(ideaBy(by(jeugd), { experienceId: inside.id }), 'notFound');
      await refused(ideaBy(by(jeugd), { experienceId: newId() }), 'notFound');
      // It stays what it began with.
      assert.equal((await send(by(wonen), 'saveIdea', again(idea, { text: 'Anders' }))).experienceId, inside.id);
    });

    it('is not changed over what somebody else changed', async () => {
      const idea = await ideaBy(by(wonen));
      await send(by(wonen), 'saveIdea', again(idea, { text: 'Eerst' }));
      const stale = { kind: 'stale', current: { text: 'Eerst' } } as const;
      await refused(send(by(wonen), 'saveIdea', again(idea, { text: 'Later' })), stale);
      await refused(adopt(idea), stale);
      await refused(decline(idea), stale);
    });
  });

  describe('joining an idea', () => {
    it('is each party’s own, in one tap, and in nobody’s way', async () => {
      const idea = await ideaBy(by(wonen));
      await send(by(jeugd), 'joinIdea', { id: idea.id, as: 'doing' });
      await send(by(jeugd), 'joinIdea', { id: idea.id, as: 'watching' });
      const { participations, version } = await send(by(wonen), 'joinIdea', { id: idea.id, as: 'none' });
      assert.deepEqual(participations, [{ partyId: 'jeugd', as: 'watching' }]);
      assert.equal(version, 1);
      await refused(send(by(admin), 'joinIdea', { id: idea.id, as: 'doing' }), 'forbidden');
    });

    it('ends for who no longer reads it', async () => {
      const idea = await ideaBy(by(wonen));
      await send(by(jeugd), 'joinIdea', { id: idea.id, as: 'doing' });
      const { participations } = await send(by(wonen), 'saveIdea', again(idea, { audience: 'internal' }));
      assert.deepEqual(participations, [{ partyId: 'wonen', as: 'thinking' }]);
      assert.deepEqual(await seenBy(jeugd), []);
    });
  });

  describe('the answer to an idea', () => {
    it('is the core team’s', async () => {
      const idea = await ideaBy(by(wonen));
      for (const who of [wonen, jeugd, admin]) {
        await refused(adopt(idea, by(who)), 'forbidden');
        await refused(decline(idea, by(who)), 'forbidden');
      }
      assert.deepEqual((await ideaFor(core, idea)).acts, ['erase', 'join', 'adopt', 'decline']);
    });

    it('is that it becomes an agenda item, with its question, readers and parties, and a ball nobody has', async () => {
      const experience = await experienceBy(by(jeugd));
      const idea = await ideaBy(by(wonen), { experienceId: experience.id });
      await send(by(jeugd), 'joinIdea', { id: idea.id, as: 'doing' });
      const { agendaItemId = '', status, acts, version } = await adopt(idea);
      assert.deepEqual([status, acts, version], ['adopted', ['erase'], 2]);
      const item = await by(jeugd).read('getAgendaItem', { id: agendaItemId });
      assert.deepEqual(
        [item.title, item.question, item.status, item.ball.state, item.createdByPartyId, item.driverIds],
        ['Een plek voor schetsen', idea.text, 'idea', 'nobody', 'beleid', idea.driverIds],
      );
      assert.deepEqual([item.ideaId, item.experienceId], [idea.id, experience.id]);
      assert.deepEqual(item.participations, [
        { partyId: 'wonen', as: 'thinking' },
        { partyId: 'jeugd', as: 'doing' },
      ]);
      await send(by(jeugd), 'takeBall', { id: agendaItemId, version: 1, nextStep: 'Bellen' });
    });

    it('says nothing of an idea to who may not read that one', async () => {
      const idea = await ideaBy(by(wonen), { audience: 'internal' });
      const { agendaItemId: id = '' } = await adopt(idea);
      const { title, question, driverIds, topics, version } = await by(core).read('getAgendaItem', { id });
      const words = { title, question, driverIds, topics };
      await send(by(core), 'saveAgendaItem', { id, version, ...words, audience: 'everyone' });
      assert.equal((await by(jeugd).read('getAgendaItem', { id })).ideaId, undefined);
      assert.equal((await by(wonen).read('getAgendaItem', { id })).ideaId, idea.id);
    });

    it('is given once; what was declined may be taken up after all', async () => {
      const idea = await ideaBy(by(wonen));
      const declined = await decline(idea);
      assert.deepEqual(declined.answer, { text: 'De lijst werkt goed.', on: TODAY });
      await refused(decline(declined), answered);
      await refused(send(by(jeugd), 'joinIdea', { id: idea.id, as: 'doing' }), answered);
      await refused(send(by(wonen), 'saveIdea', again(declined, { text: 'Anders' })), answered);
      const adopted = await adopt(declined);
      assert.deepEqual([adopted.status, adopted.answer], ['adopted', undefined]);
      await refused(adopt(adopted), answered);
      await refused(decline(adopted), answered);
    });

    it('has its reason', async () => {
      const idea = await ideaBy(by(wonen));
      await refused(decline(idea, by(core), ' '), 'invalid');
    });

    it('leaves everything as it was when the item cannot be made', async () => {
      const idea = await ideaBy(by(wonen));
      const { id: taken } = await itemBy(by(wonen));
      await refused(adopt(idea, by(core), taken), { kind: 'conflict', reason: 'alreadyExists' });
      const hidden = await itemBy(by(wonen), { audience: 'internal' });
      await refused(adopt(idea, by(partnerCore), hidden.id), 'notFound');
      assert.equal((await ideaFor(wonen, idea)).status, 'open');
    });

    it('is without the item once that is erased', async () => {
      const { agendaItemId: id = '', ...idea } = await adopt(await ideaBy(by(wonen)));
      await send(by(core), 'eraseAgendaItem', { id, version: 1 });
      const { status, agendaItemId } = await ideaFor(wonen, idea);
      assert.deepEqual([status, agendaItemId], ['adopted', undefined]);
    });
  });

  describe('the list of ideas', () => {
    it('begins with the newest, and is of a status', async () => {
      const first = await ideaBy(by(wonen));
      home.moveTo('2026-03-05');
      const { id } = await decline(await ideaBy(by(jeugd)));
      assert.deepEqual(
        (await seenBy(wonen)).map((each) => each.id),
        [id, first.id],
      );
      assert.deepEqual(
        (await seenBy(wonen, { status: 'open' })).map((each) => each.id),
        [first.id],
      );
    });

    it('makes one of what was sent twice', async () => {
      const input = ideaInput();
      await send(by(wonen), 'saveIdea', input);
      await refused(send(by(colleague), 'saveIdea', input), 'stale');
    });
  });
}
