import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FORMS_MESSAGES } from './forms-messages';
import { ResultsPart } from './part';
import type { MessageSource } from '../../../elements/messages';
import { QueryController } from '../../../elements/query-controller';
import type { ResultsFormsMessages } from '../../../locales/results-forms.nl';
import type { ResultView } from '../../../model/result-types';
import type { Id } from '../../../model/types';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

/**
 * The core team shows a draft to everybody it is for, and says why this one. A page and no dialog: the reason is read by
 * all, so it is worth a draft that outlives a reload. `about` is `publish/{id}`.
 */
export class ResultPublish extends ResultsPart<ResultsFormsMessages> {
  @state() private reason = '';
  @state() private errors: readonly FormError[] = [];
  @state() private attempt = 0;
  @state() private refused?: string | undefined;

  readonly #one = new QueryController(this, 'getResult', () => ({ id: this.#id }));
  #isAsked = false;

  protected override get messages(): readonly MessageSource[] {
    return [FORMS_MESSAGES];
  }

  get #id(): Id {
    return this.about.split('/')[1] ?? '';
  }

  get #draftName(): string {
    return `publish ${this.#id}`;
  }

  protected override willUpdate(): void {
    if (!this.client || this.#isAsked) return;
    this.#isAsked = true;
    void this.client.draft<string>(this.#draftName).then((kept) => {
      if (kept && !this.reason) this.reason = kept;
    });
  }

  override render(): TemplateResult {
    const { t } = this;
    const result = this.#one.data ?? this.results?.find(({ id }) => id === this.#id);
    return html`<div class="samen stack">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${t('toThisResult')}</button></div>
      ${this.partHeading(t('publishTitle'))} ${result ? this.#renderResult(result) : this.#renderNone()}
    </div>`;
  }

  #renderNone(): TemplateResult | typeof nothing {
    const isGone = this.#one.view.error?.kind === 'notFound';
    return isGone ? html`<p role="alert">${this.t('resultGone')}</p>` : this.renderFailed();
  }

  #renderResult(result: ResultView): TemplateResult {
    const { t } = this;
    const mayPublish = this.mayWrite && result.acts.includes('publish');
    return html`<article class="card card--flat">
        ${this.heading(1, html`<span dir="auto">${result.title}</span>`, { class: 'h-card' })}
        <p dir="auto">${result.whatIsDifferent}</p>
        <p class="small muted">${t('waitsBy', this.partyName(result.createdByPartyId), this.date(result.changedOn))}</p>
      </article>
      ${mayPublish ? this.#renderForm(result) : html`<p role="alert">${t(result.publication ? 'publishAlready' : 'publishNotYours')}</p>`}`;
  }

  #renderForm(result: ResultView): TemplateResult {
    const { t } = this;
    const error = this.errors[0]?.text;
    const send = (event: Event) => {
      event.preventDefault();
      void this.once('publish', () => this.#send(result));
    };
    return html`<form class="stack" novalidate @submit=${send}>
      ${this.errors.length > 0 ? errorSummary({ heading: t('formWrong'), errors: this.errors, attempt: this.attempt }) : nothing}
      ${this.refused ? notice({ tone: 'bad', title: this.refused, role: 'alert' }) : nothing}
      ${textField({
        id: 'reason',
        label: t('publishReason'),
        description: t('publishReasonHint'),
        value: this.reason,
        multiline: true,
        rows: 3,
        ...(error && { error }),
        onInput: (reason) => {
          this.reason = reason;
          void this.client?.saveDraft(this.#draftName, reason);
        },
      })}
      <p id="who-reads">${t(result.audience === 'internal' ? 'publishInternal' : 'publishEveryone')} <span class="muted">${t('publishCannotUndo')}</span></p>
      <div class="row">
        <button type="submit" class="btn btn--main" aria-describedby="who-reads">${t('publishDo')}</button>
        <button type="button" class="btn" @click=${() => this.leave()}>${this.common('cancel')}</button>
      </div>
    </form>`;
  }

  async #send({ id, version }: ResultView): Promise<void> {
    const { reason } = this;
    this.attempt += 1;
    this.errors = this.textError('reason', reason, this.t('publishReasonRequired'));
    if (this.errors.length > 0) return;
    const { refused } = await this.send('publishResult', { id, version, reason });
    this.refused = refused;
    if (refused) return;
    await this.client?.dropDraft(this.#draftName);
    this.dispatchEvent(new CustomEvent('samen-result-published', { detail: { id }, bubbles: true, composed: true }));
    this.leave(this.t('publishDid'), id);
  }
}
