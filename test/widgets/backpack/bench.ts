import { openWidget } from '../bench-support';
import type { Opened } from '../bench-support';
import { findAll, read } from '../../../stories/compass-find';
import type { DemoRows } from '../../../stories/compass-rows';
import type { PageSpace } from '../../../stories/compass-space';
import type { ExperienceInput } from '../../../src/contract/experiences';
import { newId } from '../../../src/model/new-id';
import type { Id, Space, SpaceSettings } from '../../../src/model/types';
import '../../../src/widgets/backpack/define';

/* The backpack over the demonstration, in a space of its own for each test. */

export { CORE_TEAM, NARROW, PARTNER, WIDE, demoSpace as feedSpace, tidyUp, today, withAgenda } from '../bench-support';
export const MEMBER: Id = 'afd-werk-3';
/** Who wrote what Werk wrote. */
export const AUTHOR: Id = 'afd-werk-2';

/** Puts a backpack in the page; it is drawn when its region is there. */
export const openBackpack = (space: PageSpace, opened: Opened = {}): Promise<HTMLElement> =>
  openWidget('backpack', space, { as: MEMBER, ...opened });

/** The titles of what is shown, from the top. */
export function titles(backpack: Element): string[] {
  return findAll(backpack, 'article').map((card) => read(findAll(card, 'heading')[0] ?? card));
}

/** The demonstration's space, set otherwise. */
export function withSpace(rows: DemoRows, change: Partial<Space>, settings: Partial<SpaceSettings> = {}): DemoRows {
  return new Map(
    [...rows].map(([key, stored]) => {
      if (!key.startsWith('space/')) return [key, stored];
      const row = stored.row as Space;
      return [key, { ...stored, row: { ...row, ...change, settings: { ...row.settings, ...settings } } }];
    }),
  );
}

/** An experience as somebody writes it. */
export function told(title: string, more: Partial<ExperienceInput> = {}): ExperienceInput {
  return {
    id: newId(),
    version: 0,
    title,
    kind: 'success',
    whatHappened: `Dit gebeurde er bij ${title}.`,
    adviceWelcome: false,
    driverIds: [],
    language: 'nl',
    authorShownAs: 'jobTitle',
    audience: 'everyone',
    ...more,
  };
}
