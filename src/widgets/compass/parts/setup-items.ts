import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { KeptForm } from './kept-form';
import { SetupStep } from './setup-step';
import type { OpenStep } from './setup-step';
import { QueryController } from '../../../elements/query-controller';
import type { AgendaItemView, BallView } from '../../../model/agenda-types';
import { newId } from '../../../model/new-id';
import { TEXT_LIMIT, TITLE_LIMIT } from '../../../model/text';
import type { Id, Space } from '../../../model/types';
import { findWarnings } from '../../../model/warnings';
import type { FormError } from '../../../ui/errors';
import { selectField, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

interface ItemsForm {
  /** Of the item as typed: made once, however often it was tried. */
  itemId: Id;
  title: string;
  nextStep: string;
  /** Empty: one's own party. */
  holderId: Id;
  experienceId: Id;
  experienceTitle: string;
  whatHappened: string;
}

/** A few agenda items with who moves first, and one experience: what others can join. */
export class SetupItems extends SetupStep {
  readonly #form = new KeptForm<ItemsForm>(this, 'setup items', {
    itemId: '',
    title: '',
    nextStep: '',
    holderId: '',
    experienceId: '',
    experienceTitle: '',
    whatHappened: '',
  });
  /** Looked at once somebody leaves the field: half a telephone number is none. */
  @state() private lookedAt = '';

  readonly #items = new QueryController(this, 'listAgendaItems', () => ({ limit: 20 }));
  readonly #experiences = new QueryController(this, 'listExperiences', () => ({ collection: 'mine', limit: 20 }));
  readonly #members = new QueryController(this, 'listMembers', () => ({ limit: 100 }));

  protected override get step(): OpenStep {
    return 'items';
  }

  get #ownPartyId(): Id {
    return this.client?.me()?.member?.partyId ?? '';
  }

  protected override renderStep(space: Space): TemplateResult {
    const { t } = this;
    const members = this.#members.data?.items;
    const lacksAdmin = members !== undefined && !members.some(({ role }) => role === 'admin');
    return html`<form class="stack stack--loose" novalidate @submit=${this.onSubmit(() => this.#finish())}>
      ${this.#renderItems(space)} ${this.#renderItem(space)} ${this.#renderExperience(space)}
      ${lacksAdmin ? notice({ tone: 'warn', title: t('noAdminTitle'), text: t('noAdminText'), action: html`<button type="button" class="btn" @click=${() => this.leave(undefined, 'people')}>${t('toPeople')}</button>` }) : nothing}
      ${this.renderButtons(t('setupFinish'))}
    </form>`;
  }

  #renderItems({ parties }: Space): TemplateResult | typeof nothing {
    const items = this.#items.data?.items ?? [];
    if (items.length === 0) return nothing;
    const nameOf = (id: Id | undefined) => parties.find((party) => party.id === id)?.name ?? '';
    const said = ({ offer, holderId }: BallView) =>
      offer
        ? this.t('itemOffered', nameOf(offer.toPartyId))
        : holderId
          ? this.t('itemBall', nameOf(holderId))
          : this.t('itemNobody');
    return html`<div class="stack stack--tight">
      <p class="label" id="items-label">${this.t('itemsSoFar')}</p>
      <ul class="people" aria-labelledby="items-label">${items.map(({ title, ball }) => html`<li><span><b>${title}</b> <span class="small muted">${said(ball)}</span></span></li>`)}</ul>
    </div>`;
  }

  #renderItem({ parties }: Space): TemplateResult {
    const { t } = this;
    const { title, nextStep, holderId } = this.#form.value;
    return html`<fieldset class="stack apart">
      <legend class="label">${t('firstItem')}</legend>
      <p class="small muted">${t('firstItemHint')}</p>
      ${textField({ id: 'item-title', label: t('firstItemTitle'), ...this.errorOf('item-title'), value: title, onInput: (typed) => this.#form.type({ title: typed }) })}
      ${textField({ id: 'item-step', label: t('firstItemStep'), optional: this.common('optional'), ...this.errorOf('item-step'), value: nextStep, onInput: (typed) => this.#form.type({ nextStep: typed }) })}
      ${selectField({
        id: 'item-holder',
        label: t('firstItemHolder'),
        description: t('firstItemHolderHint'),
        value: holderId || this.#ownPartyId,
        choices: parties.map(({ id, name }) => ({ value: id, label: name })),
        onChange: (chosen) => this.#form.type({ holderId: chosen }),
      })}
      <div><button type="button" class="btn" @click=${() => void this.once('add', async () => void (await this.#addItem()))}>${icon('plus')}${t('addItem')}</button></div>
    </fieldset>`;
  }

  #renderExperience({ notice: said }: Space): TemplateResult {
    const { t } = this;
    const { experienceTitle, whatHappened } = this.#form.value;
    const shared = this.#experiences.data?.items ?? [];
    const [found] = this.lookedAt ? findWarnings(whatHappened) : [];
    return html`<fieldset class="stack apart">
      <legend class="label">${t('firstExperience')}</legend>
      ${shared.length > 0 ? html`<p>${t('experiencesSoFar')}: ${shared.map(({ title }) => title).join(', ')}</p>` : nothing}
      <p class="small muted">${t('firstExperienceHint')}</p>
      ${said ? html`<p class="small muted">${[said.purpose, said.basis, said.retention, said.contact].filter(Boolean).join(' ')}</p>` : nothing}
      ${textField({ id: 'experience-title', label: t('firstExperienceTitle'), ...this.errorOf('experience-title'), value: experienceTitle, onInput: (typed) => this.#form.type({ experienceTitle: typed }) })}
      ${textField({
        id: 'experience-text',
        label: t('firstExperienceText'),
        description: t('firstExperienceTextHint'),
        ...this.errorOf('experience-text'),
        value: whatHappened,
        multiline: true,
        rows: 3,
        onInput: (typed) => this.#form.type({ whatHappened: typed }),
        onBlur: (typed) => (this.lookedAt = typed),
      })}
      <div aria-live="polite">${found ? notice({ tone: 'warn', title: t('firstExperienceWarning'), text: t('firstExperienceWarningText', found.text) }) : nothing}</div>
      <div><button type="button" class="btn" @click=${() => void this.once('share', async () => void (await this.#share()))}>${icon('send')}${t('shareExperience')}</button></div>
    </fieldset>`;
  }

  #itemErrors(): FormError[] {
    const { title, nextStep } = this.#form.value;
    return [
      ...this.textError('item-title', title, this.t('firstItemTitleError'), TITLE_LIMIT),
      ...this.textError('item-step', nextStep, undefined, TITLE_LIMIT),
    ];
  }

  #experienceErrors(): FormError[] {
    const { experienceTitle, whatHappened } = this.#form.value;
    return [
      ...this.textError('experience-title', experienceTitle, this.t('firstExperienceTitleError'), TITLE_LIMIT),
      ...this.textError('experience-text', whatHappened, this.t('firstExperienceTextError'), TEXT_LIMIT),
    ];
  }

  /** The item, its ball taken, and offered where another party is to move: each only when it is not so yet. */
  async #addItem(): Promise<boolean> {
    if (!this.check(this.#itemErrors())) return false;
    const { title, nextStep, holderId } = this.#form.value;
    const id = this.#form.value.itemId || newId();
    this.#form.type({ itemId: id });
    const known = this.#items.data?.items.find((item) => item.id === id);
    const ball = known?.ball ?? (await this.#make(id, title))?.ball;
    const plan = nextStep.trim() ? { nextStep } : {};
    if (this.refused) return false;
    let version = ball?.version ?? 1;
    if (!ball?.holderId) {
      const { refused, answer } = await this.send('takeBall', { id, version, ...plan });
      this.refused = refused;
      if (refused) return false;
      version = answer?.version ?? version + 1;
    }
    const toPartyId = holderId || this.#ownPartyId;
    if (toPartyId !== this.#ownPartyId && !ball?.offer) {
      const { refused } = await this.send('offerBall', { id, version, toPartyId, ...plan });
      this.refused = refused;
      if (refused) return false;
    }
    this.#form.empty({ itemId: id, title, nextStep, holderId });
    this.say(this.t('itemAdded', title));
    this.focusOn('item-title');
    return true;
  }

  async #make(id: Id, title: string): Promise<AgendaItemView | undefined> {
    const blank = { question: '', driverIds: [], topics: [], audience: 'everyone' } as const;
    const { refused, answer } = await this.send('saveAgendaItem', {
      ...blank,
      driverIds: [],
      topics: [],
      id,
      title,
      version: 0,
    });
    this.refused = refused;
    return answer;
  }

  async #share(): Promise<boolean> {
    if (!this.check(this.#experienceErrors())) return false;
    const { experienceTitle: title, whatHappened } = this.#form.value;
    const id = this.#form.value.experienceId || newId();
    this.#form.type({ experienceId: id });
    const { refused } = await this.send('saveExperience', {
      id,
      version: 0,
      title,
      kind: 'success',
      whatHappened,
      adviceWelcome: false,
      driverIds: [],
      language: this.language,
      authorShownAs: 'named',
      audience: 'everyone',
    });
    this.refused = refused;
    if (refused) return false;
    this.lookedAt = '';
    this.#form.empty({ experienceId: id, experienceTitle: title, whatHappened });
    this.say(this.t('experienceShared'));
    this.focusOn('experience-title');
    return true;
  }

  /** What stands in the fields was meant: it is added, not lost. */
  async #finish(): Promise<void> {
    const { title, nextStep, experienceTitle, whatHappened } = this.#form.value;
    const hasItem = [title, nextStep].some((text) => text.trim());
    const hasExperience = [experienceTitle, whatHappened].some((text) => text.trim());
    const isFine = this.check([
      ...(hasItem ? this.#itemErrors() : []),
      ...(hasExperience ? this.#experienceErrors() : []),
    ]);
    if (!isFine) return;
    if (hasItem && !(await this.#addItem())) return;
    if (hasExperience && !(await this.#share())) return;
    await this.#form.clear();
    await this.goOn();
  }
}
