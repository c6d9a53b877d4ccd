import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { BackpackTerm, CardFrame } from './card';
import { cardActOf, isLinkWithin } from './card-acts';
import { CardStates } from './card-states';
import type { CardPart } from './card-states';
import { chunksOf } from './chunks';
import { LONG_DATE, noonOf, todayHere } from '../../elements/dates';
import { driverHref } from './driver-href';
import { emptyFeed } from './empty-feed';
import { Erasing } from './erasing';
import { CHUNK, FIRST_CHUNK, article, feed } from './feed';
import { FeedController } from './feed-controller';
import { FeedEyes } from './feed-eyes';
import { feedScreen, feedSkeleton, headerRow, shareButton, WIDE_FROM_EM } from './feed-screen';
import { editorsFilter, filterOf, filterPath } from './filter-path';
import { countFilters } from './filters';
import { list } from './list';
import { PARTS } from './load-part';
import type { BackpackPartProps, PartName } from './load-part';
import { limitOf, placeOf } from './place';
import type { Place } from './place';
import { sameFrame } from './same-frame';
import { side } from './side';
import { styles } from './styles';
import type { PendingWrite } from '../../client/types';
import type { ExperienceFilter, FeedLabels } from '../../contract/experiences';
import { FIRST_POSTS } from '../../contract/first-question';
import type { Input, Me, WriteName } from '../../contract/operations';
import { oneOf } from '../../elements/configuration';
import { HashController } from '../../elements/hash';
import type { MessageSource } from '../../elements/message-sources';
import { PartKeeper } from '../../elements/part-keeper';
import type { PartSaid } from '../../elements/part-keeper';
import { QueryController } from '../../elements/query-controller';
import type { Ahead } from '../../elements/ahead';
import { SamenElement } from '../../elements/samen-element';
import { WideController } from '../../elements/wide';
import { backpackNl } from '../../locales/backpack.nl';
import type { BackpackMessages } from '../../locales/backpack.nl';
import { REACTIONS } from '../../model/experience-types';
import type { ExperienceView, Reaction } from '../../model/experience-types';
import type { Day, Id } from '../../model/types';
import { icon } from '../../ui/icon';
import { boneCard } from '../../ui/skeleton';

const COMPOSERS = ['closed', 'open', 'none'] as const;
const MOST = 100;

const MESSAGES: MessageSource = {
  key: 'backpack',
  nl: backpackNl,
  en: () => import('../../locales/backpack.en').then(({ backpackEn }) => backpackEn),
};

/**
 * Short stories of what worked, what was learned and what is not known yet: newest first, pinned on top. Writing,
 * replies, search and keeping order are parts of their own, fetched when asked for.
 *
 * @element samen-backpack
 * @attr view - `feed` (default) or `mine`
 * @attr kind - only `success`, `lesson` or `question`, until a reader chooses otherwise
 * @attr driver - id of a driver: only its experiences, until a reader chooses otherwise
 * @attr party - id of a party: only its experiences, until a reader chooses otherwise
 * @attr limit - so many at first, and older ones only when asked for; 1 to 100
 * @attr composer - `closed` (default: behind a button), `open` or `none`
 * @fires samen-experience-shared - detail: `{ id }`
 */
export class SamenBackpack extends SamenElement<BackpackMessages> {
  static override styles: CSSResultGroup = [...styles];

  @property() view?: string;
  @property() kind?: string;
  @property() driver?: string;
  @property() party?: string;
  @property() limit?: number | string;
  @property() composer?: string;

