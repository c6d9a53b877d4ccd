import { css } from 'lit';

/** The feed and what stands beside it. What the parts need stands with the parts. */
export const backpackStyles = css`
  .two { display: grid; gap: var(--_sp-5); grid-template-columns: minmax(0, 1fr); }
  .side { display: grid; gap: 1.25em; align-content: start; grid-template-columns: minmax(0, 1fr); }
  .side legend, .side .label { display: block; font-size: var(--_size-s); font-weight: 650; margin-block-end: 0.5em; }
  .side .input { inline-size: 100%; min-block-size: var(--_target); padding: 0.55em 0.75em; border: 1px solid var(--_field-border); border-radius: var(--_r-s); background: var(--_field); color: var(--_on-field); font: inherit; line-height: 1.45; }
  .search { position: relative; display: block; }
  .search .icon { position: absolute; inset-block-start: 50%; inset-inline-start: 0.8em; translate: 0 -50%; color: var(--_muted); }
  .side .input--search { padding-inline-start: 2.5em; }
  .chip .driver { font: inherit; color: inherit; }
  .chip .driver .icon { color: var(--hue); }
  /* Regions that say nothing yet take no room. */
  .found:not(:has(b)), .arrived:not(:has(button)) { position: absolute; }
  .arrived { display: grid; }
  .fresh { justify-self: center; border-radius: 999px; background: var(--_chosen); color: var(--_on-chosen); border-color: currentColor; }
  .feed, .chunk { display: grid; gap: var(--_sp-4); grid-template-columns: minmax(0, 1fr); }
  /* A part of 25 cards each: for one card each, scrolling through thousands falls to a tenth. */
  .chunk { content-visibility: auto; contain-intrinsic-size: auto 500em; }
  .chunk:nth-child(-n + 25) { contain-intrinsic-size: auto 20em; }
  /* What is seen at once is laid out at once, not in a second round. */
  .chunk:nth-child(-n + 3) { content-visibility: visible; }
  /* As high as the whole card will be: what stands below stays there. */
  .words { min-block-size: 14em; }
  /* Inside: what is outside a part that may be passed over is cut off. */
  .card:focus-visible { outline-offset: calc(0px - var(--_focus-width)); }
  .card { scroll-margin-block: 1em; }
  .one { max-inline-size: 52em; }
  .older { justify-self: start; }
  @container samen (max-width: 26.24em) {
    .side > .row .icon { display: none; }
  }
  @container samen (min-width: 47.5em) {
    .two { grid-template-columns: 16em minmax(0, 1fr); gap: 2em; }
  }
  @container samen (min-width: 60em) {
    .two { grid-template-columns: 17em minmax(0, 1fr); gap: 3em; }
  }
  @media print {
    .side, .fresh, .older { display: none; }
    .two { grid-template-columns: minmax(0, 1fr); }
    .chunk { content-visibility: visible; }
  }
`;
