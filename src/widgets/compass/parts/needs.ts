import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { CompassMeanings } from './meanings';
import { CompassPart } from './part';
import { ChainKeeper } from '../../../elements/chain';
import { defineElement } from '../../../elements/define';
import { hashFor } from '../../../elements/hash-address';
import { isOnPage } from '../../../elements/on-page';
import type { PartSaid } from '../../../elements/part-keeper';
import { QueryController } from '../../../elements/query-controller';
import { newId } from '../../../model/new-id';
import type { Id, Need, NeedKind } from '../../../model/types';
import { dialogTemplate } from '../../../ui/dialog';
import { dialogStyles } from '../../../ui/dialog.styles';
import { driverLabel } from '../../../ui/driver';
import { selectField, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

interface NeedDraft {
  kind: NeedKind;
  text: string;
  driverId: Id;
}

/** Asks and offers side by side, with what may fit; below them what working together means to people. */
export class CompassNeeds extends CompassPart {
  static override styles: CSSResultGroup = [
    CompassPart.styles,
    dialogStyles,
    css`
      @media print {
        details::details-content { content-visibility: visible; block-size: auto; }
      }
      .pair { display: grid; grid-template-columns: minmax(0, 1fr); }
      .need { display: grid; gap: 0.35em; padding: 0.8em 1em; border: 1px solid var(--_hairline); border-radius: var(--_r-m); background: var(--_page); align-content: start; box-shadow: var(--_lift-1); grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
      .need p { font-weight: 550; line-height: 1.4; }
      .need .byline { font-weight: 400; column-gap: 0.15em; }
      .bond { display: grid; justify-items: center; grid-template-rows: 1fr auto 1fr; gap: 0.3em; padding: 0.5em 0; position: relative; text-align: center; font-size: var(--_size-s); line-height: 1.25; }
      .bond::before { content: ''; position: absolute; z-index: -1; inset-block: 0; inset-inline-start: 50%; border-inline-start: 2px dashed var(--_border); }
      .bond > :first-child { align-self: end; }
      .bond--firm::before { border-inline-start-style: solid; }
      .bond > * { background: var(--_page); padding-inline: 0.35em; }
      .bond .btn { padding-inline: 0.9em; background: var(--_page); text-align: center; }
      .pairs { isolation: isolate; display: grid; gap: 1em; grid-template-columns: minmax(0, 1fr); }
      .pair-heads { display: none; font-weight: 650; }
      @container samen (min-width: 38.75em) {
        .pair { grid-template-columns: minmax(0, 1fr) 9.5em minmax(0, 1fr); }
        .pair > .need:only-child { grid-column: 1; }
        .pair > .need.is-offer:only-child { grid-column: 3; }
        .pair-heads { display: grid; grid-template-columns: minmax(0, 1fr) 9.5em minmax(0, 1fr); }
        .pair-heads > :last-child { grid-column: 3; }
        .bond { padding: 0 0.25em; }
        .bond::before { inset-inline: 0; inset-block: 50% auto; border-inline-start: 0; border-block-start: 2px dashed var(--_border); }
        .bond--firm::before { border-block-start-style: solid; }
      }
    `,
  ];

  @state() private writing?: NeedDraft;
  @state() private error?: string;
  /** The need of which is shown how it came; at first the one in the address. */
  @state() private explained?: Id | undefined;

  readonly #needs = new QueryController(this, 'listNeeds', () => ({ limit: 100 }));
  readonly #suggestions = new QueryController(this, 'listNeedSuggestions', () => ({}));
  readonly #intention = new QueryController(this, 'getIntention', () => ({}));
  readonly #space = new QueryController(this, 'getSpace', () => ({}));
  readonly #chain = new ChainKeeper(this);
  #hasArrived = false;

  override connectedCallback(): void {
    defineElement('samen-compass-meanings', CompassMeanings);
    super.connectedCallback();
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated && this.about) this.explained = this.about;
  }

  /** Who came for one need finds it, and hears it. */
  protected override updated(): void {
    super.updated();
    // What fits may come later, and puts needs elsewhere.
    const isAtRest = this.#needs.data !== undefined && this.#suggestions.view.status !== 'loading';
    if (this.#hasArrived || !this.about || !isAtRest) return;
    this.#hasArrived = true;
    this.renderRoot.querySelector<HTMLElement>(`[data-need="${this.about}"]`)?.focus();
  }

  get #drivers() {
    return this.#intention.data?.drivers ?? [];
  }

  #party(id: Id): string {
    return this.#space.data?.parties.find((party) => party.id === id)?.shortName ?? '';
  }

  override render(): TemplateResult {
    const t = this.t;
    return html`<div class="samen stack stack--loose">
      ${this.takesFocus ? html`<div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${t('toCompass')}</button></div>` : nothing}
      <div class="head-row">
        <div>${this.partHeading(t('needs'))}<p class="muted">${t('needsIntro')}</p></div>
        ${this.mayWrite ? html`<div class="row no-print">${this.#addButton('ask', t('newAsk'), true)}${this.#addButton('offer', t('newOffer'), false)}</div>` : nothing}
      </div>
      ${this.error && !this.writing ? notice({ tone: 'bad', title: this.error, role: 'alert' }) : nothing}
      ${this.renderFailed()} ${this.#needs.data ? this.#renderPairs(this.#needs.data.items) : nothing}
      <samen-compass-meanings .client=${this.client} .headingLevel=${this.headingLevel} .mayWrite=${this.mayWrite}
        @samen-part-said=${(event: CustomEvent<PartSaid>) => this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }))}></samen-compass-meanings>
      ${this.#renderNeedDialog()}
    </div>`;
  }

  #addButton(kind: NeedKind, label: string, main: boolean): TemplateResult {
    return html`<button type="button" class=${main ? 'btn btn--main' : 'btn'} @click=${() => void this.#begin(kind)}>${icon('plus')}${label}</button>`;
  }

  async #begin(kind: NeedKind): Promise<void> {
    const draft = await this.client?.draft<NeedDraft>(`need ${kind}`);
    this.error = undefined;
    this.writing = draft ?? { kind, text: '', driverId: this.#drivers[0]?.id ?? '' };
  }

  #renderPairs(needs: readonly Need[]): TemplateResult {
    const open = needs.filter((need) => need.status !== 'fulfilled');
    const done = needs.filter((need) => need.status === 'fulfilled');
    if (needs.length === 0) {
      return html`<div class="empty">${this.heading(1, this.t('noNeeds'), { class: 'h-card' })}<p>${this.t('noNeedsText')}</p></div>`;
    }
    return html`<div class="pairs">
      <div class="pair-heads" aria-hidden="true"><span>${this.t('ask')}</span><span>${this.t('offer')}</span></div>
      ${this.#pairs(open).map(([ask, offer]) => html`<div class="pair">${ask ? this.#need(ask) : nothing}${ask && offer ? this.#bond(ask, offer) : nothing}${offer ? this.#need(offer) : nothing}</div>`)}
      ${done.length === 0 ? nothing : html`<details ?open=${done.some(({ id }) => id === this.about)}><summary>${this.t('fulfilled', done.length)}</summary><div class="stack">${done.map((need) => this.#need(need))}</div></details>`}
    </div>`;
  }

  /** Matched ones and suggestions side by side, then what stands alone. */
  #pairs(needs: readonly Need[]): [Need | undefined, Need | undefined][] {
    const byId = new Map(needs.map((need) => [need.id, need]));
    const pairs: [Need | undefined, Need | undefined][] = [];
    const placed = new Set<Id>();
    const place = (ask: Need | undefined, offer: Need | undefined) => {
      pairs.push([ask, offer]);
      for (const need of [ask, offer]) if (need) placed.add(need.id);
    };
    for (const { askId, offerId } of this.#suggestions.data?.items ?? []) {
      const [ask, offer] = [byId.get(askId), byId.get(offerId)];
      if (ask?.status === 'open' && offer?.status === 'open') place(ask, offer);
    }
    for (const need of needs) {
      const other = need.matchedWithId ? byId.get(need.matchedWithId) : undefined;
      if (placed.has(need.id)) continue;
      if (need.kind === 'ask') place(need, other);
      else if (other && !placed.has(other.id)) place(other, need);
      else place(undefined, need);
    }
    return pairs;
  }

  #need(need: Need): TemplateResult {
    const index = this.#drivers.findIndex((driver) => driver.id === need.driverId);
    const driver = this.#drivers[index];
    const me = this.client?.me()?.member;
    const mayErase = this.mayWrite && (me?.partyId === need.partyId || me?.role === 'coreTeam');
    const waits =
      this.client?.pending().some((write) => write.entity === `need:${need.id}` && write.status !== 'refused') ?? false;
    const party = this.#party(need.partyId);
    return html`<article class=${need.kind === 'offer' ? 'need is-offer' : 'need'} data-need=${need.id} tabindex=${need.id === this.about ? '-1' : nothing}>
      <p class="byline small muted row">${icon(need.kind === 'ask' ? 'question' : 'hand-helping')}${need.kind === 'ask' ? this.t('asks', party) : this.t('offers', party)}</p>
      <p id="text-${need.id}">${need.text}</p>
      <div class="row row--apart">${driver ? driverLabel(driver, index) : nothing}
        ${waits ? html`<span class="small muted row">${icon('clock')}${this.common('sending')}</span>` : nothing}
        ${this.#chainButton(need)}
        ${mayErase ? html`<button type="button" class="btn btn--quiet btn--icon no-print" @click=${() => void this.#erase(need)}>${icon('trash', { label: `${this.t('erase')}: ${need.text.slice(0, 60)}` })}</button>` : nothing}
      </div>
      ${this.explained === need.id ? this.#chain.show('need', need.id, { client: this.client, headingLevel: this.headingLevel + 1 }) : nothing}
    </article>`;
  }

  #chainButton({ id }: Need): TemplateResult {
    const isOpen = this.explained === id;
    return html`<button type="button" class="btn btn--quiet small no-print" aria-expanded=${isOpen ? 'true' : 'false'} aria-describedby="text-${id}" @click=${() => (this.explained = isOpen ? undefined : id)}>${this.t('chainTitle')}</button>`;
  }

  #bond(ask: Need, offer: Need): TemplateResult {
    const me = this.client?.me()?.member;
    const mine =
      this.mayWrite && (me?.role === 'coreTeam' || me?.partyId === ask.partyId || me?.partyId === offer.partyId);
    // The buttons of every pair have the same words: what they are about is heard after them.
    const about = `text-${ask.id} text-${offer.id}`;
    if (ask.status === 'matched') {
      return html`<div class="bond bond--firm"><span class="row">${icon('link')}${this.t('matched')}</span>
        <span>${this.mayWrite && me?.partyId === ask.partyId ? html`<button type="button" class="btn" aria-describedby=${about} @click=${() => void this.#fulfil(ask)}>${this.t('fulfil')}</button>` : nothing}</span>
        <span>${this.#renderItem(ask, mine, about)}${mine ? html`<button type="button" class="btn btn--quiet" aria-describedby=${about} @click=${() => void this.#unmatch(ask)}>${this.t('unmatch')}</button>` : nothing}</span></div>`;
    }
    return html`<div class="bond"><span>${this.t('fits')}</span>${
      mine
        ? html`<button type="button" class="btn" aria-describedby=${about} @click=${() => void this.#match(ask, offer)}>${icon('link')}${this.t('match')}</button>`
        : html`<span></span>`
    }<span></span></div>`;
  }

  /** The agenda item that a match became, or the way to make one of it; where there is an agenda to show it. */
  #renderItem(ask: Need, mine: boolean, about: string): TemplateResult | typeof nothing {
    const { agendaItemId } = ask;
    if (!isOnPage('samen-agenda') || !(agendaItemId || mine)) return nothing;
    const path = agendaItemId ? [agendaItemId] : ['new', 'need', ask.id];
    return html`<a class="btn btn--quiet no-print" aria-describedby=${about} href=${hashFor('agenda', ...path)}>${agendaItemId ? this.t('toItem') : this.t('makeItem')}</a>`;
  }

  async #match(ask: Need, offer: Need): Promise<void> {
    const { refused } = await this.send('matchNeed', { id: ask.id, withId: offer.id, version: ask.version });
    this.#tell(refused, this.t('didMatch'), () => void this.#unmatch(this.#now(ask)));
  }

  async #unmatch(ask: Need): Promise<void> {
    const offer = this.#needs.data?.items.find((need) => need.id === ask.matchedWithId);
    const { refused } = await this.send('unmatchNeed', { id: ask.id, version: ask.version });
    this.#tell(refused, this.t('didUnmatch'), offer && (() => void this.#match(this.#now(ask), offer)));
  }

  async #fulfil(ask: Need): Promise<void> {
    const { refused } = await this.send('fulfilNeed', { id: ask.id, version: ask.version });
    this.#tell(refused, this.t('didFulfil'));
  }

  /** Taken back by writing it again: only its own party can, and only while it stood alone. */
  async #erase(need: Need): Promise<void> {
    const { id, kind, text, driverId } = need;
    const neighbour = this.#needs.data?.items.find((each) => each.id !== id)?.id;
    const { refused } = await this.send('eraseNeed', { id, version: need.version });
    const isOwn = this.client?.me()?.member?.partyId === need.partyId && need.status === 'open';
    const restore = async () => {
      const again = await this.send('saveNeed', { id: newId(), version: 0, kind, text, driverId });
      this.error = again.refused;
    };
    this.#tell(refused, this.t('erased'), isOwn ? () => void restore() : undefined);
    await this.updateComplete;
    const next = neighbour && this.renderRoot.querySelector<HTMLElement>(`[data-need="${neighbour}"] .btn--icon`);
    (next || this.renderRoot.querySelector<HTMLElement>('#part-heading'))?.focus();
  }

  /** The same need as it is known now, with the version it has got. */
  #now(need: Need): Need {
    return this.#needs.data?.items.find((each) => each.id === need.id) ?? need;
  }

  #tell(refused: string | undefined, done: string, undo?: () => void): void {
    this.error = refused;
    if (!refused) this.say(done, undo);
    void this.#suggestions.refresh();
  }

  readonly #saveNeed = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = this.writing;
    if (!draft) return;
    this.error = this.textError('need-text', draft.text, this.t('needTextError'))[0]?.text;
    if (this.error) {
      this.renderRoot.querySelector<HTMLElement>('#need-text')?.focus();
      return;
    }
    const { refused } = await this.send('saveNeed', { id: newId(), version: 0, ...draft });
    this.error = refused;
    if (refused) return;
    await this.client?.dropDraft(`need ${draft.kind}`);
    this.writing = undefined;
    this.say(this.t('didSave'));
  };

  #type(change: Partial<NeedDraft>): void {
    if (!this.writing) return;
    this.writing = { ...this.writing, ...change };
    void this.client?.saveDraft(`need ${this.writing.kind}`, this.writing);
  }

  #renderNeedDialog(): TemplateResult {
    const draft = this.writing;
    const t = this.t;
    return dialogTemplate({
      id: 'need-dialog',
      open: draft !== undefined,
      heading: draft?.kind === 'offer' ? t('newOffer') : t('newAsk'),
      closeLabel: this.common('close'),
      onClose: () => (this.writing = undefined),
      body: draft
        ? html`<form class="stack" novalidate @submit=${this.#saveNeed}>
            ${textField({ id: 'need-text', label: t('needText'), error: this.error, value: draft.text, multiline: true, rows: 3, maxLength: 5000, countLeft: (left) => this.common('charactersLeft', left), onInput: (text) => this.#type({ text }) })}
            ${selectField({ id: 'need-driver', label: t('whichDriver'), value: draft.driverId, choices: this.#drivers.map(({ id, name }) => ({ value: id, label: name })), onChange: (driverId) => this.#type({ driverId }) })}
            <div class="row"><button type="submit" class="btn btn--main">${this.common('save')}</button>
              <button type="button" class="btn" @click=${() => (this.writing = undefined)}>${this.common('cancel')}</button></div>
          </form>`
        : nothing,
    });
  }
}
