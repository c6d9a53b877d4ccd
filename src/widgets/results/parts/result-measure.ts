/** What was measured: a sentence, the line with its goal and what is said at its points, and the table beside it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TermOf } from '../../../elements/message-sources';
import type { ResultsMessages } from '../../../locales/results.nl';
import type { ResultsPageMessages } from '../../../locales/results-page.nl';
import type { Measurement } from '../../../model/result-types';
import type { Day, Id } from '../../../model/types';
import { lineChart } from '../../../ui/chart';
import type { LineChartOptions, LinePoint } from '../../../ui/chart';
import { scaleOf, ticksOf } from '../../../ui/chart-scale';
import { icon } from '../../../ui/icon';
import { spark } from '../line';
import { measureSentence, pointsOf, valueNow } from '../measure';
import type { Measured } from '../measure';

/** So many rows at first, and those of which something is said; a picture shows the rest. */
const FIRST_ROWS = 8;

export interface MeasureOptions {
  measured: Measured;
  t: TermOf<ResultsMessages & ResultsPageMessages>;
  number: (value: number) => string;
  /** With its year, and in as few letters as say which. */
  date: (day: Day) => string;
  shortDate: (day: Day) => string;
  heading: (words: string) => TemplateResult;
  isWide: boolean;
  /** All values stand in the table. */
  showsAll: boolean;
  /** `first`: the first of those that were not shown. */
  onShowAll: (first: Id) => void;
  /** To add a value, or to change one; absent for who only reads. */
  onMeasure?: ((id?: Id) => void) | undefined;
}

/** A number for each explanation, the oldest first. */
function marksOf(measurements: readonly Measurement[]): ReadonlyMap<Id, string> {
  const explained = measurements.filter(({ explanation }) => explanation);
  return new Map(explained.map(({ id }, index) => [id, String(index + 1)]));
}

/** The large line: everything that is known, by real time. */
export function measureChart(
  options: Pick<MeasureOptions, 'measured' | 't' | 'number' | 'shortDate' | 'isWide'>,
): LineChartOptions {
  const { measured, t, number, shortDate, isWide } = options;
  const { measure, measurements } = measured;
  const marks = marksOf(measurements);
  const points = pointsOf(measured);
  // Where it began may have no day, and then no measurement of its own.
  const without = points.length - measurements.length;
  const all = points.map(([at, value], index): LinePoint => {
    const own = measurements[index - without];
    const mark = own && marks.get(own.id);
    return { at, value, text: number(value), label: own ? shortDate(own.on) : t('startedAt'), ...(mark && { mark }) };
  });
  const { goal } = measure;
  const scale = scaleOf([...points.map(([, value]) => value), ...(goal === undefined ? [] : [goal])]);
  return {
    points: all,
    isWide,
    ...scale,
    ticks: isWide ? ticksOf(scale).map((value) => ({ value, label: number(value) })) : [],
    ...(goal === undefined ? {} : { goal: { value: goal, label: t('goal') } }),
  };
}

export function resultMeasure(options: MeasureOptions): TemplateResult {
  const { measured, t, number, heading, onMeasure } = options;
  const { measure, measurements } = measured;
  const add = onMeasure
    ? html`<div class="no-print"><button type="button" class="btn" data-opens="measure" @click=${() => onMeasure()}>${icon('plus')}${t('addValue')}</button></div>`
    : nothing;
  return html`<section class="stack measure">
    ${heading(measure.what)}
    <p class="number"><strong>${number(valueNow(measured))}${measurements.length < 3 ? nothing : spark(measurements.map(({ value }) => value))}</strong>
      <span>${measure.unit}<br /><span class="small muted">${measureSentence(measured, { t, number })}</span></span></p>
    ${
      measurements.length > 0
        ? html`${lineChart(measureChart(options))} ${table(options)}`
        : html`<p class="muted">${t('notYetMeasured')}</p>`
    }
    ${add}
  </section>`;
}

function table(options: MeasureOptions): TemplateResult {
  const { measured, t, showsAll, onShowAll, onMeasure } = options;
  const { measure, measurements } = measured;
  const marks = marksOf(measurements);
  const newest = [...measurements].reverse();
  const shown = showsAll ? newest : newest.filter(({ id }, index) => index < FIRST_ROWS || marks.has(id));
  const first = newest.find((one) => !shown.includes(one));
  const hasWhy = marks.size > 0;
  return html`${hasWhy ? html`<p class="small muted">${t('marksHint')}</p>` : nothing}
    <table class="grid-table values">
      <caption class="hidden">${t('valuesTable', measure.what)}</caption>
      <thead><tr><th scope="col">${t('columnDay')}</th><th scope="col" class="n">${t('columnValue')}</th>${hasWhy ? html`<th scope="col">${t('columnWhy')}</th>` : nothing}${onMeasure ? html`<th scope="col" class="no-print"><span class="hidden">${t('columnChange')}</span></th>` : nothing}</tr></thead>
      <tbody>${shown.map((one) => row(one, marks.get(one.id), hasWhy, options))}</tbody>
    </table>
    ${first ? html`<div class="no-print"><button type="button" class="btn btn--quiet pull" @click=${() => onShowAll(first.id)}>${t('allValues', newest.length)}</button></div>` : nothing}`;
}

function row(
  { id, on, value, explanation = '' }: Measurement,
  mark: string | undefined,
  hasWhy: boolean,
  { t, number, date, onMeasure }: MeasureOptions,
): TemplateResult {
  const why = mark ? html`<span class="at">${mark}</span> <span dir="auto">${explanation}</span>` : nothing;
  return html`<tr id="value-${id}" tabindex="-1">
    <th scope="row">${date(on)}</th>
    <td class="n">${number(value)}</td>
    ${hasWhy ? html`<td>${why}</td>` : nothing}
    ${onMeasure ? html`<td class="no-print act"><button type="button" class="btn btn--quiet btn--icon" @click=${() => onMeasure(id)}>${icon('pencil', { label: t('changeValue', date(on)) })}</button></td>` : nothing}
  </tr>`;
}
