import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sectionsIn } from './csv';
import { driver, round } from './made';
import { reportCsv } from '../../src/model/report-csv';
import { CSV_WORDS } from '../../src/model/report-csv-words';
import type { PeriodReport, ResultView } from '../../src/model/result-types';

const NAMES = {
  parties: new Map([
    ['werk', 'Werk en Inkomen'],
    ['jeugd', 'Jeugdhulp'],
  ]),
  drivers: new Map([['d-1', 'Samen eigenaar']]),
};
const figure = (value: number) => ({ value, recent: 1, trend: Array.from({ length: 12 }, (_, index) => index) });
const EMPTY: PeriodReport = {
  ...{ from: '2026-02-01', until: '2026-02-28', results: [], releases: [], stillNeeded: [], asOf: '' },
  figures: { results: figure(0), experiences: figure(0), handovers: figure(0) },
  movements: {
    ...{ taken: 0, offered: 0, accepted: 0, returned: 0, released: 0, finished: 0, between: [], unheld: [] },
  },
  experiences: { kind: { success: 0, lesson: 0, question: 0 }, chosen: [] },
};
const result = (changes: Partial<ResultView> = {}): ResultView => ({
  ...{ id: 'r1', title: 'Sneller', whatIsDifferent: 'Het gaat sneller', forWhom: 'Inwoners', status: 'interim' },
  ...{ stillNeeded: '', experienceIds: [], agendaItemIds: [], driverIds: ['d-1'], partyIds: ['werk', 'jeugd'] },
  ...{ audience: 'everyone', createdByPartyId: 'werk', createdOn: '2026-02-01', changedOn: '2026-02-01' },
  ...{ measurements: [], history: [], version: 1, evidence: [], acts: [] },
  ...changes,
});
const csv = (changes: Partial<PeriodReport> = {}, language: 'nl' | 'en' = 'nl') =>
  reportCsv({ ...EMPTY, ...changes }, NAMES, CSV_WORDS[language]);
const measured = (value: number, start = 0): Partial<PeriodReport> => ({
  results: [
    result({
      measure: { what: 'Dagen', unit: 'dagen', start, source: '' },
      measurements: [{ id: 'm1', on: '2026-02-03', value }],
    }),
  ],
});

