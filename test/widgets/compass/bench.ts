import { html } from 'lit';
import { read, see } from '../../../stories/compass-find';
import type { DemoRows } from '../../../stories/compass-rows';
import { PageSpace } from '../../../stories/compass-space';
import { clear, place } from '../../elements/support';
import { hashFor } from '../../../src/elements/hash-address';
import { demoRows } from '../../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../../src/demo-data/lindeveld';
import { toDay } from '../../../src/model/today';
import type { Day, Id } from '../../../src/model/types';
import '../../../src/widgets/compass/define';

/* The compass over the demonstration, in a space of its own for each test. */

export const MEMBER: Id = 'afd-werk-3';
export const PARTNER: Id = 'par-wonen-2';
export const CORE_TEAM: Id = 'afd-beleid-1';
export const WIDE = 1100;
export const NARROW = 320;

export const today = (): Day => toDay(new Date());

let file: LindeveldFile | undefined;

/** A space with the rows of the demonstration, or a variation of them. */
export async function demoSpace(vary: (rows: DemoRows, today: Day) => DemoRows = (rows) => rows): Promise<PageSpace> {
  file ??= (await (await fetch('/data/lindeveld.json')).json()) as LindeveldFile;
  return new PageSpace(vary(demoRows(file, today()), today()));
}

export interface Opened {
  as?: Id;
  width?: number;
  /** Where somebody came in by a link. */
  path?: readonly string[];
  attributes?: Readonly<Record<string, string>>;
  lang?: string;
}

/** Puts a compass in the page; it is drawn when its first button or message is there. */
export async function openCompass(space: PageSpace, opened: Opened = {}): Promise<HTMLElement> {
  const { as = MEMBER, width = WIDE, path, attributes = {}, lang = 'nl' } = opened;
  if (path) history.replaceState(null, '', hashFor('compass', ...path));
  const compass = document.createElement('samen-compass');
  const all = { backend: space.address(as), space: space.id, ...attributes };
  for (const [name, value] of Object.entries(all)) compass.setAttribute(name, value);
  const around = place(html``);
  around.lang = lang;
  around.style.inlineSize = `${String(width)}px`;
  around.append(compass);
  await see(compass, 'region');
  return compass;
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

/** Takes one compass off the page, as when somebody leaves it. */
export function leavePage(compass: HTMLElement): void {
  compass.parentElement?.remove();
}

/** The cells of a table as they are read, a row each. */
export function cells(table: Element): string[][] {
  return [...table.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => read(cell)));
}
