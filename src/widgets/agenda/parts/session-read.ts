/** What a session goes through, for whoever reads it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { hashFor } from '../../../elements/hash-address';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaSessionsMessages } from '../../../locales/agenda-sessions.nl';
import type { AgendaItemView, Method } from '../../../model/agenda-types';
import type { Id } from '../../../model/types';
import { itemHref } from '../card';

export interface ProgrammeOptions {
  t: TermOf<AgendaSessionsMessages>;
  methods: readonly Method[];
  items: readonly AgendaItemView[];
  experiences: readonly { id: Id; title: string }[];
  heading: (depth: number, words: string) => TemplateResult;
}

export function programmeList({ t, methods, items, experiences, heading }: ProgrammeOptions): TemplateResult {
  const isEmpty = methods.length + items.length + experiences.length === 0;
  const part = (words: string, lines: readonly TemplateResult[]) =>
    lines.length > 0
      ? html`<div class="stack stack--tight">${heading(2, words)}<ul class="lines">${lines}</ul></div>`
      : nothing;
  return html`<section class="stack">
    ${heading(1, t('sessionProgramme'))}
    ${isEmpty ? html`<p class="muted">${t('sessionNoProgramme')}</p>` : nothing}
    ${part(
      t('prepareMethods'),
      methods.map(
        ({ name, minutes }) => html`<li>${name} <span class="muted">${t('sessionMinutes', minutes)}</span></li>`,
      ),
    )}
    ${part(
      t('prepareItems'),
      items.map(({ id, title }) => html`<li><a href=${itemHref(id)}><span dir="auto">${title}</span></a></li>`),
    )}
    ${part(
      t('prepareExperiences'),
      experiences.map(
        ({ id, title }) => html`<li><a href=${hashFor('backpack', id)}><span dir="auto">${title}</span></a></li>`,
      ),
    )}
  </section>`;
}
