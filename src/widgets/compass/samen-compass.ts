import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { compassStyles } from './compass.styles';
import { home } from './home';
import { PARTS, TASKS } from './load-part';
import type { CompassPartProps, PartName } from './load-part';
import type { Petal } from './rose';
import type { CompassTerm, Shown } from './story';
import { oneOf } from '../../elements/configuration';
import { HashController } from '../../elements/hash';
import type { MessageSource } from '../../elements/messages';
import { PartKeeper } from '../../elements/part-keeper';
import type { PartSaid } from '../../elements/part-keeper';
import { QueryController } from '../../elements/query-controller';
import type { Ahead } from '../../elements/ahead';
import { SamenElement } from '../../elements/samen-element';
import { WideController } from '../../elements/wide';
import { compassNl } from '../../locales/compass.nl';
import type { CompassMessages } from '../../locales/compass.nl';
import { shownGroup, trend } from '../../model/trend';
import type { Id, Party, Release, Round } from '../../model/types';
import { barStyles } from '../../ui/bar.styles';
import { driverStyles } from '../../ui/driver.styles';
import { addIcons, icon } from '../../ui/icon';
import { handshake } from '../../ui/icons/handshake';
import { bone, roundBone } from '../../ui/skeleton';
import { tableStyles } from '../../ui/table.styles';

addIcons({ handshake });

const VIEWS = ['compass', 'check-in', 'needs', 'history'] as const;
/** From here the rose has room for names around it; below it the rows are the buttons. */
const WIDE_FROM_EM = 38.75;

const MESSAGES: MessageSource = {
  key: 'compass',
  nl: compassNl,
  en: () => import('../../locales/compass.en').then(({ compassEn }) => compassEn),
};

/**
 * The intention in the middle, drivers around it, each petal as long as its share of "good" in the
 * last closed round. The page of a driver, checking in, needs and the core team's work are parts of
 * their own, fetched when asked for.
 *
 * @element samen-compass
 * @attr view - `compass` (default), `check-in`, `needs` or `history`
 * @attr party - id of the party whose group is shown, as far as the rules show it
 * @attr round - id of the closed round that is shown; the last one by default
 * @fires samen-checkin-saved - detail: `{ roundId }`
 */
export class SamenCompass extends SamenElement<CompassMessages> {
  static override styles: CSSResultGroup = [SamenElement.styles, driverStyles, barStyles, tableStyles, compassStyles];

  @property() view?: string;
  @property() party?: string;
  @property() round?: string;

