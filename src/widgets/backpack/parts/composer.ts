import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { choices, sendAs, sendLabel } from './composer-choices';
import {
  CHOICES,
  DRAFTS,
  NOTICE_SEEN,
  TEXT_KEYS,
  audiencesFor,
  blankDraft,
  byAge,
  draftName,
  draftOf,
  inputOf,
  isBlank,
  namesFor,
  pictureDraftName,
  settle,
} from './composer-draft';
import type { Choices, ExperienceDraft, TextKey } from './composer-draft';
import { fields, noticeToRead } from './composer-fields';
import type { Unfolded } from './composer-fields';
import { PictureChoice } from './composer-picture';
import { sendExperience } from './composer-send';
import { composerStyles } from './composer.styles';
import { WritingWarnings } from './composer-warnings';
import { DraftKeeper } from './draft-keeper';
import { BackpackPart } from './part';
import { PARTS_MESSAGES } from './parts-messages';
import { People } from './people';
import type { MessageSource } from '../../../elements/messages';
import { QueryController } from '../../../elements/query-controller';
import type { BackpackPartsMessages } from '../../../locales/backpack-parts.nl';
import { audienceChoices } from '../../../model/audience';
import type { SamenError } from '../../../model/errors';
import type { ExperienceView } from '../../../model/experience-types';
import { TEXT_LIMIT, TITLE_LIMIT } from '../../../model/text';
import type { Member, Notice, Party } from '../../../model/types';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

interface MeHere {
  member: Member;
  party: Pick<Party, 'id' | 'kind' | 'name' | 'shortName'>;
}

/**
 * An experience while it is written: three prompts together, kept at each letter, and before the button who
 * reads it and under which name. The same for one that is there already, and only more open than it was.
 */
export class BackpackComposer extends BackpackPart<BackpackPartsMessages> {
  static override styles: CSSResultGroup = [BackpackPart.styles, composerStyles];

  @state() private draft?: ExperienceDraft;
  @state() private errors: FormError[] = [];
  @state() private refused?: string | undefined;
  @state() private attempt = 0;
  @state() private isSending = false;
  @state() private unfolded: ReadonlySet<Unfolded> = new Set();
  /** The words of the notice that was read; `undefined` while that is not known. */
  @state() private noticeSeen?: string;
  @state() private isKept = false;
  /** It was begun earlier, and is gone on with. */
  @state() private isResumed = false;

