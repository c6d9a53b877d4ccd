import { openWidget } from '../bench-support';
import type { Opened } from '../bench-support';
import { find, findAll, read } from '../../../stories/compass-find';
import type { PageSpace } from '../../../stories/compass-space';
import type { Id } from '../../../src/model/types';
import '../../../src/widgets/agenda/define';

/* The agenda over the demonstration, in a space of its own for each test. */

export { CORE_TEAM, NARROW, PARTNER, WIDE, demoSpace as agendaSpace, tidyUp, today } from '../bench-support';
export const WORK: Id = 'afd-werk-3';
export const CARE: Id = 'afd-toegang-2';

/** Puts an agenda in the page; it is drawn when its region is there. */
export const openAgenda = (space: PageSpace, opened: Opened = {}): Promise<HTMLElement> =>
  openWidget('agenda', space, { as: WORK, ...opened });

/** The titles of the cards, as they stand. */
export function titles(agenda: Element): string[] {
  return findAll(agenda, 'article').map((card) => read(findAll(card, 'heading')[0] ?? card));
}

/** The card of an item. */
export function card(agenda: Element, title: string): HTMLElement | undefined {
  return findAll(agenda, 'article').find((each) => find(each, 'link', title));
}

/** The titles within a column, by its name. */
export function lane(agenda: Element, name: string): string[] {
  const column = find(agenda, 'region', name);
  return column ? titles(column) : [];
}
