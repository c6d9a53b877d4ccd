/** Sessions and balls as a file for somebody's own calendar: made in the browser, and going nowhere else. */
import { saveFile } from '../../../elements/save-file';
import type { AgendaItemView, Session } from '../../../model/agenda-types';
import type { CalendarEntry } from '../../../model/icalendar';
import { calendarText } from '../../../model/icalendar';
import type { Id } from '../../../model/types';

export const sessionEntry = ({ id, title, startsAt, minutes, place, recurrence }: Session): CalendarEntry => ({
  ...{ kind: 'session', id, title, startsAt, minutes },
  ...{ place, recurrence },
});

/** The balls of a party that are to move by a day, each as `nameOf` says it. */
export function ballEntries(
  items: readonly AgendaItemView[],
  partyId: Id | undefined,
  nameOf: (title: string) => string,
): CalendarEntry[] {
  return items.flatMap(({ id, title, status, ball }) => {
    const isTheirs = partyId !== undefined && ball.holderId === partyId && ball.state !== 'none';
    if (!isTheirs || !ball.dueOn || status === 'paused' || ball.ofItemId) return [];
    return [{ kind: 'ball' as const, id, title: nameOf(title), dueOn: ball.dueOn }];
  });
}

/** Has the browser keep it, where it keeps what it downloads. */
export function saveCalendar(name: string, spaceId: Id, entries: readonly CalendarEntry[]): void {
  const text = calendarText({ name, spaceId, now: new Date(), entries });
  saveFile('samen.ics', 'text/calendar', text);
}
