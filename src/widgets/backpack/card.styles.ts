import { css } from 'lit';
import { cardStyles } from '../../ui/card.styles';
import { chipStyles } from '../../ui/chip.styles';
import { driverStyles } from '../../ui/driver.styles';

/** An experience as a card, wherever it stands. */
export const experienceStyles = [
  cardStyles,
  chipStyles,
  driverStyles,
  css`
    .top { display: grid; gap: 0.3em; grid-template-columns: minmax(0, 1fr); }
    .top .btn--icon { margin: -0.5em -0.6em -0.5em auto; }
    .story { display: grid; gap: 0.5em; grid-template-columns: minmax(0, 1fr); max-inline-size: 48em; }
    .story > div { display: grid; grid-template-columns: 3.2em minmax(0, 1fr); gap: 0.75em; }
    .story dt { font-weight: 650; color: var(--_muted); font-size: var(--_size-s); line-height: 1.7; }
    .story dd, .ask { white-space: pre-line; overflow-wrap: anywhere; }
    .h-card, .byline { overflow-wrap: anywhere; }
    .ask, .standing { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.6em; padding: 0.65em 0.85em; border-radius: var(--_r-s); background: var(--_subtle); }
    .standing { background: var(--_chosen); color: var(--_on-chosen); }
    .ask .icon, .standing .icon { margin-block-start: 0.12em; }
    .links { display: flex; flex-wrap: wrap; gap: 0 1.1em; margin-block: -0.5em; }
    .foot { display: flex; flex-wrap: wrap; gap: 0 0.15em; align-items: center; border-block-start: 1px solid var(--_hairline); margin-block: 0 calc(var(--_sp-2) * -1); padding-block-start: 0.3em; margin-inline: -0.4em; }
    .foot .push { --gap: 0; }
    .foot .btn, .count { font-size: var(--_size-s); padding-inline: 0.5em; gap: 0.4em; }
    .count { display: inline-flex; align-items: center; min-block-size: var(--_target); color: var(--_muted); }
    .foot [aria-pressed='true'] { border-color: transparent; }
    .foot [aria-pressed='true']::before { content: '✓' / ''; font-weight: 700; inline-size: 1.15em; text-align: center; }
    .foot [aria-pressed='true'] > .icon { display: none; }
    .foot .icon { inline-size: 1.15em; block-size: 1.15em; }
    .foot b { font-variant-numeric: tabular-nums; font-weight: 650; }
    .is-waiting { border-style: dashed; border-color: var(--_border); box-shadow: none; }
    .picture { display: block; border-radius: var(--_r-s); background: var(--_subtle); overflow: hidden; block-size: 16em; }
    .picture img { display: block; inline-size: 100%; block-size: 100%; object-fit: contain; }
    @container samen (max-width: 26.24em) {
      .story > div { grid-template-columns: 2.2em minmax(0, 1fr); }
      .foot { display: grid; grid-template-columns: auto auto; justify-content: start; }
      .foot > .push { display: contents; }
      .foot .btn { justify-content: start; }
      .foot .icon { display: none; }
    }
    @container samen (max-width: 38.74em) {
      .foot > .push { margin-inline-start: 0; }
    }
    @media (forced-colors: active) {
      .ask, .standing { border: 1px solid; }
    }
    @media print {
      .foot .btn, .top .btn { display: none; }
      .foot .btn[aria-pressed] { display: inline-flex; border: 0; }
      .foot .push { display: none; }
    }
  `,
];
