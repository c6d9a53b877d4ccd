import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FORMS_MESSAGES } from './forms-messages';
import { measureForm, typedErrors } from './measure-form';
import type { Typed } from './measure-form';
import { ResultsPart } from './part';
import { LONG_DATE, noonOf, todayHere } from '../../../elements/dates';
import type { MessageSource } from '../../../elements/messages';
import { QueryController } from '../../../elements/query-controller';
import type { ResultsFormsMessages } from '../../../locales/results-forms.nl';
import { isId } from '../../../model/id';
import { newId } from '../../../model/new-id';
import { asTyped, typedNumber } from '../../../model/number';
import type { Measure, Measurement, ResultView } from '../../../model/result-types';
import type { Day, Id } from '../../../model/types';
import type { FormError } from '../../../ui/errors';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';
import { compareStyles, sideBySide } from '../../../ui/side-by-side';

/** The values of a measure: one a day, each with a sentence that explains it. `about`: `measure/{id}[/{value}]`. */
export class ResultMeasure extends ResultsPart<ResultsFormsMessages> {
  static override styles: CSSResultGroup = [
    ResultsPart.styles,
    compareStyles,
    css`
      .values { display: grid; max-inline-size: 44em; }
      .values > li { display: flex; flex-wrap: wrap; gap: 0.25em 1em; align-items: center; padding-block: 0.4em; border-block-end: 1px solid var(--_hairline); }
      .values .what { flex: 1 1 14em; min-inline-size: 0; overflow-wrap: anywhere; }
      .values .note { flex: 1 1 100%; }
    `,
  ];

  @state() private typed?: Typed;
  @state() private errors: readonly FormError[] = [];
  @state() private attempt = 0;
  @state() private refused?: string | undefined;
  /** What somebody else made of the values meanwhile. */
  @state() private meanwhile?: ResultView | undefined;
  @state() private isFound = false;
  /** What is asked before it is taken away. */
  @state() private asking?: Id | undefined;

  readonly #one = new QueryController(this, 'getResult', () => ({ id: this.#id }));
  #isAsked = false;

  protected override get messages(): readonly MessageSource[] {
    return [FORMS_MESSAGES];
  }

