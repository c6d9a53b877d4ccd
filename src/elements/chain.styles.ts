import { css } from 'lit';

/** Below each other with arrows down; beside each other, with arrows to the right, from 60 em. */
export const chainStyles = css`
  .chain { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.75em; margin: 0; padding: 0; list-style: none; }
  .chain > li { position: relative; display: grid; gap: 0.5em; align-content: start; grid-template-columns: minmax(0, 1fr); }
  .chain > li:not(:last-child)::after { content: ''; position: absolute; inset-block-start: 100%; inset-inline-start: 2em; block-size: 1.6em; border-inline-start: 2px solid var(--_border); }
  .chain > li:not(:last-child)::before { content: ''; position: absolute; inset-block-start: calc(100% + 1.05em); inset-inline-start: calc(2em - 3px); inline-size: 8px; block-size: 8px; border-block-end: 2px solid var(--_border); border-inline-end: 2px solid var(--_border); rotate: 45deg; }
  .link { display: grid; gap: 0.35em; align-content: start; grid-template-columns: minmax(0, 1fr); padding: 0.9em 1em; border: 1px solid var(--_hairline); border-radius: var(--_r-m); background: var(--_page); overflow-wrap: anywhere; }
  .link[aria-current] { border: 2px solid var(--_action); padding: calc(0.9em - 1px) calc(1em - 1px); }
  .link .kind { display: flex; flex-wrap: wrap; gap: 0.4em; align-items: center; font-size: var(--_size-s); font-weight: 600; color: var(--hue, var(--_muted)); }
  .link a { position: relative; }
  /* A finger needs more than a line of text. */
  .link a::after { content: ''; position: absolute; inset: -0.7em -0.5em; min-block-size: 24px; }
  .more { justify-self: start; }
  @container samen (min-width: 60em) {
    .chain.is-short { grid-auto-flow: column; grid-template-columns: none; grid-auto-columns: minmax(0, 1fr); gap: 2em; }
    .is-short > li:not(:last-child)::after { inset: 2.2em auto auto 100%; inline-size: 1.85em; block-size: 0; border-inline-start: 0; border-block-start: 2px solid var(--_border); }
    .is-short > li:not(:last-child)::before { inset: calc(2.2em - 3px) auto auto calc(100% + 1.3em); rotate: -45deg; }
  }
  @media (forced-colors: active) {
    .link[aria-current] { border-color: Highlight; }
  }
  @media print {
    .link { break-inside: avoid; }
  }
`;
