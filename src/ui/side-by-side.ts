/** Two people changed one thing: what there is now, beside what one wanted. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';

export interface SideBySideOptions {
  /** "Zo is het nu", "Dit wilde jij". */
  nowLabel: string;
  wantedLabel: string;
  now: string;
  wanted: string;
}

export function sideBySide({ nowLabel, wantedLabel, now, wanted }: SideBySideOptions): TemplateResult {
  return html`<dl class="compare">
    <div><dt class="small muted">${nowLabel}</dt><dd dir="auto">${now}</dd></div>
    <div><dt class="small muted">${wantedLabel}</dt><dd dir="auto">${wanted}</dd></div>
  </dl>`;
}

export const compareStyles = css`
  .compare { display: grid; gap: 0.5em 1.5em; grid-template-columns: minmax(0, 1fr); margin-block: 0.5em 0; overflow-wrap: anywhere; }
  .compare dd { margin: 0; white-space: pre-wrap; }
  @container samen (min-width: 38.75em) {
    .compare { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
`;
