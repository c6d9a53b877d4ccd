/** Beside the ball: what looks alike, who joins, and what it came from. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Reader } from './item-words';
import { hashFor } from '../../../elements/hash-address';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaMessages } from '../../../locales/agenda.nl';
import type { AgendaPartsMessages } from '../../../locales/agenda-parts.nl';
import type { AgendaItemView, Participation, SimilarItem } from '../../../model/agenda-types';
import type { Id } from '../../../model/types';
import { segmented } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';
import { itemHref } from '../card';

export type Pairing = 'mergeItem' | 'linkItems' | 'settleOverlap';

export interface SideOptions {
  item: AgendaItemView;
  reader: Reader & { t: TermOf<AgendaMessages & AgendaPartsMessages> };
  /** What looks like it, the likest first. */
  alike: readonly SimilarItem[];
  mayWrite: boolean;
  isCoreTeam: boolean;
  heading: (words: string) => TemplateResult;
  onJoin: (as: Participation | 'none') => void;
  onPair: (how: Pairing, otherId: Id) => void;
}

const JOINS = ['watching', 'thinking', 'doing'] as const satisfies readonly Participation[];
const ABOUT = { watching: 'watchingText', thinking: 'thinkingText', doing: 'doingText' } as const;

export function itemSide(options: SideOptions): TemplateResult {
  return html`${alikeNotice(options)} ${joining(options)} ${origins(options)}`;
}

function alikeNotice({ alike, reader, mayWrite, isCoreTeam, onPair }: SideOptions): TemplateResult | typeof nothing {
  const [other] = alike;
  if (!other) return nothing;
  const { t } = reader;
  const button = (how: Pairing, words: string, name = 'btn') =>
    html`<button type="button" class=${name} @click=${() => onPair(how, other.id)}>${words}</button>`;
  return notice({
    tone: 'warn',
    icon: 'copy',
    title: html`<a href=${itemHref(other.id)}>${t('looksLike', other.title)}</a>`,
    text: t('looksLikeText'),
    action: mayWrite
      ? html`${button('linkItems', t('together'))}${isCoreTeam ? button('mergeItem', t('merge')) : nothing}${button('settleOverlap', t('different'), 'btn btn--quiet')}`
      : nothing,
  });
}

function joining({ item, reader, mayWrite, heading, onJoin }: SideOptions): TemplateResult {
  const { t, partyName, partyId } = reader;
  const mine = item.participations.find((each) => each.partyId === partyId)?.as ?? 'none';
  const isOpen = item.ball.state !== 'none';
  const names = (as: Participation) =>
    item.participations
      .filter((each) => each.as === as)
      .map((each) => partyName(each.partyId))
      .filter(Boolean)
      .join(', ');
  return html`<section class="stack">
    ${heading(t('whoJoins'))}
    ${
      mayWrite && partyId && isOpen
        ? html`<div class="no-print">${segmented({
            id: 'join',
            label: t('joinAs', partyName(partyId)),
            value: mine,
            choices: [...JOINS, 'none' as const].map((value) => ({
              value,
              label: value === 'none' ? t('joinNone') : t(value),
            })),
            onChange: (as) => onJoin(as as Participation | 'none'),
          })}</div>`
        : nothing
    }
    <div class="joins">
      ${[...JOINS].reverse().map((as) => {
        const who = names(as);
        return who
          ? html`<p class=${as === 'doing' ? 'is-doing' : ''}><span class="small"><b>${t(as)}</b> <span class="muted">${t(ABOUT[as])}</span></span><br />${who}</p>`
          : nothing;
      })}
      ${item.participations.length === 0 ? html`<p class="muted">${t('nobodyJoins')}</p>` : nothing}
    </div>
  </section>`;
}

function origins({ item, reader, heading }: SideOptions): TemplateResult | typeof nothing {
  const { t } = reader;
  const { experienceId, needId, sessionId } = item;
  if (!experienceId && !needId && !sessionId) return nothing;
  return html`<section class="stack stack--tight">
    ${heading(t('comesFrom'))}
    ${experienceId ? html`<p><a href=${hashFor('backpack', experienceId)}>${icon('backpack')} ${t('fromExperience')}</a></p>` : nothing}
    ${needId ? html`<p><a href=${hashFor('compass', 'needs')}>${icon('handshake')} ${t('fromNeed')}</a></p>` : nothing}
    ${sessionId ? html`<p><a href=${hashFor('agenda', 'sessions', sessionId)}>${icon('calendar')} ${t('fromSession')}</a></p>` : nothing}
  </section>`;
}
