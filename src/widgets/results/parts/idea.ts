import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { IDEAS_MESSAGES } from './ideas-messages';
import { ResultsPart } from './part';
import { AllPages } from '../../../elements/all-pages';
import type { MessageSource } from '../../../elements/messages';
import { QueryController } from '../../../elements/query-controller';
import type { ResultsIdeasMessages } from '../../../locales/results-ideas.nl';
import type { ItemAudience } from '../../../model/agenda-types';
import { isId } from '../../../model/id';
import { newId } from '../../../model/new-id';
import type { IdeaView } from '../../../model/result-types';
import { TITLE_LIMIT } from '../../../model/text';
import type { Id } from '../../../model/types';
import { chipStyles } from '../../../ui/chip.styles';
import { chip } from '../../../ui/chips';
import { driverStyles } from '../../../ui/driver.styles';
import { radioCards, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

/** As typed. */
interface Draft {
  id: Id;
  text: string;
  driverIds: Id[];
  audience: ItemAudience;
  version: number;
}

/** A new idea, or one's own that is changed: one sentence. `about`: `ideas/new[/experience/{id}]`, `ideas/edit/{id}`. */
export class ResultsIdea extends ResultsPart<ResultsIdeasMessages> {
  static override styles: CSSResultGroup = [ResultsPart.styles, chipStyles, driverStyles];

  @state() private draft?: Draft;
  @state() private error?: string | undefined;
  @state() private refused?: string | undefined;

  readonly #ideas = new AllPages(this, 'listIdeas', () => (this.#id ? {} : undefined));
  readonly #experience = new QueryController(this, 'getExperience', () =>
    this.#experienceId ? { id: this.#experienceId } : undefined,
  );
  #isAsked = false;

  protected override get messages(): readonly MessageSource[] {
    return [IDEAS_MESSAGES];
  }

  /** Of an idea that is there already. */
  get #id(): Id | undefined {
    const [, act, id] = this.about.split('/');
    return act === 'edit' && isId(id) ? id : undefined;
  }

  /** What a new one began with, as the address says it. */
  get #experienceId(): Id | undefined {
    const [, act, kind, id] = this.about.split('/');
    return act === 'new' && kind === 'experience' && isId(id) ? id : undefined;
  }

  get #draftName(): string {
    return `idea ${this.about}`;
  }

  get #party() {
    const mine = this.me?.member?.partyId;
    return this.space?.parties.find(({ id }) => id === mine);
  }

  get #one(): IdeaView | undefined {
    return this.#ideas.items.find(({ id }) => id === this.#id);
  }

  /** After the queries, which may know the idea at once. */
  protected override updated(): void {
    super.updated();
    if (this.draft || !this.client) return;
    const one = this.#one;
    if ((this.#id && !one) || (this.#experienceId && this.#experience.view.status === 'loading')) return;
    this.draft = one ? draftOf(one) : this.#blank();
    void this.#findDraft();
  }

  #blank(): Draft {
    const experience = this.#experience.data;
    const isInternal = experience !== undefined && experience.audienceChoice !== 'everyone';
    return {
      id: newId(),
      text: '',
      driverIds: [...(experience?.driverIds ?? [])],
      audience: isInternal && this.#party?.kind === 'department' ? 'internal' : 'everyone',
      version: 0,
    };
  }

  async #findDraft(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.draft = (await this.client?.draft<Draft>(this.#draftName)) ?? this.draft;
  }

  override render(): TemplateResult {
    const { t, draft } = this;
    const isGone = this.#id !== undefined && this.#ideas.isComplete && !this.#one?.acts.includes('edit');
    return html`<div class="samen stack">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.go('ideas')}>${icon('arrow-left')}${t('ideasTitle')}</button></div>
      <div>${this.partHeading(t(this.#id ? 'ideaChangeTitle' : 'ideaNewTitle'))}<p class="muted">${t('ideasHint')}</p></div>
      ${isGone ? html`<p role="alert">${t('ideaGone')}</p>` : draft && this.mayWrite ? this.#renderForm(draft) : this.renderFailed()}
    </div>`;
  }

  #renderForm(draft: Draft): TemplateResult {
    const { t, common, error } = this;
    const send = (event: Event) => {
      event.preventDefault();
      void this.once('save', () => this.#send(draft));
    };
    const experience = this.#experience.data;
    return html`<form class="stack stack--loose" novalidate @submit=${send}>
      ${this.refused ? notice({ tone: 'bad', title: this.refused, role: 'alert' }) : nothing}
      ${experience ? html`<p>${t('ideaFrom')} <b dir="auto">${experience.title}</b></p>` : nothing}
      ${textField({
        id: 'text',
        label: t('ideaLabel'),
        description: t('ideaLabelHint'),
        value: draft.text,
        multiline: true,
        rows: 2,
        maxLength: TITLE_LIMIT,
        countLeft: (left) => common('charactersLeft', left),
        ...(error && { error }),
        onInput: (text) => this.#type({ text }),
      })}
      ${this.#renderDrivers(draft)} ${this.#party?.kind === 'department' ? this.#renderReaders(draft) : nothing}
      <p id="shown-as">${t('ideaShownAs', this.me?.member?.jobTitle ?? '', this.#party?.name ?? '')}</p>
      <div class="row">
        <button type="submit" class="btn btn--main" aria-describedby="shown-as">${this.#id ? common('save') : t(draft.audience === 'internal' ? 'ideaSendInternal' : 'ideaSendEveryone')}</button>
        <button type="button" class="btn" @click=${() => void this.#throwAway()}>${common('cancel')}</button>
      </div>
    </form>`;
  }

  #renderDrivers({ driverIds }: Draft): TemplateResult | typeof nothing {
    if (this.drivers.length === 0) return nothing;
    return html`<div class="field" role="group" aria-labelledby="drivers-label">
      <span class="label" id="drivers-label">${this.t('ideaDriversLabel')} ${this.common('optional')}</span>
      <div class="row">${this.drivers.map(({ id, name, icon: sign }) =>
        chip({
          label: name,
          icon: sign,
          pressed: driverIds.includes(id),
          onToggle: (on) =>
            this.#type({ driverIds: on ? [...driverIds, id] : driverIds.filter((each) => each !== id) }),
        }),
      )}</div>
    </div>`;
  }

  #renderReaders({ audience }: Draft): TemplateResult {
    const { t } = this;
    return radioCards({
      id: 'audience',
      label: t('ideaReadersLabel'),
      value: audience,
      choices: [
        {
          value: 'everyone',
          label: t('ideaReadersEveryone'),
          description: t('ideaReadersEveryoneText'),
          icon: 'globe',
        },
        {
          value: 'internal',
          label: t('ideaReadersInternal'),
          description: t('ideaReadersInternalText'),
          icon: 'building',
        },
      ],
      onChange: (value) => this.#type({ audience: value as ItemAudience }),
    });
  }

  #type(change: Partial<Draft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...change };
    void this.client?.saveDraft(this.#draftName, this.draft);
  }

  async #throwAway(): Promise<void> {
    await this.client?.dropDraft(this.#draftName);
    this.go('ideas');
  }

  async #send(draft: Draft): Promise<void> {
    this.error = this.textError('text', draft.text, this.t('ideaRequired'), TITLE_LIMIT)[0]?.text;
    if (this.error) {
      this.focusOn('text');
      return;
    }
    const experienceId = this.#experienceId;
    const { refused } = await this.send('saveIdea', { ...draft, ...(experienceId && { experienceId }) });
    this.refused = refused;
    if (refused) return;
    await this.client?.dropDraft(this.#draftName);
    this.go('ideas', draft.id);
    this.say(this.t(this.#id ? 'ideaSaved' : 'ideaShared'));
  }
}

function draftOf({ id, text, driverIds, audience, version }: IdeaView): Draft {
  return { id, text, driverIds: [...driverIds], audience, version };
}
