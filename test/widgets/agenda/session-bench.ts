import { html } from 'lit';
import 'axe-core/axe.js';
import { findAll, nameOf, read, see } from '../../../stories/compass-find';
import type { DemoRows } from '../../../stories/compass-rows';
import { PageSpace } from '../../../stories/compass-space';
import { clear, equal, holds, place } from '../../elements/support';
import { demoRows } from '../../../src/demo-data/lindeveld';
import type { LindeveldFile } from '../../../src/demo-data/lindeveld';
import { hashFor } from '../../../src/elements/hash-address';
import type { SessionView } from '../../../src/model/agenda-types';
import { toDay } from '../../../src/model/today';
import type { Day, Id } from '../../../src/model/types';
import '../../../src/widgets/agenda/define';

/* The sessions of the agenda over the demonstration, in a space of its own for each test. */

export const MEMBER: Id = 'afd-werk-3';
export const PARTNER: Id = 'par-wonen-2';
export const CORE_TEAM: Id = 'afd-beleid-1';
export const WIDE = 1100;
export const NARROW = 320;

export const today = (): Day => toDay(new Date());

let file: LindeveldFile | undefined;

/** A space with the agenda of the demonstration, or a variation of it. */
export async function agendaSpace(vary: (rows: DemoRows, today: Day) => DemoRows = (rows) => rows): Promise<PageSpace> {
  file ??= (await (await fetch('/data/lindeveld.json')).json()) as LindeveldFile;
  return new PageSpace(vary(demoRows(file, today()), today()));
}

export interface Opened {
  as?: Id;
  width?: number;
  /** Where somebody came in by a link. */
  path?: readonly string[];
  attributes?: Readonly<Record<string, string>>;
}

/** Puts an agenda in the page, at a place; it is drawn when its region is there. */
export async function openAgenda(space: PageSpace, opened: Opened = {}): Promise<HTMLElement> {
  const { as = CORE_TEAM, width = WIDE, path = ['sessions'], attributes = {} } = opened;
  history.replaceState(null, '', hashFor('agenda', ...path));
  const agenda = document.createElement('samen-agenda');
  const all = { backend: space.address(as), space: space.id, ...attributes };
  for (const [name, value] of Object.entries(all)) agenda.setAttribute(name, value);
  const around = place(html``);
  around.lang = 'nl';
  around.style.inlineSize = `${String(width)}px`;
  around.append(agenda);
  await see(agenda, 'region');
  return agenda;
}

/** As when a link is followed. */
export function walkTo(...path: string[]): void {
  location.hash = hashFor('agenda', ...path);
}

export async function sessionsOf(space: PageSpace, as: Id = CORE_TEAM): Promise<SessionView[]> {
  return (await space.read(as, 'listSessions', {})).items;
}

/** Once a session is so, for who reads it elsewhere; fails with what it is. */
export async function becomes(
  space: PageSpace,
  id: Id,
  isSo: (session: SessionView | undefined) => unknown,
): Promise<SessionView> {
  const end = performance.now() + 5000;
  for (;;) {
    const session = (await sessionsOf(space)).find((one) => one.id === id);
    if (isSo(session) && session) return session;
    if (performance.now() > end) throw new Error(`it is: ${JSON.stringify(session)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Chooses in a list. */
export async function choose(scope: Element, name: string | RegExp, label: string): Promise<void> {
  const select = (await see(scope, 'combobox', name)) as HTMLSelectElement;
  const option = [...select.options].find((one) => one.label === label || one.textContent?.trim() === label);
  holds(option, `there is no “${label}” in ${nameOf(select)}`);
  select.value = option?.value ?? '';
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The names of what is ticked. */
export const ticked = (scope: Element): string[] =>
  findAll(scope, 'checkbox')
    .filter((box) => (box as HTMLInputElement).checked)
    .map((box) => read((box as HTMLInputElement).labels?.[0]?.querySelector('b') ?? box));

/** Ticks a box, or takes the tick away. */
export async function tick(scope: Element, name: string | RegExp): Promise<HTMLInputElement> {
  const box = (await see(scope, 'checkbox', name)) as HTMLInputElement;
  box.focus();
  box.click();
  return box;
}

/** Nothing sticks out of a place, at whatever depth of shadow. */
export function isWithin(scope: Element, width: number): void {
  const all = [scope, ...deep(scope)];
  for (const each of all) {
    const { right, width: own } = each.getBoundingClientRect();
    const edge = scope.getBoundingClientRect().left + width + 1;
    const isHidden = each.closest('.hidden') !== null || own <= 1;
    holds(isHidden || right <= edge, `${each.outerHTML.slice(0, 120)} sticks out: ${String(right)} > ${String(edge)}`);
  }
}

function* deep(scope: Element | ShadowRoot): Generator<Element> {
  if (scope instanceof Element && scope.shadowRoot) yield* deep(scope.shadowRoot);
  for (const child of scope.children) {
    if (child.localName === 'dialog' && !(child as HTMLDialogElement).open) continue;
    yield child;
    yield* deep(child);
  }
}

interface Axe {
  run: (at: Element, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What axe finds against WCAG 2.2 AA. */
export async function isAccessible(scope: Element): Promise<void> {
  const { axe } = globalThis as unknown as { axe: Axe };
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await axe.run(scope, { runOnly: { type: 'tag', values } });
  equal(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
    [],
  );
}

/** The clock goes on by so much, all at once, until it is ended. */
export function movableClock(): { forward: (milliseconds: number) => void; end: () => void } {
  const real = Date.now;
  let ahead = 0;
  Date.now = () => real() + ahead;
  return { forward: (milliseconds) => void (ahead += milliseconds), end: () => void (Date.now = real) };
}

/** As in a tab that is out of sight: what waits long is not woken, until it is ended. */
export function sleepingTab(): { end: () => void } {
  const real = globalThis.setTimeout;
  const asleep = (act: () => void, milliseconds = 0) => (milliseconds > 100 ? 0 : real(act, milliseconds));
  globalThis.setTimeout = asleep as typeof setTimeout;
  return { end: () => void (globalThis.setTimeout = real) };
}

/** Takes everything off the page, and what it left in the address. */
export function tidyUp(): void {
  clear();
  history.replaceState(null, '', location.pathname + location.search);
}
