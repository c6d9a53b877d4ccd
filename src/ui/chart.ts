import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from './set-vars';

export interface Distribution {
  good: number;
  couldBeBetter: number;
  notWorking: number;
}

/**
 * How answers are spread: solid, striped and open, so that it reads in black and white. Without
 * `label` it is a picture only, and the numbers must stand beside it.
 */
export function distribution(values: Distribution, label?: string): TemplateResult {
  const part = (kind: string, n: number) => (n > 0 ? html`<i class=${kind} ${vars({ '--n': n })}></i>` : nothing);
  return html`<span
    class="mix"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
    >${part('g', values.good)}${part('k', values.couldBeBetter)}${part('s', values.notWorking)}</span
  >`;
}

export interface LinePoint {
  label: string;
  /** Absent: nothing is known here; the line has a gap. */
  value?: number;
  /** The number as people read it: "47%". */
  text?: string;
  /** When, in days or any other unit: where all points have one, distances are real. Otherwise they are equal. */
  at?: number;
  /** A short sign at the point, for what is said of it beside the picture. */
  mark?: string;
}

export interface LineChartOptions {
  points: readonly LinePoint[];
  min?: number;
  max?: number;
  goal?: { value: number; label: string };
  /** Lines across, with their number at the start. */
  ticks?: readonly { value: number; label: string }[];
  /** Says what the picture shows; without it the chart is hidden and the table beside it speaks. */
  label?: string;
  /** Twice as wide, for where there is room for it. */
  isWide?: boolean;
}

const PAD = { top: 24, end: 24, bottom: 28, start: 24 };
/** Text is as wide as the browser makes it; more than this a letter seldom is. */
const LETTER = 7;
/** Closer than this, dots would be a thick line. */
const DOTS_APART = 11;
const round = (value: number) => Math.round(value * 10) / 10;

/** Words at a place: none is drawn over another. */
interface Words {
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  name?: 'val' | 'mark';
}

/** The words that can be drawn, the most wanted first: none covers what stands already, none leaves the picture. */
function placed(wanted: readonly Words[], width: number): Words[] {
  const stand: (Words & { from: number; to: number })[] = [];
  for (const words of wanted) {
    if (!words.text) continue;
    const size = words.text.length * LETTER;
    const begin = { start: words.x, middle: words.x - size / 2, end: words.x - size }[words.anchor];
    // At the edge the words end, or begin, where the picture does.
    const from = Math.min(Math.max(begin, 0), width - size);
    const anchor = from === begin ? words.anchor : from === 0 ? 'start' : 'end';
    const x = from === begin ? words.x : from === 0 ? 0 : width;
    const to = from + size;
    const isFree = stand.every((one) => Math.abs(one.y - words.y) > 14 || one.from > to + 6 || one.to + 6 < from);
    if (isFree) stand.push({ ...words, x, anchor, from, to });
  }
  return stand;
}

/** The ends first, then what lies between. */
const endsFirst = <T>(all: readonly T[]): T[] => [...all.slice(-1), ...all.slice(0, -1)];

