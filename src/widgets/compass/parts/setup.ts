import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { intentionErrors, intentionForm } from './intention-form';
import type { IntentionDraft } from './intention-form';
import { CompassPart } from './part';
import { proposedDrivers } from './proposed-drivers';
import { QueryController } from '../../../elements/query-controller';
import { addDays } from '../../../model/day';
import { newId } from '../../../model/new-id';
import { TITLE_LIMIT } from '../../../model/text';
import { toDay } from '../../../model/today';
import type { Party, PartyKind, Space } from '../../../model/types';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { selectField, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

const STEPS = ['intention', 'drivers', 'parties', 'round'] as const;
const FIRST_ROUND_DAYS = 14;

/** Four steps to a compass that is not blank; stopping and going on later is fine. */
export class CompassSetup extends CompassPart {
  static override styles: CSSResultGroup = [
    CompassPart.styles,
    css`
      .steps4 { display: grid; gap: 1em; grid-template-columns: repeat(auto-fit, minmax(min(10.5em, 100%), 1fr)); margin: 0; padding: 0; list-style: none; }
      .steps4 [aria-current] { border-color: var(--_action); }
      .empty .field { inline-size: 100%; }
      /* In a column the other steps are a line each, so that what is to be done stands high. */
      @container samen (max-width: 26.24em) {
        .steps4 { gap: 0.5em; }
        .steps4 > :not([aria-current]) { display: flex; flex-wrap: wrap; gap: 0 0.75em; align-items: baseline; padding-block: 0.5em; box-shadow: none; }
        .steps4 > .is-ahead > :last-child { display: none; }
      }
      .driver-form { padding: 1em; border: 1px solid var(--_hairline); border-radius: var(--_r-m); }
      .new-party { padding: 1em; border: 1px solid var(--_hairline); border-radius: var(--_r-m); }
    `,
  ];

  @state() private name = '';
  @state() private draft?: IntentionDraft;
  @state() private newParty: { name: string; kind: PartyKind } = { name: '', kind: 'department' };
  /** New names of parties, as typed. */
  @state() private names: Readonly<Record<string, string>> = {};
  @state() private errors: FormError[] = [];
  @state() private refused?: string;
  @state() private attempt = 0;
  #isFilled = false;

  readonly #space = new QueryController(this, 'getSpace', () => ({}));
  readonly #intention = new QueryController(this, 'getIntention', () => ({}));

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
    const { language } = this;
    this.draft = (await this.client?.draft<IntentionDraft>('intention')) ?? {
      text: intention?.text ?? '',
      promise: intention?.promise ?? '',
      drivers: intention?.drivers.length ? intention.drivers : await proposedDrivers(language),
      version: intention?.version ?? 0,
    };
  }

  override render(): TemplateResult {
    const space = this.#space.data;
    return html`<div class="samen stack stack--loose">
      ${this.errors.length > 0 ? errorSummary({ heading: this.t('errorsHeading'), errors: this.errors, attempt: this.attempt }) : nothing}
      ${this.refused ? notice({ tone: 'bad', title: this.refused, text: this.common('refusedKept') }) : nothing}
      ${space ? this.#renderSteps(space) : this.#renderNew()}
    </div>`;
  }

  #renderNew(): TemplateResult {
    return html`<form class="empty" novalidate @submit=${this.#create}>
      ${this.heading(0, this.t('setupNew'), { class: 'h-part', id: 'part-heading', focusable: true })}
      <p>${this.t('setupNewText')}</p>
      ${textField({ id: 'space-name', label: this.t('spaceName'), error: this.errors[0]?.text, value: this.name, onInput: (name) => (this.name = name) })}
      <button type="submit" class="btn btn--main">${this.t('begin')}</button>
    </form>`;
  }

  readonly #create = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.#check(this.textError('space-name', this.name, this.t('spaceNameError'), TITLE_LIMIT))) return;
    const { refused } = await this.send('createSpace', { id: this.client?.spaceId ?? '', name: this.name });
    this.refused = refused;
  };

  #check(errors: FormError[]): boolean {
    this.errors = errors;
    this.attempt += 1;
    return errors.length === 0;
  }

  #renderSteps(space: Space): TemplateResult {
    const at = STEPS.findIndex((step) => step === space.setup);
    const words = [
      [this.t('setupIntention'), this.t('setupIntentionText')],
      [this.t('setupDrivers'), this.t('setupDriversText')],
      [this.t('setupParties'), this.t('setupPartiesText')],
      [this.t('setupRound'), this.t('setupRoundText')],
    ] as const;
    return html`<p class="muted">${this.t('setupTitle')}</p>
      <ol class="steps4" role="list">
        ${words.map(
          (
            [title, text],
            index,
          ) => html`<li class=${index > at ? 'card stack stack--tight is-ahead' : 'card stack stack--tight'} aria-current=${index === at ? 'step' : nothing}>
            <p class="small muted">${this.t('setupStep', index + 1)}</p>
            ${this.heading(0, title, { class: 'h-card', ...(index === at ? { id: 'part-heading', focusable: true } : {}) })}
            <p>${index < at ? html`<span class="row">${icon('check')}${this.t('setupDone')}</span>` : text}</p>
          </li>`,
        )}
      </ol>
      ${this.#renderStep(space)}`;
  }

  #renderStep(space: Space): TemplateResult | typeof nothing {
    const { draft } = this;
    if (!draft) return nothing;
    switch (space.setup) {
      case 'intention':
      case 'drivers':
        return html`<form class="stack stack--loose" novalidate @submit=${(event: Event) => void this.#saveIntention(event, space)}>
          ${intentionForm({
            draft: space.setup === 'intention' ? { ...draft, drivers: [] } : draft,
            isSentenceOnly: space.setup === 'intention',
            errors: this.errors,
            t: this.t,
            common: this.common,
            heading: (content) => this.heading(1, content, { class: 'h-card' }),
            focusOn: this.focusOn,
            onChange: (next) => {
              this.draft = space.setup === 'intention' ? { ...next, drivers: draft.drivers } : next;
              void this.client?.saveDraft('intention', this.draft);
            },
          })}
          ${this.#next()}
        </form>`;
      case 'parties':
        return this.#renderParties(space);
      case 'round':
        return html`<form class="stack" novalidate @submit=${(event: Event) => void this.#openRound(event, space)}>
          <p>${this.t('openRoundText')} ${this.t('firstRoundUntil', this.date(addDays(toDay(new Date()), FIRST_ROUND_DAYS)))}</p>
          <div class="row"><button type="submit" class="btn btn--main">${this.t('openRound')}</button>
          <button type="button" class="btn" @click=${() => void this.#to(space, 'done')}>${this.t('notYet')}</button></div>
        </form>`;
      case 'done':
        return html`<div><button type="button" class="btn btn--main" @click=${() => void this.#to(space, 'intention')}>${this.t('writeIntention')}</button></div>`;
    }
  }

  #next(): TemplateResult {
    return html`<div class="row"><button type="submit" class="btn btn--main">${this.t('next')}</button></div>`;
  }

  async #saveIntention(event: Event, space: Space): Promise<void> {
    event.preventDefault();
    const { draft } = this;
    if (!draft) return;
    const inDrivers = space.setup === 'drivers';
    const ok = this.#check(intentionErrors(draft, this.textError, this.t, { isSentenceOnly: !inDrivers }));
    if (!ok) return;
    // The version is that of what is stored now: the step before made one.
    const { refused } = await this.send('saveIntention', { ...draft, version: this.#intention.data?.version ?? 0 });
    this.refused = refused;
    if (refused) return;
    await this.#to(space, inDrivers ? 'parties' : 'drivers');
    if (inDrivers) await this.client?.dropDraft('intention');
  }

  #renderParties(space: Space): TemplateResult {
    const { t } = this;
    return html`<form class="stack" novalidate @submit=${(event: Event) => void this.#saveParties(event, space)}>
      ${space.parties.map(({ id, name, kind }, index) =>
        textField({
          id: `party-${id}`,
          label: t('partyNumber', index + 1, t(kind)),
          ...this.#errorOf(`party-${id}`),
          value: this.names[id] ?? name,
          onInput: (value) => (this.names = { ...this.names, [id]: value }),
        }),
      )}
      <fieldset class="stack new-party">
        <legend class="label">${t('newParty')}</legend>
        ${textField({ id: 'party-name', label: t('partyName'), ...this.#errorOf('party-name'), value: this.newParty.name, onInput: (name) => (this.newParty = { ...this.newParty, name }) })}
        ${selectField({
          id: 'party-kind',
          label: t('partyKind'),
          value: this.newParty.kind,
          choices: [
            { value: 'department', label: t('department') },
            { value: 'partner', label: t('partner') },
          ],
          onChange: (kind) => (this.newParty = { ...this.newParty, kind: kind as PartyKind }),
        })}
        <div><button type="button" class="btn" @click=${() => void this.#addParty(space)}>${icon('plus')}${t('addParty')}</button></div>
      </fieldset>
      ${this.#next()}
    </form>`;
  }

  #errorOf(fieldId: string): { error?: string } {
    const error = this.errors.find((each) => each.fieldId === fieldId)?.text;
    return error === undefined ? {} : { error };
  }

  /** The parties with the names as typed; a party that is new has its name for a short name too. */
  #named(space: Space): Party[] {
    return space.parties.map((party) => {
      const name = this.names[party.id] ?? party.name;
      return name === party.name ? party : { ...party, name, shortName: name };
    });
  }

  #partyErrors(space: Space): FormError[] {
    return this.#named(space).flatMap(({ id, name }) =>
      this.textError(`party-${id}`, name, this.t('partyNameError'), TITLE_LIMIT),
    );
  }

  async #saveParties(event: Event, space: Space): Promise<void> {
    event.preventDefault();
    // A name that stands in the field of a new party was meant: it is added, not lost.
    if (this.newParty.name.trim() && !(await this.#addParty(space))) return;
    const now = this.#space.data ?? space;
    if (!this.#check(this.#partyErrors(now))) return;
    const { refused } = await this.send('changeSpace', {
      id: now.id,
      version: now.version,
      parties: this.#named(now),
      setup: 'round',
    });
    this.refused = refused;
    if (!refused) this.#focusHeading();
  }

  async #addParty(space: Space): Promise<boolean> {
    const { name, kind } = this.newParty;
    const errors = [
      ...this.#partyErrors(space),
      ...this.textError('party-name', name, this.t('partyNameError'), TITLE_LIMIT),
    ];
    if (!this.#check(errors)) return false;
    const party: Party = { id: newId(), kind, name, shortName: name };
    const { refused } = await this.send('changeSpace', {
      id: space.id,
      version: space.version,
      parties: [...this.#named(space), party],
    });
    this.refused = refused;
    if (!refused) this.newParty = { name: '', kind };
    return !refused;
  }

  async #openRound(event: Event, space: Space): Promise<void> {
    event.preventDefault();
    const { refused } = await this.send('openRound', {
      id: newId(),
      closesOn: addDays(toDay(new Date()), FIRST_ROUND_DAYS),
    });
    this.refused = refused;
    if (!refused) await this.#to(space, 'done');
  }

  async #to(space: Space, setup: Space['setup']): Promise<void> {
    const version = this.#space.data?.version ?? space.version;
    const { refused } = await this.send('changeSpace', { id: space.id, version, setup });
    this.refused = refused;
    if (refused) return;
    this.#focusHeading();
  }

  #focusHeading(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#part-heading')?.focus());
  }
}
