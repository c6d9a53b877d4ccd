import { css } from 'lit';

/** Tabs. */
export const tabsStyles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_sp-1);
    border-block-end: 1px solid var(--_hairline);
  }
  .tab {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-block-size: var(--_target);
    padding: 0.25em 0.8em;
    margin-block-end: -1px;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: var(--_muted);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    text-decoration: none;
  }
  .tab:hover {
    color: var(--_text);
    border-color: var(--_hairline);
  }
  .tab[aria-selected='true'],
  .tab[aria-current] {
    color: var(--_text);
    border-color: var(--_action);
  }

  @media (forced-colors: active) {
    .tab[aria-selected='true'],
    .tab[aria-current] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
  @media print {
    .tabs {
      display: none;
    }
    [role='tabpanel'][hidden] {
      display: block;
    }
  }
`;
