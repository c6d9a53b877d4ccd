import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

export interface EmptyOptions {
  /** A drawing or icon, above the words. */
  picture?: TemplateResult | typeof nothing;
  heading: TemplateResult;
  text: string | TemplateResult;
  /** The first step. */
  action?: TemplateResult | typeof nothing;
}

/** What this is for, and the first step; for a place with nothing in it yet. */
export function emptyState({ picture, heading, text, action }: EmptyOptions): TemplateResult {
  return html`<div class="empty">
    ${picture ?? nothing}
    <div class="stack stack--tight">
      ${heading}
      <p>${text}</p>
    </div>
    ${action && action !== nothing ? html`<div class="row">${action}</div>` : nothing}
  </div>`;
}
