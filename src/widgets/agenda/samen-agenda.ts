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
import { AllPages } from '../../elements/all-pages';
import { noonOf, todayHere } from '../../elements/dates';
import { headingLevelOf } from '../../elements/configuration';
import { HashController } from '../../elements/hash';
import { parseHash } from '../../elements/hash-address';
import type { MessageSource, TermOf } from '../../elements/message-sources';
import { PartKeeper } from '../../elements/part-keeper';
import type { PartSaid } from '../../elements/part-keeper';
import { QueryController } from '../../elements/query-controller';
import { SamenElement } from '../../elements/samen-element';
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
import { icon } from '../../ui/icon';
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
export class SamenAgenda extends SamenElement<AgendaMessages> {
  static override styles: CSSResultGroup = [
    SamenElement.styles,
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

  readonly #hash = new HashController(this, 'agenda');
  readonly #wide = new WideController(this, WIDE_FROM_EM);
  readonly #items = new AllPages(this, 'listAgendaItems', () => ({}));
  readonly #intention = new QueryController(this, 'getIntention', () => ({}));
  readonly #parts = new PartKeeper<PartName, AgendaPartProps>(this, 'samen-agenda', PARTS, ({ detail }) =>
    this.#partSaid(detail),
  );
  /** The boards as they were last looked at, to come back to. */
  #boards: readonly string[] = [];
  /** What gets the focus once it is drawn, as a selector. */
  #focusOn?: string | undefined;

