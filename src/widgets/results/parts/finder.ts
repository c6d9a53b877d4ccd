import type { ReactiveController } from 'lit';
import type { Evidence } from './edit-draft';
import { AllPages } from '../../../elements/all-pages';
import { QueryController } from '../../../elements/query-controller';
import type { ClientHost } from '../../../elements/query-controller';
import type { ExperienceView } from '../../../model/experience-types';
import type { Id } from '../../../model/types';

/** One stops typing for so long before anything is asked for. */
const PAUSE_MS = 300;
/** From so many letters on, a word says enough. */
const FROM_LETTERS = 2;
const MOST_SHOWN = 8;

/** Whoever may, reads it: it is not hidden or erased, and does not wait to be published. */
export const isInFeed = ({ status, hidden, isWaiting }: ExperienceView): boolean =>
  status === 'published' && !hidden && !isWaiting;

/** Finds experiences, and agenda items if wanted, by what somebody types; asked for when they do, not before. */
export class Finder implements ReactiveController {
  readonly #host: ClientHost;
  readonly #items: AllPages<'listAgendaItems'> | undefined;
  readonly #experiences: QueryController<'searchExperiences'>;
  #typed = '';
  #asked = '';
  #pause?: ReturnType<typeof setTimeout>;

  constructor(host: ClientHost, which: { items: boolean }) {
    this.#host = host;
    this.#experiences = new QueryController(host, 'searchExperiences', () =>
      this.#asked ? { text: this.#asked, limit: MOST_SHOWN } : undefined,
    );
    this.#items = which.items ? new AllPages(host, 'listAgendaItems', () => (this.#asked ? {} : undefined)) : undefined;
    host.addController(this);
  }

  /** What stands in the field. */
  get typed(): string {
    return this.#typed;
  }

  /** Something was asked, and all of the answer is here. */
  get hasFound(): boolean {
    const isItemsHere = this.#items?.hasCome ?? true;
    return this.#asked !== '' && this.#experiences.view.status !== 'loading' && isItemsHere;
  }

  get isSearching(): boolean {
    return this.#typed.trim().length >= FROM_LETTERS && !this.hasFound;
  }

  /** Those that are not chosen yet: what is on the agenda first, for there are fewer. */
  found(chosen: readonly Pick<Evidence, 'kind' | 'id'>[]): Evidence[] {
    if (!this.#asked) return [];
    const words = this.#asked.toLocaleLowerCase('nl').split(/\s+/);
    const items = (this.#items?.items ?? [])
      .filter(({ title }) => words.every((word) => title.toLocaleLowerCase('nl').includes(word)))
      .map(({ id, title }): Evidence => ({ kind: 'agendaItem', id, title }));
    const experiences = (this.#experiences.data?.items ?? [])
      .filter(isInFeed)
      .map(({ id, title }): Evidence => ({ kind: 'experience', id, title }));
    const known = new Set(chosen.map(({ kind, id }) => `${kind} ${id}`));
    return [...items, ...experiences].filter(({ kind, id }) => !known.has(`${kind} ${id}`)).slice(0, MOST_SHOWN);
  }

  /** A found experience, whole. */
  experience(id: Id): ExperienceView | undefined {
    return this.#experiences.data?.items.find((each) => each.id === id);
  }

  type(text: string): void {
    this.#typed = text;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      const said = text.trim();
      this.#asked = said.length < FROM_LETTERS ? '' : said;
      this.#host.requestUpdate();
    }, PAUSE_MS);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#pause);
  }
}
