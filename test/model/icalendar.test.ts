import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { calendarText } from '../../src/model/icalendar';
import type { CalendarEntry } from '../../src/model/icalendar';

const AWKWARD = 'Huur; wat nu, „wij”? \\n 👩🏽‍🦽 é\nen verder'.repeat(3);
const session = (changes: Partial<Extract<CalendarEntry, { kind: 'session' }>> = {}): CalendarEntry => ({
  kind: 'session',
  id: 's1',
  title: 'Terugkijken',
  startsAt: '2026-11-24T09:00:00.000Z',
  minutes: 75,
  ...changes,
});
const written = (...entries: CalendarEntry[]): string =>
  calendarText({ name: 'Sociaal domein', spaceId: 'ruimte', now: new Date('2026-11-20T12:34:56.789Z'), entries });

/** Read by a parser that is not ours. */
function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

function firstOf(text: string): ICAL.Event {
  return eventsOf(text)[0] ?? assert.fail('no event');
}

describe('a calendar file', () => {
  it('holds a session with its begin, its length and its place', () => {
    const event = firstOf(written(session({ place: 'Stadhuis, kamer 2' })));
    assert.equal(event.summary, 'Terugkijken');
    assert.equal(event.location, 'Stadhuis, kamer 2');
    assert.equal(event.uid, 'session-s1@ruimte.samen');
    assert.equal(event.startDate.toJSDate().toISOString(), '2026-11-24T09:00:00.000Z');
    assert.equal(event.endDate.toJSDate().toISOString(), '2026-11-24T10:15:00.000Z');
  });

  it('gives back what was typed, letter for letter, and has no line of more than 75 octets', () => {
    const text = written(session({ title: AWKWARD }));
    assert.equal(firstOf(text).summary, AWKWARD);
    assert.ok(text.endsWith('END:VCALENDAR\r\n'));
    assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/, 'each line ends in CRLF');
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    for (const line of text.split('\r\n')) assert.doesNotMatch(line, /\uFFFD/, 'no letter is cut in two');
  });

  it('drops what no calendar can hold', () => {
    assert.equal(firstOf(written(session({ title: 'Een\u0000 twee\u0007' }))).summary, 'Een twee');
  });

  it('comes again at the same hour on the wall, past both changes of the clock', () => {
    const event = firstOf(written(session({ startsAt: '2026-10-22T08:30:00.000Z', recurrence: 'FREQ=WEEKLY' })));
    const times = event.iterator();
    const found = Array.from({ length: 24 }, () => times.next().toJSDate().toISOString());
    assert.deepEqual(found.slice(0, 2), ['2026-10-22T08:30:00.000Z', '2026-10-29T09:30:00.000Z']);
    assert.ok(found.includes('2027-03-25T09:30:00.000Z'));
    assert.ok(found.includes('2027-04-01T08:30:00.000Z'));
  });

  it('stays on the second Tuesday of the month', () => {
    const text = written(session({ startsAt: '2026-11-10T09:00:00.000Z', recurrence: 'FREQ=MONTHLY;BYDAY=2TU' }));
    const times = firstOf(text).iterator();
    const days = Array.from({ length: 4 }, () => times.next().toString().slice(0, 10));
    assert.deepEqual(days, ['2026-11-10', '2026-12-08', '2027-01-12', '2027-02-09']);
  });

  it('says an end as a moment of Greenwich, as it has to beside a time zone', () => {
    for (const [rule, until] of [
      ['FREQ=WEEKLY;UNTIL=20261203', '20261203T225959Z'],
      ['FREQ=WEEKLY;UNTIL=20261203T100000', '20261203T090000Z'],
      ['FREQ=WEEKLY;UNTIL=20261203T100000Z', '20261203T100000Z'],
    ] as const) {
      const text = written(session({ recurrence: rule }));
      assert.ok(text.includes(`UNTIL=${until}`), text);
      const times = firstOf(text).iterator();
      let count = 0;
      while (times.next() as unknown) count += 1;
      assert.equal(count, 2, rule);
    }
  });

  it('holds a ball as a whole day that is not taken', () => {
    const [, ball] = eventsOf(
      written(session(), { kind: 'ball', id: 'a2', title: 'Bal: bellen', dueOn: '2026-12-01' }),
    );
    assert.ok(ball);
    assert.ok(ball.startDate.isDate);
    assert.equal(ball.startDate.toString(), '2026-12-01');
    assert.equal(ball.component.getFirstPropertyValue('transp'), 'TRANSPARENT');
  });

  it('brings the hours of the Netherlands along only when something recurs', () => {
    assert.doesNotMatch(written(session()), /VTIMEZONE/);
    assert.match(written(session({ recurrence: 'FREQ=WEEKLY' })), /TZID=Europe\/Amsterdam/);
  });
});
