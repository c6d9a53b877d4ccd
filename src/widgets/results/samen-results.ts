import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { board } from './board';
import { choiceOf, choicePath, editorsChoice } from './choice';
import type { Choice } from './choice';
import { figures } from './figures';
import { PARTS } from './load-part';
import type { PartName, ResultsPartProps } from './load-part';
import { resultsStyles } from './results.styles';
import { isWaiting } from './waiting';
import type { Ahead } from '../../elements/ahead';
import { AllPages } from '../../elements/all-pages';
import { BoardElement } from '../../elements/board-element';
import { plain } from '../../elements/config';
import { oneOf } from '../../elements/configuration';
import { noonOf, yearOf } from '../../elements/dates';
import type { MessageSource } from '../../elements/message-sources';
import { PartKeeper } from '../../elements/part-keeper';
import { QueryController } from '../../elements/query-controller';
import { WideController } from '../../elements/wide';
import { resultsNl } from '../../locales/results.nl';
import type { ResultsMessages } from '../../locales/results.nl';
import { isId } from '../../model/id';
import type { ResultView } from '../../model/result-types';
import type { Day, Id } from '../../model/types';
import { cardStyles } from '../../ui/card.styles';
import { chipStyles } from '../../ui/chip.styles';
import { driverStyles } from '../../ui/driver.styles';
import { emptyState } from '../../ui/empty-state';
import { bone, boneCard } from '../../ui/skeleton';

/** From here two cards stand beside each other, and from there three (as in the style sheet). */
const TWO_FROM_EM = 38.75;
const THREE_FROM_EM = 60;

const MESSAGES: MessageSource = {
  key: 'results',
  nl: resultsNl,
  en: () => import('../../locales/results.en').then(({ resultsEn }) => resultsEn),
};

/**
 * What is different already, soft as well as hard, stopped as well as reached: the story so far in four figures, and each
 * result as a card. The page of a result, what is written, the ideas and the report are parts of their own, fetched when
 * asked for.
 *
 * @element samen-results
 * @attr view - `board` (default) or `report`, until a reader goes elsewhere
 * @attr status - `firstSign`, `interim`, `reached` or `stopped`: only these, until a reader chooses otherwise
 * @attr driver - id of a driver: only its results, until a reader chooses otherwise
 * @attr from - first day of the report's period, as `2026-09-01`
 * @attr until - last day of the report's period
 * @fires samen-result-published - detail: `{ id }`
 */
export class SamenResults extends BoardElement<ResultsMessages, PartName, ResultsPartProps> {
  static override styles: CSSResultGroup = [BoardElement.styles, cardStyles, chipStyles, driverStyles, resultsStyles];

  @property() view?: string;
  @property() status?: string;
  @property() driver?: string;
  @property() from?: string;
  @property() until?: string;

