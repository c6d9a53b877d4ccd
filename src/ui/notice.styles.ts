import { css } from 'lit';

/** Notices in four tones. */
export const noticeStyles = css`
  .note {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_sp-1) 0.65em;
    padding: 0.7em 0.9em;
    border-radius: var(--_r-s);
    background: var(--_subtle);
    color: var(--_text);
    border-inline-start: 4px solid var(--_border);
  }
  .note > .icon {
    margin-block-start: 0.14em;
  }
  .note > :not(.icon) {
    grid-column: 2;
  }
  [class*='note--'] {
    border-color: currentColor;
  }
  .note--good {
    background: var(--_good);
    color: var(--_on-good);
  }
  .note--warn {
    background: var(--_warn);
    color: var(--_on-warn);
  }
  .note--bad {
    background: var(--_bad);
    color: var(--_on-bad);
  }
  .note--chosen {
    background: var(--_chosen);
    color: var(--_on-chosen);
  }
  .note .btn {
    justify-self: start;
  }
  .note .row {
    margin-block-start: var(--_sp-1);
  }
  .note a {
    color: inherit;
  }
  .note > ul {
    display: grid;
    gap: var(--_sp-3);
  }
  @media (forced-colors: active) {
    .note {
      border: 1px solid;
      border-inline-start-width: 4px;
    }
  }
`;
