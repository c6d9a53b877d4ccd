import type { ReactiveController } from 'lit';
import { windowful } from './chunks';
import { layPage, withFresh } from './feed-list';
import { FreshPosts } from './fresh-posts';
import type { SpaceClient, View } from '../../client/types';
import type { ExperienceFilter, ExperiencePage, FeedLabels } from '../../contract/experiences';
import { showsTheSame } from '../../elements/query-controller';
import type { ClientHost, QueryState } from '../../elements/query-controller';
import type { ExperienceView } from '../../model/experience-types';
import type { Id } from '../../model/types';

/** What is asked at a time, after the first page. */
const MORE = 50;

interface FeedPage {
  cursor?: string | undefined;
  after?: Id | undefined;
  /** Of what was last read of it. */
  ids: readonly Id[];
  next?: string | undefined;
  view: View<ExperiencePage>;
  stop?: (() => void) | undefined;
}

const LOADING: View<never> = { status: 'loading', stale: false, refreshing: false };

/**
 * The feed as far as it was read. The first page is live; further ones are as long as somebody looks at
 * them, so that a change does not ask for ten thousand posts again. What others add meanwhile waits at
 * the door (`arrivals`): nothing moves under somebody's eyes.
 */
export class FeedController implements ReactiveController, QueryState {
  readonly #host: ClientHost;
  readonly #filter: () => ExperienceFilter | undefined;
  readonly #limit: () => number;
  #client?: SpaceClient | undefined;
  #key?: string | undefined;
  #asked: ExperienceFilter = {};
  #pages: FeedPage[] = [];
  #known: ExperienceView[] = [];
  #held = new Set<Id>();
  readonly #fresh = new FreshPosts((id, now) => this.#freshChanged(id, now));
  #items: readonly ExperienceView[] = [];
  #labels?: FeedLabels | undefined;
  #within = false;
  /** So many at first, and one to be sure: what the window has no room for is drawn once these are. */
  #begin = windowful() + 1;

  constructor(host: ClientHost, filter: () => ExperienceFilter | undefined, limit: () => number) {
    this.#host = host;
    this.#filter = filter;
    this.#limit = limit;
    host.queries?.add(this);
    host.addController(this);
  }

  /** The first page: whether it came, and what keeps it from coming. */
  get view(): View<ExperiencePage> {
    return this.#pages[0]?.view ?? LOADING;
  }

  get isAsked(): boolean {
    return this.#key !== undefined;
  }

  /** The first page under this filter came. */
  get hasCome(): boolean {
    return this.view.data !== undefined;
  }

  /** What is shown. */
  get items(): readonly ExperienceView[] {
    return this.isBeginning ? this.#items.slice(0, this.#begin) : this.#items;
  }

  /** Not all is drawn yet. Of what was chosen among, people read how much there is: that is all of it, at once. */
  get isBeginning(): boolean {
    return this.#items.length > this.#begin && Object.keys(this.#asked).length === 0;
  }

  /** Shows what it did not begin with. */
  goOn(): void {
    const wasBeginning = this.isBeginning;
    this.#begin = Infinity;
    if (wasBeginning) this.#host.requestUpdate();
  }

  /** How many came in at the top and are not shown yet. */
  get arrivals(): number {
    return this.#held.size;
  }

  get labels(): FeedLabels | undefined {
    return this.#labels;
  }

  /** Also while it is on its way, and when it did not come: the button that asks for it stays where it was. */
  get hasMore(): boolean {
    return this.#pages.at(-1)?.next !== undefined || this.isLoadingMore || this.hasFailedMore;
  }

