import { css } from 'lit';

/** Cards, the line of who wrote it, and short definition lists. */
export const cardStyles = css`
  .card {
    display: grid;
    gap: var(--_sp-3);
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    padding: var(--_sp-4);
    border: 1px solid var(--_hairline);
    border-radius: var(--_r-m);
    background: var(--_page);
    box-shadow: var(--_lift-1);
  }
  .card--flat {
    box-shadow: none;
    background: var(--_subtle);
    border-color: transparent;
  }
  .byline {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 0.9em;
    align-items: center;
    font-size: var(--_size-s);
    color: var(--_muted);
    line-height: 1.45;
  }
  .byline b {
    color: var(--_text);
    font-weight: 600;
  }
  .byline > * {
    min-inline-size: 0;
  }
  .byline .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
    margin-inline-end: 0.35em;
  }
  .said {
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--hue, var(--_border));
  }
  :is(.card, .item).is-waiting {
    border-style: dashed;
    border-color: var(--_border);
    box-shadow: none;
  }
  .is-refused {
    border-color: var(--_on-bad);
  }

  @media (forced-colors: active) {
    .card--flat {
      border: 1px solid;
    }
  }
  @media print {
    .card {
      break-inside: avoid;
      box-shadow: none;
    }
  }
`;
