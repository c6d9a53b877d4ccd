import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { agreementsList } from './session-agreements';
import type { ReadAgreement } from './session-agreements';
import { ExperienceTitles } from './session-experiences';
import { saveCalendar, sessionEntry } from './session-file';
import { beginOf, sessionInput } from './session-known';
import type { KnownSession } from './session-known';
import { runDraft } from './run-state';
import { SessionPart, sessionHref } from './session-part';
import { prepareForm } from './session-prepare';
import type { Choosable } from './session-prepare';
import type { Programme } from './session-programme';
import { programmeList } from './session-read';
import type { SpaceClient } from '../../../client/types';
import { hashFor } from '../../../elements/hash-address';
import { QueryController } from '../../../elements/query-controller';
import type { Session } from '../../../model/agenda-types';
import type { Id } from '../../../model/types';
import { tag } from '../../../ui/chips';
import { icon } from '../../../ui/icon';
import type { IconName } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

/** So many of the proposed items are ticked already: an hour is short. */
const FIRST_CHOSEN = 3;

/** With the version that it was chosen for: what others choose since is not written over unseen. */
type Chosen = Programme & { version: number };

/** The page of one session: when and where, what it goes through, and what was agreed. The core team prepares it here. */
export class AgendaSession extends SessionPart {
  /** What was chosen and is not saved yet. */
  @state() private chosen?: Chosen | undefined;
  @state() private refused?: string | undefined;
  @state() private isErasing = false;
  /** Somebody began to hold it in this browser. */
  @state() private hasBegun = false;

