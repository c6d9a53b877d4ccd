import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { headingLevelOf } from './configuration';
import { HashController } from './hash';
import { parseHash } from './hash-address';
import type { TermOf } from './message-sources';
import { PartKeeper } from './part-keeper';
import type { PartProps, PartSaid, PartTable } from './part-keeper';
import { QueryController } from './query-controller';
import { SamenElement } from './samen-element';
import type { Me, SpaceView } from '../contract/operations';
import type { Driver, Id } from '../model/types';
import { icon } from '../ui/icon';

/** What every page of such a widget is given. */
export interface BoardPartProps extends PartProps {
  /** Who I am, the parties and the drivers, as the widget knows them. */
  me: Me | undefined;
  space: SpaceView | undefined;
  drivers: readonly Driver[];
  isCoreTeam: boolean;
  /** Goes to a place in the widget, as in an address: `go('edit', id)`, `go()` for the board. */
  go: (...path: string[]) => void;
}

/**
 * A widget with a board, and pages behind it that the page's address names: parts of their own, fetched when asked for.
 * What the agenda and the results have in common.
 */
export abstract class BoardElement<
  M extends object,
  Name extends string,
  Props extends BoardPartProps,
> extends SamenElement<M> {
  protected readonly hash = new HashController(this, this.widgetName());
  protected readonly intention = new QueryController(this, 'getIntention', () => ({}));
  #parts?: PartKeeper<Name, Props>;
  /** The board as it was last looked at, to come back to. */
  #board: readonly string[] = [];
  /** What gets the focus once the board is drawn, as a selector. */
  #focusOn?: string | undefined;

  constructor() {
    super();
    this.addEventListener('click', (event) => {
      const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
      if (parseHash(link?.hash ?? '')?.widget === this.widgetName()) this.hash.follow();
    });
  }

  /** Its name in an address, whatever its tag. Asked for while it is being made. */
  protected abstract widgetName(): 'agenda' | 'results';
  /** The way to the code of its pages. */
  protected abstract get table(): PartTable<Name>;
  /** What is shown instead of the board, by the page's address. */
  protected abstract get shownPart(): Name | undefined;
  protected abstract propsOf(name: Name): Props;
  protected abstract renderBoard(): TemplateResult;

  /** Where the reader is; at first, where the editor begins. */
  protected get path(): readonly string[] {
    return this.hash.path;
  }

  /** From where an editor began, to who was nowhere on the board yet. */
  protected get wayToBoard(): readonly string[] {
    return [];
  }

  protected override renderContent(): TemplateResult {
    const name = this.shownPart;
    const parts = (this.#parts ??= new PartKeeper<Name, Props>(
      this,
      `samen-${this.widgetName()}`,
      this.table,
      ({ detail }) => this.#partSaid(detail),
    ));
    if (!name) {
      parts.clear();
      this.#board = this.hash.path;
      return this.renderBoard();
    }
    return this.renderPart(parts, name, this.propsOf(name), () => this.#leavePart());
  }

  protected override updated(): void {
    super.updated();
    const focusOn = this.#focusOn;
    if (!focusOn || this.shownPart) return;
    this.#focusOn = undefined;
    const target = this.renderRoot.querySelector<HTMLElement>(focusOn);
    if (target) target.focus();
    else void this.focusHeading();
  }

  protected readonly t: TermOf<M> = (key, ...args) => this.localize.term(key, ...(args as never));

  protected readonly partyName = (id: Id): string =>
    this.spaceData?.parties.find((party) => party.id === id)?.name ?? '';

  protected get drivers(): readonly Driver[] {
    return this.intention.data?.drivers ?? [];
  }

  /** Whoever keeps the space writes nothing in it. */
  protected get mayMake(): boolean {
    return this.mayWrite && this.me?.member?.role !== 'admin';
  }

  /** The things of which something waits to be sent. */
  protected get sending(): ReadonlySet<Id> {
    const waiting = this.client?.pending().filter(({ status }) => status !== 'refused') ?? [];
    return new Set(waiting.map(({ entity }) => entity.slice(entity.indexOf(':') + 1)));
  }

  protected readonly go = (...path: string[]): void => {
    if (path.length > 0) this.quiet();
    this.hash.go(...path);
  };

  /** The board changes by what was pressed, and that goes away: the focus goes on to the first that this selects. */
  protected focusOn(selector: string): void {
    this.#focusOn = selector;
  }

  protected newButton(words: string): TemplateResult {
    return html`<button type="button" class="btn btn--main" data-opens="new" @click=${() => this.go('new')}>
      ${icon('plus')}${words}
    </button>`;
  }

  /** What each page is given, `about` what the address says. */
  protected boardProps(about: string, takesFocus: boolean): BoardPartProps {
    return {
      client: this.client,
      headingLevel: Math.min(6, headingLevelOf(this.headingLevel, this.warn) + 1),
      mayWrite: this.mayMake,
      takesFocus,
      about,
      me: this.me,
      space: this.spaceQuery.data,
      drivers: this.drivers,
      isCoreTeam: this.isCoreTeam,
      go: this.go,
    };
  }

  #partSaid({ said, undo, isDone, made }: PartSaid): void {
    if (isDone) this.#leavePart(made);
    // Once it is gone: going says that all is quiet.
    if (said) this.announce(said, undo ? { undo } : {});
  }

  /** To what was made, or back to where one came from. */
  #leavePart(made?: Id): void {
    const [name = '', id] = this.path;
    if (made) this.go(made);
    else if (/^(?:edit|publish|measure)$/.test(name) && id) this.go(id);
    else {
      this.#focusOn = name === 'new' ? '[data-opens="new"]' : `a[href="${this.hash.href(name)}"]`;
      this.hash.go(...(this.#board.length > 0 ? this.#board : this.wayToBoard));
    }
  }
}
