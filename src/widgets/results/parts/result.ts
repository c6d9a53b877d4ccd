import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ResultsPart } from './part';
import { PAGE_MESSAGES } from './result-messages';
import { resultMeasure } from './result-measure';
import { resultSide } from './result-side';
import { resultStyles } from './result.styles';
import { ChainKeeper } from '../../../elements/chain';
import { LONG_DATE, noonOf, yearOf } from '../../../elements/dates';
import { hashFor } from '../../../elements/hash-address';
import type { MessageSource } from '../../../elements/messages';
import { isOnPage } from '../../../elements/on-page';
import { QueryController } from '../../../elements/query-controller';
import { WideController } from '../../../elements/wide';
import type { ResultsPageMessages } from '../../../locales/results-page.nl';
import type { ResultAct, ResultView } from '../../../model/result-types';
import type { Day } from '../../../model/types';
import { chartStyles } from '../../../ui/chart.styles';
import { chipStyles } from '../../../ui/chip.styles';
import { tag } from '../../../ui/chips';
import { driverStyles } from '../../../ui/driver.styles';
import { emptyState } from '../../../ui/empty-state';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';
import { bone, boneCard, skeleton } from '../../../ui/skeleton';
import { skeletonStyles } from '../../../ui/skeleton.styles';
import { tableStyles } from '../../../ui/table.styles';
import { quote, statusTag } from '../card';
import { isMeasured } from '../measure';
import { resultsStyles } from '../results.styles';

/** From here the line is drawn twice as wide. */
const WIDE_FROM_EM = 38;

/** The page of a result: all that is known of it, its values as a picture and a table, its evidence, how it came. */
export class ResultPage extends ResultsPart<ResultsPageMessages> {
  static override styles: CSSResultGroup = [
    ResultsPart.styles,
    chipStyles,
    driverStyles,
    skeletonStyles,
    tableStyles,
    chartStyles,
    resultsStyles,
    resultStyles,
  ];

  @state() private showsAll = false;
  /** What else can be done is open: also when the page is drawn anew, for what was thrown away comes back when refused. */
  @state() private isOpen = false;
  /** Asked before it is done, for it cannot be undone. */
  @state() private isErasing = false;
  @state() private refused?: string | undefined;

  readonly #wide = new WideController(this, WIDE_FROM_EM);
  readonly #result = new QueryController(this, 'getResult', () => ({ id: this.about }));
  readonly #chain = new ChainKeeper(this);

  protected override get messages(): readonly MessageSource[] {
    return [PAGE_MESSAGES];
  }

