/** The ball on its way from one party to the other: who gave it stands on firm ground, the other not yet. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Reader } from './item-words';
import type { AgendaItemView } from '../../../model/agenda-types';

/** In the air, and where it is meant to come down. */
const FLYING = html`<svg viewBox="0 0 400 112" aria-hidden="true" focusable="false"><path class="ground" d="M8 106h104" /><path class="ground" d="M288 106h104" stroke-dasharray="1 7" /><path d="M60 84C90 44 130 30 176 30" /><path d="M226 30c44 0 82 10 107 35" stroke-dasharray="1 6" /><path d="M321 62l12 4 1-13" /><circle class="full" cx="60" cy="88" r="4" /><circle cx="340" cy="88" r="14" stroke-dasharray="1 5" /><circle class="open" cx="200" cy="30" r="20" stroke-dasharray="5 3.4" /><path class="thin" d="M186.8 15.6c8 8.4 8 20.4 0 28.8M213.2 15.6c-8 8.4-8 20.4 0 28.8" /></svg>`;

/** Nobody answered: it lies in the grass where it was. */
const LAPSED = html`<svg viewBox="0 40 400 72" aria-hidden="true" focusable="false"><path class="ground" d="M8 106h104" /><path class="ground" d="M288 106h104" stroke-dasharray="1 7" /><path d="M96 84C140 56 260 56 304 78" stroke-dasharray="1 7" /><circle cx="340" cy="88" r="14" stroke-dasharray="1 5" /><path class="full" d="M40 104a20 20 0 0 1 40 0z" /><path class="seam" d="M47 90c4 4 6 9 6 14M73 90c-4 4-6 9-6 14" /><path d="M24 104l-4-10M28 104l2-13M34 104l-1-9M86 104l1-9M92 104l-2-13M96 104l4-10" /></svg>`;

export function itemThrow({ ball }: AgendaItemView, { t, partyName }: Reader): TemplateResult {
  const { holderId, offer, state } = ball;
  return html`<div class="throw">
    ${state === 'lapsed' ? LAPSED : FLYING}
    <div><p><b>${partyName(holderId ?? '')}</b><small>${t('hasBallStill')}</small></p>
    <p><b>${partyName(offer?.toPartyId ?? '')}</b><small>${t('wasAsked')}</small></p></div>
  </div>`;
}
