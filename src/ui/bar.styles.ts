import { css } from 'lit';

/** A bar with a mark. */
export const barStyles = css`
  .bar {
    position: relative;
    display: block;
    block-size: 8px;
    border-radius: 4px;
    background: var(--_hairline);
  }
  .bar i {
    position: absolute;
    inset: 0 auto 0 0;
    inline-size: var(--v);
    border-radius: 4px;
    background: var(--hue, var(--_action));
  }
  .bar u {
    position: absolute;
    inset-block: -3px;
    inset-inline-start: var(--w);
    inline-size: 2px;
    background: var(--_text);
    outline: 1px solid var(--_page);
  }
  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
      background: Canvas;
      outline: 1px solid CanvasText;
    }
  }
`;
