/** Between moments and the clock on the wall of a municipality, which is put forward and back. */

/** Where the municipality is, when a space says nothing else. */
export const HOME_ZONE = 'Europe/Amsterdam';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    } as Intl.DateTimeFormatOptions);
    formats.set(timeZone, format);
  }
  return format;
}

/** What the clock shows, written as if it were that of Greenwich. */
export function wallClockOf(moment: Date, timeZone = HOME_ZONE): Date {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')));
}

/**
 * The moment at which the clock shows this. Of the hour that comes twice in autumn the first; of the one that is
 * missing in spring, as much later as the clock is put forward (RFC 5545, 3.3.5).
 */
export function zonedMoment(wall: Date, timeZone = HOME_ZONE): Date {
  const offsetAt = (moment: number) => wallClockOf(new Date(moment), timeZone).getTime() - moment;
  const shown = wall.getTime();
  const [before, after] = [offsetAt(shown - DAY_MS), offsetAt(shown + DAY_MS)];
  for (const offset of [before, after]) if (offsetAt(shown - offset) === offset) return new Date(shown - offset);
  return new Date(shown - before);
}

const DAY_MS = 86_400_000;
