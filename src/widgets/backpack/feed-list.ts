import type { ExperienceView } from '../../model/experience-types';

/** What is on one page, and where it begins: after the experience with this id, or at the top. */
export interface PageRange {
  items: readonly ExperienceView[];
  after?: string | undefined;
  /** Whether there is more below it. */
  hasNext: boolean;
}

/**
 * What is known with a page that was read (again) laid in. Pages end where they ended when they were first
 * read, so that news at the top pushes nothing out of the list: what stood below the page stays.
 * What stood within it and is not in it any more, is gone.
 */
export function layPage(known: readonly ExperienceView[], page: PageRange): ExperienceView[] {
  const start = page.after === undefined ? 0 : indexOf(known, page.after) + 1;
  const last = page.items.at(-1);
  const end = page.hasNext ? endOf(known, start, last?.id) : known.length;
  const before = new Map(known.map((one) => [one.id, one]));
  const items = page.items.map((one) => sameOr(before.get(one.id), one));
  const here = new Set(items.map(({ id }) => id));
  const others = (some: readonly ExperienceView[]) => some.filter(({ id }) => !here.has(id));
  return [...others(known.slice(0, start)), ...items, ...others(known.slice(end))];
}

/** Where what stood in the page's place ends; at its start when its last is new to us. */
function endOf(known: readonly ExperienceView[], start: number, last: string | undefined): number {
  return last === undefined ? start : Math.max(start, indexOf(known, last) + 1);
}

function indexOf(known: readonly ExperienceView[], id: string): number {
  return known.findIndex((one) => one.id === id);
}

/** The object we had when nothing changed, so that its card is not drawn again. */
function sameOr(before: ExperienceView | undefined, now: ExperienceView): ExperienceView {
  return before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