  /** More comes by itself. */
  get isLoadingMore(): boolean {
    return this.isBeginning || (this.#pages.length > 1 && this.#pages.at(-1)?.view.status === 'loading');
  }

  /** The last page asked for did not come. */
  get hasFailedMore(): boolean {
    return this.#pages.length > 1 && this.#pages.at(-1)?.view.status === 'error';
  }

  /** Asks the backend anew. */
  async refresh(): Promise<void> {
    const client = this.#client;
    if (client) await Promise.all(this.#pages.map((page) => client.refresh('listExperiences', this.#inputOf(page))));
  }

  /** Reads what comes after; again, when that failed. */
  more(): void {
    const last = this.#pages.at(-1);
    if (this.hasFailedMore && last) {
      void this.#client?.refresh('listExperiences', this.#inputOf(last));
      return;
    }
    if (!last?.next || this.isLoadingMore) return;
    const page: FeedPage = { cursor: last.next, after: this.#known.at(-1)?.id, ids: [], view: LOADING };
    this.#pages.push(page);
    this.#watch(page);
    this.#host.requestUpdate();
  }

  /** Lets in what waits at the door; the first of it is what one reads next. */
  letIn(): ExperienceView | undefined {
    const first = this.#known.find(({ id }) => this.#held.has(id));
    this.#held.clear();
    this.#settle();
    return first;
  }

  /** Of these experiences somebody may see something: their pages are live, the others rest. */
  look(ids: ReadonlySet<Id>): void {
    for (const page of this.#pages.slice(1)) {
      const isSeen = page.ids.length === 0 || page.ids.some((id) => ids.has(id));
      if (isSeen && !page.stop) this.#watch(page);
      if (!isSeen && page.stop) {
        page.stop();
        page.stop = undefined;
      }
    }
  }

  hostUpdate(): void {
    const { client } = this.#host;
    const filter = this.#filter();
    const key = client && filter ? JSON.stringify([this.#limit(), filter]) : undefined;
    if (client === this.#client && key === this.#key) return;
    if (client !== this.#client) this.#labels = undefined;
    this.#forget();
    this.#client = client;
    this.#key = key;
    if (!key || !filter) return;
    this.#asked = filter;
    this.#pages = [{ ids: [], view: LOADING }];
    for (const page of this.#pages) this.#watch(page);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#forget();
    this.#client = this.#key = undefined;
  }

  #forget(): void {
    for (const { stop } of this.#pages) stop?.();
    this.#pages = [];
    this.#known = [];
    this.#items = [];
    this.#held.clear();
    this.#fresh.clear();
  }

  #inputOf({ cursor }: FeedPage): ExperienceFilter & { limit: number; cursor?: string } {
    return cursor === undefined
      ? { ...this.#asked, limit: this.#limit() }
      : { ...this.#asked, limit: this.#limit() < MORE ? MORE : this.#limit(), cursor };
  }

  #watch(page: FeedPage): void {
    // The listener is called at once, within this update: no second update for what is known already.
    this.#within = true;
    page.stop = this.#client?.watch('listExperiences', this.#inputOf(page), (view) => this.#heard(page, view));
    this.#within = false;
  }

  #heard(page: FeedPage, view: View<ExperiencePage>): void {
    const before = page.view;
    if (showsTheSame(view, before)) return;
    page.view = view;
    if (view.data && view.data !== before.data) this.#lay(page, view.data);
    if (!this.#within) this.#host.requestUpdate();
  }

  #lay(page: FeedPage, { items: listed, nextCursor, labels }: ExperiencePage): void {
    const isFirst = page === this.#pages[0];
    if (isFirst) this.#fresh.heard({ items: listed, hasNext: nextCursor !== undefined }, this.#client);
    const items = isFirst ? withFresh(listed, this.#fresh.items) : listed.filter(({ id }) => !this.#fresh.has(id));
    const before = new Set(this.#known.map(({ id }) => id));
    if (isFirst && labels) this.#labels = labels;
    // So much came in that nothing hangs together any more: the reader begins anew.
    const isApart =
      isFirst &&
      nextCursor !== undefined &&
      before.size > 0 &&
      !items.some(({ id, isMine }) => before.has(id) && !isMine);
    if (isApart) {
      for (const { stop } of this.#pages.splice(1)) stop?.();
      this.#known = [];
      before.clear();
    }
    this.#known = layPage(this.#known, { items, after: page.after, hasNext: nextCursor !== undefined });
    page.ids = items.map(({ id }) => id);
    page.next = nextCursor;
    if (isFirst && before.size > 0) {
      for (const { id, isMine } of items) if (!before.has(id) && !isMine) this.#held.add(id);
    }
    this.#settle();
  }

  #freshChanged(id: Id, now: ExperienceView | undefined): void {
    this.#known = this.#known.flatMap((one) => (one.id === id ? (now ?? []) : one));
    this.#settle();
    if (!this.#within) this.#host.requestUpdate();
  }

  #settle(): void {
    const here = new Set(this.#known.map(({ id }) => id));
    for (const id of this.#held) if (!here.has(id)) this.#held.delete(id);
    this.#items = this.#held.size > 0 ? this.#known.filter(({ id }) => !this.#held.has(id)) : this.#known;
  }
}
