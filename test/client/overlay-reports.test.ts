import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keptInput } from '../backends/conformance/story-kit';
import { dependsOn, makeEntry } from '../../src/client/entry';
import { withConfirmed, withPending } from '../../src/client/overlay';
import type { PendingWrite } from '../../src/client/types';
import type { Output } from '../../src/contract/operations';
import type { KeptReport } from '../../src/model/result-types';

const kept = (changes: Partial<KeptReport> = {}): KeptReport => ({
  ...keptInput({ id: 'b1' }),
  ...{ keptOn: '2026-02-28', version: 1 },
  ...changes,
});
const page = (...items: KeptReport[]): Output<'listKeptReports'> => ({ items, asOf: '1' });
const write = (input: object, status: PendingWrite['status'] = 'waiting') =>
  ({ operation: 'saveKeptReport', input, status }) as unknown as PendingWrite;
const laid = (known: Output<'listKeptReports'>, pending: PendingWrite, asked = {}) =>
  withPending('listKeptReports', asked, known, [pending], undefined)?.items ?? [];

describe('kept reports while a write waits', () => {
  const change = keptInput({ id: 'b1', version: 1, introduction: 'Anders' });

  it('are as they were written, on the version that is known; unless it was refused', () => {
    assert.deepEqual(laid(page(kept()), write(change)), [kept({ introduction: 'Anders' })]);
    assert.deepEqual(laid(page(kept()), write(change, 'refused')), [kept()]);
    const one = withPending('getKeptReport', { id: 'b1' }, kept(), [write(change)], undefined);
    assert.deepEqual(one, kept({ introduction: 'Anders' }));
    const other = withPending('getKeptReport', { id: 'b2' }, kept({ id: 'b2' }), [write(change)], undefined);
    assert.deepEqual(other, kept({ id: 'b2' }));
  });

  it('have a new one on the first page alone', () => {
    const made = write(keptInput({ id: 'nieuw' }));
    assert.deepEqual(
      laid(page(kept()), made).map(({ id, version }) => [id, version]),
      [
        ['nieuw', 0],
        ['b1', 1],
      ],
    );
    assert.deepEqual(laid(page(kept()), made, { cursor: 'verder' }), [kept()]);
  });

  it('are as the backend answered once it did', () => {
    const output = kept({ introduction: 'Anders', version: 2 });
    const confirmed = { write: write(change), output };
    assert.equal(withConfirmed('listKeptReports', {}, page(kept()), confirmed, undefined).items[0]?.version, 2);
    assert.deepEqual(withConfirmed('getKeptReport', { id: 'b1' }, kept(), confirmed, undefined), output);
  });

  it('wait for the experiences that were chosen', () => {
    const input = keptInput({ id: 'b1', choices: [{ experienceId: 'e1', reason: '' }] });
    assert.deepEqual(dependsOn(makeEntry('saveKeptReport', input, [], 0)), ['keptReport:b1', 'experience:e1']);
  });
});
