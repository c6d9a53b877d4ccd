import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { agreementsForm } from './run-agreements';
import { fillScreen, leaveFullScreen, runScreen } from './run-screen';
import {
  MOST_ATTENDEES,
  beginRun,
  followInput,
  followsAt,
  heldInput,
  itemInput,
  runDraft,
  toStep,
  typedAgreements,
  withOthers,
} from './run-state';
import type { Run } from './run-state';
import { experienceLinks, pointControls, runClock, runPoint, stepControls, stepWords } from './run-view';
import type { ControlsOptions } from './run-view';
import { Ticker, isRunning, leftOf, paused, started } from './session-clock';
import { ExperienceTitles } from './session-experiences';
import type { KnownSession } from './session-known';
import { SessionPart, sessionHref } from './session-part';
import { stepsOf } from './session-programme';
import type { Step } from './session-programme';
import { runStyles } from './run.styles';
import type { SpaceClient } from '../../../client/types';
import type { Agreement, AgendaItemView } from '../../../model/agenda-types';
import { newId } from '../../../model/new-id';
import type { Id } from '../../../model/types';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

/** Holding a session: its steps with a clock, its points one by one, and what is agreed. All of it is kept as typed. */
export class AgendaRun extends SessionPart {
  static override styles: CSSResultGroup = [SessionPart.styles, runStyles];

  /** As it was kept last. */
  @state() private run?: Run | undefined;
  @state() private isRead = false;
  @state() private isOnScreen = false;
  @state() private errors: readonly FormError[] = [];
  @state() private attempt = 0;
  @state() private refused?: string | undefined;
  /** What is said of the clock and the steps, politely. */
  @state() private told = '';

  readonly #titles = new ExperienceTitles(this, () => this.#session?.experienceIds ?? []);
  /** As it begins, when nothing was kept. */
  #fresh?: Run;
  #isOver = false;

  constructor() {
    super();
    new Ticker(this, () => this.run?.clock);
  }

