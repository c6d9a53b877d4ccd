import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { CompassPart } from './part';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

/** Something the core team does in place: a heading, what is not right yet, and the form itself. */
export abstract class CompassTask extends CompassPart {
  @state() protected errors: FormError[] = [];
  @state() protected refused?: string | undefined;
  @state() private attempt = 0;

  protected abstract get taskTitle(): string;
  protected abstract renderTask(): TemplateResult | typeof nothing;

  /** Remembers what is not right; true when all is. */
  protected check(errors: FormError[]): boolean {
    this.errors = errors;
    this.attempt += 1;
    return errors.length === 0;
  }

  protected errorOf(fieldId: string): string | undefined {
    return this.errors.find((error) => error.fieldId === fieldId)?.text;
  }

  override render(): TemplateResult {
    return html`<div class="samen stack stack--loose">
      <div><button type="button" class="btn btn--quiet pull" @click=${() => this.leave()}>${icon('arrow-left')}${this.t('toCompass')}</button></div>
      ${this.partHeading(this.taskTitle)}
      ${this.errors.length > 0 ? errorSummary({ heading: this.t('errorsHeading'), errors: this.errors, attempt: this.attempt }) : nothing}
      ${this.refused ? notice({ tone: 'bad', title: this.refused, text: this.common('refusedKept'), role: 'alert' }) : nothing}
      ${this.renderFailed()} ${this.renderTask()}
    </div>`;
  }

  protected renderButtons(main: string): TemplateResult {
    return html`<div class="row"><button type="submit" class="btn btn--main">${main}</button>
      <button type="button" class="btn" @click=${() => this.leave()}>${this.common('cancel')}</button></div>`;
  }
}
