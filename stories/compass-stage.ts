import { html } from 'lit';
import type { TemplateResult } from 'lit';
import file from '../data/lindeveld.json';
import { hashFor } from '../src/elements/hash-address';
import { localProof } from '../src/backends/local/index';
import { demoRows } from '../src/demo-data/lindeveld';
import { toDay } from '../src/model/today';
import type { Day, Id } from '../src/model/types';
import '../src/widgets/compass/define';
import type { DemoRows } from './compass-rows';
import { PageSpace } from './compass-space';

export const MEMBER: Id = 'afd-werk-3';
export const PARTNER: Id = 'par-wonen-2';
export const CORE_TEAM: Id = 'afd-beleid-1';

export interface CompassStory {
  /** Who looks; a member of a department by default. */
  as?: Id;
  /** The situation, made of the demonstration. */
  rows?: (rows: DemoRows, today: Day) => DemoRows;
  /** Where in the widget: `['driver', 'd-open']`. */
  path?: readonly string[];
  view?: string;
  party?: Id;
  round?: Id;
  readonly?: boolean;
  preview?: string;
  /** A column of 320 px. */
  isNarrow?: boolean;
}

/** The compass over the demonstration of Lindeveld, at a place and as somebody. */
export function compassStory(story: CompassStory = {}): TemplateResult {
  const { as = MEMBER, rows, path = [], view, party, round, readonly = false, preview, isNarrow = false } = story;
  const today = toDay(new Date());
  const demo = demoRows(file, today, localProof);
  const space = new PageSpace(rows ? rows(demo, today) : demo);
  // The place stands in the page's address, as in a link that a colleague sent.
  history.replaceState(null, '', path.length > 0 ? hashFor('compass', ...path) : location.pathname + location.search);
  const compass = html`<samen-compass
    backend=${space.address(as)}
    space=${space.id}
    .view=${view}
    .party=${party}
    .round=${round}
    ?readonly=${readonly}
    .preview=${preview}
  ></samen-compass>`;
  return isNarrow ? html`<div style="inline-size: 320px">${compass}</div>` : compass;
}
