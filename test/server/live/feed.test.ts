/** The live feed over a database that answers when the test says so: what comes in between is told too. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Pool } from 'pg';
import { Feed } from '../../../src/server/live/feed';
import type { Listener } from '../../../src/server/live/feed';
import { Marks } from '../../../src/server/live/marks';

const SPACE = 'samen';
const marks = new Marks(Buffer.alloc(32, 7));

interface Change {
  seq: string;
  kind: string;
  id: string;
  version: number;
  audience_before: string | null;
  audience_after: string | null;
}

let changes: Change[];
/** What each person may hear. */
let audiences: Record<string, string[]>;
/** Called with the name of a query once its answer is made; what it waits for, the answer waits for. */
let onQuery: (name: string) => unknown;
let asked: string[];
let feed: Feed;

function answer(name: string, values: unknown[]): object[] {
  if (name === 'feed bounds') return [{ first: '1', last: String(changes.length) }];
  if (name === 'feed changes') {
    return changes.filter(({ seq }) => Number(seq) > Number(values[1])).slice(0, Number(values[2]));
  }
  const people = values[1] as string[];
  return people.map((person) => ({ person, audiences: audiences[person] ?? null }));
}

const pool = {
  async query({ name, values }: { name: string; values: unknown[] }) {
    asked.push(name);
    const rows = answer(name, values);
    await onQuery(name);
    return { rows };
  },
} as unknown as Pool;

function happens(id: string, audience: string, kind = 'need'): void {
  const seq = String(changes.length + 1);
  changes.push({ seq, kind, id, version: 1, audience_before: null, audience_after: audience });
}

function somebody(personId: string): { listener: Listener; heard: string[]; isOver: () => boolean } {
  const heard: string[] = [];
  let over = false;
  const listener: Listener = {
    personId,
    write: (text) => {
      assert(!over, 'told something after the end');
      const [, event, data] = /event: (\w+)\ndata: (.*)/.exec(text) ?? [];
      const { id = '' } = JSON.parse(data ?? '{}') as { id?: string };
      heard.push(`${event ?? ''} ${id}`.trim());
      return true;
    },
    drained: () => Promise.resolve(!over),
    end: () => void (over = true),
  };
  return { listener, heard, isOver: () => over };
}

/** Until all that was begun is done. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  changes = [];
  audiences = { an: ['everyone', 'party:wonen'], bo: ['everyone'] };
  onQuery = () => undefined;
  asked = [];
  feed = new Feed({
    pool,
    marks,
    onError: (error) => assert.fail(error as Error),
  });
});
afterEach(() => feed.close());

describe('who listens', () => {
  it('is told of what is theirs, with one read of the database however many they are', async () => {
    const all = Array.from({ length: 20 }, () => somebody('an'));
    for (const { listener } of all) await feed.join(SPACE, listener, undefined);
    const bo = somebody('bo');
    await feed.join(SPACE, bo.listener, undefined);
    asked = [];
    happens('a', 'party:wonen');
    feed.poke(SPACE);
    await settled();
    for (const { heard } of all) assert.deepEqual(heard, ['reset', 'changed a']);
    assert.deepEqual(bo.heard, ['reset']);
    assert.deepEqual(asked, ['feed changes']);
  });

  it('is told of what was committed while the feed read', async () => {
    const an = somebody('an');
    await feed.join(SPACE, an.listener, undefined);
    happens('a', 'everyone');
    onQuery = () => {
      onQuery = () => undefined;
      happens('b', 'everyone');
      feed.poke(SPACE);
    };
    feed.poke(SPACE);
    await settled();
    assert.deepEqual(an.heard, ['reset', 'changed a', 'changed b']);
  });

  it('that was ahead of what is read here is told nothing twice', async () => {
    const [an, bo] = [somebody('an'), somebody('bo')];
    await feed.join(SPACE, an.listener, undefined);
    happens('a', 'everyone');
    happens('b', 'everyone');
    await feed.join(SPACE, bo.listener, marks.make('1'));
    feed.poke(SPACE);
    await settled();
    assert.deepEqual(an.heard, ['reset', 'changed a', 'changed b']);
    assert.deepEqual(bo.heard, ['changed b']);
  });

  it('begins anew when they got another role while they were away, and goes on when others did', async () => {
    const [an, bo] = [somebody('an'), somebody('bo')];
    for (let n = 0; n < 300; n += 1) happens(`a-${String(n)}`, 'everyone');
    happens('an', 'everyone', 'member');
    for (const { listener } of [an, bo]) await feed.join(SPACE, listener, marks.make('250'));
    assert.deepEqual(an.heard, ['reset']);
    assert.equal(bo.heard.length, 51);
    const far = somebody('an');
    await feed.join(SPACE, far.listener, marks.make('1'));
    assert.equal(far.heard.at(-1), 'reset');
  });

  it('is told also when they came in while the last of the others went', async () => {
    const [an, bo] = [somebody('an'), somebody('bo')];
    const leave = await feed.join(SPACE, an.listener, undefined);
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    onQuery = () => answered;
    feed.poke(SPACE);
    await settled();
    leave();
    const joined = feed.join(SPACE, bo.listener, undefined);
    answer();
    await joined;
    await settled();
    happens('a', 'everyone');
    feed.poke(SPACE);
    await settled();
    assert.deepEqual(bo.heard, ['reset', 'changed a']);
  });

  it('begins anew when they get another role, also while they come in', async () => {
    const an = somebody('an');
    onQuery = (name) => {
      if (name !== 'feed audiences') return;
      audiences['an'] = ['everyone'];
      happens('an', 'everyone', 'member');
    };
    await feed.join(SPACE, an.listener, undefined);
    onQuery = () => undefined;
    happens('a', 'party:wonen');
    feed.poke(SPACE);
    await settled();
    assert.deepEqual(an.heard, ['reset', 'reset']);
    assert(an.isOver(), 'goes on with what they were');
  });

  it('hears nothing of the party they left, from the moment that they left it', async () => {
    const [an, bo] = [somebody('an'), somebody('bo')];
    for (const { listener } of [an, bo]) await feed.join(SPACE, listener, undefined);
    audiences['an'] = ['everyone'];
    happens('an', 'everyone', 'member');
    happens('a', 'party:wonen');
    happens('b', 'everyone');
    feed.poke(SPACE);
    await settled();
    assert.deepEqual(an.heard, ['reset', 'reset']);
    assert(an.isOver(), 'goes on with what they were');
    assert.deepEqual(bo.heard, ['reset', 'changed an', 'changed b']);
  });

  it('begins anew also when the database failed at the moment that they got another role', async () => {
    feed.close();
    let failures = 0;
    feed = new Feed({ pool, marks, onError: () => void (failures += 1) });
    const an = somebody('an');
    await feed.join(SPACE, an.listener, undefined);
    audiences['an'] = ['everyone'];
    happens('an', 'everyone', 'member');
    onQuery = (name) => (name === 'feed audiences' ? Promise.reject(new Error('Gone')) : undefined);
    feed.poke(SPACE);
    await settled();
    onQuery = () => undefined;
    feed.poke(SPACE);
    await settled();
    assert.equal(failures, 1);
    assert.deepEqual(an.heard, ['reset', 'reset']);
    assert(an.isOver(), 'goes on with what they were');
  });
});
