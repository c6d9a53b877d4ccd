import { css } from 'lit';

/** Charts: distribution bar and line chart. */
export const chartStyles = css`
  .mix {
    display: flex;
    block-size: 1.15em;
    border-radius: 3px;
    overflow: hidden;
    inline-size: 100%;
    box-shadow: inset 0 0 0 1px var(--_border);
  }
  .mix > i {
    display: block;
    flex: var(--n) 0 0;
    border-inline-end: 2px solid var(--_page);
  }
  .mix > i:last-child {
    border: 0;
  }
  .mix .g,
  .key.g {
    background: var(--_text);
  }
  .mix .k,
  .key.k {
    background: repeating-linear-gradient(
      135deg,
      var(--_border) 0 3px,
      color-mix(in oklab, var(--_border) 30%, var(--_page)) 3px 6px
    );
  }
  .mix .s,
  .key.s {
    background: var(--_page);
    box-shadow: inset 0 0 0 1px var(--_border);
  }
  .key {
    display: inline-block;
    inline-size: 1.1em;
    block-size: 1.1em;
    border-radius: 2px;
    vertical-align: -0.15em;
  }

  .spark {
    overflow: visible;
    fill: none;
    stroke: var(--_action);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .spark .dot {
    fill: var(--_action);
    stroke: none;
  }
  .chart {
    inline-size: 100%;
    max-inline-size: 26em;
    block-size: auto;
    overflow: visible;
  }
  .chart text {
    font-size: 12.5px;
    fill: var(--_muted);
    font-family: inherit;
  }
  .chart--wide {
    max-inline-size: 46em;
  }
  .chart .val {
    fill: var(--_text);
    font-weight: 650;
    /* Readable where it stands over a line. */
    paint-order: stroke;
    stroke: var(--_page);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .chart .mark {
    fill: var(--_text);
    font-size: 11px;
    font-weight: 650;
  }
  .chart .axis {
    stroke: var(--_hairline);
  }
  .chart .goal {
    stroke: var(--_text);
    stroke-dasharray: 2 4;
    stroke-width: 1.5;
  }
  .chart .path {
    fill: none;
    stroke: var(--_action);
    stroke-width: 2.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .chart .pt {
    fill: var(--_page);
    stroke: var(--_action);
    stroke-width: 2.5;
  }
  .chart .pt--now {
    fill: var(--_action);
  }
  @media (forced-colors: active) {
    .mix,
    .key {
      forced-color-adjust: none;
    }
  }
`;
