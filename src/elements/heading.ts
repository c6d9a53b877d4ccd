import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

export interface HeadingOptions {
  class?: string;
  id?: string;
  /** Can take the focus from code, when a screen of the widget changes. */
  focusable?: boolean;
}

/** A real heading at a level of 1 to 6; deeper stays 6. Six templates, for a tag cannot be a value. */
export function headingTag(level: number, content: unknown, options: HeadingOptions = {}): TemplateResult {
  const name = options.class ?? nothing;
  const id = options.id ?? nothing;
  const tab = options.focusable ? '-1' : nothing;
  switch (Math.min(Math.max(Math.trunc(level), 1), 6)) {
    case 1:
      return html`<h1 class=${name} id=${id} tabindex=${tab}>${content}</h1>`;
    case 2:
      return html`<h2 class=${name} id=${id} tabindex=${tab}>${content}</h2>`;
    case 3:
      return html`<h3 class=${name} id=${id} tabindex=${tab}>${content}</h3>`;
    case 4:
      return html`<h4 class=${name} id=${id} tabindex=${tab}>${content}</h4>`;
    case 5:
      return html`<h5 class=${name} id=${id} tabindex=${tab}>${content}</h5>`;
    default:
      return html`<h6 class=${name} id=${id} tabindex=${tab}>${content}</h6>`;
  }
}
