import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { intentionErrors, intentionForm } from './intention-form';
import type { IntentionDraft } from './intention-form';
import { CompassTask } from './task';
import { QueryController } from '../../../elements/query-controller';
import type { Intention } from '../../../model/types';

/** The intention and its drivers, written in place; two people at once both keep their words. */
export class CompassIntention extends CompassTask {
  static override styles: CSSResultGroup = [
    CompassTask.styles,
    css`
      .driver-form { padding: 1em; border: 1px solid var(--_hairline); border-radius: var(--_r-m); }
      .theirs { padding: 1em; border: 1px solid var(--_border); border-radius: var(--_r-m); overflow-wrap: anywhere; }
    `,
  ];

  @state() private draft?: IntentionDraft;
  /** What somebody else saved meanwhile. */
  @state() private theirs?: Intention | undefined;
  #isFilled = false;
  #isSaving = false;

  readonly #intention = new QueryController(this, 'getIntention', () => ({}));

  protected override get taskTitle(): string {
    return this.t('editIntention');
  }

  /** Once what is stored is known: what was typed before goes over it. */
  protected override update(changed: PropertyValues<this>): void {
    this.#fillOnce();
    super.update(changed);
  }

  #fillOnce(): void {
    const intention = this.#intention.data;
    if (intention === undefined || !this.client) return;
    if (!this.#isFilled) {
      this.#isFilled = true;
      void this.#fill(intention);
    } else if (!this.#isSaving && intention && this.draft && intention.version > this.draft.version) {
      // Somebody saved while this form was open: said now, not only when this person saves.
      this.theirs = intention;
    }
  }

  async #fill(intention: Intention | null): Promise<void> {
    const kept = await this.client?.draft<IntentionDraft>('intention');
    this.draft = kept ?? {
      text: intention?.text ?? '',
      promise: intention?.promise ?? '',
      drivers: intention?.drivers ?? [],
      version: intention?.version ?? 0,
    };
  }

  protected override renderTask(): TemplateResult | typeof nothing {
    const { draft } = this;
    if (!draft) return nothing;
    return html`${this.#renderTheirs()}
      <form class="stack stack--loose" novalidate @submit=${this.#saveIntention}>
        ${intentionForm({
          draft,
          errors: this.errors,
          t: this.t,
          common: this.common,
          heading: (content) => this.heading(1, content, { class: 'h-card' }),
          focusOn: this.focusOn,
          onChange: (next) => {
            this.draft = next;
            void this.client?.saveDraft('intention', next);
          },
        })}
        ${this.renderButtons(this.common('save'))}
      </form>`;
  }

  readonly #saveIntention = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft } = this;
    if (!draft) return;
    if (!this.check(intentionErrors(draft, this.textError, this.t))) return;
    this.#isSaving = true;
    const { refused, error } = await this.send('saveIntention', draft);
    this.#isSaving = false;
    this.refused = error?.kind === 'stale' ? undefined : refused;
    if (error?.kind === 'stale') this.theirs = (error.current as Intention | undefined) ?? undefined;
    if (refused) return;
    await this.client?.dropDraft('intention');
    this.leave(this.t('didSave'));
  };

  /** Two people changed it at once: both versions, and a choice. */
  #renderTheirs(): TemplateResult | typeof nothing {
    const { theirs } = this;
    if (!theirs) return nothing;
    const choose = (draft: Partial<IntentionDraft>) => {
      if (!this.draft) return;
      this.draft = { ...this.draft, ...draft, version: theirs.version };
      this.theirs = undefined;
      void this.client?.saveDraft('intention', this.draft);
    };
    return html`<div class="theirs stack" role="alert">
      <p><b>${this.t('staleTitle')}</b> ${this.t('staleText')}</p>
      <p>${theirs.text}</p><p>${theirs.promise}</p>
      <ul>${theirs.drivers.map((driver) => html`<li>${driver.name}</li>`)}</ul>
      <div class="row">
        <button type="button" class="btn" @click=${() => choose({})}>${this.t('keepMine')}</button>
        <button type="button" class="btn" @click=${() => choose({ text: theirs.text, promise: theirs.promise, drivers: theirs.drivers })}>${this.t('useTheirs')}</button>
      </div>
    </div>`;
  }
}
