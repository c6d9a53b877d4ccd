import { LitElement, css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { headingTag } from './heading';
import type { HeadingOptions } from './heading';
import { SamenLocalize } from './localize';
import { addDutch, errorSentence, loadEnglish } from './messages';
import type { CommonTerm, MessageSource } from './messages';
import type { TermOf } from './message-sources';
import type { PartProps, PartSaid } from './part-keeper';
import type { QueryState } from './query-controller';
import { REASONS } from './reason-messages';
import type { SpaceClient } from '../client/types';
import type { Input, Output, WriteName } from '../contract/operations';
import type { CommonMessages } from '../locales/common.nl';
import { SamenError } from '../model/errors';
import { TEXT_LIMIT, findTextProblems } from '../model/text';
import type { Id } from '../model/types';
import { baseStyles } from '../ui/base.styles';
import { buttonStyles } from '../ui/button.styles';
import { cardStyles } from '../ui/card.styles';
import type { FormError } from '../ui/errors';
import { fieldStyles } from '../ui/field.styles';
import { liftStyles } from '../ui/lift.styles';
import { notice } from '../ui/notice';
import { noticeStyles } from '../ui/notice.styles';

/** What became of a write: nothing when it was kept, else why not, as a sentence. */
export interface Sent<T = unknown> {
  refused?: string;
  error?: SamenError;
  /** What the backend answered, when it did within a person's patience. */
  answer?: T;
  /** What has no answer yet, as the client knows it. */
  waiting?: string;
}

/** A part of a widget that is fetched late: the client and the place are its widget's (`PartKeeper`). */
export abstract class LatePart<M extends object> extends LitElement implements PartProps {
  static override styles: CSSResultGroup = [
    baseStyles,
    buttonStyles,
    liftStyles,
    cardStyles,
    fieldStyles,
    noticeStyles,
    css`
      :host { display: block; container: samen / inline-size; }
      .field .input { max-inline-size: 40em; }
      form { max-inline-size: 44em; }
      .head-row { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5em 1em; align-items: end; }
      .sign { display: inline-flex; gap: 0.5em; align-items: center; min-block-size: var(--_target); padding-inline-end: 0.75em; }
      .sign input { accent-color: var(--_action); }
      /* So far below that the outline of the heading covers none of it. */
      #part-heading + p { margin-block-start: 0.3em; }
      fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
    `,
  ];

  @property({ attribute: false }) client: SpaceClient | undefined;
  @property({ attribute: false }) headingLevel = 3;
  @property({ attribute: false }) mayWrite = false;
  @property({ attribute: false }) takesFocus = false;
  @property({ attribute: false }) about = '';

  readonly queries = new Set<QueryState>();
  protected readonly localize = new SamenLocalize<M & CommonMessages>(this);

  /** What this part and its widget say, fetched with it. */
  protected abstract get messages(): readonly MessageSource[];

  protected readonly t: TermOf<M> = (key, ...args) =>
    (this.localize as unknown as SamenLocalize<M>).term(key, ...(args as never));
  protected readonly common: CommonTerm = (key, ...args) =>
    (this.localize as unknown as SamenLocalize<CommonMessages>).term(key, ...(args as never));
  protected readonly date = (day: string): string =>
    day ? this.localize.date(new Date(`${day}T12:00:00`), { day: 'numeric', month: 'long' }) : '';
  protected readonly percent = (share: number): string => `${String(Math.round(share * 100))}%`;

  protected get language(): 'nl' | 'en' {
    return this.localize.lang();
  }

  override connectedCallback(): void {
    addDutch([REASONS, ...this.messages]);
    super.connectedCallback();
  }

  /** The first drawing waits for the language, so that no text is seen to change. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const loading = this.language === 'en' ? loadEnglish(this.messages) : undefined;
    if (!loading) return super.scheduleUpdate();
    return loading.then(() => super.scheduleUpdate());
  }

  protected readonly heading = (depth: number, content: unknown, options?: HeadingOptions): TemplateResult =>
    headingTag(this.headingLevel + depth, content, options);

  /** The heading of this part; the focus goes there when somebody walked to it. */
  protected partHeading(content: unknown, name = 'h-part'): TemplateResult {
    return this.heading(0, content, { class: name, id: 'part-heading', focusable: true });
  }

  /** Once what changed is drawn, the focus goes to the first of these that is there. */
  protected readonly focusOn = (...ids: string[]): void => {
    void this.updateComplete.then(() =>
      ids.some((id) => {
        const element = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
        element?.focus();
        return element;
      }),
    );
  };

  /** Says something in the widget's live region; with `undo` it can be taken back for ten seconds. */
  protected say(said: string, undo?: () => void): void {
    this.#tell({ said, undo, isDone: false });
  }

  /** Done, or left: the widget itself comes back, and says this; the focus goes to what was made, if anything was. */
  protected leave(said?: string, made?: Id): void {
    this.#tell({ said, isDone: true, made });
  }

  #tell(detail: PartSaid): void {
    this.dispatchEvent(new CustomEvent('samen-part-said', { detail }));
  }

  /** Keeps a write and waits for the answer; what was refused comes back as a sentence, for beside the form. */
  protected async send<N extends WriteName>(operation: N, input: Input<N>): Promise<Sent<Output<N>>> {
    if (!this.client) return { refused: this.common('errorNetwork') };
    try {
      const { id, confirmed } = await this.client.write(operation, input);
      try {
        // Without a network the answer comes later: what was typed is kept and shown as waiting.
        const answer = await Promise.race([confirmed, patience()]);
        return answer === undefined ? { waiting: id } : { answer };
      } catch (error) {
        // Said here, beside what was typed: it need not stand in the list of refused writes as well.
        await this.client.discard(id);
        throw error;
      }
    } catch (cause) {
      const error =
        (cause as Error).name === 'SamenError'
          ? (cause as SamenError)
          : new SamenError('network', 'Could not be sent', { cause });
      return { refused: this.sentenceOf(error), error };
    }
  }

  readonly #doing = new Set<string>();

  /** While this is being sent, pressing once more does nothing; something else can be done meanwhile. */
  protected async once(what: string, work: () => Promise<void>): Promise<void> {
    if (this.#doing.has(what)) return;
    this.#doing.add(what);
    try {
      await work();
    } finally {
      this.#doing.delete(what);
    }
  }

  /** What people read for an error. */
  protected readonly sentenceOf = (error: SamenError): string => errorSentence(error, this.common);

  /** What is wrong with one text, as the form says it; a name is a title, and holds less. */
  protected readonly textError = (
    fieldId: string,
    text: string,
    requiredText?: string,
    limit = TEXT_LIMIT,
  ): FormError[] => {
    const problems = findTextProblems(text, { required: requiredText !== undefined, limit });
    if (problems.includes('required')) return [{ fieldId, text: requiredText ?? '' }];
    if (problems.includes('tooLong')) return [{ fieldId, text: this.common('tooLong', this.localize.number(limit)) }];
    if (problems.includes('controlCharacters')) return [{ fieldId, text: this.common('refusedCharacters') }];
    return [];
  };

  /** What could not be read, and the way to ask again. */
  protected renderFailed(): TemplateResult | typeof nothing {
    const failed = [...this.queries].filter(({ view }) => view.error && view.data === undefined);
    const error = failed[0]?.view.error;
    if (!error) return nothing;
    return notice({
      tone: 'bad',
      title: errorSentence(error, this.common),
      action: html`<button type="button" class="btn" @click=${() => failed.forEach((query) => void query.refresh())}>${this.common('retry')}</button>`,
    });
  }

  #hasFocused = false;

  protected override updated(): void {
    if (this.#hasFocused || !this.takesFocus) return;
    const heading = this.renderRoot.querySelector<HTMLElement>('#part-heading');
    this.#hasFocused = heading !== null;
    // What came by itself, once there was a network, leaves whoever is at something else where they are.
    if (this.dataset['byItself'] === undefined || document.activeElement === document.body) heading?.focus();
  }
}

/** As long as a person looks whether it worked. */
function patience(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, 4000);
  });
}
