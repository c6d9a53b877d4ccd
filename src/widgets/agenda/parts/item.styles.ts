import { css } from 'lit';

/** The page of an item: what is to be done beside who joins, and below it where the ball was. */
export const itemStyles = css`
  .item-page { display: grid; gap: var(--_sp-5) 2.5em; grid-template-columns: minmax(0, 1fr); align-items: start; }
  .item-page > * { display: grid; gap: var(--_sp-5); grid-template-columns: minmax(0, 1fr); align-content: start; }
  .item-top { display: grid; gap: 0.5em; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
  .item-top .question { font-size: 1.1em; }
  .panel { display: grid; gap: var(--_sp-3); padding: var(--_sp-5) var(--_sp-4); border-radius: var(--_r-m); background: var(--_subtle); grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
  .panel .ball { inline-size: 4em; block-size: 3.2em; }
  .panel > div > p { margin-block-start: 0.25em; }
  .throw { display: grid; gap: 0.3em; max-inline-size: 34em; line-height: 1.3; overflow-wrap: break-word; }
  .throw div { display: flex; justify-content: space-between; gap: 1em; }
  .throw svg { inline-size: 100%; overflow: visible; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
  .throw .ground { stroke-width: 3; }
  .throw .full { fill: currentColor; stroke: none; }
  .throw .open { fill: var(--_page); }
  .throw .seam { stroke: var(--_subtle); }
  .throw .thin { stroke-width: 1.5; }
  .throw p + p { text-align: end; }
  .throw small { display: block; font-size: var(--_size-s); color: var(--_muted); }
  .facts { display: grid; gap: 0.4em 1.25em; grid-template-columns: auto minmax(0, 1fr); margin: 0; align-items: baseline; }
  .facts dt { font-size: var(--_size-s); font-weight: 600; color: var(--_muted); }
  .facts dd { margin: 0; }
  .joins { display: grid; gap: 0.75em; }
  .joins p { padding-inline-start: 0.9em; border-inline-start: 3px solid var(--_hairline); }
  .joins .is-doing { border-color: var(--_action); }
  .log { display: grid; gap: 1.1em; margin: 0; padding: 0; list-style: none; }
  .log li { position: relative; display: grid; grid-template-columns: 2.5em minmax(0, 1fr); gap: 0 1em; overflow-wrap: anywhere; }
  .log li:not(:last-child)::after { content: ''; position: absolute; inset-block: 2.6em -0.8em; inset-inline-start: calc(1.25em - 1px); border-inline-start: 2px solid var(--_hairline); }
  .log .ball { grid-row: span 5; }
  .log .said { margin-block-start: 0.35em; padding-inline-start: 0.9em; border-inline-start: 3px solid var(--_border); }
  .form { display: grid; gap: var(--_sp-4); padding: var(--_sp-4); border: 1px solid var(--_border); border-radius: var(--_r-m); background: var(--_page); grid-template-columns: minmax(0, 1fr); }
  details > .stack { margin-block-start: 0.75em; }
  @container samen (min-width: 38.75em) {
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
