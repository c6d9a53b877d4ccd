import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { itemBehalf } from './item-behalf';
import { formErrors, itemForm, saidOf } from './item-form';
import type { Doing, Typed } from './item-form';
import { itemLog } from './item-log';
import { itemMore } from './item-more';
import type { ItemAct } from './item-more';
import { itemPanel } from './item-panel';
import { itemRefused } from './item-refused';
import type { Refused } from './item-refused';
import { itemSide } from './item-side';
import { itemTop } from './item-top';
import { didWords } from './item-words';
import { itemStyles } from './item.styles';
import { AgendaPart } from './part';
import { PARTS_MESSAGES } from './parts-messages';
import type { Input, WriteName } from '../../../contract/operations';
import type { Sent } from '../../../elements/late-part';
import { ChainKeeper } from '../../../elements/chain';
import type { MessageSource } from '../../../elements/messages';
import { AllPages } from '../../../elements/all-pages';
import { todayHere } from '../../../elements/dates';
import { QueryController } from '../../../elements/query-controller';
import type { AgendaPartsMessages } from '../../../locales/agenda-parts.nl';
import type { AgendaItemView, BallMove, BallView, Participation } from '../../../model/agenda-types';
import { isSoAlready } from '../../../model/ball';
import type { MoveInput } from '../../../model/ball';
import type { SamenError } from '../../../model/errors';
import type { Id } from '../../../model/types';
import { chipStyles } from '../../../ui/chip.styles';
import { driverStyles } from '../../../ui/driver.styles';
import { emptyState } from '../../../ui/empty-state';
import type { FormError } from '../../../ui/errors';
import { icon } from '../../../ui/icon';
import { compareStyles } from '../../../ui/side-by-side';
import { bone, boneCard, skeleton } from '../../../ui/skeleton';
import { skeletonStyles } from '../../../ui/skeleton.styles';
import { agendaStyles } from '../agenda.styles';

const OPERATION = {
  take: 'takeBall',
  progress: 'progressBall',
  offer: 'offerBall',
  release: 'releaseBall',
  accept: 'acceptBall',
  return: 'returnBall',
  withdraw: 'withdrawBall',
  pause: 'pauseItem',
  stop: 'stopItem',
} as const satisfies Record<Doing, WriteName>;

/** What looks like an open item; one that goes along with another has found it. */
function alikeQuestion(item: AgendaItemView | undefined): Input<'findSimilarItems'> | undefined {
  if (!item || item.ball.state === 'none' || item.followsId) return undefined;
  const { id, title, question, topics, driverIds } = item;
  return { id, title, question, topics, driverIds };
}

/** The page of an agenda item: the question, the ball with what one can do now, who joins, and where the ball was. */
export class AgendaItemPage extends AgendaPart<AgendaPartsMessages> {
  static override styles: CSSResultGroup = [
    AgendaPart.styles,
    chipStyles,
    driverStyles,
    skeletonStyles,
    agendaStyles,
    itemStyles,
    compareStyles,
  ];

  @state() private typed?: Typed | undefined;
  @state() private errors: readonly FormError[] = [];
  @state() private attempt = 0;
  @state() private refused?: Refused | undefined;
  /** What is asked before it is done, for it cannot be undone. */
  @state() private asking?: 'ask-erase' | 'ask-finish' | undefined;
  /** The party for which the core team is about to act; empty until it is chosen. */
  @state() private behalf?: Id | undefined;

  #isAsked = false;
  #hasOpened = false;
  readonly #item = new QueryController(this, 'getAgendaItem', () => ({ id: this.about }));
  readonly #alike = new QueryController(this, 'findSimilarItems', () => alikeQuestion(this.#known));
  readonly #chain = new ChainKeeper(this);
  readonly #log = new AllPages(this, 'listHandovers', () => ({ id: this.about }));

  protected override get messages(): readonly MessageSource[] {
    return [PARTS_MESSAGES];
  }

