import { html, noChange } from 'lit';
import type { TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';
import { icon } from './icon';

export interface FormError {
  /** The id of the field it belongs to. */
  fieldId: string;
  text: string;
}

/** Takes the focus when it comes into the page, and again when `attempt` changes. */
class TakeFocusDirective extends Directive {
  #attempt?: number;

  render(attempt: number): typeof noChange {
    void attempt;
    return noChange;
  }

  override update(part: ElementPart, [attempt]: [number]): typeof noChange {
    if (attempt !== this.#attempt) {
      this.#attempt = attempt;
      queueMicrotask(() => (part.element as HTMLElement).focus());
    }
    return noChange;
  }
}

/** `<h3 tabindex="-1" ${takeFocus(n)}>`: the focus comes here at each new `n`. */
export const takeFocus = directive(TakeFocusDirective);

/**
 * All errors of a form at once, above it. Its heading takes the focus at every attempt; each line
 * leads to its field (STANDARDS.md, forms).
 */
export function errorSummary(options: {
  heading: string;
  errors: readonly FormError[];
  attempt: number;
}): TemplateResult {
  const { heading, errors, attempt } = options;
  const go = (event: Event, id: string) => {
    event.preventDefault();
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot | Document;
    root.getElementById(id)?.focus();
  };
  return html`<div class="note note--bad">
    ${icon('alert')}
    <h3 class="h-small" tabindex="-1" ${takeFocus(attempt)}>${heading}</h3>
    <ul>
      ${errors.map(({ fieldId, text }) => html`<li><a href="#${fieldId}" @click=${(event: Event) => go(event, fieldId)}>${text}</a></li>`)}
    </ul>
  </div>`;
}
