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
}

export interface LineChartOptions {
  points: readonly LinePoint[];
  min?: number;
  max?: number;
  goal?: { value: number; label: string };
  /** Says what the picture shows; without it the chart is hidden and the table beside it speaks. */
  label?: string;
}

const WIDTH = 320;
const HEIGHT = 140;
const PAD = { top: 24, end: 24, bottom: 28, start: 24 };

/** A small line for a trend, with the value at each point. */
export function lineChart({ points, min = 0, max = 1, goal, label }: LineChartOptions): TemplateResult {
  const x = (index: number) =>
    PAD.start + (points.length < 2 ? 0.5 : index / (points.length - 1)) * (WIDTH - PAD.start - PAD.end);
  const y = (value: number) =>
    HEIGHT -
    PAD.bottom -
    ((Math.min(Math.max(value, min), max) - min) / (max - min || 1)) * (HEIGHT - PAD.top - PAD.bottom);
  const round = (value: number) => Math.round(value * 10) / 10;
  let pen = false;
  const path = points
    .map(({ value }, index) => {
      const command = value === undefined ? '' : `${pen ? 'L' : 'M'}${round(x(index))} ${round(y(value))}`;
      pen = value !== undefined;
      return command;
    })
    .join('');
  const last = points.reduce((found, { value }, index) => (value === undefined ? found : index), -1);
  // The word of the goal stands at the end of the line that is further from it, so as not to cover a value.
  const away = (point: LinePoint | undefined) => Math.abs((point?.value ?? Infinity) - (goal?.value ?? 0));
  const atStart = away(points[0]) > away(points.at(-1));
  return html`<svg
    class="chart"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'}
    focusable="false"
  >
    <path class="axis" d="M${PAD.start} ${HEIGHT - PAD.bottom}H${WIDTH - PAD.end}"></path>
    ${
      goal
        ? svg`<path class="goal" d="M${PAD.start} ${round(y(goal.value))}H${WIDTH - PAD.end}" fill="none"></path>
          <text x=${atStart ? PAD.start - 8 : WIDTH - PAD.end} y=${round(y(goal.value)) - 5} text-anchor=${atStart ? 'start' : 'end'}>${goal.label}</text>`
        : nothing
    }
    <path class="path" d=${path || 'M0 0'}></path>
    ${points.map(
      ({ value, text, label: name }, index) => svg`
      ${
        value === undefined
          ? nothing
          : svg`<circle class=${index === last ? 'pt pt--now' : 'pt'} cx=${round(x(index))} cy=${round(y(value))} r="4.5"></circle>
          ${text ? svg`<text class="val" x=${round(x(index))} y=${round(y(value)) - 11} text-anchor="middle">${text}</text>` : nothing}`
      }
      <text x=${round(x(index))} y=${HEIGHT - 8} text-anchor="middle">${name}</text>`,
    )}
  </svg>`;
}
