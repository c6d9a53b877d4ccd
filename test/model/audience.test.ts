import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audienceChoices, deriveAudience, maySee } from '../../src/model/audience';
import type { Audience, AudienceChoice, Viewer } from '../../src/model/types';
import { stranger, viewer } from './made';
import { refused } from './refused';

const derive = (choice: AudienceChoice, { member, party }: Viewer) => {
  assert.ok(member && party);
  return deriveAudience(choice, member, party);
};
const all: Audience[] = ['everyone', 'internal', 'party:par-welzijn', 'party:afd-werk', 'person:afd-werk-1'];
const seenBy = (reader: Viewer) => all.filter((audience) => maySee(audience, reader));

describe('an audience', () => {
  it('is derived from what the author chose', () => {
    const author = viewer('afd-werk');
    assert.equal(derive('me', author), 'person:afd-werk-1');
    assert.equal(derive('party', author), 'party:afd-werk');
    assert.equal(derive('internal', author), 'internal');
    assert.equal(derive('everyone', author), 'everyone');
  });

  it('cannot be "internal" when a partner chooses', () => {
    const partner = viewer('par-welzijn', 'coreTeam', 'partner');
    refused(() => derive('internal', partner), 'forbidden');
    assert.ok(partner.member && partner.party);
    assert.deepEqual(audienceChoices(partner.member, partner.party), ['me', 'party', 'everyone']);
  });

  it('lets a department read what is internal, and a partner not', () => {
    assert.deepEqual(seenBy(viewer('afd-werk')), ['everyone', 'internal', 'party:afd-werk', 'person:afd-werk-1']);
    assert.deepEqual(seenBy(viewer('par-welzijn', 'member', 'partner')), ['everyone', 'party:par-welzijn']);
    assert.deepEqual(seenBy(viewer('par-welzijn', 'coreTeam', 'partner')), ['everyone', 'party:par-welzijn']);
  });

  it("keeps a colleague's own card to that colleague", () => {
    assert.equal(maySee('person:afd-werk-1', viewer('afd-werk', 'coreTeam', 'department', 2)), false);
  });

  it('shows an admin nothing that a party keeps to itself', () => {
    const admin = viewer('afd-werk', 'admin', 'department', 9);
    assert.deepEqual(seenBy(admin), ['everyone', 'internal']);
    refused(() => derive('party', admin), 'forbidden');
  });

  it('shows nothing at all to who is not a member, not even what bears their own name', () => {
    assert.deepEqual(seenBy(stranger), []);
  });
});
