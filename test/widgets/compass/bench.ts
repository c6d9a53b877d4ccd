import { openWidget } from '../bench-support';
import type { Opened } from '../bench-support';
import { read } from '../../../stories/compass-find';
import type { PageSpace } from '../../../stories/compass-space';
import type { Id } from '../../../src/model/types';
import '../../../src/widgets/compass/define';

/* The compass over the demonstration, in a space of its own for each test. */

export { CORE_TEAM, NARROW, PARTNER, WIDE, demoSpace, tidyUp, today, withAgenda } from '../bench-support';
export const MEMBER: Id = 'afd-werk-3';

/** Puts a compass in the page; it is drawn when its first button or message is there. */
export const openCompass = (space: PageSpace, opened: Opened = {}): Promise<HTMLElement> =>
  openWidget('compass', space, { as: MEMBER, ...opened });

/** Takes one compass off the page, as when somebody leaves it. */
export function leavePage(compass: HTMLElement): void {
  compass.parentElement?.remove();
}

/** The cells of a table as they are read, a row each. */
export function cells(table: Element): string[][] {
  return [...table.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => read(cell)));
}
