/** Small lines: pictures only, with the numbers in words beside them. What a large one can is in `ui/chart`. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { scaleOf } from '../../ui/chart-scale';

/** When, in any unit, and how much. */
export type Point = readonly [at: number, value: number];

/** Fits points in a box: the earliest on its left, the lowest value at its bottom. */
function fit(points: readonly Point[], values: readonly number[], box: readonly number[]): (value: Point) => Point {
  const [left = 0, right = 0, bottom = 0, top = 0] = box;
  const [first = 0, last = 0] = [points[0]?.[0], points.at(-1)?.[0]];
  const { min, max } = scaleOf(values);
  const between = (from: number, to: number, share: number) => Math.round((from + (to - from) * share) * 10) / 10;
  return ([at, value]) => [
    between(left, right, last > first ? (at - first) / (last - first) : 1),
    between(bottom, top, max > min ? (value - min) / (max - min) : 0),
  ];
}

const path = (points: readonly Point[]) => `M${points.join('L')}`;

const picture = (name: string, width: number, height: number, drawn: unknown) =>
  html`<svg class=${name} viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${drawn}</svg>`;

const dot = ([x, y]: Point, isNow: boolean) => svg`<circle class=${isNow ? 'now' : ''} cx=${x} cy=${y} r="4"></circle>`;

/** A line as high as a word. */
export function spark(values: readonly number[]): TemplateResult | typeof nothing {
  if (values.length < 2) return nothing;
  const points = values.map((value, at): Point => [at, value]);
  const drawn = points.map(fit(points, values, [4, 50, 15, 3]));
  return picture('spark', 54, 18, svg`<path d=${path(drawn)}></path>${dot(drawn.at(-1) ?? [0, 0], true)}`);
}

/** A line with its goal: of both ends, how much and when. */
export function smallChart(
  points: readonly Point[],
  goal: { value: number; word: string },
  words: { values: readonly [string, string]; days: readonly [string, string] },
): TemplateResult {
  const to = fit(points, [...points.map(([, value]) => value), goal.value], [8, 264, 84, 24]);
  const drawn = points.map(to);
  const [first = [0, 0], last = [0, 0]] = [drawn[0], drawn.at(-1)];
  const height = to([0, goal.value])[1];
  const text = (x: number, y: number, said: string, anchor: string, name = '') =>
    svg`<text class=${name} x=${x} y=${y} text-anchor=${anchor}>${said}</text>`;
  return picture(
    'small-chart',
    300,
    110,
    svg`<path class="axis" d="M0 84H268"></path><path class="goal" d=${`M0 ${height}H268`}></path>
    ${text(300, height + 4, goal.word, 'end')}<path d=${path(drawn)}></path>
    ${drawn.length < 24 ? drawn.map((point) => dot(point, point === last)) : dot(last, true)}
    ${drawn.length > 1 ? [text(2, first[1] - 10, words.values[0], 'start', 'val'), text(2, 104, words.days[0], 'start')] : nothing}
    ${text(last[0], last[1] - 10, words.values[1], 'middle', 'val')}${text(last[0] + 8, 104, words.days[1], 'end')}`,
  );
}
