import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { AllPages } from '../../../elements/all-pages';
import { DRAFTS, byAge, draftName, isBlank, pictureDraftName } from './composer-draft';
import type { ExperienceDraft } from './composer-draft';
import { erasesLater } from './erases-later';
import { ownAsJson, printOwn } from './export';
import type { Own } from './export';
import { draftRows, experienceRows } from './mine-rows';
import type { Action, RowsFrame } from './mine-rows';
import { mineStyles } from './mine.styles';
import { BackpackPart } from './part';
import { PARTS_MESSAGES } from './parts-messages';
import { hashFor } from '../../../elements/hash-address';
import type { MessageSource } from '../../../elements/messages';
import { QueryController } from '../../../elements/query-controller';
import { saveAsFile } from '../../../elements/save-as-file';
import type { BackpackPartsMessages } from '../../../locales/backpack-parts.nl';
import { daysBetween } from '../../../model/day';
import type { ExperienceView, FollowUp } from '../../../model/experience-types';
import { FOLLOW_UPS } from '../../../model/experience-types';
import { toDay } from '../../../model/today';
import type { Id } from '../../../model/types';
import { emptyState } from '../../../ui/empty-state';
import { icon } from '../../../ui/icon';
import type { IconName } from '../../../ui/icon';
import { notice } from '../../../ui/notice';
import { tabs } from '../../../ui/tabs';

type Tab = 'mine' | 'packed' | 'drafts';

const FOLLOW_UP_ICON: Record<FollowUp, IconName> = { yes: 'check', busy: 'footprints', no: 'x' };

/** One's own backpack: first what became of "nu: wat ga ik doen", then what one wrote, packed and has not shared. */
export class BackpackMine extends BackpackPart<BackpackPartsMessages> {
  static override styles: CSSResultGroup = [BackpackPart.styles, mineStyles];

  @state() private tab: Tab = 'mine';
  @state() private opened?: Id | undefined;
  @state() private drafts: readonly ExperienceDraft[] = [];
  @state() private refused?: string | undefined;

