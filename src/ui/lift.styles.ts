import { css } from 'lit';

/** Depth, for what a first view does not show. */
export const liftStyles = css`
  :host {
    --_lift-1: 0 1px 2px light-dark(rgb(22 32 43 / 0.08), rgb(0 0 0 / 0.4));
    --_lift-2:
      0 2px 4px light-dark(rgb(22 32 43 / 0.08), rgb(0 0 0 / 0.4)),
      0 12px 32px light-dark(rgb(22 32 43 / 0.16), rgb(0 0 0 / 0.55));
  }
`;
