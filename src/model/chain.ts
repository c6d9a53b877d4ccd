/**
 * The chain (DOMAIN: "Results"): what led to what, walked both ways over what the reader sees.
 *
 *   experience ──▶ need ──▶ agenda item ──▶ result        experience ──▶ result
 *        │          idea ──▶     │  ▲                      agenda item ──▶ agenda item, in which it went on
 *        └──────────────────────┴──┘
 *
 * A walk goes one way only: what led to a thing, and what followed. It never turns round on its way, or by an item with
 * many experiences everything would be tied to everything. For the same reason drivers are named beside the things that
 * have them, and not gone through.
 */
import type { AgendaItem } from './agenda-types';
import type { Found } from './agenda-view';
import { follows } from './agenda-item';
import type { Experience } from './experience-types';
import type { Chain, ChainKind, ChainLink, ChainStep, Idea, Result } from './result-types';
import { firstSentence } from './text';
import type { Day, Driver, Id, Need } from './types';

/** A thing of a chain, as it is stored. */
export type ChainThing =
  | { kind: 'experience'; row: Experience }
  | { kind: 'need'; row: Need }
  | { kind: 'idea'; row: Idea }
  | { kind: 'agendaItem'; row: AgendaItem }
  | { kind: 'result'; row: Result };
export type ThingKind = ChainThing['kind'];

/** What led to it, or what followed. */
export type Way = 'earlier' | 'later';

/** So far is walked, and so many things are named, each way. */
export const FURTHEST = 8;
export const MOST_STEPS = 100;

/** By which field a thing says what it is tied to. */
export type TieField =
  'id' | 'experienceId' | 'needId' | 'ideaId' | 'agendaItemId' | 'mergedIntoId' | 'experienceIds' | 'agendaItemIds';

/** Things of this kind of which this field is, or holds, one of these ids. */
export interface Tie {
  kind: ThingKind;
  by: TieField;
  ids: Id[];
}

/** What leads to what, and which of the two says so in which field. */
const EDGES: readonly { from: ThingKind; to: ThingKind; saidBy: 'from' | 'to'; in: Exclude<TieField, 'id'> }[] = [
  { from: 'experience', to: 'need', saidBy: 'to', in: 'experienceId' },
  { from: 'experience', to: 'idea', saidBy: 'to', in: 'experienceId' },
  { from: 'experience', to: 'agendaItem', saidBy: 'to', in: 'experienceId' },
  { from: 'experience', to: 'agendaItem', saidBy: 'from', in: 'agendaItemId' },
  { from: 'need', to: 'agendaItem', saidBy: 'from', in: 'agendaItemId' },
  { from: 'need', to: 'agendaItem', saidBy: 'to', in: 'needId' },
  { from: 'idea', to: 'agendaItem', saidBy: 'from', in: 'agendaItemId' },
  { from: 'idea', to: 'agendaItem', saidBy: 'to', in: 'ideaId' },
  { from: 'agendaItem', to: 'agendaItem', saidBy: 'from', in: 'mergedIntoId' },
  { from: 'agendaItem', to: 'result', saidBy: 'to', in: 'agendaItemIds' },
  { from: 'experience', to: 'result', saidBy: 'to', in: 'experienceIds' },
];

/** How each next thing on this way is tied to these. */
export function tiesOf(things: readonly ChainThing[], way: Way): Tie[] {
  const ties = new Map<string, Tie>();
  for (const thing of things) for (const tie of ownTies(thing, way)) add(ties, tie);
  return [...ties.values()];
}

function ownTies(thing: ChainThing, way: Way): Tie[] {
  const [near, far] = way === 'later' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  return EDGES.filter((edge) => edge[near] === thing.kind).flatMap((edge): Tie[] => {
    const kind = edge[far];
    if (edge.saidBy === far) return [{ kind, by: edge.in, ids: [thing.row.id] }];
    const ids = idsIn(thing, edge.in);
    return ids.length > 0 ? [{ kind, by: 'id', ids }] : [];
  });
}

function add(ties: Map<string, Tie>, { kind, by, ids }: Tie): void {
  const key = `${kind} ${by}`;
  ties.set(key, { kind, by, ids: [...new Set([...(ties.get(key)?.ids ?? []), ...ids])] });
}

