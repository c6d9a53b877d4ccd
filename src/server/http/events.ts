import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Feed } from '../live/feed';
import { SamenError } from '../../model/errors';
import { isId } from '../../model/id';
import type { Service } from '../../service/service';

/** What may lie unread on a connection before it is cut off, in bytes. */
const PILED_UP = 64 * 1024;
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
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  });
  raw.write(': welcome\n\n');
  const end = () => raw.destroy();
  const listener = {
    personId,
    write: (text: string) => {
      if (!raw.destroyed) raw.write(text);
      return raw.writableLength <= PILED_UP;
    },
    end: () => (raw.writableLength > PILED_UP ? end() : raw.end()),
  };
  const left = expiresAt === undefined ? undefined : Math.min(LONGEST, Math.max(0, expiresAt - Date.now()));
  const timer = left === undefined ? undefined : setTimeout(() => raw.end(), left);
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
    end();
    return;
  }
  raw.once('close', gone);
}
