import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { blank, draftErrors, draftOf, fromItem, inputOf, removeId } from './edit-draft';
import type { Draft, Evidence } from './edit-draft';
import { evidenceStyles } from './edit-evidence';
import { editForm } from './edit-form';
import { withoutGone } from './edit-gone';
import { Finder } from './finder';
import { FORMS_MESSAGES } from './forms-messages';
import { ResultsPart } from './part';
import type { MessageSource } from '../../../elements/messages';
import { QueryController } from '../../../elements/query-controller';
import type { ResultsFormsMessages } from '../../../locales/results-forms.nl';
import { isId } from '../../../model/id';
import type { ResultView } from '../../../model/result-types';
import { MOST_LINKS } from '../../../model/session';
import type { Id } from '../../../model/types';
import { chipStyles } from '../../../ui/chip.styles';
import { driverStyles } from '../../../ui/driver.styles';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';
import { compareStyles, sideBySide } from '../../../ui/side-by-side';

/** A new result, or a changed one. What was typed is kept. A new one is a draft until the core team publishes it. */
export class ResultEdit extends ResultsPart<ResultsFormsMessages> {
  static override styles: CSSResultGroup = [
    ResultsPart.styles,
    chipStyles,
    driverStyles,
    compareStyles,
    evidenceStyles,
    css`
      .measure { padding-inline-start: 1em; border-inline-start: 3px solid var(--_hairline); }
      .two { display: grid; gap: var(--_sp-4); grid-template-columns: minmax(0, 1fr); align-items: end; max-inline-size: 40em; }
      @container samen (min-width: 38.75em) {
        .two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      }
    `,
  ];

  @state() private draft?: Draft;
  @state() private errors: readonly FormError[] = [];
  @state() private attempt = 0;
  @state() private refused?: string | undefined;
  /** What somebody else made of it meanwhile. */
  @state() private meanwhile?: ResultView | undefined;
  @state() private isFound = false;

  readonly #one = new QueryController(this, 'getResult', () => (this.#id ? { id: this.#id } : undefined));
  readonly #item = new QueryController(this, 'getAgendaItem', () => this.#originOf('item'));
  readonly #experience = new QueryController(this, 'getExperience', () => this.#originOf('experience'));
  readonly #finder = new Finder(this, { items: true });
  #isAsked = false;
  #isTyped = false;
  /** Thrown away or sent: nothing brings the draft back. */
  #isLeft = false;

  protected override get messages(): readonly MessageSource[] {
    return [FORMS_MESSAGES];
  }

