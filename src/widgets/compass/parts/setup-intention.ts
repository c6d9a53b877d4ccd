import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { intentionErrors, intentionForm } from './intention-form';
import type { IntentionDraft } from './intention-form';
import { proposedDrivers } from './proposed-drivers';
import { SetupStep } from './setup-step';
import type { OpenStep } from './setup-step';
import { QueryController } from '../../../elements/query-controller';

/** First the sentence, and then the drivers: two steps with what is typed in one. `about` says which. */
export class SetupIntention extends SetupStep {
  static override styles: CSSResultGroup = [
    SetupStep.styles,
    css`
      .driver-form { padding: 1em; border: 1px solid var(--_hairline); border-radius: var(--_r-m); }
    `,
  ];

  @state() private draft?: IntentionDraft;
  #isFilled = false;

  readonly #intention = new QueryController(this, 'getIntention', () => ({}));

  protected override get step(): OpenStep {
    return this.about === 'drivers' ? 'drivers' : 'intention';
  }

  get #isSentenceOnly(): boolean {
    return this.step === 'intention';
  }

  /** Once what is stored is known: what was typed before goes over it. */
  protected override update(changed: PropertyValues<this>): void {
    this.#fillOnce();
    super.update(changed);
  }

  #fillOnce(): void {
    if (this.#isFilled || !this.client || this.#intention.data === undefined) return;
    this.#isFilled = true;
    void this.#fill();
  }

  async #fill(): Promise<void> {
    const intention = this.#intention.data;
    this.draft = (await this.client?.draft<IntentionDraft>('intention')) ?? {
      text: intention?.text ?? '',
      promise: intention?.promise ?? '',
      drivers: intention?.drivers.length ? intention.drivers : await proposedDrivers(this.language),
      version: intention?.version ?? 0,
    };
  }

  protected override renderStep(): TemplateResult | typeof nothing {
    const { draft } = this;
    if (!draft) return nothing;
    const isSentenceOnly = this.#isSentenceOnly;
    return html`<form class="stack stack--loose" novalidate @submit=${this.onSubmit(() => this.#save())}>
      ${intentionForm({
        draft: isSentenceOnly ? { ...draft, drivers: [] } : draft,
        isSentenceOnly,
        errors: this.errors,
        t: this.t,
        common: this.common,
        heading: (content) => this.heading(1, content, { class: 'h-card' }),
        focusOn: this.focusOn,
        onChange: (next) => {
          this.draft = isSentenceOnly ? { ...next, drivers: draft.drivers } : next;
          void this.client?.saveDraft('intention', this.draft);
        },
      })}
      ${this.renderButtons()}
    </form>`;
  }

  async #save(): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    const isSentenceOnly = this.#isSentenceOnly;
    if (!this.check(intentionErrors(draft, this.textError, this.t, { isSentenceOnly }))) return;
    // The version is that of what is stored now: the step before made one.
    const { refused } = await this.send('saveIntention', { ...draft, version: this.#intention.data?.version ?? 0 });
    this.refused = refused;
    if (refused) return;
    if (!isSentenceOnly) await this.client?.dropDraft('intention');
    await this.goOn();
  }
}
