import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { evidenceStyles } from './edit-evidence';
import { Finder } from './finder';
import { ResultsPart } from './part';
import { ChosenReader } from './report-chosen';
import { blank, choiceOf, draftAgain, draftErrors, draftOf, reasonId } from './report-draft';
import type { Draft } from './report-draft';
import { saveReport } from './report-file';
import { REPORT_MESSAGES } from './report-messages';
import { reportPaper } from './report-paper';
import { daysIn, daysOf, nameOf, periodChoice, periodErrors, warnOfDays } from './report-period';
import type { Days, PeriodName } from './report-period';
import { PaperPrinter } from './report-print';
import { reportStyles } from './report.styles';
import { reportTools } from './report-tools';
import { LONG_DATE, noonOf, todayHere } from '../../../elements/dates';
import { hashFor } from '../../../elements/hash-address';
import type { MessageSource } from '../../../elements/messages';
import { QueryController } from '../../../elements/query-controller';
import type { ResultsReportMessages } from '../../../locales/results-report.nl';
import { isId } from '../../../model/id';
import { chosenExperience } from '../../../model/report';
import type { Choice, ChosenExperience, KeptReport, PeriodReport } from '../../../model/result-types';
import { MOST_LINKS } from '../../../model/session';
import type { Day, Id } from '../../../model/types';
import { chartStyles } from '../../../ui/chart.styles';
import { driverStyles } from '../../../ui/driver.styles';
import type { FormError } from '../../../ui/errors';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';
import { compareStyles, sideBySide } from '../../../ui/side-by-side';
import { bone, skeleton } from '../../../ui/skeleton';
import { skeletonStyles } from '../../../ui/skeleton.styles';
import { tableStyles } from '../../../ui/table.styles';
import { resultsStyles } from '../results.styles';

/**
 * The report of a period. Everybody reads, prints and saves it; the core team writes above it, chooses experiences and
 * keeps it. `about`: `report`, `report/{from}/{until}` or `report/kept/{id}`.
 */
export class ResultsReport extends ResultsPart<ResultsReportMessages> {
  static override styles: CSSResultGroup = [
    ResultsPart.styles,
    driverStyles,
    skeletonStyles,
    tableStyles,
    chartStyles,
    resultsStyles,
    compareStyles,
    evidenceStyles,
    reportStyles,
  ];

  @state() private period?: PeriodName | undefined;
  @state() private days?: Days;
  /** Own dates, as typed; shown once they are asked for. */
  @state() private typed: Days = { from: '', until: '' };
  @state() private draft?: Draft | undefined;
  /** Of the own dates; `errors` are of what is kept. */
  @state() private periodErrors: readonly FormError[] = [];
  @state() private errors: readonly FormError[] = [];
  @state() private attempt = 0;
  @state() private refused?: string | undefined;
  @state() private meanwhile?: KeptReport | undefined;
  @state() private isMaking = false;

  readonly #kept = new QueryController(this, 'getKeptReport', () => (this.#keptId ? { id: this.#keptId } : undefined));
  readonly #report = new QueryController(this, 'getReport', () => this.#question);
  readonly #list = new QueryController(this, 'listKeptReports', () => ({ limit: 20 }));
  readonly #finder = new Finder(this, { items: false });
  readonly #reader = new ChosenReader(this, () => this.#unkept);
  readonly #printer = new PaperPrinter();
  /** The draft that was asked for last, by its name. */
  #asked = '';
  #isTyped = false;

  protected override get messages(): readonly MessageSource[] {
    return [REPORT_MESSAGES];
  }

