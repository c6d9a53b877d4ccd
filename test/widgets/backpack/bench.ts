import { html } from 'lit';
import { findAll, read, see } from '../../../stories/compass-find';
import type { DemoRows } from '../../../stories/compass-rows';
import { PageSpace } from '../../../stories/compass-space';
import { clear, place } from '../../elements/support';
import type { ExperienceInput } from '../../../src/contract/experiences';
import { hashFor } from '../../../src/elements/hash-address';
import { demoRows } from '../../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../../src/demo-data/lindeveld';
import { newId } from '../../../src/model/new-id';
import { toDay } from '../../../src/model/today';
import type { Day, Id } from '../../../src/model/types';
import '../../../src/widgets/backpack/define';

/* The backpack over the demonstration, in a space of its own for each test. */

export const MEMBER: Id = 'afd-werk-3';
/** Who wrote what Werk wrote. */
export const AUTHOR: Id = 'afd-werk-2';
export const PARTNER: Id = 'par-wonen-2';
export const CORE_TEAM: Id = 'afd-beleid-1';
export const WIDE = 1100;
export const NARROW = 320;

export const today = (): Day => toDay(new Date());

/** As the home in a browser says that somebody wrote something. */
const prove = (personId: Id, thingId: Id) => `${personId} wrote ${thingId}`;

let file: LindeveldFile | undefined;

/** A space with the experiences of the demonstration, or a variation of them. */
export async function feedSpace(vary: (rows: DemoRows, today: Day) => DemoRows = (rows) => rows): Promise<PageSpace> {
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

/** Puts a backpack in the page; it is drawn when its region is there. */
export async function openBackpack(space: PageSpace, opened: Opened = {}): Promise<HTMLElement> {
  const { as = MEMBER, width = WIDE, path, attributes = {}, lang = 'nl' } = opened;
  if (path) history.replaceState(null, '', hashFor('backpack', ...path));
  const backpack = document.createElement('samen-backpack');
  const all = { backend: space.address(as), space: space.id, ...attributes };
  for (const [name, value] of Object.entries(all)) backpack.setAttribute(name, value);
  const around = place(html``);
  around.lang = lang;
  around.style.inlineSize = `${String(width)}px`;
  around.append(backpack);
  await see(backpack, 'region');
  return backpack;
}

/** The titles of what is shown, from the top. */
export function titles(backpack: Element): string[] {
  return findAll(backpack, 'article').map((card) => read(findAll(card, 'heading')[0] ?? card));
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

/** As where an agenda stands in the same page. */
export function withAgenda(): void {
  place(html`<samen-agenda></samen-agenda>`);
}

/** Takes everything off the page, and what it left in the address. */
export function tidyUp(): void {
  clear();
  history.replaceState(null, '', location.pathname + location.search);
}
