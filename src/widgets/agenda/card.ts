/** An agenda item as a card: its title, whose ball it is, the next step, the date, and its worst signal in words. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ballDrawing, ballLook } from './ball';
import { SIGNAL_WORDS } from './signal';
import type { TermOf } from '../../elements/message-sources';
import type { AgendaMessages } from '../../locales/agenda.nl';
import type { AgendaItemView, Signal } from '../../model/agenda-types';
import type { Day, Id } from '../../model/types';
import { tag } from '../../ui/chips';

export interface CardOptions {
  t: TermOf<AgendaMessages>;
  date: (day: Day) => string;
  partyName: (id: Id) => string;
  /** A heading so many levels below that of the widget. */
  heading: (depth: number, content: unknown, name: string) => TemplateResult;
  /** Seen by whom it was offered to: it is not yet theirs. */
  isOffer?: boolean;
}

const STATUS_WORDS = { idea: 'itemIdea', paused: 'itemPaused', done: 'itemDone', stopped: 'itemStopped' } as const;

export function itemCard(item: AgendaItemView, options: CardOptions): TemplateResult {
  const { t, heading, isOffer } = options;
  const { id, title, status, ball, signal } = item;
  const kind = isOffer ? ' item--ghost' : ball.state === 'none' ? ' item--shut' : '';
  const words = status === 'running' ? undefined : STATUS_WORDS[status];
  return html`<article class="item${kind}">
    ${heading(2, html`<a href="#samen=agenda/${encodeURIComponent(id)}">${title}</a>`, 'h-small')}
    ${ball.state === 'none' ? nothing : holder(item, options)}
    ${isOffer || ball.state === 'none' ? nothing : nextStep(item, options)}
    ${
      words || (signal && !isOffer)
        ? html`<div class="row">${words ? tag(t(words), { tone: 'line' }) : nothing}${signal && !isOffer ? signalTag(signal, t) : nothing}</div>`
        : nothing
    }
  </article>`;
}

function holder(item: AgendaItemView, { t, partyName, isOffer }: CardOptions): TemplateResult {
  const { ball } = item;
  const { holderId, offer } = ball;
  const name = holderId ? partyName(holderId) : t('nobodyHolds');
  const more = isOffer
    ? ''
    : ball.ofItemId
      ? t('ballGoesWith')
      : ball.state === 'offered' && offer
        ? t('offeredTo', partyName(offer.toPartyId))
        : (ball.jobTitle ?? '');
  return html`<div class="holder">
    ${ballDrawing(ballLook(item))}
    <div><b>${isOffer ? t('offeredBy', name) : name}</b>${more ? html`<small>${more}</small>` : nothing}</div>
  </div>`;
}

function nextStep({ ball }: AgendaItemView, { t, date }: CardOptions): TemplateResult | typeof nothing {
  const { nextStep: step, dueOn } = ball;
  if (!step && !dueOn) return nothing;
  const due = dueOn ? html`<span class="muted">${t('dueBy', date(dueOn))}</span>` : nothing;
  return html`<p class="small">${step ? html`<b>${t('nextStepNow')}</b> ${step}${dueOn ? ', ' : nothing}` : nothing}${due}</p>`;
}

function signalTag({ kind, days }: Signal, t: CardOptions['t']): TemplateResult {
  const words = t(SIGNAL_WORDS[kind]);
  const tone = kind === 'unanswered' ? 'bad' : kind === 'overlap' ? 'line' : 'warn';
  return tag(days ? t('signalDays', words, days) : words, { tone });
}
