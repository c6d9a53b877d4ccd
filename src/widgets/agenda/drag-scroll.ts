/** Scrolling while a card is carried to the edge of what scrolls: the page, and what it has around the widget. */
import { elementsFrom } from '../../elements/flat-tree';

/** So near an edge it scrolls, and so far in a frame at most. */
const EDGE_PX = 72;
const FASTEST_PX = 16;

/** What scrolls around an element, nearest first; the page itself last. */
export function scrollersAround(element: Element): Element[] {
  const page = document.scrollingElement ?? document.documentElement;
  const own = [...elementsFrom(element)].filter((each) => {
    if (each === page || each === document.body) return false;
    const { overflowX, overflowY } = getComputedStyle(each);
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
    return (
      (scrolls(overflowY) && each.scrollHeight > each.clientHeight) ||
      (scrolls(overflowX) && each.scrollWidth > each.clientWidth)
    );
  });
  return [...own, page];
}

/** Scrolls what has an edge near this point; whether anything moved. */
export function scrollNear(scrollers: readonly Element[], x: number, y: number): boolean {
  let hasMoved = false;
  for (const scroller of scrollers) {
    const { left, right, top, bottom } = seenOf(scroller);
    const before = [scroller.scrollLeft, scroller.scrollTop];
    const by = { left: speed(x, left, right), top: speed(y, top, bottom) };
    // A page may scroll smoothly by its own sheet: then it would run behind.
    if (by.left || by.top) scroller.scrollBy({ ...by, behavior: 'instant' });
    if (scroller.scrollLeft !== before[0] || scroller.scrollTop !== before[1]) hasMoved = true;
  }
  return hasMoved;
}

/** The part of it that is in the window. */
function seenOf(scroller: Element): { left: number; right: number; top: number; bottom: number } {
  const { clientWidth, clientHeight } = document.documentElement;
  const isPage = scroller === (document.scrollingElement ?? document.documentElement);
  if (isPage) return { left: 0, right: clientWidth, top: 0, bottom: clientHeight };
  const { left, right, top, bottom } = scroller.getBoundingClientRect();
  return {
    left: Math.max(0, left),
    right: Math.min(clientWidth, right),
    top: Math.max(0, top),
    bottom: Math.min(clientHeight, bottom),
  };
}

/** The nearer the edge, the faster; outside it as fast as it goes. */
function speed(at: number, start: number, end: number): number {
  const edge = Math.min(EDGE_PX, (end - start) / 4);
  const share = (distance: number) => Math.min(1, Math.max(0, (edge - distance) / edge));
  return Math.round((share(end - at) - share(at - start)) * FASTEST_PX);
}
