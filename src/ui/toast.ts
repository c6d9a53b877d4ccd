import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

export interface ToastOptions {
  text: string;
  undoLabel?: string;
  onUndo?: () => void;
}

/**
 * The place where toasts come. It is in the page before any text, or a screen reader says nothing
 * (STANDARDS.md, accessible 4). The button is outside the live region, so that it is not read as text.
 */
export function toastRegion(toast: ToastOptions | undefined): TemplateResult {
  return html`<div class="toasts">
    <div class=${toast ? 'toast' : 'toast-none'}>
      <span role="status" aria-live="polite">${toast?.text ?? ''}</span>
      ${
        toast?.onUndo && toast.undoLabel
          ? html`<button type="button" class="btn" @click=${toast.onUndo}>${toast.undoLabel}</button>`
          : nothing
      }
    </div>
  </div>`;
}
