import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** A job title at the beginning of a line. */
export const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** "Klantmanager Werk en Inkomen": who wrote something, as far as it is shown. */
export function by(jobTitle: string | undefined, party: string): TemplateResult {
  return html`<span>${jobTitle ? html`<b>${capitalized(jobTitle)}</b>` : nothing} ${party}</span>`;
}
