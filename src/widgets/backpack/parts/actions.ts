import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { erasesLater } from './erases-later';
import { BackpackLatePart } from './late';
import { isShut } from '../card';
import { ChainKeeper } from '../../../elements/chain';
import { hashFor } from '../../../elements/hash-address';
import { isOnPage } from '../../../elements/on-page';
import { QueryController } from '../../../elements/query-controller';
import type { WriteName } from '../../../contract/operations';
import type { AuthorShownAs, ExperienceView, ModerationAction } from '../../../model/experience-types';
import { newId } from '../../../model/new-id';
import type { Id, NeedKind } from '../../../model/types';
import { dialogTemplate } from '../../../ui/dialog';
import { dialogStyles } from '../../../ui/dialog.styles';
import { segmented, selectField, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import type { IconName } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

/** What asks for words, or for thought, before it is done. */
type Asking = 'report' | 'hide' | 'need' | 'showJobTitle' | 'showName';
type Moderating = Extract<WriteName, `${ModerationAction}Experience`>;

/** What one can do with an experience, beside what stands under it: one's own, that of others, as core team. */
export class BackpackActions extends BackpackLatePart {
  static override styles: CSSResultGroup = [
    BackpackLatePart.styles,
    dialogStyles,
    css`
      :host { margin-block-end: 0.5em; }
      .menu { display: flex; flex-wrap: wrap; gap: 0.35em; padding: 0.5em; border-radius: var(--_r-s); background: var(--_subtle); }
      .menu .btn { font-size: var(--_size-s); }
      .seg { inline-size: fit-content; }
    `,
  ];

  @state() private asking?: Asking | undefined;
  @state() private words = '';
  @state() private needKind: NeedKind = 'ask';
  @state() private driverId = '';
  @state() private error?: string | undefined;
  @state() private refused?: string | undefined;
  @state() private showsChain = false;
  #hasTaken = false;
  readonly #chain = new ChainKeeper(this);

  /** By itself it tells which agenda items it belongs to; asked for where one can go there. */
  readonly #whole = new QueryController(this, 'getExperience', () =>
    this.experience && isOnPage('samen-agenda') ? { id: this.experience.id } : undefined,
  );

  /** Asked for where it says when what is erased is gone. */
  readonly #space = new QueryController(this, 'getSpace', () =>
    this.experience && erasesLater(this.experience) ? {} : undefined,
  );

  protected override updated(): void {
    super.updated();
    if (this.#hasTaken) return;
    const first = this.renderRoot.querySelector<HTMLElement>('.menu button');
    this.#hasTaken = first !== null;
    first?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { experience } = this;
    if (!experience) return nothing;
    return html`<div class="samen" @keydown=${this.#onKey}>
      <div class="menu" role="group" aria-label=${this.t('actionsFor', experience.title)}>
        ${experience.isMine ? this.#renderMine(experience) : nothing}
        ${this.#button('copyLink', 'link', () => this.#copyLink(experience.id))}
        ${this.#mayMakeNeed ? this.#button('makeNeed', 'handshake', () => this.#ask('need')) : nothing}
        ${isOnPage('samen-agenda') ? this.#renderItems(experience) : nothing}
        ${isOnPage('samen-results') && this.#mayMakeNeed ? html`<a class="btn" href=${hashFor('results', 'ideas', 'new', 'experience', experience.id)}>${icon('lightbulb')}${this.t('makeIdea')}</a>` : nothing}
        ${experience.status === 'published' && !isShut(experience) ? html`<button type="button" class="btn" aria-expanded=${this.showsChain ? 'true' : 'false'} @click=${() => (this.showsChain = !this.showsChain)}>${icon('trending-up')}${this.t('chainTitle')}</button>` : nothing}
        ${experience.isMine ? nothing : this.#button('report', 'flag', () => this.#ask('report'))}
        ${this.#mayModerate ? this.#renderModeration(experience) : nothing}
      </div>
      ${this.showsChain ? this.#chain.show('experience', experience.id, { client: this.client, headingLevel: this.headingLevel + 1 }) : nothing}
      ${this.refused ? notice({ tone: 'bad', title: this.refused, role: 'alert' }) : nothing} ${this.#renderDialog()}
    </div>`;
  }

  get #me() {
    return this.labels?.me.member;
  }

  get #mayModerate(): boolean {
    const { experience } = this;
    const party = this.labels?.parties.find(({ id }) => id === this.#me?.partyId);
    const maySee = experience?.audienceChoice !== 'internal' || party?.kind === 'department';
    return this.mayWrite && this.#me?.role === 'coreTeam' && maySee;
  }

  get #mayMakeNeed(): boolean {
    const { experience, labels } = this;
    if (experience?.status !== 'published' || isShut(experience)) return false;
    return this.#me?.role !== 'admin' && (labels?.drivers.length ?? 0) > 0;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.asking) return;
    event.preventDefault();
    this.leave();
  };

  #button(
    term:
      | 'copyLink'
      | 'makeNeed'
      | 'report'
      | 'edit'
      | 'eraseExperience'
      | 'showJobTitle'
      | 'showName'
      | 'hide'
      | 'showAgain'
      | 'pinIt'
      | 'unpinIt'
      | 'approve',
    sign: IconName,
    onClick: () => void,
  ): TemplateResult {
    return html`<button type="button" class="btn" @click=${onClick}>${icon(sign)}${this.t(term)}</button>`;
  }

  /** The items that it belongs to or became, and the way to make one of it. */
  #renderItems({ id }: ExperienceView): TemplateResult {
    const link = (words: string, ...path: string[]) =>
      html`<a class="btn" href=${hashFor('agenda', ...path)}>${icon('calendar')}${words}</a>`;
    return html`${(this.#whole.data?.agendaItems ?? []).map((item) => link(this.t('itemOf', item.title), item.id))}
      ${this.#mayMakeNeed ? link(this.t('makeItem'), 'new', 'experience', id) : nothing}`;
  }

  #renderMine(experience: ExperienceView): TemplateResult {
    const { authorShownAs, status } = experience;
    return html`${status === 'erased' ? nothing : this.#button('edit', 'pencil', () => this.go('edit', experience.id))}
      ${authorShownAs === 'anonymous' ? this.#button('showJobTitle', 'users', () => this.#ask('showJobTitle')) : nothing}
      ${authorShownAs === 'named' ? nothing : this.#button('showName', 'users', () => this.#ask('showName'))}
      ${this.#button('eraseExperience', 'trash', () => this.erase(experience, erasesLater(experience, this.#space.data)))}`;
  }

  #renderModeration({ hidden, isPinned, status }: ExperienceView): TemplateResult {
    const done = (operation: Moderating, said: string, undo?: Moderating) => () =>
      void this.#moderate(operation, '', said, undo);
    const { t } = this;
    return html`${status === 'pending' ? this.#button('approve', 'check-circle', done('approveExperience', t('approveDid'))) : nothing}
      ${
        isPinned
          ? this.#button('unpinIt', 'pin-off', done('unpinExperience', t('unpinDid'), 'pinExperience'))
          : this.#button('pinIt', 'pin', done('pinExperience', t('pinDid'), 'unpinExperience'))
      }
      ${
        hidden
          ? this.#button('showAgain', 'eye', done('showExperience', t('showDid')))
          : this.#button('hide', 'eye-off', () => this.#ask('hide'))
      }`;
  }

  #ask(asking: Asking): void {
    const { experience } = this;
    this.error = this.refused = undefined;
    this.asking = asking;
    this.words = asking === 'need' ? experience?.askOthers || experience?.title || '' : '';
    this.driverId = experience?.driverIds[0] ?? this.labels?.drivers[0]?.id ?? '';
  }

  readonly #close = (): void => {
    this.asking = undefined;
  };

  async #copyLink(id: Id): Promise<void> {
    const address = new URL(location.href);
    address.hash = hashFor('backpack', id);
    try {
      await navigator.clipboard.writeText(address.href);
      this.leave(this.t('linkCopied'));
    } catch {
      // The browser keeps the clipboard shut: the address bar shows the same.
      this.go(id);
    }
  }

  async #moderate(operation: Moderating, reason: string, said: string, undo?: Moderating): Promise<void> {
    const id = this.experience?.id;
    if (!id) return;
    const { refused } = await this.send(operation, { id, reason });
    this.refused = refused;
    if (refused) return;
    if (undo) this.say(said, () => void this.client?.write(undo, { id, reason: '' }).catch(() => undefined));
    else this.say(said);
    this.leave();
  }

  /** The title, the sentence of the field and the button of what is asked. */
  get #form(): { title: string; label?: string; hint?: string; missing?: string; done: string; button: string } {
    const { t } = this;
    switch (this.asking) {
      case 'report':
        return {
          title: t('reportTitle'),
          label: t('reportLabel'),
          hint: t('reportHint'),
          missing: t('reportRequired'),
          done: t('reportDid'),
          button: t('reportDo'),
        };
      case 'hide':
        return {
          title: t('hideTitle'),
          label: t('hideLabel'),
          hint: t('hideHint'),
          missing: t('hideRequired'),
          done: t('hideDid'),
          button: t('hide'),
        };
      case 'need':
        return {
          title: t('makeNeed'),
          label: t('needLabel'),
          missing: t('needMissing'),
          done: t('needDid'),
          button: this.common('save'),
        };
      default:
        return { title: t('moreOpenTitle'), done: t('moreOpenDid'), button: t('moreOpenDo') };
    }
  }

  #renderDialog(): TemplateResult {
    const { asking, experience } = this;
    const { title, label, hint, button } = this.#form;
    return dialogTemplate({
      id: 'asking',
      open: asking !== undefined,
      heading: title,
      closeLabel: this.common('close'),
      onClose: this.#close,
      body: html`<form class="stack" novalidate @submit=${this.#submit}>
        ${
          asking === 'need'
            ? html`${segmented({
                id: 'need-kind',
                label: this.t('needKind'),
                value: this.needKind,
                choices: [
                  { value: 'ask', label: this.t('needAsk') },
                  { value: 'offer', label: this.t('needOffer') },
                ],
                onChange: (kind) => (this.needKind = kind as NeedKind),
              })}`
            : nothing
        }
        ${
          label
            ? textField({
                id: 'asked',
                label,
                ...(hint ? { description: hint } : {}),
                ...(this.error ? { error: this.error } : {}),
                value: this.words,
                multiline: true,
                rows: 3,
                maxLength: 5000,
                countLeft: (left) => this.common('charactersLeft', left),
                onInput: (text) => (this.words = text),
              })
            : html`<p>${asking === 'showName' ? this.t('moreOpenName') : this.t('moreOpenJobTitle')}</p>${this.error ? notice({ tone: 'bad', title: this.error, role: 'alert' }) : nothing}`
        }
        ${
          asking === 'need'
            ? selectField({
                id: 'need-driver',
                label: this.t('needDriver'),
                value: this.driverId,
                choices: (this.labels?.drivers ?? []).map(({ id, name }) => ({ value: id, label: name })),
                onChange: (id) => (this.driverId = id),
              })
            : nothing
        }
        <div class="row"><button type="submit" class="btn btn--main">${button}</button>
          <button type="button" class="btn" @click=${this.#close}>${this.common('cancel')}</button></div>
      </form>`,
      ...(experience ? {} : { open: false }),
    });
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { asking, experience, words } = this;
    const { missing, done } = this.#form;
    if (!asking || !experience) return;
    this.error = missing === undefined ? undefined : this.textError('asked', words, missing)[0]?.text;
    if (this.error) {
      this.renderRoot.querySelector<HTMLElement>('#asked')?.focus();
      return;
    }
    const { refused } = await this.#send(asking, experience, words);
    this.error = refused;
    if (refused) return;
    this.asking = undefined;
    await this.updateComplete;
    this.leave(done);
  };

  #send(asking: Asking, experience: ExperienceView, text: string): Promise<{ refused?: string }> {
    const { id } = experience;
    switch (asking) {
      case 'report':
        return this.send('reportExperience', { id, reason: text });
      case 'hide':
        return this.send('hideExperience', { id, reason: text });
      case 'need':
        return this.send('saveNeed', {
          id: newId(),
          version: 0,
          kind: this.needKind,
          driverId: this.driverId,
          text,
          experienceId: id,
        });
      default:
        return this.#showMore(experience, asking === 'showName' ? 'named' : 'jobTitle');
    }
  }

  /** The same words under a more open name. */
  #showMore(experience: ExperienceView, authorShownAs: AuthorShownAs): Promise<{ refused?: string }> {
    const {
      id,
      version,
      title,
      kind,
      whatHappened,
      whatLearned,
      whatNext,
      askOthers,
      adviceWelcome,
      driverIds,
      agendaItemId,
      pictureId,
      language,
      audienceChoice,
    } = experience;
    return this.send('saveExperience', {
      id,
      version,
      title,
      kind,
      whatHappened,
      adviceWelcome,
      driverIds,
      language,
      authorShownAs,
      audience: audienceChoice,
      ...(whatLearned ? { whatLearned } : {}),
      ...(whatNext ? { whatNext } : {}),
      ...(askOthers ? { askOthers } : {}),
      ...(agendaItemId ? { agendaItemId } : {}),
      ...(pictureId ? { pictureId } : {}),
    });
  }
}