  get #session(): KnownSession | undefined {
    return this.sessionOf(this.sessionId);
  }

  get #draftName(): string {
    return runDraft(this.sessionId);
  }

  get #steps(): Step[] {
    const session = this.#session;
    if (!session) return [];
    return stepsOf(this.methodsOf(session.methodIds), session.minutes, this.t('runWhole'));
  }

  get #points(): AgendaItemView[] {
    return this.#session?.agendaItemIds.flatMap((id) => this.itemOf(id) ?? []) ?? [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('fullscreenchange', this.#fullScreenChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('fullscreenchange', this.#fullScreenChanged);
    if (this.isOnScreen) void leaveFullScreen();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#tellTime();
  }

  protected override async readDrafts(client: SpaceClient): Promise<void> {
    this.run ??= await client.draft<Run>(this.#draftName);
    this.isRead = true;
  }

  /** Where one is, with what others wrote up meanwhile. A programme that became shorter has another last step. */
  get #shown(): Run | undefined {
    const session = this.#session;
    const knowsSteps = session?.methodIds.length === 0 || this.allMethods.isComplete;
    if (!session || !knowsSteps || !this.isRead) return undefined;
    const run = withOthers(this.run ?? (this.#fresh ??= beginRun(session, new Date())), session);
    const within = (at: number, count: number) => Math.max(0, Math.min(at, count - 1));
    return { ...run, step: within(run.step, this.#steps.length), item: within(run.item, this.#points.length) };
  }

  #tellTime(): void {
    const run = this.#shown;
    const step = this.#steps[run?.step ?? 0];
    if (!run || !step) return;
    const isOver = isRunning(run.clock) && leftOf(run.clock, step.minutes, Date.now()) <= 0;
    if (isOver && !this.#isOver) this.told = this.t('runTimeIsUp');
    this.#isOver = isOver;
  }

  override render(): TemplateResult {
    const { t } = this;
    const run = this.#shown;
    const session = this.#session;
    return html`<div class="samen stack">
      <div><a class="btn btn--quiet pull no-print" href=${sessionHref(this.sessionId)}>${icon('arrow-left')}${t('runToSession')}</a></div>
      ${session && run && this.mayKeepSessions ? this.#renderRun(session, run) : this.renderMissing()}
    </div>`;
  }

  #renderRun(session: KnownSession, run: Run): TemplateResult {
    return html`${this.partHeading(html`<span dir="auto">${session.title}</span>`)}
      <p class="hidden" role="status">${this.told}</p>
      <div class="run-page">
        ${session.status === 'held' ? nothing : html`${this.#renderStep(run)}<div class="run-side">${this.#renderPoints(run)} ${this.#renderExperiences(session)}</div>`}
        ${this.#renderWriting(session, run)}
      </div>`;
  }

  #controls(run: Run): ControlsOptions {
    return {
      ...{ t: this.t, run, steps: this.#steps.length, points: this.#points.length },
      onTurn: () => this.#turn(run),
      onStep: (by) => this.#step(run, by),
      onPoint: (by) => this.#point(run, by),
    };
  }

  #renderStep(run: Run): TemplateResult {
    const { t } = this;
    const steps = this.#steps;
    const step = steps[run.step];
    if (!step) return html``;
    const at = stepWords(run, steps, t);
    const points = this.#points;
    const point = points[run.item];
    const controls = this.#controls(run);
    return html`<section class="panel run-step" aria-labelledby="step-heading">
      ${this.heading(1, at, { class: 'h-small muted', id: 'step-heading' })}
      <p class="run-text" dir="auto">${step.text}</p>
      ${runClock(run, step, t)} ${stepControls(controls)}
      ${run.step === steps.length - 1 && steps.length > 1 ? html`<p class="small muted">${t('runLastStep')}</p>` : nothing}
      <div class="row no-print">
        <button type="button" class="btn btn--quiet pull" id="to-screen" @click=${() => this.#toScreen()}>${icon('eye')}${t('runScreen')}</button>
        <span class="small muted">${t('runScreenHint')}</span>
      </div>
      ${runScreen({
        ...{ t, isOpen: this.isOnScreen, title: this.#session?.title ?? '', step, at },
        clock: runClock(run, step, t),
        item: point && { at: t('runItem', run.item + 1, points.length), title: point.title, question: point.question },
        controls: html`${stepControls(controls, true)} ${point ? pointControls(controls) : nothing}`,
        told: this.told,
        onKey: (event) => this.#key(event, run),
        onClose: () => void this.#leaveScreen(),
      })}
    </section>`;
  }

  #renderPoints(run: Run): TemplateResult {
    const { t } = this;
    const points = this.#points;
    const point = points[run.item];
    if (!point) return html`<p class="muted">${t('runNoItems')}</p>`;
    return html`<section class="stack" aria-labelledby="point-heading">
      ${this.heading(1, t('runItem', run.item + 1, points.length), { class: 'h-small muted', id: 'point-heading' })}
      ${runPoint(point, t, this.partyName)} ${pointControls(this.#controls(run))}
    </section>`;
  }

  #renderExperiences({ experienceIds }: KnownSession): TemplateResult | typeof nothing {
    const known = this.#titles.known(experienceIds);
    if (known.length === 0) return nothing;
    return html`<section class="stack stack--tight">
      ${this.heading(1, this.t('runExperiences'), { class: 'h-small' })} ${experienceLinks(known)}
    </section>`;
  }

  #renderWriting(session: KnownSession, run: Run): TemplateResult {
    const { t, common, errors } = this;
    const isHeld = session.status === 'held';
    const follows = followsAt(session, run.beganAt);
    const send = (event: Event) => {
      event.preventDefault();
      void this.once('finish', () => this.#finish(session, run));
    };
    const attendeesError = errors.find(({ fieldId }) => fieldId === 'attendees')?.text;
    return html`<form class="stack stack--loose" novalidate @submit=${send}>
      ${this.heading(1, t('runAgreementsTitle'), { class: 'h-card', id: 'agreements-heading', focusable: true })}
      <p class="muted">${t('runAgreementsHint')}</p>
      ${errors.length > 0 ? errorSummary({ heading: t('planWrong'), errors, attempt: this.attempt }) : nothing}
      ${agreementsForm({
        t,
        common,
        agreements: run.agreements,
        parties: this.space?.parties ?? [],
        errors,
        onChange: (id, change) => this.#agree(run, id, change),
        onAdd: () => this.#add(run),
        onRemove: (id) => this.#remove(run, id),
        onMakeItem: (id) => void this.once(`item of ${id}`, () => this.#makeItem(session, run, id)),
      })}
      ${textField({
        id: 'attendees',
        label: t('runAttendees'),
        description: t('runAttendeesHint'),
        value: run.attendees,
        type: 'number',
        min: '0',
        optional: common('optional'),
        ...(attendeesError && { error: attendeesError }),
        onInput: (attendees) => this.#keep({ ...run, attendees }),
      })}
      ${this.refused ? notice({ tone: 'bad', title: this.refused, role: 'alert' }) : nothing}
      <p class="small muted">${t('runFinishText')} ${follows ? t('runFinishAgain', this.day(follows)) : nothing}</p>
      <div class="row"><button type="submit" class="btn btn--main">${t(isHeld ? 'runSave' : 'runFinish')}</button></div>
    </form>`;
  }

  #keep(run: Run): void {
    this.run = run;
    void this.client?.saveDraft(this.#draftName, run);
  }

  #turn(run: Run): void {
    const now = Date.now();
    this.#keep({ ...run, clock: isRunning(run.clock) ? paused(run.clock, now) : started(run.clock, now) });
  }

  #step(run: Run, by: number): void {
    const steps = this.#steps;
    const step = run.step + by;
    const next = steps[step];
    if (!next) return;
    this.#keep(toStep(run, step, Date.now()));
    this.told = `${this.t('runStep', step + 1, steps.length)}. ${next.text}`;
    this.#keepFocus();
  }

  #point(run: Run, by: number): void {
    const item = run.item + by;
    const points = this.#points;
    const next = points[item];
    if (!next) return;
    this.#keep({ ...run, item });
    this.told = `${this.t('runItem', item + 1, points.length)}. ${next.title}`;
    this.#keepFocus();
  }

  /** At the first and the last the button that was pressed goes: the focus stays among its neighbours. */
  #keepFocus(): void {
    const row = (this.renderRoot as ShadowRoot).activeElement?.closest('.row');
    void this.updateComplete.then(() => {
      if (row && !row.contains((this.renderRoot as ShadowRoot).activeElement)) row.querySelector('button')?.focus();
    });
  }

  /** As a presenter's remote sends them: on and back; up and down for the points. */
  #key(event: KeyboardEvent, run: Run): void {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowRight: () => this.#step(run, 1),
      PageDown: () => this.#step(run, 1),
      ArrowLeft: () => this.#step(run, -1),
      PageUp: () => this.#step(run, -1),
      ArrowDown: () => this.#point(run, 1),
      ArrowUp: () => this.#point(run, -1),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  #toScreen(): void {
    this.isOnScreen = true;
    void this.updateComplete.then(() => fillScreen(this.renderRoot.querySelector('#screen')));
  }

  async #leaveScreen(): Promise<void> {
    this.isOnScreen = false;
    await leaveFullScreen();
  }

  /** The browser's own Escape leaves the full screen: then there is no more to see of it either. */
  readonly #fullScreenChanged = (): void => {
    if (this.isOnScreen && !document.fullscreenElement) this.isOnScreen = false;
  };

  #agree(run: Run, id: Id, change: Partial<Agreement>): void {
    this.#keep({ ...run, agreements: run.agreements.map((one) => (one.id === id ? { ...one, ...change } : one)) });
  }

  #add(run: Run): void {
    const id = newId();
    this.#keep({ ...run, agreements: [...run.agreements, { id, text: '', isDone: false }] });
    this.focusOn(`agreement-${id}`);
  }

  #remove(run: Run, id: Id): void {
    const at = run.agreements.findIndex((one) => one.id === id);
    const agreements = run.agreements.filter((one) => one.id !== id);
    this.#keep({ ...run, agreements });
    const neighbour = agreements[at] ?? agreements[at - 1];
    this.focusOn(...(neighbour ? [`agreement-${neighbour.id}`] : []), 'add-agreement');
  }

  async #makeItem(session: KnownSession, run: Run, id: Id): Promise<void> {
    const agreement = run.agreements.find((one) => one.id === id);
    if (!agreement) return;
    const item = itemInput(agreement, session, this.space?.currentPhaseId);
    const { refused } = await this.send('saveAgendaItem', item);
    this.refused = refused;
    const shown = this.#shown;
    if (refused || !shown) return;
    this.#agree(shown, id, { agendaItemId: item.id });
    this.say(this.t('runAgreementMade'));
    this.focusOn(`item-${id}`);
  }

  #wrong(run: Run): FormError[] {
    const { t } = this;
    const attendees = Number(run.attendees || 0);
    const isCount = Number.isInteger(attendees) && attendees >= 0 && attendees <= MOST_ATTENDEES;
    const kept = typedAgreements(run);
    return [
      ...run.agreements.flatMap((one, at) =>
        kept.includes(one) ? this.textError(`agreement-${one.id}`, one.text, t('runAgreementRequired', at + 1)) : [],
      ),
      ...(isCount ? [] : [{ fieldId: 'attendees', text: t('runAttendeesWrong') }]),
    ];
  }

  async #finish(session: KnownSession, run: Run): Promise<void> {
    this.attempt += 1;
    this.errors = this.#wrong(run);
    if (this.errors.length > 0) return;
    const follow = followInput(session, run);
    const { refused, error } = await this.send('saveSession', heldInput(session, run));
    // What somebody else wrote up meanwhile comes along.
    if (error?.kind === 'stale') await this.allSessions.refresh();
    this.refused = error?.kind === 'stale' ? this.t('runChanged') : refused;
    if (refused) return;
    // The next one is part of it: when that was refused, it is said, and can be tried again.
    const next = follow && (await this.send('saveSession', follow));
    this.refused = next?.refused;
    if (this.refused) return;
    await this.client?.dropDraft(this.#draftName);
    this.goOn(this.t('runFinished'), 'sessions', session.id);
  }
}