  /** Of a result that is there already. */
  get #id(): Id | undefined {
    const [name, id] = this.about.split('/');
    return name === 'edit' && isId(id) ? id : undefined;
  }

  /** What a new one is made from, as the address says it. */
  #originOf(wanted: 'item' | 'experience'): { id: Id } | undefined {
    const [name, kind, id] = this.about.split('/');
    return name === 'new' && kind === wanted && isId(id) ? { id } : undefined;
  }

  get #draftName(): string {
    return `result ${this.about}`;
  }

  get #party() {
    const mine = this.me?.member?.partyId;
    return this.space?.parties.find(({ id }) => id === mine);
  }

  /** Of what is published, the core team does. */
  get #choosesReaders(): boolean {
    return this.#party?.kind === 'department' && (this.isCoreTeam || !this.#one.data?.publication);
  }

  /** After the queries, which may know the result at once. */
  protected override updated(): void {
    super.updated();
    const result = this.#one.data;
    // What is known from before may be old: as long as nothing is typed, the form follows.
    if (result && this.draft && !this.#isTyped && result.version > this.draft.version)
      this.draft = draftOf(result, this.language);
    if (this.draft || !this.client || (this.#id && !result)) return;
    // What it is made from comes first; where that cannot be read, the form is empty.
    if ([this.#item, this.#experience].some(({ isAsked, view }) => isAsked && view.status === 'loading')) return;
    this.draft = result ? draftOf(result, this.language) : { ...blank(), ...this.#brought };
    void this.#findDraft();
  }

  get #brought(): Partial<Draft> {
    const item = this.#item.data;
    const experience = this.#experience.data;
    if (item) return fromItem(item);
    if (!experience) return {};
    const { id, title, driverIds, author, audienceChoice } = experience;
    return {
      evidence: [{ kind: 'experience', id, title }],
      driverIds: [...driverIds],
      partyIds: author ? [author.partyId] : [],
      audience: audienceChoice === 'everyone' ? 'everyone' : 'internal',
    };
  }

  async #findDraft(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const kept = await this.client?.draft<Draft>(this.#draftName);
    if (!kept) return;
    this.#isTyped = true;
    this.draft = kept;
    this.isFound = true;
    await this.#lookAgain(kept);
  }

  /** Whether some of its evidence turned out to be gone. */
  async #lookAgain({ id, evidence }: Draft): Promise<boolean> {
    const left = await withoutGone(this.client, evidence);
    // What was chosen or taken away meanwhile is kept so.
    const isSame = !this.#isLeft && this.draft?.id === id && this.draft.evidence === evidence;
    if (left && isSame) this.#type({ evidence: left });
    return left !== undefined && isSame;
  }

  override render(): TemplateResult {
    const { t, draft } = this;
    const mayNot = this.#one.data && !this.#one.data.acts.includes('edit');
    const isGone = this.#one.view.error?.kind === 'notFound';
    return html`<div class="samen stack">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${t(this.#id ? 'toThisResult' : 'toResults')}</button></div>
      ${this.partHeading(t(this.#id ? 'editResultTitle' : 'newResultTitle'))}
      ${this.isFound ? html`<p class="muted" role="status">${t('draftFound')}</p>` : nothing}
      ${isGone || mayNot ? html`<p role="alert">${t(isGone ? 'resultGone' : 'resultNotYours')}</p>` : draft && this.mayWrite ? this.#renderForm(draft) : this.renderFailed()}
    </div>`;
  }

  #renderForm(draft: Draft): TemplateResult {
    const { t, common } = this;
    const send = (event: Event) => {
      event.preventDefault();
      void this.once('save', () => this.#send(draft));
    };
    return html`<form class="stack stack--loose" novalidate @submit=${send}>
      ${this.errors.length > 0 ? errorSummary({ heading: t('formWrong'), errors: this.errors, attempt: this.attempt }) : nothing}
      ${this.#renderRefused(draft)}
      ${editForm({
        t,
        common,
        draft,
        errors: this.errors,
        drivers: this.drivers,
        parties: this.space?.parties ?? [],
        finder: this.#finder,
        choosesReaders: this.#choosesReaders,
        onType: (change) => this.#type(change),
        onAdd: (one) => this.#add(one),
        onRemove: (one) => this.#remove(one),
      })}
      <p id="who-reads">${this.#whoReads(draft)}</p>
      <div class="row">
        <button type="submit" class="btn btn--main" aria-describedby="who-reads">${t('save')}</button>
        <button type="button" class="btn" @click=${() => void this.#throwAway()}>${common('cancel')}</button>
      </div>
    </form>`;
  }

  /** Before the button, in plain words. */
  #whoReads({ audience }: Draft): string {
    const { t } = this;
    const result = this.#one.data;
    if (result?.publication)
      return t(audience === 'internal' ? 'publishedReadersInternal' : 'publishedReadersEveryone');
    if (result && !this.isCoreTeam) return t('stillDraft');
    return this.isCoreTeam ? t('draftReadersMine') : t('draftReaders', this.#party?.name ?? '');
  }

  #renderRefused(draft: Draft): TemplateResult | typeof nothing {
    const { t, refused, meanwhile } = this;
    if (!refused) return nothing;
    if (!meanwhile) return notice({ tone: 'bad', title: refused, role: 'alert' });
    const said = ({ title, whatIsDifferent, stillNeeded }: Pick<Draft, 'title' | 'whatIsDifferent' | 'stillNeeded'>) =>
      [title, whatIsDifferent, stillNeeded].filter(Boolean).join(' · ');
    return notice({
      tone: 'warn',
      title: t('changedMeanwhile'),
      role: 'alert',
      text: t('doAnyway'),
      more: sideBySide({
        nowLabel: t('nowIs'),
        wantedLabel: t('youWanted'),
        now: said(meanwhile),
        wanted: said(draft),
      }),
    });
  }

  #type(change: Partial<Draft>): void {
    if (!this.draft) return;
    this.#isTyped = true;
    this.draft = { ...this.draft, ...change };
    void this.client?.saveDraft(this.#draftName, this.draft);
  }

  #add(one: Evidence): void {
    const evidence = this.draft?.evidence ?? [];
    const isFull = evidence.filter(({ kind }) => kind === one.kind).length >= MOST_LINKS;
    if (!isFull) this.#type({ evidence: [...evidence, one] });
    this.say(isFull ? this.t('evidenceMost') : this.t('evidenceAdded', one.title));
    // What was pressed is gone: on with finding another.
    this.focusOn('find');
  }

  #remove(one: Evidence): void {
    const evidence = this.draft?.evidence ?? [];
    const at = evidence.indexOf(one);
    const left = evidence.filter((each) => each !== one);
    this.#type({ evidence: left });
    this.errors = this.errors.filter(({ fieldId }) => fieldId !== removeId(one.id));
    this.say(this.t('evidenceRemoved', one.isGone ? this.t('evidenceGone') : one.title));
    const neighbour = left[Math.min(at, left.length - 1)];
    this.focusOn(...(neighbour ? [removeId(neighbour.id)] : []), 'find');
  }

  async #throwAway(): Promise<void> {
    this.#isLeft = true;
    await this.client?.dropDraft(this.#draftName);
    this.leave();
  }

  /** Whether there is something to put right first; it is shown, and what was refused before no longer is. */
  #isWrong(draft: Draft): boolean {
    this.attempt += 1;
    this.refused = this.meanwhile = undefined;
    this.errors = draftErrors(draft, {
      t: this.t,
      language: this.language,
      text: this.textError,
      values: this.#one.data?.measurements.length ?? 0,
    });
    return this.errors.length > 0;
  }

  async #send(draft: Draft): Promise<void> {
    if (this.#isWrong(draft)) return;
    const { refused, error } = await this.send('saveResult', inputOf(draft, this.language));
    if (error?.kind === 'notFound' && (await this.#lookAgain(draft))) {
      this.#isWrong(this.draft ?? draft);
      return;
    }
    this.meanwhile = error?.kind === 'stale' ? (error.current as ResultView | undefined) : undefined;
    this.refused = refused;
    // Sent once more, it goes over what is shown beside it.
    if (this.meanwhile) this.#type({ version: this.meanwhile.version });
    if (refused) return;
    this.#isLeft = true;
    await this.client?.dropDraft(this.#draftName);
    const said = this.#id ? 'resultSaved' : this.isCoreTeam ? 'resultDraftedMine' : 'resultDrafted';
    this.leave(this.t(said), draft.id);
  }
}
