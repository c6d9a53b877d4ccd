import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from './set-vars';

/** A bar for a share of 0 to 1, with a mark for what it was. A picture: the number stands beside it. */
export function shareBar(share: number, was?: number): TemplateResult {
  const percent = (value: number) => `${Math.round(value * 1000) / 10}%`;
  return html`<span
    class="bar"
    aria-hidden="true"
    ${vars({ '--v': percent(share), '--w': was === undefined ? undefined : percent(was) })}
    ><i></i>${was === undefined ? nothing : html`<u></u>`}</span
  >`;
}