  get #id(): Id {
    return this.about.split('/')[1] ?? '';
  }

  get #draftName(): string {
    return `value ${this.about}`;
  }

  /** After the query, which may know the result at once. */
  protected override updated(): void {
    super.updated();
    const result = this.#one.data;
    if (this.typed || !result || !this.client) return;
    const chosen = this.about.split('/')[2];
    const value = isId(chosen) ? result.measurements.find(({ id }) => id === chosen) : undefined;
    this.typed = value ? this.#typedOf(value) : this.#blank();
    void this.#findDraft();
  }

  async #findDraft(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const kept = await this.client?.draft<Typed>(this.#draftName);
    if (!kept) return;
    this.typed = kept;
    this.isFound = true;
  }

  #blank(): Typed {
    return { id: newId(), isNew: true, on: todayHere(), value: '', explanation: '' };
  }

  #typedOf({ id, on, value, explanation = '' }: Measurement): Typed {
    return { id, isNew: false, on, value: asTyped(value, this.language), explanation };
  }

  readonly #longDate = (day: Day): string => this.localize.date(noonOf(day), LONG_DATE);

  override render(): TemplateResult {
    const { t } = this;
    const result = this.#one.data;
    return html`<div class="samen stack">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave(undefined, this.#id)}>${icon('arrow-left')}${t('toThisResult')}</button></div>
      ${this.partHeading(t('valuesTitle'))} ${result ? this.#renderResult(result) : this.#renderNone()}
    </div>`;
  }

  #renderNone(): TemplateResult | typeof nothing {
    const isGone = this.#one.view.error?.kind === 'notFound';
    return isGone ? html`<p role="alert">${this.t('resultGone')}</p>` : this.renderFailed();
  }

  #renderResult(result: ResultView): TemplateResult {
    const { t, typed } = this;
    const { measure, acts, id } = result;
    if (!acts.includes('measure') || !this.mayWrite) return html`<p role="alert">${t('resultNotYours')}</p>`;
    if (!measure)
      return html`<p>${t('valuesNoMeasure')}</p><div><button type="button" class="btn" @click=${() => this.go('edit', id)}>${icon('pencil')}${t('editResultTitle')}</button></div>`;
    return html`<div><p><b dir="auto">${measure.what}</b> <span class="muted" dir="auto">${result.title}</span></p>
        <p class="small muted">${this.#wayOf(measure)}</p></div>
      ${this.isFound ? html`<p class="muted" role="status">${t('draftFound')}</p>` : nothing}
      ${
        typed
          ? measureForm({
              ...{ t, typed, measure },
              common: this.common,
              today: todayHere(),
              errors: this.errors,
              attempt: this.attempt,
              refused: this.#renderRefused(typed, measure),
              heading: (words) => this.heading(1, words, { class: 'h-card', id: 'form-heading', focusable: true }),
              onType: (change) => this.#type(change),
              onSend: () => void this.once('save', () => this.#send(result)),
              onCancel: () => this.#cancel(),
            })
          : nothing
      }
      ${this.#renderValues(result, measure)}`;
  }

  #wayOf({ start, goal, unit }: Measure): string {
    const { localize, t } = this;
    if (goal === undefined) return t('valuesFrom', localize.number(start), unit);
    return t('valuesFromTo', localize.number(start), localize.number(goal), unit);
  }

  #renderRefused(typed: Typed, { unit }: Measure): TemplateResult | typeof nothing {
    const { t, refused, meanwhile } = this;
    if (!refused) return nothing;
    if (!meanwhile) return notice({ tone: 'bad', title: refused, role: 'alert' });
    const now = meanwhile.measurements.find(({ id, on }) => id === typed.id || on === typed.on);
    const said = (on: Day, value: string, explanation = '') =>
      [this.#longDate(on), `${value} ${unit}`, explanation].filter(Boolean).join(' · ');
    return notice({
      tone: 'warn',
      title: t('changedMeanwhile'),
      role: 'alert',
      text: t('doAnyway'),
      more: now
        ? sideBySide({
            nowLabel: t('nowIs'),
            wantedLabel: t('youWanted'),
            now: said(now.on, this.localize.number(now.value), now.explanation),
            wanted: said(typed.on, typed.value, typed.explanation),
          })
        : nothing,
    });
  }

  /** The latest first. */
  #renderValues(result: ResultView, { unit }: Measure): TemplateResult {
    const { t } = this;
    const values = [...result.measurements].sort((one, other) => (one.on < other.on ? 1 : -1));
    if (values.length === 0) return html`<p class="muted">${t('valuesNone')}</p>`;
    return html`<ul class="values">${values.map(
      (value) =>
        html`<li>
          <div class="what"><b>${this.#longDate(value.on)}</b>: <span class="num">${this.localize.number(value.value)}</span> ${unit}
            ${value.explanation ? html`<br /><span class="small" dir="auto">${value.explanation}</span>` : nothing}</div>
          <div class="row no-print">
            <button type="button" class="btn btn--quiet" id="change-${value.id}" aria-label=${t('valueChangeOf', this.#longDate(value.on))} @click=${() => this.#change(value)}>${icon('pencil')}${t('valueChange')}</button>
            <button type="button" class="btn btn--quiet" id="remove-${value.id}" aria-label=${t('valueRemoveOf', this.#longDate(value.on))} @click=${() => this.#ask(value.id)}>${icon('trash')}${t('valueRemove')}</button>
          </div>
          ${this.asking === value.id ? this.#renderAsking(result, value) : nothing}
        </li>`,
    )}</ul>`;
  }

  #renderAsking(result: ResultView, { id, on }: Measurement): TemplateResult {
    const { t } = this;
    return notice({
      tone: 'warn',
      title: t('valueRemoveSure', this.#longDate(on)),
      role: 'alert',
      action: html`<button type="button" class="btn" @click=${() => void this.once('remove', () => this.#remove(result, id))}>${t('valueRemoveYes')}</button><button type="button" class="btn" id="keep-it" @click=${() => this.#keep(id)}>${t('valueRemoveNo')}</button>`,
    });
  }

  #type(change: Partial<Typed>): void {
    if (!this.typed) return;
    this.typed = { ...this.typed, ...change };
    void this.client?.saveDraft(this.#draftName, this.typed);
  }

  #change(value: Measurement): void {
    this.#begin(this.#typedOf(value));
    this.focusOn('form-heading');
  }

  #begin(typed: Typed): void {
    this.typed = typed;
    this.errors = [];
    this.refused = this.meanwhile = undefined;
    this.isFound = false;
    void this.client?.dropDraft(this.#draftName);
  }

  #cancel(): void {
    const { typed } = this;
    this.#begin(this.#blank());
    if (typed?.isNew) this.leave(undefined, this.#id);
    else this.focusOn(`change-${typed?.id ?? ''}`, 'form-heading');
  }

  #ask(id: Id): void {
    this.asking = id;
    this.focusOn('keep-it');
  }

  #keep(id: Id): void {
    this.asking = undefined;
    this.focusOn(`remove-${id}`);
  }

  async #send({ version, measurements, measure }: ResultView): Promise<void> {
    const { typed, language } = this;
    if (!typed) return;
    this.attempt += 1;
    this.errors = typedErrors(typed, {
      ...{ t: this.t, language, text: this.textError, known: measurements },
      today: todayHere(),
      date: this.#longDate,
      said: (value) => `${this.localize.number(value)} ${measure?.unit ?? ''}`,
    });
    const value = typedNumber(typed.value, language);
    if (this.errors.length > 0 || value === undefined) return;
    const { id, on, explanation } = typed;
    const input = { resultId: this.#id, id, version, on, value, ...(explanation.trim() && { explanation }) };
    const { refused, error } = await this.send('saveMeasurement', input);
    this.meanwhile = error?.kind === 'stale' ? (error.current as ResultView | undefined) : undefined;
    this.refused = refused;
    if (refused) return;
    this.#begin(this.#blank());
    this.say(this.t(typed.isNew ? 'valueAdded' : 'valueChanged'));
    this.focusOn('form-heading');
  }

  async #remove({ version, measurements }: ResultView, id: Id): Promise<void> {
    const at = measurements.findIndex((each) => each.id === id);
    const { refused } = await this.send('eraseMeasurement', { resultId: this.#id, id, version });
    this.asking = undefined;
    this.refused = refused;
    if (refused) {
      this.focusOn(`remove-${id}`, 'form-heading');
      return;
    }
    if (this.typed?.id === id) this.#begin(this.#blank());
    this.say(this.t('valueRemoved'));
    const neighbour = measurements[at - 1] ?? measurements[at + 1];
    this.focusOn(...(neighbour ? [`remove-${neighbour.id}`] : []), 'form-heading');
  }
}
