import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { CompassPart } from './part';
import type { MyCheckIn } from '../../../contract/operations';
import { QueryController } from '../../../elements/query-controller';
import { ANSWERS } from '../../../model/types';
import type { Answer, CheckInAnswer, Driver, Id, Round } from '../../../model/types';
import { driverLabel } from '../../../ui/driver';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import type { IconName } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

const FACES: Record<Answer, IconName> = { good: 'smile', couldBeBetter: 'meh', notWorking: 'frown' };

type Given = Record<Id, { answer?: Answer; note: string }>;

interface Draft {
  given: Given;
  step: number;
}

/** One driver at a time, within a minute; every word is kept as it is typed. */
export class CompassCheckIn extends CompassPart {
  static override styles: CSSResultGroup = [
    CompassPart.styles,
    css`
      .answers { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75em; }
      .answer { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.9em; align-items: center; min-block-size: 4em; padding: 0.6em 1em; border: 2px solid var(--_hairline); border-radius: var(--_r-m); cursor: pointer; line-height: 1.3; overflow-wrap: anywhere; }
      .answer .icon { inline-size: 2.25em; block-size: 2.25em; stroke-width: 1.5; }
      .answer b { font-size: var(--_size-l); display: block; }
      .answer input { inline-size: 1.3em; block-size: 1.3em; accent-color: var(--_action); margin: 0; outline: 0; }
      .answer:hover { border-color: var(--_border); }
      .answer:has(:checked) { border-color: var(--_on-chosen); background: var(--_chosen); color: var(--_on-chosen); }
      .answer:has(:focus-visible) { outline: var(--_focus-width) var(--_focus-style) var(--_focus); outline-offset: var(--_focus-offset); }
      .steps { display: flex; gap: 0.35em; margin: 0; padding: 0; list-style: none; }
      .steps li { block-size: 6px; flex: 1; border-radius: 3px; background: var(--_hairline); }
      .steps li.done { background: var(--_border); }
      .steps li.now { background: var(--_action); }
      .privacy { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.5em; }
      legend { padding: 0; margin-block-end: 1em; }
      @container samen (min-width: 38.75em) {
        .answers { grid-template-columns: repeat(3, minmax(0, 1fr)); }
        .answer { align-items: start; }
      }
      @media (forced-colors: active) {
        .answer:has(:checked) { border-color: Highlight; }
        .steps li { forced-color-adjust: none; }
      }
    `,
  ];

  @state() private given: Given = {};
  @state() private step = 0;
  @state() private errors: FormError[] = [];
  @state() private refused?: string;
  @state() private attempt = 0;
  /** The round as it was when this person began: if it closes, what was typed stays. */
  #begun?: Round;
  #isFilled = false;

