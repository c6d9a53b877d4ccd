/** The report of a period (tussenbericht): which period, and what stands in it as it was at its end. */
import { addDays } from './day';
import { SamenError } from './errors';
import type { Experience } from './experience-types';
import type { FieldError } from './errors';
import type { HandoverKind } from './agenda-types';
import type { Choice, ChosenExperience, PeriodReport, Result } from './result-types';
import type { Day, Id } from './types';

/** Three years, with a leap day. */
const LONGEST_DAYS = 3 * 365 + 1;

interface Days {
  from: Day;
  until: Day;
}

export function findPeriodErrors({ from, until }: Days): FieldError[] {
  if (until < from) return [{ pointer: '/until', code: 'tooEarly' }];
  return until >= addDays(from, LONGEST_DAYS) ? [{ pointer: '/until', code: 'tooLate' }] : [];
}

/** Throws `invalid`. */
export function demandPeriod(period: Days): void {
  const fields = findPeriodErrors(period);
  if (fields.length > 0) throw new SamenError('invalid', 'Not a period', { fields });
}

/**
 * A result as it was at the end of a period; undefined when it does not stand in it: published later, or before it and
 * stopped before it.
 */
export function resultIn(result: Result, { from, until }: Days): Result | undefined {
  const { publication, history, measurements } = result;
  if (!publication || publication.on > until) return undefined;
  const known = history.filter(({ on }) => on <= until);
  const status = known.at(-1)?.status ?? result.status;
  const stoppedOn =
    status === 'stopped' ? known[known.findLastIndex((each) => each.status !== status) + 1]?.on : undefined;
  if (publication.on < from && stoppedOn !== undefined && stoppedOn < from) return undefined;
  return { ...result, status, history: known, measurements: measurements.filter(({ on }) => on <= until) };
}

/** How often something happened to a ball, from which party to which. */
export interface HandoversCounted {
  kind: HandoverKind;
  fromPartyId?: Id;
  toPartyId?: Id;
  times: number;
}

/** The movements of the balls, but for what nobody holds. `finished`: the items that are done. */
export function movementsOf(
  counted: readonly HandoversCounted[],
  finished: number,
): Omit<PeriodReport['movements'], 'unheld'> {
  const times = (kind: HandoverKind) => counted.reduce((sum, each) => (each.kind === kind ? sum + each.times : sum), 0);
  const ways = new Map<string, PeriodReport['movements']['between'][number]>();
  for (const { kind, fromPartyId, toPartyId, times: more } of counted) {
    if ((kind !== 'taken' && kind !== 'accepted') || toPartyId === undefined) continue;
    const key = `${fromPartyId ?? ''} ${toPartyId}`;
    const before = ways.get(key)?.times ?? 0;
    ways.set(key, { ...(fromPartyId && { fromPartyId }), toPartyId, times: before + more });
  }
  return {
    taken: times('taken'),
    offered: times('offered'),
    accepted: times('accepted'),
    returned: times('returned'),
    released: times('released'),
    finished,
    between: [...ways.entries()]
      .sort(([one, a], [other, b]) => b.times - a.times || (one < other ? -1 : 1))
      .map(([, way]) => way),
  };
}

/** A chosen experience as it is printed: by what its author learned, and as its author is shown; never by name. */
export function chosenExperience(
  choice: Choice,
  experience: Pick<Experience, 'title' | 'whatLearned' | 'whatHappened' | 'author'>,
): ChosenExperience {
  const { title, whatLearned, whatHappened, author } = experience;
  return {
    ...choice,
    title,
    quote: whatLearned ?? whatHappened,
    ...(author?.jobTitle && { jobTitle: author.jobTitle }),
    ...(author && { partyId: author.partyId }),
  };
}
