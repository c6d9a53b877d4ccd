import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { empty, filled } from '../filled';
import { itemOf, sessionOf } from '../matrix/agenda-world';
import { startForTest } from '../running';
import type { Started } from '../running';
import { ask, heard } from '../wire-client';
import { ADMIN, SPACE, TODAY, madeSeed, seedRow } from '../../backends/conformance/kit';
import type { SeedRow } from '../../backends/conformance/kit';
import type { AgendaItem, Ball, Session } from '../../../src/model/agenda-types';
import type { Id } from '../../../src/model/types';
import { calendarKeyHash } from '../../../src/server/calendar/key';
import { fillSpace } from '../../../src/server/database/fill';

const newCalendarKey = () => randomBytes(16).toString('base64url');
const [READER, PARTNER] = ['wonen-2', 'welzijn-2'];
const KEYS = new Map([READER, PARTNER, ADMIN].map((personId) => [personId, newCalendarKey()]));
const keyOf = (personId: Id): string => KEYS.get(personId) ?? assert.fail();
const AWKWARD = 'Huur; wat nu, „wij”? \\n 👩🏽‍🦽 é'.repeat(4);

function held(id: Id, holderId: Id | undefined, changes: Partial<AgendaItem> = {}, dueOn = '2026-03-09'): SeedRow[] {
  const item = itemOf(id, { title: `Punt ${id}`, ...changes });
  const ball: Ball = { id, movedAt: `${TODAY}T08:00:00.000Z`, version: 1, dueOn, ...(holderId && { holderId }) };
  return [seedRow('agendaItem', id, item, item.audience), seedRow('ball', id, ball, item.audience)];
}
const meeting = (id: Id, changes: Partial<Session> = {}): SeedRow => {
  const session = { ...sessionOf('everyone', { id, title: `Sessie ${id}` }), ...changes };
  return seedRow('session', id, session, session.audience);
};

const ROWS: SeedRow[] = [
  ...held('mijn', 'wonen'),
  ...held('intern', 'wonen', { audience: 'internal', title: AWKWARD }, '2026-03-29'),
  ...held('hun', 'welzijn'),
  ...held('niemand', undefined, { status: 'idea' }),
  ...held('rust', 'wonen', { status: 'paused' }),
  meeting('elke-week', { startsAt: '2026-03-18T09:30:00.000Z', recurrence: 'FREQ=WEEKLY;COUNT=3' }),
  meeting('intern', { audience: 'internal', startsAt: '2026-04-07T12:00:00.000Z', minutes: 90 }),
  meeting('lang-geleden', { startsAt: '2025-01-07T12:00:00.000Z' }),
  ...[...KEYS].map(([id, key]) =>
    seedRow('calendarKey', id, { keyHash: calendarKeyHash(key), createdOn: TODAY, version: 1 }, `person:${id}`),
  ),
];

