import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FIRST_POSTS, firstQuestion } from '../../src/contract/first-question';
import { wireOf } from '../../src/contract/all-operations';

it('asks before the table of operations is there what is asked by it', () => {
  const { method, path } = wireOf('listExperiences', 'sociaal-domein', { limit: FIRST_POSTS });
  assert.deepEqual([method, path], ['GET', firstQuestion('sociaal-domein')]);
});
