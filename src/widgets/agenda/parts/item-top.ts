/** What an item is: its question, where it stands, and who reads along. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaMessages } from '../../../locales/agenda.nl';
import type { AgendaPartsMessages } from '../../../locales/agenda-parts.nl';
import type { AgendaItemView } from '../../../model/agenda-types';
import type { Driver, Id, Phase } from '../../../model/types';
import { tag } from '../../../ui/chips';
import { driverLabel } from '../../../ui/driver';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';
import { itemHref } from '../card';

export interface TopOptions {
  item: AgendaItemView;
  t: TermOf<AgendaMessages & AgendaPartsMessages>;
  phases: readonly Phase[];
  drivers: readonly Driver[];
  heading: (title: TemplateResult) => TemplateResult;
  others: readonly AgendaItemView[];
  onEdit: (() => void) | undefined;
}

const STATUS = {
  idea: 'statusIdea',
  running: 'itemRuns',
  paused: 'statusPaused',
  done: 'statusDone',
  stopped: 'statusStopped',
} as const satisfies Record<AgendaItemView['status'], keyof (AgendaMessages & AgendaPartsMessages)>;

export function itemTop({ item, t, phases, drivers, heading, others, onEdit }: TopOptions): TemplateResult {
  const at = phases.findIndex(({ id }) => id === item.phaseId);
  const phase = phases[at];
  const known = item.driverIds.flatMap((id) => {
    const index = drivers.findIndex((driver) => driver.id === id);
    const driver = drivers[index];
    return driver ? [driverLabel(driver, index)] : [];
  });
  return html`<div class="item-top">
    <p class="row small muted">${tag(t(STATUS[item.status]))}${phase ? t('phaseLine', at + 1, phase.name) : nothing}
      <span>${icon(item.audience === 'everyone' ? 'globe' : 'building')} ${t(item.audience === 'everyone' ? 'readersEveryone' : 'readersInternal')}</span></p>
    ${heading(html`<span dir="auto">${item.title}</span>`)}
    ${item.question ? html`<p class="question" dir="auto">${item.question}</p>` : nothing}
    ${known.length > 0 || item.topics.length > 0 ? html`<div class="row small">${known}${item.topics.map((topic) => tag(topic, { tone: 'line' }))}</div>` : nothing}
    ${item.statusReason ? html`<p dir="auto">${t('reasonWas', item.statusReason)}</p>` : nothing}
    ${other(item.mergedIntoId, 'mergedInto', others, t)}${other(item.followsId, 'followsOther', others, t)}
    ${onEdit ? html`<div class="no-print"><button type="button" class="btn btn--quiet pull" @click=${onEdit}>${icon('pencil')}${t('editItem')}</button></div>` : nothing}
  </div>`;
}

function other(
  id: Id | undefined,
  words: 'mergedInto' | 'followsOther',
  others: readonly AgendaItemView[],
  t: TopOptions['t'],
): TemplateResult | typeof nothing {
  if (!id) return nothing;
  const title = others.find((each) => each.id === id)?.title ?? t('otherItem');
  return notice({ tone: 'info', title: t(words), text: html`<a href=${itemHref(id)}>${title}</a>` });
}
