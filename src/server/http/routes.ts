/** The routes, derived from the table of operations: nothing is listed a second time. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inputOf, keyOf, refuseEveryKey, seenAs, spaceMeant } from './input';
import { ANSWERS_WHAT_IS_LEFT } from './what-is-left';
import { sendCsv, wantsCsv } from './reports';
import { isRead } from '../../contract/old-after';
import { OPERATIONS } from '../../contract/all-operations';
import type { ExperiencePage } from '../../contract/experiences';
import type { Me, Operation, OperationName, Output } from '../../contract/operations';
import { etagOf, isOfMe } from '../../contract/wire';
import { SamenError } from '../../model/errors';
import { isId } from '../../model/id';
import type { Id } from '../../model/types';
import { eraseEverywhere } from '../../service/erase-everywhere';
import type { Service } from '../../service/service';

/** Where 64 kB is too little: a picture in base64, and what stands around it. */
const BODY_LIMITS: Partial<Record<OperationName, number>> = { savePicture: 3_000_000 };

export interface Routed {
  service: Service;
  /** Where somebody takes part. */
  spacesOf: (personId: Id) => Promise<{ id: Id; name: string }[]>;
  /** What this person's browser seals with what it keeps of a space. */
  sealKeyOf: (personId: Id, spaceId: Id) => string;
  /** Told to them alone: whether they may make spaces. */
  maySpacesBeMadeBy: (personId: Id) => boolean;
  /** Throws `busy` when this person writes too much, or there is too much to do. */
  mayWrite: (request: FastifyRequest) => Promise<void>;
}

export function addRoutes(app: FastifyInstance, routed: Routed): void {
  for (const name of Object.keys(OPERATIONS) as OperationName[]) {
    if (name === 'getMe') continue;
    const { method, path }: Operation = OPERATIONS[name];
    app.route({
      method,
      url: path.replace(/\{(\w+)\}/g, ':$1'),
      config: { operation: name },
      ...(BODY_LIMITS[name] !== undefined && { bodyLimit: BODY_LIMITS[name] }),
      handler: (request, reply) => answer(name, request, reply, routed),
    });
  }
  app.get('/me', { config: { operation: 'getMe' } }, (request) => me(request, routed));
}

async function answer(
  operation: OperationName,
  request: FastifyRequest,
  reply: FastifyReply,
  routed: Routed,
): Promise<unknown> {
  const { service, mayWrite } = routed;
  if (isOfMe(OPERATIONS[operation]) && spaceMeant(request) === undefined)
    return ofAllSpaces(operation, request, reply, routed);
  const { spaceId = spaceMeant(request) ?? '' } = request.params as { spaceId?: string };
  const personId = request.signedIn?.personId ?? '';
  const as = seenAs(request);
  if (isRead(operation)) {
    const isCsv = operation === 'getReport' && wantsCsv(request, reply);
    const output = await service.execute(personId, spaceId, operation, inputOf(operation, request), undefined, as);
    const { isBinary }: Operation = OPERATIONS[operation];
    if (isBinary) return bytes(reply, output as Output<'getPicture'>);
    if (isCsv) {
      const asked = { personId, spaceId, as };
      return sendCsv(output as Output<'getReport'>, { request, reply, service, asked });
    }
    return tagged(
      reply,
      operation === 'listExperiences' ? saidWho(output as ExperiencePage, request, spaceId, routed) : output,
    );
  }
  await mayWrite(request);
  const input = inputOf(operation, request);
  const output =
    operation === 'eraseMe' && !as
      ? await everywhere(request, routed)
      : await service.execute(personId, spaceId, operation, input, keyOf(request), as);
  const { method }: Operation = OPERATIONS[operation];
  if (method === 'DELETE' && !ANSWERS_WHAT_IS_LEFT.has(operation)) return reply.code(204).send();
  if (request.headers['if-none-match'] === '*') reply.code(201);
  return tagged(reply, output);
}

