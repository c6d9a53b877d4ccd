/** Whether the log of a ball explains how it stands now (DOMAIN: "a log to which one can only add"). */
import assert from 'node:assert/strict';
import type { Ball, Handover } from '../../../src/model/agenda-types';
import type { Id } from '../../../src/model/types';

export function assertExplained(ball: Ball, log: readonly Handover[]): void {
  const lines = [...log].sort((a, b) => a.number - b.number);
  assert.deepEqual(
    lines.map(({ number }) => number),
    lines.map((_, index) => index + 1),
    `${ball.id}: no line is missing, none is there twice`,
  );
  let holder: Id | undefined;
  let offeredTo: Id | undefined;
  for (const { kind, fromPartyId, toPartyId, number } of lines) {
    const where = `${ball.id}, line ${String(number)}: ${kind}`;
    assert.equal(fromPartyId, holder, `${where}: who held it before`);
    if (kind === 'taken') {
      assert.equal(holder, undefined, where);
      holder = toPartyId;
    } else if (kind === 'offered') {
      assert.ok(holder !== undefined && toPartyId !== holder, where);
      offeredTo = toPartyId;
    } else if (kind === 'accepted') {
      assert.equal(toPartyId, offeredTo, where);
      [holder, offeredTo] = [toPartyId, undefined];
    } else if (kind === 'returned' || kind === 'withdrawn') {
      assert.notEqual(offeredTo, undefined, where);
      offeredTo = undefined;
    } else if (kind === 'released' || kind === 'cleared') [holder, offeredTo] = [undefined, undefined];
  }
  assert.equal(ball.holderId, holder, `${ball.id}: the log ends at another holder`);
  assert.equal(ball.offer?.toPartyId, offeredTo, `${ball.id}: the log ends at another offer`);
}