/** The ids that a thing holds in a field. */
function idsIn({ row }: ChainThing, field: TieField): Id[] {
  const value = (row as Partial<Record<TieField, Id | Id[]>>)[field];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

export function isTied(thing: ChainThing, ties: readonly Tie[]): boolean {
  return ties.some(({ kind, by, ids }) => thing.kind === kind && idsIn(thing, by).some((id) => ids.includes(id)));
}

/** A thing that was come to, over which other, in so many steps. */
export interface Reached {
  thing: ChainThing;
  via: ChainThing;
  distance: number;
}

export const keyOf = ({ kind, row }: ChainThing): string => `${kind} ${row.id}`;

/** One step further: what was found, over the first of `near` that it is tied to. What is known already is passed over. */
export function stepFrom(
  near: readonly ChainThing[],
  found: readonly ChainThing[],
  { way, distance, known }: { way: Way; distance: number; known: ReadonlySet<string> },
): Reached[] {
  const ties = near.map((thing) => ({ thing, ties: ownTies(thing, way) }));
  return found
    .filter((thing) => !known.has(keyOf(thing)))
    .flatMap((thing): Reached[] => {
      const via = ties.find((each) => isTied(thing, each.ties))?.thing;
      return via ? [{ thing, via, distance }] : [];
    })
    .sort((a, b) => newestFirst(a.thing, b.thing));
}

/** The day a thing began to be there for its readers. */
export function dayOf(thing: ChainThing): Day {
  switch (thing.kind) {
    case 'experience':
      return thing.row.writtenOn;
    case 'result':
      return thing.row.publication?.on ?? thing.row.createdOn;
    default:
      return thing.row.createdOn;
  }
}

export function newestFirst(a: ChainThing, b: ChainThing): number {
  const [one, other] = [dayOf(a), dayOf(b)];
  if (one !== other) return one < other ? 1 : -1;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

/** What is named in a chain, beside what was walked over. */
export interface ChainNames {
  drivers: readonly Driver[];
  /** Items with their balls, by id. */
  items: ReadonlyMap<Id, Found>;
}

/** The chain of a thing, from what was come to each way. */
export function chainOf(
  of: ChainThing,
  { earlier, later }: Record<Way, readonly Reached[]>,
  names: ChainNames,
): Omit<Chain, 'asOf'> {
  const before = new Set(earlier.map(({ thing }) => keyOf(thing)));
  // Where a circle was closed, what led to it is told, once.
  const after = later.filter(({ thing }) => !before.has(keyOf(thing)));
  const named = new Set<Id>();
  const own: Record<Way, ChainStep[]> = {
    earlier: [],
    later: [],
    [driversAre(of.kind)]: driversOf(of, 1, names, named),
  };
  return {
    of: linkOf(of, names),
    earlier: [...own.earlier, ...withDrivers(earlier, 'earlier', names, named)].sort(nearestFirst),
    later: [...own.later, ...withDrivers(after, 'later', names, named)].sort(nearestFirst),
  };
}

/** An experience tells of a driver; of a driver one makes a need, an idea, an item and, at last, a result. */
const driversAre = (kind: ThingKind): Way => (kind === 'experience' ? 'later' : 'earlier');

function withDrivers(reached: readonly Reached[], way: Way, names: ChainNames, named: Set<Id>): ChainStep[] {
  return reached.flatMap(({ thing, via, distance }) => [
    ...driversOf(thing, driversAre(thing.kind) === way ? distance + 1 : distance, names, named),
    { ...linkOf(thing, names), via: placeOf(via), distance },
  ]);
}

/** Those that were not named before, each once. */
function driversOf(thing: ChainThing, distance: number, { drivers }: ChainNames, named: Set<Id>): ChainStep[] {
  const ids = thing.kind === 'need' ? [thing.row.driverId] : thing.row.driverIds;
  return drivers
    .filter(({ id }) => ids.includes(id) && !named.has(id))
    .map((driver) => {
      named.add(driver.id);
      return { ...driverLink(driver), via: placeOf(thing), distance };
    });
}

/** Of the same distance drivers first: they stand between. The rest stays in its order. */
function nearestFirst(a: ChainStep, b: ChainStep): number {
  return a.distance - b.distance || Number(b.kind === 'driver') - Number(a.kind === 'driver');
}

/** The chain of a driver: the experiences that tell of it, and what was made of it. */
export function chainOfDriver(driver: Driver, things: readonly ChainThing[], names: ChainNames): Omit<Chain, 'asOf'> {
  const steps = (way: Way): ChainStep[] =>
    things
      .filter(({ kind }) => (driversAre(kind) === 'later' ? 'earlier' : 'later') === way)
      .sort(newestFirst)
      .map((thing) => ({ ...linkOf(thing, names), via: { kind: 'driver', id: driver.id }, distance: 1 }));
  return { of: driverLink(driver), earlier: steps('earlier'), later: steps('later') };
}

const placeOf = ({ kind, row }: ChainThing): { kind: ChainKind; id: Id } => ({ kind, id: row.id });

function driverLink({ id, name, explanation }: Driver): ChainLink {
  return { kind: 'driver', id, title: name, ...(explanation && { text: explanation }) };
}

function linkOf(thing: ChainThing, { items }: ChainNames): ChainLink {
  const place = { ...placeOf(thing), on: dayOf(thing) };
  switch (thing.kind) {
    case 'experience': {
      const { title, whatHappened, author } = thing.row;
      // As its author is shown: nothing of who, where they chose so.
      return { ...place, title, text: firstSentence(whatHappened), ...byline(author) };
    }
    case 'need': {
      const { text, status, partyId } = thing.row;
      return { ...place, title: text, status, partyId };
    }
    case 'idea': {
      const { text, status, by } = thing.row;
      return { ...place, title: text, status, ...byline(by) };
    }
    case 'agendaItem': {
      const { id, title, status } = thing.row;
      return { ...place, title, status, ...ballOf(items.get(id)) };
    }
    case 'result': {
      const { title, whatIsDifferent, status, createdByPartyId: partyId } = thing.row;
      return { ...place, title, text: firstSentence(whatIsDifferent), status, partyId };
    }
  }
}

function byline(by: { partyId: Id; jobTitle: string } | undefined): Pick<ChainLink, 'partyId' | 'jobTitle'> {
  return by ? { partyId: by.partyId, ...(by.jobTitle && { jobTitle: by.jobTitle }) } : {};
}

/** Who is to move, with what; of an item that goes along with another, as that one. */
function ballOf(found: Found | undefined): Pick<ChainLink, 'partyId' | 'jobTitle' | 'text'> {
  if (!found) return {};
  const { holderId, jobTitle, nextStep } = (follows(found, found.followed) ? found.followed : found).ball;
  return {
    ...(holderId && { partyId: holderId }),
    ...(holderId && jobTitle && { jobTitle }),
    ...(holderId && nextStep && { text: nextStep }),
  };
}
