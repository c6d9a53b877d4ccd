import { css } from 'lit';

/** The toast: a sentence at the foot of the widget, with one way back. */
export const toastStyles = css`
  .toast {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.75em;
    padding: 0.3em 0.4em 0.3em 1em;
    min-block-size: var(--_target);
    border-radius: var(--_r-m);
    background: var(--_text);
    color: var(--_page);
    box-shadow: var(--_lift-2);
  }
  .toast .btn {
    background: transparent;
    color: inherit;
    border-color: transparent;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  /* At the foot of the widget: seen wherever one is in it, and never over the focused element at its end. */
  .toasts {
    position: sticky;
    inset-block-end: 0.5em;
    z-index: 2;
    display: grid;
    justify-items: start;
    pointer-events: none;
  }
  .toasts > * {
    pointer-events: auto;
    margin-block-start: var(--_sp-3);
  }
  .toast .btn:hover {
    background: color-mix(in oklab, var(--_page) 16%, var(--_text));
  }
  .toast :focus-visible {
    outline-color: var(--_page);
  }
  @media (prefers-reduced-motion: no-preference) {
    .toast {
      animation: toast-rise 240ms cubic-bezier(0.2, 0.7, 0.2, 1);
    }
    @keyframes toast-rise {
      from {
        opacity: 0;
        translate: 0 0.5em;
      }
    }
  }
  @media (forced-colors: active) {
    .toast {
      border: 1px solid;
    }
  }
  @media print {
    .toast {
      display: none;
    }
  }
`;
