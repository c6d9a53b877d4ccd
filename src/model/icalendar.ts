/** A calendar file as readers know it (RFC 5545), for where there is no server that could keep one. */
import type { Day, Id, Moment } from './types';
import { HOME_ZONE, wallClockOf, zonedMoment } from './wall-clock';

/** What stands in a calendar: something with a begin, or something to be done on a day. */
export type CalendarEntry =
  | {
      kind: 'session';
      id: Id;
      title: string;
      startsAt: Moment;
      minutes: number;
      place?: string | undefined;
      recurrence?: string | undefined;
    }
  | { kind: 'ball'; id: Id; title: string; dueOn: Day };

export interface CalendarFile {
  name: string;
  spaceId: Id;
  /** When it was made. */
  now: Date;
  entries: readonly CalendarEntry[];
}

/**
 * The hours of the Netherlands since 1996: what comes again does so by the clock on the wall, and a reader elsewhere has
 * to know how that is put forward and back.
 */
const ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${HOME_ZONE}`,
  ...['BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'DTSTART:19960331T020000'],
  ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
  ...['BEGIN:STANDARD', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'DTSTART:19961027T030000'],
  ...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
  'END:VTIMEZONE',
];

/** The text of the file. What is once is written in Greenwich's time, what comes again in that of the municipality. */
export function calendarText({ name, spaceId, now, entries }: CalendarFile): string {
  const recurs = entries.some((entry) => entry.kind === 'session' && entry.recurrence !== undefined);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samen//samen-widgets//NL',
    `X-WR-CALNAME:${escaped(name)}`,
    ...(recurs ? ZONE : []),
    ...entries.flatMap((entry) => event(entry, spaceId, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event(entry: CalendarEntry, spaceId: Id, now: Date): string[] {
  const isBall = entry.kind === 'ball';
  return [
    'BEGIN:VEVENT',
    `UID:${entry.kind}-${entry.id}@${spaceId}.samen`,
    `DTSTAMP:${stamp(now)}Z`,
    ...(isBall
      ? // Something to do by then, not a day that is taken.
        [`DTSTART;VALUE=DATE:${entry.dueOn.replaceAll('-', '')}`, 'TRANSP:TRANSPARENT']
      : [...begin(entry), `DURATION:PT${String(entry.minutes)}M`]),
    `SUMMARY:${escaped(entry.title)}`,
    ...(!isBall && entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
    'END:VEVENT',
  ];
}

function begin({ startsAt, recurrence }: Extract<CalendarEntry, { kind: 'session' }>): string[] {
  const moment = new Date(startsAt);
  if (recurrence === undefined) return [`DTSTART:${stamp(moment)}Z`];
  return [`DTSTART;TZID=${HOME_ZONE}:${stamp(wallClockOf(moment))}`, `RRULE:${withMomentUntil(recurrence)}`];
}

/** Beside a begin with a time zone, an end has to be a moment of Greenwich (RFC 5545, 3.3.10). */
function withMomentUntil(recurrence: string): string {
  return recurrence.replace(/UNTIL=(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?(Z?)/, (whole, ...found: string[]) => {
    const [year, month, day, hour = '23', minute = '59', second = '59', utc] = found;
    if (utc) return whole;
    const wall = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return Number.isNaN(wall.getTime()) ? whole : `UNTIL=${stamp(zonedMoment(wall))}Z`;
  });
}

const stamp = (date: Date): string =>
  date
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, '');

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replace(/\r\n?|\n/g, String.raw`\n`)
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
}

const MOST_OCTETS = 75;
const octets = new TextEncoder();

/** Lines of 75 octets at most; what goes on begins with a space. No letter is cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let size = 0;
  for (const letter of line) {
    const more = octets.encode(letter).length;
    if (size + more > MOST_OCTETS) {
      lines.push(now);
      now = ' ';
      size = 1;
    }
    now += letter;
    size += more;
  }
  return [...lines, now].join('\r\n');
}
