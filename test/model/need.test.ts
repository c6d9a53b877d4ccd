import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eraseNeed, fulfilNeeds, matchNeeds, saveNeed, suggestMatches, unmatchNeeds } from '../../src/model/need';
import type { NeedChange } from '../../src/model/need';
import type { Need, Viewer } from '../../src/model/types';
import { driver, need, stranger, viewer } from './made';
import { refused, refusedFields } from './refused';

const toegang = viewer('afd-toegang');
const werk = viewer('afd-werk');
const elsewhere = viewer('par-jeugd', 'member', 'partner');
const coreTeam = viewer('par-jeugd', 'coreTeam', 'partner');
const ask = need('ask', 'ask', 'afd-toegang');
const offer = need('offer', 'offer', 'afd-werk');
const matched = () => matchNeeds(ask, offer, werk);

describe('writing a need', () => {
  const save = (changes: Partial<NeedChange> = {}, by: Viewer = werk, previous?: Need) =>
    saveNeed(
      { id: 'n1', kind: 'ask', driverId: 'd-1', text: ' Wie belt? ', ...changes },
      { previous, viewer: by, drivers: [driver('d-1'), driver('d-2')], today: '2026-03-02' },
    );

  it("makes an open need of one's own party, for everyone to read", () => {
    assert.deepEqual(save(), {
      id: 'n1',
      kind: 'ask',
      driverId: 'd-1',
      text: 'Wie belt?',
      partyId: 'afd-werk',
      status: 'open',
      writtenBy: 'afd-werk-1',
      createdOn: '2026-03-02',
      audience: 'everyone',
      version: 1,
    });
  });

  it('wants a text and a driver that is there', () => {
    assert.deepEqual(
      refusedFields(() => save({ text: '  ', driverId: 'd-9' })),
      ['/text required', '/driverId unknown'],
    );
  });

  it('may be changed by the whole party, and by nobody else', () => {
    const colleague = viewer('afd-toegang', 'member', 'department', 7);
    const changed = save({ id: 'ask', text: 'Anders' }, colleague, ask);
    assert.equal(changed.text, 'Anders');
    assert.equal(changed.writtenBy, 'afd-toegang-1');
    assert.equal(changed.version, 2);
    refused(() => save({ id: 'ask' }, werk, ask), 'forbidden');
    refused(() => save({}, stranger), 'notFound');
  });

  it('keeps kind and driver while matched, and a driver that has left the intention', () => {
    refused(() => save({ id: 'ask', driverId: 'd-2' }, toegang, matched().need), 'conflict', 'alreadyMatched');
    refused(() => save({ id: 'ask', kind: 'offer' }, toegang, matched().need), 'conflict', 'alreadyMatched');
    assert.equal(save({ text: 'Anders' }, toegang, matched().need).status, 'matched');
    assert.equal(save({ driverId: 'old' }, toegang, { ...ask, driverId: 'old' }).driverId, 'old');
  });
});

describe('matching needs', () => {
  it('pairs an ask and an offer, by either party or the core team', () => {
    for (const by of [toegang, werk, coreTeam]) {
      const pair = matchNeeds(ask, offer, by);
      assert.deepEqual([pair.need.status, pair.need.matchedWithId, pair.need.version], ['matched', 'offer', 2]);
      assert.deepEqual([pair.other.status, pair.other.matchedWithId, pair.other.version], ['matched', 'ask', 2]);
    }
    refused(() => matchNeeds(ask, offer, elsewhere), 'forbidden');
    refused(() => matchNeeds(ask, offer, stranger), 'notFound');
  });

  it('is refused for two of a kind, of one party, or not open', () => {
    refused(() => matchNeeds(ask, need('x', 'ask', 'afd-werk'), toegang), 'conflict', 'sameKind');
    refused(() => matchNeeds(ask, need('x', 'offer', 'afd-toegang'), toegang), 'conflict', 'ownParty');
    refused(() => matchNeeds(matched().need, need('x', 'offer', 'afd-werk'), toegang), 'conflict', 'alreadyMatched');
  });

  it('can be undone: both are open again', () => {
    const { need: one, other } = matched();
    const undone = unmatchNeeds(other, one, toegang);
    for (const each of [undone.need, undone.other]) {
      assert.equal(each.status, 'open');
      assert.equal('matchedWithId' in each, false);
      assert.equal(each.version, 3);
    }
    refused(() => unmatchNeeds(ask, offer, toegang), 'conflict', 'notMatched');
    refused(() => unmatchNeeds(one, other, elsewhere), 'forbidden');
  });

  it('is fulfilled by the asker only, from either side', () => {
    const { need: one, other } = matched();
    assert.equal(fulfilNeeds(one, other, toegang).other.status, 'fulfilled');
    assert.equal(fulfilNeeds(other, one, toegang).need.status, 'fulfilled');
    refused(() => fulfilNeeds(one, other, werk), 'conflict', 'notAsker');
    refused(() => fulfilNeeds(one, other, coreTeam), 'conflict', 'notAsker');
    refused(() => fulfilNeeds(ask, offer, toegang), 'conflict', 'notMatched');
    const done = fulfilNeeds(one, other, toegang);
    refused(() => unmatchNeeds(done.need, done.other, toegang), 'conflict', 'notMatched');
  });

  it('opens the other half again when one is erased', () => {
    const { need: one, other } = matched();
    assert.equal(eraseNeed(one, other, toegang)?.status, 'open');
    const done = fulfilNeeds(one, other, toegang);
    const left = eraseNeed(done.need, done.other, coreTeam);
    assert.equal(left?.status, 'fulfilled');
    assert.equal(left !== undefined && 'matchedWithId' in left, false);
    assert.equal(eraseNeed(ask, undefined, toegang), undefined);
    refused(() => eraseNeed(one, other, werk), 'forbidden');
  });
});

describe('suggested matches', () => {
  it('join open asks and offers of different parties on one driver', () => {
    assert.deepEqual(suggestMatches([ask, offer]), [{ askId: 'ask', offerId: 'offer' }]);
    assert.deepEqual(suggestMatches([ask, { ...offer, driverId: 'd-2' }]), []);
    assert.deepEqual(suggestMatches([ask, { ...offer, partyId: 'afd-toegang' }]), []);
    assert.deepEqual(suggestMatches([ask, matched().other]), []);
  });

  it('prefer words in common, and give each need once', () => {
    const needs = [
      need('a1', 'ask', 'p1', { text: 'Wij willen weten wie we bij geldzorgen bellen' }),
      need('a2', 'ask', 'p2', { text: 'Wij zoeken een vergaderruimte' }),
      need('o1', 'offer', 'p3', { text: 'Een vergaderruimte, elke dinsdag' }),
      need('o2', 'offer', 'p3', { text: 'Ons nummer voor Geldzorgén: bellen mag' }),
      need('o3', 'offer', 'p4', { text: 'Taart' }),
    ];
    const expected = [
      { askId: 'a1', offerId: 'o2' },
      { askId: 'a2', offerId: 'o1' },
    ];
    const suggested = suggestMatches(needs);
    assert.deepEqual(
      [...suggested].sort((a, b) => (a.askId < b.askId ? -1 : 1)),
      expected,
    );
    assert.deepEqual(suggestMatches([...needs].reverse()), suggested);
  });

  it('put first who waits longest when words do not tell', () => {
    const late = need('a0', 'ask', 'p2', { createdOn: '2026-04-01' });
    assert.deepEqual(suggestMatches([late, ask, offer]), [{ askId: 'ask', offerId: 'offer' }]);
  });
});
