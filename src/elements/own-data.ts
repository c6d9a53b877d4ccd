/** "Mijn gegevens": what everybody may do with what is kept of them, the same in each widget and fetched when asked for. */
import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { askAnew } from './ask-anew';
import { defineElement } from './define';
import { LatePart } from './late-part';
import type { MessageSource } from './message-sources';
import { QueryController } from './query-controller';
import { saveAsFile } from './save-as-file';
import type { Frame } from './states';
import type { OwnDataMessages } from '../locales/own-data.nl';
import { ownDataNl } from '../locales/own-data.nl';
import { MAIL_RHYTHMS } from '../model/privacy-types';
import type { MailRhythm, Preferences } from '../model/privacy-types';
import { dialogTemplate } from '../ui/dialog';
import { dialogStyles } from '../ui/dialog.styles';
import { selectField } from '../ui/field';
import { notice } from '../ui/notice';

const MESSAGES: MessageSource = {
  key: 'own-data',
  nl: ownDataNl,
  en: () => import('../locales/own-data.en').then(({ ownDataEn }) => ownDataEn),
};
const TAG = 'samen-own-data';

type Chosen = Pick<Preferences, 'mail' | 'language'>;

export class OwnDataPart extends LatePart<OwnDataMessages> {
  static override styles: CSSResultGroup = [
    LatePart.styles,
    dialogStyles,
    css`
      .lines { display: grid; gap: 0.35em; padding-inline-start: 1.25em; }
      .lines li { list-style: disc; }
      .lines li::marker { color: var(--_muted); }
    `,
  ];

  @property({ attribute: false }) isOpen = false;
  /** The person left: what is behind it says so, and takes the focus. */
  @property({ attribute: false }) onLeft: () => void = () => undefined;
  @property({ attribute: false }) dialogTitle = '';

  @state() private chosen?: Chosen | undefined;
  @state() private isLeaving = false;
  @state() private told = '';
  @state() private refused?: string | undefined;
  /** Leaving that has no answer yet: whoever stays after all takes it back. */
  #underWay?: string | undefined;

  readonly #preferences = new QueryController(this, 'getPreferences', () => (this.isOpen ? {} : undefined));

  protected override get messages(): readonly MessageSource[] {
    return [MESSAGES];
  }

  override render(): TemplateResult {
    const { t } = this;
    return html`<div class="samen">${dialogTemplate({
      open: this.isOpen,
      id: 'own-data',
      heading: this.dialogTitle,
      closeLabel: t('ownDataClose'),
      onClose: () => this.#close(),
      body: html`<div class="stack">
        <p class=${this.told ? nothing : 'hidden'} role="status">${this.told}</p>
        ${this.refused ? notice({ tone: 'bad', title: this.refused, role: 'alert' }) : nothing}
        ${this.isLeaving ? this.#renderSure() : html`${this.#renderExport()} ${this.#renderPreferences()} ${this.#renderLeave()}`}
      </div>`,
    })}</div>`;
  }

  #renderExport(): TemplateResult {
    const { t } = this;
    return html`<section>
      <h3 class="h-card">${t('exportTitle')}</h3>
      <p>${t('exportText')}</p>
      <p><button type="button" class="btn" @click=${() => this.once('export', () => this.#export())}>${t('exportNow')}</button></p>
    </section>`;
  }

