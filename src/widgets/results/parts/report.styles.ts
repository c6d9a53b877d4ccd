import { css } from 'lit';

/** The report: a sheet of paper on screen, and the same words on real paper. */
export const reportStyles = css`
  .paper { display: grid; gap: 1.5em; grid-template-columns: minmax(0, 1fr); max-inline-size: 50em; padding: 1.25em; border: 1px solid var(--_hairline); border-radius: var(--_r-m); background: var(--_page); box-shadow: var(--_lift-1); overflow-wrap: anywhere; }
  .paper-head { display: grid; gap: 0.15em; padding-block-end: 0.9em; border-block-end: 3px solid var(--_action); }
  .paper-title { font-size: 1.6em; font-weight: 700; line-height: 1.15; letter-spacing: -0.02em; }
  .paper-foot { display: flex; flex-wrap: wrap; gap: 0.25em 1.5em; justify-content: space-between; }
  .part { display: grid; gap: 0.6em; grid-template-columns: minmax(0, 1fr); align-content: start; }
  .part .h-part { font-size: 1.2em; }
  .two { display: grid; gap: 1.5em 2.5em; grid-template-columns: minmax(0, 1fr); }
  .bars { display: grid; gap: 0.7em; }
  .bars > li { padding-inline-start: 1em; border-inline-start: 3px solid var(--_hairline); }
  .in-words { font-style: italic; }
  .chosen-one { display: grid; gap: 0.4em; }
  .chosen-one .quote { font-size: 1.15em; }
  .chosen-one figcaption { display: grid; gap: 0.3em; }
  .paper .grid-table :is(th, td) { padding-block: 0.38em; overflow-wrap: normal; }
  .paper .figures { padding-block: 0 0.9em; border-block-start: 0; }
  .two > .stack { --gap: 1.5em; }
  .ball { display: flex; gap: 0.75em; align-items: center; }
  .ball .icon { inline-size: 1.75em; block-size: 1.75em; }
  .paper .figure strong { font-size: 2em; white-space: nowrap; }
  .paper .ways { display: block; columns: 17em 2; column-gap: 2.5em; }
  .ways > li { display: flex; gap: 1em; justify-content: space-between; padding-block: 0.3em; border-block-end: 1px solid var(--_hairline); break-inside: avoid; }
  .ways b { white-space: nowrap; }
  .bars--two { display: block; columns: 17em 2; column-gap: 2.5em; }
  .bars--two > li { break-inside: avoid; margin-block-end: 0.7em; }

  .period .seg { inline-size: fit-content; }
  .own { display: flex; flex-wrap: wrap; gap: var(--_sp-3) var(--_sp-4); align-items: end; }
  .own .field { flex: 0 1 13em; }
  .tools { border: 1px solid var(--_hairline); border-radius: var(--_r-m); max-inline-size: 50em; }
  .tools > summary { display: flex; gap: 0.5em; align-items: center; min-block-size: var(--_target); padding: 0.4em 1em; font-weight: 600; cursor: pointer; }
  .tools > form { padding: 0.5em 1em 1em; }
  .choice-made { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.25em; align-items: end; max-inline-size: 43em; }
  .found { display: grid; gap: 0.35em; max-inline-size: 40em; }
  .kept { display: grid; gap: 0.15em; }
  .kept a { display: inline-flex; align-items: center; min-block-size: var(--_target); }

  @container samen (min-width: 38.75em) {
    .paper { padding: 2.5em 3em; }
    .paper-title { font-size: 2.1em; }
    .two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
  @media (forced-colors: active) {
    .paper-head { border-color: CanvasText; }
  }
  @media print {
    .paper { color-scheme: light; display: block; max-inline-size: none; padding: 0; border: 0; border-radius: 0; box-shadow: none; background: #fff; font-size: 10.5pt; }
    .paper > * + * { margin-block-start: 1.35em; }
    .paper-foot { display: none; }
    .part { display: block; }
    .part > * + * { margin-block-start: 0.6em; }
    /* A head stays with what it is the head of, and nothing small is cut in two. */
    [class^='h-'], .paper-head { break-after: avoid; }
    .figures, .bars > li, .chosen-one, .ball, tr, .part:has(> .grid-table) { break-inside: avoid; }
    p { orphans: 3; widows: 3; }
    thead { display: table-header-group; }
    .two { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
`;
