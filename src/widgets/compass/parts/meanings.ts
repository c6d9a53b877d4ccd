import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { CompassPart } from './part';
import { QueryController } from '../../../elements/query-controller';
import { audienceChoices } from '../../../model/audience';
import type { AudienceChoice, Id, Meaning } from '../../../model/types';
import { dialogTemplate } from '../../../ui/dialog';
import { dialogStyles } from '../../../ui/dialog.styles';
import { radioCards, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';

interface CardDraft {
  text: string;
  audience: AudienceChoice;
}

const AUDIENCE_WORDS = {
  me: 'audienceMe',
  party: 'audienceParty',
  internal: 'audienceInternal',
  everyone: 'audienceEveryone',
} as const satisfies Record<AudienceChoice, string>;

/** What working together means to people: one card a person, each with the audience its author chose. */
export class CompassMeanings extends CompassPart {
  static override styles: CSSResultGroup = [
    CompassPart.styles,
    dialogStyles,
    css`
      .meanings { display: grid; gap: 1em; grid-template-columns: repeat(auto-fill, minmax(min(16em, 100%), 1fr)); }
      .meanings .card { align-content: space-between; }
      .quote { font-size: var(--_size-l); line-height: 1.4; overflow-wrap: anywhere; }
    `,
  ];

  @state() private draft?: CardDraft | undefined;
  @state() private error?: string | undefined;

  readonly #meanings = new QueryController(this, 'listMeanings', () => ({ limit: 100 }));
  readonly #space = new QueryController(this, 'getSpace', () => ({}));

  get #mine(): Meaning | undefined {
    return this.#meanings.data?.items.find((card) => card.personId === this.client?.me()?.personId);
  }

  #partyName(id: Id): string {
    return this.#space.data?.parties.find((party) => party.id === id)?.shortName ?? '';
  }

  override render(): TemplateResult {
    const cards = this.#meanings.data?.items ?? [];
    return html`<section class="samen stack">
      <div class="head-row">
        <div>${this.heading(0, this.t('meanings'), { class: 'h-part' })}<p class="muted">${this.t('meaningsHint')}</p></div>
        ${this.mayWrite ? html`<button type="button" class="btn no-print" @click=${() => void this.#begin()}>${icon('pencil')}${this.#mine ? this.t('editMeaning') : this.t('writeMeaning')}</button>` : nothing}
      </div>
      ${this.renderFailed()}
      ${cards.length > 0 ? html`<ul class="meanings" role="list">${cards.map((card) => this.#renderCard(card))}</ul>` : nothing}
      ${this.#renderDialog()}
    </section>`;
  }

  #renderCard({ text, author, audienceChoice }: Meaning): TemplateResult {
    return html`<li class="card stack">
      <p class="quote">‘${text}’</p>
      <p class="small muted"><b>${author.jobTitle}</b> ${this.#partyName(author.partyId)}<br />${this.t(AUDIENCE_WORDS[audienceChoice])}</p>
    </li>`;
  }

  async #begin(): Promise<void> {
    const mine = this.#mine;
    const kept = await this.client?.draft<CardDraft>('meaning');
    this.error = undefined;
    this.draft = kept ?? { text: mine?.text ?? '', audience: mine?.audienceChoice ?? 'everyone' };
  }

  #change(change: Partial<CardDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...change };
    void this.client?.saveDraft('meaning', this.draft);
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft } = this;
    if (!draft) return;
    this.error = this.textError('meaning-text', draft.text, this.t('meaningError'))[0]?.text;
    if (this.error) {
      this.renderRoot.querySelector<HTMLElement>('#meaning-text')?.focus();
      return;
    }
    const { refused } = await this.send('saveMeaning', { ...draft, version: this.#mine?.version ?? 0 });
    this.error = refused;
    if (refused) return;
    await this.client?.dropDraft('meaning');
    this.draft = undefined;
    this.say(this.t('didSave'));
  };

  readonly #erase = async (): Promise<void> => {
    const mine = this.#mine;
    if (!mine) return;
    const { refused } = await this.send('eraseMeaning', { version: mine.version });
    this.error = refused;
    if (refused) return;
    await this.client?.dropDraft('meaning');
    this.draft = undefined;
    this.say(this.t('erased'), () => {
      void this.send('saveMeaning', { text: mine.text, audience: mine.audienceChoice, version: 0 });
    });
  };

  #renderDialog(): TemplateResult {
    const { draft } = this;
    const member = this.client?.me()?.member;
    const party = this.#space.data?.parties.find((each) => each.id === member?.partyId);
    const choices = member && party ? audienceChoices(member, party) : [];
    const close = () => (this.draft = undefined);
    return dialogTemplate({
      id: 'meaning-dialog',
      open: draft !== undefined,
      heading: this.t('meanings'),
      closeLabel: this.common('close'),
      onClose: close,
      body: draft
        ? html`<form class="stack" novalidate @submit=${this.#save}>
            ${textField({ id: 'meaning-text', label: this.t('meaningText'), ...(this.error ? { error: this.error } : {}), value: draft.text, multiline: true, rows: 3, maxLength: 5000, countLeft: (left) => this.common('charactersLeft', left), onInput: (text) => this.#change({ text }) })}
            ${radioCards({ id: 'meaning-audience', label: this.t('whoReads'), value: draft.audience, choices: choices.map((choice) => ({ value: choice, label: this.t(AUDIENCE_WORDS[choice]) })), onChange: (audience) => this.#change({ audience: audience as AudienceChoice }) })}
            <div class="row"><button type="submit" class="btn btn--main">${this.common('save')}</button>
              <button type="button" class="btn" @click=${close}>${this.common('cancel')}</button>
              ${this.#mine ? html`<button type="button" class="btn btn--quiet" @click=${this.#erase}>${icon('trash')}${this.t('eraseMeaning')}</button>` : nothing}</div>
          </form>`
        : nothing,
    });
  }
}