  constructor() {
    super();
    this.queries.add(this.#items);
    this.addEventListener('click', (event) => {
      const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
      if (parseHash(link?.hash ?? '')?.widget === 'agenda') this.#hash.follow();
    });
    new Moves(this, () => ({
      client: this.client,
      me: this.me,
      phases: this.spaceData?.phases ?? [],
      parties: this.spaceData?.parties ?? [],
      items: this.#items.items,
      localize: this.localize,
      go: this.#go,
      announce: (said, options) => this.announce(said, options),
      focusHeading: () => void this.focusHeading(),
      onFailed: () => this.announce(this.common('loadFailed')),
    }));
  }

  protected override get messages(): readonly MessageSource[] {
    return [MESSAGES];
  }

  protected override get ownHeading(): string {
    return this.#t('agendaTitle');
  }

  protected override get loadFailedTitle(): string {
    return this.#t('itemsFailed');
  }

  protected override get isReady(): boolean {
    return this.spaceData !== undefined && this.me !== undefined && this.#items.hasCome;
  }

  protected override get subtitle(): string | typeof nothing {
    return this.#part ? nothing : this.#t('agendaSubtitle');
  }

  protected override headerActions(): TemplateResult | typeof nothing {
    if (this.#part) return nothing;
    const { items } = this.#items;
    const way = (name: string, words: string) =>
      html`<a class="btn btn--quiet" href=${this.#hash.href(name)}>${words}</a>`;
    // Where there is nothing yet, the button stands with what says so.
    return html`<div class="row no-print">
      ${this.#mayMake && items.length > 0 ? this.#newButton() : nothing}${way('sessions', this.#t('toAllSessions'))}
      ${this.#mayMake && items.some(isSilent) ? way('silent', this.#t('toSilentRound')) : nothing}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    const lane = html`<div class="lane">${bone('60%', '1.4em')}${boneCard()}${boneCard()}</div>`;
    return html`<div class="stack">
      ${bone('100%', '4.5em')}
      <div class="board board--phases">${this.#wide.isWide ? [1, 2, 3].map(() => lane) : lane}</div>
    </div>`;
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    const part = this.#part;
    if (part) return this.#renderPart(part);
    this.#parts.clear();
    this.#boards = this.#hash.path;
    const { items } = this.#items;
    if (items.length === 0) return this.#renderEmpty();
    const choice = this.#choice;
    const shown = items.filter((item) => isChosen(item, choice, this.#partyId));
    return html`<div class="stack">
      ${signalFilters({ items, chosen: choice.signal, t: this.#t, onChoose: this.#chooseSignal })}
      <div class="ways no-print">
        ${viewNav({
          id: 'view',
          label: this.#t('views'),
          tabs: VIEWS.map((id) => ({ id, label: this.#t(VIEW_WORDS[id]) })),
          chosen: choice.view,
          onChoose: (view) => this.#choose({ view: view as View }),
        })}
        ${chips(this.#t('showOnly'), [...this.#narrowedBy(choice), ...(this.#partyId ? this.#onlyChips(items, choice) : [])])}
      </div>
      <p class="hidden" role="status">${this.#t('shownItems', shown.length)}</p>
      ${shown.length === 0 ? this.#renderNone() : this.#renderView(choice, shown, items)}
      ${this.#items.isComplete ? nothing : html`<p class="small muted">${this.#t('itemsMore')}</p>`}
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    const focusOn = this.#focusOn;
    if (!focusOn || this.#part) return;
    this.#focusOn = undefined;
    const target = this.renderRoot.querySelector<HTMLElement>(focusOn);
    if (target) target.focus();
    else void this.focusHeading();
  }

  readonly #t: TermOf<AgendaMessages> = (key, ...args) => this.localize.term(key, ...(args as never));

  readonly #date = (day: Day): string => this.localize.date(noonOf(day), { day: 'numeric', month: 'long' });

  readonly #partyName = (id: Id): string => this.spaceData?.parties.find((party) => party.id === id)?.name ?? '';

  get #partyId(): Id | undefined {
    return this.me?.member?.partyId;
  }

  /** Whoever keeps the space writes nothing in it. */
  get #mayMake(): boolean {
    return this.mayWrite && this.me?.member?.role !== 'admin';
  }

  /** The reader's own choice, in the address; until then the editor's. */
  get #choice(): Choice {
    const { view, party, phase, only } = this;
    const choice = choiceOf(this.#hash.path) ?? editorsChoice({ view, party, phase, only }, this.warn);
    const { parties = [], phases = [] } = this.spaceData ?? {};
    return known(choice, { party: parties, phase: phases }, this.warn);
  }

  /** What is shown instead of the boards, by the page's address. */
  get #part(): PartName | undefined {
    const [name, id, act] = this.#hash.path;
    if (name === undefined || name === 'show') return undefined;
    if (name === 'new') return this.#mayMake ? 'edit' : undefined;
    if (name === 'edit') return this.#mayMake && isId(id) ? 'edit' : undefined;
    if (name === 'sessions') return this.#sessionPart(id, act);
    if (name === 'run') return this.isCoreTeam && isId(id) ? 'run' : 'sessions';
    if (name === 'silent') return this.#mayMake ? 'silent' : undefined;
    return isId(name) ? 'item' : undefined;
  }

  #sessionPart(id: Id | undefined, act: string | undefined): PartName {
    const isNew = id === 'new';
    if (this.isCoreTeam && (isNew || act === 'edit')) return 'plan';
    return !isNew && isId(id) ? 'session' : 'sessions';
  }

  readonly #go = (...path: string[]): void => {
    if (path.length > 0) this.quiet();
    this.#hash.go(...path);
  };

  #choose(change: Partial<Choice>): void {
    this.#go(...choicePath({ ...this.#choice, ...change }));
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
    return [chip('mine', this.#t('onlyMine')), chip('waiting', this.#t('onlyWaiting'))];
  }

  /** What else the choice leaves out, each to be taken away: an editor may have begun with it. */
  #narrowedBy({ only, party, phase }: Choice): ChipOptions[] {
    const chip = (label: string, change: Partial<Choice>): ChipOptions => ({
      label,
      pressed: true,
      onToggle: () => this.#choose(change),
    });
    return [
      ...(only === 'signals' ? [chip(this.#t('onlySignals'), { only: undefined })] : []),
      ...(phase ? [chip(this.spaceData?.phases.find(({ id }) => id === phase)?.name ?? '', { phase: undefined })] : []),
      ...(party ? [chip(this.#partyName(party), { party: undefined })] : []),
    ];
  }

  /** The items of which something waits to be sent. */
  get #sending(): ReadonlySet<Id> {
    const waiting = this.client?.pending().filter(({ status }) => status !== 'refused') ?? [];
    return new Set(waiting.map(({ entity }) => entity.slice(entity.indexOf(':') + 1)));
  }

  #renderView({ view }: Choice, items: readonly AgendaItemView[], all: readonly AgendaItemView[]): TemplateResult {
    const options: BoardOptions = {
      t: this.#t,
      date: this.#date,
      partyName: this.#partyName,
      heading: (depth, content, name) => this.renderHeading(depth, content, { class: name }),
      items,
      all,
      mayMove: this.#mayMake,
      sending: { ids: this.#sending, words: this.#t('itemSending') },
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

  #newButton(): TemplateResult {
    return html`<button type="button" class="btn btn--main" data-opens="new" @click=${() => this.#go('new')}>
      ${icon('plus')}${this.#t('newItem')}
    </button>`;
  }

  #renderEmpty(): TemplateResult {
    return emptyState({
      heading: this.renderHeading(1, this.#t('agendaEmptyTitle'), { class: 'h-part' }),
      text: this.#t('agendaEmptyText'),
      action: this.#mayMake ? this.#newButton() : nothing,
    });
  }

  #renderNone(): TemplateResult {
    return emptyState({
      heading: this.renderHeading(1, this.#t('agendaNoneTitle'), { class: 'h-part' }),
      text: this.#t('agendaNoneText'),
      action: html`<button type="button" class="btn" @click=${() => this.#go('show', this.#choice.view)}>${this.#t('showAll')}</button>`,
    });
  }

  #renderPart(name: PartName): TemplateResult {
    const { path } = this.#hash;
    const part = this.#parts.show(name, {
      client: this.client,
      headingLevel: Math.min(6, headingLevelOf(this.headingLevel, this.warn) + 1),
      mayWrite: this.#mayMake,
      takesFocus: true,
      about: name === 'item' ? (path[0] ?? '') : path.join('/'),
      offerTo: name === 'item' && path[1] === 'offer' ? path[2] : undefined,
      backend: this.configuration.backend,
      me: this.me,
      space: this.spaceQuery.data,
      drivers: this.#intention.data?.drivers ?? [],
      items: this.#items.items,
      isCoreTeam: this.isCoreTeam,
      go: this.#go,
    });
    // A notice would have to be fetched too, and just now nothing can be.
    return html`${this.#parts.hasFailed ? html`<p role="alert"><b>${this.common('loadFailed')}</b> ${this.common('brokenText')}</p>` : part}`;
  }

  #partSaid({ said, undo, isDone, made }: PartSaid): void {
    if (isDone) this.#leavePart(made);
    // Once it is gone: going says that all is quiet.
    if (said) this.announce(said, undo ? { undo } : {});
  }

  /** To what was made, or back to where one came from. */
  #leavePart(made?: Id): void {
    const [name, id] = this.#hash.path;
    if (made) this.#go(made);
    else if (name === 'edit' && id) this.#go(id);
    else {
      this.#focusOn = name === 'new' ? '[data-opens="new"]' : `a[href="${this.#hash.href(name ?? '')}"]`;
      this.#hash.go(...this.#boards);
    }
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
