import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FIRST_POSTS, firstQuestion } from '../../src/contract/first-question';
import { toWire } from '../../src/contract/wire';

it('asks before the table of operations is there what is asked by it', () => {
  const { method, path } = toWire('listExperiences', 'sociaal-domein', { limit: FIRST_POSTS });
  assert.deepEqual([method, path], ['GET', firstQuestion('sociaal-domein')]);
});
