/** An agenda item as a card: its title, whose ball it is, the next step, the date, and its worst signal in words. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ballDrawing, ballLook } from './ball';
import { SIGNAL_WORDS } from './signal';
import type { TermOf } from '../../elements/message-sources';
import type { AgendaMessages } from '../../locales/agenda.nl';
import type { AgendaItemView, Signal } from '../../model/agenda-types';
import type { Day, Id } from '../../model/types';
import { capitalized } from '../../ui/by';
import { tag } from '../../ui/chips';

export interface CardOptions {
  t: TermOf<AgendaMessages>;
  date: (day: Day) => string;
  partyName: (id: Id) => string;
  /** A heading so many levels below that of the widget. */
  heading: (depth: number, content: unknown, name: string) => TemplateResult;
  /** Seen by whom it was offered to: it is not yet theirs. */
  isOffer?: boolean;
  /** What somebody did with these is on its way to the backend: in words. */
  sending?: { ids: ReadonlySet<Id>; words: string };
  /** It stands in the column of its holder, who need not be named again. */
  isWithHolder?: boolean;
  /** Whoever looks writes here: each card has its menu. */
  mayMove?: boolean;
}

const STATUS_WORDS = {
  idea: 'statusIdea',
  paused: 'statusPaused',
  done: 'statusDone',
  stopped: 'statusStopped',
} as const;

export const itemHref = (id: Id): string => `#samen=agenda/${encodeURIComponent(id)}`;

export function itemCard(item: AgendaItemView, options: CardOptions): TemplateResult {
  const { t, heading, isOffer, mayMove } = options;
  const { id, title, status, ball, signal } = item;
  const kind = isOffer ? ' item--ghost' : ball.state === 'none' ? ' item--shut' : '';
  const words = statusWords(status);
  // That nobody has the ball stands beside the ball.
  const told = isOffer || signal?.kind === 'nobody' ? undefined : signal;
  const sending = options.sending?.ids.has(id) ? options.sending.words : undefined;
  return html`<article class="item${kind}">
    ${heading(2, html`<a href=${itemHref(id)}>${title}</a>`, 'h-small')}
    ${mayMove && !isOffer ? moveButton(item, t) : nothing}
    ${ball.state === 'none' ? nothing : holder(item, options)}
    ${isOffer || ball.state === 'none' ? nothing : nextStep(item, options)}
    ${
      words || told || sending
        ? html`<div class="row">${sending ? tag(sending, { tone: 'line' }) : nothing}${words ? tag(t(words), { tone: 'line' }) : nothing}${told ? signalTag(told, t) : nothing}</div>`
        : nothing
    }
  </article>`;
}

/** Drawn on every card that is near: no listener, for the board hears it (`move.ts`), and its dots in one template. */
function moveButton({ title }: AgendaItemView, t: CardOptions['t']): TemplateResult {
  return html`<button type="button" class="move" aria-haspopup="menu" aria-expanded="false" aria-label=${t('moveItem', title)}><svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5 12h.01M12 12h.01M19 12h.01" /></svg></button>`;
}

/** Who has the ball, in words. */
export function holderName({ ball }: AgendaItemView, { t, partyName }: CardOptions): string {
  return ball.holderId ? partyName(ball.holderId) : t('laneNobody');
}

/** That an item does not run, in words. */
export function standing({ status }: AgendaItemView, { t }: CardOptions): string {
  const words = statusWords(status);
  return words ? t(words) : '';
}

const statusWords = (status: AgendaItemView['status']) => (status === 'running' ? undefined : STATUS_WORDS[status]);

/** What a card says under its title, in words alone. */
export function cardWords(item: AgendaItemView, options: CardOptions): string {
  const { t, partyName, date, isOffer } = options;
  const { ball, signal, status } = item;
  const { holderId, nextStep: step, dueOn } = ball;
  const standing = statusWords(status);
  const words: (string | undefined)[] = [];
  if (ball.state !== 'none') {
    const name = holderId ? partyName(holderId) : t('laneNobody');
    if (isOffer) words.push(t('offeredBy', name));
    else {
      words.push(name, aboutHolder(item, options));
      if (step) words.push(`${t('nextStepNow')} ${step}`);
      if (dueOn) words.push(t('dueBy', date(dueOn)));
    }
  }
  if (standing) words.push(t(standing));
  if (signal && !isOffer && signal.kind !== 'nobody') words.push(signalWords(signal, t));
  return words.filter(Boolean).join(', ');
}

function holder(item: AgendaItemView, options: CardOptions): TemplateResult {
  const [name, more] = holderWords(item, options);
  return html`<div class="holder">
    ${ballDrawing(ballLook(item))}
    <div><b>${name}</b><small>${more}</small></div>
  </div>`;
}

/** Who has the ball, and below it what is said of that. */
function holderWords(item: AgendaItemView, options: CardOptions): [name: string, more: string] {
  const { t, partyName, isOffer, isWithHolder } = options;
  const { holderId, jobTitle = '', offer } = item.ball;
  const name = holderId ? partyName(holderId) : t('laneNobody');
  if (isOffer) return [t('offeredBy', name), ''];
  if (!isWithHolder || !holderId) return [name, aboutHolder(item, options)];
  const who = jobTitle ? capitalized(jobTitle) : t('holdsBall');
  return [who, offer ? t('offeredTo', partyName(offer.toPartyId)) : ''];
}

/** An offer that lapsed still says to whom it was: that is who gave no answer. */
function aboutHolder({ ball, signal }: AgendaItemView, { t, partyName }: CardOptions): string {
  if (ball.ofItemId) return t('ballGoesWith');
  if (ball.state === 'nobody') return signal?.kind === 'nobody' && signal.days ? t('sinceDays', signal.days) : '';
  return ball.offer ? t('offeredTo', partyName(ball.offer.toPartyId)) : (ball.jobTitle ?? '');
}

function nextStep({ ball }: AgendaItemView, { t, date }: CardOptions): TemplateResult | typeof nothing {
  const { nextStep: step, dueOn } = ball;
  const due = dueOn ? t('dueBy', date(dueOn)) : '';
  if (!step) return due ? html`<p class="small muted">${due}</p>` : nothing;
  const now = t('nextStepNow');
  if (!due) return html`<p class="small"><b>${now}</b> ${step}</p>`;
  return html`<p class="small"><b>${now}</b> ${step}, <span class="muted">${due}</span></p>`;
}

export function signalWords({ kind, days }: Signal, t: CardOptions['t']): string {
  const words = t(SIGNAL_WORDS[kind]);
  return days ? t('signalDays', words, days) : words;
}

export function signalTag(signal: Signal, t: CardOptions['t']): TemplateResult {
  const tone = signal.kind === 'unanswered' ? 'bad' : signal.kind === 'overlap' ? 'line' : 'warn';
  return tag(signalWords(signal, t), { tone });
}
