/** The chain of a thing, walked over what is there for whoever asks. */
import { inPortions } from './agenda-views';
import { INTENTION, found, memberOf } from './context';
import type { Context } from './context';
import { firstWaiting } from './experience-reads';
import type { AgendaFound } from './storage';
import type { Input, Output } from '../contract/operations';
import { FURTHEST, MOST_STEPS, chainOf, chainOfDriver, keyOf, stepFrom, tiesOf } from '../model/chain';
import type { ChainThing, Reached, ThingKind, Way } from '../model/chain';
import type { Driver, Id } from '../model/types';

/** Of each kind, in the chain of a driver. */
const MOST_OF_DRIVER = 20;
const NO_NAMES = { drivers: [], items: new Map() };

export async function getChain(context: Context, { kind, id }: Input<'getChain'>): Promise<Output<'getChain'>> {
  memberOf(context);
  const { tx, asOf } = context;
  const drivers = (await tx.load('intention', INTENTION))?.drivers ?? [];
  if (kind === 'driver') return { ...(await ofDriver(context, id, drivers)), asOf };
  // Of what its author alone knows of yet, nothing came.
  const waiting = kind === 'experience' && (await firstWaiting(context, id));
  if (waiting) return { ...chainOf({ kind, row: waiting }, { earlier: [], later: [] }, NO_NAMES), asOf };
  const of = await begun(context, kind, id);
  const [earlier, later] = [await walked(context, of, 'earlier'), await walked(context, of, 'later')];
  const things = [of, ...[...earlier, ...later].map(({ thing }) => thing)];
  return { ...chainOf(of, { earlier, later }, { drivers, items: await itemsOf(context, things) }), asOf };
}

async function ofDriver(context: Context, id: Id, drivers: readonly Driver[]) {
  const driver = found(drivers.find((each) => each.id === id));
  const { rows } = await context.tx.query('tiedToDriver', { driverId: id, most: MOST_OF_DRIVER });
  const things = rows.map(({ thing }) => thing);
  return chainOfDriver(driver, things, { drivers, items: await itemsOf(context, things) });
}

/** What the chain begins with: whatever whoever asks may read, also before others may. */
async function begun({ tx }: Context, kind: ThingKind, id: Id): Promise<ChainThing> {
  switch (kind) {
    case 'experience': {
      const { experience: row } = found((await tx.query('experiencesById', { ids: [id] })).rows[0]);
      return { kind, row: found(row.status === 'erased' ? undefined : row) };
    }
    case 'need':
      return { kind, row: found(await tx.load('need', id)) };
    case 'idea':
      return { kind, row: found(await tx.load('idea', id)) };
    case 'agendaItem':
      return { kind, row: found(await tx.load('agendaItem', id)) };
    case 'result':
      return { kind, row: found(await tx.load('result', id)) };
  }
}

/** All that lies one way, nearest first. What is not for whoever asks is never come to, nor gone through. */
async function walked({ tx }: Context, of: ChainThing, way: Way): Promise<Reached[]> {
  const known = new Set([keyOf(of)]);
  const all: Reached[] = [];
  let near: ChainThing[] = [of];
  for (let distance = 1; distance <= FURTHEST && near.length > 0 && all.length < MOST_STEPS; distance += 1) {
    const ties = tiesOf(near, way);
    if (ties.length === 0) break;
    // What is known may be found again: there is room for it beside all that may still be new.
    const { rows } = await tx.query('tied', { ties }, { limit: MOST_STEPS + known.size });
    const found = rows.map(({ thing }) => thing);
    const next = stepFrom(near, found, { way, distance, known }).slice(0, MOST_STEPS - all.length);
    for (const { thing } of next) known.add(keyOf(thing));
    all.push(...next);
    near = next.map(({ thing }) => thing);
  }
  return all;
}

/** The items among these, with their balls. */
async function itemsOf({ tx }: Context, things: readonly ChainThing[]): Promise<ReadonlyMap<Id, AgendaFound>> {
  const ids = things.flatMap(({ kind, row }) => (kind === 'agendaItem' ? [row.id] : []));
  const rows = await inPortions(ids, async (some) => (await tx.query('agendaItemsById', { ids: some })).rows);
  return new Map(rows.map((each) => [each.item.id, each]));
}
