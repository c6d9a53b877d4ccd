import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { BackpackLatePart } from './late';
import { whenWritten, whoWrote } from '../card';
import { experienceStyles } from '../card.styles';
import type { LogEntryView, ReportView } from '../../../contract/experiences';
import { QueryController } from '../../../elements/query-controller';
import type { ExperienceView } from '../../../model/experience-types';
import { toDay } from '../../../model/today';
import type { Day, Id } from '../../../model/types';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

const MOST = 100;

/** Keeping order, for the core team: what waits for approval, what was reported, and what was done. */
export class BackpackModeration extends BackpackLatePart {
  static override styles: CSSResultGroup = [
    BackpackLatePart.styles,
    experienceStyles,
    css`
      .rowlist > li { display: grid; gap: 0.1em 0.75em; padding-block: 0.75em; border-block-end: 1px solid var(--_hairline); grid-template-columns: minmax(0, 1fr) auto; align-items: center; overflow-wrap: anywhere; }
      .rowlist .said { padding: 0; border: 0; }
      @container samen (max-width: 26.24em) {
        .rowlist > li { grid-template-columns: minmax(0, 1fr); }
      }
    `,
  ];

  @state() private refused?: string | undefined;

  readonly #pending = new QueryController(this, 'listExperiences', () => ({
    collection: 'pending' as const,
    limit: MOST,
  }));
  readonly #reports = new QueryController(this, 'listReports', () => ({ limit: MOST }));
  readonly #log = new QueryController(this, 'listLogEntries', () => ({ limit: MOST }));

  override render(): TemplateResult {
    const { t } = this;
    return html`<div class="samen stack stack--loose">
      <div><button type="button" class="btn btn--quiet pull" @click=${() => this.leave()}>${icon('arrow-left')}${t('toFeed')}</button></div>
      <div>${this.partHeading(t('moderation'))}<p class="muted">${t('moderationHint')}</p></div>
      ${this.refused ? notice({ tone: 'bad', title: this.refused, role: 'alert' }) : nothing} ${this.renderFailed()}
      <section class="stack" aria-labelledby="approvals">
        ${this.heading(1, t('approvals'), { class: 'h-card', id: 'approvals', focusable: true })}
        ${this.#list(this.#pending.data?.items, t('noApprovals'), (items) => html`${items.map((one) => this.#renderPending(one))}`)}
      </section>
      <section class="stack stack--tight" aria-labelledby="reports">
        ${this.heading(1, t('reports'), { class: 'h-card', id: 'reports', focusable: true })}
        ${this.#list(this.#reports.data?.items, t('noReports'), (items) => html`<ul class="rowlist">${items.map((one) => this.#renderReport(one))}</ul>`)}
      </section>
      <section class="stack stack--tight" aria-labelledby="log">
        ${this.heading(1, t('log'), { class: 'h-card', id: 'log' })}
        <p class="small muted">${t('logHint')}</p>
        ${this.#list(this.#log.data?.items, t('noLog'), (items) => html`<ul class="rowlist">${items.map((one) => this.#renderEntry(one))}</ul>`)}
      </section>
    </div>`;
  }

  #list<T>(
    items: readonly T[] | undefined,
    none: string,
    draw: (items: readonly T[]) => TemplateResult,
  ): TemplateResult | typeof nothing {
    if (!items) return nothing;
    return items.length > 0 ? draw(items) : html`<p class="muted">${none}</p>`;
  }

  #when(day: Day): string {
    return whenWritten({ today: toDay(new Date()), t: this.t, date: (one) => this.date(one) }, day);
  }

  #renderPending(experience: ExperienceView): TemplateResult {
    const { t } = this;
    const { id } = experience;
    return html`<div class="stack stack--tight">
      ${this.renderCard(experience)}
      <div class="row">
        <button type="button" class="btn btn--main" aria-describedby="title-${id}" @click=${() => void this.#approve(id)}>${icon('check-circle')}${t('approve')}</button>
      </div>
    </div>`;
  }

  #renderReport({ id, experienceId, title, reason, reportedOn }: ReportView): TemplateResult {
    const { t } = this;
    return html`<li data-report=${id}>
      <div>
        <p class="said" dir="auto">${reason}</p>
        <p class="byline"><span dir="auto">${title}</span><time datetime=${reportedOn}>${this.#when(reportedOn)}</time></p>
      </div>
      <button type="button" class="btn" aria-label=${t('viewOf', title)} @click=${() => this.go(experienceId)}>${t('view')}</button>
    </li>`;
  }

  #renderEntry({ on, by, action, aboutId, reason, changes = [] }: LogEntryView): TemplateResult {
    const { t, labels } = this;
    return html`<li>
      <div>
        <p><b>${t('didAction', action)}</b>${reason ? html`: <span dir="auto">${reason}</span>` : nothing}</p>
        ${changes.map(({ what, from, to }) => html`<p class="said">${what}: ${from || '–'} → ${to || '–'}</p>`)}
        <p class="byline">${labels ? whoWrote({ labels, t }, by, false) : nothing}<time datetime=${on}>${this.#when(on)}</time></p>
      </div>
      ${action === 'settings' ? nothing : html`<button type="button" class="btn btn--quiet" @click=${() => this.go(aboutId)}>${t('view')}</button>`}
    </li>`;
  }

  async #approve(id: Id): Promise<void> {
    const { refused } = await this.send('approveExperience', { id, reason: '' });
    this.refused = refused;
    if (!refused) this.say(this.t('approveDid'));
    await this.updateComplete;
    (
      this.renderRoot.querySelector<HTMLElement>('article') ?? this.renderRoot.querySelector<HTMLElement>('#approvals')
    )?.focus();
  }
}
