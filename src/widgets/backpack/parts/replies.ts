import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { BackpackLatePart } from './late';
import { isShut, whenWritten, whoWrote } from '../card';
import { Erasing } from '../erasing';
import { written } from '../text';
import { ChainKeeper } from '../../../elements/chain';
import { hashFor } from '../../../elements/hash-address';
import { QueryController } from '../../../elements/query-controller';
import type { Byline, ReplyView } from '../../../model/experience-types';
import { newId } from '../../../model/new-id';
import { toDay } from '../../../model/today';
import type { Day, Id } from '../../../model/types';
import { segmented, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';

const FIRST = 20;
const MOST = 100;

interface Draft {
  text: string;
  isAdvice: boolean;
}
const NOTHING: Draft = { text: '', isAdvice: false };

/** What was said under an experience, and saying something: a question first. */
export class BackpackReplies extends BackpackLatePart {
  static override styles: CSSResultGroup = [
    BackpackLatePart.styles,
    css`
      .replies { display: grid; gap: 0.75em; padding-block-start: 0.75em; grid-template-columns: minmax(0, 1fr); }
      .reply { display: grid; gap: 0.15em; padding: 0.55em 0 0.55em 0.9em; border-inline-start: 3px solid var(--_hairline); grid-template-columns: minmax(0, 1fr); }
      .reply.is-waiting { border-inline-start-style: dashed; border-color: var(--_border); }
      .reply .said { padding: 0; border: 0; white-space: pre-line; overflow-wrap: anywhere; }
      .reply .btn { justify-self: start; font-size: var(--_size-s); }
      .seg { display: flex; flex-wrap: wrap; inline-size: fit-content; }
      @media print {
        form { display: none; }
      }
    `,
  ];

  @state() private draft: Draft = NOTHING;
  @state() private error?: string | undefined;
  @state() private limit = FIRST;
  /** One's own that were placed here: at the end, also where what stands between is not shown. */
  @state() private placed: readonly ReplyView[] = [];

  readonly #replies = new QueryController(this, 'listReplies', () =>
    this.#id ? { id: this.#id, limit: this.limit } : undefined,
  );
  readonly #erasing = new Erasing<ReplyView>(this, async ({ id, version }) => {
    const { refused } = await this.send('eraseReply', { experienceId: this.#id, id, version });
    this.error = refused;
    if (!refused) this.placed = this.placed.filter((one) => one.id !== id);
  });
  readonly #chain = new ChainKeeper(this);
  #draftOf?: Id;

  get #id(): Id {
    return this.experience?.id ?? '';
  }

  get #draftName(): string {
    return `reply ${this.#id}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('experience') && !changed.has('client')) return;
    if (!this.client || !this.#id || this.#draftOf === this.#id) return;
    this.#draftOf = this.#id;
    // What was typed before, unless something is typed already.
    void this.client.draft<Draft>(this.#draftName).then((draft) => {
      if (draft && !this.draft.text) this.draft = draft;
    });
  }

  override render(): TemplateResult | typeof nothing {
    const { t, experience } = this;
    if (!experience) return nothing;
    const { data, error } = this.#replies.view;
    const replies = this.#shown.filter(({ id }) => !this.#erasing.has(id));
    return html`<section class="samen replies" aria-label=${t('repliesTo', experience.title)}>
      ${this.heading(0, t('repliesHeading'), { class: 'h-small', id: 'part-heading', focusable: true })} ${this.renderFailed()}
      ${data || error ? nothing : html`<p class="small muted">${this.common('loading')}</p>`}
      ${data && replies.length === 0 ? html`<p class="small muted">${t('noReplies')}</p>` : nothing}
      ${replies.map((reply) => this.#renderReply(reply))}
      ${
        data?.nextCursor !== undefined && this.limit < MOST
          ? html`<div><button type="button" class="btn btn--quiet pull" @click=${() => (this.limit = MOST)}>${t('moreReplies')}</button></div>`
          : nothing
      }
      ${this.mayWrite && experience.status === 'published' && !isShut(experience) ? this.#renderForm() : nothing}
      ${this.#isAlone && !isShut(experience) ? this.#chain.show('experience', experience.id, { client: this.client, headingLevel: this.headingLevel }) : nothing}
    </section>`;
  }

  get #shown(): readonly ReplyView[] {
    const { data } = this.#replies;
    if (data && data.nextCursor === undefined) return data.items;
    // Not all of them are known, or none: what was placed here is in the last place.
    const items = data?.items ?? [];
    return [...items, ...this.placed.filter(({ id }) => !items.some((one) => one.id === id))];
  }

  /** On the page of this experience itself there is room for how it went on. */
  get #isAlone(): boolean {
    return location.hash === hashFor('backpack', this.#id);
  }

  readonly #when = (day: Day): string =>
    whenWritten({ today: toDay(new Date()), t: this.t, date: (one) => this.date(one) }, day);

  #renderReply(reply: ReplyView): TemplateResult {
    const { t, labels } = this;
    const { id, isMine, isWaiting, isQuestion, text } = reply;
    const isSending = (this.client?.pending() ?? []).some(
      ({ input, status, operation }) =>
        operation === 'saveReply' && status !== 'refused' && (input as { id?: Id }).id === id,
    );
    const author = reply.author ?? this.#ownByline(reply);
    const note = isSending ? this.common('sending') : isWaiting ? t('replyWaits') : undefined;
    return html`<div class=${note ? 'reply is-waiting' : 'reply'} data-reply=${id}>
      <p class="byline">
        ${
          author && labels
            ? whoWrote({ labels, t }, author, isMine)
            : html`<span><b>${t('theAuthor')}</b>${isMine ? ` ${t('you')}` : ''}</span>`
        }
        ${reply.isByAuthor && author ? html`<span>${t('authorOf')}</span>` : nothing}
        <time datetime=${reply.writtenOn || nothing}>${this.#when(reply.writtenOn)}</time>
        ${note ? html`<span>${icon('clock')}${note}</span>` : nothing}
      </p>
      <p class="said" dir="auto">${isQuestion ? icon('ask') : nothing} ${written(text)}</p>
      ${
        isMine && this.mayWrite && !isSending
          ? html`<button type="button" class="btn btn--quiet pull no-print" aria-label=${t('eraseReplyOf', text.slice(0, 60))} @click=${() => this.#erase(reply)}>${icon('trash')}${t('eraseReply')}</button>`
          : nothing
      }
    </div>`;
  }

  /** Of one's own that is on its way, which is shown before the backend says under which name. */
  #ownByline({ isMine, isByAuthor }: ReplyView): Byline | undefined {
    const { experience, labels } = this;
    const isUnnamed = isByAuthor || (experience?.isMine && experience.authorShownAs !== 'named');
    return isMine && !isUnnamed ? labels?.me.member : undefined;
  }

  #erase(reply: ReplyView): void {
    const ids = this.#shown.map(({ id }) => id);
    const at = ids.indexOf(reply.id);
    const neighbour = [ids[at + 1], ids[at - 1]].find((id) => id && !this.#erasing.has(id));
    this.#erasing.add(reply);
    this.say(this.t('replyWillBeErased'), () => this.#erasing.keep(reply.id));
    void this.updateComplete.then(() => {
      const next = neighbour && this.renderRoot.querySelector<HTMLElement>(`[data-reply="${neighbour}"] .btn`);
      (next || this.renderRoot.querySelector<HTMLElement>('#part-heading'))?.focus();
    });
  }

  /** A question first; advice once it is welcome; under one's own, an answer. */
  get #mode(): 'question' | 'advice' | 'answer' {
    if (this.experience?.isMine) return 'answer';
    return this.experience?.advice === 'open' && this.draft.isAdvice ? 'advice' : 'question';
  }

  #renderForm(): TemplateResult {
    const { t, experience, draft } = this;
    const mode = this.#mode;
    const isOpen = experience?.advice === 'open' && mode !== 'answer';
    const label = {
      question: isOpen ? t('yourQuestion') : t('firstAsk'),
      advice: t('yourAdvice'),
      answer: t('yourAnswer'),
    };
    const button = { question: t('placeQuestion'), advice: t('placeAdvice'), answer: t('placeAnswer') };
    const isUnnamed = mode === 'answer' && experience?.authorShownAs !== 'named';
    return html`<form class="stack" novalidate @submit=${this.#place}>
      ${
        isOpen
          ? segmented({
              id: `what-${this.#id}`,
              label: t('whatToSay'),
              value: mode,
              choices: [
                { value: 'question', label: t('aQuestion') },
                { value: 'advice', label: t('anAdvice') },
              ],
              onChange: (value) => this.#type({ isAdvice: value === 'advice' }),
            })
          : nothing
      }
      ${textField({
        id: 'reply-text',
        label: label[mode],
        ...(mode === 'question' ? { description: t('firstAskHint') } : isUnnamed ? { description: t('asAuthor') } : {}),
        ...(this.error ? { error: this.error } : {}),
        value: draft.text,
        multiline: true,
        rows: 2,
        maxLength: 5000,
        countLeft: (left) => this.common('charactersLeft', left),
        onInput: (text) => this.#type({ text }),
      })}
      <div class="row">
        <button type="submit" class="btn">${button[mode]}</button>
        ${mode === 'question' && !isOpen ? html`<span class="small muted">${icon('lock')} ${t('noAdviceYet')}</span>` : nothing}
      </div>
    </form>`;
  }

  #type(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    void this.client?.saveDraft(this.#draftName, this.draft);
  }

  readonly #place = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { t } = this;
    const mode = this.#mode;
    const missing = { question: t('questionRequired'), advice: t('adviceRequired'), answer: t('answerRequired') }[mode];
    const { text } = this.draft;
    this.error = this.textError('reply-text', text, missing)[0]?.text;
    if (this.error) {
      this.renderRoot.querySelector<HTMLElement>('#reply-text')?.focus();
      return;
    }
    const draftName = this.#draftName;
    // The field is empty at once: what was typed stands above it, and comes back when it is refused.
    this.draft = { ...this.draft, text: '' };
    const said = { experienceId: this.#id, id: newId(), version: 0, text, isQuestion: mode === 'question' };
    this.placed = [...this.placed, { ...said, isByAuthor: false, writtenOn: '', isMine: true }];
    const { refused, answer } = await this.send('saveReply', said);
    this.error = refused;
    this.placed = this.placed.flatMap((one) => (one.id !== said.id ? one : refused ? [] : (answer ?? one)));
    if (refused) {
      if (!this.draft.text) this.draft = { ...this.draft, text };
      return;
    }
    if (this.draft.text) return;
    await this.client?.dropDraft(draftName);
    this.say(t('didPlace'));
  };
}
