import { css } from 'lit';

/** The boards and their cards: one column, two cards beside each other from 38.75 em, columns from 60 em. */
export const agendaStyles = css`
  .ball { inline-size: 2.5em; block-size: 2em; flex: none; overflow: visible; color: var(--_text); fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
  .ball .full { fill: currentColor; stroke: none; }
  .ball .open { fill: var(--_page); }
  .ball .seam { stroke: var(--_page); stroke-width: 1.6; }
  .ball .thin { stroke-width: 1.5; }
  .holder { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 0.65em; align-items: center; line-height: 1.3; overflow-wrap: anywhere; }
  .holder b { display: block; font-weight: 650; }
  .holder small { display: block; font-size: var(--_size-s); color: var(--_muted); }
  .signals { display: grid; gap: var(--_sp-2); padding: var(--_sp-4); border-radius: var(--_r-m); background: var(--_subtle); grid-template-columns: minmax(0, 1fr); }
  .ways { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: var(--_sp-3) var(--_sp-4); }
  .ways > nav { flex: 1 1 auto; }
  .grid-table { inline-size: 100%; }
  .grid-table td .holder { align-items: center; }
  .board { display: grid; gap: var(--_sp-5) var(--_sp-4); grid-template-columns: minmax(0, 1fr); align-items: start; }
  .lane { display: grid; gap: var(--_sp-3); align-content: start; grid-template-columns: minmax(0, 1fr); }
  .lane > header { display: grid; gap: 0.1em; padding-block-end: 0.5em; border-block-end: 3px solid var(--_hairline); align-content: end; }
  .lane--now > header { border-color: var(--_action); }
  .lane--none > header { border-block-end-style: dashed; border-color: var(--_border); }
  .lane-cards { display: grid; align-items: start; gap: var(--_sp-3); grid-template-columns: minmax(0, 1fr); }
  /* Whole chunks only: what is out of sight is not laid out, and the page's own search still finds it. */
  .is-far, .is-full { content-visibility: auto; contain-intrinsic-block-size: auto 200em; }
  .is-full { contain-intrinsic-block-size: auto 32em; }
  .is-full + .is-far { contain-intrinsic-block-size: auto 40em; }
  .is-full + .is-far + .is-far { contain-intrinsic-block-size: auto 64em; }
  .item { position: relative; display: grid; gap: 0.55em; align-content: start; grid-template-columns: minmax(0, 1fr); padding: 0.8em 0.9em 0.7em; border: 1px solid var(--_hairline); border-radius: var(--_r-m); background: var(--_page); box-shadow: var(--_lift-1); overflow-wrap: anywhere; }
  .item a { color: var(--_text); text-decoration: none; }
  .item a:hover { text-decoration: underline; }
  .item a::after { content: ''; position: absolute; inset: 0; border-radius: var(--_r-m); }
  .move { position: absolute; inset-block-start: 0; inset-inline-end: 0; inline-size: var(--_target); block-size: var(--_target); padding: 0; border: 0; border-radius: var(--_r-m); background: none; color: var(--_muted); font: inherit; cursor: pointer; }
  .move .icon { stroke-width: 3.25; }
  .move:hover, .move[aria-expanded='true'] { background: var(--_subtle); color: var(--_text); }
  [data-moves] .item:not(.item--ghost) > :first-child::before { content: ''; float: inline-end; inline-size: 1.9em; block-size: 1.2em; }
  /* stylelint-disable-next-line property-no-vendor-prefix -- Safari knows it by this name alone */
  [data-moves] .item { cursor: grab; user-select: none; -webkit-user-select: none; -webkit-touch-callout: none; }
  .spare { display: grid; gap: 0.15em; }
  .spare li { padding-block: 0.35em; }
  .item--ghost { border-style: dashed; border-color: var(--_border); box-shadow: none; background: none; }
  .item--shut { box-shadow: none; background: var(--_subtle); border-color: transparent; }
  @container samen (min-width: 38.75em) {
    .lane-cards { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
  @container samen (min-width: 47.5em) {
    .board--balls { grid-template-columns: repeat(auto-fill, minmax(15em, 1fr)); }
    .board--balls .lane-cards { grid-template-columns: minmax(0, 1fr); }
    .board--balls .ball { inline-size: 2em; block-size: 1.6em; }
    .board--balls .holder { column-gap: 0.45em; font-size: 0.95em; }
  }
  @container samen (min-width: 60em) {
    .board--phases { grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); grid-template-columns: none; }
    .board--phases:has(.lane--now) { display: flex; }
    .board--phases > .lane { flex: 1 1 0; min-inline-size: 0; }
    .board--phases > .lane--now { flex-grow: 2.2; }
    .board--phases .lane-cards { grid-template-columns: minmax(0, 1fr); }
    .board--phases .lane--now .lane-cards { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
  @media (forced-colors: active) {
    .item--shut, .signals { border: 1px solid; }
    .lane--now > header { border-color: Highlight; }
  }
  @media print {
    .lane-cards { content-visibility: visible; }
    .move { display: none; }
    .item { break-inside: avoid; box-shadow: none; }
  }
`;
