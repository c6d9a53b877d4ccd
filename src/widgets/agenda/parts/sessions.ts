import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { calendarHome, calendarPanel } from './session-calendar';
import { ballEntries, saveCalendar, sessionEntry } from './session-file';
import { beginOf, comingOf, heldOf, isOverdue } from './session-known';
import type { KnownSession } from './session-known';
import { SessionPart, sessionHref } from './session-part';
import { QueryController } from '../../../elements/query-controller';
import { tag } from '../../../ui/chips';
import { emptyState } from '../../../ui/empty-state';
import { icon } from '../../../ui/icon';

/** Reflection meetings: what comes, what was, and the way to have them in one's own calendar. */
export class AgendaSessions extends SessionPart {
  /** The key of the calendar, told once. */
  @state() private made?: string | undefined;
  @state() private refused?: string | undefined;

  readonly #key = new QueryController(this, 'getCalendarKey', () => (this.#home ? {} : undefined));

  get #home(): string | undefined {
    return calendarHome(this.backend);
  }

  override render(): TemplateResult {
    const { t } = this;
    return html`<div class="samen stack apart">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${() => this.leave()}>${icon('arrow-left')}${t('toAgenda')}</button></div>
      <div class="head-row">
        <div>${this.partHeading(t('sessionsTitle'))}<p class="muted">${t('sessionsLead')}</p></div>
        ${
          this.mayKeepSessions
            ? html`<a class="btn btn--main no-print" href=${sessionHref('new')}>${icon('plus')}${t('sessionPlan')}</a>`
            : nothing
        }
      </div>
      ${this.#renderLists()} ${this.allSessions.isComplete ? this.#renderCalendar() : nothing}
    </div>`;
  }

  #renderLists(): TemplateResult {
    const { t, sessions } = this;
    if (!this.allSessions.hasCome) {
      const failed = this.renderFailed();
      if (failed !== nothing) return html`${failed}`;
      return this.renderLoading();
    }
    if (sessions.length === 0) {
      return emptyState({
        heading: this.heading(1, t('sessionsEmptyTitle'), { class: 'h-card' }),
        text: `${t('sessionsEmptyText')}${this.mayKeepSessions ? '' : ` ${t('sessionsEmptyAsk')}`}`,
      });
    }
    const now = new Date();
    const [coming, held] = [comingOf(sessions, now), heldOf(sessions)];
    return html`<section class="stack" aria-labelledby="coming-heading">
        ${this.heading(1, t('sessionsComing'), { class: 'h-card', id: 'coming-heading' })}
        ${
          coming.length > 0
            ? html`<ul class="sessions">${coming.map((session) => this.#renderOne(session, now))}</ul>`
            : html`<p class="muted">${t('sessionsNoneComing')}</p>`
        }
      </section>
      ${
        held.length > 0
          ? html`<section class="stack" aria-labelledby="held-heading">
              ${this.heading(1, t('sessionsHeld'), { class: 'h-card', id: 'held-heading' })}
              <ul class="sessions">${held.map((session) => this.#renderOne(session, now))}</ul>
            </section>`
          : nothing
      }`;
  }

  #renderOne(session: KnownSession, now: Date): TemplateResult {
    const { t } = this;
    const { id, title, minutes, place, recurrence, status, attendees, agreements } = session;
    const begin = beginOf(session, now);
    const isHeld = status === 'held';
    const isPrepared = session.methodIds.length + session.agendaItemIds.length > 0;
    const standing = isHeld
      ? [
          ...(attendees === undefined ? [] : [t('sessionAttended', attendees)]),
          ...(agreements.length > 0 ? [t('sessionAgreed', agreements.length)] : []),
        ].join(', ')
      : '';
    return html`<li class=${isHeld ? 'card card--flat session' : 'card session'}>
      ${this.heading(2, html`<a href=${sessionHref(id)}><span dir="auto">${title}</span></a>`, { class: 'h-small' })}
      <p>${icon('calendar')} ${this.times(begin, minutes)}${place ? html`, <span dir="auto">${place}</span>` : nothing}</p>
      ${recurrence && !isHeld ? html`<p class="small muted">${icon('refresh')} ${this.againAndLater(session, now)}</p>` : nothing}
      ${standing ? html`<p class="small muted">${standing}</p>` : nothing}
      ${
        isHeld && !session.isWaiting
          ? nothing
          : html`<div class="row">
              ${isHeld ? nothing : isOverdue(session, now) ? tag(t('sessionToWriteUp'), { tone: 'warn', icon: 'clock' }) : tag(t(isPrepared ? 'sessionPrepared' : 'sessionNotPrepared'), { tone: isPrepared ? 'good' : 'line' })}
              ${session.isWaiting ? tag(t('sessionOnItsWay'), { tone: 'line', icon: 'clock' }) : nothing}
            </div>`
      }
    </li>`;
  }

  #renderCalendar(): TemplateResult {
    return calendarPanel({
      t: this.t,
      home: this.#home,
      known: this.#key.data,
      made: this.made,
      mayWrite: this.mayWrite,
      refused: this.refused,
      date: this.date,
      heading: (words) => this.heading(1, words, { class: 'h-card', id: 'calendar-heading', focusable: true }),
      onMake: () => void this.#make(),
      onEnd: () => void this.#end(),
      onCopy: (address) => void this.#copy(address),
      onSave: () => this.#save(),
    });
  }

  async #make(): Promise<void> {
    const { refused, answer } = await this.send('makeCalendarKey', {});
    this.refused = refused;
    if (refused) return;
    this.made = answer?.key;
    if (answer?.key) this.focusOn('calendar-address');
    else this.say(this.t('calendarLater'));
  }

  async #end(): Promise<void> {
    const { refused } = await this.send('eraseCalendarKey', {});
    this.refused = refused;
    if (refused) return;
    this.made = undefined;
    this.say(this.t('calendarEnded'));
    this.focusOn('calendar-heading');
  }

  async #copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      this.say(this.t('calendarCopied'));
    } catch {
      // The browser keeps the clipboard shut: it stands there to be copied by hand.
      this.say(this.t('calendarNotCopied'));
      this.focusOn('calendar-address');
    }
  }

  #save(): void {
    const { t, client } = this;
    if (!client) return;
    const balls = ballEntries(this.items ?? [], this.me?.member?.partyId, (title) => t('calendarBall', title));
    const coming = comingOf(this.sessions, new Date()).map(sessionEntry);
    saveCalendar(this.space?.name ?? t('sessionsTitle'), client.spaceId, [...coming, ...balls]);
    this.say(t('calendarFileSaved'));
  }
}
