import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween, isDay } from '../../src/model/day';
import { isId } from '../../src/model/id';
import { isNewId, newId } from '../../src/model/new-id';
import { shuffle } from '../../src/model/shuffle';
import { toDay } from '../../src/model/today';
import { findTextProblems, tidyText } from '../../src/model/text';

describe('a day', () => {
  it('is added to across months, leap days and changes of the clock', () => {
    assert.equal(addDays('2026-03-28', 2), '2026-03-30');
    assert.equal(addDays('2026-10-24', 28), '2026-11-21');
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
    assert.equal(addDays('2026-01-01', -1), '2025-12-31');
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
    assert.equal(daysBetween('2026-11-21', '2026-10-24'), -28);
  });

  it('comes back when as many days are taken off', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const from = date.toISOString().slice(0, 10);
        assert.equal(daysBetween(from, addDays(from, days)), days);
        assert.equal(addDays(addDays(from, days), -days), from);
      }),
    );
  });

  it('is that of the municipality, not of Greenwich', () => {
    assert.equal(toDay('2026-03-14T23:30:00Z'), '2026-03-15');
    assert.equal(toDay('2026-07-14T22:30:00Z'), '2026-07-15');
    assert.equal(toDay(new Date('2026-07-14T21:30:00Z')), '2026-07-14');
    assert.equal(toDay('2026-03-14T23:30:00Z', 'UTC'), '2026-03-14');
  });

  it('exists', () => {
    assert.equal(isDay('2026-02-28'), true);
    for (const no of ['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '0000-01-01', '', null])
      assert.equal(isDay(no), false);
    assert.throws(() => addDays('morgen', 1), RangeError);
  });
});

describe('an id', () => {
  it('is 1 to 64 of a–z, 0–9 and hyphen', () => {
    for (const yes of ['a', 'afd-werk-1', 'x'.repeat(64)]) assert.equal(isId(yes), true);
    for (const no of ['', 'A', 'a b', 'a/b', 'é', 'a\n', 'x'.repeat(65), 7]) assert.equal(isId(no), false);
  });

  it('is random when new, also where randomUUID does not exist', () => {
    assert.ok(isNewId(newId()));
    assert.notEqual(newId(), newId());
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true, writable: true });
    try {
      assert.ok(isNewId(newId()));
      assert.notEqual(newId(), newId());
    } finally {
      Reflect.deleteProperty(crypto, 'randomUUID');
    }
    assert.equal(isNewId('afd-werk-1'), false);
  });

  it('can be shuffled: all stay, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => assert.deepEqual(shuffle(items).sort(), [...items].sort())),
    );
    const firsts = new Set(Array.from({ length: 200 }, () => shuffle([1, 2, 3])[0]));
    assert.equal(firsts.size, 3);
  });
});

describe('a text', () => {
  it('may hold line breaks, emoji, markup and every script', () => {
    for (const fine of ['', 'a\nb\r\nc', '👩‍👩‍👧 <b>"hoi"</b>', 'مرحبا', 'e\u0301', 'a\u200Fb']) {
      assert.deepEqual(findTextProblems(fine), []);
    }
  });

  it('holds no other control characters, overrides of direction or broken characters', () => {
    const refused = ['\0', '\t', '\u001b', '\u007f', '\u0085', '\u202A', '\u202E', '\u2066', '\u2069', '\uD800'];
    for (const each of refused)
      assert.deepEqual(findTextProblems(`a${each}b`), ['controlCharacters'], JSON.stringify(each));
  });

  it('has a length, counted in characters', () => {
    assert.deepEqual(findTextProblems('x'.repeat(5000)), []);
    assert.deepEqual(findTextProblems('x'.repeat(5001)), ['tooLong']);
    assert.deepEqual(findTextProblems('😀'.repeat(200), { limit: 200 }), []);
    assert.deepEqual(findTextProblems('😀'.repeat(201), { limit: 200 }), ['tooLong']);
  });

  it('can be required', () => {
    assert.deepEqual(findTextProblems(' \n ', { required: true }), ['required']);
    assert.deepEqual(findTextProblems('x', { required: true }), []);
  });

  it('is kept without blanks around it, line breaks alike', () => assert.equal(tidyText(' a\r\nb\rc \n'), 'a\nb\nc'));
});
