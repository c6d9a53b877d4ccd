/**
 * A report as CSV that opens right in Dutch Excel: a mark that it is UTF-8, semicolons, decimal commas, lines that end as
 * Windows ends them. The same figures as in the report itself, in sections that are always there, each with its header.
 */
import type { CsvWords } from './report-csv-words';
import type { PeriodReport, ResultView } from './result-types';
import type { DriverResult, Id, Release, Round } from './types';

/** Who and what is named by an id in a report. */
export interface CsvNames {
  parties: ReadonlyMap<Id, string>;
  drivers: ReadonlyMap<Id, string>;
}

type Cell = string | number | undefined;
type Row = readonly Cell[];

const MARK = '\uFEFF';
const END = '\r\n';
/** What a spreadsheet takes for a formula when a cell begins with it; also wide, as East Asian keyboards have them. */
const ARMED = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** The same behind what a spreadsheet that is set otherwise ends a cell with. */
const ARMED_WITHIN = /([,;\t\r\n])(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

export function reportCsv(report: PeriodReport, names: CsvNames, words: CsvWords): string {
  const sections = sectionsOf(report, names, words);
  const lines = sections.flatMap(([[title, ...header], rows]) => [[title], header, ...rows, []]);
  return MARK + lines.map((line: Row) => line.map(cell).join(';') + END).join('');
}

function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return decimal(value).replace('.', ',');
  // A text that would be worked out is a text again with an apostrophe before it.
  const within = value.replace(ARMED_WITHIN, "$1'");
  const harmless = ARMED.test(value) ? `'${within}` : within;
  return `"${harmless.replace(/\r\n?/g, '\n').replaceAll('"', '""')}"`;
}

/** Without an exponent, which is not how people write. */
function decimal(value: number): string {
  const text = String(value);
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const digits = (mantissa.split('.')[1] ?? '').length - Number(exponent);
  return value.toFixed(Math.min(100, Math.max(0, digits)));
}

type Section = readonly [header: readonly string[], rows: readonly Row[]];

function sectionsOf(report: PeriodReport, names: CsvNames, words: CsvWords): Section[] {
  const { from, until, results, figures, movements, experiences, stillNeeded } = report;
  const party = (id: Id | undefined) => (id === undefined ? undefined : (names.parties.get(id) ?? id));
  const { taken, offered, accepted, returned, released, finished } = movements;
  const moves = [taken, offered, accepted, returned, released, finished];
  const { success, lesson, question } = experiences.kind;
  const rounds = roundsOf(report);
  const trends = trendsOf(figures, words);
  return [
    [words.period, [[from, until]]],
    [words.results, results.map((result) => resultRow(result, names, words))],
    [
      words.measurements,
      results.flatMap(({ title, measurements }) =>
        measurements.map(({ on, value, explanation }) => [title, on, value, explanation]),
      ),
    ],
    [words.figures, figureRows(figures, words)],
    [[...words.trend, ...numbered(trends)], trends],
    [words.moves, moves.map((times, index) => [words.move[index], times])],
    [words.between, movements.between.map((way) => [party(way.fromPartyId), party(way.toPartyId), way.times])],
    [words.unheld, movements.unheld.map(({ title }) => [title])],
    [words.rounds, rounds.flatMap((each) => roundRows(each, names, words))],
    [words.sentences, rounds.flatMap(sentenceRows)],
    [
      words.kinds,
      [
        [words.kind.success, success],
        [words.kind.lesson, lesson],
        [words.kind.question, question],
      ],
    ],
    [
      words.chosen,
      experiences.chosen.map((each) => [each.title, each.quote, each.jobTitle, party(each.partyId), each.reason]),
    ],
    [words.stillNeeded, stillNeeded.map(({ title, text }) => [title, text])],
  ];
}

function resultRow(result: ResultView, { parties, drivers }: CsvNames, words: CsvWords): Row {
  const { title, whatIsDifferent, forWhom, status, publication, stillNeeded, measure, measurements } = result;
  const last = measurements.at(-1);
  const named = (ids: readonly Id[], by: ReadonlyMap<Id, string>) => ids.map((id) => by.get(id) ?? id).join(', ');
  return [
    ...[title, whatIsDifferent, forWhom, words.status[status], publication?.on, stillNeeded],
    ...[named(result.driverIds, drivers), named(result.partyIds, parties)],
    ...[measure?.what, measure?.unit, measure?.start, measure?.goal, last?.value, last?.on, measure?.source],
  ];
}

function figureRows({ results, experiences, handovers, driver }: PeriodReport['figures'], { figure }: CsvWords): Row[] {
  return [
    [figure.results, results.value, results.recent],
    [figure.experiences, experiences.value, experiences.recent],
    [figure.handovers, handovers.value, handovers.recent],
    ...(driver ? [[figure.driver(driver.name), driver.good, undefined, driver.before]] : []),
  ];
}

function trendsOf({ results, experiences, handovers, driver }: PeriodReport['figures'], { figure }: CsvWords): Row[] {
  return [
    [figure.results, ...results.trend],
    [figure.experiences, ...experiences.trend],
    [figure.handovers, ...handovers.trend],
    ...(driver ? [[figure.driver(driver.name), ...driver.trend]] : []),
  ];
}

/** A header for as many values as the longest has. */
function numbered(rows: readonly Row[]): string[] {
  return Array.from({ length: Math.max(...rows.map((row) => row.length)) - 1 }, (_, index) => String(index + 1));
}

interface Closed {
  round: Round;
  release: Release;
}

/** Those of the period and the one before it, each once. */
function roundsOf({ releases }: PeriodReport): Closed[] {
  const all = new Map<Id, Closed>();
  for (const { before, ...closed } of releases)
    for (const each of before ? [closed, before] : [closed]) all.set(each.round.id, each);
  return [...all.values()].sort((a, b) => b.round.number - a.round.number);
}

/** As it was released: of what is hidden there is no number here either. */
function roundRows({ round, release }: Closed, { parties }: CsvNames, words: CsvWords): Row[] {
  const { number, closedOn, drivers } = round;
  const rows = (group: string, respondents: number | undefined, answers: readonly DriverResult[] = []): Row[] =>
    answers.map((answer) => {
      const driver = drivers.find(({ id }) => id === answer.driverId)?.name ?? answer.driverId;
      const counts =
        'mostly' in answer
          ? [undefined, undefined, undefined, words.mostly[answer.mostly]]
          : [answer.good, answer.couldBeBetter, answer.notWorking];
      return [number, closedOn, group, respondents, driver, ...counts];
    });
  return [
    ...rows(words.everybody, release.total?.respondents, release.total?.answers),
    ...release.groups.flatMap(({ partyIds, label, hidden, respondents, answers }) => {
      const group =
        label === 'otherPartners' ? words.otherPartners : partyIds.map((id) => parties.get(id) ?? id).join(', ');
      if (hidden === false) return rows(group, respondents, answers);
      return [[number, closedOn, group, ...none(5), words.hidden[hidden]]];
    }),
  ];
}

const none = (count: number): undefined[] => Array.from({ length: count }, () => undefined);

function sentenceRows({ round, release }: Closed): Row[] {
  return release.notes.flatMap(({ driverId, sentences }) => {
    const driver = round.drivers.find(({ id }) => id === driverId)?.name ?? driverId;
    return sentences.map((sentence) => [round.number, driver, sentence]);
  });
}
