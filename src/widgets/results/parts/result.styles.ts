import { css } from 'lit';

/** The page of a result: what is different, and beside it for whom and why; below all, how it came. */
export const resultStyles = css`
  .result-page { display: grid; gap: var(--_sp-5) 2.5em; grid-template-columns: minmax(0, 1fr); align-items: start; }
  .result-page > * { display: grid; gap: var(--_sp-5); grid-template-columns: minmax(0, 1fr); align-content: start; overflow-wrap: anywhere; }
  .result-page .byline { overflow-wrap: break-word; }
  .whole { gap: 2em; }
  .top { display: grid; gap: 0.5em; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
  .needed { padding: var(--_sp-4); border-radius: var(--_r-m); background: var(--_subtle); }
  .number strong { font-size: 2.75em; }
  .values { max-inline-size: 46em; }
  .values th, .values td { vertical-align: baseline; }
  .values .act { inline-size: var(--_target); padding-block: 0; }
  .at { display: inline-grid; place-items: center; min-inline-size: 1.6em; block-size: 1.6em; border: 2px solid var(--_action); border-radius: 1em; font-size: 0.8em; font-weight: 650; }
  .proof { display: grid; gap: 0.25em; }
  .proof li { display: flex; gap: 0.6em; align-items: baseline; min-block-size: var(--_target); padding-block: 0.5em; border-block-end: 1px solid var(--_hairline); }
  .proof li:last-child { border: 0; }
  .facts { display: grid; gap: 0.4em 1.25em; grid-template-columns: auto minmax(0, 1fr); margin: 0; align-items: baseline; }
  .facts dt { font-size: var(--_size-s); font-weight: 600; color: var(--_muted); }
  .facts dd { margin: 0; }
  .log { display: grid; gap: 0.5em; }
  .log li { padding-inline-start: 0.9em; border-inline-start: 3px solid var(--_hairline); }
  .log li:first-child { border-color: var(--_action); }
  .log .small { display: block; }
  @container samen (max-width: 26.24em) {
    .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
    .facts dd { margin-block-end: 0.6em; }
  }
  @container samen (min-width: 56em) {
    .result-page { grid-template-columns: minmax(0, 1.9fr) minmax(0, 1fr); }
  }
`;
