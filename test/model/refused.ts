import assert from 'node:assert/strict';
import { SamenError } from '../../src/model/errors';
import type { ConflictReason, SamenErrorKind } from '../../src/model/errors';

/** Asserts that the work is refused with this kind, and this reason when one is given. */
export function refused(work: () => unknown, kind: SamenErrorKind, reason?: ConflictReason): void {
  assert.equal(errorOf(work).kind, kind);
  assert.equal(errorOf(work).reason, reason);
}

/** The fields that the work is refused for, as `pointer code`. */
export function refusedFields(work: () => unknown): string[] {
  const error = errorOf(work);
  assert.equal(error.kind, 'invalid');
  return error.fields.map(({ pointer, code }) => `${pointer} ${code}`);
}

function errorOf(work: () => unknown): SamenError {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof SamenError, String(error));
    return error;
  }
  return assert.fail('nothing was refused');
}
