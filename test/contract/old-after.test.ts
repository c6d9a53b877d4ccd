import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRead, oldAfter } from '../../src/contract/old-after';
import { OPERATIONS } from '../../src/contract/all-operations';
import type { Operation, OperationName, ReadName } from '../../src/contract/operations';

const all = Object.entries(OPERATIONS) as [OperationName, Operation][];

describe('the name of an operation', () => {
  it('tells whether it only asks, as its method does', () => {
    for (const [name, { method, isQuestion }] of all)
      assert.equal(isRead(name), method === 'GET' || isQuestion === true, name);
  });
});

describe('the answer of a read', () => {
  it('becomes old by something that there is', () => {
    const kinds = new Set(all.flatMap(([, { affects = [] }]) => affects));
    for (const [name] of all) {
      if (!isRead(name)) continue;
      assert.ok(oldAfter(name).length > 0, name);
      for (const kind of oldAfter(name)) assert.ok(kinds.has(kind), `${name}: nothing changes a ${kind}`);
    }
  });

  it('becomes old by what it is named after', () => {
    const named: Partial<Record<OperationName, string>> = {
      ...{ getSpace: 'space', listMembers: 'member', getMyCheckIn: 'checkIn', listReplies: 'reply' },
      ...{ listReports: 'report', listLogEntries: 'logEntry', getSummary: 'summary', searchExperiences: 'experience' },
    };
    for (const [name, kind] of Object.entries(named)) assert.deepEqual(oldAfter(name as ReadName), [kind], name);
    assert.ok(oldAfter('getReport').includes('result') && oldAfter('listKeptReports').includes('keptReport'));
  });

  it('of the agenda becomes old when a ball moves, and another does not', () => {
    assert.ok(oldAfter('listAgendaItems').includes('ball'));
    assert.ok(oldAfter('listHandovers').includes('ball'));
    assert.ok(!oldAfter('listNeeds').includes('ball'));
  });
});
