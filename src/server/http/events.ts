import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Feed } from '../live/feed';
import { SamenError } from '../../model/errors';
import { isId } from '../../model/id';
import type { Service } from '../../service/service';

/** What may lie unread on a connection before it is cut off, in bytes. */
const PILED_UP = 64 * 1024;
/** How long somebody has to take in the last of it, once their stream ends. */
const LAST_WORDS_MS = 1_000;
/** How long somebody has to take in a part of what they missed. */
const TAKEN_IN_MS = 10_000;
/**
 * One a browser is what the widgets open; some have many, and tabs that cannot find each other open one each. The
 * newest is refused: would the oldest end instead, its browser would come back at once and end the next, in turn.
 */
const STREAMS_A_PERSON = 20;
const COME_BACK_SECONDS = 60;
/** The longest that a timer can wait, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** `GET /events`: what changes, as it changes, until the proof of who listens ends. */
export async function streamEvents(
  request: FastifyRequest,
  reply: FastifyReply,
  { feed, service }: { feed: Feed; service: Service },
): Promise<void> {
  const { spaceId = '' } = request.params as { spaceId?: string };
  const { personId = '', expiresAt } = request.signedIn ?? {};
  if (!isId(spaceId)) throw new SamenError('notFound', 'Not an id');
  // Not for who takes no part: alike in all to a space that is not there.
  await service.execute(personId, spaceId, 'getSpace', {});
  const since = request.headers['last-event-id'];
  const { raw } = reply;
  if (raw.destroyed) return;
  const listening = feed.listening(personId);
  if (listening.count >= STREAMS_A_PERSON) {
    throw new SamenError('busy', 'Too many streams', { retryAfterSeconds: COME_BACK_SECONDS });
  }
  const stopListening = listening.one();
  raw.once('close', stopListening);
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  });
  raw.write(': welcome\n\n');
  const cutOff = () => raw.destroy();
  const listener = {
    personId,
    write: (text: string) => {
      // Who does not read keeps an ended stream open for a while: another word on it would end the process.
      if (!raw.destroyed && !raw.writableEnded) raw.write(text);
      return raw.writableLength <= PILED_UP;
    },
    drained: () => drained(raw),
    end: () => {
      if (raw.writableLength > PILED_UP) return void cutOff();
      if (raw.writableEnded) return;
      raw.end();
      setTimeout(cutOff, LAST_WORDS_MS).unref();
    },
  };
  const left = expiresAt === undefined ? undefined : Math.min(LONGEST, Math.max(0, expiresAt - Date.now()));
  const timer = left === undefined ? undefined : setTimeout(listener.end, left);
  timer?.unref();
  const leave = await feed
    .join(spaceId, listener, typeof since === 'string' ? since : undefined)
    .catch(() => undefined);
  const gone = () => {
    clearTimeout(timer);
    leave?.();
  };
  // Without the database there is nothing to tell: the reader comes back.
  if (!leave || raw.destroyed) {
    gone();
    cutOff();
    return;
  }
  raw.once('close', gone);
}

/** Until there is room for more, which there is not at once even when nothing is in the way. */
async function drained(raw: ServerResponse): Promise<boolean> {
  await nextTurn();
  if (raw.writableNeedDrain && !raw.destroyed) {
    const late = setTimeout(() => raw.destroy(), TAKEN_IN_MS);
    await new Promise<void>((resolve) => {
      const done = () => {
        raw.off('drain', done).off('close', done);
        resolve();
      };
      raw.on('drain', done).on('close', done);
    });
    clearTimeout(late);
  }
  return !raw.destroyed && !raw.writableEnded;
}
