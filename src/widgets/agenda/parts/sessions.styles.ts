import { css } from 'lit';

/** Sessions, a running one with its screen, and the round of silent balls. */
export const sessionsStyles = css`
  .panel { display: grid; gap: var(--_sp-3); padding: var(--_sp-5) var(--_sp-4); border-radius: var(--_r-m); background: var(--_subtle); grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
  .panel .input { max-inline-size: 44em; }
  .apart { --gap: var(--_sp-5); }
  .silent-one { max-inline-size: 48em; }
  .input[type='number'], .input[type='time'] { max-inline-size: 9em; }
  .sessions { display: grid; gap: var(--_sp-3); grid-template-columns: minmax(0, 1fr); }
  .session { gap: 0.4em; overflow-wrap: anywhere; position: relative; }
  .session a { color: var(--_text); text-decoration: none; }
  .session a:hover { text-decoration: underline; }
  .session a::after { content: ''; position: absolute; inset: 0; border-radius: var(--_r-m); }
  .session-page { display: grid; gap: var(--_sp-5) 2.5em; grid-template-columns: minmax(0, 1fr); align-items: start; }
  .session-page > * { display: grid; gap: var(--_sp-5); grid-template-columns: minmax(0, 1fr); align-content: start; }
  .facts { display: grid; gap: 0.4em 1.25em; grid-template-columns: auto minmax(0, 1fr); margin: 0; align-items: baseline; overflow-wrap: anywhere; }
  .facts dt { font-size: var(--_size-s); font-weight: 600; color: var(--_muted); }
  .facts dd { margin: 0; }
  .when { display: grid; gap: var(--_sp-4); grid-template-columns: minmax(0, 1fr); }
  .ticks { display: grid; gap: var(--_sp-1); grid-template-columns: minmax(0, 1fr); }
  .ticks > li { display: flex; flex-wrap: wrap; gap: 0 0.25em; align-items: center; overflow-wrap: anywhere; }
  .ticks > li > label { flex: 1 1 12em; }
  .ticks details { flex: 1 0 100%; padding-inline-start: 2.6em; font-size: var(--_size-s); }
  .ticks summary { min-block-size: 2em; cursor: pointer; color: var(--_muted); align-content: center; }
  .ticks ol { padding-inline-start: 1.4em; list-style: decimal; }
  .ticks ol li { list-style: decimal; }
  .agreements { display: grid; gap: var(--_sp-3); grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
  .agreements > li { display: grid; gap: 0.3em; grid-template-columns: minmax(0, 1fr); padding-inline-start: 0.9em; border-inline-start: 3px solid var(--_border); }
  .lines { display: grid; gap: 0.25em; overflow-wrap: anywhere; }
  .lines--apart li { display: flex; flex-wrap: wrap; gap: 0.25em 0.75em; align-items: center; }
  .lines a { display: inline-flex; min-block-size: 24px; align-items: center; }
  .too-long { color: var(--_on-bad); font-weight: 600; }
  @container samen (min-width: 38.75em) {
    .panel { padding: 1.5em; }
    .when { grid-template-columns: repeat(3, minmax(0, 1fr)); align-items: end; }
    .sessions { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
  @container samen (min-width: 60em) {
    .session-page { grid-template-columns: minmax(0, 1fr) 20em; }
  }
  @media (forced-colors: active) {
    .panel { border: 1px solid; }
  }
  @media print {
    details::details-content { content-visibility: visible; block-size: auto; }
    .session { break-inside: avoid; }
  }
`;
