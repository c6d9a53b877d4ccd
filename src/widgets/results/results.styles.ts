import { css } from 'lit';

/** Figures, cards, quotes and charts: one column, two cards beside each other from 38.75 em, three from 60 em. */
export const resultsStyles = css`
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 7.5em), 1fr)); gap: var(--_sp-4) var(--_sp-5); padding-block: var(--_sp-4); border-block: 1px solid var(--_hairline); }
  .figure { display: grid; grid-row: span 2; grid-template-rows: subgrid; row-gap: 0.1em; }
  .figure dt { align-self: end; }
  .figure strong, .number strong { display: flex; align-items: baseline; gap: 0.35em; font-size: 2.375em; line-height: 1.05; font-weight: 650; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
  .spark { flex: 0 1 1.5em; min-inline-size: 0; block-size: 0.5em; }
  .small-chart { inline-size: 100%; max-inline-size: 26em; block-size: auto; }
  :is(.spark, .small-chart) { overflow: visible; fill: none; stroke: var(--_action); stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round; }
  .small-chart .axis { stroke: var(--_hairline); stroke-width: 1; }
  .small-chart .goal { stroke: var(--_text); stroke-dasharray: 2 4; stroke-width: 1.5; stroke-linecap: butt; }
  .small-chart circle { fill: var(--_page); }
  :is(.spark, .small-chart) .now { fill: var(--_action); }
  .small-chart text { font-size: 12.5px; fill: var(--_muted); stroke: none; }
  .small-chart .val { fill: var(--_text); font-weight: 650; paint-order: stroke; stroke: var(--_page); stroke-width: 4; }
  .ways { display: flex; }
  .ways .chip { border-radius: 0; font-weight: 600; }
  .ways .chip:first-child { border-start-start-radius: var(--_r-s); border-end-start-radius: var(--_r-s); }
  .ways .chip:last-child { border-start-end-radius: var(--_r-s); border-end-end-radius: var(--_r-s); margin-inline-start: -1px; }
  .results { display: grid; gap: var(--_sp-5) var(--_sp-4); grid-template-columns: minmax(0, 1fr); }
  .group { display: grid; gap: var(--_sp-3) var(--_sp-4); grid-template: auto / minmax(0, 1fr); }
  .group > [class^='h-'] { grid-column: 1 / -1; }
  .group > .card { display: flex; flex-direction: column; overflow-wrap: anywhere; }
  /* As much as a card can hold; the page of the result has the rest. */
  .group > .card p[dir] { display: -webkit-box; -webkit-line-clamp: 8; -webkit-box-orient: vertical; overflow: hidden; }
  .number { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25em 0.5em; }
  .quote { font-size: var(--_size-xl); line-height: 1.35; letter-spacing: -0.01em; font-weight: 500; text-wrap: pretty; }
  .drivers { gap: 0.1em 1.1em; }
  .end { margin-block: auto -0.5em; border-block-start: 1px solid var(--_hairline); padding-block-start: 0.25em; gap: 0.1em 0.9em; }
  .how { display: inline-flex; align-items: center; gap: 0.3em; min-block-size: var(--_target); margin-inline-start: auto; }
  @container samen (min-width: 38.75em) {
    .results { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
  @container samen (min-width: 60em) {
    .results { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  }
  @container samen (min-width: 38.75em) {
    .group { grid-column: span var(--span); grid-template: auto / repeat(var(--span), minmax(0, 1fr)); grid-auto-rows: 1fr; }
  }
  @media print {
    .how { display: none; }
    .group > .card p[dir] { display: block; }
  }
`;
