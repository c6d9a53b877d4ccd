/** The story so far in four figures, and the releases that stand in them and in a report. */
import { memberOf } from './context';
import type { Context } from './context';
import { everyRow } from './every-row';
import { keepRound } from './keep-round';
import type { Output } from '../contract/operations';
import { addDays } from '../model/day';
import { TREND_WEEKS, countedDays, figuresOf } from '../model/figures';
import type { ReleasedRound } from '../model/report-types';
import type { Figures } from '../model/result-types';
import type { Day, Moment } from '../model/types';
import { zonedMoment } from '../model/wall-clock';

export async function getFigures(context: Context): Promise<Output<'getFigures'>> {
  memberOf(context);
  await keepRound(context);
  const releases = await releasedUntil(context, context.today);
  return { ...(await figuresAt(context, context.today, releases)), asOf: context.asOf };
}

/** As of the end of a day; `releases` newest first, closed by then. */
export async function figuresAt(
  context: Context,
  asOn: Day,
  releases: readonly ReleasedRound[],
): Promise<Omit<Figures, 'asOf'>> {
  const days = countedDays(asOn).map((day) => ({ day, endsAt: startOf(context, addDays(day, 1)) }));
  const { rows } = await context.tx.query('counted', { days }, { limit: days.length });
  return figuresOf(asOn, new Map(rows.map((row) => [row.id, row])), releases);
}

/** The moment at which a day begins, where the space is. */
export function startOf({ timeZone }: Context, day: Day): Moment {
  return zonedMoment(new Date(`${day}T00:00:00Z`), timeZone).toISOString();
}

/** Closed by the end of a day, newest first, as they were stored at closing: those since a day, and enough for a trend. */
export async function releasedUntil({ tx }: Context, until: Day, since: Day = until): Promise<ReleasedRound[]> {
  const rounds = await everyRow((cursor) => tx.query('rounds', {}, { limit: 100, cursor }));
  const closed = rounds.filter(({ closedOn }) => closedOn !== undefined && closedOn <= until);
  const recent = closed.filter(({ closedOn = '' }) => closedOn >= since).length;
  const wanted = closed.slice(0, Math.max(TREND_WEEKS, recent) + 1);
  const all: ReleasedRound[] = [];
  // The oldest first, so that each finds the one before it.
  for (const round of [...wanted].reverse()) {
    const release = await tx.load('release', round.id);
    const before = all[0];
    if (release)
      all.unshift({ round, release, ...(before && { before: { round: before.round, release: before.release } }) });
  }
  return all;
}