  readonly #hash = new HashController(this, 'backpack');
  readonly #wide = new WideController(this, WIDE_FROM_EM);
  readonly #feed = new FeedController(
    this,
    () => this.#filter,
    () => this.#limit ?? FIRST_POSTS,
  );
  readonly #one = new QueryController(this, 'getExperience', () => (this.#oneId ? { id: this.#oneId } : undefined));
  readonly #screen = this.#keeper();
  readonly #composer = this.#keeper();
  readonly #search = this.#keeper();
  readonly #refused = this.#keeper();
  readonly #missing = this.#keeper();
  readonly #states = new CardStates(
    this,
    (...shown) => this.renderPart(...shown),
    (...said) => this.#cardSaid(...said),
  );
  readonly #erasing = new Erasing<ExperienceView>(this, ({ id, version }) =>
    this.#do('eraseExperience', { id, version }),
  );
  #chunks: (readonly ExperienceView[])[] = [];
  #frame?: CardFrame;
  #text = '';
  #showsFilters = false;
  /** The experience that was come to by a link. */
  #opened?: Id | undefined;
  /** What gets the focus once what comes is drawn, as selectors: the first that is there, else the heading. */
  #focusOn?: readonly string[] | undefined;
  /** What gets it when the card at which one can do more goes away. */
  #beside = '#samen-heading';

  constructor() {
    super();
    new FeedEyes(
      this,
      (chunks) => this.#looked(chunks),
      () => (this.#limit === undefined ? this.#feed.more() : undefined),
    );
    // Over the first view, all is drawn at once: most often it stands there already.
    if (this.shadowRoot) this.#feed.goOn();
  }

  protected override get messages(): readonly MessageSource[] {
    return [MESSAGES];
  }

  protected override get ownHeading(): string {
    return this.#t('backpackTitle');
  }

  /** The first page says who I am and whose what is: the space itself need not be asked, unless there is none. */
  protected override get needsSpace(): boolean {
    return this.#feed.view.error?.kind === 'notFound';
  }

  protected override get me(): Me | undefined {
    return super.me ?? this.#feed.labels?.me;
  }

  protected override get isReady(): boolean {
    return this.#feed.labels !== undefined;
  }

  protected override get subtitle(): string | typeof nothing {
    return this.#place === 'feed' ? this.#t('newestFirst') : nothing;
  }

  /** Refused posts stand in the feed, with what was written. */
  showsRefused({ operation }: Pick<PendingWrite, 'operation'>): boolean {
    return operation === 'saveExperience' && this.isReady;
  }

  protected override renderNoSpace(): TemplateResult {
    // A backend with secrets never says whether there is such a space.
    return this.client?.state.capabilities?.isBlank ? super.renderNoSpace() : this.renderNotMember();
  }

  protected override headerActions(): TemplateResult | typeof nothing {
    // Where there is nothing yet, the button stands with what says so.
    const isBlank = this.#feed.hasCome && this.#items.length === 0 && countFilters(this.#filter) === 0;
    const isThere = this.#place === 'feed' && !isBlank && this.mayWrite && this.#composerAs === 'closed';
    return isThere ? headerRow(this.#shareButton()) : nothing;
  }

  protected override renderSkeleton(): TemplateResult {
    return feedSkeleton(this.#wide.isWide);
  }

  override firstUpdated(): void {
    this.renderRoot.addEventListener('click', (event) => this.#onClick(event));
  }

  protected override readonly ahead: Ahead = [PARTS.composer, PARTS.replies, PARTS.actions, PARTS.mine];

  /** Nobody walks before there is something to read; without this there is still Tab. */
  protected override firstShown(): void {
    this.#feed.goOn();
    import('./parts/feed-keys').then(({ hearFeedKeys }) => hearFeedKeys(this.renderRoot)).catch(() => undefined);
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    const labels = this.#feed.labels;
    if (!labels) return nothing;
    const frame = (this.#frame = this.#frameOf(labels));
    const one = this.#one.data;
    const items = this.#items;
    this.#openReplies(one);
    this.#states.update(one ? [...items, one] : items, this.client, (experience) =>
      this.#propsOf(frame, '', experience),
    );
    const place = this.#place;
    switch (place) {
      case 'feed':
        this.#screen.clear();
        return this.#renderFeed(frame, labels);
      case 'one':
        this.#screen.clear();
        return this.#renderOne(frame);
      case 'edit':
        return one ? this.#renderScreen(frame, 'composer', one.id, one) : this.#renderOne(frame);
      case 'new':
        // Of several drafts, the one in the address; else the newest.
        return this.#renderScreen(frame, 'composer', this.#hash.path[1]);
      default:
        return this.#renderScreen(frame, place);
    }
  }

  protected override updated(): void {
    super.updated();
    const focusOn = this.#focusOn;
    if (!focusOn) return;
    this.#focusOn = undefined;
    // A part that shows cards has them in a shadow root of its own.
    const within = this.renderRoot.querySelector('samen-backpack-search, samen-backpack-moderation')?.shadowRoot;
    const find = (selector: string) =>
      this.renderRoot.querySelector<HTMLElement>(selector) ?? within?.querySelector<HTMLElement>(selector);
    for (const selector of [...focusOn, '#samen-heading']) {
      const target = find(selector);
      if (target) return target.focus();
    }
  }

  readonly #t: BackpackTerm = (key, ...args) => this.localize.term(key, ...(args as never));

  get #place(): Place {
    return placeOf(this.#hash.path, this.view, { mayWrite: this.mayWrite, isCoreTeam: this.isCoreTeam }, this.warn);
  }

  get #oneId(): Id | undefined {
    const [name, id] = this.#hash.path;
    return this.#place === 'one' ? name : this.#place === 'edit' ? id : undefined;
  }

  /** The reader's own choice, in the address; until then the editor's. */
  get #filter(): ExperienceFilter {
    return filterOf(this.#hash.path) ?? this.#editorsFilter;
  }

  get #editorsFilter(): ExperienceFilter {
    const { kind, driver, party } = this;
    return editorsFilter({ kind, driver, party }, this.warn);
  }

  get #limit(): number | undefined {
    return limitOf(this.limit, MOST, this.warn);
  }

  get #composerAs(): (typeof COMPOSERS)[number] {
    return oneOf(this.composer, COMPOSERS, 'closed', this.warn, 'composer');
  }

  get #items(): readonly ExperienceView[] {
    const { items } = this.#feed;
    return this.#erasing.size > 0 ? items.filter(({ id }) => !this.#erasing.has(id)) : items;
  }

  #frameOf(labels: FeedLabels): CardFrame {
    return sameFrame(this.#frame, {
      t: this.#t,
      language: this.localize.lang(),
      today: todayHere(),
      labels,
      mayWrite: this.mayWrite,
      level: this.headingLevel,
      heading: (content, options) => this.renderHeading(1, content, options),
      date: this.#date,
      driverHref,
    });
  }

  readonly #date = (day: Day): string => this.localize.date(noonOf(day), LONG_DATE);

  #keeper(): PartKeeper<PartName, BackpackPartProps> {
    return new PartKeeper(this, 'samen-backpack', PARTS, ({ detail }) => this.#partSaid(detail));
  }

  #propsOf(frame: CardFrame, about: string, experience?: ExperienceView): BackpackPartProps {
    return {
      client: this.client,
      headingLevel: Math.min(6, (Number(this.headingLevel) || 2) + (experience && !about ? 2 : 1)),
      mayWrite: this.mayWrite,
      takesFocus: false,
      about,
      labels: frame.labels,
      experience,
      renderCard: (one) => article(frame, one, this.#states.of(one)),
      filter: this.#filter,
      text: this.#text,
      go: this.#go,
      erase: this.#erase,
    };
  }

  readonly #go = (...path: string[]): void => {
    if (path.length > 0) this.quiet();
    this.#hash.go(...path);
  };

  readonly #setFilter = (filter: ExperienceFilter): void => {
    const path = filterPath(filter);
    // What the editor chose is undone by saying that nothing is chosen.
    this.#go(...(path.length === 0 && countFilters(this.#editorsFilter) > 0 ? ['filter'] : path));
  };

  readonly #setText = (text: string): void => {
    this.#text = text;
    this.requestUpdate();
  };

  readonly #erase = (experience: ExperienceView, isLater: boolean): void => {
    const { id } = experience;
    this.#states.toggle(id, 'actions', false);
    this.#focusOn = [this.#neighbourOf(id)];
    this.#erasing.add(experience);
    this.announce(this.#t('willBeErased', isLater), { undo: () => this.#erasing.keep(id) });
    if (this.#place !== 'feed') this.#go();
  };

  #neighbourOf(id: Id): string {
    const ids = this.#items.map((one) => one.id);
    const at = ids.indexOf(id);
    return `[data-id="${ids[at + 1] ?? ids[at - 1] ?? ''}"]`;
  }

  /** Keeps a write; when not even that can be done, says so. */
  async #do<N extends WriteName>(operation: N, input: Input<N>): Promise<void> {
    try {
      await this.write(operation, input);
    } catch (cause) {
      this.sayError(cause);
      this.announce(this.loadFailedTitle);
    }
  }

  /** Whoever follows a link to an experience sees what was said of it as well, unless they close that. */
  #openReplies(one: ExperienceView | undefined): void {
    if (this.#opened === this.#oneId) return;
    if (this.#place === 'one' && !one) return;
    this.#opened = this.#oneId;
    if (this.#place !== 'one' || !one) return;
    this.#states.open(one.id, 'replies');
    // What was pressed to come here may be gone: one goes on from the experience.
    this.#focusOn ??= [`[data-id="${one.id}"]`];
  }

  /** What is done at a card: one listener for thousands of buttons. */
  #onClick(event: Event): void {
    if (isLinkWithin(event)) this.#hash.follow();
    const { act, id, wasOn } = cardActOf(event) ?? {};
    if (!act || !id) return;
    if (act === 'actions') this.#beside = this.#neighbourOf(id);
    if (act === 'replies' || act === 'actions') this.#states.toggle(id, act);
    else if (act === 'pack') void this.#do('packExperience', { id, isPacked: !wasOn });
    else if (REACTIONS.includes(act as Reaction))
      void this.#do(wasOn ? 'removeReaction' : 'setReaction', { id, reaction: act as Reaction });
  }

  #partSaid({ said, undo, isDone, made }: PartSaid): void {
    if (said) this.announce(said, undo ? { undo } : {});
    const [name, id] = this.#hash.path;
    if (!isDone) return;
    const about = made ?? (name === 'edit' ? id : undefined);
    this.#focusOn = [about ? `[data-id="${about}"]` : `[data-opens="${name ?? ''}"]`];
    if (name && name !== 'filter') this.#go();
    else this.requestUpdate();
  }

  #cardSaid(id: Id, part: CardPart, { said, undo, isDone }: PartSaid): void {
    if (said) this.announce(said, undo ? { undo } : {});
    if (!isDone) return;
    this.#states.toggle(id, part, false);
    this.#focusOn = [`[data-id="${id}"] [data-act="${part}"]`, this.#beside];
  }

  #looked(chunks: ReadonlySet<number>): void {
    this.#feed.look(new Set([...chunks].flatMap((index) => (this.#chunks[index] ?? []).map(({ id }) => id))));
  }

  readonly #showArrivals = (): void => {
    const first = this.#feed.letIn();
    this.#focusOn = first && [`[data-id="${first.id}"]`];
    this.requestUpdate();
  };

  readonly #toggleFilters = (): void => {
    this.#showsFilters = !this.#showsFilters;
    this.requestUpdate();
  };

  #shareButton(): TemplateResult {
    return shareButton(this.#t, () => this.#go('new'));
  }

  /** A part instead of the feed. */
  #renderScreen(frame: CardFrame, name: PartName, about = '', experience?: ExperienceView): TemplateResult {
    const props = this.#propsOf(frame, about, experience);
    return this.renderPart(this.#screen, name, { ...props, takesFocus: this.#hash.path.length > 0 }, () =>
      this.#partSaid({ isDone: true }),
    );
  }

  /** One experience, as a link leads to it. */
  #renderOne(frame: CardFrame): TemplateResult {
    const { view } = this.#one;
    const id = this.#oneId ?? '';
    const one = view.data;
    return html`<div class="stack one">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.#go()}>${icon('arrow-left')}${this.#t('toFeed')}</button></div>
      ${one ? article(frame, one, this.#states.all.get(id)) : view.status === 'loading' ? boneCard() : this.renderPart(this.#missing, 'missing', this.#propsOf(frame, id))}
    </div>`;
  }

  #renderFeed(frame: CardFrame, labels: FeedLabels): TemplateResult {
    this.#chunks = chunksOf(this.#items, CHUNK, this.#chunks, FIRST_CHUNK);
    const isOpen = this.#composerAs === 'open' && this.mayWrite;
    return feedScreen({
      side: this.#renderSide(labels),
      composer: isOpen ? this.renderPart(this.#composer, 'composer', this.#propsOf(frame, '')) : nothing,
      refused: this.#renderRefused(frame),
      list: this.#text.trim()
        ? this.renderPart(this.#search, 'search', this.#propsOf(frame, ''))
        : this.#renderList(frame),
    });
  }

  #renderSide(labels: FeedLabels): TemplateResult {
    return side({
      t: this.#t,
      labels,
      filter: this.#filter,
      text: this.#text,
      isWide: this.#wide.isWide,
      isOpen: this.#showsFilters,
      mine: this.me?.member !== undefined,
      moderates: this.isCoreTeam,
      onFilter: (change) => this.#setFilter({ ...this.#filter, ...change }),
      onText: this.#setText,
      onToggle: this.#toggleFilters,
      go: this.#go,
    });
  }

  #renderList(frame: CardFrame): TemplateResult {
    const isFiltered = countFilters(this.#filter) > 0;
    return list({
      t: this.#t,
      feed: this.#feed,
      isFiltered,
      count: this.#items.length,
      shown: () => {
        const { hasMore, isLoadingMore: isBusy } = this.#feed;
        const label = this.#t('experiences');
        return feed({ frame, label, chunks: this.#chunks, states: this.#states.all, isBusy, hasMore, repeat });
      },
      empty: () =>
        emptyFeed({
          t: this.#t,
          isFiltered,
          heading: (content) => this.renderHeading(1, content, { class: 'h-part' }),
          firstStep: this.mayWrite && this.#composerAs === 'closed' ? this.#shareButton() : nothing,
        }),
      onClear: () => this.#setFilter({}),
      onArrivals: this.#showArrivals,
    });
  }

  #renderRefused(frame: CardFrame): TemplateResult | typeof nothing {
    const isThere = (this.client?.pending() ?? []).some(
      (write) => write.status === 'refused' && this.showsRefused(write),
    );
    if (isThere) return this.renderPart(this.#refused, 'refused', this.#propsOf(frame, ''));
    this.#refused.clear();
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'samen-backpack': SamenBackpack;
  }
  interface HTMLElementEventMap {
    'samen-experience-shared': CustomEvent<{ id: Id }>;
  }
}
