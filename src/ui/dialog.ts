import { html, noChange, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';
import { icon } from './icon';

/** The focused element, through shadow roots. */
function focused(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}

/** Opens and closes a native dialog with the state, and gives the focus back to what opened it. */
class ModalDirective extends AsyncDirective {
  #opener?: HTMLElement;
  #dialog?: HTMLDialogElement;

  render(open: boolean): typeof noChange {
    void open;
    return noChange;
  }

  override update(part: ElementPart, [open]: [boolean]): typeof noChange {
    const dialog = part.element as HTMLDialogElement;
    this.#dialog = dialog;
    // After this update, so that the dialog holds its content when the focus goes in.
    if (open !== dialog.open) queueMicrotask(() => this.#turn(dialog, open));
    return noChange;
  }

  #turn(dialog: HTMLDialogElement, open: boolean): void {
    if (!dialog.isConnected || dialog.open === open) return;
    if (open) {
      this.#opener = focused();
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[autofocus]')?.focus();
    } else {
      dialog.close();
      this.#return();
    }
  }

  #return(): void {
    const opener = this.#opener;
    this.#opener = undefined;
    if (opener?.isConnected) opener.focus();
  }

  /** Removed while open (its place in the page went away): the focus still goes back. */
  override disconnected(): void {
    if (this.#dialog?.open) this.#dialog.close();
    this.#return();
  }
}

/** `<dialog ${modal(isOpen)}>`: for one that is drawn otherwise than `dialogTemplate`. */
export const modal = directive(ModalDirective);

export interface DialogOptions {
  open: boolean;
  id: string;
  heading: string;
  body: TemplateResult | typeof nothing;
  closeLabel: string;
  /** Asked by Escape, the cross and the page; whoever listens sets `open` to false. */
  onClose: () => void;
}

/** A native modal dialog. It says its heading; Escape closes; the focus goes back to what opened it. */
export function dialogTemplate(options: DialogOptions): TemplateResult {
  const { open, id, heading, body, closeLabel, onClose } = options;
  const cancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  return html`<dialog
    class="dialog"
    id=${id}
    aria-labelledby="${id}-heading"
    ${modal(open)}
    @cancel=${cancel}
    @close=${() => (open ? onClose() : undefined)}
  >
    ${
      open
        ? html`<header>
              <h2 class="h-part" id="${id}-heading" tabindex="-1">${heading}</h2>
              <button type="button" class="btn btn--quiet btn--icon" @click=${onClose}>
                ${icon('x', { label: closeLabel })}
              </button>
            </header>
            ${body}`
        : nothing
    }
  </dialog>`;
}
