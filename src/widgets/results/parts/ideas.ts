import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { answerForm } from './idea-answer';
import { eraseQuestion, ideaCard, ideaStyles } from './idea-card';
import type { IdeaDoing } from './idea-card';
import { IDEAS_MESSAGES } from './ideas-messages';
import { ResultsPart } from './part';
import { AllPages } from '../../../elements/all-pages';
import { hashFor } from '../../../elements/hash-address';
import type { MessageSource } from '../../../elements/messages';
import { isOnPage } from '../../../elements/on-page';
import type { ResultsIdeasMessages } from '../../../locales/results-ideas.nl';
import type { Participation } from '../../../model/agenda-types';
import { isId } from '../../../model/id';
import { newId } from '../../../model/new-id';
import type { IdeaStatus, IdeaView } from '../../../model/result-types';
import { TITLE_LIMIT } from '../../../model/text';
import type { Id } from '../../../model/types';
import { chipStyles } from '../../../ui/chip.styles';
import { driverStyles } from '../../../ui/driver.styles';
import { emptyState } from '../../../ui/empty-state';
import { icon } from '../../../ui/icon';
import { boneCard, skeleton } from '../../../ui/skeleton';
import { skeletonStyles } from '../../../ui/skeleton.styles';

/** What waits for an answer comes first. */
const ORDER: Record<IdeaStatus, number> = { open: 0, adopted: 1, declined: 2 };

/** What somebody is doing with an idea, as typed. */
interface Doing {
  what: IdeaDoing;
  id: Id;
  text: string;
}

/** All ideas: join one, and as core team take it up or say why not. `about`: `ideas`, or `ideas/{id}` to come to one. */
export class ResultsIdeas extends ResultsPart<ResultsIdeasMessages> {
  static override styles: CSSResultGroup = [ResultsPart.styles, chipStyles, driverStyles, skeletonStyles, ideaStyles];

  @state() private doing?: Doing | undefined;
  @state() private error?: string | undefined;
  @state() private refused?: string | undefined;

  readonly #ideas = new AllPages(this, 'listIdeas', () => ({}));
  #isAsked = false;
  #hasCome = false;

  constructor() {
    super();
    this.queries.add(this.#ideas);
  }

  protected override get messages(): readonly MessageSource[] {
    return [IDEAS_MESSAGES];
  }

  /** The idea that somebody came for. */
  get #wanted(): Id | undefined {
    const [, id] = this.about.split('/');
    return isId(id) ? id : undefined;
  }

