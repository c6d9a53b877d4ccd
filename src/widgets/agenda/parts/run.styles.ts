import { css } from 'lit';

/** Holding a session, on a page and on the large screen; and the clock of the round of silent balls. */
export const runStyles = css`
  .run-page, .run-side { display: grid; gap: var(--_sp-5) 2.5em; grid-template-columns: minmax(0, 1fr); align-items: start; }
  .run-text { font-size: var(--_size-xl); line-height: 1.35; text-wrap: balance; overflow-wrap: anywhere; }
  .clock { display: flex; flex-wrap: wrap; gap: 0.2em 0.75em; align-items: baseline; }
  .clock-time { font-size: var(--_size-2xl); font-weight: 700; line-height: 1.2; }
  .clock--over .clock-time { color: var(--_on-bad); }
  .agreements--typed > li { gap: var(--_sp-3); padding-block-end: var(--_sp-3); }
  dialog.projector { inline-size: 100vw; max-inline-size: none; block-size: 100dvh; max-block-size: none; margin: 0; padding: 0; border: 0; background: var(--_page); color: var(--_text); font: inherit; line-height: var(--_line); }
  dialog.projector:not([open]) { display: none; }
  .screen { display: grid; grid-template-rows: auto minmax(0, 1fr) auto auto; gap: var(--_sp-4); min-block-size: 100%; padding: clamp(1em, 3vmin, 3em); background: var(--_page); color: var(--_text); overflow: auto; overflow-wrap: anywhere; grid-template-columns: minmax(0, 1fr); }
  .screen:fullscreen { inline-size: 100%; block-size: 100%; }
  .screen header { color: var(--_muted); }
  .screen-step { display: grid; gap: clamp(0.5em, 2vmin, 1.5em); align-content: center; grid-template-columns: minmax(0, 1fr); }
  .screen-at { color: var(--_muted); font-size: clamp(1em, 2.6vmin, 1.75em); }
  .screen-text { font-size: clamp(1.5em, 6.5vmin, 4.5em); line-height: 1.2; font-weight: 650; text-wrap: balance; max-inline-size: 26em; }
  .screen .clock-time { font-size: clamp(1.5em, 6vmin, 4em); }
  .screen .clock .small { font-size: clamp(1em, 2.6vmin, 1.75em); }
  .screen-item { display: grid; gap: 0.2em; padding-block-start: var(--_sp-4); border-block-start: 2px solid var(--_hairline); font-size: clamp(1em, 2.8vmin, 1.75em); grid-template-columns: minmax(0, 1fr); }
  .screen-item .screen-at { font-size: 0.8em; }
  .screen-title { font-size: 1.3em; font-weight: 650; line-height: 1.25; }
  .screen footer { display: flex; flex-wrap: wrap; gap: var(--_sp-2) var(--_sp-5); justify-content: space-between; }
  @container samen (min-width: 38.75em) {
    .agreements--typed > li { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: end; }
    .agreements--typed > li > :is(:first-child, :last-child) { grid-column: 1 / -1; }
  }
  @container samen (min-width: 60em) {
    .run-page:has(.run-side) { grid-template-columns: minmax(0, 1fr) 22em; grid-template-rows: auto 1fr; }
    .run-side { grid-column: 2; grid-row: 1 / span 2; }
  }
  @media print {
    dialog.projector { display: none; }
  }
`;
