import { css } from 'lit';

/** Ground: what inherits from the page and is not wanted is reset, font size and family are kept. */
export const baseStyles = css`
  :host {
    display: block;
    flex: 1 1 auto;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  /* The container is in the shadow root: a page that sets container on the host breaks nothing. */
  .samen {
    container: samen / inline-size;
    background: var(--_ground, transparent);
    box-shadow: 0 0 0 0.75em var(--_ground, transparent);
    position: relative;
    color: var(--_text);
    font-family: var(--_font);
    line-height: var(--_line);
    font-style: normal;
    font-weight: 400;
    font-variant: normal;
    text-align: start;
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    word-break: normal;
    cursor: auto;
    visibility: visible;
    list-style: none;
    overflow-wrap: break-word;
    hyphens: manual;
  }
  .samen *,
  .samen *::before,
  .samen *::after {
    box-sizing: border-box;
  }
  :where(.samen) :where(h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, figure, blockquote, fieldset) {
    margin: 0;
    padding: 0;
    border: 0;
    font: inherit;
    list-style: none;
    min-inline-size: 0;
  }
  :where(.samen a) {
    color: var(--_link);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .samen p {
    text-wrap: pretty;
  }
  .samen a:hover {
    text-decoration-thickness: 2px;
  }
  .samen :focus-visible {
    outline: var(--_focus-width) var(--_focus-style) var(--_focus);
    outline-offset: var(--_focus-offset);
    border-radius: var(--_r-s);
  }
  .samen b {
    font-weight: 650;
  }
  .samen table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.28em;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .stack {
    display: grid;
    gap: var(--gap, var(--_sp-4));
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .stack--tight {
    --gap: 0.4em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap, var(--_sp-2));
    align-items: center;
  }
  .row--apart {
    justify-content: space-between;
  }
  /* --gap counts for the element itself, not for what is in it */
  :is(.stack, .row) > :not(.stack--tight) {
    --gap: initial;
  }
  .push {
    margin-inline-start: auto;
  }

  [class^='h-'] {
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  .h-widget {
    font-size: var(--_size-2xl);
    font-weight: 700;
    line-height: 1.15;
    letter-spacing: -0.015em;
  }
  .h-part {
    font-size: var(--_size-xl);
    line-height: var(--_line-tight);
    letter-spacing: -0.01em;
  }
  .h-card {
    font-size: var(--_size-l);
  }
  .small {
    font-size: var(--_size-s);
  }
  .muted {
    color: var(--_muted);
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .lead {
    font-size: var(--_size-l);
    line-height: 1.5;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_sp-2) var(--_sp-4);
    align-items: end;
    justify-content: space-between;
    margin-block-end: var(--_sp-4);
  }
  .head > div:not(.row) {
    display: grid;
    gap: var(--_sp-1);
    flex: 1 1 20em;
    min-inline-size: 0;
  }
  :where(.samen legend) {
    padding: 0;
    margin-block-end: var(--_sp-4);
  }

  .empty {
    display: grid;
    gap: var(--_sp-3);
    justify-items: start;
    padding: var(--_sp-5);
    border: 1px dashed var(--_border);
    border-radius: var(--_r-m);
    max-inline-size: 42em;
  }
  @media print {
    .no-print {
      display: none;
    }
  }
`;