  readonly #rounds = new QueryController(this, 'listRounds', () => ({ limit: 100 }));
  readonly #mine = new QueryController(this, 'getMyCheckIn', () =>
    this.#current ? { roundId: this.#current.id } : undefined,
  );

  get #open(): Round | undefined {
    return this.#rounds.data?.items.find((round) => round.closedOn === undefined);
  }

  get #current(): Round | undefined {
    return this.#begun ?? this.#open;
  }

  /** Once what is stored is known: what was typed before goes over it. */
  protected override update(changed: PropertyValues<this>): void {
    this.#fillOnce();
    super.update(changed);
  }

  #fillOnce(): void {
    this.#begun ??= this.#open;
    if (!this.#isFilled && this.#mine.data && this.client) {
      this.#isFilled = true;
      void this.#fill(this.#mine.data);
    }
  }

  /** What is stored, with what was typed since over it. */
  async #fill(mine: MyCheckIn): Promise<void> {
    const draft = await this.client?.draft<Draft>(this.#draftName);
    const stored = Object.fromEntries(
      mine.answers.map(({ driverId, answer, note }) => [driverId, { answer, note: note ?? '' }]),
    );
    // Over both goes what was typed while they were on their way.
    this.given = { ...stored, ...draft?.given, ...this.given };
    this.step = Math.min(draft?.step ?? 0, Math.max(0, this.#drivers.length - 1));
  }

  get #draftName(): string {
    return `check-in ${this.#current?.id ?? ''}`;
  }

  get #drivers(): readonly Driver[] {
    return this.#current?.drivers ?? [];
  }

  #set(driverId: Id, change: Partial<Given[Id]>): void {
    this.given = { ...this.given, [driverId]: { note: '', ...this.given[driverId], ...change } };
    this.errors = [];
    void this.client?.saveDraft(this.#draftName, { given: this.given, step: this.step } satisfies Draft);
  }

  #to(step: number): void {
    this.step = step;
    this.errors = [];
    void this.client?.saveDraft(this.#draftName, { given: this.given, step } satisfies Draft);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#part-heading')?.focus());
  }

  readonly #onward = (event: Event): void => {
    event.preventDefault();
    const driver = this.#drivers[this.step];
    if (!driver) return;
    const given = this.given[driver.id];
    this.errors = [
      ...(given?.answer ? [] : [{ fieldId: 'answer-good', text: this.t('chooseAnswer') }]),
      ...this.textError('note', given?.note ?? ''),
    ];
    this.attempt += 1;
    if (this.errors.length > 0) return;
    if (this.step < this.#drivers.length - 1) this.#to(this.step + 1);
    else void this.#save();
  };

  async #save(): Promise<void> {
    const round = this.#current;
    if (!round) return;
    const missing = this.#drivers.findIndex((driver) => !this.given[driver.id]?.answer);
    if (missing >= 0) {
      this.#to(missing);
      return;
    }
    const answers = this.#drivers.flatMap((driver): CheckInAnswer[] => {
      const { answer, note } = this.given[driver.id] ?? { note: '' };
      if (!answer) return [];
      return [note.trim() ? { driverId: driver.id, answer, note } : { driverId: driver.id, answer }];
    });
    const { refused } = await this.send('saveCheckIn', {
      roundId: round.id,
      version: this.#mine.data?.version ?? 0,
      answers,
    });
    this.refused = refused;
    if (refused) return;
    await this.client?.dropDraft(this.#draftName);
    this.dispatchEvent(
      new CustomEvent('samen-checkin-saved', { detail: { roundId: round.id }, bubbles: true, composed: true }),
    );
    this.leave(this.t('thanks'));
  }

  override render(): TemplateResult | typeof nothing {
    const round = this.#current;
    if (!this.#rounds.data) return this.renderFailed();
    if (!round || !this.mayWrite)
      return html`<div class="samen stack">${notice({ tone: 'info', title: this.t('noOpenRound') })}${this.#stop()}</div>`;
    if (this.#open?.id !== round.id) return this.#renderGone();
    const driver = this.#drivers[this.step];
    if (!driver) return html``;
    const last = this.step === this.#drivers.length - 1;
    return html`<form class="samen stack stack--loose" novalidate @submit=${this.#onward}>
      <div class="stack">
        <p class="row row--apart small muted"><span>${this.t('checkInRound', round.number)}</span><span>${this.t('stepOf', this.step + 1, this.#drivers.length)}</span></p>
        <ol class="steps" aria-hidden="true">${this.#drivers.map((_, index) => html`<li class=${index < this.step ? 'done' : index === this.step ? 'now' : ''}></li>`)}</ol>
      </div>
      ${this.errors.length > 0 ? errorSummary({ heading: this.t('errorsHeading'), errors: this.errors, attempt: this.attempt }) : nothing}
      ${this.refused ? notice({ tone: 'bad', title: this.refused, text: this.common('refusedKept') }) : nothing}
      <div>${driverLabel(driver, this.step)}</div>
      ${this.partHeading(driver.question, 'h-widget')}
      ${this.#renderAnswers(driver)}
      ${textField({
        id: 'note',
        label: this.t('noteLabel'),
        description: this.t('noteHint'),
        optional: this.common('optional'),
        error: this.errors.find((error) => error.fieldId === 'note')?.text,
        value: this.given[driver.id]?.note ?? '',
        multiline: true,
        maxLength: 5000,
        countLeft: (left) => this.common('charactersLeft', left),
        onInput: (note) => this.#set(driver.id, { note }),
      })}
      <div class="row">
        <button type="submit" class="btn btn--main">${last ? this.common('save') : this.t('next')}</button>
        ${this.step > 0 ? html`<button type="button" class="btn" @click=${() => this.#to(this.step - 1)}>${this.t('previous')}</button>` : nothing}
        ${this.#stop()}
        <span class="small muted row">${icon('check')}${this.t('keptHere')}</span>
      </div>
      <p class="small muted privacy">${icon('lock')}<span>${this.t('privacy')} ${this.t('privacyErased')}</span></p>
    </form>`;
  }

  #renderAnswers(driver: Driver): TemplateResult {
    const words: Record<Answer, string> = {
      good: driver.goodExample,
      couldBeBetter: this.t('inBetween'),
      notWorking: driver.badExample,
    };
    const error = this.errors.find((each) => each.fieldId === 'answer-good')?.text;
    return html`<fieldset class=${error ? 'field' : nothing} aria-describedby=${error ? 'answer-error' : nothing}>
      <legend class="hidden">${driver.question}</legend>
      ${error ? html`<p class="error" id="answer-error">${error}</p>` : nothing}
      <div class="answers">
        ${ANSWERS.map(
          (answer) => html`<label class="answer">
            ${icon(FACES[answer])}<span><b>${this.t(answer)}</b>${words[answer] ? html`<small id="about-${answer}">${words[answer]}</small>` : nothing}</span>
            <input type="radio" name="answer" id="answer-${answer}" aria-label=${this.t(answer)} aria-describedby=${words[answer] ? `about-${answer}` : nothing} value=${answer}
              .checked=${this.given[driver.id]?.answer === answer} @change=${() => this.#set(driver.id, { answer })} />
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  /** The round closed while this person was typing. */
  #renderGone(): TemplateResult {
    const notes = Object.entries(this.given).filter(([, { note }]) => note.trim());
    const nameOf = (id: Id) => this.#drivers.find((driver) => driver.id === id)?.name ?? this.t('leftover');
    return html`<div class="samen stack">
      ${notice({ tone: 'warn', title: this.t('roundGone') })}
      ${notes.map(([id, { note }]) => html`<div class="card"><p class="small muted">${nameOf(id)}</p><p>${note}</p></div>`)}
      ${this.#stop()}
    </div>`;
  }

  /** Whoever leaves after the round closed leaves no answers behind in this browser. */
  protected override leave(said?: string): void {
    if (this.#open?.id !== this.#current?.id) void this.client?.dropDraft(this.#draftName);
    super.leave(said);
  }

  #stop(): TemplateResult {
    return html`<button type="button" class="btn btn--quiet" @click=${() => this.leave()}>${this.t('stop')}</button>`;
  }
}