  get #keptId(): Id | undefined {
    const [, name, id] = this.about.split('/');
    // By a link alone: what an editor writes are days.
    return name === 'kept' && this.takesFocus && isId(id) ? id : undefined;
  }

  get #days(): Days | undefined {
    if (this.days) return this.days;
    const kept = this.#kept.data;
    if (this.#keptId) return kept && { from: kept.from, until: kept.until };
    return daysIn(this.about.split('/')) ?? daysOf('thisQuarter', todayHere());
  }

  get #question() {
    const days = this.#days;
    return days && { ...days, ...(this.#keptId && { kept: this.#keptId }) };
  }

  /** Those the backend printed with the report, as it was kept. */
  get #printed(): readonly ChosenExperience[] {
    return this.#report.data?.experiences.chosen ?? [];
  }

  /** Chosen here and not kept: these are read one by one. */
  get #unkept(): Id[] {
    if (!this.#isTyped) return [];
    const printed = new Set(this.#printed.map(({ experienceId }) => experienceId));
    return (this.draft?.chosen ?? []).map(({ experienceId }) => experienceId).filter((id) => !printed.has(id));
  }

  /** What stands in the report now. What was erased or hidden since it was chosen stands in none. */
  get #chosen(): readonly ChosenExperience[] {
    if (!this.#isTyped || !this.draft) return this.#printed;
    return this.draft.chosen.flatMap((choice) => this.#asPrinted(choice) ?? []);
  }

  #asPrinted(choice: Choice): ChosenExperience | undefined {
    const { experienceId: id, reason } = choice;
    const printed = this.#printed.find(({ experienceId }) => experienceId === id);
    if (printed) return { ...printed, reason };
    // Until it is read by itself, as it was just found.
    const read = this.#reader.isGone(id) ? undefined : (this.#reader.experience(id) ?? this.#finder.experience(id));
    return read && chosenExperience(choice, read);
  }

  get #draftName(): string {
    const { from = '', until = '' } = this.#days ?? {};
    return `report ${this.#keptId ?? `${from} ${until}`}`;
  }

  get #isDepartment(): boolean {
    const mine = this.me?.member?.partyId;
    return this.space?.parties.find(({ id }) => id === mine)?.kind === 'department';
  }

  /** Only the core team writes it; the rest reads what was kept. */
  get #mayMake(): boolean {
    return this.mayWrite && this.isCoreTeam;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#printer.end();
  }

  protected override firstUpdated(): void {
    // Nobody walked here: the days are an editor's.
    if (!this.takesFocus) warnOfDays(this.about.split('/'));
  }

  protected override updated(): void {
    super.updated();
    this.#printer.begin(
      () => this.renderRoot.querySelector('article.paper'),
      () => this.takesFocus,
    );
    const report = this.#report.data;
    const kept = this.#kept.data;
    if (!report || !this.client || (this.#keptId && !kept)) return;
    // What was kept may be known from before: as long as nothing is typed, this follows.
    if (kept && this.draft && !this.#isTyped && kept.version > this.draft.version) this.draft = draftOf(kept);
    this.draft ??= kept ? draftOf(kept) : blank();
    void this.#findDraft();
  }

  async #findDraft(): Promise<void> {
    const name = this.#draftName;
    if (!this.#mayMake || this.#asked === name) return;
    this.#asked = name;
    const found = await this.client?.draft<Draft>(name);
    if (!found || this.#draftName !== name) return;
    this.#isTyped = true;
    this.draft = draftAgain(found);
    this.isMaking = true;
  }

  override render(): TemplateResult {
    const { t } = this;
    const isGone = this.#keptId !== undefined && this.#kept.view.error?.kind === 'notFound';
    const report = this.#report.data;
    return html`<div class="samen stack">
      ${this.takesFocus ? html`<div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${t('toResults')}</button></div>` : nothing}
      <div class="no-print">${this.partHeading(t('reportHeading'))}</div>
      ${isGone ? html`<p role="alert">${t('reportGone')}</p>` : this.#renderPeriod()}
      ${this.#mayMake && this.draft && report && !isGone ? this.#renderTools(this.draft) : nothing}
      ${report ? this.#renderReport(report) : isGone ? nothing : this.#renderWaiting()} ${this.#renderList()}
    </div>`;
  }

  #renderWaiting(): TemplateResult {
    if (this.#report.view.error) return html`${this.renderFailed()}`;
    return skeleton(
      this.common('loading'),
      html`<div class="paper">${bone('40%', '2em')}${bone('100%', '5em')}${bone('90%')}${bone('80%')}${bone('85%')}</div>`,
    );
  }

  #renderPeriod(): TemplateResult | typeof nothing {
    const days = this.#days;
    if (!days) return nothing;
    return html`<div class="no-print">${periodChoice({
      t: this.t,
      chosen: this.period ?? nameOf(days, todayHere()),
      typed: this.typed.from || this.typed.until ? this.typed : days,
      errors: this.periodErrors,
      onChoose: (name) => this.#choose(name),
      onType: (change) => (this.typed = { ...(this.typed.from || this.typed.until ? this.typed : days), ...change }),
      onShow: () => this.#show(),
    })}</div>`;
  }

  #renderTools(draft: Draft): TemplateResult {
    return reportTools({
      ...{ t: this.t, common: this.common, draft, chosen: this.#chosen, finder: this.#finder },
      ...{ errors: this.errors, attempt: this.attempt, refused: this.#renderRefused(draft) },
      isDepartment: this.#isDepartment,
      isOpen: this.isMaking,
      onToggle: (isOpen) => (this.isMaking = isOpen),
      onType: (change) => this.#type(change),
      onChoose: (id) => this.#add(id),
      onRemove: (id) => this.#remove(id),
      onReason: (id, reason) =>
        this.#type({ chosen: draft.chosen.map((one) => (one.experienceId === id ? { ...one, reason } : one)) }),
      onKeep: () => void this.once('keep', () => this.#keep()),
    });
  }

  #renderRefused(draft: Draft): TemplateResult | typeof nothing {
    const { t, refused, meanwhile } = this;
    if (!refused) return nothing;
    if (!meanwhile) return notice({ tone: 'bad', title: refused, role: 'alert' });
    return notice({
      tone: 'warn',
      title: t('reportMeanwhile'),
      role: 'alert',
      text: t('reportDoAnyway'),
      more: sideBySide({
        nowLabel: t('reportNowIs'),
        wantedLabel: t('reportYouWanted'),
        now: meanwhile.introduction,
        wanted: draft.introduction,
      }),
    });
  }

  #renderReport(report: PeriodReport): TemplateResult {
    const { t, draft, localize } = this;
    const button = (words: string, sign: Parameters<typeof icon>[0], onClick: () => void, name = 'btn') =>
      html`<button type="button" class=${name} @click=${onClick}>${icon(sign)}${words}</button>`;
    return html`<div class="row no-print">
        ${button(t('reportPrint'), 'file', () => this.#printer.print())}
        ${button(t('reportCsv'), 'download', () => this.#save('csv'), 'btn btn--quiet')}
        ${button(t('reportJson'), 'download', () => this.#save('json'), 'btn btn--quiet')}
      </div>
      ${reportPaper({
        report,
        ...{ introduction: draft?.introduction ?? '', chosen: this.#chosen },
        spaceName: this.space?.name ?? '',
        drivers: this.drivers,
        ...{ t, longDate: this.#longDate, percent: this.percent, partyName: this.partyName },
        number: (value) => localize.number(value),
        heading: (depth, content, name) => this.heading(depth, content, { class: name }),
      })}`;
  }

  #renderList(): TemplateResult | typeof nothing {
    const { t } = this;
    const others = (this.#list.data?.items ?? []).filter(({ id }) => id !== this.#keptId);
    if (others.length === 0) return nothing;
    return html`<section class="stack stack--tight no-print">
      ${this.heading(1, t('reportKeptList'), { class: 'h-card' })}
      <ul class="kept">${others.map(
        ({ id, from, until, keptOn }) =>
          html`<li><a href=${hashFor('results', 'report', 'kept', id)}>${t('reportOf', this.#longDate(from), this.#longDate(until))}</a> <span class="small muted">${t('reportKeptOn', this.#longDate(keptOn))}</span></li>`,
      )}</ul>
    </section>`;
  }

  readonly #longDate = (day: Day): string => this.localize.date(noonOf(day), LONG_DATE);

  #choose(name: PeriodName): void {
    this.period = name;
    this.periodErrors = [];
    // Whoever goes along the choices with the arrows stays among them: own dates are shown when asked for.
    if (name !== 'own') this.#turnTo(daysOf(name, todayHere()));
  }

  #show(): void {
    const typed = this.typed.from || this.typed.until ? this.typed : this.#days;
    if (!typed) return;
    this.periodErrors = periodErrors(typed, this.t);
    const [wrong] = this.periodErrors;
    if (wrong) this.focusOn(wrong.fieldId);
    else this.#turnTo(typed);
  }

  /** Another period: with what was typed for that one. */
  #turnTo(days: Days): void {
    this.days = days;
    this.draft = undefined;
    this.#isTyped = this.isMaking = false;
    this.refused = this.meanwhile = undefined;
    this.errors = [];
    this.say(this.t('reportOf', this.#longDate(days.from), this.#longDate(days.until)));
  }

  #type(change: Partial<Draft>): void {
    if (!this.draft) return;
    this.#isTyped = true;
    this.draft = { ...this.draft, ...change };
    void this.client?.saveDraft(this.#draftName, this.draft);
  }

  #add(id: Id): void {
    const experience = this.#finder.experience(id);
    const chosen = this.draft?.chosen ?? [];
    if (!experience) return;
    const isFull = this.#chosen.length >= MOST_LINKS;
    if (!isFull) this.#type({ chosen: [...chosen, { experienceId: id, reason: '' }] });
    this.say(isFull ? this.t('choiceMost') : this.t('choiceAdded', experience.title));
    this.focusOn(reasonId(id), 'find');
  }

  #remove(id: Id): void {
    const chosen = this.#chosen;
    const isOther = ({ experienceId }: Choice) => experienceId !== id;
    const at = chosen.findIndex((one) => !isOther(one));
    const left = chosen.filter(isOther);
    this.#type({ chosen: (this.draft?.chosen ?? []).filter(isOther) });
    this.say(this.t('choiceRemoved', chosen[at]?.title ?? ''));
    const neighbour = left[Math.min(at, left.length - 1)];
    this.focusOn(...(neighbour ? [`remove-${neighbour.experienceId}`] : []), 'find');
  }

  #save(type: 'csv' | 'json'): void {
    const report = this.#report.data;
    if (!report) return;
    const chosen = [...this.#chosen];
    const name = saveReport(type, {
      report: { ...report, experiences: { ...report.experiences, chosen } },
      introduction: this.draft?.introduction ?? '',
      fileName: this.t('reportFile'),
      parties: this.space?.parties ?? [],
      drivers: this.drivers,
      language: this.language,
    });
    this.say(this.t('reportSaved', name));
  }

  async #keep(): Promise<void> {
    const { draft } = this;
    const days = this.#days;
    if (!draft || !days) return;
    this.attempt += 1;
    this.errors = draftErrors(draft.introduction, this.#chosen, { t: this.t, text: this.textError });
    if (this.errors.length > 0) return;
    const { id, introduction, audience, version } = draft;
    const choices = (this.#isTyped ? draft.chosen : this.#printed)
      .filter(({ experienceId }) => !this.#reader.isGone(experienceId))
      .map(choiceOf);
    const name = this.#draftName;
    const input = { id, version, ...days, introduction, choices, audience };
    const { refused, error } = await this.send('saveKeptReport', input);
    this.meanwhile = error?.kind === 'stale' ? (error.current as KeptReport | undefined) : undefined;
    this.refused = refused;
    // Kept once more, it goes over what is shown beside it.
    if (this.meanwhile) this.#type({ version: this.meanwhile.version });
    if (refused) return;
    await this.client?.dropDraft(name);
    this.#isTyped = false;
    // Going says that all is quiet.
    this.go('report', 'kept', id);
    this.say(this.t('reportKept'));
  }
}
