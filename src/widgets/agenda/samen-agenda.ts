import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { agendaStyles } from './agenda.styles';
import { ballsBoard, phasesBoard, signalFilters } from './board';
import type { BoardOptions } from './board';
import { VIEWS, choiceOf, choicePath, editorsChoice, isChosen, isSilent, known, waitsFor } from './choice';
import type { Choice, Only, View } from './choice';
import { itemsList, quartersBoard } from './list';
import { PARTS } from './load-part';
import type { AgendaPartProps, PartName } from './load-part';
import { Moves } from './move';
import type { Ahead } from '../../elements/ahead';
import { AllPages } from '../../elements/all-pages';
import { BoardElement } from '../../elements/board-element';
import { noonOf, todayHere } from '../../elements/dates';
import type { MessageSource } from '../../elements/message-sources';
import { WideController } from '../../elements/wide';
import { agendaNl } from '../../locales/agenda.nl';
import type { AgendaMessages } from '../../locales/agenda.nl';
import type { AgendaItemView, SignalKind } from '../../model/agenda-types';
import { isId } from '../../model/id';
import type { Day, Id } from '../../model/types';
import { cardStyles } from '../../ui/card.styles';
import { chipStyles } from '../../ui/chip.styles';
import { chips } from '../../ui/chips';
import type { ChipOptions } from '../../ui/chips';
import { emptyState } from '../../ui/empty-state';
import { bone, boneCard } from '../../ui/skeleton';
import { tableStyles } from '../../ui/table.styles';
import { viewNav } from '../../ui/tabs';
import { tabsStyles } from '../../ui/tabs.styles';

/** From here the list is a table. */
const WIDE_FROM_EM = 47.5;

const MESSAGES: MessageSource = {
  key: 'agenda',
  nl: agendaNl,
  en: () => import('../../locales/agenda.en').then(({ agendaEn }) => agendaEn),
};

const VIEW_WORDS = {
  phases: 'viewPhases',
  balls: 'viewBalls',
  list: 'viewList',
  timeline: 'viewTimeline',
} as const satisfies Record<View, keyof AgendaMessages>;

/**
 * What can only be changed together, and whose move it is: by phase, by who has the ball, as a list and by quarter.
 * The page of an item and what is written are parts of their own, fetched when asked for.
 *
 * @element samen-agenda
 * @attr view - `phases` (default), `balls`, `list` or `timeline`, until a reader chooses otherwise
 * @attr party - id of a party: only items that it joins or whose ball it has, until a reader chooses otherwise
 * @attr phase - id of a phase: only its items, until a reader chooses otherwise
 * @attr only - `mine`, `waiting` or `signals`, until a reader chooses otherwise
 * @fires samen-ball-offered - detail: `{ id }`
 * @fires samen-ball-accepted - detail: `{ id }`
 */
export class SamenAgenda extends BoardElement<AgendaMessages, PartName, AgendaPartProps> {
  static override styles: CSSResultGroup = [
    BoardElement.styles,
    cardStyles,
    chipStyles,
    tabsStyles,
    tableStyles,
    agendaStyles,
  ];

  @property() view?: string;
  @property() party?: string;
  @property() phase?: string;
  @property() only?: string;

