import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeSpace, createSpace, saveMember } from '../../src/model/space';
import type { SpacePatch, SpaceState } from '../../src/model/space';
import { party, space, viewer } from './made';
import { refused, refusedFields } from './refused';

const coreTeam = viewer('afd-werk', 'coreTeam');
const admin = viewer('afd-werk', 'admin');
const change = (patch: SpacePatch, state: Partial<SpaceState> = {}) =>
  changeSpace(patch, { space: space(), viewer: admin, hasOpenRound: false, partyIdsInUse: ['afd-werk'], ...state });

describe('a new space', () => {
  it('begins with its maker as core team and the guided set-up', () => {
    const made = createSpace(
      { id: 'wijk', name: ' Wijk ' },
      { id: 'p1', name: '', jobTitle: 'adviseur' },
      party('afd-a'),
    );
    assert.equal(made.space.setup, 'parties');
    assert.equal(made.space.name, 'Wijk');
    assert.deepEqual(made.space.settings, { smallestGroup: 5, smallestSentences: 10, roundIntervalDays: 28 });
    assert.deepEqual([made.member.role, made.member.partyId], ['coreTeam', 'afd-a']);
    assert.deepEqual(
      refusedFields(() => createSpace({ id: 'A b', name: '' }, { id: 'p1', name: '', jobTitle: '' }, party('a'))),
      ['/id format', '/name required'],
    );
  });
});

describe('changing a space', () => {
  const phases = [
    { id: 'f1', name: 'Kijken', goal: '' },
    { id: 'f2', name: 'Kiezen', goal: '' },
  ];
  const settings = { smallestGroup: 8, smallestSentences: 10, roundIntervalDays: 28 };

  it('leaves the phases to the core team', () => {
    const next = change({ phases, currentPhaseId: 'f2' }, { viewer: coreTeam });
    assert.deepEqual([next.currentPhaseId, next.version], ['f2', 4]);
    refused(() => change({ currentPhaseId: 'f1' }), 'forbidden');
    assert.deepEqual(
      refusedFields(() => change({ currentPhaseId: 'f9' }, { viewer: coreTeam })),
      ['/currentPhaseId unknown'],
    );
  });

  it('forgets the current phase when it leaves the list', () => {
    const at = space({ phases, currentPhaseId: 'f2' });
    assert.equal('currentPhaseId' in change({ phases: phases.slice(0, 1) }, { viewer: coreTeam, space: at }), false);
  });

  it('leaves settings and parties to the admin', () => {
    assert.equal(change({ settings }).settings.smallestGroup, 8);
    refused(() => change({ settings }, { viewer: coreTeam }), 'forbidden');
    refused(() => change({ parties: [party('afd-werk')] }, { viewer: coreTeam }), 'forbidden');
  });

  it('asks no right for what is sent along unchanged', () => {
    const same = space();
    assert.equal(
      change({ name: 'Nieuw', settings: same.settings, parties: same.parties }, { viewer: coreTeam }).name,
      'Nieuw',
    );
  });

  it('never shows smaller groups than five, nor rounds closer than 28 days', () => {
    const wrong = { smallestGroup: 4, smallestSentences: 9, roundIntervalDays: 7 };
    assert.deepEqual(
      refusedFields(() => change({ settings: wrong })),
      ['/settings/smallestGroup format', '/settings/smallestSentences format', '/settings/roundIntervalDays format'],
    );
    assert.equal(change({ settings: { ...settings, roundIntervalDays: 0 } }).settings.roundIntervalDays, 0);
  });

  it('keeps the settings as they are while people check in', () => {
    refused(() => change({ settings }, { hasOpenRound: true }), 'conflict', 'roundIsOpen');
    assert.equal(change({ settings: space().settings, name: 'x' }, { hasOpenRound: true }).name, 'x');
  });

  it('keeps parties that have members', () => {
    assert.deepEqual(
      refusedFields(() => change({ parties: [party('par-welzijn', 'partner')] })),
      ['/parties required'],
    );
    assert.deepEqual(
      refusedFields(() => change({ parties: [party('afd-werk'), party('afd-werk')] })),
      ['/parties/1/id duplicate'],
    );
  });

  it('does not go back to the set-up once it is done', () => {
    const settingUp = space({ setup: 'parties' });
    assert.equal(change({ setup: 'round' }, { viewer: coreTeam, space: settingUp }).setup, 'round');
    refused(() => change({ setup: 'parties' }, { viewer: coreTeam }), 'forbidden');
  });
});

describe('a member', () => {
  const member = { id: 'm1', partyId: 'afd-werk', name: '', jobTitle: 'consulent', role: 'member' } as const;

  it('is added by the admin, and by the core team during the set-up', () => {
    assert.deepEqual(saveMember(member, { space: space(), viewer: admin }), member);
    assert.deepEqual(saveMember(member, { space: space({ setup: 'parties' }), viewer: coreTeam }), member);
    refused(() => saveMember(member, { space: space(), viewer: coreTeam }), 'forbidden');
  });

  it('is of a party that is there', () => {
    assert.deepEqual(
      refusedFields(() => saveMember({ ...member, partyId: 'x' }, { space: space(), viewer: admin })),
      ['/partyId unknown'],
    );
  });
});