/**
 * What is asked of oneself without a space: of one's own data and of leaving, all of them; of preferences, which are those
 * of the installation, any. Throws `notFound` for who has none to keep.
 */
async function ofAllSpaces(
  operation: OperationName,
  request: FastifyRequest,
  reply: FastifyReply,
  routed: Routed,
): Promise<unknown> {
  const { service, spacesOf, mayWrite } = routed;
  const { personId = '' } = request.signedIn ?? {};
  const isWrite = !isRead(operation);
  if (isWrite) await mayWrite(request);
  const input = inputOf(operation, request);
  if (operation === 'eraseMe') return tagged(reply, await everywhere(request, routed));
  const spaces = await spacesOf(personId);
  if (operation === 'getOwnData') {
    const all: Output<'getOwnData'>[] = [];
    for (const { id } of spaces) all.push(await service.execute(personId, id, operation, input));
    return tagged(reply, { spaces: all });
  }
  const [first] = spaces;
  if (!first) throw new SamenError('notFound', 'Nothing is kept of who takes no part');
  if (request.headers['if-none-match'] === '*') reply.code(201);
  return tagged(
    reply,
    await service.execute(personId, first.id, operation, input, isWrite ? keyOf(request) : undefined),
  );
}

const everywhere = async (request: FastifyRequest, { service, spacesOf }: Routed): Promise<Output<'eraseMe'>> => {
  const { personId = '' } = request.signedIn ?? {};
  const spaceIds = (await spacesOf(personId)).map(({ id }) => id);
  return eraseEverywhere({ service, personId, spaceId: spaceMeant(request), spaceIds, key: keyOf(request) });
};

/** Who I am: over all spaces, or in the one that is asked about. */
async function me(
  request: FastifyRequest,
  { service, spacesOf, sealKeyOf, maySpacesBeMadeBy }: Routed,
): Promise<Me & { spaces?: object[] }> {
  const { personId = '', name = '' } = request.signedIn ?? {};
  const { space, as: _as, ...others } = request.query as Record<string, unknown>;
  if (space === undefined) {
    refuseEveryKey(request);
    return { personId, name, spaces: await spacesOf(personId) };
  }
  const unknown = Object.keys(others).map((key) => ({ pointer: `/${key}`, code: 'unknown' as const }));
  if (unknown.length > 0) throw new SamenError('invalid', 'Unknown keys', { fields: unknown });
  if (!isId(space)) throw new SamenError('invalid', 'Not an id', { fields: [{ pointer: '/space', code: 'format' }] });
  const known = await service.execute(personId, space, 'getMe', {}, undefined, seenAs(request));
  const mayBegin = !known.member && maySpacesBeMadeBy(personId);
  const said = { ...known, name: known.name || name, sealKey: sealKeyOf(personId, space) };
  return mayBegin ? { ...said, mayMakeSpaces: true } : said;
}

/** The first page of the feed says who I am as `/me` does: whoever asks for it first need not ask that. */
function saidWho(page: ExperiencePage, request: FastifyRequest, spaceId: Id, { sealKeyOf }: Routed): ExperiencePage {
  const { labels } = page;
  if (!labels) return page;
  const { personId = '', name = '' } = request.signedIn ?? {};
  const me = { ...labels.me, name: labels.me.name || name, sealKey: sealKeyOf(personId, spaceId) };
  return { ...page, labels: { ...labels, me } };
}

const SANDBOX = "default-src 'none';frame-ancestors 'none';sandbox";

/** The bytes themselves. Opened by itself, such an answer is shown without any right: whatever is in it does nothing. */
function bytes(reply: FastifyReply, { type, data }: Output<'getPicture'>): FastifyReply {
  return reply
    .headers({ 'content-disposition': 'inline', 'content-security-policy': SANDBOX })
    .type(type)
    .send(Buffer.from(data, 'base64'));
}

/** The version of what is answered, to be handed back with a change of it. */
function tagged(reply: FastifyReply, output: unknown): FastifyReply {
  const version = (output as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > 0) reply.header('etag', etagOf(version));
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(output));
}
