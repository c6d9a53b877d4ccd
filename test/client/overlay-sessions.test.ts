import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sessionOf } from '../server/matrix/agenda-world';
import { withConfirmed, withPending } from '../../src/client/overlay';
import type { PendingWrite } from '../../src/client/types';
import type { Output } from '../../src/contract/operations';
import type { SessionView } from '../../src/model/agenda-types';

const NEXT = '2026-12-01T09:00:00.000Z';
const session = (changes: Partial<SessionView> = {}): SessionView => ({
  ...sessionOf('everyone', { id: 's1', title: 'Terugkijken' }),
  nextStartsAt: [NEXT],
  ...changes,
});
const page = (...items: SessionView[]): Output<'listSessions'> => ({ items, asOf: '1' });
const write = (operation: 'saveSession' | 'eraseSession', input: object, status: PendingWrite['status'] = 'waiting') =>
  ({ operation, input, status }) as unknown as PendingWrite;
const inputOf = ({ nextStartsAt: _times, ...words }: SessionView) => words;
const laid = (known: Output<'listSessions'>, pending: PendingWrite, asked = {}) =>
  withPending('listSessions', asked, known, [pending], undefined)?.items ?? [];

describe('sessions while a write waits', () => {
  it('are as they were written, on the version that is known; unless it was refused', () => {
    const change = inputOf(session({ title: 'Anders' }));
    const [one] = laid(page(session()), write('saveSession', change));
    assert.deepEqual([one?.title, one?.version, one?.nextStartsAt], ['Anders', 1, [NEXT]]);
    assert.equal(laid(page(session()), write('saveSession', change, 'refused'))[0]?.title, 'Terugkijken');
  });

  it('do not say when one comes next whose begin or rule is another', () => {
    const moved = inputOf(session({ startsAt: '2027-01-05T09:00:00.000Z' }));
    assert.deepEqual(laid(page(session()), write('saveSession', moved))[0]?.nextStartsAt, []);
    const again = inputOf(session({ recurrence: 'FREQ=WEEKLY' }));
    assert.deepEqual(laid(page(session()), write('saveSession', again))[0]?.nextStartsAt, []);
  });

  it('have a new one on the first page alone', () => {
    const made = write('saveSession', { ...inputOf(session({ id: 'nieuw' })), version: 0 });
    assert.deepEqual(
      laid(page(session()), made).map(({ id, version }) => [id, version]),
      [
        ['nieuw', 0],
        ['s1', 1],
      ],
    );
    assert.equal(laid(page(session()), made, { cursor: 'verder' }).length, 1);
  });

  it('lack one that is being erased', () => {
    assert.deepEqual(laid(page(session()), write('eraseSession', { id: 's1', version: 1 })), []);
  });

  it('are as the backend answered once it did', () => {
    const output = session({ title: 'Anders', version: 2, nextStartsAt: [] });
    const confirmed = { write: write('saveSession', inputOf(session({ title: 'Anders' }))), output };
    assert.deepEqual(withConfirmed('listSessions', {}, page(session()), confirmed, undefined).items, [output]);
    const made = { ...output, id: 'nieuw', version: 1 };
    const first = { write: write('saveSession', { ...inputOf(made), version: 0 }), output: made };
    assert.equal(withConfirmed('listSessions', {}, page(), first, undefined).items[0]?.version, 1);
  });
});
