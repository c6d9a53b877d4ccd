import { valueOf } from './driver-result';
import type { DriverResult, Id, Release, ReleasedGroup } from './types';

/** One round in a trend; `share` is absent where the group was not shown. */
export interface TrendPoint {
  roundId: Id;
  /** Of `good`, from 0 to 1. */
  share?: number;
  result?: DriverResult;
  respondents?: number;
}

/** The whole space, or the parties of a group. */
export type TrendOf = 'total' | readonly Id[];

/** The share of `good`, from 0 to 1; "most of them" counts as all of them, as in the total. */
export function share(result: DriverResult, respondents: number): number {
  return respondents > 0 ? valueOf(result, respondents, 'good') / respondents : 0;
}

/** The group of exactly these parties, when it is shown. */
export function shownGroup(release: Release, partyIds: readonly Id[]): ReleasedGroup | undefined {
  return release.groups.find((group) => group.hidden === false && isSameGroup(group.partyIds, partyIds));
}

/**
 * A point a release, in the order given. Only identical groups are compared (DOMAIN.md "Release"):
 * the difference between a group and the same group with one party more would tell of that party.
 */
export function trend(releases: readonly Release[], driverId: Id, of: TrendOf): TrendPoint[] {
  return releases.map((release) => pointOf(release, driverId, of));
}

export interface Comparison {
  partyIds: Id[];
  before: number;
  after: number;
}

/** The groups that are shown in both, with their share of `good` on this driver. */
export function compareGroups(before: Release, after: Release, driverId: Id): Comparison[] {
  return after.groups.flatMap(({ partyIds }) => {
    const was = pointOf(before, driverId, partyIds).share;
    const is = pointOf(after, driverId, partyIds).share;
    return was === undefined || is === undefined ? [] : [{ partyIds, before: was, after: is }];
  });
}

function pointOf(release: Release, driverId: Id, of: TrendOf): TrendPoint {
  const shown = of === 'total' ? release.total : shownGroup(release, of);
  const answers: DriverResult[] = shown?.answers ?? [];
  const result = answers.find((answer) => answer.driverId === driverId);
  const respondents = shown?.respondents;
  if (!result || respondents === undefined) return { roundId: release.roundId };
  return { roundId: release.roundId, share: share(result, respondents), result, respondents };
}

function isSameGroup(some: readonly Id[], others: readonly Id[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id));
}
