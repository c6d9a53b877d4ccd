/** Whether the log of a ball explains how it stands now (DOMAIN: "a log to which one can only add"). */
import assert from 'node:assert/strict';
import type { Ball, Handover } from '../../src/model/agenda-types';
import type { Id } from '../../src/model/types';

export function assertExplained(ball: Ball, log: readonly Handover[]): void {
  const lines = [...log].sort((a, b) => a.number - b.number);
  assert.deepEqual(
    lines.map(({ number }) => number),
    lines.map((_, index) => index + 1),
    `${ball.id}: no line is missing, none is there twice`,
  );
  let holder: Id | undefined;
  let offeredTo: Id | undefined;
  for (const { kind, fromPartyId: from, toPartyId: to, number } of lines) {
    const is = (party: Id | undefined, expected: Id | undefined, what: string) => {
      assert.equal(party, expected, `${ball.id}, line ${String(number)}, ${kind}: ${what}`);
    };
    switch (kind) {
      case 'taken':
        is(holder, undefined, 'somebody had it');
        holder = to;
        break;
      case 'offered':
        is(from, holder, 'by whom');
        assert.notEqual(to, holder);
        offeredTo = to;
        break;
      case 'accepted':
        is(from, holder, 'from whom');
        is(to, offeredTo, 'to whom it was not offered');
        [holder, offeredTo] = [to, undefined];
        break;
      case 'returned':
      case 'withdrawn':
      case 'expired':
        is(from, offeredTo, 'from whom it was not offered');
        is(to, holder, 'to whom');
        if (kind !== 'expired') offeredTo = undefined;
        break;
      case 'progress':
        is(to, holder, 'by whom');
        break;
      case 'released':
      case 'cleared':
        is(from, holder, 'by whom');
        [holder, offeredTo] = [undefined, undefined];
        break;
      case 'reopened':
        is(holder, undefined, 'somebody had it');
    }
  }
  assert.equal(ball.holderId, holder, `${ball.id}: the log ends at another holder`);
  assert.equal(ball.offer?.toPartyId, offeredTo, `${ball.id}: the log ends at another offer`);
}
