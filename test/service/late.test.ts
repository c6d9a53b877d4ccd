import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SamenError } from '../../src/model/errors';
import { late } from '../../src/service/late';

describe('a part that is fetched late', () => {
  it('is given when it comes', async () => {
    assert.equal(await late(Promise.resolve('er')), 'er');
  });

  it('is asked for again later when it is out of reach, as after a new release of the library', async () => {
    const cause = new TypeError('Failed to fetch dynamically imported module');
    await assert.rejects(late(Promise.reject(cause)), (error) => {
      assert.ok(error instanceof SamenError);
      assert.equal(error.kind, 'network');
      assert.equal(error.retryable, true);
      assert.equal(error.cause, cause);
      return true;
    });
  });
});
