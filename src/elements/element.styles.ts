import { css } from 'lit';

/** What the states of a widget add to the shared styles. */
export const elementStyles = css`
  .notices {
    margin-block-end: var(--_sp-4);
  }
  .read-only {
    --gap: 0.45em;
  }
  .read-only > span {
    flex: 1;
  }
  .not-member .empty {
    border-style: solid;
    border-color: var(--_hairline);
  }
  .typed {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    max-block-size: 12em;
    overflow: auto;
  }
  /* Most writes are confirmed within a blink; only what takes longer is said. */
  .sending {
    animation: sending-comes 0s 1.2s both;
  }
  @keyframes sending-comes {
    from {
      visibility: hidden;
    }
  }
`;
