/** One's own calendar: an address to subscribe to, or a file where there is no server that could keep one. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CalendarKey } from '../../../contract/agenda';
import type { TermOf } from '../../../elements/message-sources';
import type { AgendaSessionsMessages } from '../../../locales/agenda-sessions.nl';
import { icon } from '../../../ui/icon';
import { notice } from '../../../ui/notice';

/** Where a calendar is read, by the address of the backend; undefined for one that is no server. */
export function calendarHome(backend: string): string | undefined {
  const isElsewhere = /^[a-z][a-z\d+.-]*:/i.test(backend) && !/^https?:/i.test(backend);
  if (isElsewhere) return undefined;
  return new URL(`${backend.replace(/\/+$/, '')}/calendars/`, document.baseURI).href;
}

export interface CalendarOptions {
  t: TermOf<AgendaSessionsMessages>;
  /** Undefined: a file is all there can be. */
  home: string | undefined;
  /** What is known of the key; undefined before it has come. */
  known: CalendarKey | undefined;
  /** The key itself, just after it was made. */
  made: string | undefined;
  mayWrite: boolean;
  refused: string | undefined;
  date: (day: string) => string;
  heading: (words: string) => TemplateResult;
  onMake: () => void;
  onEnd: () => void;
  onCopy: (address: string) => void;
  onSave: () => void;
}

export function calendarPanel(options: CalendarOptions): TemplateResult {
  const { t, home, heading, refused } = options;
  return html`<section class="panel no-print" aria-labelledby="calendar-heading">
    ${heading(t('calendarTitle'))}
    ${home === undefined ? asFile(options) : subscription(options, home)}
    ${refused ? notice({ tone: 'bad', title: refused, role: 'alert' }) : nothing}
  </section>`;
}

function asFile({ t, onSave }: CalendarOptions): TemplateResult {
  return html`<p>${t('calendarFileText')}</p>
    <div><button type="button" class="btn" @click=${onSave}>${icon('download')}${t('calendarFile')}</button></div>`;
}

function subscription(options: CalendarOptions, home: string): TemplateResult {
  const { t, known, made, mayWrite, date, onMake, onEnd } = options;
  const isKept = made !== undefined || known?.createdOn !== undefined;
  const button = (words: string, act: () => void, name = 'btn') =>
    html`<button type="button" class=${name} @click=${act}>${words}</button>`;
  return html`<p>${t('calendarText')}</p>
    <p class="small muted">${icon('lock')} ${t('calendarSecret')}</p>
    ${made === undefined ? nothing : address(options, home + made)}
    ${made === undefined && known?.createdOn ? html`<p>${t('calendarSince', date(known.createdOn))} ${t('calendarLost')}</p>` : nothing}
    ${
      mayWrite && known
        ? html`<div class="row">
            ${button(t(isKept ? 'calendarMakeNew' : 'calendarMake'), onMake)}
            ${isKept ? button(t('calendarEnd'), onEnd, 'btn btn--quiet') : nothing}
          </div>`
        : nothing
    }`;
}

function address({ t, onCopy }: CalendarOptions, whole: string): TemplateResult {
  return html`<div class="stack stack--tight">
    <p role="status"><b>${t('calendarOnce')}</b> ${t('calendarHow')}</p>
    <div class="field">
      <label for="calendar-address">${t('calendarAddress')}</label>
      <input
        class="input"
        id="calendar-address"
        readonly
        autocomplete="off"
        .value=${whole}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      />
    </div>
    <div><button type="button" class="btn btn--main" @click=${() => onCopy(whole)}>${icon('copy')}${t('calendarCopy')}</button></div>
  </div>`;
}
