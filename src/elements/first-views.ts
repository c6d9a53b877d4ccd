import type { FirstView } from './first-view';

/** What was drawn in an element before its class was there; the class draws over it. */
export const firstViews = new WeakMap<Element, FirstView>();
