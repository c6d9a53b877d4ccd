/** How long things are kept (DOMAIN: "retention by kind"): a space says so for each kind, and what outlived that is purged. */
import type { AgendaItem, Session } from './agenda-types';
import { addDays } from './day';
import type { Experience } from './experience-types';
import { SHORTEST_RETENTION } from './limits';
import { RETAINED_KINDS } from './types';
import type { Day, RetainedKind, SpaceSettings } from './types';

/** Each kind that is not kept for ever, with the day before which a thing of it was last written to be purged today. */
export function purgedBefore({ retentionDays = {} }: Pick<SpaceSettings, 'retentionDays'>, today: Day) {
  return RETAINED_KINDS.flatMap((kind): { kind: RetainedKind; before: Day }[] => {
    const days = retentionDays[kind];
    return days === undefined ? [] : [{ kind, before: addDays(today, -days) }];
  });
}

/** Whether this can be said of a kind: whole days, and not so few that a slip purges a space. */
export const isRetention = (days: unknown): boolean =>
  Number.isInteger(days) && (days as number) >= SHORTEST_RETENTION && (days as number) <= 10_000;

/** A tombstone says nothing any more. */
export const endsWithTime = ({ status }: Experience): boolean => status !== 'erased';

/** What still goes on is kept, however long it takes. */
export const isOver = ({ status }: AgendaItem): boolean => status === 'done' || status === 'stopped';

/** What comes again is never over; the one that was held is. */
export const isPast = ({ status, recurrence }: Session): boolean => status === 'held' || recurrence === undefined;
