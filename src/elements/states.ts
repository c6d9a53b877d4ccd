import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { circleAlert } from '../ui/icons/circle-alert';
import { eye } from '../ui/icons/eye';
import { keyRound } from '../ui/icons/key-round';
import { rotateCw } from '../ui/icons/rotate-cw';
import { trash } from '../ui/icons/trash';
import { copy } from '../ui/icons/copy';
import { usersRound } from '../ui/icons/users-round';
import { triangleAlert } from '../ui/icons/triangle-alert';
import { wifiOff } from '../ui/icons/wifi-off';
import { wrench } from '../ui/icons/wrench';
import type { ConfigurationError } from './check-configuration';
import type { Configuration } from './configuration';
import { elementStyles } from './element.styles';
import type { HeadingOptions } from './heading';
import type { SamenLocalize } from './localize';
import { errorSentence, supportCode } from './messages';
import type { CommonTerm } from './messages';
import type { QueryState } from './query-controller';
import type * as Refused from './refused';
import { isFirst, refusedHere } from './refused-here';
import type { ConnectionState, PendingWrite, SpaceClient } from '../client/types';
import type { SamenError } from '../model/errors';
import { emptyState } from '../ui/empty-state';
import { addIcons, icon } from '../ui/icon';
import { notice } from '../ui/notice';
import { noticeStyles } from '../ui/notice.styles';

export { Announcer } from './announcer';

/*
 * The states every widget has, each drawn with care (WIDGETS.md, every widget): what happened, what was
 * kept, one button. Fetched when something is first not as usual; the element says when that is.
 */

/** What they look like; a first view needs none of it. */
export const statesStyles = [noticeStyles, elementStyles];

// Along with the words: without a network they cannot be fetched any more.
addIcons({
  alert: circleAlert,
  copy,
  eye,
  key: keyRound,
  refresh: rotateCw,
  trash,
  users: usersRound,
  warning: triangleAlert,
  'wifi-off': wifiOff,
  wrench,
});

/** What a widget lets its states know of it. */
export interface Frame {
  element: LitElement;
  t: CommonTerm;
  localize: Pick<SamenLocalize<object>, 'lang' | 'date'>;
  client: SpaceClient;
  connection: ConnectionState | undefined;
  queries: Iterable<QueryState>;
  /** What went wrong with reading. */
  error: SamenError | undefined;
  isReady: boolean;
  /** Whether the widget's own content is shown. */
  showsContent: boolean;
  readonly: boolean;
  isPreview: boolean;
  heading: (depth: number, content: unknown, options?: HeadingOptions) => TemplateResult;
  announce: (text: string) => void;
  focusHeading: () => Promise<void>;
  onRetry: () => void;
  onSignIn: () => void;
}

type Part = TemplateResult | typeof nothing;

function button(label: string, onClick: () => void, name: 'refresh' | 'key'): TemplateResult {
  return html`<button type="button" class="btn" @click=${onClick}>${icon(name)}${label}</button>`;
}

/** A wrong backend or space: says what to mend, to whoever can mend it. */
export function misconfiguredNotice(
  error: SamenError,
  { backend, space }: Configuration,
  t: CommonTerm,
): TemplateResult {
  const fault = (error as Partial<ConfigurationError>).fault ?? 'backendUnknown';
  const text = {
    backendNotAnAddress: () => t('backendNotAnAddress', backend),
    backendNotHttps: () => t('backendNotHttps'),
    backendUnknown: () => t('backendUnknown', backend),
    spaceNotAnId: () => t('spaceNotAnId', space),
  }[fault]();
  return notice({ tone: 'warn', icon: 'wrench', title: t('forKeeper'), text });
}

/** A space that is not there, in a widget that cannot make one. */
export function noSpaceNotice({ space }: Configuration, t: CommonTerm): TemplateResult {
  return notice({ tone: 'warn', icon: 'wrench', title: t('forKeeper'), text: t('noSpace', space) });
}

/** Nothing could be loaded: what happened, what was kept, a retry. */
export function errorNotice(error: SamenError, title: string, t: CommonTerm, onRetry: () => void): TemplateResult {
  return html`<div class="stack">
    ${notice({
      tone: 'bad',
      role: 'alert',
      title,
      text: `${errorSentence(error, t)} ${t('typedIsKept')}`,
      action: button(t('retry'), onRetry, 'refresh'),
    })}
    <p class="small muted">${t('supportCode', supportCode(error))}</p>
  </div>`;
}

/** Signed in, but not one of the people who work together here. */
export function notMemberCard(
  options: { space?: string | undefined; heading: (content: string) => TemplateResult },
  t: CommonTerm,
): TemplateResult {
  return html`<div class="not-member">
    ${emptyState({
      picture: icon('users'),
      heading: options.heading(t('notMemberTitle')),
      text: html`${t('notMemberText', options.space)} <br />${t('notMemberAsk')}`,
    })}
  </div>`;
}

/** Something here cannot be drawn: the rest of the page still works. */
export function brokenNotice(t: CommonTerm): TemplateResult {
  return notice({ tone: 'bad', role: 'alert', title: t('brokenTitle'), text: t('brokenText') });
}

