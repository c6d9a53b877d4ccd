import { html } from 'lit';
import { findAll, read, see } from '../../../stories/compass-find';
import type { DemoRows } from '../../../stories/compass-rows';
import { PageSpace } from '../../../stories/compass-space';
import { clear, place } from '../../elements/support';
import { demoRows } from '../../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../../src/demo-data/lindeveld';
import type { WriteName } from '../../../src/contract/operations';
import { hashFor } from '../../../src/elements/hash-address';
import { SamenError } from '../../../src/model/errors';
import { toDay } from '../../../src/model/today';
import type { Result } from '../../../src/model/result-types';
import type { Day, Id } from '../../../src/model/types';
import '../../../src/widgets/results/define';

/* The results over the demonstration, in a space of its own for each test. */

export const CORE_TEAM: Id = 'afd-beleid-1';
export const WORK: Id = 'afd-werk-3';
export const PARTNER: Id = 'par-wonen-2';
export const WIDE = 1100;
export const NARROW = 320;

export const today = (): Day => toDay(new Date());

/** As the home in a browser says that somebody wrote something. */
const prove = (personId: Id, thingId: Id) => `${personId} wrote ${thingId}`;

let file: LindeveldFile | undefined;

/** A space with the results of the demonstration, or a variation of it. */
export async function resultsSpace(vary: (rows: DemoRows) => DemoRows = (rows) => rows): Promise<PageSpace> {
  file ??= (await (await fetch('/data/lindeveld.json')).json()) as LindeveldFile;
  return new PageSpace(vary(demoRows(file, today(), prove)));
}

/** From now on whoever comes is refused this by the backend. */
export function refuse(space: PageSpace, operation: WriteName): void {
  const open = space.backend.bind(space);
  space.backend = (personId) => ({
    open: async (spaceId) => {
      const connection = await open(personId).open(spaceId);
      const write = connection.write.bind(connection);
      connection.write = (name, input, options) =>
        name === operation ? Promise.reject(new SamenError('forbidden', 'Refused')) : write(name, input, options);
      return connection;
    },
  });
}

export interface Opened {
  as?: Id;
  width?: number;
  /** Where somebody came in by a link. */
  path?: readonly string[];
  attributes?: Readonly<Record<string, string>>;
  lang?: string;
  /** Another widget of the page. */
  tag?: 'samen-results' | 'samen-agenda' | 'samen-backpack' | 'samen-compass';
}

/** Puts a widget in the page, the results by default; it is drawn when its region is there. */
export async function openResults(space: PageSpace, opened: Opened = {}): Promise<HTMLElement> {
  const { as = WORK, width = WIDE, path, attributes = {}, lang = 'nl', tag = 'samen-results' } = opened;
  if (path) history.replaceState(null, '', hashFor(tag.slice('samen-'.length), ...path));
  const widget = document.createElement(tag);
  const all = { backend: space.address(as), space: space.id, ...attributes };
  for (const [name, value] of Object.entries(all)) widget.setAttribute(name, value);
  const around = place(html``);
  around.lang = lang;
  around.style.inlineSize = `${String(width)}px`;
  around.append(widget);
  await see(widget, 'region');
  return widget;
}

/** The cards, by their titles, as they stand. */
export function titles(results: Element): string[] {
  return findAll(results, 'article').map((card) => read(findAll(card, 'heading')[0] ?? card));
}

/** The card of a result. */
export function card(results: Element, title: string): HTMLElement | undefined {
  return findAll(results, 'article').find((each) => read(findAll(each, 'heading')[0] ?? each) === title);
}

/** A result of the demonstration, otherwise. */
export function varied(id: Id, change: (row: Result) => Result): (rows: DemoRows) => DemoRows {
  return (rows) => {
    const stored = rows.get(`result/${id}`);
    if (!stored) throw new Error(`there is no result ${id}`);
    return new Map([...rows, [`result/${id}`, { ...stored, row: change(stored.row as Result) }]]);
  };
}

/** Not published yet. */
export function asDraft({ publication: _, ...row }: Result): Result {
  return row;
}

/** Takes everything off the page, and what it left in the address. */
export function tidyUp(): void {
  clear();
  history.replaceState(null, '', location.pathname + location.search);
}