describe('a calendar', () => {
  const clock = { now: new Date(`${TODAY}T10:00:00Z`) };
  let server: Started;
  before(async () => {
    server = await startForTest({ SAMEN_LOG: 'info' }, { now: () => clock.now });
  });
  beforeEach(async () => {
    clock.now = new Date(`${TODAY}T10:00:00Z`);
    const { owner } = server.database;
    await empty(owner);
    const seed = madeSeed();
    await fillSpace(owner, SPACE, filled([...(seed.get(SPACE) ?? []), ...ROWS]));
  });
  after(() => server.close());

  const get = (key: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}v1/calendars/${key}`, { headers });
  /** As an independent reader sees it. */
  const read = async (key: string) => {
    const response = await get(key);
    assert.equal(response.status, 200);
    const text = await response.text();
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    return { response, text, calendar, events };
  };
  const shown = async (key: string) =>
    (await read(key)).events.map(({ summary, startDate }) => `${startDate.toString()} ${summary}`).sort();

  it('shows sessions and what one’s own party is to do, as an independent reader reads it', async () => {
    assert.deepEqual(await shown(keyOf(READER)), [
      '2026-03-09 Bal: Punt mijn',
      '2026-03-18T09:30:00Z Sessie elke-week',
      '2026-03-25T09:30:00Z Sessie elke-week',
      `2026-03-29 Bal: ${AWKWARD}`,
      '2026-04-01T08:30:00Z Sessie elke-week',
      '2026-04-07T12:00:00Z Sessie intern',
    ]);
  });

  it('is one that readers take: each event its own lasting id, whole days as days, lines no longer than 75 bytes', async () => {
    const { events, text, calendar } = await read(keyOf(READER));
    assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
    assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
    const again = await read(keyOf(READER));
    assert.equal(again.text, text);
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(text.replaceAll('\r\n', ''), /\n/);
    const ball = events.find(({ summary }) => summary === 'Bal: Punt mijn');
    assert.equal(ball?.startDate.isDate, true);
    assert.equal(ball?.duration.toSeconds(), 86_400);
    const session = events.find(({ summary }) => summary === 'Sessie intern');
    assert.equal(session?.duration.toSeconds(), 90 * 60);
  });

  it('shows a partner nothing that is internal, and an admin no ball', async () => {
    assert.deepEqual(
      (await shown(keyOf(PARTNER))).filter((line) => /intern|Bal/.test(line)),
      ['2026-03-09 Bal: Punt hun'],
    );
    assert.ok((await shown(keyOf(ADMIN))).every((line) => !line.includes('Bal')));
  });

  it('holds titles and dates, and no word more', async () => {
    const { text, events } = await read(keyOf(READER));
    for (const name of ['DESCRIPTION', 'ATTENDEE', 'ORGANIZER', 'LOCATION', 'COMMENT', READER])
      assert.ok(!text.includes(name), name);
    assert.equal(events.length, 6);
  });

  it('is not told apart from one that is not there', async () => {
    const answers = await Promise.all(
      [newCalendarKey(), 'x', calendarKeyHash(keyOf(READER)), `${keyOf(READER)}x`, '%00'].map(async (key) => {
        const response = await get(key);
        const headers = [...response.headers].filter(([name]) => !/^(?:date|connection|keep-alive)$/.test(name));
        return JSON.stringify([response.status, headers, await response.text()]);
      }),
    );
    assert.equal(new Set(answers).size, 1);
    assert.match(answers[0] ?? '', /^\[404/);
  });

  it('stops when its person leaves, is removed, or their party goes', async () => {
    const [reader, partner] = [keyOf(READER), keyOf(PARTNER)];
    assert.equal((await get(reader)).status, 200);
    const admin = { url: server.url, headers: { 'samen-demo-person': ADMIN } };
    await heard(await ask(admin, 'removeMember', SPACE, { id: READER, version: 1 }, { key: newCalendarKey() }));
    assert.equal((await get(reader)).status, 404);
    const { rows } = await server.database.owner.query(`select 1 from samen.calendar_keys where id = '${READER}'`);
    assert.deepEqual(rows, [], 'nothing stays of it');
    assert.equal((await get(partner)).status, 200);
    await server.database.owner.query(`update samen.spaces set data = jsonb_set(data, '{parties}',
      jsonb_path_query_array(data -> 'parties', '$[*] ? (@.id != "welzijn")')) where space_id = '${SPACE}'`);
    assert.equal((await get(partner)).status, 404);
  });

  it('is kept by nobody on its way, and not sent again while it is the same', async () => {
    const first = await get(keyOf(READER));
    assert.match(first.headers.get('content-type') ?? '', /^text\/calendar; charset=utf-8$/);
    assert.equal(first.headers.get('cache-control'), 'no-store');
    const etag = first.headers.get('etag') ?? '';
    const same = await get(keyOf(READER), { 'if-none-match': etag });
    assert.deepEqual([same.status, await same.text()], [304, '']);
    await server.database.owner.query(
      `update samen.agenda_items set data = data || '{"title": "Anders"}' where id = 'mijn'`,
    );
    assert.equal((await get(keyOf(READER), { 'if-none-match': etag })).status, 200);
    // Tomorrow is another year ahead.
    clock.now = new Date(`2026-03-04T10:00:00Z`);
    assert.equal((await get(keyOf(READER), { 'if-none-match': etag })).status, 200);
  });

  it('leaves no key in the log, nor in what is measured', async () => {
    await get(keyOf(READER));
    await get('geraden-sleutel');
    await get(`${keyOf(READER)}?x=1`);
    const lines = server.logged.join('');
    assert.match(lines, /\/v1\/calendars\/:key/);
    assert.ok(!lines.includes(keyOf(READER)) && !lines.includes('geraden'));
  });
});
