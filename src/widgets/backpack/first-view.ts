/**
 * The feed before the widget's class is there: the same templates and styles, drawn once, from the first answer. What
 * somebody does meanwhile waits for the class (`elements/first-view.ts`), which draws over this.
 */
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import type { BackpackTerm, CardFrame } from './card';
import { chunksOf, windowful } from './chunks';
import { LONG_DATE, noonOf, todayHere } from '../../elements/dates';
import { driverHref } from './driver-href';
import { CHUNK, FIRST_CHUNK, feed } from './feed';
import { WIDE_FROM_EM, feedScreen, feedSkeleton, headerRow, shareButton, sideBones } from './feed-screen';
import { list } from './list';
import { plainCards } from './plain-cards';
import { styles } from './styles';
import { narrowSide } from './ways';
import type { ExperiencePage, FeedLabels } from '../../contract/experiences';
import { plain } from '../../elements/config';
import { headingLevelOf } from '../../elements/configuration';
import type { FirstView } from '../../elements/first-view';
import { bones, widgetFrame } from '../../elements/frame';
import { headingTag } from '../../elements/heading';
import { isWideFrom } from '../../elements/is-wide';
import type { BackpackMessages } from '../../locales/backpack.nl';
import { backpackFirstNl } from '../../locales/backpack-first.nl';
import { frameNl } from '../../locales/frame.nl';
import { adoptStyles } from '../../ui/adopt-styles';
import { toastRegion } from '../../ui/toast';

/** A first answer that says enough to draw it. */
export type FirstPage = ExperiencePage & { labels: FeedLabels };

/** Without an experience there is no first view. */
const bareFeed = (): TemplateResult => html``;

/** So many heights of the window below it, a browser lays out already what may be passed over. */
const NEAR = 1.5;

/** All that a first look draws with. */
export interface FirstDrawing {
  drawSkeleton: typeof drawSkeleton;
  drawFeed: typeof drawFeed;
  drawFallback: typeof drawFallback;
}

/** What is clicked waits for the class. */
const wait = (): void => undefined;

const t: BackpackTerm = (key, ...args) => {
  const message = (backpackFirstNl as Partial<BackpackMessages>)[key];
  return typeof message === 'function' ? (message as (...all: unknown[]) => string)(...args) : (message ?? '');
};

/** With its styles: without them, it is as wide as its words. */
function isWide(element: Element, { root }: FirstView): boolean {
  adoptStyles(root, ...styles);
  return isWideFrom(element, WIDE_FROM_EM);
}

const levelOf = (element: Element): number => headingLevelOf(element.getAttribute('heading-level'));

function draw(element: Element, { root }: FirstView, body: unknown, actions?: TemplateResult): void {
  const isBusy = actions === undefined;
  const title = plain(element.getAttribute('heading')) ?? t('backpackTitle');
  const heading = headingTag(levelOf(element), title, { class: 'h-widget', id: 'samen-heading', focusable: true });
  const [subtitle, toasts] = [t('newestFirst'), toastRegion(undefined)];
  render(
    widgetFrame({
      language: 'nl',
      isBusy,
      heading,
      subtitle,
      actions: actions ?? nothing,
      notices: nothing,
      body,
      toasts,
    }),
    root,
  );
}

/** The shape of the feed, while its answer is on its way. */
export function drawSkeleton(element: Element, view: FirstView): void {
  draw(element, view, bones(frameNl.loading, feedSkeleton(isWide(element, view))));
}

/** What the editor put in the element. */
export function drawFallback({ root }: FirstView): void {
  render(html`<slot></slot>`, root);
}

/** The feed itself, as a member reads it who does nothing yet. */
export function drawFeed(element: Element, view: FirstView, { items, nextCursor, labels }: FirstPage): void {
  const level = levelOf(element);
  const frame: CardFrame = {
    t,
    language: 'nl',
    today: todayHere(),
    labels,
    mayWrite: true,
    level,
    heading: (content, options) => headingTag(level + 1, content, options),
    date: (day) => new Intl.DateTimeFormat('nl', LONG_DATE).format(noonOf(day)),
    driverHref,
  };
  const hasMore = nextCursor !== undefined;
  const chunks = chunksOf(items, CHUNK, [], FIRST_CHUNK);
  // What stands below the window is drawn whole by the class, before anybody is there.
  const whole = windowful();
  const others = {
    count: Math.max(0, items.length - whole),
    drawn: plainCards(
      {
        ...{ items: items.slice(whole), above: whole, of: hasMore ? -1 : items.length },
        headingLevel: Math.min(6, level + 1),
      },
      Math.ceil(NEAR * whole),
    ),
  };
  const shown = { mine: true, moderates: labels.me.member?.role === 'coreTeam' };
  // Beside the feed, filters come with the class that they work with: the feed stands where it stands.
  const body = feedScreen({
    side: isWide(element, view)
      ? sideBones()
      : narrowSide({ t, ...shown, count: 0, isOpen: false, onToggle: wait, go: wait }),
    composer: nothing,
    refused: nothing,
    list: list({
      t,
      feed: { arrivals: 0, hasCome: true, hasMore, hasFailedMore: false, more: wait },
      isFiltered: false,
      count: items.length,
      shown: () =>
        feed({
          frame,
          label: t('experiences'),
          chunks: chunks.slice(0, whole),
          states: new Map(),
          isBusy: false,
          hasMore,
          others,
        }),
      empty: bareFeed,
      onClear: wait,
      onArrivals: wait,
    }),
  });
  draw(element, view, body, headerRow(shareButton(t, wait)));
}
