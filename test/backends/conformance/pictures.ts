import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { TINY_PICTURE, TODAY, again, experienceBy, madeSeed, refused, send } from './kit';
import type { Home, OpenHome } from './kit';
import { newId } from '../../../src/model/new-id';
import type { Id } from '../../../src/model/types';

export function picturesConformance(open: OpenHome): void {
  describe('a picture', () => {
    let home: Home;
    beforeEach(async () => {
      home = await open(madeSeed(), TODAY);
    });
    const upload = async (personId: Id) => {
      const id = newId();
      await send(await home.as(personId), 'savePicture', { id, data: TINY_PICTURE });
      return id;
    };
    const look = async (personId: Id, id: Id) => (await home.as(personId)).read('getPicture', { id });

    it('is its uploader’s alone until an experience holds it, and then as visible as that', async () => {
      const pictureId = await upload('wonen-2');
      assert.match((await look('wonen-2', pictureId)).type, /^image\//);
      await refused(look('wonen-3', pictureId), 'notFound');
      const held = await experienceBy(await home.as('wonen-2'), { pictureId, audience: 'internal' });
      assert.equal(held.pictureId, pictureId);
      assert.equal((await look('wonen-3', pictureId)).id, pictureId);
      await refused(look('jeugd-1', pictureId), 'notFound');
    });

    it('of somebody else, or of another experience, is not taken', async () => {
      const pictureId = await upload('wonen-2');
      const unknown = { kind: 'invalid', fields: [{ pointer: '/pictureId', code: 'unknown' }] } as const;
      await refused(experienceBy(await home.as('wonen-3'), { pictureId }), { ...unknown, fields: [...unknown.fields] });
      await experienceBy(await home.as('wonen-2'), { pictureId });
      await refused(experienceBy(await home.as('wonen-2'), { pictureId }), { ...unknown, fields: [...unknown.fields] });
    });

    it('is gone when the experience lets go of it, or is erased', async () => {
      const me = await home.as('wonen-2');
      const [one, two] = [await upload('wonen-2'), await upload('wonen-2')];
      const first = await experienceBy(me, { pictureId: one });
      const next = await send(me, 'saveExperience', again(first, { pictureId: two }));
      await refused(look('wonen-2', one), 'notFound');
      await send(me, 'eraseExperience', { id: next.id, version: next.version });
      await refused(look('wonen-2', two), 'notFound');
    });

    it('of an anonymous post is not seen before the post is', async () => {
      const pictureId = await upload('wonen-2');
      await experienceBy(await home.as('wonen-2'), { pictureId, authorShownAs: 'anonymous' });
      assert.equal((await look('wonen-2', pictureId)).id, pictureId);
      await refused(look('wonen-3', pictureId), 'notFound');
      await home.morningOf('2026-03-03');
      assert.equal((await look('wonen-3', pictureId)).id, pictureId);
    });

    it('is one by what is in it, whatever it is called', async () => {
      const me = await home.as('wonen-2');
      for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '<!doctype html>']) {
        const data = btoa(text);
        await refused(send(me, 'savePicture', { id: newId(), data }), { kind: 'conflict', reason: 'notAPicture' });
      }
      await refused(send(me, 'savePicture', { id: newId(), data: 'geen base64!' }), {
        kind: 'invalid',
        fields: [{ pointer: '/data', code: 'format' }],
      });
    });
  });
}