  readonly #hash = new HashController(this, 'compass');
  readonly #wide = new WideController(this, WIDE_FROM_EM);
  readonly #intention = new QueryController(this, 'getIntention', () => ({}));
  readonly #rounds = new QueryController(this, 'listRounds', () => ({ limit: 100 }));
  readonly #last = new QueryController(this, 'getSummary', () => summaryOf(this.#closed[0]));
  readonly #before = new QueryController(this, 'getSummary', () => summaryOf(this.#closed[1]));
  readonly #mine = new QueryController(this, 'getMyCheckIn', () => summaryOf(this.#open));
  readonly #parts = new PartKeeper<PartName, CompassPartProps>(this, 'samen-compass', PARTS, ({ detail }) =>
    this.#partSaid(detail),
  );
  /** What opened the part that was left: it gets the focus back. */
  #opener?: string | undefined;

  protected override get messages(): readonly MessageSource[] {
    return [MESSAGES];
  }

  protected override get ownHeading(): string {
    return this.#t('compass');
  }

  protected override get isReady(): boolean {
    const [last, before] = this.#closed;
    return (
      this.spaceData !== undefined &&
      this.#intention.data !== undefined &&
      this.#rounds.data !== undefined &&
      (!last || this.#last.data !== undefined) &&
      // What went up is said once, not first otherwise; when it does not come, the rest is shown without.
      (!before || this.#before.view.status !== 'loading')
    );
  }

  protected override get subtitle(): string {
    const [last] = this.#closed;
    if (!this.isReady || this.#isSettingUp || !this.#intention.data) return '';
    return last ? this.#t('roundClosed', last.number, this.#date(last.closedOn ?? '')) : this.#t('noRoundYet');
  }

  protected override headerActions(): TemplateResult | typeof nothing {
    if (this.#part || this.#isSettingUp || !this.#wide.isWide || !this.#intention.data) return nothing;
    return html`<div class="row no-print">${this.#renderActions()}</div>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="compass"><div class="rose ${this.#wide.isWide ? '' : 'rose--small'}">${roundBone('100%')}</div><div class="stack">${[1, 2, 3, 4, 5].map(() => bone('100%', '2.5em'))}</div></div>`;
  }

  protected override renderNoSpace(): TemplateResult {
    // A backend with secrets never says whether there is such a space.
    if (!this.client?.state.capabilities?.isBlank) return this.renderNotMember();
    return this.readonly || this.isPreview ? super.renderNoSpace() : this.#renderPart('setup');
  }

  protected override readonly ahead: Ahead = [PARTS['check-in'], PARTS.driver, PARTS.needs];

  /** Whoever may make spaces on a server can begin here: it says to nobody whether there is one. */
  protected override renderNotMember(): TemplateResult {
    const mayBegin = this.me?.mayMakeSpaces && !this.readonly && !this.isPreview;
    return mayBegin ? this.#renderPart('setup') : super.renderNotMember();
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    const part = this.#part;
    if (part) return this.#renderPart(part);
    // Whoever may set up goes on where the set-up stopped; others see what there is.
    if (this.#isSettingUp) return this.#renderPart('setup');
    this.#parts.clear();
    const intention = this.#intention.data;
    if (!intention) {
      return html`<div class="empty">${this.renderHeading(1, this.#t('blankTitle'), { class: 'h-part' })}<p>${this.#t('blankText')}</p></div>`;
    }
    const [last, before] = this.#closed;
    return home({
      t: this.#t,
      intention,
      phases: this.spaceData?.phases ?? [],
      currentPhaseId: this.spaceData?.currentPhaseId,
      petals: this.#petals,
      last,
      before,
      shown: this.#shown,
      group: this.#group,
      open: this.#open,
      hasHistory: this.#closed.length > 1,
      isWide: this.#wide.isWide,
      isCoreTeam: this.isCoreTeam,
      actions: this.#renderActions(),
      percent: this.#percent,
      date: this.#date,
      heading: (content, name) => this.renderHeading(1, content, { class: name }),
      go: (...path) => this.#go(...path),
    });
  }

  protected override updated(): void {
    super.updated();
    if (!this.#opener || this.#part) return;
    const opener = this.shadowRoot?.querySelector<HTMLElement>(this.#opener);
    this.#opener = undefined;
    // It may have been folded away again meanwhile.
    opener?.closest('details')?.setAttribute('open', '');
    if (opener) opener.focus();
    else void this.focusHeading();
  }

  readonly #t: CompassTerm = (key, ...args) => this.localize.term(key, ...(args as never));

  readonly #percent = (share: number): string => `${String(Math.round(share * 100))}%`;

  readonly #date = (day: string): string =>
    day ? this.localize.date(new Date(`${day}T12:00:00`), { day: 'numeric', month: 'long' }) : '';

  /** What is shown instead of the compass itself: by the page's address, else by the attribute. */
  get #part(): PartName | undefined {
    const [name, id] = this.#hash.path;
    switch (name) {
      case 'check-in':
      case 'needs':
      case 'history':
        return name;
      case 'driver':
        return this.#intention.data?.drivers.some((driver) => driver.id === id) ? name : undefined;
      case 'edit':
        return this.isCoreTeam ? TASKS[id ?? ''] : undefined;
      default: {
        const view = oneOf(this.view, VIEWS, 'compass', this.warn, 'view');
        return view === 'compass' ? undefined : view;
      }
    }
  }

  get #isSettingUp(): boolean {
    return this.isCoreTeam && this.spaceData?.setup !== 'done';
  }

  get #open(): Round | undefined {
    return this.#rounds.data?.items.find((round) => round.closedOn === undefined);
  }

  /** Closed rounds, newest first; those after the one an editor chose do not count. */
  get #closed(): Round[] {
    const closed = (this.#rounds.data?.items ?? [])
      .filter((round) => round.closedOn !== undefined)
      .sort((a, b) => b.number - a.number);
    return closed.slice(
      Math.max(
        0,
        closed.findIndex((round) => round.id === this.round),
      ),
    );
  }

  /** The party whose group an editor asked for, and whether the rules show it in the last round. */
  get #group(): { party: Party; isShown: boolean } | undefined {
    const party = this.spaceData?.parties.find(({ id }) => id === this.party);
    const release = this.#last.data;
    return party && release && { party, isShown: shownGroup(release, [party.id]) !== undefined };
  }

  get #shown(): Shown | undefined {
    const release = this.#last.data;
    const group = this.#group?.isShown ? shownGroup(release as Release, [this.#group.party.id]) : release?.total;
    return group?.respondents !== undefined && group.answers ? (group as Shown) : undefined;
  }

  get #petals(): Petal[] {
    return (this.#intention.data?.drivers ?? []).map((driver) => ({
      driver,
      share: this.#share(this.#last.data, driver.id),
      was: this.#share(this.#before.data, driver.id),
    }));
  }

  #share(release: Release | undefined, driverId: Id): number | undefined {
    const group = this.#group;
    return release && trend([release], driverId, group?.isShown ? [group.party.id] : 'total')[0]?.share;
  }

  #go(...path: string[]): void {
    if (path.length > 0) this.quiet();
    this.#hash.go(...path);
  }

  #partSaid({ said, undo, isDone, made }: PartSaid): void {
    if (said) this.announce(said, undo ? { undo } : {});
    // What the first hour leads to is a place of its own.
    if (made) this.#go('edit', made);
    const [name, about] = this.#hash.path;
    if (!isDone || !name || made) return;
    this.#opener = [
      `[data-opens="${name}"]`,
      `[data-opens="${name}/${about ?? ''}"]`,
      `[data-driver="${about ?? ''}"]`,
    ].join();
    this.#go();
  }

  #renderPart(name: PartName): TemplateResult {
    const [walkedTo, about = ''] = this.#hash.path;
    const props = {
      client: this.client,
      headingLevel: Math.min(6, (Number(this.headingLevel) || 2) + 1),
      mayWrite: this.mayWrite,
      takesFocus: walkedTo !== undefined,
      about,
      party: this.party,
    };
    return this.renderPart(this.#parts, name, props, () => this.#partSaid({ isDone: true }));
  }

  #renderActions(): TemplateResult {
    const mine = this.#mine.data?.answers.length ?? 0;
    return html`${
      this.#open && this.mayWrite
        ? html`<button type="button" class="btn btn--main" data-opens="check-in" @click=${() => this.#go('check-in')}>
              ${icon('compass')}${mine > 0 ? this.#t('changeCheckIn') : this.#t('checkIn')}
            </button>`
        : nothing
    }
      <button type="button" class="btn" data-opens="needs" @click=${() => this.#go('needs')}>${icon('handshake')}${this.#t('needs')}</button>`;
  }
}

function summaryOf(round: Round | undefined): { roundId: Id } | undefined {
  return round && { roundId: round.id };
}

declare global {
  interface HTMLElementTagNameMap {
    'samen-compass': SamenCompass;
  }
  interface HTMLElementEventMap {
    'samen-checkin-saved': CustomEvent<{ roundId: Id }>;
  }
}