  readonly #wide = new WideController(this, WIDE_FROM_EM);
  readonly #items = new AllPages(this, 'listAgendaItems', () => ({}));
  constructor() {
    super();
    this.queries.add(this.#items);
    new Moves(this, () => ({
      client: this.client,
      me: this.me,
      phases: this.spaceData?.phases ?? [],
      parties: this.spaceData?.parties ?? [],
      items: this.#items.items,
      localize: this.localize,
      go: this.go,
      announce: (said, options) => this.announce(said, options),
      focusHeading: () => void this.focusHeading(),
      onFailed: () => this.announce(this.common('loadFailed')),
    }));
  }

  protected override widgetName(): 'agenda' {
    return 'agenda';
  }

  protected override readonly ahead: Ahead = [PARTS.item, PARTS.edit, () => import('./move-work')];

  protected override get table(): typeof PARTS {
    return PARTS;
  }

  protected override get messages(): readonly MessageSource[] {
    return [MESSAGES];
  }

  protected override get ownHeading(): string {
    return this.t('agendaTitle');
  }

  protected override get loadFailedTitle(): string {
    return this.t('itemsFailed');
  }

  protected override get isReady(): boolean {
    return this.spaceData !== undefined && this.me !== undefined && this.#items.hasCome;
  }

  protected override get subtitle(): string | typeof nothing {
    return this.shownPart ? nothing : this.t('agendaSubtitle');
  }

  protected override headerActions(): TemplateResult | typeof nothing {
    if (this.shownPart) return nothing;
    const { items } = this.#items;
    const way = (name: string, words: string) =>
      html`<a class="btn btn--quiet" href=${this.hash.href(name)}>${words}</a>`;
    // Where there is nothing yet, the button stands with what says so.
    return html`<div class="row no-print">
      ${this.mayMake && items.length > 0 ? this.newButton(this.t('newItem')) : nothing}${way('sessions', this.t('toAllSessions'))}
      ${this.mayMake && items.some(isSilent) ? way('silent', this.t('toSilentRound')) : nothing}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    const lane = html`<div class="lane">${bone('60%', '1.4em')}${boneCard()}${boneCard()}</div>`;
    return html`<div class="stack">
      ${bone('100%', '4.5em')}
      <div class="board board--phases">${this.#wide.isWide ? [1, 2, 3].map(() => lane) : lane}</div>
    </div>`;
  }

  protected override renderBoard(): TemplateResult {
    const { items } = this.#items;
    if (items.length === 0) return this.#renderEmpty();
    const choice = this.#choice;
    const shown = items.filter((item) => isChosen(item, choice, this.#partyId));
    return html`<div class="stack">
      ${signalFilters({ items, chosen: choice.signal, t: this.t, onChoose: this.#chooseSignal })}
      <div class="ways no-print">
        ${viewNav({
          id: 'view',
          label: this.t('views'),
          tabs: VIEWS.map((id) => ({ id, label: this.t(VIEW_WORDS[id]) })),
          chosen: choice.view,
          onChoose: (view) => this.#choose({ view: view as View }),
        })}
        ${chips(this.t('showOnly'), [...this.#narrowedBy(choice), ...(this.#partyId ? this.#onlyChips(items, choice) : [])])}
      </div>
      <p class="hidden" role="status">${this.t('shownItems', shown.length)}</p>
      ${shown.length === 0 ? this.#renderNone() : this.#renderView(choice, shown, items)}
      ${this.#items.isComplete ? nothing : html`<p class="small muted">${this.t('itemsMore')}</p>`}
    </div>`;
  }

  readonly #date = (day: Day): string => this.localize.date(noonOf(day), { day: 'numeric', month: 'long' });

  get #partyId(): Id | undefined {
    return this.me?.member?.partyId;
  }

  /** The reader's own choice, in the address; until then the editor's. */
  get #choice(): Choice {
    const { view, party, phase, only } = this;
    const choice = choiceOf(this.hash.path) ?? editorsChoice({ view, party, phase, only }, this.warn);
    const { parties = [], phases = [] } = this.spaceData ?? {};
    return known(choice, { party: parties, phase: phases }, this.warn);
  }

  protected override get shownPart(): PartName | undefined {
    const [name, id, act] = this.hash.path;
    if (name === undefined || name === 'show') return undefined;
    if (name === 'new') return this.mayMake ? 'edit' : undefined;
    if (name === 'edit') return this.mayMake && isId(id) ? 'edit' : undefined;
    if (name === 'sessions') return this.#sessionPart(id, act);
    if (name === 'run') return this.isCoreTeam && isId(id) ? 'run' : 'sessions';
    if (name === 'silent') return this.mayMake ? 'silent' : undefined;
    return isId(name) ? 'item' : undefined;
  }

  #sessionPart(id: Id | undefined, act: string | undefined): PartName {
    const isNew = id === 'new';
    if (this.isCoreTeam && (isNew || act === 'edit')) return 'plan';
    return !isNew && isId(id) ? 'session' : 'sessions';
  }

  #choose(change: Partial<Choice>): void {
    this.go(...choicePath({ ...this.#choice, ...change }));
  }

  readonly #chooseSignal = (signal: SignalKind | undefined): void => this.#choose({ signal });

  #onlyChips(items: readonly AgendaItemView[], { only }: Choice): ChipOptions[] {
    const counts: Partial<Record<Only, number>> = {
      mine: items.filter(({ ball }) => ball.holderId === this.#partyId).length,
      waiting: items.filter((item) => waitsFor(item, this.#partyId)).length,
    };
    const chip = (id: Only, label: string): ChipOptions => ({
      label,
      count: counts[id] ?? 0,
      pressed: only === id,
      onToggle: (pressed) => this.#choose({ only: pressed ? id : undefined }),
    });
    return [chip('mine', this.t('onlyMine')), chip('waiting', this.t('onlyWaiting'))];
  }

  /** What else the choice leaves out, each to be taken away: an editor may have begun with it. */
  #narrowedBy({ only, party, phase }: Choice): ChipOptions[] {
    const chip = (label: string, change: Partial<Choice>): ChipOptions => ({
      label,
      pressed: true,
      onToggle: () => this.#choose(change),
    });
    return [
      ...(only === 'signals' ? [chip(this.t('onlySignals'), { only: undefined })] : []),
      ...(phase ? [chip(this.spaceData?.phases.find(({ id }) => id === phase)?.name ?? '', { phase: undefined })] : []),
      ...(party ? [chip(this.partyName(party), { party: undefined })] : []),
    ];
  }

  #renderView({ view }: Choice, items: readonly AgendaItemView[], all: readonly AgendaItemView[]): TemplateResult {
    const options: BoardOptions = {
      t: this.t,
      date: this.#date,
      partyName: this.partyName,
      heading: (depth, content, name) => this.renderHeading(depth, content, { class: name }),
      items,
      all,
      mayMove: this.mayMake,
      sending: { ids: this.sending, words: this.t('itemSending') },
      phases: this.spaceData?.phases ?? [],
      currentPhaseId: this.spaceData?.currentPhaseId,
      parties: this.spaceData?.parties ?? [],
      ownPartyId: this.#partyId,
    };
    switch (view) {
      case 'balls':
        return ballsBoard(options);
      case 'list':
        return itemsList(options, this.#wide.isWide);
      case 'timeline':
        return quartersBoard(options, todayHere());
      case 'phases':
        return phasesBoard(options);
    }
  }

  #renderEmpty(): TemplateResult {
    return emptyState({
      heading: this.renderHeading(1, this.t('agendaEmptyTitle'), { class: 'h-part' }),
      text: this.t('agendaEmptyText'),
      action: this.mayMake ? this.newButton(this.t('newItem')) : nothing,
    });
  }

  #renderNone(): TemplateResult {
    return emptyState({
      heading: this.renderHeading(1, this.t('agendaNoneTitle'), { class: 'h-part' }),
      text: this.t('agendaNoneText'),
      action: html`<button type="button" class="btn" @click=${() => this.go('show', this.#choice.view)}>${this.t('showAll')}</button>`,
    });
  }

  protected override propsOf(name: PartName): AgendaPartProps {
    const { path } = this.hash;
    return {
      ...this.boardProps(name === 'item' ? (path[0] ?? '') : path.join('/'), true),
      offerTo: name === 'item' && path[1] === 'offer' ? path[2] : undefined,
      backend: this.configuration.backend,
      items: this.#items.items,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'samen-agenda': SamenAgenda;
  }
  interface HTMLElementEventMap {
    'samen-ball-offered': CustomEvent<{ id: Id }>;
    'samen-ball-accepted': CustomEvent<{ id: Id }>;
  }
}
