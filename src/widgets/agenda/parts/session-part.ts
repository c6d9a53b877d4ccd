import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { AgendaPart } from './part';
import { PARTS_MESSAGES } from './parts-messages';
import { beginOf, laterBegins, withWaiting } from './session-known';
import type { KnownSession } from './session-known';
import { SESSIONS_MESSAGES } from './sessions-messages';
import { sessionsStyles } from './sessions.styles';
import type { SpaceClient } from '../../../client/types';
import { AllPages } from '../../../elements/all-pages';
import { hashFor } from '../../../elements/hash-address';
import type { MessageSource } from '../../../elements/messages';
import type { AgendaPartsMessages } from '../../../locales/agenda-parts.nl';
import type { AgendaSessionsMessages } from '../../../locales/agenda-sessions.nl';
import { againOf, weekOfMonth } from '../../../model/again';
import type { Again } from '../../../model/again';
import type { AgendaItemView, Method } from '../../../model/agenda-types';
import type { Id, Moment } from '../../../model/types';
import { HOME_ZONE, wallClockOf } from '../../../model/wall-clock';
import { chipStyles } from '../../../ui/chip.styles';
import { emptyState } from '../../../ui/empty-state';
import { bone, boneCard, skeleton } from '../../../ui/skeleton';
import { skeletonStyles } from '../../../ui/skeleton.styles';
import { agendaStyles } from '../agenda.styles';

/** How often, as a message. */
export const AGAIN_WORDS = {
  once: 'againOnce',
  weekly: 'againWeekly',
  fortnightly: 'againFortnightly',
  monthly: 'againMonthly',
  quarterly: 'againQuarterly',
} as const satisfies Record<Again, keyof AgendaSessionsMessages>;

export const sessionHref = (...path: string[]): string => hashFor('agenda', 'sessions', ...path);

/** What every part about sessions knows, and how it says when they are: by the municipality's clock. */
export abstract class SessionPart extends AgendaPart<AgendaPartsMessages & AgendaSessionsMessages> {
  static override styles: CSSResultGroup = [
    AgendaPart.styles,
    chipStyles,
    skeletonStyles,
    agendaStyles,
    sessionsStyles,
  ];

  protected readonly allSessions = new AllPages(this, 'listSessions', () => ({}));
  protected readonly allMethods = new AllPages(this, 'listMethods', () => ({}));

  constructor() {
    super();
    this.queries.add(this.allSessions);
    this.queries.add(this.allMethods);
  }

  protected override get messages(): readonly MessageSource[] {
    return [PARTS_MESSAGES, SESSIONS_MESSAGES];
  }

  #hasRead = false;

  /** Looks for what was kept of earlier. A part that is upgraded has its client only now. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#hasRead || !this.client) return;
    this.#hasRead = true;
    void this.readDrafts(this.client);
  }

  protected async readDrafts(_client: SpaceClient): Promise<void> {
    // Not every part keeps something.
  }

  /** Goes on to another place when something is done; unless somebody went elsewhere meanwhile. */
  protected goOn(said: string, ...path: string[]): void {
    if (!this.isConnected) return;
    this.go(...path);
    // Going on says no more what was said before.
    this.say(said);
  }

  /** Of which session, by the address; empty for a new one. */
  protected get sessionId(): Id {
    const [, id = ''] = this.about.split('/');
    return id === 'new' ? '' : id;
  }

  /** All that somebody may see, with what they just changed. */
  protected get sessions(): KnownSession[] {
    return withWaiting(this.allSessions.items, this.client?.pending() ?? []);
  }

  protected sessionOf(id: Id): KnownSession | undefined {
    return this.sessions.find((session) => session.id === id);
  }

  /** Methods by these ids, in their order; one that went away is left out. */
  protected methodsOf(ids: readonly Id[]): Method[] {
    return ids.flatMap((id) => this.allMethods.items.find((method) => method.id === id) ?? []);
  }

  protected itemOf(id: Id): AgendaItemView | undefined {
    return this.items?.find((item) => item.id === id);
  }

  protected get mayKeepSessions(): boolean {
    return this.mayWrite && this.isCoreTeam;
  }

  protected readonly day = (moment: Moment): string => this.#date(moment, { weekday: 'long' });

  readonly #shortDay = (moment: Moment): string => this.#date(moment, {});

  /** With the year only where it is another. */
  #date(moment: Moment, more: Intl.DateTimeFormatOptions): string {
    const at = new Date(moment);
    const isThisYear = wallClockOf(at).getUTCFullYear() === wallClockOf(new Date()).getUTCFullYear();
    const year = isThisYear ? {} : { year: 'numeric' as const };
    return this.localize.date(at, { ...more, day: 'numeric', month: 'long', ...year, timeZone: HOME_ZONE });
  }

  protected readonly time = (moment: Moment): string =>
    this.localize.date(new Date(moment), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: HOME_ZONE });

  protected readonly times = (startsAt: Moment, minutes: number): string => {
    const until = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
    return this.t('sessionTimes', this.day(startsAt), this.time(startsAt), this.time(until));
  };

  /** How often, and when it comes after the next. */
  protected againAndLater(session: KnownSession, now: Date): string {
    const later = laterBegins(session, now).map((at) => this.#shortDay(at));
    const words = `${this.again(session.recurrence, beginOf(session, now))}.`;
    return later.length > 0 ? `${words} ${this.t('againNext', later.join(', '))}.` : words;
  }

  /** "Elke maand, op de tweede dinsdag van de maand." */
  protected again(recurrence: string | undefined, startsAt: Moment): string {
    const again = againOf(recurrence);
    if (!again) return this.t('againOther');
    const words = this.t(AGAIN_WORDS[again]);
    if ((again !== 'monthly' && again !== 'quarterly') || !recurrence?.includes('BYDAY')) return words;
    const at = new Date(startsAt);
    const weekday = this.localize.date(at, { weekday: 'long', timeZone: HOME_ZONE });
    return this.t('againOn', words, this.t('againNth', weekOfMonth(wallClockOf(at)), weekday));
  }

  /** In place of a session that is not known: not yet, not now, or not at all. */
  protected renderMissing(): TemplateResult {
    const failed = this.renderFailed();
    if (failed !== nothing) return html`${failed}`;
    if (!this.allSessions.isComplete || this.sessionOf(this.sessionId)) return this.renderLoading();
    return emptyState({
      heading: this.partHeading(this.t('sessionGoneTitle')),
      text: this.t('sessionGoneText'),
      action: html`<a class="btn" href=${sessionHref()}>${this.t('toSessions')}</a>`,
    });
  }

  protected renderLoading(): TemplateResult {
    return skeleton(this.common('loading'), html`<div class="stack">${bone('40%', '1.6em')}${boneCard()}</div>`);
  }
}
