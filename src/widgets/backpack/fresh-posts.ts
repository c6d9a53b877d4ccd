import { stillFresh } from './feed-list';
import type { PageRange } from './feed-list';
import type { SpaceClient, View } from '../../client/types';
import type { ExperienceView } from '../../model/experience-types';
import type { Id } from '../../model/types';

/**
 * What I just wrote, for as long as the feed is looked at. Of what stands on another page by now, it is asked by
 * itself: what I change in it shows, and what is gone goes.
 */
export class FreshPosts {
  readonly #onChange: (id: Id, now: ExperienceView | undefined) => void;
  #items: readonly ExperienceView[] = [];
  readonly #apart = new Map<Id, (() => void) | undefined>();

  /** `now`: as it is, or nothing when it is gone. */
  constructor(onChange: (id: Id, now: ExperienceView | undefined) => void) {
    this.#onChange = onChange;
  }

  /** The newest first. */
  get items(): readonly ExperienceView[] {
    return this.#items;
  }

  has(id: Id): boolean {
    return this.#items.some((one) => one.id === id);
  }

  /** The first page came. */
  heard(page: Pick<PageRange, 'items' | 'hasNext'>, client: SpaceClient | undefined): void {
    this.#items = stillFresh(this.#items, page);
    const isListed = (id: Id) => page.items.some((one) => one.id === id);
    for (const id of this.#apart.keys()) if (isListed(id) || !this.has(id)) this.#leave(id);
    for (const { id } of this.#items) {
      if (isListed(id) || this.#apart.has(id)) continue;
      this.#apart.set(id, undefined);
      this.#apart.set(
        id,
        client?.watch('getExperience', { id }, (view) => this.#said(id, view)),
      );
    }
  }

  clear(): void {
    for (const id of [...this.#apart.keys()]) this.#leave(id);
    this.#items = [];
  }

  #said(id: Id, { data, error }: View<ExperienceView>): void {
    const isGone = data?.status === 'erased' || error?.kind === 'notFound';
    if (!data && !isGone) return;
    const now = isGone ? undefined : data;
    this.#items = this.#items.flatMap((one) => (one.id === id ? (now ?? []) : one));
    this.#onChange(id, now);
  }

  #leave(id: Id): void {
    this.#apart.get(id)?.();
    this.#apart.delete(id);
  }
}
