import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { someWorld } from '../backends/conformance/story-world';
import { isTied, keyOf, stepFrom, tiesOf } from '../../src/model/chain';
import type { ChainThing, Way } from '../../src/model/chain';

const KINDS = ['experience', 'need', 'idea', 'agendaItem', 'result'];
const thingsOf = (seed: number): ChainThing[] =>
  someWorld(seed).flatMap(({ kind, row }) => (KINDS.includes(kind) ? [{ kind, row } as ChainThing] : []));
const nextTo = (thing: ChainThing, all: readonly ChainThing[], way: Way): string[] =>
  all.filter((each) => isTied(each, tiesOf([thing], way))).map(keyOf);

describe('what is tied to what', () => {
  it('is so both ways: what followed from a thing has that thing before it, and nothing else has', () => {
    let ties = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const all = thingsOf(seed);
      for (const thing of all) {
        for (const other of all) {
          const followed = nextTo(thing, [other], 'later').length > 0;
          assert.equal(nextTo(other, [thing], 'earlier').length > 0, followed, `${keyOf(thing)} ${keyOf(other)}`);
          if (followed) ties += 1;
        }
      }
    }
    assert.ok(ties > 1000, String(ties));
  });

  it('is asked for by each way of being tied once, however many things ask', () => {
    const all = thingsOf(1);
    const ties = tiesOf(all, 'earlier');
    const ways = ties.map(({ kind, by }) => `${kind} ${by}`);
    assert.equal(new Set(ways).size, ways.length);
    for (const { ids } of ties) assert.equal(new Set(ids).size, ids.length);
  });

  it('is not gone back to, nor told over another than the nearest', () => {
    const all = thingsOf(2);
    const [start] = all.filter(({ kind }) => kind === 'agendaItem');
    assert.ok(start);
    const known = new Set([keyOf(start)]);
    const first = stepFrom([start], all, { way: 'earlier', distance: 1, known });
    for (const { via, distance } of first) assert.deepEqual([keyOf(via), distance], [keyOf(start), 1]);
    assert.ok(first.every(({ thing }) => keyOf(thing) !== keyOf(start)));
    const all2 = stepFrom(
      first.map(({ thing }) => thing),
      all,
      { way: 'earlier', distance: 2, known: new Set([...known, ...first.map(({ thing }) => keyOf(thing))]) },
    );
    const before = new Set(first.map(({ thing }) => keyOf(thing)));
    assert.ok(all2.every(({ thing, via }) => !before.has(keyOf(thing)) && before.has(keyOf(via))));
  });
});
