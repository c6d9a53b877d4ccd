import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, CORE, PARTNER_CORE, TODAY, experienceBy, madeSeed, refused, send } from './kit';
import type { Home, OpenHome } from './kit';
import { newId } from '../../../src/model/new-id';
import type { Id } from '../../../src/model/types';

export function moderationConformance(open: OpenHome): void {
  describe('moderation', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });
    const feedOf = async (personId: Id) => (await (await home.as(personId)).read('listExperiences', {})).items;

    it('hides an experience from all but its author, who reads why, and the core team', async () => {
      const { id } = await experienceBy(await home.as('wonen-2'));
      const reason = 'Er staat een naam in';
      await send(await home.as(CORE), 'hideExperience', { id, reason });
      assert.deepEqual(await feedOf('jeugd-1'), []);
      await refused((await home.as('jeugd-1')).read('getExperience', { id }), 'notFound');
      await refused((await home.as('jeugd-1')).read('listReplies', { id }), 'notFound');
      assert.deepEqual((await (await home.as('jeugd-1')).read('searchExperiences', { text: 'bellen' })).items, []);
      for (const person of ['wonen-2', CORE, PARTNER_CORE]) {
        const { hidden } = await (await home.as(person)).read('getExperience', { id });
        assert.deepEqual(hidden, { reason, on: TODAY }, person);
      }
      const mine = (await (await home.as('wonen-2')).read('listExperiences', { collection: 'mine' })).items;
      assert.equal(mine[0]?.hidden?.reason, reason);
      await send(await home.as(CORE), 'showExperience', { id, reason: 'Naam is weg' });
      assert.equal((await feedOf('jeugd-1')).length, 1);
    });

    it('is the core team’s, of what it reads', async () => {
      const { id } = await experienceBy(await home.as('wonen-2'), { audience: 'internal' });
      for (const person of ['wonen-2', 'wonen-3', ADMIN]) {
        await refused(send(await home.as(person), 'hideExperience', { id, reason: 'x' }), 'forbidden');
        await refused(send(await home.as(person), 'pinExperience', { id, reason: '' }), 'forbidden');
      }
      await refused(send(await home.as(PARTNER_CORE), 'hideExperience', { id, reason: 'x' }), 'notFound');
      await send(await home.as(CORE), 'pinExperience', { id, reason: '' });
      assert.equal((await feedOf('wonen-3'))[0]?.isPinned, true);
    });

    it('wants a reason where something is taken away', async () => {
      const { id } = await experienceBy(await home.as('wonen-2'));
      await refused(send(await home.as(CORE), 'hideExperience', { id, reason: ' ' }), {
        kind: 'invalid',
        fields: [{ pointer: '/reason', code: 'required' }],
      });
    });

    it('is logged: who, what, why and when, never the content; for core team and admin', async () => {
      const { id, title } = await experienceBy(await home.as('wonen-2'), { audience: 'internal' });
      await send(await home.as(CORE), 'hideExperience', { id, reason: 'Er staat een naam in' });
      await send(await home.as(CORE), 'showExperience', { id, reason: '' });
      const logOf = async (personId: Id) => (await (await home.as(personId)).read('listLogEntries', {})).items;
      const log = await logOf(CORE);
      assert.deepEqual(log.map(({ action, reason }) => [action, reason]).sort(), [
        ['hide', 'Er staat een naam in'],
        ['show', ''],
      ]);
      assert.deepEqual(log[0]?.by, { name: '', jobTitle: 'medewerker', partyId: 'beleid' });
      assert.deepEqual([log[0]?.aboutId, log[0]?.on], [id, TODAY]);
      assert.ok(!JSON.stringify(log).includes(title));
      assert.equal((await logOf(ADMIN)).length, 2);
      await refused(logOf('wonen-3'), 'forbidden');
    });

    it('begins with a report, of which nobody learns who made it', async () => {
      const { id } = await experienceBy(await home.as('wonen-2'));
      await send(await home.as('jeugd-1'), 'reportExperience', { id, reason: 'Er staat een naam in' });
      const reportsOf = async (personId: Id) => (await (await home.as(personId)).read('listReports', {})).items;
      const [report] = await reportsOf(CORE);
      assert.deepEqual(
        { ...report, id: '' },
        {
          id: '',
          experienceId: id,
          title: 'Even bellen scheelt een week',
          reason: 'Er staat een naam in',
          reportedOn: TODAY,
        },
      );
      await refused(reportsOf('wonen-2'), 'forbidden');
      assert.doesNotMatch(await home.kept(), /naam in[^}]*jeugd-1|jeugd-1[^}]*naam in/);
      await send(await home.as(CORE), 'showExperience', { id, reason: 'Dit mag' });
      assert.deepEqual(await reportsOf(CORE), []);
    });

    it('has nothing left to settle of what its author erased', async () => {
      const author = await home.as('wonen-2');
      const { id } = await experienceBy(author);
      const jeugd = await home.as('jeugd-1');
      await send(jeugd, 'saveReply', { experienceId: id, id: newId(), version: 0, text: 'Hoe dan?', isQuestion: true });
      await send(jeugd, 'reportExperience', { id, reason: 'Een naam, van jaren her' });
      const { version } = await author.read('getExperience', { id });
      await send(author, 'eraseExperience', { id, version });
      const core = await home.as(CORE);
      assert.equal((await core.read('getExperience', { id })).status, 'erased');
      assert.deepEqual((await core.read('listReports', {})).items, []);
      assert.doesNotMatch(await home.kept(), /van jaren her/);
    });

    it('of what a partner’s core team may not see is not reported to it', async () => {
      const { id } = await experienceBy(await home.as('wonen-2'), { audience: 'internal' });
      await send(await home.as('wonen-3'), 'reportExperience', { id, reason: 'Kijk eens' });
      assert.deepEqual((await (await home.as(PARTNER_CORE)).read('listReports', {})).items, []);
      assert.equal((await (await home.as(CORE)).read('listReports', {})).items.length, 1);
    });
  });
}
