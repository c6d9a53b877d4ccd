import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { KeptForm } from './kept-form';
import { CompassPart } from './part';
import { SetupIntention } from './setup-intention';
import { SetupItems } from './setup-items';
import { SETUP_MESSAGES } from './setup-messages';
import { SetupParties } from './setup-parties';
import { SetupPeople } from './setup-people';
import { SetupRound } from './setup-round';
import { OPEN_STEPS, STEP_WORDS } from './setup-step';
import type { OpenStep } from './setup-step';
import type { CompassPartProps } from '../load-part';
import type { MessageSource } from '../../../elements/message-sources';
import { PartKeeper } from '../../../elements/part-keeper';
import type { PartSaid, PartTable } from '../../../elements/part-keeper';
import { QueryController } from '../../../elements/query-controller';
import type { CompassSetupMessages } from '../../../locales/compass-setup.nl';
import { TITLE_LIMIT } from '../../../model/text';
import type { Space } from '../../../model/types';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

/** The part that does a step: the sentence and its drivers are typed in one. */
type StepPart = Exclude<OpenStep, 'drivers'>;

const STEP_PARTS: PartTable<StepPart> = {
  parties: () => Promise.resolve(SetupParties),
  people: () => Promise.resolve(SetupPeople),
  intention: () => Promise.resolve(SetupIntention),
  round: () => Promise.resolve(SetupRound),
  items: () => Promise.resolve(SetupItems),
};

/**
 * The first hour of a core team, in six steps. The space remembers how far it came; where somebody looks is their own,
 * so that two of a core team can be at different steps, and nobody's form goes away while they type.
 */
export class CompassSetup extends CompassPart<CompassSetupMessages> {
  static override styles: CSSResultGroup = [
    CompassPart.styles,
    css`
      .steps { display: flex; gap: 0.3em; margin: 0; padding: 0; font-size: var(--_size-s); line-height: 1.35; }
      .steps > li { flex: 1 1 0; min-inline-size: 0; padding-block-start: 0.55em; border-block-start: 4px solid var(--_hairline); color: var(--_muted); overflow-wrap: anywhere; }
      .steps > .is-done { border-color: var(--_border); }
      .steps .icon { margin-inline-start: 0.25em; }
      .steps > [aria-current] { border-color: var(--_action); color: var(--_text); flex-grow: 1.4; font-weight: 650; }
      .empty .field { inline-size: 100%; }
      /* In a column there is no room for names: a line for each step; its number and its heading say which one it is. */
      @container samen (max-width: 38.74em) {
        .steps > * > span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .steps > [aria-current] { flex-grow: 4; }
      }
      @media (forced-colors: active) {
        .steps > [aria-current] { border-color: Highlight; }
      }
    `,
  ];

  /** Where this person looks; else as far as the space came. */
  @state() private at?: OpenStep | undefined;
  @state() private errors: FormError[] = [];
  @state() private refused?: string | undefined;
  @state() private attempt = 0;
  /** Somebody went to another step: its heading takes the focus. */
  @state() private hasMoved = false;

  readonly #name = new KeptForm(this, 'setup name', { name: '' });
  readonly #space = new QueryController(this, 'getSpace', () => ({}));
  readonly #parts = new PartKeeper<StepPart, CompassPartProps>(this, 'samen-compass-setup', STEP_PARTS, (event) =>
    this.#stepSaid(event),
  );

  protected override get messages(): readonly MessageSource[] {
    return [...super.messages, SETUP_MESSAGES];
  }

  /** From here on, what colleagues do takes nobody to another step. */
  protected override update(changed: PropertyValues<this>): void {
    const { data, stale } = this.#space.view;
    if (data && !stale && data.setup !== 'done') this.at ??= data.setup;
    super.update(changed);
  }

  override render(): TemplateResult {
    const space = this.#space.data;
    return html`<div class="samen stack stack--loose">${space ? this.#renderSteps(space) : this.#renderNew()}</div>`;
  }

  #renderNew(): TemplateResult {
    const { t } = this;
    return html`${this.errors.length > 0 ? errorSummary({ heading: t('errorsHeading'), errors: this.errors, attempt: this.attempt }) : nothing}
      ${this.refused ? notice({ tone: 'bad', title: this.refused, text: this.common('refusedKept'), role: 'alert' }) : nothing}
      <form class="empty" novalidate @submit=${this.#create}>
        ${this.partHeading(t('setupNew'))}
        <p>${t(this.client?.me()?.mayMakeSpaces ? 'setupNewHere' : 'setupNewText')}</p>
        ${textField({ id: 'space-name', label: t('spaceName'), ...(this.errors[0] && { error: this.errors[0].text }), value: this.#name.value.name, onInput: (name) => this.#name.type({ name }) })}
        <button type="submit" class="btn btn--main">${t('begin')}</button>
      </form>`;
  }

  readonly #create = (event: Event): void => {
    event.preventDefault();
    void this.once('create', async () => {
      const { name } = this.#name.value;
      this.errors = this.textError('space-name', name, this.t('spaceNameError'), TITLE_LIMIT);
      this.attempt += 1;
      if (this.errors.length > 0) return;
      this.hasMoved = true;
      const { refused } = await this.send('createSpace', { id: this.client?.spaceId ?? '', name });
      this.refused = refused;
      if (!refused) await this.#name.clear();
    });
  };

  #renderSteps(space: Space): TemplateResult | typeof nothing {
    const { t } = this;
    const step = this.at ?? (space.setup === 'done' ? undefined : space.setup);
    if (!step) return nothing;
    const furthest = space.setup === 'done' ? OPEN_STEPS.length : OPEN_STEPS.indexOf(space.setup);
    const now = OPEN_STEPS.indexOf(step);
    return html`<div class="stack stack--tight">
        <p><b>${t('setupTitle')}.</b> <span class="muted">${t('setupText')}</span></p>
        <p class="small muted">${t('setupStep', now + 1, OPEN_STEPS.length)}</p>
      </div>
      <ol class="steps" role="list">${OPEN_STEPS.map((each, index) => this.#renderName(each, index === now, index < furthest))}</ol>
      ${this.#renderPart(step)}`;
  }

  #renderName(step: OpenStep, isNow: boolean, isDone: boolean): TemplateResult {
    const [title] = STEP_WORDS[step];
    return html`<li class=${isDone ? 'is-done' : ''} aria-current=${isNow ? 'step' : nothing}>
      <span>${this.t(title)} ${isDone ? html`${icon('check')}<span class="hidden">${this.t('setupDone')}</span>` : nothing}</span>
    </li>`;
  }

  #renderPart(step: OpenStep): HTMLElement {
    const { client, headingLevel, mayWrite, party } = this;
    return this.#parts.show(step === 'drivers' ? 'intention' : step, {
      client,
      headingLevel,
      mayWrite,
      party,
      about: step,
      takesFocus: this.takesFocus || this.hasMoved,
    });
  }

  #stepSaid({ detail: { said, undo, isDone, made } }: CustomEvent<PartSaid>): void {
    if (said) this.say(said, undo);
    if (!isDone) return;
    this.hasMoved = true;
    this.at = OPEN_STEPS.find((step) => step === made);
    if (made === 'done') this.leave(this.t('setupReady'), 'month');
  }
}
