import { html } from 'lit';
import type { TemplateResult } from 'lit';
import file from '../data/lindeveld.json';
import { hashFor } from '../src/elements/hash-address';
import { demoRows } from '../src/demo-data/lindeveld';
import { toDay } from '../src/model/today';
import type { Day, Id } from '../src/model/types';
import '../src/widgets/agenda/define';
import type { DemoRows } from './compass-rows';
import { PageSpace } from './compass-space';

export const MEMBER: Id = 'afd-werk-3';
export const CORE_TEAM: Id = 'afd-beleid-1';

export interface AgendaStory {
  /** Who looks; somebody of the core team by default. */
  as?: Id;
  /** The situation, made of the demonstration. */
  rows?: (rows: DemoRows, today: Day) => DemoRows;
  /** Where in the widget: `['sessions', 's2']`. */
  path: readonly string[];
  readonly?: boolean;
  /** A column of 320 px. */
  isNarrow?: boolean;
}

/** The agenda over the demonstration of Lindeveld, at a place and as somebody. */
export function agendaStory({ as = CORE_TEAM, rows, path, readonly = false, isNarrow }: AgendaStory): TemplateResult {
  const today = toDay(new Date());
  const demo = demoRows(file, today, (personId, id) => `${personId} wrote ${id}`);
  const space = new PageSpace(rows ? rows(demo, today) : demo);
  // The place stands in the page's address, as in a link that a colleague sent.
  history.replaceState(null, '', path.length > 0 ? hashFor('agenda', ...path) : location.pathname + location.search);
  const agenda = html`<samen-agenda
    backend=${space.address(as)}
    space=${space.id}
    ?readonly=${readonly}
  ></samen-agenda>`;
  return isNarrow ? html`<div style="inline-size: 320px">${agenda}</div>` : agenda;
}
