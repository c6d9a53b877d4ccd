import { css } from 'lit';

/** Chips and labels. */
export const chipStyles = css`
  .chip {
    /* a filter: a button that is on or off */
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: var(--_target);
    padding: 0.25em 0.85em;
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: var(--_page);
    color: var(--_text);
    font: inherit;
    font-size: var(--_size-s);
    font-weight: 500;
    line-height: 1.25;
    cursor: pointer;
  }
  .chip:hover {
    background: var(--_subtle);
  }
  .chip[aria-pressed='true'] {
    background: var(--_chosen);
    color: var(--_on-chosen);
    border-color: currentColor;
    font-weight: 650;
  }
  .chip[aria-pressed='true']::before {
    content: '✓' / '';
    font-weight: 700;
  }
  .chip b {
    font-variant-numeric: tabular-nums;
  }

  .tag {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    padding: 0.12em 0.5em;
    border-radius: var(--_r-s);
    font-size: var(--_size-s);
    font-weight: 600;
    line-height: 1.4;
    background: var(--_subtle);
    color: var(--_text);
  }
  .tag .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .tag--good {
    background: var(--_good);
    color: var(--_on-good);
  }
  .tag--warn {
    background: var(--_warn);
    color: var(--_on-warn);
  }
  .tag--bad {
    background: var(--_bad);
    color: var(--_on-bad);
  }
  .tag--line {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_border);
  }

  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    .tag {
      border: 1px solid;
    }
  }
  @media print {
    .chip {
      display: none;
    }
  }
`;
