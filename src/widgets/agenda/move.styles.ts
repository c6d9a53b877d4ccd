import { css } from 'lit';

/** What is only seen while a card is moved: the menu, what is carried, and where it can be put. */
export const moveStyles = css`
  .move-menu { position: fixed; inset: var(--menu-top, 0) auto auto var(--menu-left, 0); margin: 0; inline-size: min(21em, 100vw - 1em); max-block-size: calc(100dvh - 1em); overflow: auto; overscroll-behavior: contain; padding: var(--_sp-2); border: 1px solid var(--_border); border-radius: var(--_r-m); background: var(--_page); color: var(--_text); box-shadow: var(--_lift-2); font-size: 1em; }
  .move-menu [role='group'] { display: grid; grid-template-columns: minmax(0, 1fr); }
  .move-menu [role='group'] + [role='group'] { margin-block-start: var(--_sp-2); padding-block-start: var(--_sp-2); border-block-start: 1px solid var(--_hairline); }
  .move-menu [role='presentation'] { padding: 0.4em 0.6em; font-weight: 600; }
  .choice { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.5em; align-items: center; min-block-size: var(--_target); padding: 0.35em 0.6em; border: 0; border-radius: var(--_r-s); background: none; color: var(--_text); font: inherit; line-height: 1.3; text-align: start; overflow-wrap: anywhere; cursor: pointer; }
  .choice small { font-size: var(--_size-s); color: var(--_muted); }
  button.choice small { display: block; }
  span.choice { grid-template-columns: minmax(0, 1fr); }
  .choice[aria-disabled='true'] { color: var(--_muted); cursor: default; }
  .choice:not([aria-disabled='true']):hover { background: var(--_subtle); }
  .move-menu .choice:focus-visible { outline-offset: -3px; }
  .no-icon { inline-size: 1.25em; }

  /* Down to where the longest lane ends: one need not aim at a short one. */
  [data-carries] .board { align-items: stretch; }
  [data-carries], [data-carries] * { cursor: grabbing; }
  [data-carries='shut'], [data-carries='shut'] * { cursor: not-allowed; }
  .item[data-lifted] { border-style: dashed; border-color: var(--_border); background: var(--_subtle); box-shadow: none; }
  .item[data-lifted] :is(a, b, p, .tag) { color: var(--_muted); }
  .item[data-lifted] :is(.ball, .move) { opacity: 0.4; }
  [data-moves] [data-drop] { border-radius: var(--_r-s); }
  [data-moves] [data-drop='free'] { outline: 2px dashed var(--_border); outline-offset: 0.25em; }
  [data-moves] [data-drop='free'][data-aimed] { outline: 3px solid var(--_action); background: var(--_chosen); box-shadow: 0 0 0 0.25em var(--_chosen); }
  [data-moves] [data-drop='shut'] { background: repeating-linear-gradient(135deg, var(--_subtle) 0 6px, transparent 6px 12px); }
  .carried { position: fixed; inset: var(--top) auto auto var(--left); inline-size: var(--width); margin: 0; padding: 0; border: 0; overflow: visible; background: none; color: var(--_text); font-size: 1em; pointer-events: none; translate: var(--x, 0) var(--y, 0); }
  .carried > .item { box-shadow: var(--_lift-2); rotate: 1.5deg; transform-origin: var(--grip-x) var(--grip-y); border-color: var(--_action); opacity: 1; }
  .carried-words { position: absolute; inset-block-end: calc(100% + 0.5em); inset-inline-start: 0; inline-size: max-content; max-inline-size: min(22em, 80vw); margin: 0; padding: 0.4em 0.75em; border-radius: var(--_r-s); background: var(--_text); color: var(--_page); font-size: var(--_size-s); font-weight: 600; line-height: 1.35; box-shadow: var(--_lift-2); }
  .carried-words:empty { display: none; }
  .carried[data-drop='free'] .carried-words { background: var(--_action); color: var(--_on-action); }
  .carried[data-drop='free'] .carried-words::before { content: '→ ' / ''; }
  .carried[data-drop='shut'] .carried-words::before { content: '✕ ' / ''; }
  @media (prefers-reduced-motion: reduce) {
    .carried > .item { rotate: none; }
  }
  @media (forced-colors: active) {
    .carried > .item { outline: 2px solid Highlight; }
    .carried[data-drop] .carried-words { border: 2px solid; background: Canvas; color: CanvasText; }
    [data-moves] [data-drop='shut'] { background: none; outline: 2px dotted GrayText; }
  }
`;
