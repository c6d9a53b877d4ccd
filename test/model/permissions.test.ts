import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  demand,
  demandMember,
  mayChangeNeed,
  mayChangeNotice,
  mayChangeSettings,
  mayCheckIn,
  mayEditIntention,
  mayEditPhases,
  mayEraseNeed,
  mayManageMembers,
  mayManageParties,
  mayMatchNeeds,
  mayRunRounds,
  mayWriteMeaning,
  mayWriteNeed,
} from '../../src/model/permissions';
import type { Viewer } from '../../src/model/types';
import { need, space, stranger, viewer } from './made';
import { refused } from './refused';

const people = {
  member: viewer('afd-werk'),
  coreTeam: viewer('afd-werk', 'coreTeam'),
  partnerInCoreTeam: viewer('par-welzijn', 'coreTeam', 'partner'),
  admin: viewer('afd-werk', 'admin'),
  stranger,
};
const who = (may: (by: Viewer) => boolean) => Object.entries(people).flatMap(([name, by]) => (may(by) ? [name] : []));

describe('who may do what', () => {
  const coreTeam = ['coreTeam', 'partnerInCoreTeam'];

  it('leaves intention, phases and rounds to the core team, of partners too', () => {
    assert.deepEqual(who(mayEditIntention), coreTeam);
    assert.deepEqual(who(mayEditPhases), coreTeam);
    assert.deepEqual(who(mayRunRounds), coreTeam);
  });

  it('leaves settings, notice, members and parties to the admin', () => {
    assert.deepEqual(who(mayChangeSettings), ['admin']);
    assert.deepEqual(who(mayChangeNotice), ['admin']);
    assert.deepEqual(
      who((by) => mayManageMembers(by, space())),
      ['admin'],
    );
    assert.deepEqual(
      who((by) => mayManageParties(by, space())),
      ['admin'],
    );
  });

  it('lets the core team add parties and members while a space is being set up', () => {
    const settingUp = space({ setup: 'parties' });
    assert.deepEqual(
      who((by) => mayManageMembers(by, settingUp)),
      [...coreTeam, 'admin'],
    );
    assert.deepEqual(
      who((by) => mayManageParties(by, settingUp)),
      [...coreTeam, 'admin'],
    );
  });

  it('lets every member check in, and nobody else', () => {
    assert.deepEqual(who(mayCheckIn), ['member', ...coreTeam, 'admin']);
  });

  it('leaves a need to its party, and its erasing to the core team as well', () => {
    const ask = need('n1', 'ask', 'afd-werk');
    assert.deepEqual(who(mayWriteNeed), ['member', ...coreTeam]);
    assert.deepEqual(who(mayWriteMeaning), ['member', ...coreTeam]);
    assert.deepEqual(
      who((by) => mayChangeNeed(by, ask)),
      ['member', 'coreTeam'],
    );
    assert.deepEqual(
      who((by) => mayEraseNeed(by, ask)),
      ['member', ...coreTeam],
    );
  });

  it('lets either party and the core team match', () => {
    const elsewhere = [need('n1', 'ask', 'afd-toegang'), need('n2', 'offer', 'par-jeugd')] as const;
    assert.deepEqual(
      who((by) => mayMatchNeeds(by, ...elsewhere)),
      coreTeam,
    );
    assert.deepEqual(
      who((by) => mayMatchNeeds(by, elsewhere[0], need('n3', 'offer', 'afd-werk'))),
      ['member', ...coreTeam],
    );
  });

  it('tells a stranger that there is nothing, and a member that it is not allowed', () => {
    refused(() => demandMember(stranger), 'notFound');
    refused(() => demand(false, stranger, 'look'), 'notFound');
    refused(() => demand(true, stranger, 'look'), 'notFound');
    refused(() => demand(false, people.member, 'look'), 'forbidden');
    demand(true, people.member, 'look');
  });
});
