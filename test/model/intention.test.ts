import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { saveIntention } from '../../src/model/intention';
import { saveMeaning, demandOwnMeaning } from '../../src/model/meaning';
import type { Driver } from '../../src/model/types';
import { driver, intention, stranger, viewer } from './made';
import { refused, refusedFields } from './refused';

const coreTeam = viewer('afd-werk', 'coreTeam');
const today = '2026-03-02';

describe('the intention', () => {
  const save = (drivers: Driver[], changes = {}, state = {}) =>
    saveIntention(
      { text: ' Meedoen ', promise: 'De bal niet laten liggen', drivers, ...changes },
      { previous: intention(), viewer: coreTeam, today, ...state },
    );

  it('is written by the core team, and gets a new version', () => {
    const saved = save(intention(5).drivers);
    assert.equal(saved.text, 'Meedoen');
    assert.equal(saved.version, 2);
    assert.equal(saved.changedOn, today);
    refused(() => save(intention(5).drivers, {}, { viewer: viewer('afd-werk') }), 'forbidden');
    refused(() => save(intention(5).drivers, {}, { viewer: viewer('afd-werk', 'admin') }), 'forbidden');
    refused(() => save(intention(5).drivers, {}, { viewer: stranger }), 'notFound');
  });

  it('has 3 to 8 drivers; fewer only while the space is being set up', () => {
    refused(() => save(intention(2).drivers), 'conflict', 'driverCount');
    refused(() => save(intention(9).drivers), 'conflict', 'driverCount');
    assert.equal(save([], {}, { isSettingUp: true }).drivers.length, 0);
    refused(() => save(intention(9).drivers, {}, { isSettingUp: true }), 'conflict', 'driverCount');
  });

  it('says everything that is wrong at once', () => {
    const drivers = [driver('d-1'), { ...driver('D 2'), name: ' ' }, { ...driver('d-1'), icon: 'skull' as 'house' }];
    assert.deepEqual(
      refusedFields(() => save(drivers, { text: '' })),
      [
        '/text required',
        '/drivers/1/id format',
        '/drivers/1/name required',
        '/drivers/2/icon unknown',
        '/drivers/2/id duplicate',
      ],
    );
  });
});

describe('what working together means to me', () => {
  const save = (
    text: string,
    by = viewer('afd-werk'),
    audience: 'me' | 'party' | 'internal' | 'everyone' = 'everyone',
  ) => saveMeaning({ text, audience }, { previous: undefined, viewer: by, today });

  it('is one card a member, with the audience of their choice', () => {
    const card = save('Bellen voor je mailt');
    assert.deepEqual([card.id, card.audience, card.version], ['afd-werk-1', 'everyone', 1]);
    assert.deepEqual(card.author, { name: '', jobTitle: 'consulent', partyId: 'afd-werk' });
    assert.equal(save('x', viewer('afd-werk'), 'party').audience, 'party:afd-werk');
    refused(() => save('x', viewer('par-jeugd', 'member', 'partner'), 'internal'), 'forbidden');
  });

  it('wants a text, and its own author', () => {
    assert.deepEqual(
      refusedFields(() => save(' ')),
      ['/text required'],
    );
    refused(() => save('x', stranger), 'notFound');
    const card = save('x');
    const other = viewer('afd-werk', 'coreTeam', 'department', 2);
    refused(() => saveMeaning({ text: 'y', audience: 'me' }, { previous: card, viewer: other, today }), 'forbidden');
    refused(() => demandOwnMeaning(card, other), 'forbidden');
    demandOwnMeaning(card, viewer('afd-werk'));
  });
});
