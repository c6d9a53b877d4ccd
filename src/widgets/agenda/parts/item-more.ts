/** What is seldom done with an item: folded away. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaPartsMessages } from '../../../locales/agenda-parts.nl';
import type { AgendaItemView } from '../../../model/agenda-types';
import { icon } from '../../../ui/icon';
import type { IconName } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

export type ItemAct =
  'pause' | 'stop' | 'resume' | 'finish' | 'reopen' | 'erase' | 'ask-erase' | 'ask-finish' | 'keep' | 'link' | 'behalf';

export interface MoreOptions {
  item: AgendaItemView;
  t: TermOf<AgendaPartsMessages>;
  mayEdit: boolean;
  isCoreTeam: boolean;
  /** What is asked before it is done. */
  asking: 'ask-erase' | 'ask-finish' | undefined;
  onAct: (act: ItemAct) => void;
}

export function itemMore({ item, t, mayEdit, isCoreTeam, asking, onAct }: MoreOptions): TemplateResult {
  const isClosed = item.ball.state === 'none';
  const isPaused = item.status === 'paused';
  // Whose ball it is decides; while nobody has it, the core team.
  const mayClose = isCoreTeam || (mayEdit && item.ball.holderId !== undefined);
  const button = (act: ItemAct, words: string, sign: IconName) =>
    html`<button type="button" class="btn btn--quiet pull" id=${act} @click=${() => onAct(act)}>${icon(sign)}${words}</button>`;
  const acts = [
    mayClose && !isClosed && !isPaused ? button('pause', t('pause'), 'clock') : nothing,
    mayClose && isPaused ? button('resume', t('resume'), 'refresh') : nothing,
    mayClose && !isClosed ? button('ask-finish', t('finish'), 'check-circle') : nothing,
    mayClose && !isClosed ? button('stop', t('stop'), 'x') : nothing,
    isCoreTeam && !isClosed && !isPaused ? button('behalf', t('onBehalf'), 'users') : nothing,
    isCoreTeam && isClosed ? button('reopen', t('reopen'), 'refresh') : nothing,
    isCoreTeam ? button('ask-erase', t('eraseItem'), 'trash') : nothing,
    button('link', t('copyItemLink'), 'link'),
  ];
  return html`<details class="no-print">
    <summary>${t('moreActs')}</summary>
    <div class="stack stack--tight">${acts.map((act) => (act === nothing ? nothing : html`<div>${act}</div>`))}
    ${
      asking
        ? notice({
            tone: 'warn',
            title: t(asking === 'ask-erase' ? 'eraseSure' : 'finishSure'),
            role: 'alert',
            action: html`<button type="button" class="btn" @click=${() => onAct(asking === 'ask-erase' ? 'erase' : 'finish')}>${t(asking === 'ask-erase' ? 'eraseYes' : 'finishYes')}</button><button type="button" class="btn" id="keep-it" @click=${() => onAct('keep')}>${t('keepIt')}</button>`,
          })
        : nothing
    }</div>
  </details>`;
}