/** A line for a trend: by time or by step, with its goal, and with the words that there is room for. */
export function lineChart(options: LineChartOptions): TemplateResult {
  const { points, min = 0, max = 1, goal, ticks = [], label, isWide } = options;
  const [width, height] = isWide ? [640, 240] : [320, 140];
  const [startPad, endPad] = [
    ticks.reduce((most, tick) => Math.max(most, tick.label.length * LETTER + 12), PAD.start),
    Math.max(PAD.end, goal ? goal.label.length * LETTER + 14 : 0),
  ];
  const bottom = height - PAD.bottom;
  const times = points.map(({ at }) => at ?? NaN);
  const [first = 0, span = 0] = [Math.min(...times), Math.max(...times) - Math.min(...times)];
  const share = (index: number) => {
    if (span > 0) return ((times[index] ?? first) - first) / span;
    return points.length < 2 ? 0.5 : index / (points.length - 1);
  };
  const x = (index: number) => round(startPad + share(index) * (width - startPad - endPad));
  const y = (value: number) =>
    round(bottom - ((Math.min(Math.max(value, min), max) - min) / (max - min || 1)) * (bottom - PAD.top));

  const dots = points.flatMap(({ value, ...rest }, index) =>
    value === undefined ? [] : [{ ...rest, x: x(index), y: y(value), index }],
  );
  let pen = false;
  const path = points
    .map(({ value }, index) => {
      const command = value === undefined ? '' : `${pen ? 'L' : 'M'}${x(index)} ${y(value)}`;
      pen = value !== undefined;
      return command;
    })
    .join('');
  const last = dots.at(-1);
  const hasDots = dots.length * DOTS_APART < width - startPad - endPad;
  // Where the line comes from above and goes on above, the number stands beneath it.
  const isLow = (at: number) => {
    const [before, { y: here } = { y: 0 }, after] = [dots[at - 1], dots[at], dots[at + 1]];
    return (before?.y ?? Infinity) < here - 8 && (after?.y ?? 0) < here && here < bottom - 22;
  };
  // Of very many, only what stands out.
  const heights = dots.map((dot) => dot.y);
  const isTold = (at: number) =>
    hasDots ||
    at === 0 ||
    at === dots.length - 1 ||
    dots[at]?.mark ||
    [Math.min(...heights), Math.max(...heights)].includes(heights[at] ?? NaN);
  const signs = placed(
    [
      ...(goal ? [{ text: goal.label, x: width, y: y(goal.value) + 4, anchor: 'end' as const }] : []),
      ...ticks.map((tick) => ({ text: tick.label, x: startPad - 12, y: y(tick.value) + 4, anchor: 'end' as const })),
      ...dots.map(({ mark = '', x: at, y: high }) => ({
        text: mark,
        x: at,
        y: high + 4,
        anchor: 'middle' as const,
        name: 'mark' as const,
      })),
      ...endsFirst(
        dots.map((dot, at) => ({
          text: isTold(at) ? (dot.text ?? '') : '',
          x: dot.x,
          y: dot.y + (isLow(at) ? 20 : -11) * (dot.mark ? 1.5 : 1),
          anchor: 'middle' as const,
          name: 'val' as const,
        })),
      ),
    ],
    width,
  );
  const isMarked = ({ x: at, mark }: { x: number; mark?: string }) =>
    mark !== undefined && signs.some(({ name, text, x: own }) => name === 'mark' && text === mark && own === at);
  const names = placed(
    endsFirst(
      points.map((point, index) => ({ text: point.label, x: x(index), y: height - 8, anchor: 'middle' as const })),
    ),
    width,
  );
  const text = ({ text: said, name, ...place }: Words) =>
    svg`<text class=${name ?? nothing} x=${place.x} y=${place.y} text-anchor=${place.anchor}>${said}</text>`;

  return html`<svg
    class=${isWide ? 'chart chart--wide' : 'chart'}
    viewBox="0 0 ${width} ${height}"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
    focusable="false"
  >
    ${ticks.map((tick) => svg`<path class="axis" d="M${startPad} ${y(tick.value)}H${width - endPad}"></path>`)}
    <path class="axis" d="M${Math.min(startPad, PAD.start)} ${bottom}H${width - endPad}"></path>
    ${goal ? svg`<path class="goal" d="M${startPad} ${y(goal.value)}H${width - endPad + 6}" fill="none"></path>` : nothing}
    <path class="path" d=${path || 'M0 0'}></path>
    ${dots.map((dot) =>
      isMarked(dot) || hasDots || dot === last
        ? svg`<circle class=${dot === last && !isMarked(dot) ? 'pt pt--now' : 'pt'} cx=${dot.x} cy=${dot.y} r=${isMarked(dot) ? 9 : 4.5}></circle>`
        : nothing,
    )}
    ${[...signs, ...names].map(text)}
  </svg>`;
}
