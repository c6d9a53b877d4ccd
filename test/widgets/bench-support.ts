import { html } from 'lit';
import { see } from '../../stories/compass-find';
import type { DemoRows } from '../../stories/compass-rows';
import { PageSpace } from '../../stories/compass-space';
import { clear, place } from '../elements/support';
import { hashFor } from '../../src/elements/hash-address';
import { demoRows } from '../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../src/demo-data/lindeveld';
import { toDay } from '../../src/model/today';
import type { Day, Id } from '../../src/model/types';

/* What the benches of the widgets share: each widget over the demonstration, in a space of its own for each test. */

export const CORE_TEAM: Id = 'afd-beleid-1';
export const PARTNER: Id = 'par-wonen-2';
export const WIDE = 1100;
export const NARROW = 320;

export const today = (): Day => toDay(new Date());

/** As the home in a browser says that somebody wrote something. */
const prove = (personId: Id, thingId: Id) => `${personId} wrote ${thingId}`;

let file: LindeveldFile | undefined;

/** A space with the rows of the demonstration, or a variation of them. */
export async function demoSpace(vary: (rows: DemoRows, today: Day) => DemoRows = (rows) => rows): Promise<PageSpace> {
  file ??= (await (await fetch('/data/lindeveld.json')).json()) as LindeveldFile;
  return new PageSpace(vary(demoRows(file, today(), prove), today()));
}

export interface Opened {
  as?: Id;
  width?: number;
  /** Where somebody came in by a link. */
  path?: readonly string[];
  attributes?: Readonly<Record<string, string>>;
  lang?: string;
}

/** Puts a widget in the page; it is drawn when its region is there. */
export async function openWidget(
  widget: 'agenda' | 'backpack' | 'compass',
  space: PageSpace,
  { as, width = WIDE, path, attributes = {}, lang = 'nl' }: Opened & { as: Id },
): Promise<HTMLElement> {
  if (path) history.replaceState(null, '', hashFor(widget, ...path));
  const element = document.createElement(`samen-${widget}`);
  const all = { backend: space.address(as), space: space.id, ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  const around = place(html``);
  around.lang = lang;
  around.style.inlineSize = `${String(width)}px`;
  around.append(element);
  await see(element, 'region');
  return element;
}

/** As where an agenda stands in the same page. */
export function withAgenda(): void {
  place(html`<samen-agenda></samen-agenda>`);
}

/** Takes everything off the page, and what it left in the address. */
export function tidyUp(): void {
  clear();
  history.replaceState(null, '', location.pathname + location.search);
}