  readonly #space = new QueryController(this, 'getSpace', () => ({}));
  readonly #people = new People(this);
  readonly #keeper = new DraftKeeper(
    () => this.client,
    () => (this.isKept = true),
  );
  readonly #picture = new PictureChoice(this, this.#keeper, this.t);
  readonly #warnings = new WritingWarnings(this, {
    t: this.t,
    textOf: (key) => this.draft?.[key] ?? '',
    accepted: () => this.draft?.accepted ?? [],
    context: () => this.#warningContext,
    change: (key, text) => this.#change({ [key]: text }),
    accept: (mark) => this.#change({ accepted: [...(this.draft?.accepted ?? []), mark] }),
  });
  #begun = false;

  protected override get messages(): readonly MessageSource[] {
    return [PARTS_MESSAGES];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.#begun || !this.client || !this.labels) return;
    this.#begun = true;
    void this.#begin();
  }

  override render(): TemplateResult | typeof nothing {
    const { draft, labels } = this;
    const me = this.#me;
    if (!draft || !me || !labels) return this.renderFailed();
    const { t } = this;
    const chosen = this.#chosen(draft, me);
    return html`<form class="samen" novalidate @submit=${this.#submit}>
      <header class="head-row">
        ${this.partHeading(this.#previous ? t('editHeading') : t('composeHeading'))}
        <span class="kept">${this.isKept ? html`${icon('check')}${this.#keptAt(draft)}` : nothing}</span>
      </header>
      ${this.#renderResumed(draft)}
      ${this.errors.length > 0 ? errorSummary({ heading: t('composeErrors'), errors: this.errors, attempt: this.attempt }) : nothing}
      ${this.refused ? notice({ tone: 'bad', title: this.refused, text: this.common('typedIsKept'), role: 'alert' }) : nothing}
      ${noticeToRead({ t, notice: this.#space.data?.notice, isSeen: this.#isNoticeSeen, onSeen: () => this.#seeNotice() })}
      <div class="two">
        ${fields({
          t,
          common: this.common,
          draft,
          drivers: labels.drivers,
          errors: this.errors,
          unfolded: this.unfolded,
          warnings: this.#warnings,
          picture: this.#picture,
          onChange: (change) => this.#change(change),
          onLeave: (key) => this.#leaveField(key),
          onUnfold: (what) => void this.#unfold(what),
          onRemovePicture: () => this.#removePicture(),
        })}
        <div class="stack side">
          ${choices({
            t,
            member: me.member,
            party: me.party,
            chosen,
            audiences: this.#audiences(me),
            names: this.#names(chosen, me),
            namesHint: this.#namesHint(chosen, me),
            space: this.#space.data,
            count: (choice) => this.#people.count(choice, me.party.id, labels.parties),
            onAudience: (audience) => this.#change({ audience }),
            onName: (authorShownAs) => this.#change({ authorShownAs }),
          })}
        </div>
      </div>
      <div class="foot">
        <button type="submit" class="btn btn--main" aria-describedby="send-as">${icon('send')}${sendLabel(t, chosen.audience, me.party)}</button>
        <button type="button" class="btn" @click=${() => this.leave(isBlank(draft) ? undefined : t('draftKept'))}>${t('later')}</button>
        <span class="small muted" id="send-as">${this.isSending ? this.common('sending') : sendAs(t, chosen, me.member)}</span>
      </div>
    </form>`;
  }

  get #me(): MeHere | undefined {
    const member = this.client?.me()?.member ?? this.labels?.me.member;
    const party = this.labels?.parties.find(({ id }) => id === member?.partyId);
    return member && party && { member, party };
  }

  /** What is being changed, as it is now. */
  get #previous(): ExperienceView | undefined {
    return this.draft && this.draft.version > 0 ? this.experience : undefined;
  }

  get #warningContext() {
    const me = this.#me;
    const isNamed = this.draft?.authorShownAs === 'named';
    return {
      ...(me && !isNamed ? { jobTitle: me.member.jobTitle } : {}),
      ...(this.#space.data ? { jobTitlePeers: this.#space.data.jobTitlePeers } : {}),
      jobTitles: this.#people.hints(this.labels?.parties ?? []),
    };
  }

  #audiences({ member, party }: MeHere) {
    return audiencesFor(audienceChoices(member, party), this.#previous);
  }

  #mayBeAnonymous(audience: Choices['audience'], { party }: MeHere): boolean {
    return this.#people.couldHide(audience, party.id, this.labels?.parties ?? []);
  }

  #names({ audience }: Choices, me: MeHere) {
    return namesFor(audience, this.#previous, this.#mayBeAnonymous(audience, me));
  }

  #namesHint({ audience }: Choices, me: MeHere): string {
    const previous = this.#previous;
    if (previous?.audienceChoice === 'me') return this.t('namesWerePrivate');
    if (previous && previous.authorShownAs !== 'anonymous') return this.t('namesMoreOpen');
    return previous || this.#mayBeAnonymous(audience, me) ? '' : this.t('namesTooFew');
  }

  /** As chosen, where that can be. */
  #chosen(draft: ExperienceDraft, me: MeHere): Choices {
    const audiences = this.#audiences(me);
    const { audience } = settle(draft, audiences, []);
    return settle(draft, audiences, this.#names({ ...draft, audience }, me));
  }

  /** What was begun and not sent is gone on with; else a blank one, chosen for as the last. */
  async #begin(): Promise<void> {
    const { client, about, experience } = this;
    if (!client) return;
    const [remembered, seen, mine, all] = await Promise.all([
      client.draft<Choices>(CHOICES),
      client.draft<string>(NOTICE_SEEN),
      about ? client.draft<ExperienceDraft>(draftName(about)) : undefined,
      about ? [] : client.drafts<ExperienceDraft>(DRAFTS),
    ]);
    const [newest] = byAge(all).filter(({ version }) => version === 0);
    const begun = mine ?? newest;
    this.noticeSeen = seen ?? '';
    this.isResumed = begun !== undefined;
    this.isKept = begun !== undefined;
    await this.#open(begun ?? (experience ? draftOf(experience) : blankDraft(this.language, remembered)));
  }

  async #open(draft: ExperienceDraft): Promise<void> {
    this.draft = draft;
    const { askOthers, driverIds, pictureId, language } = draft;
    const unfolded: Unfolded[] = [];
    if (askOthers) unfolded.push('ask');
    if (driverIds.length > 0) unfolded.push('drivers');
    if (pictureId) unfolded.push('picture');
    if (language !== this.language) unfolded.push('language');
    this.unfolded = new Set(unfolded);
    // What was found when it was written is found again.
    for (const key of TEXT_KEYS) if (draft[key]) this.#warnings.look(key);
    await this.#picture.open(draft.id, pictureId);
    if (this.#picture.isShown) this.unfolded = new Set([...this.unfolded, 'picture']);
  }

  #change(change: Partial<ExperienceDraft>): void {
    if (!this.draft) return;
    const draft = { ...this.draft, ...change, savedAt: new Date().toISOString() };
    this.draft = draft;
    this.refused = undefined;
    for (const key of TEXT_KEYS) {
      if (!(key in change)) continue;
      this.errors = this.errors.filter(({ fieldId }) => fieldId !== key);
      this.#warnings.typed(key);
    }
    this.#keeper.keep(draftName(draft.id), isBlank(draft) ? undefined : draft);
  }

  #leaveField(key: TextKey): void {
    if (!this.draft) return;
    this.#warnings.look(key);
    // That something is still missing is said when it is sent.
    const found = this.#textErrors(this.draft, key).filter(() => this.draft?.[key].trim());
    this.errors = [...this.errors.filter(({ fieldId }) => fieldId !== key), ...found];
  }

  async #unfold(what: Unfolded): Promise<void> {
    this.unfolded = new Set([...this.unfolded, what]);
    await this.updateComplete;
    const first = { ask: '#askOthers', drivers: '#drivers .chip', picture: '#picture', language: '#language input' }[
      what
    ];
    this.renderRoot.querySelector<HTMLElement>(first)?.focus();
  }

  #removePicture(): void {
    this.#picture.remove();
    this.#change({ pictureId: undefined });
    this.renderRoot.querySelector<HTMLElement>('#picture')?.focus();
  }

  #keptAt({ savedAt }: ExperienceDraft): string {
    const at = savedAt ? new Date(savedAt) : new Date();
    return this.t('keptAt', String(at.getHours()), String(at.getMinutes()).padStart(2, '0'));
  }

  get #isNoticeSeen(): boolean {
    return this.noticeSeen === undefined || this.noticeSeen === wordsOf(this.#space.data?.notice);
  }

  #seeNotice(): void {
    this.noticeSeen = wordsOf(this.#space.data?.notice);
    this.#keeper.keep(NOTICE_SEEN, this.noticeSeen);
    this.renderRoot.querySelector<HTMLElement>('#part-heading')?.focus();
  }

  #renderResumed(draft: ExperienceDraft): TemplateResult | typeof nothing {
    if (!this.isResumed) return nothing;
    const again = async () => {
      this.isResumed = this.isKept = false;
      const remembered = await this.client?.draft<Choices>(CHOICES);
      if (draft.version > 0) {
        this.#keeper.keep(draftName(draft.id), undefined);
        this.#keeper.keep(pictureDraftName(draft.id), undefined);
        await this.#keeper.settled();
      }
      await this.#open(
        draft.version > 0 && this.experience ? draftOf(this.experience) : blankDraft(this.language, remembered),
      );
      this.renderRoot.querySelector<HTMLElement>('#part-heading')?.focus();
    };
    return notice({
      tone: 'info',
      icon: 'pencil',
      title: this.t('resumed'),
      action: html`<button type="button" class="btn" @click=${() => void again()}>${draft.version > 0 ? this.t('startOver') : this.t('startNew')}</button>`,
    });
  }

  #textErrors(draft: ExperienceDraft, key: TextKey): FormError[] {
    const required = key === 'whatHappened' ? this.t('whatHappenedError') : undefined;
    return this.textError(key, draft[key], required, key === 'title' ? TITLE_LIMIT : TEXT_LIMIT);
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft, client } = this;
    const me = this.#me;
    if (!draft || !me || !client || this.isSending) return;
    this.errors = TEXT_KEYS.flatMap((key) => this.#textErrors(draft, key));
    this.attempt += 1;
    this.refused = undefined;
    if (this.errors.length > 0) return;
    const chosen = this.#chosen(draft, me);
    this.isSending = true;
    const { error, isPicture, isConfirmed } = await sendExperience(
      client,
      (pictureId) => inputOf({ ...draft, ...chosen }, pictureId ?? draft.pictureId),
      this.#picture.data,
    );
    this.isSending = false;
    if (error) this.#refuse(error, isPicture);
    else await this.#shared(draft, chosen, isConfirmed);
  };

  #refuse(error: SamenError, isPicture: boolean): void {
    if (isPicture) {
      this.#picture.fail();
      this.errors = [{ fieldId: 'picture', text: this.t('pictureError') }];
      this.attempt += 1;
      return;
    }
    this.errors = error.fields.flatMap(({ pointer }) => {
      const key = TEXT_KEYS.find((each) => pointer === `/${each}`);
      return key ? [{ fieldId: key, text: this.t('fieldRefused') }] : [];
    });
    this.refused = this.errors.length > 0 ? undefined : this.sentenceOf(error);
  }

  async #shared(draft: ExperienceDraft, chosen: Choices, isConfirmed: boolean): Promise<void> {
    const { id, version } = draft;
    // One's own alone says nothing of how one wants to share the next.
    if (chosen.audience !== 'me') this.#keeper.keep(CHOICES, chosen);
    if (this.#space.data?.notice) this.#keeper.keep(NOTICE_SEEN, wordsOf(this.#space.data.notice));
    this.#keeper.keep(draftName(id), undefined);
    this.#keeper.keep(pictureDraftName(id), undefined);
    await this.#keeper.settled();
    if (version === 0) {
      this.dispatchEvent(new CustomEvent('samen-experience-shared', { detail: { id }, bubbles: true, composed: true }));
    }
    this.leave(this.#saidOf(chosen, isConfirmed), this.#isInFeed(chosen) ? id : '');
  }

  /** Not before the core team has read it; what waits for the morning is there for its author. */
  #isInFeed({ authorShownAs }: Choices): boolean {
    const { approvesAnonymous, anonymousPosts } = this.#space.data?.settings ?? {};
    return !(authorShownAs === 'anonymous' && approvesAnonymous && anonymousPosts === 'atOnce');
  }

  #saidOf({ audience, authorShownAs }: Choices, isConfirmed: boolean): string {
    if (!isConfirmed) return this.t('sharedLater');
    if (audience === 'me') return this.t('sharedMe');
    if (authorShownAs !== 'anonymous') return this.t('shared');
    const { approvesAnonymous, anonymousPosts } = this.#space.data?.settings ?? {};
    if (approvesAnonymous) return this.t('sharedApproval');
    return anonymousPosts === 'atOnce' ? this.t('shared') : this.t('sharedDaily');
  }
}

/** A notice that was changed is to be read again. */
const wordsOf = (all: Notice | undefined): string =>
  all ? [all.purpose, all.basis, all.retention, all.contact].join('\n') : '';