/** What is shown is there, but a part of it could not be renewed. */
function partFailed(error: SamenError, { t, onRetry }: Frame): TemplateResult {
  return notice({
    tone: 'warn',
    title: t('partFailed'),
    text: errorSentence(error, t),
    action: button(t('retry'), onRetry, 'refresh'),
  });
}

/** From when what is shown is, as far as its answers say so: works on what is known. */
function knownSentence({ queries, localize, t }: Frame): string {
  const moments = [...queries].flatMap(({ view }) => {
    const asOf = (view.data as { asOf?: unknown } | null | undefined)?.asOf;
    return typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf)) ? [asOf] : [];
  });
  const last = moments.sort().at(-1);
  if (!last) return t('offlineKnown');
  const date = new Date(last);
  if (date.toDateString() !== new Date().toDateString())
    return t('offlineKnownOn', localize.date(date, { day: 'numeric', month: 'long' }));
  const time = localize.date(date, { hour: 'numeric', minute: '2-digit' });
  return t('offlineKnownAt', localize.lang() === 'nl' ? time.replace(':', '.') : time);
}

/** No connection: says from when what is shown is, and what waits. */
function offline(frame: Frame, { waiting }: ConnectionState, first: boolean): TemplateResult {
  const { isReady, t } = frame;
  const text = isReady ? knownSentence(frame) : t('offlineUnknown');
  return notice({
    tone: 'info',
    icon: 'wifi-off',
    // Heard once, however many widgets show it.
    ...(first && { role: 'status' }),
    title: t('offlineTitle'),
    text: waiting > 0 ? `${text} ${t('waiting', waiting)}` : text,
  });
}

/** The session is over: what was typed stays where it is. */
function sessionEnded({ t, onSignIn }: Frame): TemplateResult {
  return notice({
    tone: 'warn',
    icon: 'key',
    role: 'alert',
    title: t('sessionTitle'),
    text: t('sessionText'),
    action: button(t('signIn'), onSignIn, 'key'),
  });
}

/** No buttons that do nothing: one line that says so. */
function readOnlyLine({ isPreview, t }: Frame): TemplateResult {
  return html`<p class="row small read-only">
    ${icon('eye')}<span><b>${t('readOnlyTitle')}</b> ${isPreview ? `${t('previewText')} ` : nothing}${t('readOnlyText')}</span>
  </p>`;
}

/** Shown at once, not yet confirmed. */
function sendingLine({ t }: Frame): TemplateResult {
  return html`<p class="row small muted sending">${icon('clock')}${t('sending')}</p>`;
}

/** Connection and storage, in the order they matter; what concerns the whole page is said by one widget. */
function connectionNotices(frame: Frame, first: boolean): Part[] {
  const { connection, t } = frame;
  if (!connection) return [];
  const parts: Part[] = [];
  if (connection.session === 'ended') parts.push(sessionEnded(frame));
  else if (connection.network === 'offline') parts.push(offline(frame, connection, first));
  // Storage blocked or full: nothing survives the page.
  if (connection.capabilities?.storage === 'memory' && first)
    parts.push(notice({ tone: 'warn', title: t('memoryTitle'), text: t('memoryText') }));
  return parts;
}

/** Everything that is not as usual while the widget goes on: above its content, in the order it matters. */
export function frameNotices(frame: Frame): Part {
  const { client, connection, element, error } = frame;
  const first = isFirst(client, element);
  const parts = connectionNotices(frame, first);
  if (frame.showsContent) {
    if (frame.readonly || frame.isPreview) parts.push(readOnlyLine(frame));
    const said = connection?.network === 'offline' || connection?.session === 'ended';
    if (error && !said && error.kind !== 'notFound' && error.kind !== 'forbidden') parts.push(partFailed(error, frame));
    if (connection?.network === 'online' && connection.waiting > 0 && first) parts.push(sendingLine(frame));
  }
  const writes = refusedHere(client, element);
  if (writes.length > 0) parts.push(refusedNotice(frame, writes));
  return parts.length > 0 ? html`<div class="notices stack no-print">${parts}</div>` : nothing;
}

let refused: typeof Refused | undefined;

/** What was refused is seldom there: until its list comes, and without a network that may be later, how much it is. */
function refusedNotice(frame: Frame, writes: readonly PendingWrite[]): TemplateResult {
  const { client, element, localize, t } = frame;
  if (!refused) {
    void import('./refused').then(
      async (module) => {
        if (localize.lang() === 'en') await module.loadRefusedEnglish();
        refused = module;
        element.requestUpdate();
      },
      // Asked for again when the widget is drawn next.
      () => undefined,
    );
    return notice({ tone: 'bad', title: t('refusedTitle', writes.length), text: t('refusedKept') });
  }
  const { discardWrite, refusedList } = refused;
  return refusedList({
    writes,
    t,
    heading: (content) => frame.heading(1, content, { class: 'h-small', focusable: true }),
    onRetry: (id) => void client.retry(id).then(frame.focusHeading),
    onDiscard: (id) => void discardWrite(id, frame),
    onCopy: (text) => void navigator.clipboard?.writeText(text).then(() => frame.announce(t('copied'))),
  });
}
