import { html } from 'lit';
import type { TemplateResult } from 'lit';
import file from '../data/lindeveld.json';
import { hashFor } from '../src/elements/hash-address';
import { demoRows } from '../src/demo-data/lindeveld';
import { toDay } from '../src/model/today';
import type { Day, Id } from '../src/model/types';
import '../src/widgets/backpack/define';
import type { DemoRows } from './compass-rows';
import { PageSpace } from './compass-space';

export const MEMBER: Id = 'afd-werk-3';
/** Who wrote what Werk wrote. */
export const AUTHOR: Id = 'afd-werk-2';
export const PARTNER: Id = 'par-wonen-2';
export const CORE_TEAM: Id = 'afd-beleid-1';

export interface BackpackStory {
  /** Who looks; a member of a department by default. */
  as?: Id;
  /** The situation, made of the demonstration. */
  rows?: (rows: DemoRows, today: Day) => DemoRows;
  /** Where in the widget: `['e2']`. */
  path?: readonly string[];
  view?: string;
  kind?: string;
  driver?: Id;
  party?: Id;
  limit?: number;
  composer?: string;
  readonly?: boolean;
  preview?: string;
  /** A column of 320 px. */
  isNarrow?: boolean;
}

/** The space of a story. */
export function storySpace({ rows }: Pick<BackpackStory, 'rows'> = {}): PageSpace {
  const today = toDay(new Date());
  const demo = demoRows(file, today, (personId, id) => `${personId} wrote ${id}`);
  return new PageSpace(rows ? rows(demo, today) : demo);
}

/** The backpack over the demonstration of Lindeveld, at a place and as somebody. */
export function backpackStory(story: BackpackStory = {}, space = storySpace(story)): TemplateResult {
  const { as = MEMBER, path = [], readonly = false, isNarrow = false } = story;
  // The place stands in the page's address, as in a link that a colleague sent.
  history.replaceState(null, '', path.length > 0 ? hashFor('backpack', ...path) : location.pathname + location.search);
  const backpack = html`<samen-backpack
    backend=${space.address(as)}
    space=${space.id}
    .view=${story.view}
    .kind=${story.kind}
    .driver=${story.driver}
    .party=${story.party}
    .limit=${story.limit}
    .composer=${story.composer}
    ?readonly=${readonly}
    .preview=${story.preview}
  ></samen-backpack>`;
  return isNarrow ? html`<div style="inline-size: 320px">${backpack}</div>` : backpack;
}
