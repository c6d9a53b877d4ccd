import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { sessionInput } from './session-known';
import type { KnownSession } from './session-known';
import { AGAIN_WORDS, SessionPart } from './session-part';
import type { SpaceClient } from '../../../client/types';
import { AGAIN, againOf, ruleOf } from '../../../model/again';
import type { Again } from '../../../model/again';
import type { ItemAudience } from '../../../model/agenda-types';
import { addDays } from '../../../model/day';
import { LATEST_DUE_DAYS } from '../../../model/limits';
import { newId } from '../../../model/new-id';
import { LONGEST_SESSION_MINUTES } from '../../../model/session';
import { TITLE_LIMIT } from '../../../model/text';
import { toDay } from '../../../model/today';
import type { Day, Id, Moment } from '../../../model/types';
import { wallClockOf, zonedMoment } from '../../../model/wall-clock';
import { errorSummary } from '../../../ui/errors';
import type { FormError } from '../../../ui/errors';
import { radioCards, selectField, textField } from '../../../ui/field';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

/** As typed. */
interface Typed {
  id: Id;
  title: string;
  day: Day;
  time: string;
  minutes: string;
  place: string;
  /** `other`: by a rule that was not made here, and stays as it is. */
  again: Again | 'other';
  audience: ItemAudience;
  /** That was read when one began: what others change since is not written over unseen. */
  version: number;
}

const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/;
const USUAL = { time: '10:00', minutes: '60' } as const;

/** Planning a session, or changing when and where it is. What was typed is kept. */
export class AgendaSessionPlan extends SessionPart {
  @state() private typed?: Typed;
  @state() private errors: readonly FormError[] = [];
  @state() private attempt = 0;
  @state() private refused?: string | undefined;
  @state() private isFound = false;

  readonly #blank = blank();

