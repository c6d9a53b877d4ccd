import { css } from 'lit';
import { chipStyles } from '../../../ui/chip.styles';
import { tabsStyles } from '../../../ui/tabs.styles';

/** One's own backpack: the question first, then rows. */
export const mineStyles = [
  chipStyles,
  tabsStyles,
  css`
    .stack--loose { --gap: 1.5em; }
    .head-row .row { --gap: var(--_sp-2); }
    .follow { background: var(--_chosen); color: var(--_on-chosen); border-color: transparent; box-shadow: none; }
    .follow a { color: inherit; }
    .follow .label { margin-block-end: 0.6em; }
    .follow .btn { background: var(--_page); color: var(--_text); }
    .quote { font-size: var(--_size-xl); line-height: 1.35; letter-spacing: -0.01em; font-weight: 500; text-wrap: pretty; overflow-wrap: anywhere; white-space: pre-line; }
    .rowlist > li { display: grid; gap: 0.1em 0.75em; padding-block: 0.75em; border-block-end: 1px solid var(--_hairline); grid-template-columns: minmax(0, 1fr) auto; align-items: start; }
    .rowlist h4, .rowlist a, .rowlist .byline { overflow-wrap: anywhere; }
    .rowlist a { display: inline-flex; align-items: center; min-block-size: 1.75em; }
    .state { display: flex; gap: 0.45em; align-items: start; font-size: var(--_size-s); margin-block-start: 0.3em; }
    .state .icon { margin-block-start: 0.12em; }
    .state--hidden { color: var(--_on-bad); }
    .menu { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0.35em; margin-block-start: 0.5em; padding: 0.5em; border-radius: var(--_r-s); background: var(--_subtle); }
    .panel { padding-block-start: 0.25em; }
    .panel .empty { margin-block-start: 1em; }
    @media (forced-colors: active) {
      .follow, .menu { border: 1px solid; }
    }
    @media print {
      .menu { display: none; }
    }
  `,
];
