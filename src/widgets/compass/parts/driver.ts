import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { groupTable } from './groups';
import { CompassPart } from './part';
import { ReleasesController } from './releases';
import { ofToday, oldestOpen, todayCards } from './today';
import { ChainKeeper } from '../../../elements/chain';
import { QueryController } from '../../../elements/query-controller';
import { trend } from '../../../model/trend';
import type { Driver, Id, Round } from '../../../model/types';
import { lineChart } from '../../../ui/chart';
import { chartStyles } from '../../../ui/chart.styles';
import { driverDisc, driverHue } from '../../../ui/driver';
import { selectField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { tableStyles } from '../../../ui/table.styles';

/** A line of more rounds than this is no longer read at a glance; "all rounds" has them all. */
const ROUNDS_IN_TREND = 6;

/** The page of one driver: what it means, what lives today, how it goes over the rounds and by group. */
export class CompassDriver extends CompassPart {
  static override styles: CSSResultGroup = [
    CompassPart.styles,
    chartStyles,
    tableStyles,
    css`
      .driver-head { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 1em; align-items: center; }
      .driver-head .disc { --size: 3.5em; }
      .examples { display: grid; gap: 1em; grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr)); }
      .said { font-weight: 650; font-size: var(--_size-l); line-height: 1.35; overflow-wrap: anywhere; }
      .driver-grid { display: grid; gap: 2em 3em; grid-template-columns: minmax(0, 1fr); align-items: start; }
      .group-table { inline-size: 100%; border-collapse: collapse; table-layout: fixed; overflow-wrap: anywhere; }
      .group-table thead .n { inline-size: 4.5em; overflow-wrap: normal; white-space: normal; }
      .group-table th { hyphens: auto; }
      .group-table .mix { margin-block-start: 0.4em; max-inline-size: 24em; }
      .group-table .icon { inline-size: 1em; block-size: 1em; vertical-align: -0.12em; }
      @container samen (max-width: 26.24em) {
        .group-table thead .n { inline-size: 3.7em; }
      }
      .group-table .n { white-space: normal; }
      .is-marked { text-decoration: underline; text-underline-offset: 0.25em; }
      .quote { overflow-wrap: anywhere; }
      @container samen (min-width: 56em) {
        .driver-grid { grid-template-columns: minmax(0, 2.2fr) minmax(0, 1fr); }
      }
    `,
  ];

  /** The round that is shown by group; the last one until another is chosen. */
  @state() private chosenRoundId?: Id;

  readonly #space = new QueryController(this, 'getSpace', () => ({}));
  readonly #intention = new QueryController(this, 'getIntention', () => ({}));
  readonly #rounds = new QueryController(this, 'listRounds', () => ({ limit: 100 }));
  readonly #needs = new QueryController(this, 'listNeeds', () =>
    this.about ? { limit: 100, driver: this.about } : undefined,
  );
  readonly #experiences = new QueryController(this, 'listExperiences', () =>
    this.about ? { limit: 20, driver: this.about } : undefined,
  );
  readonly #items = new QueryController(this, 'listAgendaItems', () =>
    this.about ? { limit: 100, driver: this.about } : undefined,
  );
  readonly #meanings = new QueryController(this, 'listMeanings', () => ({ limit: 100 }));
  readonly #chain = new ChainKeeper(this);
  readonly #releases = new ReleasesController(this, () => this.#wanted);

  /** Closed rounds, newest first. */
  get #closed(): Round[] {
    return (this.#rounds.data?.items ?? [])
      .filter((round) => round.closedOn !== undefined)
      .sort((a, b) => b.number - a.number);
  }

  get #shown(): Round | undefined {
    const closed = this.#closed;
    return closed.find((round) => round.id === this.chosenRoundId) ?? closed[0];
  }

  get #wanted(): Round[] {
    const shown = this.#shown;
    return [...this.#closed.slice(0, ROUNDS_IN_TREND), ...(shown ? [shown] : [])];
  }

  override render(): TemplateResult | typeof nothing {
    const drivers = this.#intention.data?.drivers ?? [];
    const index = drivers.findIndex((driver) => driver.id === this.about);
    const driver = drivers[index];
    if (!driver) return this.renderFailed();
    return html`<div class="samen stack stack--loose">
      <div>
        <button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${this.t('toCompass')}</button>
      </div>
      <div class="driver-head ${driverHue(index)}">
        ${driverDisc(driver.icon, index)}
        <div>${this.partHeading(driver.name, 'h-widget')}${driver.explanation ? html`<p class="lead">${driver.explanation}</p>` : nothing}</div>
      </div>
      ${this.renderFailed()}
      <div class="driver-grid">
        <div class="stack stack--loose">${this.#renderExamples(driver)} ${this.#renderToday()} ${this.#renderGroups(driver)} ${this.#renderSentences(driver)}</div>
        <aside class="stack stack--loose">
          ${this.#renderTrend(driver)}
          <div>${this.heading(1, this.t('checkInQuestion'), { class: 'h-card' })}<p>${driver.question}</p></div>
        </aside>
      </div>
      ${this.#chain.show('driver', driver.id, { client: this.client, headingLevel: this.headingLevel + 1 })}
    </div>`;
  }

  #renderExamples({ goodExample, badExample }: Driver): TemplateResult | typeof nothing {
    const example = (name: 'smile' | 'frown', label: string, text: string) =>
      text
        ? html`<div class="card card--flat"><p class="small muted row">${icon(name)}${label}</p><p class="said">‘${text}’</p></div>`
        : nothing;
    if (!goodExample && !badExample) return nothing;
    return html`<div class="examples">${example('smile', this.t('goodLooks'), goodExample)}${example('frown', this.t('badLooks'), badExample)}</div>`;
  }

  /** What lives today: one real experience, one need and one card, others tomorrow; and the oldest ball. */
  #renderToday(): TemplateResult {
    const { t } = this;
    const experiences = (this.#experiences.data?.items ?? []).filter(({ status }) => status === 'published');
    const cards = todayCards({
      experience: ofToday(experiences),
      item: oldestOpen(this.#items.data?.items ?? []),
      need: ofToday((this.#needs.data?.items ?? []).filter((need) => need.status !== 'fulfilled')),
      meaning: ofToday(this.#meanings.data?.items ?? []),
      partyName: (id) => this.#partyName(id),
      t,
    });
    return html`<section class="stack">
      <div>${this.heading(1, t('today'), { class: 'h-part' })}<p class="muted">${t('todayHint')}</p></div>
      ${cards === nothing ? html`<p>${t('todayEmpty')}</p>` : cards}
    </section>`;
  }

  #partyName(id: Id): string {
    return this.#space.data?.parties.find((party) => party.id === id)?.shortName ?? '';
  }

  #renderTrend(driver: Driver): TemplateResult | typeof nothing {
    const rounds = this.#closed.slice(0, ROUNDS_IN_TREND).reverse();
    const points = rounds.map(({ id, number }) => {
      const release = this.#releases.get(id);
      const value = release && trend([release], driver.id, 'total')[0]?.share;
      return { label: this.t('round', number), value };
    });
    const known = points.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined || known.length < 2) return nothing;
    const { t, percent } = this;
    const isEnd = (index: number) => index === 0 || index === points.length - 1;
    return html`<div class="card stack stack--tight">
      ${this.heading(1, t('trendLine', percent(first), percent(last)), { class: 'h-card' })}
      ${lineChart({
        points: points.map(({ label, value }, index) => ({
          label,
          ...(value === undefined ? {} : { value }),
          ...(value !== undefined && isEnd(index) ? { text: percent(value) } : {}),
        })),
      })}
      <p class="small muted">${t('trendHint', points.length)}</p>
      <div class="hidden"><table><caption>${t('trend')}</caption><tbody>
        ${points.map(({ label, value }) => html`<tr><th scope="row">${label}</th><td>${value === undefined ? '–' : percent(value)}</td></tr>`)}
      </tbody></table></div>
    </div>`;
  }

  #renderGroups(driver: Driver): TemplateResult | typeof nothing {
    const shown = this.#shown;
    if (!shown) return nothing;
    const release = this.#releases.get(shown.id);
    const { t } = this;
    return html`<section class="stack">
      ${this.heading(1, t('perGroup'), { class: 'h-part' })}
      ${selectField({
        id: 'round-choice',
        label: t('chooseRound'),
        value: shown.id,
        choices: this.#closed.map(({ id, number, closedOn }) => ({
          value: id,
          label: t('roundClosed', number, this.date(closedOn ?? '')),
        })),
        onChange: (id) => (this.chosenRoundId = id),
      })}
      ${release ? groupTable({ release, driver, parties: this.#space.data?.parties ?? [], party: this.party, t }) : nothing}
    </section>`;
  }

  #renderSentences({ id }: Driver): TemplateResult | typeof nothing {
    const release = this.#shown && this.#releases.get(this.#shown.id);
    const sentences = release?.notes.find(({ driverId }) => driverId === id)?.sentences ?? [];
    if (sentences.length === 0) return nothing;
    return html`<section class="stack">
      <div>${this.heading(1, this.t('sentences'), { class: 'h-part' })}<p class="muted">${this.t('sentencesHint')}</p></div>
      <ul class="stack" role="list">${sentences.map((sentence) => html`<li class="quote">‘${sentence}’</li>`)}</ul>
    </section>`;
  }
}
