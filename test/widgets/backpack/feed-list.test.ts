import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { view } from '../../client/backpack-home';
import { chunksOf } from '../../../src/widgets/backpack/chunks';
import { layPage, stillFresh, withFresh } from '../../../src/widgets/backpack/feed-list';
import type { ExperienceView } from '../../../src/model/experience-types';

const all = (ids: string): ExperienceView[] => [...ids].map((id) => view(id));
const ids = (items: readonly ExperienceView[]) => items.map(({ id }) => id).join('');
const lay = (known: string, page: string, after?: string, hasNext = true) =>
  ids(layPage(all(known), { items: all(page), after, hasNext }));

describe('a page laid into what is known', () => {
  it('is what there is, when nothing was known', () => {
    assert.equal(lay('', 'abc'), 'abc');
  });

  it('with news at the top pushes nothing out below it', () => {
    assert.equal(lay('abcdef', 'xab'), 'xabcdef');
  });

  it('takes away what stood within it and is gone', () => {
    assert.equal(lay('abcdef', 'acd'), 'acdef');
  });

  it('comes after the one before it', () => {
    assert.equal(lay('abc', 'def', 'c'), 'abcdef');
  });

  it('read again in the middle changes only its own place', () => {
    assert.equal(lay('abcdefghi', 'df', 'c'), 'abcdfghi');
  });

  it('that is the last one ends the list', () => {
    assert.equal(lay('abcdef', 'de', 'c', false), 'abcde');
    assert.equal(lay('abcdef', '', 'c', false), 'abc');
  });

  it('holds nobody twice: what was pinned is on top and no more below', () => {
    assert.equal(lay('abcdef', 'eabc'), 'eabcdf');
  });

  it('keeps the objects in which nothing changed, for their cards need not be drawn again', () => {
    const known = all('abc');
    const changed = { ...view('b'), questions: 3 };
    const now = layPage(known, { items: [view('a'), changed, view('c')], after: undefined, hasNext: false });
    assert.deepEqual(
      now.map((one, index) => one === known[index]),
      [true, false, true],
    );
  });
});

describe('what I just wrote', () => {
  const [today, before] = ['2026-03-02', '2026-03-01'];
  const mine = (id: string, writtenOn: string) => ({ ...view(id), isMine: true, writtenOn });
  const onDay = (id: string, writtenOn: string, more: Partial<ExperienceView> = {}) => ({
    ...view(id),
    writtenOn,
    ...more,
  });

  it('is what has no day yet, the newest first', () => {
    const items = [mine('b', ''), mine('a', today), onDay('c', today)];
    assert.equal(ids(stillFresh([], { items, hasNext: true })), 'b');
    assert.equal(ids(stillFresh([mine('a', '')], { items, hasNext: true })), 'ba');
  });

  it('stays when the page of its day goes on further, and is gone when that day is all there', () => {
    const fresh = [mine('a', today)];
    assert.equal(ids(stillFresh(fresh, { items: [onDay('c', today)], hasNext: true })), 'a');
    assert.equal(ids(stillFresh(fresh, { items: [onDay('c', today), onDay('d', before)], hasNext: true })), '');
    assert.equal(ids(stillFresh(fresh, { items: [onDay('c', today)], hasNext: false })), '');
  });

  it('stands on top, below what is pinned, and once', () => {
    const items = [onDay('p', before, { isPinned: true }), onDay('c', today), mine('a', today)];
    assert.equal(ids(withFresh(items, [mine('a', today)])), 'pac');
  });
});

describe('parts of a list', () => {
  it('are the arrays they were where nothing changed in them', () => {
    const items = all('abcdefg');
    const before = chunksOf(items, 3, []);
    assert.deepEqual(before.map(ids), ['abc', 'def', 'g']);
    const now = chunksOf([...items.slice(0, 4), view('e'), ...items.slice(5)], 3, before);
    assert.deepEqual(
      now.map((part, index) => part === before[index]),
      [true, false, true],
    );
  });
});