  get #session(): KnownSession | undefined {
    return this.sessionId ? this.sessionOf(this.sessionId) : undefined;
  }

  get #draftName(): string {
    return `agenda session ${this.sessionId}`;
  }

  /** As typed; before that as it is, or as one begins. */
  get #shown(): Typed | undefined {
    if (this.typed || !this.sessionId) return this.typed ?? this.#blank;
    const session = this.#session;
    return session && typedOf(session);
  }

  protected override async readDrafts(client: SpaceClient): Promise<void> {
    const kept = await client.draft<Typed>(this.#draftName);
    if (!kept) return;
    this.typed = kept;
    this.isFound = true;
  }

  override render(): TemplateResult {
    const { t, sessionId: about } = this;
    const typed = this.#shown;
    return html`<div class="samen stack">
      <div><button type="button" class="btn btn--quiet pull no-print" @click=${this.#back}>${icon('arrow-left')}${t(about ? 'runToSession' : 'toSessions')}</button></div>
      ${this.partHeading(t(about ? 'planEditTitle' : 'planTitle'))}
      ${this.isFound ? html`<p class="muted" role="status">${t('planDraftFound')}</p>` : nothing}
      ${typed && this.mayKeepSessions ? this.#renderForm(typed) : this.renderMissing()}
    </div>`;
  }

  #renderForm(typed: Typed): TemplateResult {
    const { t, common, errors } = this;
    const send = (event: Event) => {
      event.preventDefault();
      void this.#send(typed);
    };
    return html`<form class="stack stack--loose" novalidate @submit=${send}>
      ${errors.length > 0 ? errorSummary({ heading: t('planWrong'), errors, attempt: this.attempt }) : nothing}
      ${this.refused ? notice({ tone: 'bad', title: this.refused, role: 'alert' }) : nothing}
      ${textField({ id: 'title', label: t('planName'), value: typed.title, ...this.#error('title'), onInput: (title) => this.#type({ title }) })}
      ${this.#renderWhen(typed)}
      ${textField({ id: 'place', label: t('planPlace'), value: typed.place, optional: common('optional'), ...this.#error('place'), onInput: (place) => this.#type({ place }) })}
      ${selectField({
        id: 'again',
        label: t('planAgain'),
        description: t('planAgainMonth'),
        value: typed.again,
        choices: [
          ...AGAIN.map((value) => ({ value, label: t(AGAIN_WORDS[value]) })),
          ...(this.#hasOtherRule ? [{ value: 'other', label: t('againOther') }] : []),
        ],
        onChange: (again) => this.#type({ again: again as Again | 'other' }),
      })}
      ${this.#isDepartment ? this.#renderReaders(typed) : nothing}
      <div class="row">
        <button type="submit" class="btn btn--main">${this.sessionId ? common('save') : t('planDoPlan')}</button>
        <button type="button" class="btn" @click=${() => void this.#throwAway()}>${common('cancel')}</button>
      </div>
    </form>`;
  }

  #renderWhen({ day, time, minutes }: Typed): TemplateResult {
    const { t } = this;
    return html`<div class="when">
      ${textField({ id: 'day', label: t('planDay'), value: day, type: 'date', min: toDay(new Date()), ...this.#error('day'), onInput: (typed) => this.#type({ day: typed }) })}
      ${textField({ id: 'time', label: t('planTime'), value: time, type: 'time', ...this.#error('time'), onInput: (typed) => this.#type({ time: typed }) })}
      ${textField({ id: 'minutes', label: t('planMinutes'), value: minutes, type: 'number', min: '1', max: String(LONGEST_SESSION_MINUTES), ...this.#error('minutes'), onInput: (typed) => this.#type({ minutes: typed }) })}
    </div>`;
  }

  #renderReaders({ audience }: Typed): TemplateResult {
    const { t } = this;
    return radioCards({
      id: 'audience',
      label: t('planReaders'),
      value: audience,
      choices: [
        { value: 'everyone', label: t('sessionForEveryone'), icon: 'globe' },
        { value: 'internal', label: t('sessionForInternal'), icon: 'building' },
      ],
      onChange: (value) => this.#type({ audience: value as ItemAudience }),
    });
  }

  get #hasOtherRule(): boolean {
    const session = this.#session;
    return session !== undefined && againOf(session.recurrence) === undefined;
  }

  get #isDepartment(): boolean {
    const mine = this.me?.member?.partyId;
    return this.space?.parties.find(({ id }) => id === mine)?.kind === 'department';
  }

  #error(fieldId: string): { error?: string } {
    const text = this.errors.find((each) => each.fieldId === fieldId)?.text;
    return text ? { error: text } : {};
  }

  #type(change: Partial<Typed>): void {
    const typed = this.#shown;
    if (!typed) return;
    this.typed = { ...typed, ...change };
    void this.client?.saveDraft(this.#draftName, this.typed);
  }

  readonly #back = (): void => {
    this.go('sessions', ...(this.sessionId ? [this.sessionId] : []));
  };

  async #throwAway(): Promise<void> {
    await this.client?.dropDraft(this.#draftName);
    this.#back();
  }

  #wrong({ title, day, time, minutes, place }: Typed): FormError[] {
    const { t } = this;
    const today = toDay(new Date());
    const session = this.#session;
    const wasOn = session && toDay(session.startsAt);
    const isMoved = day !== wasOn;
    const dayError = !day
      ? 'planDayRequired'
      : isMoved && day < today && session?.status !== 'held'
        ? 'planDayPast'
        : isMoved && day > addDays(today, LATEST_DUE_DAYS)
          ? 'planDayFar'
          : undefined;
    const length = Number(minutes);
    const isLength = Number.isInteger(length) && length >= 1 && length <= LONGEST_SESSION_MINUTES;
    return [
      ...this.textError('title', title, t('planNameRequired'), TITLE_LIMIT),
      ...(dayError ? [{ fieldId: 'day', text: t(dayError) }] : []),
      ...(TIME.test(time) ? [] : [{ fieldId: 'time', text: t('planTimeRequired') }]),
      ...(isLength ? [] : [{ fieldId: 'minutes', text: t('planMinutesWrong') }]),
      ...this.textError('place', place, undefined, TITLE_LIMIT),
    ];
  }

  async #send(typed: Typed): Promise<void> {
    this.attempt += 1;
    this.errors = this.#wrong(typed);
    if (this.errors.length > 0) return;
    const before = this.#session;
    const startsAt = momentOf(typed);
    const { refused, error } = await this.send('saveSession', {
      ...(before
        ? sessionInput(before, {})
        : {
            ...{ status: 'planned', version: 0, methodIds: [], agendaItemIds: [], experienceIds: [] },
            agreements: [],
          }),
      ...{ id: typed.id, version: typed.version, title: typed.title, startsAt },
      ...{ minutes: Number(typed.minutes), audience: typed.audience },
      place: typed.place.trim() || undefined,
      recurrence: recurrenceOf(typed, startsAt, before),
    } as Parameters<typeof this.send<'saveSession'>>[1]);
    this.refused = error?.kind === 'stale' ? await this.#stale() : refused;
    if (refused) return;
    await this.client?.dropDraft(this.#draftName);
    this.goOn(this.t(before ? 'planChanged' : 'planned'), 'sessions', typed.id);
  }

  /** Somebody else changed it meanwhile: that is said, and what is typed goes over it when it is sent once more. */
  async #stale(): Promise<string> {
    await this.allSessions.refresh();
    this.#type({ version: this.#session?.version ?? 0 });
    return this.t('runChanged');
  }
}

/** The clock on the wall of the municipality, wherever the writer is. */
function momentOf({ day, time }: Typed): Moment {
  return zonedMoment(new Date(`${day}T${time.padStart(5, '0')}:00Z`)).toISOString();
}

/** What was not changed keeps its rule to the letter: it may be written otherwise than here. */
function recurrenceOf(
  { again }: Typed,
  startsAt: Moment,
  before: Pick<KnownSession, 'startsAt' | 'recurrence'> | undefined,
): string | undefined {
  if (again === 'other') return before?.recurrence;
  const isSame = before && againOf(before.recurrence) === again && toDay(before.startsAt) === toDay(startsAt);
  return isSame ? before.recurrence : ruleOf(again, startsAt);
}

function blank(): Typed {
  const day = addDays(toDay(new Date()), 7);
  return { id: newId(), title: '', day, ...USUAL, place: '', again: 'once', audience: 'everyone', version: 0 };
}

function typedOf({ id, title, startsAt, minutes, place = '', recurrence, audience, version }: KnownSession): Typed {
  const wall = wallClockOf(new Date(startsAt)).toISOString();
  const again = againOf(recurrence) ?? 'other';
  return {
    ...{ id, title, place, again, audience, version },
    ...{ day: wall.slice(0, 10), time: wall.slice(11, 16), minutes: String(minutes) },
  };
}
