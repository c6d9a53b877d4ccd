import { css } from 'lit';

/** Fields, choices and the segmented choice. */
export const fieldStyles = css`
  .field {
    display: grid;
    gap: 0.35em;
    justify-items: stretch;
    grid-template-columns: minmax(0, 1fr);
  }
  .field > label,
  .label,
  legend.label {
    font-weight: 650;
    line-height: 1.35;
    padding: 0;
  }
  .field .hint {
    font-size: var(--_size-s);
    color: var(--_muted);
  }
  .input {
    inline-size: 100%;
    max-inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.55em 0.75em;
    border: 1px solid var(--_field-border);
    border-radius: var(--_r-s);
    background: var(--_field);
    color: var(--_on-field);
    font: inherit;
    line-height: 1.45;
  }
  textarea.input {
    resize: vertical;
    field-sizing: content;
    min-block-size: 4.6em;
  }
  .input--search {
    padding-inline-start: 2.5em;
  }
  .search {
    position: relative;
    display: block;
  }
  .search .icon {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 0.8em;
    translate: 0 -50%;
    color: var(--_muted);
  }

  .choice {
    display: grid;
    gap: var(--_sp-1);
    grid-template-columns: minmax(0, 1fr);
  }
  .choice label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.7em;
    align-items: center;
    min-block-size: var(--_target);
    padding: 0.4em 0.75em;
    border: 1px solid var(--_hairline);
    border-radius: var(--_r-s);
    cursor: pointer;
    line-height: 1.35;
  }
  .choice label:has(:checked) {
    background: var(--_chosen);
    color: var(--_on-chosen);
    border-color: currentColor;
  }
  .choice label:has(:focus-visible) {
    outline: var(--_focus-width) var(--_focus-style) var(--_focus);
    outline-offset: var(--_focus-offset);
  }
  .choice input {
    inline-size: 1.2em;
    block-size: 1.2em;
    margin: 0;
    accent-color: var(--_action);
    outline: 0;
  }
  /* The whole label shows it. */
  .choice input:focus-visible {
    outline: 0;
  }
  .choice b {
    display: block;
    font-weight: 600;
  }
  .choice small {
    display: block;
    font-size: var(--_size-s);
    color: var(--_muted);
  }
  .choice label:has(:checked) small {
    color: inherit;
  }

  .field .error {
    display: flex;
    gap: 0.45em;
    align-items: start;
    color: var(--_on-bad);
    font-weight: 600;
  }
  .field .error::before {
    content: '!';
    flex: none;
    inline-size: 1.3em;
    block-size: 1.3em;
    border: 2px solid;
    border-radius: 50%;
    display: grid;
    place-items: center;
    font-size: 0.8em;
    line-height: 1;
    margin-block-start: 0.25em;
  }
  .field:has(.error) {
    padding-inline-start: 0.9em;
    border-inline-start: 4px solid var(--_on-bad);
  }
  .input[aria-invalid='true'] {
    border-color: var(--_on-bad);
    border-width: 2px;
  }
  .input[aria-disabled='true'],
  .input:disabled {
    background: var(--_subtle);
    color: var(--_muted);
  }
  .count {
    font-size: var(--_size-s);
    color: var(--_muted);
    justify-self: end;
  }

  .seg {
    display: flex;
    flex-wrap: wrap;
    border: 1px solid var(--_border);
    border-radius: var(--_r-s);
    inline-size: fit-content;
    max-inline-size: 100%;
    background: var(--_page);
  }
  .seg label {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: var(--_target);
    padding: 0.25em 0.8em;
    font-weight: 600;
    cursor: pointer;
    position: relative;
    font-size: var(--_size-s);
  }
  .seg label + label {
    border-inline-start: 1px solid var(--_border);
  }
  .seg input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    cursor: pointer;
  }
  .seg label:has(:checked) {
    background: var(--_chosen);
    color: var(--_on-chosen);
  }
  .seg label:has(:checked)::before {
    content: '✓' / '';
  }
  .seg label:has(:focus-visible) {
    outline: var(--_focus-width) var(--_focus-style) var(--_focus);
    outline-offset: var(--_focus-offset);
  }
  @container samen (max-width: 26.24em) {
    .seg:has(:nth-child(3)) {
      display: grid;
      inline-size: 100%;
    }
    .seg:has(:nth-child(3)) label + label {
      border-inline-start: 0;
      border-block-start: 1px solid var(--_border);
    }
  }
  @media (forced-colors: active) {
    .seg label:has(:checked),
    .choice label:has(:checked) {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
