import { sameOr } from '../../contract/same-or';
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

/**
 * One's own that were just made, as far as they are there still; the newest first. Made now: they have no day yet. The
 * order within a day is by chance, so one of today may stand on a further page than the first: there it is not gone.
 */
export function stillFresh(
  fresh: readonly ExperienceView[],
  { items, hasNext }: Pick<PageRange, 'items' | 'hasNext'>,
): ExperienceView[] {
  const lastDay = items.at(-1)?.writtenOn ?? '';
  const made = items.filter(({ id, isMine, writtenOn }) => isMine && !writtenOn && !fresh.some((one) => one.id === id));
  return [...made, ...fresh].flatMap((one) => {
    const now = items.find(({ id }) => id === one.id);
    if (now) return [now];
    return hasNext && one.writtenOn <= lastDay ? [one] : [];
  });
}

/** The first page with these on top of it, below what is pinned. */
export function withFresh(items: readonly ExperienceView[], fresh: readonly ExperienceView[]): ExperienceView[] {
  const others = items.filter(({ id }) => !fresh.some((one) => one.id === id));
  const isPinned = (one: ExperienceView) => one.isPinned;
  return [...others.filter(isPinned), ...fresh, ...others.filter((one) => !one.isPinned)];
}

/** Where what stood in the page's place ends; at its start when its last is new to us. */
function endOf(known: readonly ExperienceView[], start: number, last: string | undefined): number {
  return last === undefined ? start : Math.max(start, indexOf(known, last) + 1);
}

function indexOf(known: readonly ExperienceView[], id: string): number {
  return known.findIndex((one) => one.id === id);
}
