import { css } from 'lit';

/** The compass itself: rose, rows, phases. What the parts need stands with the parts. */
export const compassStyles = css`
  .compass { display: grid; gap: 1.5em 3em; grid-template-columns: minmax(0, 1fr); }
  .rose { position: relative; inline-size: 100%; max-inline-size: 42em; aspect-ratio: 672 / 640; margin-inline: auto; }
  .rose > svg { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; overflow: visible; }
  .petal { fill: color-mix(in oklab, var(--hue) 30%, var(--_page)); stroke: var(--hue); stroke-width: 2; }
  .was, .ring, .tick, .needle, .key-now { fill: none; }
  .was { stroke: var(--_text); stroke-width: 1.5; stroke-dasharray: 1 4; stroke-linecap: round; }
  .needle { stroke: currentColor; stroke-width: 1.5; stroke-linejoin: round; }
  .ring, .core { stroke: var(--_hairline); }
  .tick { stroke: var(--_border); }
  .mark { font-size: 12px; fill: var(--_muted); stroke: var(--_page); stroke-width: 5px; paint-order: stroke; }
  .core { fill: var(--_page); }
  .purpose { position: absolute; inset-inline-start: 50%; inset-block-start: 52.81%; translate: -50% -50%; display: grid; place-items: center; inline-size: min(9.8em, 24%); aspect-ratio: 1; border-radius: 50%; text-align: center; line-height: 1.28; font-size: var(--_size-s); font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
  .purpose span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 9; overflow: hidden; }
  .spoke { position: absolute; inset-inline-start: var(--x); inset-block-start: var(--y); translate: -50% -50%; display: grid; justify-items: center; gap: 0.1em; inline-size: 7.9em; padding: 0.35em 0; border: 0; border-radius: var(--_r-m); background: var(--_page); color: var(--_text); font: inherit; line-height: 1.25; text-align: center; overflow-wrap: anywhere; }
  button.spoke, .rose-row { cursor: pointer; }
  button.spoke:hover, .rose-row:hover { background: var(--_subtle); }
  .spoke b { font-weight: 650; }
  .spoke small, .rose-row small { font-size: var(--_size-s); color: var(--_muted); }
  .spoke .disc { --size: 2.75em; }
  .rose--small { max-inline-size: 17em; aspect-ratio: 1; }
  .rose--small .spoke { inline-size: auto; padding: 0; background: none; }
  .rose--small .disc { --size: 2.1em; }
  .rose-row { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.1em 0.75em; align-items: center; inline-size: 100%; min-block-size: 3.5em; padding: 0.5em 0; border: 0; border-block-end: 1px solid var(--_hairline); background: none; color: var(--_text); font: inherit; line-height: 1.3; text-align: start; overflow-wrap: anywhere; }
  .rose-row .disc { grid-row: span 2; }
  .rose-row .bar { grid-column: 2; }
  .num { text-align: end; font-variant-numeric: tabular-nums; }
  .legend { display: flex; flex-wrap: wrap; gap: 0.25em 1.25em; justify-content: center; font-size: var(--_size-s); color: var(--_muted); }
  .legend > * { display: inline-flex; align-items: center; gap: 0.45em; }
  .legend svg { inline-size: 1.75em; block-size: 1em; flex: none; }
  .key-now { fill: color-mix(in oklab, var(--_border) 30%, var(--_page)); stroke: var(--_border); stroke-width: 2; }
  .phases { display: flex; gap: 0.3em; margin: 0; padding: 0; list-style: none; font-size: var(--_size-s); }
  .phases > * { flex: 1 1 0; min-inline-size: 2em; padding-block-start: 0.55em; border-block-start: 4px solid var(--_hairline); color: var(--_muted); line-height: 1.35; }
  .phases > .was { border-color: var(--_border); }
  .phases > .now { border-color: var(--_action); color: var(--_text); flex-grow: 1.6; }
  .promise { padding-inline-start: 1em; border-inline-start: 3px solid var(--_border); }
  .open-round { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.65em; padding: 0.7em 0.9em; border-radius: var(--_r-s); background: var(--_chosen); color: var(--_on-chosen); border-inline-start: 4px solid; }
  .core-team { display: flex; flex-wrap: wrap; gap: 0.5em; align-items: center; padding-block-start: 1em; border-block-start: 1px solid var(--_hairline); }
  details.core-team { display: block; }
  .core-team summary { min-block-size: var(--_target); font-weight: 600; cursor: pointer; }
  .actions { display: grid; gap: 0.5em; grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr)); }
  .actions .btn { justify-content: center; }
  /* Beside the rose there is no room for the heads of the columns on one line. */
  .compass .grid-table thead .n { white-space: normal; }
  @container samen (min-width: 60em) {
    .compass { grid-template-columns: minmax(0, 1.9fr) minmax(0, 1fr); }
  }
  @media (forced-colors: active) {
    .disc, .petal { forced-color-adjust: none; }
    .petal { fill: Canvas; stroke: CanvasText; }
    .disc { background: Canvas; color: CanvasText; }
    .ring, .core { stroke: GrayText; }
    .core { fill: Canvas; }
    .phases > .now { border-color: Highlight; }
  }
`;
