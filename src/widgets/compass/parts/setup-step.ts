import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { CompassPart } from './part';
import { SETUP_MESSAGES } from './setup-messages';
import type { SpaceChange } from '../../../contract/operations';
import type { MessageSource } from '../../../elements/message-sources';
import { QueryController } from '../../../elements/query-controller';
import type { CompassSetupMessages } from '../../../locales/compass-setup.nl';
import { SETUP_STEPS } from '../../../model/types';
import type { SetupStep as Step, Space } from '../../../model/types';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

/** The steps that one does; after the last one the first hour is over. */
export type OpenStep = Exclude<Step, 'done'>;
export const OPEN_STEPS = SETUP_STEPS.filter((step): step is OpenStep => step !== 'done');

/** What a step is called, how long it takes, and why one does it. Together an hour. */
export const STEP_WORDS = {
  parties: ['setupParties', 5, 'setupPartiesWhy'],
  people: ['setupPeople', 10, 'setupPeopleWhy'],
  intention: ['setupIntention', 15, 'setupIntentionWhy'],
  drivers: ['setupDrivers', 15, 'setupDriversWhy'],
  round: ['setupRound', 5, 'setupRoundWhy'],
  items: ['setupItems', 10, 'setupItemsWhy'],
} as const satisfies Record<OpenStep, readonly [keyof CompassSetupMessages, number, keyof CompassSetupMessages]>;

/** A step of the first hour: how long and why, what is not right yet, and the form itself. */
export abstract class SetupStep extends CompassPart<CompassSetupMessages> {
  static override styles: CSSResultGroup = [
    CompassPart.styles,
    css`
      .apart { padding: 1em; border: 1px solid var(--_hairline); border-radius: var(--_r-m); }
      .apart > legend { margin-block-end: 0; padding-inline: 0.35em; margin-inline-start: -0.35em; }
      .people { display: grid; }
      .people > li { display: flex; gap: 0.25em 1em; align-items: center; justify-content: space-between; min-block-size: var(--_target); padding-block: 0.25em; border-block-end: 1px solid var(--_hairline); overflow-wrap: anywhere; }
      .people > li > :first-child { min-inline-size: 0; }
    `,
  ];

  @state() protected errors: readonly FormError[] = [];
  @state() protected refused?: string | undefined;
  @state() private attempt = 0;

  protected readonly space = new QueryController(this, 'getSpace', () => ({}));

  protected abstract get step(): OpenStep;
  protected abstract renderStep(space: Space): TemplateResult | typeof nothing;

  protected override get messages(): readonly MessageSource[] {
    return [...super.messages, SETUP_MESSAGES];
  }

  /** Remembers what is not right; true when all is. */
  protected check(errors: readonly FormError[]): boolean {
    this.errors = errors;
    this.attempt += 1;
    return errors.length === 0;
  }

  protected errorOf(fieldId: string): { error?: string } {
    const error = this.errors.find((each) => each.fieldId === fieldId)?.text;
    return error === undefined ? {} : { error };
  }

  /** The space with these changes, over what it is now. True when it was not refused. */
  protected async changeSpace(change: Omit<Partial<SpaceChange>, 'id' | 'version'>): Promise<boolean> {
    const space = this.space.data;
    if (!space) return false;
    const { refused } = await this.send('changeSpace', { id: space.id, version: space.version, ...change });
    this.refused = refused;
    return !refused;
  }

  /** To the next step, with what else changes of the space. Who came further before stays as far. */
  protected async goOn(change: Omit<Partial<SpaceChange>, 'id' | 'version' | 'setup'> = {}): Promise<void> {
    const next = SETUP_STEPS[SETUP_STEPS.indexOf(this.step) + 1] ?? 'done';
    const isFurther = SETUP_STEPS.indexOf(next) > SETUP_STEPS.indexOf(this.space.data?.setup ?? 'parties');
    const all = { ...change, ...(isFurther && { setup: next }) };
    if (Object.keys(all).length > 0 && !(await this.changeSpace(all))) return;
    this.leave(undefined, next);
  }

  override render(): TemplateResult {
    const { t } = this;
    const space = this.space.data;
    const [title, minutes, why] = STEP_WORDS[this.step];
    return html`<div class="samen stack stack--loose">
      <div class="stack stack--tight">
        ${this.partHeading(t(title))}
        <p class="small muted">${icon('clock')} ${t('setupMinutes', minutes)}</p>
        <p>${t(why)}</p>
      </div>
      ${this.errors.length > 0 ? errorSummary({ heading: t('errorsHeading'), errors: this.errors, attempt: this.attempt }) : nothing}
      ${this.refused ? notice({ tone: 'bad', title: this.refused, text: this.common('refusedKept'), role: 'alert' }) : nothing}
      ${this.renderFailed()} ${space ? this.renderStep(space) : nothing}
    </div>`;
  }

  /** On, back, and where it can wait: later. */
  protected renderButtons(main = this.t('next'), later?: string): TemplateResult {
    const before = OPEN_STEPS[OPEN_STEPS.indexOf(this.step) - 1];
    return html`<div class="row">
      <button type="submit" class="btn btn--main">${main}</button>
      ${later ? html`<button type="button" class="btn" @click=${() => void this.once('on', () => this.goOn())}>${later}</button>` : nothing}
      ${before ? html`<button type="button" class="btn btn--quiet" @click=${() => this.leave(undefined, before)}>${this.t('setupPrevious')}</button>` : nothing}
    </div>`;
  }

  /** A form is sent once, however often its button is pressed. */
  protected readonly onSubmit =
    (work: () => Promise<void>) =>
    (event: Event): void => {
      event.preventDefault();
      void this.once('on', work);
    };
}
