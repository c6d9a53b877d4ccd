import { css } from 'lit';

/** The page of an item: what is to be done beside who joins, and below it where the ball was. */
export const itemStyles = css`
  .item-page { display: grid; gap: var(--_sp-5) 2.5em; grid-template-columns: minmax(0, 1fr); align-items: start; }
  .item-page > * { display: grid; gap: var(--_sp-5); grid-template-columns: minmax(0, 1fr); align-content: start; }
  .item-top { display: grid; gap: 0.35em; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
  .item-top .question { font-size: 1.1em; }
  .panel { display: grid; gap: var(--_sp-3); padding: var(--_sp-5) var(--_sp-4); border-radius: var(--_r-m); background: var(--_subtle); grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
  .panel .ball { inline-size: 4em; block-size: 3.2em; }
  .sides { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0 0.75em; align-items: center; max-inline-size: 34em; }
  .sides > :last-child { text-align: end; }
  .sides small { display: block; font-size: var(--_size-s); color: var(--_muted); }
  .way { display: flex; align-items: center; gap: 0.4em; }
  .way::before, .way::after { content: ''; flex: 1; border-block-start: 2px solid var(--_text); }
  .way::after { border-block-start-style: dotted; }
  .facts { display: grid; gap: 0.4em 1.25em; grid-template-columns: auto minmax(0, 1fr); margin: 0; align-items: baseline; }
  .facts dt { font-size: var(--_size-s); font-weight: 600; color: var(--_muted); }
  .facts dd { margin: 0; }
  .joins { display: grid; gap: 0.75em; }
  .joins p { padding-inline-start: 0.9em; border-inline-start: 3px solid var(--_hairline); }
  .joins .is-doing { border-color: var(--_action); }
  .log { display: grid; gap: 1.1em; margin: 0; padding: 0; list-style: none; }
  .log li { display: grid; grid-template-columns: 2.5em minmax(0, 1fr); gap: 0 1em; overflow-wrap: anywhere; }
  .log .ball { grid-row: span 5; }
  .log .said { margin-block-start: 0.35em; padding-inline-start: 0.9em; border-inline-start: 3px solid var(--_border); }
  .form { display: grid; gap: var(--_sp-4); padding: var(--_sp-4); border: 1px solid var(--_border); border-radius: var(--_r-m); background: var(--_page); grid-template-columns: minmax(0, 1fr); }
  details > .stack { margin-block-start: 0.75em; }
  .compare { display: grid; gap: 0.5em 1.5em; grid-template-columns: minmax(0, 1fr); margin-block-start: 0.5em; }
  @container samen (min-width: 38.75em) {
    .compare { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .panel { padding: 1.5em; }
  }
  @container samen (min-width: 60em) {
    .item-page { grid-template-columns: minmax(0, 1fr) 18em; }
  }
  @media (forced-colors: active) {
    .panel { border: 1px solid; }
  }
  @media print {
    details::details-content { content-visibility: visible; block-size: auto; }
  }
`;
