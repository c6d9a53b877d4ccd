import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { CompassPart } from './part';
import { ReleasesController } from './releases';
import { QueryController } from '../../../elements/query-controller';
import { trend } from '../../../model/trend';
import type { Driver, Round } from '../../../model/types';
import { driverLabel } from '../../../ui/driver';
import { icon } from '../../../ui/icon';
import { tableStyles } from '../../../ui/table.styles';

/** Two years of monthly rounds. */
const MOST_ROUNDS = 24;

/** Every closed round, oldest first: the share of "good" a driver, for everyone together. */
export class CompassHistory extends CompassPart {
  static override styles: CSSResultGroup = [
    CompassPart.styles,
    tableStyles,
    css`
      .scroll { overflow-x: auto; }
      table { inline-size: 100%; border-collapse: collapse; }
      table :is(th, td):not(:first-child) { min-inline-size: 5.5em; }
      /* The names stay while the rounds go by. */
      table :is(th, td):first-child { position: sticky; inset-inline-start: 0; background: var(--_page); }
    `,
  ];

  readonly #intention = new QueryController(this, 'getIntention', () => ({}));
  readonly #rounds = new QueryController(this, 'listRounds', () => ({ limit: 100 }));
  readonly #releases = new ReleasesController(this, () => this.#closed);

  get #closed(): Round[] {
    return (this.#rounds.data?.items ?? [])
      .filter((round) => round.closedOn !== undefined)
      .sort((a, b) => a.number - b.number)
      .slice(-MOST_ROUNDS);
  }

  #isAtEnd = false;

  /** In a column not every round fits: the last ones are what people come for. */
  protected override updated(): void {
    super.updated();
    const scroll = this.#isAtEnd || !this.#intention.data ? null : this.renderRoot.querySelector('.scroll');
    if (!scroll) return;
    scroll.scrollLeft = scroll.scrollWidth;
    this.#isAtEnd = true;
  }

  override render(): TemplateResult {
    const { t } = this;
    const rounds = this.#closed;
    return html`<div class="samen stack stack--loose">
      ${this.takesFocus ? html`<div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${t('toCompass')}</button></div>` : nothing}
      <div>${this.partHeading(t('history'))}<p class="muted">${rounds.length > 0 ? t('historyHint') : t('noRoundYet')}</p></div>
      ${this.renderFailed()}
      ${rounds.length > 0 ? this.#renderTable(rounds) : nothing}
    </div>`;
  }

  #renderTable(rounds: readonly Round[]): TemplateResult {
    const { t } = this;
    const respondents = (round: Round) => this.#releases.get(round.id)?.total?.respondents ?? '–';
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${t('history')}>
      <table class="grid-table"><caption class="hidden">${t('history')}</caption>
        <thead><tr><th scope="col">${t('driver')}</th>${rounds.map(({ number, closedOn }) => html`<th scope="col" class="n">${t('round', number)}<br /><small>${this.date(closedOn ?? '')}</small></th>`)}</tr></thead>
        <tbody>
          ${this.#drivers(rounds).map((driver, index) => html`<tr><th scope="row">${driverLabel(driver, index)}</th>${rounds.map((round) => html`<td class="n">${this.#share(round, driver)}</td>`)}</tr>`)}
          <tr><th scope="row">${t('respondents')}</th>${rounds.map((round) => html`<td class="n">${respondents(round)}</td>`)}</tr>
        </tbody>
      </table>
    </div>`;
  }

  /** The drivers of today, then those that were asked about before and left. */
  #drivers(rounds: readonly Round[]): Driver[] {
    const drivers = new Map((this.#intention.data?.drivers ?? []).map((driver) => [driver.id, driver]));
    for (const round of [...rounds].reverse())
      for (const driver of round.drivers) if (!drivers.has(driver.id)) drivers.set(driver.id, driver);
    return [...drivers.values()];
  }

  #share(round: Round, { id }: Driver): string {
    const release = this.#releases.get(round.id);
    const share = release && trend([release], id, 'total')[0]?.share;
    return share === undefined ? '–' : this.percent(share);
  }
}