  protected override willUpdate(): void {
    if (!this.client || this.#isAsked) return;
    this.#isAsked = true;
    // What was being answered is gone on with.
    void this.client.draft<Doing>('idea answer').then((kept) => (this.doing ??= kept));
  }

  protected override updated(): void {
    const wanted = this.#wanted;
    const card = wanted && !this.#hasCome ? this.renderRoot.querySelector<HTMLElement>(`#idea-${wanted}`) : null;
    if (!card) {
      // Whoever came for one idea comes to that one.
      if (!wanted || this.#ideas.isComplete) super.updated();
      return;
    }
    this.#hasCome = true;
    if (this.takesFocus) card.focus();
  }

  override render(): TemplateResult {
    const { t } = this;
    const ideas = [...this.#ideas.items].sort((one, other) => ORDER[one.status] - ORDER[other.status]);
    const isEmpty = this.#ideas.hasCome && ideas.length === 0;
    return html`<div class="samen stack">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${t('toResults')}</button></div>
      <header class="head">
        <div>${this.partHeading(t('ideasTitle'))}<p class="muted">${t('ideasHint')}</p></div>
        ${this.mayWrite && !isEmpty ? html`<div class="row no-print">${this.#newButton()}</div>` : nothing}
      </header>
      ${this.renderFailed()} ${isEmpty ? this.#renderEmpty() : this.#renderIdeas(ideas)}
    </div>`;
  }

  #newButton(): TemplateResult {
    return html`<button type="button" class="btn btn--main" @click=${() => this.go('ideas', 'new')}>${icon('plus')}${this.t('ideaShare')}</button>`;
  }

  #renderEmpty(): TemplateResult {
    return emptyState({
      heading: this.heading(1, this.t('ideasEmptyTitle'), { class: 'h-card' }),
      text: this.t('ideasEmptyText'),
      action: this.mayWrite ? this.#newButton() : nothing,
    });
  }

  #renderIdeas(ideas: readonly IdeaView[]): TemplateResult {
    const { t } = this;
    if (!this.#ideas.hasCome && this.#ideas.view.status === 'loading')
      return skeleton(this.common('loading'), html`<div class="ideas">${[1, 2, 3].map(() => boneCard())}</div>`);
    const open = ideas.filter(({ status }) => status === 'open').length;
    return html`${this.isCoreTeam && open > 0 ? html`<p class="small muted">${t('ideaOpenCount', open)}</p>` : nothing}
      <div class="ideas">${ideas.map((idea) => this.#renderIdea(idea))}</div>
      ${this.#ideas.hasCome && !this.#ideas.isComplete ? html`<p class="small muted">${t('ideasMore')}</p>` : nothing}`;
  }

  #renderIdea(idea: IdeaView): TemplateResult {
    const { t, date, partyName, drivers, mayWrite } = this;
    const waiting = this.client
      ?.pending()
      .some(({ entity, status }) => entity === `idea:${idea.id}` && status !== 'refused');
    return ideaCard(idea, {
      ...{ t, date, partyName, drivers, mayWrite },
      partyId: this.me?.member?.partyId,
      hasAgenda: isOnPage('samen-agenda'),
      isOnItsWay: waiting ?? false,
      form: this.doing?.id === idea.id && mayWrite ? this.#renderForm(idea, this.doing) : nothing,
      // Whoever chooses otherwise while their choice is on its way means the last: they go in their order.
      onJoin: (as) => void this.#join(idea, as),
      onBegin: (what) => this.#begin(idea, what),
      onEdit: () => this.go('ideas', 'edit', idea.id),
    });
  }

  #renderForm(idea: IdeaView, { what, text }: Doing): TemplateResult {
    if (what === 'erase')
      return eraseQuestion({
        t: this.t,
        onErase: () => void this.once('erase', () => this.#erase(idea)),
        onKeep: () => this.#cancel(),
      });
    return answerForm({
      ...{ t: this.t, common: this.common, doing: what, text },
      ...{ error: this.error, refused: this.refused },
      heading: (words) => this.heading(1, words, { class: 'h-small', id: 'form-heading', focusable: true }),
      onType: (typed) => this.#type(typed),
      onSend: () => void this.once('answer', () => this.#send(idea)),
      onCancel: () => this.#cancel(),
    });
  }

  #begin({ id, text }: IdeaView, what: IdeaDoing): void {
    // A full stop at the end of a sentence is none in a title.
    const title = text.replace(/\s*\.$/, '');
    this.doing = { what, id, text: what === 'adopt' ? title : '' };
    this.error = this.refused = undefined;
    this.focusOn(what === 'erase' ? 'keep-it' : 'form-heading');
  }

  #type(text: string): void {
    if (!this.doing) return;
    this.doing = { ...this.doing, text };
    void this.client?.saveDraft('idea answer', this.doing);
  }

  #forget(): void {
    this.doing = undefined;
    this.error = this.refused = undefined;
    void this.client?.dropDraft('idea answer');
  }

  #cancel(): void {
    const before = this.doing;
    this.#forget();
    if (before) this.focusOn(`${before.what}-${before.id}`);
  }

  async #join({ id }: IdeaView, as: Participation | 'none'): Promise<void> {
    const { refused } = await this.send('joinIdea', { id, as });
    this.say(refused ?? this.t('ideaJoined', as));
    // The button with which one left is gone.
    if (as === 'none') this.focusOn(`idea-${id}`);
  }

  async #send({ id, version }: IdeaView): Promise<void> {
    const { doing, t } = this;
    if (!doing) return;
    const { what, text } = doing;
    const isAdopting = what === 'adopt';
    const required = t(isAdopting ? 'ideaAdoptRequired' : 'ideaDeclineRequired');
    this.error = this.textError('answer', text, required, isAdopting ? TITLE_LIMIT : undefined)[0]?.text;
    if (this.error) {
      this.focusOn('answer');
      return;
    }
    const agendaItemId = newId();
    const { refused } = isAdopting
      ? await this.send('adoptIdea', { id, version, agendaItemId, title: text })
      : await this.send('declineIdea', { id, version, reason: text });
    this.refused = refused;
    if (refused) return;
    this.#forget();
    this.say(t(isAdopting ? 'ideaAdoptDid' : 'ideaDeclineDid'));
    this.focusOn(`idea-${id}`);
    // It is opened where one can see it.
    if (isAdopting && isOnPage('samen-agenda')) location.hash = hashFor('agenda', agendaItemId);
  }

  async #erase({ id, version, isMine }: IdeaView): Promise<void> {
    const { refused } = await this.send('eraseIdea', { id, version });
    this.#forget();
    this.say(refused ?? this.t(isMine ? 'ideaErased' : 'ideaErasedOther'));
    this.focusOn(refused ? `erase-${id}` : 'part-heading');
  }
}
