import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import './messages';
import type { PartKeeper, PartProps } from './part-keeper';
import type { Frame } from './states';
import { adoptStyles } from '../ui/adopt-styles';
import { addIcons, icon } from '../ui/icon';
import { circleAlert } from '../ui/icons/circle-alert';
import { rotateCw } from '../ui/icons/rotate-cw';
import { wifiOff } from '../ui/icons/wifi-off';
import { notice } from '../ui/notice';
import { noticeStyles } from '../ui/notice.styles';

addIcons({ alert: circleAlert, refresh: rotateCw, 'wifi-off': wifiOff });

const LONGEST_WAIT_MS = 60_000;

interface AwayOptions {
  /** Whose code could not be fetched. */
  keeper: Pick<PartKeeper<string>, 'failures' | 'again'>;
  part: HTMLElement;
  /** To where one came from; for a part that somebody walked to. */
  onBack?: (() => void) | undefined;
}

interface Seen {
  failures: number;
  isOffline: boolean;
  /** Pressed when it had failed so often: until it fails once more, it is on its way. */
  pressedAt?: number;
  /** The network came back: it is asked for until it comes. */
  isByItself?: boolean;
}

/** What was drawn last, by part: the same failure is drawn many times. */
const seen = new WeakMap<HTMLElement, Seen>();

/**
 * The code of a part could not be fetched: it is asked for again when the network is back, or when somebody says so. What was
 * pressed to come here is gone: the focus goes to what one can do, once.
 */
export function partAway({ element, t, connection }: Frame, { keeper, part, onBack }: AwayOptions): TemplateResult {
  adoptStyles(element.shadowRoot, noticeStyles);
  const { takesFocus } = part as unknown as PartProps;
  const { failures } = keeper;
  const before = seen.get(part);
  // A widget that left the page has no connection: that is no network that came back.
  const isOffline = connection ? connection.network === 'offline' : before?.isOffline === true;
  const isNew = before?.failures !== failures;
  const now: Seen = { ...before, failures, isOffline };
  seen.set(part, now);
  if (before?.isOffline && !isOffline) {
    now.isByItself = true;
    part.dataset['byItself'] = '';
    keeper.again();
  } else if (isNew && now.isByItself) againLater({ element, keeper, part });
  else if (isNew && takesFocus)
    void element.updateComplete.then(() => focusIfNowhere(element.renderRoot.querySelector('.again')));
  const isComing = now.pressedAt === failures;
  const press = () => {
    if (isComing) return;
    delete part.dataset['byItself'];
    now.pressedAt = failures;
    keeper.again();
    element.requestUpdate();
  };
  const failed = now.isByItself ? 'awayByItself' : failures > 1 ? 'awayAgain' : 'awayOnline';
  const text = t(isOffline ? 'awayOffline' : failed);
  const isKept = connection?.capabilities?.storage !== 'memory';
  return notice({
    tone: 'bad',
    ...(isOffline && { icon: 'wifi-off' }),
    role: 'alert',
    title: t('loadFailed'),
    text: isKept ? `${text} ${t('typedIsKept')}` : text,
    action: html`<button type="button" class="btn again" aria-disabled=${isComing ? 'true' : nothing} @click=${press}>
        ${icon('refresh')}${isComing ? t('loading') : t('retry')}
      </button>
      ${takesFocus && onBack ? html`<button type="button" class="btn btn--quiet" @click=${onBack}>${t('back')}</button>` : nothing}`,
  });
}

export type PartAway = typeof partAway;

/** A network that comes back does not do so for everything at once. */
function againLater({ element, keeper, part }: AwayOptions & Pick<Frame, 'element'>): void {
  const { failures } = keeper;
  setTimeout(
    () => {
      const { isOffline, pressedAt } = seen.get(part) ?? {};
      // Of another part that failed as often, one attempt more is no harm.
      const isSame = element.isConnected && failures === keeper.failures;
      if (!isSame || isOffline || pressedAt === failures) return;
      // Also where somebody pressed in between: they may be reading something else by now.
      part.dataset['byItself'] = '';
      keeper.again();
    },
    Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures),
  );
}

/** Whoever is at something else stays there. */
function focusIfNowhere(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus();
}
