/** The ball of an item, large, with the one thing to do next for who reads it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { itemThrow } from './item-throw';
import { ballHeading, ballMeaning, inOrder, moveWord } from './item-words';
import type { Reader } from './item-words';
import { hashFor } from '../../../elements/hash-address';
import type { TermOf } from '../../../elements/message-sources';
import { isOnPage } from '../../../elements/on-page';
import type { AgendaMessages } from '../../../locales/agenda.nl';
import type { AgendaPartsMessages } from '../../../locales/agenda-parts.nl';
import type { AgendaItemView, BallMove, SignalKind } from '../../../model/agenda-types';
import { toDay } from '../../../model/today';
import { icon } from '../../../ui/icon';
import { ballDrawing, ballLook } from '../ball';
import { signalTag } from '../card';

export interface PanelOptions {
  item: AgendaItemView;
  reader: Reader & { t: TermOf<AgendaMessages & AgendaPartsMessages> };
  moves: readonly BallMove[];
  /** A form is open: what it is for has its own button. */
  isTyping: boolean;
  mayWrite: boolean;
  heading: (words: string) => TemplateResult;
  onMove: (move: BallMove) => void;
  /** What was refused, and the form. */
  more: TemplateResult;
}

/** These stand in words above, or beside what looks alike. */
const SAID_ALREADY: ReadonlySet<SignalKind> = new Set(['nobody', 'unanswered', 'overlap']);

export function itemPanel(options: PanelOptions): TemplateResult {
  const { item, reader, moves, isTyping, heading, onMove, more } = options;
  const { ball, signal } = item;
  const meaning = ballMeaning(item, reader);
  return html`<section class="panel" id="ball">
    <div>${heading(ballHeading(item, reader))}${meaning ? html`<p>${meaning}</p>` : nothing}</div>
    ${ball.state === 'offered' || ball.state === 'lapsed' ? itemThrow(item, reader) : html`<div>${ballDrawing(ballLook(item))}</div>`}
    ${facts(item, reader)}
    ${signal && !SAID_ALREADY.has(signal.kind) ? html`<p>${signalTag(signal, reader.t)}</p>` : nothing}
    ${isTyping || moves.length === 0 ? nothing : html`<div class="row no-print">${inOrder(moves).map((move, at) => button(move, at === 0, reader, onMove))}</div>`}
    ${lapseWords(item, reader)} ${intoResult(options)} ${more}
  </section>`;
}

/** What came of it, where results are shown: also of what was stopped. */
function intoResult({ item, reader, mayWrite }: PanelOptions): TemplateResult | typeof nothing {
  const isClosed = item.status === 'done' || (item.status === 'stopped' && !item.mergedIntoId);
  if (!isClosed || !mayWrite || !isOnPage('samen-results')) return nothing;
  return html`<div class="row no-print"><a class="btn" href=${hashFor('results', 'new', 'item', item.id)}>${icon('flag')}${reader.t('makeResult')}</a></div>`;
}

function button(move: BallMove, isMain: boolean, reader: Reader, onMove: (move: BallMove) => void): TemplateResult {
  return html`<button type="button" class=${isMain ? 'btn btn--main' : 'btn'} data-move=${move} @click=${() => onMove(move)}>${moveWord(move, reader)}</button>`;
}

function facts({ ball }: AgendaItemView, { t, date }: Reader): TemplateResult | typeof nothing {
  // While it is offered, what was asked of the other is what it is about.
  const { nextStep, dueOn, jobTitle } = { ...ball, ...shownOffer(ball) };
  const all = [
    [t('noteWas'), ball.offer?.note],
    [t('step'), nextStep],
    [t('due'), dueOn && date(dueOn)],
    [t('by'), jobTitle],
    [t('since'), ball.holderId && ball.heldSinceAt && date(toDay(ball.heldSinceAt))],
  ].filter(([, value]) => value);
  if (all.length === 0) return nothing;
  return html`<dl class="facts">${all.map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>`)}</dl>`;
}

function shownOffer({ offer }: AgendaItemView['ball']): { nextStep?: string; dueOn?: string } {
  return { ...(offer?.nextStep && { nextStep: offer.nextStep }), ...(offer?.dueOn && { dueOn: offer.dueOn }) };
}

function lapseWords({ ball }: AgendaItemView, { t, date, partyName }: Reader): TemplateResult | typeof nothing {
  if (ball.state !== 'offered' || !ball.offer) return nothing;
  const words = t('lapsesOn', date(toDay(ball.offer.lapsesAt)), partyName(ball.holderId ?? ''));
  return html`<p class="small muted">${words}</p>`;
}
