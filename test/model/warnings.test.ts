import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CONTEXT, HARMLESS, POINTING } from './warning-sentences';
import { findWarnings, withoutWarning } from '../../src/model/warnings';

const found = (text: string) => findWarnings(text, CONTEXT).map((warning) => [warning.kind, warning.text]);
const SENTENCES = [...POINTING.map(([text]) => text), ...HARMLESS];
/** Sentences, and bits that are almost something, one after another. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SENTENCES),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '06-',
        '1234 ',
        'AB',
        'straat',
        'Kerk',
        '12',
        '-03',
        '-1951',
        '@',
        'jan',
        '.nl',
        '+31',
        ' (',
        ')',
        '€',
      ),
    ),
    { maxLength: 12 },
  )
  .chain((parts) => fc.constantFrom('', ' ', '\n').map((between) => parts.join(between)));

describe('a warning while writing', () => {
  for (const [text, ...expected] of POINTING) {
    it(`is given: ${text}`, () => assert.deepEqual(found(text), expected));
  }
  for (const text of HARMLESS) {
    it(`is not given: ${text}`, () => assert.deepEqual(found(text), []));
  }

  it('is tried on more than eighty sentences, of which more than half are harmless', () => {
    assert.ok(new Set(SENTENCES).size > 80);
    assert.ok(HARMLESS.length > POINTING.length);
  });

  it('about a title needs to know that few have it', () => {
    const text = 'Ik zat met de jeugdconsulent van Wonen en de wijkbeheerder aan tafel.';
    assert.deepEqual(findWarnings(text), []);
    assert.deepEqual(findWarnings(text, { jobTitle: 'wijkbeheerder', jobTitlePeers: 'enough' }), []);
    assert.deepEqual(findWarnings(text, { jobTitle: ' ', jobTitlePeers: 'few' }), []);
    assert.deepEqual(
      findWarnings(text, { jobTitles: [{ jobTitle: 'jeugdconsulent', partyNames: [], few: true }] }),
      [],
    );
  });

  it('takes a title as it is written, whatever signs are in it', () => {
    const jobTitles = [{ jobTitle: 'c++ (a|b)* [x] \\d', partyNames: ['W&I (2.0)'], few: true }];
    const text = 'De C++ (a|b)* [x] \\d van W&I (2.0) was er.';
    assert.deepEqual(
      findWarnings(text, { jobTitles }).map((warning) => warning.text),
      ['C++ (a|b)* [x] \\d van W&I (2.0)'],
    );
  });
});

describe('where a warning stands', () => {
  it('is in the text, in order, and apart from every other', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, text: piece } of findWarnings(text, CONTEXT)) {
          assert.ok(start >= last && end > start && end <= text.length);
          assert.equal(text.slice(start, end), piece);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts as `slice` does, behind signs of two units too', () => {
    const [warning] = findWarnings('👩‍👧 bel 06-12345678 👍');
    assert.deepEqual(warning, { kind: 'telephone', start: 10, end: 21, text: '06-12345678' });
  });
});

describe('a number of nine digits', () => {
  const isElevenProof = (digits: string) => {
    const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
    return sum % 11 === 0 && Number(digits) > 0;
  };
  const written = fc.constantFrom(
    (digits: string) => digits,
    (digits: string) => digits.replace(/(...)(...)(...)/, '$1 $2 $3'),
    (digits: string) => digits.replace(/(....)(..)(...)/, '$1.$2.$3'),
  );

  it('is a BSN if, and only if, it passes the eleven-test', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), written, (number, write) => {
        const digits = String(number).padStart(9, '0');
        const text = `Het gaat om ${write(digits)}, zei zij.`;
        assert.deepEqual(found(text), isElevenProof(digits) ? [['bsn', write(digits)]] : []);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is found for every number that passes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }), written, (first, write) => {
        const sum = first.reduce((all, digit, at) => all + digit * (9 - at), 0) % 11;
        fc.pre(sum < 10 && first.some((digit) => digit > 0));
        const digits = [...first, sum].join('');
        assert.deepEqual(found(`Nummer ${write(digits)}.`), [['bsn', write(digits)]]);
      }),
    );
  });
});

describe('taking away what was warned of', () => {
  const without = (text: string) => {
    const [warning] = findWarnings(text, CONTEXT);
    assert.ok(warning);
    return withoutWarning(text, warning);
  };

  it('leaves no blanks and no empty brackets', () => {
    assert.equal(without('Bel 06-12345678 na vijf.'), 'Bel na vijf.');
    assert.equal(without('Bel 06-12345678.'), 'Bel.');
    assert.equal(without('06-12345678 is haar nummer'), 'is haar nummer');
    assert.equal(without('Haar nummer:  06-12345678'), 'Haar nummer:');
    assert.equal(without('Haar zus (06-12345678) belt.'), 'Haar zus belt.');
    assert.equal(without('Haar zus ( 06-12345678 ), zei ze.'), 'Haar zus, zei ze.');
    assert.equal(without('Eerst.\n06-12345678\nDaarna.'), 'Eerst.\n\nDaarna.');
    assert.equal(without('06-12345678'), '');
  });

  it('leaves a text alone that has changed since', () => {
    const [warning] = findWarnings('Bel 06-12345678 na vijf.');
    assert.ok(warning);
    assert.equal(withoutWarning('Toch maar niet bellen na vijf.', warning), 'Toch maar niet bellen na vijf.');
  });

  it('takes that piece away and no letter of what stands around it', () => {
    const signs = (text: string) => text.replace(/[ \t()]/g, '');
    fc.assert(
      fc.property(texts, (text) => {
        for (const warning of findWarnings(text, CONTEXT)) {
          const left = withoutWarning(text, warning);
          assert.equal(signs(left), signs(text.slice(0, warning.start) + text.slice(warning.end)));
          assert.ok(left.length < text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ends, with nothing to warn of', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let left = text;
        for (let [warning] = findWarnings(left, CONTEXT); warning; [warning] = findWarnings(left, CONTEXT)) {
          left = withoutWarning(left, warning);
        }
        assert.deepEqual(found(left), []);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a text made to take long', () => {
  const PIECES = [
    'a',
    'A',
    '0',
    '1',
    ' ',
    '.',
    '-',
    '@',
    '(',
    '\n',
    '€',
    'é',
    '👍',
    'a.',
    'a-',
    'A-',
    'a@',
    'a@a.',
    '1 ',
    '1.',
    '0-',
    '06-',
    '+3',
    '+31 ',
    '0031',
    '12-',
    '12-03-',
    '1951 ',
    '1 mei ',
    'mei 1 ',
    'Aa ',
    'Jan van ',
    'de ',
    'Laan van ',
    'straat ',
    'Straat',
    'Aastraat 1',
    'Aastraat 1 ',
    '1234 ',
    '1234 A',
    '12 Aa ',
    'NL91 ',
    'geb. ',
    'geboren',
    'geb. 12-03-',
    'van Wonen ',
    'jeugdconsulent ',
    'jeugdconsulent van ',
    'Wonen ',
    '( ',
    '06-12345678 ',
    '123456782 ',
  ];
  /** The quickest of some runs: what else the machine does, it does not always do. */
  const timeOf = (text: string) => {
    let quickest = Infinity;
    for (let run = 0; run < 7; run += 1) {
      const began = performance.now();
      for (const warning of findWarnings(text, CONTEXT).slice(0, 3)) withoutWarning(text, warning);
      quickest = Math.min(quickest, performance.now() - began);
    }
    return quickest;
  };

  it('takes as much longer as it is longer, and not many times that', () => {
    const slow = PIECES.filter((piece) => {
      const [short = 0, long = 0] = [1_000, 5_000].map((length) => timeOf(piece.repeat(length).slice(0, length)));
      // Five times as long; were it quadratic, 25 times. Below half a millisecond there is nothing to compare.
      return long > 0.5 && long / Math.max(short, 0.1) > 15;
    });
    assert.deepEqual(slow, []);
  });
});
