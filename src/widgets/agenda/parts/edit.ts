import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { AgendaPart } from './part';
import { PARTS_MESSAGES } from './parts-messages';
import type { AgendaItemInput } from '../../../contract/agenda';
import type { MessageSource } from '../../../elements/messages';
import { QueryController } from '../../../elements/query-controller';
import type { AgendaPartsMessages } from '../../../locales/agenda-parts.nl';
import type { AgendaItemView, ItemAudience } from '../../../model/agenda-types';
import { SamenError } from '../../../model/errors';
import { isId } from '../../../model/id';
import { MOST_TOPICS } from '../../../model/limits';
import { newId } from '../../../model/new-id';
import { TEXT_LIMIT, TITLE_LIMIT } from '../../../model/text';
import type { Id } from '../../../model/types';
import { chipStyles } from '../../../ui/chip.styles';
import { chip } from '../../../ui/chips';
import { driverStyles } from '../../../ui/driver.styles';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { radioCards, selectField, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';
import { compareStyles, sideBySide } from '../../../ui/side-by-side';
import { itemHref } from '../card';

/** As typed; `topics` is one line of words with commas. */
interface Draft {
  id: Id;
  title: string;
  question: string;
  topics: string;
  driverIds: Id[];
  phaseId: Id;
  audience: ItemAudience;
  /** The version that was read when one began. */
  version: number;
}

/** One stops typing for so long before what looks alike is asked for. */
const PAUSE_MS = 400;
/** From so many letters on, a title says enough to compare it. */
const COMPARED_FROM = 4;

/** A new agenda item, or a changed one. What was typed is kept; while one types a title, what looks alike is shown. */
export class AgendaEdit extends AgendaPart<AgendaPartsMessages> {
  static override styles: CSSResultGroup = [AgendaPart.styles, chipStyles, driverStyles, compareStyles];

  @state() private draft?: Draft;
  @state() private errors: readonly FormError[] = [];
  @state() private attempt = 0;
  @state() private refused?: string | undefined;
  /** What somebody else made of it meanwhile. */
  @state() private meanwhile?: AgendaItemView | undefined;
  @state() private isFound = false;
  @state() private compared = '';

  readonly #one = new QueryController(this, 'getAgendaItem', () => (this.#id ? { id: this.#id } : undefined));
  readonly #alike = new QueryController(this, 'findSimilarItems', () => this.#question);
  #pause?: ReturnType<typeof setTimeout>;
  #isAsked = false;
  #isTyped = false;

  protected override get messages(): readonly MessageSource[] {
    return [PARTS_MESSAGES];
  }

  /** Of an item that is there already. */
  get #id(): Id | undefined {
    const [name, id] = this.about.split('/');
    return name === 'edit' && isId(id) ? id : undefined;
  }

  /** What a new one is made from, as the address says it. */
  get #origin(): Pick<AgendaItemInput, 'experienceId' | 'needId'> {
    const [name, kind, id] = this.about.split('/');
    if (name !== 'new' || !isId(id)) return {};
    return kind === 'experience' ? { experienceId: id } : kind === 'need' ? { needId: id } : {};
  }

  get #draftName(): string {
    return `agenda item ${this.about}`;
  }

  get #isDepartment(): boolean {
    const mine = this.me?.member?.partyId;
    return this.space?.parties.find(({ id }) => id === mine)?.kind === 'department';
  }

  get #question() {
    const { draft } = this;
    const title = this.compared.trim();
    if (!draft || title.length < COMPARED_FROM || title.length > TITLE_LIMIT) return undefined;
    const topics = topicsOf(draft.topics).slice(0, MOST_TOPICS);
    return { title, topics, driverIds: draft.driverIds, ...(this.#id && { id: this.#id }) };
  }

  /** After the queries, which may know the item at once. */
  protected override updated(): void {
    super.updated();
    const item = this.#one.data;
    // What is known from before may be old: as long as nothing is typed, the form follows.
    if (item && this.draft && !this.#isTyped && item.version > this.draft.version) this.draft = draftOf(item);
    if (this.draft || !this.client) return;
    if (this.#id && !item) return;
    this.draft = item ? draftOf(item) : this.#blank();
    void this.#findDraft();
  }

  /** It can be read, but is not this party's to change. */
  get #mayNot(): boolean {
    const item = this.#one.data;
    return item !== undefined && !this.mayEdit(item);
  }

  #blank(): Draft {
    const phaseId = this.space?.currentPhaseId ?? '';
    return {
      id: newId(),
      title: '',
      question: '',
      topics: '',
      driverIds: [],
      phaseId,
      audience: 'everyone',
      version: 0,
    };
  }

  async #findDraft(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const kept = await this.client?.draft<Draft>(this.#draftName);
    if (!kept) return;
    this.#isTyped = true;
    this.draft = kept;
    this.compared = kept.title;
    this.isFound = true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  override render(): TemplateResult {
    const { t, draft } = this;
    return html`<div class="samen stack">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${t('toAgenda')}</button></div>
      ${this.partHeading(t(this.#id ? 'editTitle' : 'newTitle'))}
      ${this.isFound ? html`<p class="muted" role="status">${t('draftFound')}</p>` : nothing}
      ${this.#mayNot ? html`<p role="alert">${this.sentenceOf(new SamenError('forbidden', 'Not theirs to edit'))}</p>` : draft && this.mayWrite ? this.#renderForm(draft) : this.renderFailed()}
    </div>`;
  }

  #renderForm(draft: Draft): TemplateResult {
    const { t, common } = this;
    const send = (event: Event) => {
      event.preventDefault();
      void this.once('save', () => this.#send(draft));
    };
    const error = (fieldId: string) => {
      const text = this.errors.find((each) => each.fieldId === fieldId)?.text;
      return text ? { error: text } : {};
    };
    return html`<form class="stack stack--loose" novalidate @submit=${send}>
      ${this.errors.length > 0 ? errorSummary({ heading: t('formWrong'), errors: this.errors, attempt: this.attempt }) : nothing}
      ${this.#renderRefused(draft)}
      <div class="stack">
        ${textField({ id: 'title', label: t('itemTitleLabel'), description: t('itemTitleHint'), value: draft.title, ...error('title'), onInput: (title) => this.#typeTitle(title) })}
        ${this.#renderAlike()}
      </div>
      ${textField({ id: 'question', label: t('questionLabel'), value: draft.question, multiline: true, rows: 3, optional: common('optional'), ...error('question'), onInput: (question) => this.#type({ question }) })}
      ${this.#renderDrivers(draft)}
      ${textField({ id: 'topics', label: t('topicsLabel'), description: t('topicsHint'), value: draft.topics, optional: common('optional'), ...error('topics'), onInput: (topics) => this.#type({ topics }) })}
      ${selectField({
        id: 'phase',
        label: t('phaseLabel'),
        value: draft.phaseId,
        choices: [
          { value: '', label: t('noPhase') },
          ...(this.space?.phases ?? []).map(({ id, name }, at) => ({ value: id, label: `${String(at + 1)}. ${name}` })),
        ],
        onChange: (phaseId) => this.#type({ phaseId }),
      })}
      ${this.#isDepartment ? this.#renderReaders(draft) : nothing}
      <div class="row">
        <button type="submit" class="btn btn--main">${t(this.#id ? 'save' : 'makeIt')}</button>
        <button type="button" class="btn" @click=${() => void this.#throwAway()}>${common('cancel')}</button>
      </div>
    </form>`;
  }

  #renderRefused(draft: Draft): TemplateResult | typeof nothing {
    const { t, refused, meanwhile } = this;
    if (!refused) return nothing;
    if (!meanwhile) return notice({ tone: 'bad', title: refused, role: 'alert' });
    const now = [meanwhile.title, meanwhile.question, meanwhile.topics.join(', ')].filter(Boolean).join(' · ');
    const wanted = [draft.title, draft.question, draft.topics].filter(Boolean).join(' · ');
    return notice({
      tone: 'warn',
      title: t('changedMeanwhile'),
      role: 'alert',
      text: t('doAnyway'),
      more: sideBySide({ nowLabel: t('nowIs'), wantedLabel: t('youWanted'), now, wanted }),
    });
  }

  #renderDrivers({ driverIds }: Draft): TemplateResult | typeof nothing {
    if (this.drivers.length === 0) return nothing;
    return html`<div class="field" role="group" aria-labelledby="drivers-label">
      <span class="label" id="drivers-label">${this.t('itemDriversLabel')} ${this.common('optional')}</span>
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
      label: t('readersLabel'),
      value: audience,
      choices: [
        { value: 'everyone', label: t('readersEveryoneChoice'), description: t('readersEveryoneText'), icon: 'globe' },
        {
          value: 'internal',
          label: t('readersInternalChoice'),
          description: t('readersInternalText'),
          icon: 'building',
        },
      ],
      onChange: (value) => this.#type({ audience: value as ItemAudience }),
    });
  }

  #renderAlike(): TemplateResult {
    const alike = this.#question ? (this.#alike.data?.items ?? []) : [];
    return html`<div role="status">${
      alike.length === 0
        ? nothing
        : notice({
            tone: 'info',
            icon: 'copy',
            title: this.t('similarTitle'),
            text: this.t('similarText'),
            more: html`<ul>${alike.slice(0, 3).map(({ id, title }) => html`<li><a href=${itemHref(id)}>${title}</a></li>`)}</ul>`,
          })
    }</div>`;
  }

  #type(change: Partial<Draft>): void {
    if (!this.draft) return;
    this.#isTyped = true;
    this.draft = { ...this.draft, ...change };
    void this.client?.saveDraft(this.#draftName, this.draft);
  }

  #typeTitle(title: string): void {
    this.#type({ title });
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => (this.compared = title), PAUSE_MS);
  }

  async #throwAway(): Promise<void> {
    await this.client?.dropDraft(this.#draftName);
    this.leave();
  }

  async #send({ phaseId, topics: typed, ...said }: Draft): Promise<void> {
    const topics = topicsOf(typed);
    this.attempt += 1;
    this.errors = [
      ...this.textError('title', said.title, this.t('titleRequired'), TITLE_LIMIT),
      ...this.textError('question', said.question, undefined, TEXT_LIMIT),
      ...(topics.length > MOST_TOPICS ? [{ fieldId: 'topics', text: this.t('topicsTooMany') }] : []),
    ];
    if (this.errors.length > 0) return;
    const input: AgendaItemInput = { ...said, topics, ...(phaseId && { phaseId }), ...(this.#id ? {} : this.#origin) };
    const { refused, error } = await this.send('saveAgendaItem', input);
    this.meanwhile = error?.kind === 'stale' ? (error.current as AgendaItemView | undefined) : undefined;
    this.refused = refused;
    // Sent once more, it goes over what is shown beside it.
    if (this.meanwhile) this.#type({ version: this.meanwhile.version });
    if (refused) return;
    await this.client?.dropDraft(this.#draftName);
    this.leave(this.t(this.#id ? 'saved' : 'made'), said.id);
  }
}

function topicsOf(line: string): string[] {
  const words = line.split(',').map((word) => word.trim().toLocaleLowerCase('nl'));
  return [...new Set(words.filter(Boolean))];
}

function draftOf({ id, title, question, topics, driverIds, phaseId = '', audience, version }: AgendaItemView): Draft {
  return { id, title, question, topics: topics.join(', '), driverIds, phaseId, audience, version };
}