  /** What was typed before is gone on with; an element that was just defined has its client only now. */
  protected override willUpdate(): void {
    if (this.client && !this.#isAsked) {
      this.#isAsked = true;
      void this.client.draft<Typed>(this.#draftName).then((kept) => this.#goOn(kept));
    }
    this.#openOffer();
  }

  /** A card was put with a party: the form for offering its ball is open, with that party chosen. */
  #openOffer(): void {
    const item = this.#known;
    if (!this.offerTo || this.#hasOpened || !item || !this.mayWrite) return;
    this.#hasOpened = true;
    const mayHave = this.othersThatRead(item).some(({ id }) => id === this.offerTo);
    if (mayHave && item.ball.moves.includes('offer')) this.#begin(item, 'offer', { toPartyId: this.offerTo });
  }

  /** With what was typed before; to whom, is chosen anew by where the card was put. */
  #goOn(kept: Typed | undefined): void {
    if (!this.typed) this.typed = kept;
    else if (kept?.doing === this.typed.doing) this.typed = { ...kept, toPartyId: this.offerTo ?? kept.toPartyId };
  }

  /** As the list of the widget knows it, until it is read by itself. */
  get #known(): AgendaItemView | undefined {
    return this.#item.data ?? this.items?.find(({ id }) => id === this.about);
  }

  get #draftName(): string {
    return `agenda move ${this.about}`;
  }

  get #partyId(): Id | undefined {
    return this.me?.member?.partyId;
  }

  get #reader() {
    return { t: this.t, partyName: this.partyName, date: this.date, partyId: this.#partyId };
  }

  override render(): TemplateResult {
    const item = this.#known;
    const back = html`<div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${this.t('toAgenda')}</button></div>`;
    return html`<div class="samen stack">${back} ${item ? html`${this.#renderItem(item)} ${this.#chain.show('agendaItem', item.id, { client: this.client, headingLevel: this.headingLevel + 1 })}` : this.#renderNone()}</div>`;
  }

  #renderNone(): TemplateResult {
    const { status, error } = this.#item.view;
    if (status === 'loading')
      return skeleton(this.common('loading'), html`<div class="stack">${bone('40%', '1.6em')}${boneCard()}</div>`);
    if (error?.kind !== 'notFound') return html`${this.renderFailed()}`;
    return emptyState({
      heading: this.partHeading(this.t('itemGoneTitle')),
      text: this.t('itemGoneText'),
      action: html`<button type="button" class="btn" @click=${() => this.leave()}>${this.t('toAgenda')}</button>`,
    });
  }

  #renderItem(item: AgendaItemView): TemplateResult {
    const reader = this.#reader;
    const mayEdit = this.mayWrite && this.mayEdit(item);
    return html`<div class="item-page">
      <div>
        ${itemTop({
          item,
          t: this.t,
          phases: this.space?.phases ?? [],
          drivers: this.drivers,
          heading: (title) => this.partHeading(title),
          others: this.items ?? [],
          onEdit: mayEdit ? () => this.go('edit', item.id) : undefined,
        })}
        ${this.#isOnItsWay ? html`<p class="small" role="status">${icon('clock')} ${this.t('onItsWayItem')}</p>` : nothing}
        ${itemPanel({
          item,
          reader,
          moves: this.mayWrite ? item.ball.moves : [],
          isTyping: this.typed !== undefined || this.behalf !== undefined,
          mayWrite: this.mayWrite,
          heading: (words) => this.heading(1, words, { class: 'h-card' }),
          onMove: (move) => this.#move(item, move),
          more: html`${this.refused ? itemRefused({ refused: this.refused, item, typed: this.typed, reader }) : nothing} ${this.#renderForm(item)} ${this.#renderBehalf(item)}`,
        })}
        ${itemLog({
          lines: this.#log.items,
          hasCome: this.#log.hasCome,
          reader,
          heading: (words) => this.heading(1, words, { class: 'h-card' }),
        })}
      </div>
      <div>
        ${itemSide({
          item,
          reader,
          alike: this.#alike.data?.items ?? [],
          mayWrite: this.mayWrite,
          isCoreTeam: this.isCoreTeam,
          heading: (words) => this.heading(1, words, { class: 'h-small' }),
          onJoin: (as) => void this.#join(item, as),
          onPair: (how, otherId) => void this.#pair(item, how, otherId),
        })}
        ${itemMore({
          item,
          t: this.t,
          mayEdit,
          isCoreTeam: this.isCoreTeam,
          asking: this.asking,
          onAct: (act) => this.#more(item, act),
        })}
      </div>
    </div>`;
  }

  get #isOnItsWay(): boolean {
    const own = new Set([`agendaItem:${this.about}`, `ball:${this.about}`]);
    return this.client?.pending().some(({ entity, status }) => own.has(entity) && status !== 'refused') ?? false;
  }

  #renderForm(item: AgendaItemView): TemplateResult | typeof nothing {
    if (!this.typed || !this.mayWrite) return nothing;
    return itemForm({
      t: this.t,
      common: this.common,
      typed: this.typed,
      parties: this.othersThatRead(item),
      behalfOf: this.partyName(this.typed.onBehalfOf),
      today: todayHere(),
      errors: this.errors,
      attempt: this.attempt,
      heading: (words) => this.heading(2, words, { class: 'h-small', id: 'form-heading', focusable: true }),
      onType: (change) => this.#type(change),
      onSend: () => void this.#send(item),
      onCancel: () => this.#cancel(),
    });
  }

  #renderBehalf(item: AgendaItemView): TemplateResult | typeof nothing {
    const { behalf, me } = this;
    if (behalf === undefined || this.typed || !me?.member) return nothing;
    return itemBehalf({
      item,
      t: this.t,
      me: { personId: me.personId, member: me.member },
      parties: this.space?.parties ?? [],
      chosen: behalf,
      heading: (words) => this.heading(2, words, { class: 'h-small', id: 'form-heading', focusable: true }),
      onChoose: (partyId) => (this.behalf = partyId),
      onMove: (move) => this.#begin(item, move, { onBehalfOf: behalf }),
      onCancel: () => this.#cancel(),
      cancel: this.common('cancel'),
    });
  }

  #move(item: AgendaItemView, move: BallMove): void {
    this.refused = undefined;
    if (move === 'offer' || move === 'return' || move === 'release' || move === 'progress') this.#begin(item, move);
    else void this.#do(item, move);
  }

  #begin(
    { ball }: AgendaItemView,
    doing: Doing,
    { toPartyId = '', onBehalfOf = '' }: Partial<Pick<Typed, 'toPartyId' | 'onBehalfOf'>> = {},
  ): void {
    const { nextStep = '', dueOn = '', jobTitle = '' } = doing === 'progress' || doing === 'offer' ? ball : {};
    this.typed = { doing, onBehalfOf, toPartyId, note: '', reason: '', nextStep, dueOn, jobTitle };
    this.errors = [];
    this.focusOn('form-heading');
  }

  #type(change: Partial<Typed>): void {
    if (!this.typed) return;
    this.typed = { ...this.typed, ...change };
    void this.client?.saveDraft(this.#draftName, this.typed);
  }

  #cancel(): void {
    this.#forget();
    this.refused = undefined;
    // Back to the board that the card was moved on.
    if (this.offerTo) this.leave();
    else this.focusOn('part-heading');
  }

  #forget(): void {
    this.typed = this.behalf = undefined;
    this.errors = [];
    void this.client?.dropDraft(this.#draftName);
  }

  async #send(item: AgendaItemView): Promise<void> {
    const { typed } = this;
    if (!typed) return;
    this.attempt += 1;
    this.errors = formErrors(typed, {
      t: this.t,
      today: todayHere(),
      was: item.ball.dueOn,
      text: this.textError,
    });
    if (this.errors.length === 0) await this.#do(item, typed.doing, typed);
  }

  #do(item: AgendaItemView, doing: Doing, typed?: Typed): Promise<void> {
    return this.once(doing, () => this.#act(item, doing, typed));
  }

  /** One move or act; what was typed stays until the backend has it. */
  async #act(item: AgendaItemView, doing: Doing, typed?: Typed): Promise<void> {
    const { id, ball } = item;
    const pressed = this.#active;
    const isBall = doing !== 'pause' && doing !== 'stop';
    const operation = OPERATION[doing];
    const said = typed ? saidOf(typed, isBall) : {};
    const input = { id, version: isBall ? ball.version : item.version, ...said } as Input<typeof operation>;
    const sent = await this.send(operation, input);
    if (this.#isRefused(item, isBall && this.#isSo(doing, said, sent.error) ? {} : sent)) return;
    if (typed) this.#forget();
    if (doing === 'offer' || doing === 'accept')
      this.#tellPage(doing === 'offer' ? 'samen-ball-offered' : 'samen-ball-accepted');
    const words = didWords(typed ?? { doing }, item, this.#reader);
    if (doing === 'offer' && this.offerTo) this.leave(words);
    else {
      this.say(words);
      this.#focusHeading(pressed);
    }
  }

  /** Too late, but what was wanted is so: a colleague did the same. */
  #isSo(move: BallMove, said: MoveInput, error: SamenError | undefined): boolean {
    const now = error?.current as Partial<BallView> | undefined;
    const party = said.onBehalfOf ?? this.#partyId;
    if (error?.kind !== 'stale' || now?.state === undefined || !party) return false;
    return isSoAlready(move, said, now, party);
  }

  get #active(): Element | null {
    return (this.renderRoot as ShadowRoot).activeElement;
  }

  /** Once something was done, the focus goes to the heading; whoever went on meanwhile keeps it where they are. */
  #focusHeading(pressed: Element | null): void {
    const isWhereItWas = pressed !== null && this.#active === pressed;
    if (isWhereItWas || document.activeElement === document.body) this.focusOn('part-heading');
  }

  /** Keeps why something was refused, when it was. */
  #isRefused({ ball }: AgendaItemView, { refused, error }: Sent): boolean {
    this.refused = refused === undefined ? undefined : { sentence: refused, error, holderWas: ball.holderId };
    return refused !== undefined;
  }

  #tellPage(name: 'samen-ball-offered' | 'samen-ball-accepted'): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { id: this.about }, bubbles: true, composed: true }));
  }

  async #join(item: AgendaItemView, as: Participation | 'none'): Promise<void> {
    const partyId = this.#partyId;
    if (!partyId) return;
    this.#isRefused(item, await this.send('setParticipation', { id: item.id, partyId, as }));
  }

  async #pair(item: AgendaItemView, how: 'mergeItem' | 'linkItems' | 'settleOverlap', otherId: Id): Promise<void> {
    const { id, version } = item;
    const pressed = this.#active;
    if (this.#isRefused(item, await this.send(how, { id, otherId, version }))) return;
    const said = { mergeItem: 'mergeDid', linkItems: 'togetherDid', settleOverlap: 'differentDid' } as const;
    this.say(this.t(said[how]));
    this.#focusHeading(pressed);
  }

  #more(item: AgendaItemView, act: ItemAct): void {
    this.refused = undefined;
    if (act === 'pause' || act === 'stop') this.#begin(item, act);
    else if (act === 'ask-erase' || act === 'ask-finish' || act === 'keep') this.#ask(act);
    else if (act === 'behalf') {
      this.behalf = '';
      this.focusOn('form-heading');
    } else if (act === 'link') void this.#copyLink();
    else void this.once(act, () => this.#change(item, act));
  }

  /** Before what cannot be undone; the focus goes to the question, and back. */
  #ask(act: 'ask-erase' | 'ask-finish' | 'keep'): void {
    const before = this.asking;
    this.asking = act === 'keep' ? undefined : act;
    this.focusOn(act === 'keep' ? (before ?? '') : 'keep-it');
  }

  async #copyLink(): Promise<void> {
    const url = new URL(location.href);
    url.hash = `samen=agenda/${encodeURIComponent(this.about)}`;
    try {
      await navigator.clipboard.writeText(url.href);
      this.say(this.t('linkCopied'));
    } catch {
      // Not allowed here: then it can be copied by hand.
      this.say(url.href);
    }
  }

  async #change(item: AgendaItemView, act: 'resume' | 'finish' | 'reopen' | 'erase'): Promise<void> {
    const acts = {
      resume: ['resumeItem', 'itemResumed'],
      finish: ['finishItem', 'finished'],
      reopen: ['reopenItem', 'reopened'],
      erase: ['eraseAgendaItem', 'itemErased'],
    } as const;
    const [operation, said] = acts[act];
    const { id, version } = item;
    const pressed = this.#active;
    const sent = await this.send(operation, { id, version });
    if (act === 'finish' || act === 'erase') this.asking = undefined;
    if (this.#isRefused(item, sent)) return;
    if (act === 'erase') this.leave(this.t(said));
    else {
      this.say(this.t(said));
      this.#focusHeading(pressed);
    }
  }
}
