import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { asTyped, typedNumber } from '../../src/model/number';

describe('a number as somebody types it', () => {
  const dutch: [string, number][] = [
    ['2,5', 2.5],
    ['2.5', 2.5],
    [' 12 ', 12],
    ['1.250', 1250],
    ['1.250,75', 1250.75],
    ['0.125', 0.125],
    ['1 250', 1250],
    ['12 345 678,9', 12345678.9],
    ['-3', -3],
    ['−3,5', -3.5],
    ['+4', 4],
    ['0,000', 0],
  ];
  for (const [text, number] of dutch)
    it(`reads “${text}” as ${String(number)} in Dutch`, () => assert.equal(typedNumber(text, 'nl'), number));

  it('reads points and commas the other way round in English', () => {
    assert.equal(typedNumber('2.5', 'en'), 2.5);
    assert.equal(typedNumber('1,250', 'en'), 1250);
    assert.equal(typedNumber('1,250.75', 'en'), 1250.75);
    assert.equal(typedNumber('2,5', 'en'), 2.5);
  });

  for (const text of [
    '',
    ' ',
    'veel',
    '12 brieven',
    '1,2,3',
    '1e5',
    'Infinity',
    'NaN',
    '0x10',
    '12%',
    '--3',
    '1 2',
    '٣',
    '9'.repeat(20),
  ])
    it(`takes “${text}” for no number`, () => assert.equal(typedNumber(text, 'nl'), undefined));

  it('comes back as it was put in a field', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom('nl' as const, 'en' as const),
        (whole, thousandths, language) => {
          const number = (whole * 1000 + thousandths) / 1000;
          assert.equal(typedNumber(asTyped(number, language), language), number);
        },
      ),
    );
  });
});
