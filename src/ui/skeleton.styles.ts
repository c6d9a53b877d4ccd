import { css } from 'lit';

/** Bones of the real shape, while loading. */
export const skeletonStyles = css`
  .bone {
    display: block;
    block-size: var(--h, 0.9em);
    border-radius: var(--_r-s);
    background: color-mix(in oklab, var(--_text) 9%, var(--_page));
    inline-size: var(--w, 100%);
  }
  .bone--round {
    border-radius: 50%;
    inline-size: var(--w);
    block-size: var(--w);
  }
  @media (prefers-reduced-motion: no-preference) {
    .bone {
      animation: breathe 1.8s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
  @media print {
    .bone {
      display: none;
    }
  }
`;
