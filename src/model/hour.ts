/** The hour, 0 to 23, of a moment where the municipality is. */
export function toHour(moment: Date, timeZone = 'Europe/Amsterdam'): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(moment));
}
