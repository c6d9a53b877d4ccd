/** The one screen for the projector: the step, the time and the point that is spoken about. No names, no votes. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Step } from './session-programme';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaSessionsMessages } from '../../../locales/agenda-sessions.nl';
import { modal } from '../../../ui/dialog';
import { icon } from '../../../ui/icon';

export interface ScreenOptions {
  t: TermOf<AgendaSessionsMessages>;
  isOpen: boolean;
  title: string;
  step: Step;
  /** "Stap 2 van 9 · Balrondje". */
  at: string;
  clock: TemplateResult;
  /** Of the point that is spoken about, with its place among them. */
  item: { at: string; title: string; question: string } | undefined;
  /** The buttons that work everywhere. */
  controls: TemplateResult;
  /** Said to who listens: what is outside a modal dialog is not. */
  told: string;
  onKey: (event: KeyboardEvent) => void;
  onClose: () => void;
}

export function runScreen(options: ScreenOptions): TemplateResult {
  const { isOpen, title, onKey, onClose } = options;
  const cancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  return html`<dialog class="projector" id="projector" aria-label=${title} ${modal(isOpen)} @cancel=${cancel} @keydown=${onKey}>
    ${isOpen ? inside(options) : nothing}
  </dialog>`;
}

function inside({ t, title, step, at, clock, item, controls, told, onClose }: ScreenOptions): TemplateResult {
  return html`<div class="screen" id="screen">
    <header class="row row--apart">
      <p dir="auto">${title}</p>
      <button type="button" class="btn btn--quiet" @click=${onClose}>${icon('x')}${t('runScreenLeave')}</button>
    </header>
    <div class="screen-step">
      <p class="screen-at">${at}</p>
      <p class="screen-text" dir="auto">${step.text}</p>
      ${clock}
    </div>
    ${
      item
        ? html`<div class="screen-item"><p class="screen-at">${item.at}</p><p class="screen-title" dir="auto">${item.title}</p>
            ${item.question ? html`<p dir="auto">${item.question}</p>` : nothing}</div>`
        : nothing
    }
    <footer>${controls}</footer>
    <p class="hidden" role="status">${told}</p>
  </div>`;
}

/** Fills the screen, where the browser and the page allow it; what is shown covers the page in any case. */
export async function fillScreen(screen: Element | null): Promise<void> {
  try {
    await screen?.requestFullscreen();
  } catch {
    // In a frame that may not, or a browser that cannot: the dialog is as large as the window.
  }
}

export async function leaveFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined);
}