  readonly #proposal = new QueryController(this, 'getSessionProposal', () =>
    this.mayKeepSessions && this.sessionId ? { id: this.sessionId } : undefined,
  );
  readonly #titles = new ExperienceTitles(this, () => this.#session?.experienceIds ?? []);

  protected override async readDrafts(client: SpaceClient): Promise<void> {
    const [chosen, run] = await Promise.all([
      client.draft<Chosen>(this.#draftName),
      client.draft(runDraft(this.sessionId)),
    ]);
    this.chosen ??= chosen;
    this.hasBegun = run !== undefined;
  }

  get #session(): KnownSession | undefined {
    return this.sessionOf(this.sessionId);
  }

  get #draftName(): string {
    return `agenda programme ${this.sessionId}`;
  }

  override render(): TemplateResult {
    const session = this.#session;
    return html`<div class="samen stack">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.go('sessions')}>${icon('arrow-left')}${this.t('toSessions')}</button></div>
      ${session ? this.#renderSession(session) : this.renderMissing()}
    </div>`;
  }

  #renderSession(session: KnownSession): TemplateResult {
    const isHeld = session.status === 'held';
    return html`<div class="session-page">
      <div>
        <div class="stack">
          ${this.partHeading(html`<span dir="auto">${session.title}</span>`)}
          ${this.#renderFacts(session)}
          ${this.refused ? notice({ tone: 'bad', title: this.refused, role: 'alert' }) : nothing}
          ${this.#renderActs(session)}
        </div>
        ${isHeld ? this.#renderAgreed(session) : nothing}
        ${this.mayKeepSessions && !isHeld ? this.#renderPrepare(session) : this.#renderProgramme(session)}
      </div>
      <div>${this.#renderEarlier(session)}</div>
    </div>`;
  }

  #renderFacts(session: KnownSession): TemplateResult {
    const { t } = this;
    const now = new Date();
    const { minutes, place, recurrence, audience, status, attendees } = session;
    const begin = beginOf(session, now);
    const fact = (name: string, words: unknown) => html`<dt>${name}</dt><dd>${words}</dd>`;
    return html`${session.isWaiting ? html`<div>${tag(t('sessionOnItsWay'), { tone: 'line', icon: 'clock' })}</div>` : nothing}<dl class="facts">
      ${fact(t('sessionWhen'), `${this.times(begin, minutes)} (${t('sessionMinutes', minutes)})`)}
      ${place ? fact(t('sessionWhere'), html`<span dir="auto">${place}</span>`) : nothing}
      ${recurrence && status === 'planned' ? fact(t('sessionAgain'), this.againAndLater(session, now)) : nothing}
      ${fact(t('sessionWho'), t(audience === 'everyone' ? 'sessionForEveryone' : 'sessionForInternal'))}
      ${attendees === undefined ? nothing : fact(t('sessionWereThere'), this.localize.number(attendees))}
    </dl>`;
  }

  #renderActs(session: KnownSession): TemplateResult {
    const { t } = this;
    const isHeld = session.status === 'held';
    const button = (words: string, sign: IconName, act: () => void) =>
      html`<button type="button" class="btn btn--quiet" @click=${act}>${icon(sign)}${words}</button>`;
    return html`<div class="row no-print">
        ${this.mayKeepSessions ? html`<a class=${isHeld ? 'btn' : 'btn btn--main'} href=${hashFor('agenda', 'run', session.id)}>${t(isHeld ? 'sessionWriteUp' : this.hasBegun ? 'sessionGoOn' : 'sessionStart')}</a>` : nothing}
        ${this.mayKeepSessions ? html`<a class="btn" href=${sessionHref(session.id, 'edit')}>${icon('pencil')}${t('sessionChange')}</a>` : nothing}
        ${isHeld ? nothing : button(t('sessionToCalendar'), 'calendar', () => this.#save(session))}
        ${this.mayKeepSessions && !this.isErasing ? button(t('sessionErase'), 'trash', () => this.#askErase()) : nothing}
      </div>
      ${
        this.isErasing
          ? notice({
              tone: 'warn',
              title: t('sessionEraseSure'),
              role: 'alert',
              action: html`<button type="button" class="btn" id="erase-yes" @click=${() => void this.#erase(session)}>${t('sessionEraseYes')}</button><button type="button" class="btn" @click=${() => this.#keep()}>${t('sessionKeep')}</button>`,
            })
          : nothing
      }`;
  }

  #renderAgreed(session: KnownSession): TemplateResult {
    const { t } = this;
    return html`<section class="stack">
      ${this.heading(1, t('sessionAgreements'), { class: 'h-card' })}
      ${this.mayKeepSessions && session.agreements.length > 0 ? html`<p class="small muted">${t('prepareAgreedHint')}</p>` : nothing}
      ${
        session.agreements.length > 0
          ? agreementsList({
              ...{ t, agreements: session.agreements, partyName: this.partyName },
              onTick: this.mayKeepSessions ? (one, isDone) => void this.#tick(session.id, one.id, isDone) : undefined,
            })
          : html`<p class="muted">${t('sessionNoAgreements')}</p>`
      }
    </section>`;
  }

  #renderProgramme(session: KnownSession): TemplateResult {
    return programmeList({
      t: this.t,
      methods: this.methodsOf(session.methodIds),
      items: session.agendaItemIds.flatMap((id) => this.itemOf(id) ?? []),
      experiences: this.#titles.known(session.experienceIds),
      heading: (depth, words) => this.heading(depth, words, { class: depth === 1 ? 'h-card' : 'h-small' }),
    });
  }

  #renderPrepare(session: KnownSession): TemplateResult {
    const { t } = this;
    const proposal = this.#proposal.data;
    if (!proposal) return html`${this.renderFailed()}`;
    const programme = this.chosen ?? this.#saved(session);
    const known = (ids: readonly Id[], proposed: readonly Choosable[], titleOf: (id: Id) => string | undefined) => [
      ...proposed,
      ...ids
        .filter((id) => !proposed.some((one) => one.id === id))
        .flatMap((id): Choosable[] => {
          const title = titleOf(id);
          return title ? [{ id, title }] : [];
        }),
    ];
    return html`<section class="stack">
      ${this.heading(1, t('prepareTitle'), { class: 'h-card', id: 'prepare-heading', focusable: true })}
      <p>${t('prepareLead')}</p>
      ${this.chosen ? html`<p class="small muted" role="status">${t('prepareKept')}</p>` : nothing}
      ${prepareForm({
        t,
        programme,
        items: known(session.agendaItemIds, proposal.items, (id) => this.itemOf(id)?.title),
        experiences: known(session.experienceIds, proposal.experiences, (id) => this.#titles.of(id)),
        methods: this.allMethods.items,
        minutes: session.minutes,
        heading: (words) => this.heading(2, words, { class: 'h-small' }),
        onChange: (change, focusOn) => this.#choose({ version: session.version, ...programme, ...change }, focusOn),
        onSave: () => void this.#saveProgramme(session, programme),
      })}
    </section>`;
  }

  /** What was saved; of a session that was not prepared yet, what is proposed. */
  #saved({ agendaItemIds, experienceIds, methodIds }: KnownSession): Programme {
    const proposal = this.#proposal.data;
    const isBlank = agendaItemIds.length + experienceIds.length + methodIds.length === 0;
    if (!isBlank || !proposal) return { agendaItemIds, experienceIds, methodIds };
    return {
      agendaItemIds: proposal.items.slice(0, FIRST_CHOSEN).map(({ id }) => id),
      experienceIds: [],
      methodIds: proposal.methodIds,
    };
  }

  #renderEarlier(session: KnownSession): TemplateResult | typeof nothing {
    const { t } = this;
    const agreements: readonly ReadAgreement[] = this.#proposal.data?.agreements ?? [];
    if (session.status === 'held' || agreements.length === 0) return nothing;
    return html`<section class="stack">
      ${this.heading(1, t('prepareAgreed'), { class: 'h-card' })}
      <p class="small muted">${t('prepareAgreedHint')}</p>
      ${agreementsList({
        ...{ t, agreements, partyName: this.partyName },
        onTick: (one, isDone) => {
          const from = this.#proposal.data?.agreements.find(({ id }) => id === one.id)?.sessionId;
          if (from) void this.#tick(from, one.id, isDone);
        },
      })}
    </section>`;
  }

  #choose(chosen: Chosen, focusOn?: string[]): void {
    this.chosen = chosen;
    void this.client?.saveDraft(this.#draftName, chosen);
    if (focusOn) this.focusOn(...focusOn);
  }

  async #change(session: KnownSession, change: Partial<Session>): Promise<boolean> {
    const { refused, error } = await this.send('saveSession', sessionInput(session, change));
    this.refused = error?.kind === 'stale' ? this.t('runChanged') : refused;
    if (error?.kind === 'stale') await this.allSessions.refresh();
    return refused === undefined;
  }

  async #saveProgramme(session: KnownSession, programme: Programme): Promise<void> {
    if (!(await this.#change(session, programme))) {
      if (this.chosen) this.#choose({ ...this.chosen, version: this.#session?.version ?? 0 });
      return;
    }
    this.chosen = undefined;
    await this.client?.dropDraft(this.#draftName);
    this.say(this.t('prepareSaved'));
    this.focusOn('part-heading');
  }

  async #tick(sessionId: Id, agreementId: Id, isDone: boolean): Promise<void> {
    const session = this.sessionOf(sessionId);
    if (!session) return;
    const agreements = session.agreements.map((one) => (one.id === agreementId ? { ...one, isDone } : one));
    if (await this.#change(session, { agreements })) {
      this.say(this.t(isDone ? 'agreementTicked' : 'agreementUnticked'));
    }
  }

  #save(session: KnownSession): void {
    const { client, space } = this;
    if (!client) return;
    saveCalendar(space?.name ?? session.title, client.spaceId, [sessionEntry(session)]);
    this.say(this.t('calendarFileSaved'));
  }

  #askErase(): void {
    this.isErasing = true;
    this.focusOn('erase-yes');
  }

  #keep(): void {
    this.isErasing = false;
    this.focusOn('part-heading');
  }

  async #erase({ id, version }: KnownSession): Promise<void> {
    const { refused } = await this.send('eraseSession', { id, version });
    this.refused = refused;
    this.isErasing = false;
    if (!refused) this.goOn(this.t('sessionErased'), 'sessions');
  }
}
