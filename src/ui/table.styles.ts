import { css } from 'lit';

/** The table beside a picture. */
export const tableStyles = css`
  .grid-table th,
  .grid-table td {
    padding: 0.6em 0.75em 0.6em 0;
    border-block-end: 1px solid var(--_hairline);
    text-align: start;
    vertical-align: middle;
    line-height: 1.35;
  }
  .grid-table thead th {
    font-size: var(--_size-s);
    font-weight: 600;
    color: var(--_muted);
    vertical-align: bottom;
    padding-block: 0 0.4em;
    border-color: var(--_border);
  }
  .grid-table tbody th {
    font-weight: 600;
  }
  .grid-table .n {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .grid-table :is(th, td):last-child {
    padding-inline-end: 0;
  }
  @container samen (max-width: 26.24em) {
    .grid-table :is(th, td) {
      padding-inline-end: 0.3em;
    }
    .grid-table thead th {
      line-height: 1.2;
    }
    .grid-table thead .n {
      white-space: normal;
    }
  }
`;
