import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRead, oldAfter } from '../../src/contract/old-after';
import { OPERATIONS } from '../../src/contract/operations';
import type { Operation, OperationName } from '../../src/contract/operations';

const all = Object.entries(OPERATIONS) as [OperationName, Operation][];

describe('the name of an operation', () => {
  it('tells whether it only asks, as its method does', () => {
    for (const [name, { method, isQuestion }] of all)
      assert.equal(isRead(name), method === 'GET' || isQuestion === true, name);
  });
});

describe('the answer of a read', () => {
  it('becomes old by something', () => {
    for (const [name] of all) if (isRead(name)) assert.ok(oldAfter(name).length > 0, name);
  });

  it('of the agenda becomes old when a ball moves, and another does not', () => {
    assert.ok(oldAfter('listAgendaItems').includes('ball'));
    assert.ok(oldAfter('listHandovers').includes('ball'));
    assert.ok(!oldAfter('listNeeds').includes('ball'));
  });
});
