import { html } from 'lit';
import { find, findAll, read, see } from '../../../stories/compass-find';
import type { DemoRows } from '../../../stories/compass-rows';
import { PageSpace } from '../../../stories/compass-space';
import { clear, place } from '../../elements/support';
import { hashFor } from '../../../src/elements/hash-address';
import { demoRows } from '../../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../../src/demo-data/lindeveld';
import { toDay } from '../../../src/model/today';
import type { Day, Id } from '../../../src/model/types';
import '../../../src/widgets/agenda/define';

/* The agenda over the demonstration, in a space of its own for each test. */

export const CORE_TEAM: Id = 'afd-beleid-1';
export const WORK: Id = 'afd-werk-3';
export const CARE: Id = 'afd-toegang-2';
export const PARTNER: Id = 'par-wonen-2';
export const WIDE = 1100;
export const NARROW = 320;

export const today = (): Day => toDay(new Date());

/** As the home in a browser says that somebody wrote something. */
const prove = (personId: Id, thingId: Id) => `${personId} wrote ${thingId}`;

let file: LindeveldFile | undefined;

/** A space with the agenda of the demonstration, or a variation of it. */
export async function agendaSpace(vary: (rows: DemoRows) => DemoRows = (rows) => rows): Promise<PageSpace> {
  file ??= (await (await fetch('/data/lindeveld.json')).json()) as LindeveldFile;
  return new PageSpace(vary(demoRows(file, today(), prove)));
}

export interface Opened {
  as?: Id;
  width?: number;
  /** Where somebody came in by a link. */
  path?: readonly string[];
  attributes?: Readonly<Record<string, string>>;
  lang?: string;
}

/** Puts an agenda in the page; it is drawn when its region is there. */
export async function openAgenda(space: PageSpace, opened: Opened = {}): Promise<HTMLElement> {
  const { as = WORK, width = WIDE, path, attributes = {}, lang = 'nl' } = opened;
  if (path) history.replaceState(null, '', hashFor('agenda', ...path));
  const agenda = document.createElement('samen-agenda');
  const all = { backend: space.address(as), space: space.id, ...attributes };
  for (const [name, value] of Object.entries(all)) agenda.setAttribute(name, value);
  const around = place(html``);
  around.lang = lang;
  around.style.inlineSize = `${String(width)}px`;
  around.append(agenda);
  await see(agenda, 'region');
  return agenda;
}

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

/** Takes everything off the page, and what it left in the address. */
export function tidyUp(): void {
  clear();
  history.replaceState(null, '', location.pathname + location.search);
}
