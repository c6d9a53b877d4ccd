/** Agreements as they are read, with a tick for what was done. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaSessionsMessages } from '../../../locales/agenda-sessions.nl';
import type { Agreement } from '../../../model/agenda-types';
import type { Id } from '../../../model/types';
import { tag } from '../../../ui/chips';
import { checkbox } from '../../../ui/field';
import { itemHref } from '../card';

export type ReadAgreement = Agreement & { sessionTitle?: string };

export interface AgreementsOptions {
  t: TermOf<AgendaSessionsMessages>;
  agreements: readonly ReadAgreement[];
  partyName: (id: Id) => string;
  /** Absent for whoever only reads. */
  onTick?: ((agreement: ReadAgreement, isDone: boolean) => void) | undefined;
}

export function agreementsList({ t, agreements, partyName, onTick }: AgreementsOptions): TemplateResult {
  return html`<ul class="agreements">${agreements.map((agreement) => {
    const { id, text, partyId, isDone, agendaItemId, sessionTitle } = agreement;
    const about = [partyId ? partyName(partyId) : '', sessionTitle ? t('agreementFrom', sessionTitle) : ''];
    return html`<li>
      ${
        onTick
          ? checkbox({
              id: `done-${id}`,
              label: text,
              checked: isDone,
              onChange: (checked) => onTick(agreement, checked),
            })
          : html`<p><span dir="auto">${text}</span> ${tag(t(isDone ? 'agreementDone' : 'agreementOpen'), { tone: isDone ? 'good' : 'line', ...(isDone && { icon: 'check' }) })}</p>`
      }
      ${about.some(Boolean) ? html`<p class="small muted">${about.filter(Boolean).join(', ')}</p>` : nothing}
      ${agendaItemId ? html`<p class="small"><a href=${itemHref(agendaItemId)}>${t('agreementItem')}</a></p>` : nothing}
    </li>`;
  })}</ul>`;
}
