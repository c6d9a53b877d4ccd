import { css } from 'lit';
import { chipStyles } from '../../../ui/chip.styles';

/** The form: what one writes, and beside it who reads it and under which name. */
export const composerStyles = [
  chipStyles,
  css`
    form { max-inline-size: none; display: grid; gap: 2em; grid-template-columns: minmax(0, 1fr); }
    .two { display: grid; gap: 1.5em; grid-template-columns: minmax(0, 1fr); align-items: start; }
    .two > .stack { --gap: 1.5em; }
    .written { max-inline-size: 48em; }
    .samen legend.label { margin-block-end: 0.4em; }
    .written .field .input { max-inline-size: none; }
    .warnings .note { margin-block-start: var(--_sp-2); }
    .warnings p { overflow-wrap: anywhere; }
    .note .btn--quiet { color: inherit; }
    .kept { display: inline-flex; gap: 0.4em; align-items: center; font-size: var(--_size-s); color: var(--_muted); }
    .more { margin-inline-start: -0.6em; gap: 0 var(--_sp-1); }
    .more .btn[aria-pressed='true'] { border-color: transparent; }
    .more .muted { margin-inline-start: 0.5em; }
    .foot { display: flex; flex-wrap: wrap; gap: 0.75em; align-items: center; border-block-start: 1px solid var(--_hairline); padding-block-start: 1.25em; }
    .picture img { display: block; max-inline-size: 100%; inline-size: auto; max-block-size: 18em; border-radius: var(--_r-s); border: 1px solid var(--_hairline); }
    .picture .input { inline-size: auto; max-inline-size: 100%; }
    .picture ::file-selector-button { font: inherit; font-weight: 600; color: var(--_text); background: var(--_page); border: 1px solid var(--_border); border-radius: var(--_r-s); padding: 0.25em 0.75em; margin-inline-end: 0.75em; cursor: pointer; }
    .notice dl { display: grid; gap: 0.35em; margin: 0; }
    .notice dt { font-weight: 650; }
    .notice dd { margin: 0; overflow-wrap: anywhere; }
    details > summary { min-block-size: var(--_target); display: inline-flex; align-items: center; cursor: pointer; font-weight: 600; }
    @container samen (min-width: 26.25em) {
      .notice dl > div { display: grid; grid-template-columns: 6.5em minmax(0, 1fr); gap: 0.75em; }
    }
    @container samen (min-width: 47.5em) {
      .two { grid-template-columns: minmax(0, 1fr) 18.5em; gap: 2em; }
    }
    @container samen (min-width: 60em) {
      .two { grid-template-columns: minmax(0, 1fr) 20em; gap: 3em; }
    }
  `,
];
