import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { formErrors, itemForm } from './item-form';
import type { Typed } from './item-form';
import { inOrder } from './item-words';
import { Ticker, clockWords, leftOf } from './session-clock';
import { SessionPart } from './session-part';
import { cameTag, silentAccount } from './silent-account';
import { ROUND_MINUTES, beginWalk, done, hasMoved, isForgotten, silentOf } from './silent-walk';
import type { Did, Walk } from './silent-walk';
import { overWords } from './run-view';
import { runStyles } from './run.styles';
import { itemStyles } from './item.styles';
import type { SpaceClient } from '../../../client/types';
import { todayHere } from '../../../elements/dates';
import type { AgendaItemView } from '../../../model/agenda-types';
import type { Id } from '../../../model/types';
import { emptyState } from '../../../ui/empty-state';
import type { FormError } from '../../../ui/errors';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';
import { ballDrawing, ballLook } from '../ball';
import { itemHref, signalTag } from '../card';

type Doing = 'offer' | 'progress';

interface Act {
  words: string;
  act: () => void;
}

const DRAFT = 'agenda silent round';

/** The round of silent balls: one by one, within ten minutes, with what whoever is there can do about each. */
export class AgendaSilent extends SessionPart {
  static override styles: CSSResultGroup = [SessionPart.styles, itemStyles, runStyles];

  @state() private walk?: Walk | undefined;
  @state() private typed?: Typed | undefined;
  @state() private errors: readonly FormError[] = [];
  @state() private attempt = 0;
  @state() private refused?: string | undefined;
  @state() private told = '';
  #isOver = false;

  constructor() {
    super();
    new Ticker(this, () => (this.#isWalking ? this.walk?.clock : undefined));
  }

  protected override async readDrafts(client: SpaceClient): Promise<void> {
    const kept = await client.draft<Walk>(DRAFT);
    if (kept && !isForgotten(kept, Date.now())) this.walk ??= kept;
  }

  get #isWalking(): boolean {
    return this.walk !== undefined && this.walk.at < this.walk.ids.length;
  }

  get #partyId(): Id | undefined {
    return this.me?.member?.partyId;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const isOver = this.#isWalking && this.#left <= 0;
    if (isOver && !this.#isOver) this.told = this.t('silentTimeIsUp');
    this.#isOver = isOver;
  }

  get #left(): number {
    return this.walk ? leftOf(this.walk.clock, ROUND_MINUTES, Date.now()) : 0;
  }

  override render(): TemplateResult {
    const { walk } = this;
    return html`<div class="samen stack">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.#leave()}>${icon('arrow-left')}${this.t('toAgenda')}</button></div>
      <p class="hidden" role="status">${this.told}</p>
      ${!walk ? this.#renderStart() : this.#isWalking ? this.#renderOne(walk) : this.#renderAccount(walk)}
    </div>`;
  }