  readonly #mine = new AllPages(this, 'listExperiences', () => ({ collection: 'mine' as const }));
  readonly #packed = new AllPages(this, 'listExperiences', () => ({ collection: 'packed' as const }));
  /** Asked for where it says when what is erased is gone. */
  readonly #space = new QueryController(this, 'getSpace', () =>
    this.#mine.items.some((one) => erasesLater(one)) ? {} : undefined,
  );
  #asked?: unknown;

  protected override get messages(): readonly MessageSource[] {
    return [PARTS_MESSAGES];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.client === this.#asked) return;
    this.#asked = this.client;
    void this.#loadDrafts();
  }

  override render(): TemplateResult {
    const { t } = this;
    return html`<div class="samen stack stack--loose">
      <div class="no-print"><button type="button" class="btn btn--quiet pull" @click=${() => this.leave()}>${icon('arrow-left')}${t('toFeed')}</button></div>
      <div class="head-row">
        <div>${this.partHeading(t('mine'))}<p class="muted">${t('mineText')}</p></div>
        <div class="row no-print">
          <button type="button" class="btn" @click=${() => void this.#export()}>${icon('download')}${t('exportAll')}</button>
          <button type="button" class="btn" @click=${() => this.#print()}>${t('printAll')}</button>
        </div>
      </div>
      ${this.refused ? notice({ tone: 'bad', title: this.refused, role: 'alert' }) : nothing}
      ${this.#mine.hasFailed && this.#mine.items.length === 0 ? notice({ tone: 'bad', title: this.common('errorNetwork') }) : nothing}
      ${this.#due.map((one) => this.#renderFollowUp(one))}
      <div>
        ${tabs({
          id: 'own',
          label: t('mine'),
          chosen: this.tab,
          onChoose: (id) => {
            this.tab = id as Tab;
            this.opened = undefined;
          },
          tabs: [
            { id: 'mine', label: t('tabWithCount', t('ofMine'), this.#mine.items.length) },
            { id: 'packed', label: t('tabWithCount', t('packedOnes'), this.#packed.items.length) },
            { id: 'drafts', label: t('tabWithCount', t('drafts'), this.drafts.length) },
          ],
          panel: html`<div class="panel">${this.#renderPanel()}</div>`,
        })}
      </div>
    </div>`;
  }

  get #due(): ExperienceView[] {
    return this.#mine.items.filter(({ isFollowUpDue }) => isFollowUpDue);
  }

  get #own(): Own {
    return { mine: this.#mine.items, packed: this.#packed.items, drafts: this.drafts };
  }

  get #frame(): RowsFrame {
    const sending = new Set(
      (this.client?.pending() ?? []).flatMap(({ operation, status, input }) =>
        operation === 'saveExperience' && status !== 'refused' ? [(input as { id: Id }).id] : [],
      ),
    );
    return {
      t: this.t,
      heading: (content) => this.heading(1, content, { class: 'h-small' }),
      when: (day) => (day ? this.t('daysAgo', daysBetween(day, toDay(new Date()))) : this.t('justNow')),
      audience: (choice, partyId) => this.t('audience', choice, this.#partyName(partyId)),
      isSending: (id) => sending.has(id),
      opened: this.opened,
      onToggle: (id) => void this.#toggle(id),
      onKey: (event, id) => this.#onKey(event, id),
    };
  }

  /** One's own where the post does not say: what is read by a party is read by one's own. */
  #partyName(id: Id | undefined): string {
    const partyId = id ?? this.labels?.me.member?.partyId;
    return this.labels?.parties.find((party) => party.id === partyId)?.shortName ?? '';
  }

  async #loadDrafts(): Promise<void> {
    const all = (await this.client?.drafts<ExperienceDraft>(DRAFTS)) ?? [];
    this.drafts = byAge(all.filter((draft) => !isBlank(draft)));
  }

  #renderFollowUp(one: ExperienceView): TemplateResult {
    const { t } = this;
    const days = one.writtenOn ? daysBetween(one.writtenOn, toDay(new Date())) : 0;
    return html`<article class="card follow" aria-labelledby="follow-${one.id}">
      <p class="small">${days > 0 ? t('wroteAgo', days) : t('wrote')} <a href=${hashFor('backpack', one.id)} id="follow-${one.id}" dir="auto">${one.title}</a>:</p>
      <p class="quote" lang=${one.language} dir="auto">‘${one.whatNext}’</p>
      <fieldset>
        <legend class="label">${t('didItWork')}</legend>
        <div class="row">
          ${FOLLOW_UPS.map((answer) => html`<button type="button" class="btn" @click=${() => void this.#followUp(one, answer)}>${icon(FOLLOW_UP_ICON[answer])}${t(answer)}</button>`)}
          <span class="small">${t('followUpWho')}</span>
        </div>
      </fieldset>
    </article>`;
  }

  #renderPanel(): TemplateResult {
    const { t } = this;
    switch (this.tab) {
      case 'mine':
        if (this.#mine.items.length === 0)
          return this.#empty(
            t('noMineTitle'),
            t('noMineText'),
            this.mayWrite
              ? html`<button type="button" class="btn btn--main" @click=${() => this.go('new')}>${icon('plus')}${t('share')}</button>`
              : nothing,
          );
        return experienceRows(this.#frame, this.#mine.items, (one) => this.#actionsOf(one));
      case 'packed':
        if (this.#packed.items.length === 0) return this.#empty(t('noPackedTitle'), t('noPackedText'));
        return experienceRows(this.#frame, this.#packed.items, ({ id }) => [
          { label: t('openIt'), name: 'eye', onClick: () => this.go(id) },
          { label: t('unpack'), name: 'backpack', onClick: () => void this.#unpack(id) },
        ]);
      case 'drafts':
        if (this.drafts.length === 0) return this.#empty(t('noDraftsTitle'), t('noDraftsText'));
        return draftRows(
          this.#frame,
          this.drafts,
          (one) => [
            { label: t('goOn'), name: 'pencil', onClick: () => this.go(...placeOf(one)) },
            { label: t('throwDraftAway'), name: 'trash', onClick: () => void this.#throwAway(one) },
          ],
          placeOf,
          ({ savedAt }) => this.localize.date(new Date(savedAt), { dateStyle: 'long', timeStyle: 'short' }),
        );
    }
  }

  #empty(title: string, text: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
    return emptyState({ heading: this.heading(1, title, { class: 'h-card' }), text, action });
  }

  #actionsOf(one: ExperienceView): Action[] {
    const { t } = this;
    const open: Action = { label: t('openIt'), name: 'eye', onClick: () => this.go(one.id) };
    if (!this.mayWrite || one.status === 'erased') return [open];
    // Who is still busy is asked again later; until then they can say so here.
    const followUps: Action[] =
      one.followUp === 'busy' && !one.isFollowUpDue
        ? FOLLOW_UPS.filter((answer) => answer !== one.followUp).map((answer) => ({
            label: `${t('didItWork')} ${t(answer)}`,
            name: FOLLOW_UP_ICON[answer],
            onClick: () => void this.#followUp(one, answer),
          }))
        : [];
    return [
      open,
      { label: t('editIt'), name: 'pencil', onClick: () => this.go('edit', one.id) },
      ...(one.authorShownAs === 'named' && one.audienceChoice === 'everyone'
        ? []
        : [{ label: t('openUp'), name: 'globe' as const, onClick: () => this.go('edit', one.id) }]),
      ...followUps,
      { label: t('eraseIt'), name: 'trash', onClick: () => this.#erase(one) },
    ];
  }

  async #toggle(id: Id): Promise<void> {
    this.opened = this.opened === id ? undefined : id;
    await this.updateComplete;
    if (this.opened) this.renderRoot.querySelector<HTMLElement>('.menu button')?.focus();
  }

  #onKey(event: KeyboardEvent, id: Id): void {
    if (event.key !== 'Escape' || this.opened !== id) return;
    event.preventDefault();
    this.opened = undefined;
    this.renderRoot.querySelector<HTMLElement>(`[data-row="${id}"] > .btn`)?.focus();
  }

  async #followUp(one: ExperienceView, answer: FollowUp): Promise<void> {
    const { refused } = await this.send('followUpExperience', { id: one.id, answer });
    this.refused = refused;
    if (refused) return;
    this.opened = undefined;
    this.say(this.t('followUpSaid', answer));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.follow .btn, #part-heading')?.focus();
  }

  /** The widget keeps it for ten seconds, and comes back to the feed. */
  #erase(one: ExperienceView): void {
    this.opened = undefined;
    this.erase(one, erasesLater(one, this.#space.data));
  }

  async #unpack(id: Id): Promise<void> {
    this.#toNeighbour(id, this.#packed.items);
    const { refused } = await this.send('packExperience', { id, isPacked: false });
    this.refused = refused;
    if (!refused) this.say(this.t('unpacked'), () => void this.send('packExperience', { id, isPacked: true }));
  }

  async #throwAway(draft: ExperienceDraft): Promise<void> {
    const { client } = this;
    const { id } = draft;
    const picture = await client?.draft(pictureDraftName(id));
    this.#toNeighbour(id, this.drafts);
    await client?.dropDraft(draftName(id));
    await client?.dropDraft(pictureDraftName(id));
    await this.#loadDrafts();
    const restore = async () => {
      await client?.saveDraft(draftName(id), draft);
      if (picture) await client?.saveDraft(pictureDraftName(id), picture);
      await this.#loadDrafts();
    };
    this.say(this.t('draftThrownAway'), () => void restore());
  }

  /** The row goes away: the focus goes to the next one, or to the heading. */
  #toNeighbour(id: Id, all: readonly { id: Id }[]): void {
    this.opened = undefined;
    const at = all.findIndex((one) => one.id === id);
    const next = (all[at + 1] ?? all[at - 1])?.id;
    const target = next && this.renderRoot.querySelector<HTMLElement>(`[data-row="${next}"] > .btn`);
    (target || this.renderRoot.querySelector<HTMLElement>('#part-heading'))?.focus();
  }

  async #export(): Promise<void> {
    const { client } = this;
    if (!client) return;
    if (!this.#mine.isComplete || !this.#packed.isComplete) {
      this.refused = this.t('exportFailed');
      return;
    }
    const now = new Date();
    const own = this.#own;
    saveAsFile(await ownAsJson(client, own, now), this.t('exportFile', toDay(now)));
    this.refused = undefined;
    this.say(this.t('exported', own.mine.length + own.packed.length));
  }

  #print(): void {
    const { t } = this;
    const frame = this.#frame;
    printOwn(
      this.#own,
      {
        heading: t('mine'),
        printedOn: t('printedOn', this.date(toDay(new Date()))),
        mine: t('ofMine'),
        packed: t('packedOnes'),
        drafts: t('drafts'),
        happened: t('whatHappened'),
        learned: t('whatLearned'),
        next: t('whatNext'),
        ask: t('askOthers'),
        about: ({ author, writtenOn, audienceChoice }) =>
          [
            author
              ? [author.name, author.jobTitle, this.#partyName(author.partyId)].filter(Boolean).join(', ')
              : t('anonymous'),
            this.date(writtenOn),
            frame.audience(audienceChoice, author?.partyId),
          ]
            .filter(Boolean)
            .join(' · '),
      },
      this.language,
    );
  }
}

/** Where a draft is gone on with. */
const placeOf = ({ id, version }: ExperienceDraft): string[] => (version > 0 ? ['edit', id] : ['new', id]);
