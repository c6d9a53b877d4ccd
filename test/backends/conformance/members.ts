import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ADMIN, CORE, TODAY, madeSeed, refused, send, meAt } from './kit';
import type { Home, OpenHome } from './kit';
import type { Input } from '../../../src/contract/operations';

const NEW: Input<'saveMember'> = {
  id: 'wonen-9',
  version: 0,
  name: 'Sam de Vries',
  jobTitle: 'adviseur',
  partyId: 'wonen',
  role: 'member',
};

export function membersConformance(open: OpenHome): void {
  describe('the members', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });

    it('are known to every member, page by page, each once', async () => {
      const partner = await home.as('jeugd-2');
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await partner.read('listMembers', { limit: 5, cursor });
        assert.ok(page.items.length <= 5);
        seen.push(...page.items.map((member) => member.id));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      assert.equal(seen.length, 22);
      assert.equal(new Set(seen).size, 22);
    });

    it('are added by the admin, and are in at once', async () => {
      const { version, ...words } = NEW;
      assert.deepEqual(await send(await home.as(ADMIN), 'saveMember', NEW), { ...words, version: version + 1 });
      assert.deepEqual(await meAt(await home.as(NEW.id)), {
        personId: NEW.id,
        name: 'Sam de Vries',
        member: words,
      });
    });

    it('are managed by nobody but the admin', async () => {
      for (const person of [CORE, 'wonen-2', 'welzijn-1']) {
        await refused(send(await home.as(person), 'saveMember', NEW), 'forbidden');
        await refused(send(await home.as(person), 'removeMember', { id: 'wonen-3', version: 1 }), 'forbidden');
      }
      const own = { ...NEW, id: 'wonen-2', version: 1, role: 'admin' as const };
      await refused(send(await home.as('wonen-2'), 'saveMember', own), 'forbidden');
    });

    it('are changed by the version that the list gives', async () => {
      const admin = await home.as(ADMIN);
      const listed = (await admin.read('listMembers', { limit: 100 })).items.find(({ id }) => id === 'wonen-2');
      assert.ok(listed);
      const changed = await send(admin, 'saveMember', { ...listed, jobTitle: 'teamleider' });
      assert.equal(changed.version, listed.version + 1);
      await refused(send(admin, 'saveMember', { ...listed, jobTitle: 'adviseur' }), {
        kind: 'stale',
        current: { jobTitle: 'teamleider' },
      });
      await send(admin, 'saveMember', { ...changed, jobTitle: 'adviseur' });
      assert.equal((await meAt(await home.as('wonen-2'))).member?.jobTitle, 'adviseur');
    });

    it('are not added over somebody who is there', async () => {
      await refused(send(await home.as(ADMIN), 'saveMember', { ...NEW, id: 'wonen-2' }), 'stale');
    });

    it('are of a party of the space', async () => {
      const fields = [{ pointer: '/partyId', code: 'unknown' as const }];
      await refused(send(await home.as(ADMIN), 'saveMember', { ...NEW, partyId: 'ggd' }), { kind: 'invalid', fields });
    });

    it('are removed once', async () => {
      const admin = await home.as(ADMIN);
      await refused(send(admin, 'removeMember', { id: 'wonen-2', version: 2 }), {
        kind: 'stale',
        current: { id: 'wonen-2' },
      });
      assert.equal((await meAt(await home.as('wonen-2'))).member?.partyId, 'wonen');
      assert.deepEqual(await send(admin, 'removeMember', { id: 'wonen-2', version: 1 }), { id: 'wonen-2' });
      await refused(send(admin, 'removeMember', { id: 'wonen-2', version: 1 }), 'notFound');
    });
  });
}
