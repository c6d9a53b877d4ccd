import { css } from 'lit';

/** Drivers. One takes its colour from `.d1` to `.d8`. */
export const driverStyles = css`
  .driver {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    font-size: var(--_size-s);
    font-weight: 600;
    color: var(--hue);
    text-decoration: none;
  }
  a.driver {
    min-block-size: var(--_target);
  }
  a.driver:hover {
    text-decoration: underline;
  }
  .driver .icon {
    inline-size: 1.15em;
    block-size: 1.15em;
  }
  .disc {
    --size: 2.5em;
    display: grid;
    place-items: center;
    inline-size: var(--size);
    block-size: var(--size);
    border-radius: 50%;
    flex: none;
    background: color-mix(in oklab, var(--hue) 12%, var(--_page));
    color: var(--hue);
  }
  /* .d1 to .d8 set only --hue */
  .d1 {
    --hue: var(--_d1);
  }
  .d2 {
    --hue: var(--_d2);
  }
  .d3 {
    --hue: var(--_d3);
  }
  .d4 {
    --hue: var(--_d4);
  }
  .d5 {
    --hue: var(--_d5);
  }
  .d6 {
    --hue: var(--_d6);
  }
  .d7 {
    --hue: var(--_d7);
  }
  .d8 {
    --hue: var(--_d8);
  }
`;
