import { css } from 'lit';

/** Buttons: main, plain, quiet and icon only. */
export const buttonStyles = css`
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    max-inline-size: 100%;
    padding: 0.4em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--_r-s);
    background: var(--_page);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: start;
    text-decoration: none;
    overflow-wrap: anywhere;
    cursor: pointer;
    transition:
      background var(--_fast),
      border-color var(--_fast);
  }
  .btn:hover {
    border-color: var(--_text);
    background: var(--_subtle);
  }
  .btn--main {
    background: var(--_action);
    border-color: var(--_action);
    color: var(--_on-action);
  }
  .btn--main:hover {
    background: color-mix(in oklab, var(--_action) 86%, var(--_text));
  }
  .btn--quiet {
    border-color: transparent;
    background: transparent;
    padding-inline: 0.6em;
    font-weight: 500;
  }
  .btn--quiet:hover {
    background: var(--_subtle);
    border-color: transparent;
  }
  .btn--icon {
    padding: 0;
    inline-size: var(--_target);
  }
  .btn[aria-pressed='true'] {
    background: var(--_chosen);
    color: var(--_on-chosen);
    border-color: var(--_on-chosen);
  }
  .pull {
    margin-inline-start: -0.6em;
  } /* aligns the words of a quiet button with what stands above */
  /* below the whole widget */
  .samen > .pull {
    margin-block-start: 0.6em;
  }

  @media (forced-colors: active) {
    .btn--main {
      forced-color-adjust: none;
    }
    .btn[aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
  @media print {
    .btn {
      display: none;
    }
  }
`;
