/** Items as whoever asks reads them: with their signals, found out once for a page, and without links that are not for them. */
import { found } from './context';
import type { Context } from './context';
import type { AgendaFound } from './storage';
import { follows } from '../model/agenda-item';
import type { AgendaItem, AgendaItemView, Signal } from '../model/agenda-types';
import { itemView, linksOf, signalFound } from '../model/agenda-view';
import type { Seen } from '../model/agenda-view';
import { isClosed } from '../model/ball';
import { overlapOf, wordingOf } from '../model/overlap';
import type { Id } from '../model/types';

const AT_ONCE = 100;

/** The worst signal of each, by id. What it looks like is only looked for where nothing is worse. */
export async function signalsOf(context: Context, all: readonly AgendaFound[]): Promise<ReadonlyMap<Id, Signal>> {
  const signals = new Map<Id, Signal>();
  const quiet: AgendaItem[] = [];
  for (const each of all) {
    const signal = signalFound(each, context);
    if (signal) signals.set(each.item.id, signal);
    else if (!isClosed(each.item) && each.item.status !== 'paused' && !follows(each, each.followed)) {
      quiet.push(each.item);
    }
  }
  const alike = await candidatesOf(context, quiet);
  const byId = new Map(all.map((each) => [each.item.id, each]));
  for (const item of quiet) {
    const each = byId.get(item.id);
    const other = overlapOf(item, alike.get(item.id) ?? []);
    const signal = each && other && signalFound(each, context, other.id);
    if (signal) signals.set(item.id, signal);
  }
  return signals;
}

async function candidatesOf({ tx }: Context, items: readonly AgendaItem[]): Promise<Map<Id, AgendaItem[]>> {
  const candidates = new Map<Id, AgendaItem[]>();
  if (items.length === 0) return candidates;
  const drafts = items.map((item) => ({ of: item.id, wording: wordingOf(item), topics: item.topics }));
  const { rows } = await tx.query('alike', { drafts });
  for (const { of, item } of rows) candidates.set(of, [...(candidates.get(of) ?? []), item]);
  return candidates;
}

/** Items as they are answered. */
export async function viewsOf(
  context: Context,
  all: readonly AgendaFound[],
  known?: ReadonlyMap<Id, Signal>,
): Promise<AgendaItemView[]> {
  const signals = known ?? (await signalsOf(context, all));
  const seen = await seenBy(context, all.map(linksOf));
  return all.map((each) =>
    itemView(each, { signal: signals.get(each.item.id), seen, viewer: context.viewer, clock: context }),
  );
}

/** Which of these are there, and for whoever asks to read. */
export async function seenBy(
  context: Context,
  links: readonly {
    items: readonly Id[];
    experiences: readonly Id[];
    sessions?: readonly Id[];
    ideas?: readonly Id[];
  }[],
): Promise<Seen> {
  const { tx } = context;
  const of = (ids: (each: (typeof links)[number]) => readonly Id[]) => [...new Set(links.flatMap(ids))];
  const sessions = await Promise.all(of(({ sessions: ids = [] }) => ids).map((id) => tx.load('session', id)));
  const experiences = of(({ experiences: ids }) => ids);
  const read = await inPortions(experiences, async (ids) => (await tx.query('experiencesById', { ids })).rows);
  const ideas = of(({ ideas: ids = [] }) => ids);
  const known = await inPortions(ideas, async (ids) => (await tx.query('ideasById', { ids })).rows);
  return {
    items: await itemsSeen(
      context,
      of(({ items }) => items),
    ),
    // A tombstone is for the feed; elsewhere nothing is left of it.
    experiences: new Set(read.flatMap(({ experience: { id, status } }) => (status === 'erased' ? [] : [id]))),
    sessions: new Set(sessions.flatMap((session) => session?.id ?? [])),
    ideas: new Set(known.map(({ id }) => id)),
  };
}

/** Of these items, those that whoever asks may read. */
export async function itemsSeen({ tx }: Context, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const rows = await inPortions(ids, async (some) => (await tx.query('agendaItemsById', { ids: some })).rows);
  return new Set(rows.map(({ item }) => item.id));
}

/** What is asked of many ids at once, for as many as can be asked. */
export async function inPortions<T>(ids: readonly Id[], ask: (ids: readonly Id[]) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) all.push(...(await ask(ids.slice(at, at + AT_ONCE))));
  return all;
}

/** An item with its ball, when it is there for whoever asks; else `notFound`. */
export async function itemFound({ tx }: Context, id: Id): Promise<AgendaFound> {
  return found((await tx.query('agendaItemsById', { ids: [id] })).rows[0]);
}

export async function viewById(context: Context, id: Id): Promise<AgendaItemView> {
  return found((await viewsOf(context, [await itemFound(context, id)]))[0]);
}

/** Things that name an item, without the name of one that is not there for whoever asks. */
export async function withoutHiddenItems<T extends { agendaItemId?: Id }>(
  context: Context,
  things: readonly T[],
): Promise<T[]> {
  const seen = await itemsSeen(context, [...new Set(things.flatMap(({ agendaItemId }) => agendaItemId ?? []))]);
  return things.map((thing) => {
    const { agendaItemId, ...rest } = thing;
    return agendaItemId === undefined || seen.has(agendaItemId) ? thing : (rest as T);
  });
}
