/** The ball, drawn: six shapes that say without colour where it is. Words always stand beside it. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { AgendaItemView } from '../../model/agenda-types';

export type BallLook = 'held' | 'offered' | 'back' | 'still' | 'none' | 'done';

/** How the ball of an item looks. Held and silent, it sinks into the grass; an offer nobody answered lies still too. */
export function ballLook({ ball, signal }: Pick<AgendaItemView, 'ball' | 'signal'>): BallLook {
  switch (ball.state) {
    case 'none':
      return 'done';
    case 'nobody':
      return 'none';
    case 'offered':
      return 'offered';
    case 'lapsed':
      return 'still';
    case 'held':
      return signal?.kind === 'still' ? 'still' : 'held';
  }
}

const DRAWINGS: Record<BallLook, TemplateResult> = {
  held: html`<svg class="ball" viewBox="0 0 40 32" aria-hidden="true" focusable="false"><path d="M3 30h34" /><circle class="full" cx="20" cy="17.5" r="11.5" /><path class="seam" d="M12.4 9c4.4 4.6 4.4 12.4 0 17M27.6 9c-4.4 4.6-4.4 12.4 0 17" /></svg>`,
  offered: html`<svg class="ball" viewBox="0 0 40 32" aria-hidden="true" focusable="false"><path d="M2 30h10" /><path d="M28 30h10" stroke-dasharray="1 4" /><path class="thin" d="M5 26C7 20 9 17 11 15" /><path class="thin" d="M29 15c2 2 4 5 6 11" stroke-dasharray="1 3.5" /><circle class="open" cx="20" cy="11" r="9" stroke-dasharray="3.6 2.05" /><path class="thin" d="M14.6 4.5c3.2 3.7 3.2 9.3 0 13M25.4 4.5c-3.2 3.7-3.2 9.3 0 13" /></svg>`,
  back: html`<svg class="ball" viewBox="0 0 40 32" aria-hidden="true" focusable="false"><path d="M2 30h24" /><circle class="full" cx="14" cy="18" r="9" /><path class="seam" d="M8.6 11.5c3.2 3.7 3.2 9.3 0 13M19.4 11.5c-3.2 3.7-3.2 9.3 0 13" /><path d="M37 24C36 12 29 7 20 6.5M24.5 2.5L20 6.5l4 4.5" /></svg>`,
  still: html`<svg class="ball" viewBox="0 0 40 32" aria-hidden="true" focusable="false"><path class="full" d="M8.5 24a11.5 11.5 0 0 1 23 0z" /><path class="seam" d="M12.4 15.5c1.9 2 3 5 3.2 8.5M27.6 15.5c-1.9 2-3 5-3.2 8.5" /><path class="thin" d="M10 27.5c1.5 2.6 4.5 4.5 10 4.5s8.5-1.9 10-4.5" stroke-dasharray="2 3" /><path d="M1 24h38" /><path class="thin" d="M5 24l-2-5.5M6 24l1-7M34.5 24l-1-7M35.5 24l2.3-5.5" /></svg>`,
  none: html`<svg class="ball" viewBox="0 0 40 32" aria-hidden="true" focusable="false"><path d="M3 30h34" stroke-dasharray="1 4" /><circle cx="20" cy="16" r="10.5" stroke-dasharray="2.5 3.65" /></svg>`,
  done: html`<svg class="ball" viewBox="0 0 40 32" aria-hidden="true" focusable="false"><path d="M3 30h34" /><circle class="open" cx="20" cy="17.5" r="10.5" /><path d="M15 17.5l3.5 3.5 6.5-7" /></svg>`,
};

export function ballDrawing(look: BallLook): TemplateResult {
  return DRAWINGS[look];
}