  readonly #two = new WideController(this, TWO_FROM_EM);
  readonly #three = new WideController(this, THREE_FROM_EM);
  readonly #results = new AllPages(this, 'listResults', () => ({}));
  readonly #figures = new QueryController(this, 'getFigures', () => ({}));
  /** What waits to be published, above the board. */
  readonly #above = new PartKeeper<PartName, ResultsPartProps>(this, 'samen-results', PARTS, () => undefined);
  constructor() {
    super();
    this.queries.add(this.#results);
  }

  protected override widgetName(): 'results' {
    return 'results';
  }

  protected override readonly ahead: Ahead = [PARTS.result, PARTS.ideas, PARTS.idea, PARTS.edit];

  protected override get table(): typeof PARTS {
    return PARTS;
  }

  protected override get messages(): readonly MessageSource[] {
    return [MESSAGES];
  }

  protected override get ownHeading(): string {
    return this.t('resultsTitle');
  }

  protected override get loadFailedTitle(): string {
    return this.t('resultsFailed');
  }

  protected override get isReady(): boolean {
    const isKnown = this.spaceData !== undefined && this.me !== undefined;
    // Cards are drawn once, with their drivers; when these do not come, the rest is shown without.
    return isKnown && this.#results.hasCome && this.intention.view.status !== 'loading';
  }

  protected override get subtitle(): string | typeof nothing {
    return this.shownPart ? nothing : this.t('resultsSubtitle');
  }

  protected override headerActions(): TemplateResult | typeof nothing {
    if (this.shownPart) return nothing;
    const way = (name: string, words: string) =>
      html`<a class="btn btn--quiet" href=${this.hash.href(name)}>${words}</a>`;
    // Where there is nothing yet, the button stands with what says so.
    return html`<div class="row no-print">
      ${this.mayMake && this.#results.items.length > 0 ? this.newButton(this.t('newResult')) : nothing}${way('ideas', this.t('toIdeas'))}
      ${way('report', this.t(this.isCoreTeam ? 'makeReport' : 'seeReport'))}
    </div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    const cards = this.#three.isWide ? [1, 2, 3] : this.#two.isWide ? [1, 2] : [1];
    return html`<div class="stack">
      <div class="figures">${[1, 2, 3, 4].map(() => html`<div class="stack stack--tight">${bone('60%')}${bone('45%', '2em')}${bone('80%')}</div>`)}</div>
      <div class="results">${cards.map(() => boneCard())}</div>
    </div>`;
  }

  protected override renderBoard(): TemplateResult {
    const { items } = this.#results;
    const waits = (result: ResultView) => this.isCoreTeam && this.mayMake && isWaiting(result);
    const shown = items.filter((result) => !waits(result));
    return html`<div class="stack">
      ${this.#figures.view.status === 'error' ? nothing : figures({ figures: this.#figures.data, t: this.t })}
      ${shown.length < items.length ? this.#above.show('waiting', this.#propsAbout('')) : nothing}
      ${
        shown.length === 0
          ? this.#renderEmpty()
          : board({
              results: shown,
              choice: this.#choice,
              columns: this.#three.isWide ? 3 : this.#two.isWide ? 2 : 1,
              drivers: this.drivers,
              sending: this.sending,
              t: this.t,
              date: this.#date,
              shortDate: (day) => this.#date(day, 'short'),
              number: (value) => this.localize.number(value),
              partyName: this.partyName,
              href: (id) => this.hash.href(id),
              heading: (depth, content, name) => this.renderHeading(depth, content, { class: name }),
              onChoose: (change) => {
                // What takes a driver away goes away itself: on to "all".
                if ('driver' in change) this.focusOn('.chip');
                this.go(...choicePath({ ...this.#choice, ...change }));
              },
            })
      }
      ${this.#results.isComplete ? nothing : html`<p class="small muted">${this.t('resultsMore')}</p>`}
    </div>`;
  }

  readonly #date = (day: Day, month: 'long' | 'short' = 'long'): string =>
    this.localize.date(noonOf(day), { day: 'numeric', month, year: yearOf(day) });

  /** The reader's own choice, in the address; until then the editor's. */
  get #choice(): Choice {
    const { status, driver } = this;
    return choiceOf(this.hash.path) ?? editorsChoice({ status, driver }, this.drivers, this.warn);
  }

  get #beginsWithReport(): boolean {
    return oneOf(this.view, ['board', 'report'], 'board', this.warn, 'view') === 'report';
  }

  protected override get wayToBoard(): readonly string[] {
    return this.#beginsWithReport ? ['show'] : [];
  }

  /** Whether the days are a period, the report looks. */
  protected override get path(): readonly string[] {
    const { path } = this.hash;
    if (path.length > 0 || !this.#beginsWithReport) return path;
    return ['report', ...[this.from, this.until].map((day) => encodeURIComponent(plain(day) ?? ''))];
  }

  protected override get shownPart(): PartName | undefined {
    const [name, id] = this.path;
    switch (name) {
      case undefined:
      case 'show':
        return undefined;
      case 'new':
        return this.mayMake ? 'edit' : undefined;
      case 'edit':
      case 'publish':
      case 'measure':
        return this.mayMake && isId(id) ? name : undefined;
      case 'ideas':
        return this.mayMake && (id === 'new' || id === 'edit') ? 'idea' : name;
      case 'report':
        return name;
      default:
        return isId(name) ? 'result' : undefined;
    }
  }

  #renderEmpty(): TemplateResult {
    return emptyState({
      heading: this.renderHeading(1, this.t('resultsEmptyTitle'), { class: 'h-part' }),
      text: this.t('resultsEmptyText'),
      action: this.mayMake ? this.newButton(this.t('newResult')) : nothing,
    });
  }

  protected override propsOf(name: PartName): ResultsPartProps {
    return this.#propsAbout(name === 'result' ? (this.path[0] ?? '') : this.path.join('/'));
  }

  #propsAbout(about: string): ResultsPartProps {
    return {
      // A report that an editor begins with takes no focus from the page.
      ...this.boardProps(about, about !== '' && this.hash.path.length > 0),
      results: this.#results.items,
      spaceId: this.configuration.space,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'samen-results': SamenResults;
  }
  interface HTMLElementEventMap {
    'samen-result-published': CustomEvent<{ id: Id }>;
  }
}