  #renderStart(): TemplateResult {
    const { t, items } = this;
    if (!items) return html`${this.partHeading(t('silentTitle'))}`;
    const silent = silentOf(items);
    if (silent.length === 0) {
      return emptyState({ heading: this.partHeading(t('silentNoneTitle')), text: t('silentNoneText') });
    }
    return html`${this.partHeading(t('silentTitle'))}
      <p class="lead">${t('silentLead', silent.length)}</p>
      <ol class="lines lines--apart">${silent.map((item) => html`<li><span dir="auto">${item.title}</span> ${item.signal ? signalTag(item.signal, t) : nothing}</li>`)}</ol>
      <div><button type="button" class="btn btn--main" @click=${() => this.#begin(items)}>${t('silentBegin')}</button></div>`;
  }

  #renderOne(walk: Walk): TemplateResult {
    const { t } = this;
    const id = walk.ids[walk.at] ?? '';
    const item = this.itemOf(id);
    const hasDone = walk.did[id] !== undefined;
    const acts = item ? this.#actsOf(item) : [];
    // One main button at a time: going on is it only when there is nothing else to do first.
    const isNext = !this.typed && (hasDone || acts.length === 0);
    return html`${this.partHeading(t('silentAt', walk.at + 1, walk.ids.length))}
      ${this.#renderClock()}
      <article class="panel silent-one" aria-labelledby="silent-title">
        ${item ? this.#renderItem(item, walk, acts) : html`<p id="silent-title">${t('silentGone')}</p>`}
        ${this.refused ? notice({ tone: 'bad', title: this.refused, role: 'alert' }) : nothing}
        ${item ? this.#renderForm(item) : nothing}
      </article>
      <div class="row">
        <button type="button" class=${isNext ? 'btn btn--main' : 'btn'} id="silent-next" @click=${() => this.#on(walk, id, 'talked')}>${t('silentNext')}${icon('arrow-right')}</button>
        ${hasDone || !item ? nothing : html`<button type="button" class="btn" @click=${() => this.#on(walk, id, 'skipped')}>${t('silentSkip')}</button>`}
        <button type="button" class="btn btn--quiet" @click=${() => this.#finish(walk)}>${t('silentFinish')}</button>
      </div>`;
  }

  #renderClock(): TemplateResult {
    const { t } = this;
    const left = this.#left;
    const isOver = left <= 0;
    return html`<p class=${isOver ? 'clock clock--over' : 'clock'} role="timer" aria-label=${t('silentTimer')}>
      <b class="num">${icon('clock')} ${isOver ? t('silentOver', overWords(left)) : t('silentLeft', clockWords(left))}</b>
    </p>`;
  }

  #renderItem(item: AgendaItemView, walk: Walk, acts: readonly Act[]): TemplateResult {
    const { t } = this;
    const { id, title, question, ball, signal } = item;
    const moved = hasMoved(walk, id);
    const whose = ball.holderId ? t('runWhoseBall', this.partyName(ball.holderId)) : t('runNobodysBall');
    return html`
      ${this.heading(1, html`<span dir="auto">${title}</span>`, { class: 'h-part', id: 'silent-title' })}
      ${moved ? html`<div>${cameTag(id, { t, walk, partyName: this.partyName })}</div>` : signal ? html`<div>${signalTag(signal, t)}</div>` : nothing}
      ${question ? html`<p dir="auto">${question}</p>` : nothing}
      <div class="holder">${ballDrawing(ballLook(item))}<div><b>${whose}</b>${ball.offer ? html`<small>${t('offeredTo', this.partyName(ball.offer.toPartyId))}</small>` : ball.jobTitle ? html`<small>${ball.jobTitle}</small>` : nothing}</div></div>
      <dl class="facts">
        ${ball.nextStep ? html`<dt>${t('silentStep')}</dt><dd dir="auto">${ball.nextStep}</dd>` : nothing}
        ${ball.dueOn ? html`<dt>${t('silentDue')}</dt><dd>${this.date(ball.dueOn)}</dd>` : nothing}
      </dl>
      ${this.typed ? nothing : this.#renderActs(item, acts, moved)}
      <p class="small"><a href=${itemHref(id)}>${t('silentMore')}</a></p>`;
  }

  /** What whoever is here may do about it now, the one thing to do first. */
  #actsOf(item: AgendaItemView): Act[] {
    const { t } = this;
    const { ball, signal } = item;
    if (!this.mayWrite) return [];
    const isDoer = item.participations.some((each) => each.partyId === this.#partyId && each.as === 'doing');
    const all: Record<'accept' | 'take' | 'progress' | 'offer', Act> = {
      accept: { words: t('accept'), act: () => void this.#move(item, 'accept') },
      take: { words: t('take'), act: () => void this.#move(item, 'take') },
      progress: { words: t('progress'), act: () => this.#open(item, 'progress') },
      offer: { words: t('offerTitle'), act: () => this.#open(item, 'offer') },
    };
    const mayJoin = signal?.kind === 'noDoer' && !isDoer && this.#partyId !== undefined;
    return [
      ...inOrder(ball.moves).flatMap((move) => (move in all ? [all[move as keyof typeof all]] : [])),
      ...(mayJoin ? [{ words: t('silentJoin'), act: () => void this.#join(item) }] : []),
    ];
  }

  #renderActs({ ball }: AgendaItemView, acts: readonly Act[], moved: boolean): TemplateResult | typeof nothing {
    if (acts.length > 0) {
      return html`<div class="row">${acts.map(
        ({ words, act }, at) =>
          html`<button type="button" class=${at === 0 && !moved ? 'btn btn--main' : 'btn'} @click=${act}>${words}</button>`,
      )}</div>`;
    }
    return ball.holderId && !moved ? html`<p>${this.t('silentTheirs', this.partyName(ball.holderId))}</p>` : nothing;
  }

  #renderForm(item: AgendaItemView): TemplateResult | typeof nothing {
    if (!this.typed || !this.mayWrite) return nothing;
    return itemForm({
      t: this.t,
      common: this.common,
      typed: this.typed,
      parties: this.othersThatRead(item),
      behalfOf: '',
      today: todayHere(),
      errors: this.errors,
      attempt: this.attempt,
      heading: (words) => this.heading(2, words, { class: 'h-small', id: 'form-heading', focusable: true }),
      onType: (change) => (this.typed = this.typed && { ...this.typed, ...change }),
      onSend: () => void this.once(`send ${item.id}`, () => this.#send(item)),
      onCancel: () => this.#close(),
    });
  }

  #renderAccount(walk: Walk): TemplateResult {
    return silentAccount({
      ...{ t: this.t, walk, partyName: this.partyName },
      titleOf: (id) => this.itemOf(id)?.title,
      heading: (words) => this.partHeading(words),
      onAgain: () => this.#forget(),
      onLeave: () => this.#leave(),
    });
  }

  #keep(walk: Walk): void {
    this.walk = walk;
    void this.client?.saveDraft(DRAFT, walk);
  }

  #forget(): void {
    this.walk = undefined;
    this.told = '';
    void this.client?.dropDraft(DRAFT);
    this.focusOn('part-heading');
  }

  #leave(): void {
    if (this.walk && !this.#isWalking) void this.client?.dropDraft(DRAFT);
    this.leave();
  }

  #begin(items: readonly AgendaItemView[]): void {
    this.#keep(beginWalk(items, Date.now()));
    this.focusOn('part-heading');
  }

  #on(walk: Walk, id: Id, what: Did): void {
    this.#close(false);
    const next = walk.did[id] ? walk : done(walk, id, what);
    this.#keep({ ...next, at: walk.at + 1 });
    this.focusOn('part-heading');
  }

  #finish(walk: Walk): void {
    this.#close(false);
    this.#keep({ ...walk, at: walk.ids.length });
    this.focusOn('part-heading');
  }

  #open({ ball }: AgendaItemView, doing: Doing): void {
    const { nextStep = '', dueOn = '', jobTitle = '' } = ball;
    // A date that is past is what it is about: a new one is asked.
    const due = dueOn >= todayHere() ? dueOn : '';
    this.typed = { doing, onBehalfOf: '', toPartyId: '', note: '', reason: '', nextStep, dueOn: due, jobTitle };
    this.errors = [];
    this.refused = undefined;
    this.focusOn('form-heading');
  }

  #close(isStaying = true): void {
    this.typed = undefined;
    this.errors = [];
    this.refused = undefined;
    if (isStaying) this.focusOn('silent-next');
  }

  async #move(item: AgendaItemView, move: 'take' | 'accept'): Promise<void> {
    const { id, ball } = item;
    const { refused } = await this.send(move === 'take' ? 'takeBall' : 'acceptBall', { id, version: ball.version });
    this.refused = refused;
    if (refused || !this.walk) return;
    if (move === 'accept') this.#tellPage('samen-ball-accepted', id);
    this.#keep(done(this.walk, id, move === 'take' ? 'took' : 'accepted'));
    this.#tell(this.t(move === 'take' ? 'took' : 'accepted'));
    this.#open(item, 'progress');
  }

  async #join({ id }: AgendaItemView): Promise<void> {
    const partyId = this.#partyId;
    if (!partyId) return;
    const { refused } = await this.send('setParticipation', { id, partyId, as: 'doing' });
    this.refused = refused;
    if (refused || !this.walk) return;
    this.#keep(done(this.walk, id, 'joined'));
    this.#tell(this.t('silentJoined'));
    this.focusOn('silent-next');
  }

  async #send({ id, ball }: AgendaItemView): Promise<void> {
    const { typed, t } = this;
    if (!typed) return;
    this.attempt += 1;
    this.errors = formErrors(typed, { t, today: todayHere(), was: ball.dueOn, text: this.textError });
    if (this.errors.length > 0) return;
    const { note, nextStep, dueOn, jobTitle, toPartyId } = typed;
    const said = {
      ...{ id, version: ball.version },
      ...(note && { note }),
      ...(nextStep && { nextStep }),
      ...(dueOn && { dueOn }),
    };
    const isOffer = typed.doing === 'offer';
    const { refused } = isOffer
      ? await this.send('offerBall', { ...said, toPartyId })
      : await this.send('progressBall', { ...said, ...(jobTitle && { jobTitle }) });
    this.refused = refused;
    if (refused || !this.walk) return;
    if (isOffer) this.#tellPage('samen-ball-offered', id);
    this.#keep(done(this.walk, id, isOffer ? 'offered' : 'progressed', isOffer ? toPartyId : undefined));
    this.#tell(isOffer ? t('offered', this.partyName(toPartyId)) : t('progressed'));
    this.#close();
  }

  /** Said here: what floats over the page would cover what is to be pressed next. */
  #tell(told: string): void {
    this.told = told;
  }

  #tellPage(name: 'samen-ball-offered' | 'samen-ball-accepted', id: Id): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { id }, bubbles: true, composed: true }));
  }
}