describe('a report as CSV', () => {
  it('begins with the mark of UTF-8, and ends its lines as Windows does', () => {
    const text = csv({ stillNeeded: [{ resultId: 'r1', title: 'Één', text: 'Regel\nen nog één' }] });
    assert.equal(text.codePointAt(0), 0xfeff);
    assert.equal(text.slice(1).includes('\uFEFF'), false);
    assert.ok(text.endsWith('\r\n'));
    // Within a cell a line break is one: no line of the file ends there.
    assert.match(text, /"Regel\nen nog één"\r\n/);
  });

  it('has the same sections with their headers, also when there is nothing in them', () => {
    for (const language of ['nl', 'en'] as const) {
      const { move: _move, figure: _figure, status: _status, ...words } = CSV_WORDS[language];
      const titles = Object.values(words).flatMap((each) => (Array.isArray(each) ? [each[0] as string] : []));
      assert.deepEqual([...sectionsIn(csv({}, language)).keys()], titles);
      assert.equal(titles.length, 13);
    }
    assert.match(csv(), /"Gekozen ervaringen"\r\n"Titel";"Citaat";"Functie";"Partij";"Waarom deze"\r\n\r\n/);
  });

  it('writes numbers with a comma, negative ones too, and never with an exponent', () => {
    const written = (value: number) => sectionsIn(csv(measured(value))).get('Metingen')?.[0]?.[2];
    const numbers: [number, string][] = [
      [1.5, '1,5'],
      [-1.5, '-1,5'],
      [0, '0'],
      [-0, '0'],
      [1e12, '1000000000000'],
      [1.5e-7, '0,00000015'],
      [0.1 + 0.2, '0,30000000000000004'],
    ];
    for (const [value, text] of numbers) assert.equal(written(value), text);
    // As a number, which a spreadsheet counts with: not between quotes.
    assert.match(csv(measured(-1.5)), /;-1,5;/);
  });

  it('disarms what a spreadsheet would work out, and nothing else', () => {
    const written = (text: string) =>
      sectionsIn(csv({ stillNeeded: [{ resultId: 'r1', title: 't', text }] })).get('Wat is nog nodig')?.[0]?.[1];
    for (const text of ['=1+1', '+31', '-1', '@sum', '\t1', '\n1', '＝1', '＋1', '－1', '＠x'])
      assert.equal(written(text), `'${text}`);
    assert.equal(written('\r=1'), `'\n'=1`);
    // Also where a spreadsheet that is set otherwise begins a cell.
    for (const text of ['a,=1', 'Beter.\n=cmd', 'a;-1,b', 'a\t@x', 'a,＝1'])
      assert.equal(written(text), text.replace(/([,;\t\n])(?=[=\-@＝])/g, "$1'"));
    assert.equal(written('Toegang, -5 procent'), 'Toegang, -5 procent');
    for (const text of ['1-2', 'a=b', "'s morgens", '"Zo"', 'a;b', '—']) assert.equal(written(text), text);
    assert.match(csv({ stillNeeded: [{ resultId: 'r1', title: 't', text: '"=1";x' }] }), /;"""=1"";x"\r\n/);
  });

  it('disarms also what stands in names and titles', () => {
    const names = { parties: new Map([['werk', '=cmd']]), drivers: new Map([['d-1', '@x']]) };
    const report = { ...EMPTY, results: [result({ title: '+t', forWhom: '-x' })] };
    const text = reportCsv(report, names, CSV_WORDS.nl);
    for (const cell of [`"'+t"`, `"'-x"`, `"'=cmd, jeugd"`, `"'@x"`]) assert.ok(text.includes(cell), cell);
  });

  it('says the same figures as the report itself', () => {
    const report: Partial<PeriodReport> = {
      ...measured(2, 15),
      figures: {
        ...{ results: figure(6), experiences: figure(15), handovers: figure(7) },
        driver: { driverId: 'd-1', name: 'Samen eigenaar', good: 47, before: 37, trend: [30, 37, 47], roundNumber: 3 },
      },
      movements: {
        ...{ taken: 1, offered: 2, accepted: 3, returned: 4, released: 5, finished: 6 },
        between: [
          { fromPartyId: 'werk', toPartyId: 'jeugd', times: 3 },
          { toPartyId: 'weg', times: 1 },
        ],
        unheld: [{ id: 'i1', title: 'Rust voor de mantelzorger' }],
      },
      experiences: {
        kind: { success: 7, lesson: 8, question: 9 },
        chosen: [
          { experienceId: 'e1', reason: 'Raakt iedereen', title: 'Hardop', quote: 'Het helpt.', partyId: 'werk' },
        ],
      },
    };
    const said = sectionsIn(csv(report));
    assert.deepEqual(said.get('Tussenbericht'), [['2026-02-01', '2026-02-28']]);
    assert.deepEqual(said.get('Resultaten'), [
      [
        ...['Sneller', 'Het gaat sneller', 'Inwoners', 'Tussenstand', '', '', 'Samen eigenaar'],
        ...['Werk en Inkomen, Jeugdhulp', 'Dagen', 'dagen', '15', '', '2', '2026-02-03', ''],
      ],
    ]);
    assert.deepEqual(said.get('Cijfers'), [
      ['Resultaten', '6', '1'],
      ['Ervaringen gedeeld', '15', '1'],
      ['De bal ging over', '7', '1'],
      ['‘Goed’ bij Samen eigenaar (procent)', '47', '', '37'],
    ]);
    assert.deepEqual(
      said.get('Verloop (het laatste is nu)')?.map((row) => row.length),
      [13, 13, 13, 4],
    );
    assert.deepEqual(
      said.get('De bal')?.map(([, times]) => times),
      ['1', '2', '3', '4', '5', '6'],
    );
    assert.deepEqual(said.get('Van wie naar wie'), [
      ['Werk en Inkomen', 'Jeugdhulp', '3'],
      ['', 'weg', '1'],
    ]);
    assert.deepEqual(said.get('Niemand heeft de bal'), [['Rust voor de mantelzorger']]);
    assert.deepEqual(
      said.get('Ervaringen gedeeld')?.map(([, count]) => count),
      ['7', '8', '9'],
    );
    assert.deepEqual(said.get('Gekozen ervaringen'), [
      ['Hardop', 'Het helpt.', '', 'Werk en Inkomen', 'Raakt iedereen'],
    ]);
  });

  it('holds no number of a group that is hidden, and says of others what was released', () => {
    const counts = (good: number) => ({ driverId: 'd-1', good, couldBeBetter: 2, notWorking: 3 });
    const released = (number: number) => ({
      round: round({
        id: `r${String(number)}`,
        number,
        closedOn: `2026-02-0${String(number)}`,
        drivers: [driver('d-1')],
      }),
      release: {
        roundId: `r${String(number)}`,
        groups: [
          { partyIds: ['werk'], label: '' as const, hidden: false as const, respondents: 10, answers: [counts(5)] },
          {
            ...{ partyIds: ['x', 'y'], label: 'otherPartners' as const, hidden: false as const, respondents: 6 },
            answers: [{ driverId: 'd-1', mostly: 'good' as const }],
          },
          { partyIds: ['jeugd'], label: '' as const, hidden: 'tooFew' as const },
          { partyIds: ['z'], label: '' as const, hidden: 'protectsOthers' as const },
        ],
        total: { respondents: 16, answers: [counts(11)] },
        notes: [{ driverId: 'd-1', sentences: ['=zin'] }],
      },
    });
    const [second, first] = [released(2), released(1)];
    const said = sectionsIn(csv({ releases: [{ ...second, before: first }] }));
    const rows = said.get('Rondes') ?? [];
    assert.equal(rows.length, 10);
    assert.deepEqual(rows.slice(0, 5), [
      ['2', '2026-02-02', 'Iedereen samen', '16', 'd-1', '11', '2', '3'],
      ['2', '2026-02-02', 'Werk en Inkomen', '10', 'd-1', '5', '2', '3'],
      ['2', '2026-02-02', 'Andere partners samen', '6', 'd-1', '', '', '', 'De meesten: goed'],
      ['2', '2026-02-02', 'Jeugdhulp', '', '', '', '', '', 'Te weinig antwoorden om te tonen'],
      ['2', '2026-02-02', 'z', '', '', '', '', '', 'Verborgen, zodat niemand anderen kan uitrekenen'],
    ]);
    assert.deepEqual(said.get('Zinnen uit de rondes'), [
      ['2', 'd-1', `'=zin`],
      ['1', 'd-1', `'=zin`],
    ]);
  });
});
