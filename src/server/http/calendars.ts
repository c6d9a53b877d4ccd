/** `GET /calendars/{key}`: whoever has the key reads along; unknown keys are all alike. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SamenError } from '../../model/errors';

export interface Calendars {
  /** The calendar that belongs to a key, as text; undefined when there is none. */
  calendarFor: (key: string) => Promise<string | undefined>;
}

export async function sendCalendar(
  request: FastifyRequest,
  reply: FastifyReply,
  { calendarFor }: Calendars,
): Promise<FastifyReply> {
  const { key = '' } = request.params as { key?: string };
  const text = await calendarFor(key);
  if (text === undefined) throw new SamenError('notFound', 'No such calendar');
  // Nothing keeps it on its way; a reader that asks every hour need not be sent the same again.
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply
    .header('content-disposition', 'inline; filename="samen.ics"')
    .type('text/calendar; charset=utf-8')
    .send(text);
}