  #renderPreferences(): TemplateResult | typeof nothing {
    const { t } = this;
    const known = this.#preferences.view.data;
    if (!known) return this.renderFailed();
    const { mail, language } = this.chosen ?? known;
    const choose = (change: Partial<Chosen>) => (this.chosen = { mail, language, ...change });
    return html`<form @submit=${(event: Event) => this.#save(event, known)}>
      <h3 class="h-card">${t('preferencesTitle')}</h3>
      ${selectField({
        id: 'mail',
        label: t('mailLabel'),
        description: t('mailHint'),
        value: mail,
        choices: MAIL_RHYTHMS.map((value) => ({ value, label: t(`mail_${value}`) })),
        onChange: (value) => choose({ mail: value as MailRhythm }),
      })}
      ${selectField({
        id: 'mail-language',
        label: t('mailLanguageLabel'),
        value: language,
        choices: [
          { value: 'nl', label: 'Nederlands' },
          { value: 'en', label: 'English' },
        ],
        onChange: (value) => choose({ language: value as 'nl' | 'en' }),
      })}
      <p><button type="submit" class="btn">${t('preferencesSave')}</button></p>
    </form>`;
  }

  #renderLeave(): TemplateResult {
    const { t } = this;
    return html`<section>
      <h3 class="h-card">${t('leaveTitle')}</h3>
      <p>${t('leaveText')}</p>
      <p><button type="button" class="btn" id="leave" @click=${() => this.#ask(true)}>${t('leaveStart')}</button></p>
    </section>`;
  }

  #renderSure(): TemplateResult {
    const { t } = this;
    const list = (lines: string) =>
      html`<ul class="lines">${lines.split('\n').map((line) => html`<li>${line}</li>`)}</ul>`;
    return html`<section class="stack">
      <h3 class="h-card" id="sure" tabindex="-1">${t('leaveSure')}</h3>
      <div><p><b>${t('leaveGoes')}</b></p>${list(t('leaveGoesList'))}</div>
      <div><p><b>${t('leaveStays')}</b></p>${list(t('leaveStaysList'))}</div>
      <p>${t('leaveFirst')}</p>
      <div class="row">
        <button type="button" class="btn btn--main" @click=${() => this.once('leave', () => this.#leave())}>${t('leaveNow')}</button>
        <button type="button" class="btn" @click=${() => this.#ask(false)}>${t('leaveNot')}</button>
      </div>
    </section>`;
  }

  #ask(isLeaving: boolean): void {
    void this.#stay();
    Object.assign(this, { isLeaving, refused: undefined, told: '' });
    this.focusOn(isLeaving ? 'sure' : 'leave');
  }

  #close(): void {
    void this.#stay();
    Object.assign(this, { isOpen: false, isLeaving: false, chosen: undefined, refused: undefined, told: '' });
  }

  async #export(): Promise<void> {
    this.refused = undefined;
    const view = this.client && (await askAnew(this.client, 'getOwnData', {}));
    const data = view?.data;
    // What was known before is not everything.
    if (!data || view?.error || view?.stale) {
      this.refused = this.t('ownDataFailed');
      return;
    }
    saveAsFile(JSON.stringify(data, null, 2), `samen-${data.spaceId}-${data.exportedOn}.json`);
    this.told = this.t('exportDone');
  }

  async #save(event: Event, { version, ...known }: Preferences): Promise<void> {
    event.preventDefault();
    await this.once('save', async () => {
      const { mail, language } = this.chosen ?? known;
      const { refused } = await this.send('savePreferences', { mail, language, version });
      this.refused = refused;
      if (!refused) this.told = this.t('preferencesSaved');
    });
  }

  async #leave(): Promise<void> {
    const { refused, waiting } = await this.send('leaveSpace', {});
    this.refused = refused;
    if (refused) return;
    if (waiting) {
      this.#underWay = waiting;
      // Nobody leaves at a moment that they did not choose. What is being sent cannot be called back.
      const isOnItsWay = await this.#stay();
      this.refused = this.t(isOnItsWay ? 'leaveUnderWay' : 'leaveLater');
      return;
    }
    this.#close();
    await this.updateComplete;
    this.onLeft();
  }

  /** Takes back what waits; says whether it is on its way all the same. */
  async #stay(): Promise<boolean> {
    const { client } = this;
    const id = this.#underWay;
    if (!client || !id) return false;
    await client.discard(id);
    const isOnItsWay = client.pending().some((each) => each.id === id);
    if (!isOnItsWay) this.#underWay = undefined;
    return isOnItsWay;
  }
}

/** Opens it over this widget; the focus comes back to what opened it. */
export async function openOwnData({ element, client, t, focusHeading }: Frame): Promise<void> {
  defineElement(TAG, OwnDataPart);
  const { renderRoot } = element;
  const there = renderRoot.querySelector<OwnDataPart>(TAG);
  const part = there ?? renderRoot.appendChild(document.createElement(TAG) as OwnDataPart);
  Object.assign(part, { client, dialogTitle: t('ownData'), onLeft: () => void focusHeading() });
  await part.updateComplete;
  part.isOpen = true;
}