  /** As the list of the widget knows it, until it is read by itself. */
  get #known(): ResultView | undefined {
    return this.#result.data ?? this.results?.find(({ id }) => id === this.about);
  }

  readonly #longDate = (day: Day): string => this.localize.date(noonOf(day), LONG_DATE);

  override render(): TemplateResult {
    const result = this.#known;
    const back = html`<div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${this.t('toResults')}</button></div>`;
    return html`<div class="samen stack">${back} ${result ? this.#renderResult(result) : this.#renderNone()}</div>`;
  }

  #renderNone(): TemplateResult {
    const { status, error } = this.#result.view;
    if (status === 'loading')
      return skeleton(this.common('loading'), html`<div class="stack">${bone('40%', '1.6em')}${boneCard()}</div>`);
    if (error?.kind !== 'notFound') return html`${this.renderFailed()}`;
    return emptyState({
      heading: this.partHeading(this.t('resultGoneTitle')),
      text: this.t('resultGoneText'),
      action: html`<button type="button" class="btn" @click=${() => this.leave()}>${this.t('toResults')}</button>`,
    });
  }

  #renderResult(result: ResultView): TemplateResult {
    const { t, partyName, drivers } = this;
    const heading = (words: string) => this.heading(1, words, { class: 'h-card' });
    return html`<div class="stack whole">
      <div class="result-page">
        <div>
          ${this.#renderTop(result)}
          ${result.quote ? quote(result, { drivers, partyName }) : nothing}
          ${isMeasured(result) ? this.#renderMeasure(result) : nothing}
          ${this.#renderNeeded(result)} ${this.#renderEvidence(result)}
        </div>
        <div>
          ${resultSide({ result, t, date: this.#longDate, partyName, drivers, heading })}
          ${this.#renderActs(result)}
        </div>
      </div>
      ${this.#chain.show('result', result.id, { client: this.client, headingLevel: this.headingLevel + 1 })}
    </div>`;
  }

  #renderTop(result: ResultView): TemplateResult {
    const { title, status, whatIsDifferent, publication, createdByPartyId } = result;
    const isOwn = createdByPartyId === this.me?.member?.partyId;
    return html`<div class="top">
      <p class="row small muted">${statusTag(status, { t: this.t })}${publication ? this.#longDate(publication.on) : tag(this.t('resultDraft'), { tone: 'line' })}</p>
      ${this.partHeading(html`<span dir="auto">${title}</span>`, 'h-widget')}
      <p class="lead" dir="auto">${whatIsDifferent}</p>
      ${publication ? nothing : html`<p class="small muted">${icon('eye')} ${this.t(isOwn ? 'draftNote' : 'draftNoteOther')}</p>`}
      ${this.#isOnItsWay ? html`<p class="small" role="status">${icon('clock')} ${this.t('resultOnItsWay')}</p>` : nothing}
      ${this.#renderMain(result)}
    </div>`;
  }

  /** The first thing to do now: showing it to others, while that was not done. */
  #renderMain({ id, publication }: ResultView): TemplateResult | typeof nothing {
    const [mayPublish, mayEdit] = [this.#may('publish') && !publication, this.#may('edit')];
    if (!mayPublish && !mayEdit) return nothing;
    return html`<div class="row no-print">
      ${mayPublish ? html`<button type="button" class="btn btn--main" data-opens="publish" @click=${() => this.go('publish', id)}>${this.t('publishResult')}</button>` : nothing}
      ${mayEdit ? html`<button type="button" class="btn" data-opens="edit" @click=${() => this.go('edit', id)}>${icon('pencil')}${this.t('editResult')}</button>` : nothing}
    </div>`;
  }

  #may(act: ResultAct): boolean {
    return this.mayWrite && this.#known?.acts.includes(act) === true;
  }

  get #isOnItsWay(): boolean {
    return (
      this.client?.pending().some(({ entity, status }) => entity === `result:${this.about}` && status !== 'refused') ??
      false
    );
  }

  #renderMeasure(result: Parameters<typeof resultMeasure>[0]['measured'] & { id: string }): TemplateResult {
    const go = (measurementId?: string) => this.go('measure', result.id, ...(measurementId ? [measurementId] : []));
    return resultMeasure({
      measured: result,
      t: this.t,
      number: (value) => this.localize.number(value),
      date: this.#longDate,
      shortDate: (day) => this.localize.date(noonOf(day), { day: 'numeric', month: 'short', year: yearOf(day) }),
      heading: (words) => this.heading(1, words, { class: 'h-card' }),
      isWide: this.#wide.isWide,
      showsAll: this.showsAll,
      onShowAll: (first) => {
        this.showsAll = true;
        // The button is gone: on to what it showed.
        this.focusOn(`value-${first}`);
      },
      onMeasure: this.#may('measure') ? go : undefined,
    });
  }

  #renderNeeded({ stillNeeded }: ResultView): TemplateResult | typeof nothing {
    if (!stillNeeded) return nothing;
    return html`<section class="needed stack stack--tight">
      ${this.heading(1, this.t('whatIsStillNeeded'), { class: 'h-card' })}
      <p dir="auto">${stillNeeded}</p>
    </section>`;
  }

  /** What it shows from, each where it can be read; a link only where its widget is. */
  #renderEvidence({ evidence }: ResultView): TemplateResult | typeof nothing {
    if (evidence.length === 0) return nothing;
    const places = { experience: ['backpack', 'samen-backpack'], agendaItem: ['agenda', 'samen-agenda'] } as const;
    return html`<section class="stack stack--tight">
      ${this.heading(1, this.t('evidenceTitle'), { class: 'h-card' })}
      <ul class="proof" role="list">
        ${evidence.map(({ kind, id, title }) => {
          const [widget, element] = places[kind];
          return html`<li>${icon(kind === 'experience' ? 'backpack' : 'calendar')}<span><span class="small muted">${this.t('evidenceKind', kind)}</span><br />${isOnPage(element) ? html`<a href=${hashFor(widget, id)} dir="auto">${title}</a>` : html`<span dir="auto">${title}</span>`}</span></li>`;
        })}
      </ul>
    </section>`;
  }

  #renderActs(result: ResultView): TemplateResult {
    const { t } = this;
    return html`<details class="no-print" ?open=${this.isOpen} @toggle=${(event: Event) => (this.isOpen = (event.target as HTMLDetailsElement).open)}>
      <summary>${t('resultActs')}</summary>
      <div class="stack stack--tight">
        <div><button type="button" class="btn btn--quiet pull" @click=${() => void this.#copyLink()}>${icon('link')}${t('copyResultLink')}</button></div>
        ${this.#may('erase') ? html`<div><button type="button" class="btn btn--quiet pull" id="erase-it" @click=${() => this.#ask(true)}>${icon('trash')}${t('eraseResult')}</button></div>` : nothing}
        ${
          this.isErasing
            ? notice({
                tone: 'warn',
                title: t('eraseResultSure'),
                role: 'alert',
                action: html`<button type="button" class="btn" @click=${() => void this.#erase(result)}>${t('eraseResultYes')}</button><button type="button" class="btn" id="keep-it" @click=${() => this.#ask(false)}>${t('keepResult')}</button>`,
              })
            : nothing
        }
        ${this.refused ? notice({ tone: 'bad', title: this.refused, role: 'alert' }) : nothing}
      </div>
    </details>`;
  }

  #ask(isErasing: boolean): void {
    this.isErasing = isErasing;
    this.focusOn(isErasing ? 'keep-it' : 'erase-it');
  }

  async #erase({ id, version }: ResultView): Promise<void> {
    await this.once('erase', async () => {
      const { refused } = await this.send('eraseResult', { id, version });
      this.isErasing = false;
      this.refused = refused;
      if (refused) this.focusOn('erase-it', 'part-heading');
      else this.leave(this.t('resultErased'));
    });
  }

  async #copyLink(): Promise<void> {
    const url = new URL(location.href);
    url.hash = hashFor('results', this.about);
    try {
      await navigator.clipboard.writeText(url.href);
      this.say(this.t('resultLinkCopied'));
    } catch {
      // Not allowed here: then it can be copied by hand.
      this.say(url.href);
    }
  }
}
