/** The four figures of the header (DOMAIN: "Results"): as of a day, with how they came to be. */
import { addDays } from './day';
import type { ReleasedRound } from './report-types';
import type { Figure, Figures } from './result-types';
import { trend } from './trend';
import type { Day } from './types';

export const TREND_WEEKS = 12;
export const RECENT_DAYS = 30;

/** What there was at the end of a day. */
export interface Counted {
  results: number;
  experiences: number;
  handovers: number;
}

/** Twelve days a week apart, of which the last is this one. */
function trendDays(asOn: Day): Day[] {
  return Array.from({ length: TREND_WEEKS }, (_, index) => addDays(asOn, 7 * (index + 1 - TREND_WEEKS)));
}

/** The days of which must be known what there was, to tell the figures of one. */
export function countedDays(asOn: Day): Day[] {
  return [...new Set([...trendDays(asOn), addDays(asOn, -RECENT_DAYS)])].sort();
}

/** The figures at the end of a day, from what there was then and before; `releases` newest first, closed by then. */
export function figuresOf(
  asOn: Day,
  counted: ReadonlyMap<Day, Counted>,
  releases: readonly ReleasedRound[],
): Omit<Figures, 'asOf'> {
  const figure = (of: keyof Counted): Figure => {
    const at = (day: Day) => counted.get(day)?.[of] ?? 0;
    return { value: at(asOn), recent: at(asOn) - at(addDays(asOn, -RECENT_DAYS)), trend: trendDays(asOn).map(at) };
  };
  const driver = weakest(releases);
  return {
    results: figure('results'),
    experiences: figure('experiences'),
    handovers: figure('handovers'),
    ...(driver && { driver }),
  };
}

/** The driver that asks most attention: of the last release that shows anything, the one with the least "goed". */
function weakest(releases: readonly ReleasedRound[]): Figures['driver'] {
  const last = releases.find(({ release }) => release.total);
  if (!last) return undefined;
  const upToIt = releases.slice(releases.indexOf(last)).map(({ release }) => release);
  const shares = last.round.drivers.flatMap((driver) => {
    const points = trend(upToIt, driver.id, 'total').map(({ share }) => share);
    const [now, before] = points;
    return now === undefined ? [] : [{ driver, now, before, points }];
  });
  const [least] = shares.sort((a, b) => a.now - b.now);
  if (!least) return undefined;
  const shown = least.points.flatMap((share) => (share === undefined ? [] : [percent(share)]));
  return {
    driverId: least.driver.id,
    name: least.driver.name,
    good: percent(least.now),
    ...(least.before !== undefined && { before: percent(least.before) }),
    trend: shown.slice(0, TREND_WEEKS).reverse(),
    roundNumber: last.round.number,
  };
}

/** From 0 to 1, as people read it. */
export const percent = (share: number): number => Math.round(share * 100);
