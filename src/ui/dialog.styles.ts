import { css } from 'lit';

/** The native dialog. */
export const dialogStyles = css`
  .dialog {
    display: grid;
    gap: var(--_sp-4);
    max-inline-size: 30em;
    padding: var(--_sp-5);
    border: 1px solid var(--_hairline);
    border-radius: var(--_r-m);
    background: var(--_page);
    color: var(--_text);
    box-shadow: var(--_lift-2);
  }

  /* A closed dialog stays in the document, so that focus can come back to what opened it. */
  dialog.dialog:not([open]) {
    display: none;
  }
  dialog.dialog {
    inline-size: min(30em, 100vw - 2em);
    max-block-size: calc(100dvh - 2em);
    overflow: auto;
    margin: auto;
    font: inherit;
    line-height: var(--_line);
  }
  dialog.dialog::backdrop {
    background: rgb(10 16 22 / 0.5);
  }
  .dialog > header {
    display: flex;
    gap: var(--_sp-3);
    align-items: start;
    justify-content: space-between;
  }
  .dialog > header .btn {
    margin: -0.4em -0.6em -0.4em 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog.dialog[open] {
      animation: rise 240ms cubic-bezier(0.2, 0.7, 0.2, 1);
    }
    @keyframes rise {
      from {
        opacity: 0;
        translate: 0 0.5em;
      }
    }
  }
  @media print {
    dialog.dialog {
      display: none;
    }
  }
`;
