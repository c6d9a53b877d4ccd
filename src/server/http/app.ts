/** The HTTP side: who asks, manners, headers and problems; what is asked for stands in routes.ts. */
import { isUtf8 } from 'node:buffer';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerFactory } from 'fastify';
import { sendCalendar } from './calendars';
import type { Calendars } from './calendars';
import { streamEvents } from './events';
import { refuseEveryKey } from './input';
import { isTooMuch, memoryOf } from './pressure';
import type { Load, Task } from './pressure';
import { headersOf, problemOf, problemOfStatus } from './problems';
import { addRoutes } from './routes';
import type { Routed } from './routes';
import type { Admission } from '../admission';
import type { Authenticator, SignedIn } from '../auth/authenticator';
import { API_VERSION } from '../../contract/wire';
import type { Feed } from '../live/feed';
import type { Log } from '../log';
import { SamenError } from '../../model/errors';

const BODY_LIMIT = 64 * 1024;
const BUSY_SECONDS = 5;
/** How long somebody has to hear that what they sent cannot be read. */
const LAST_WORDS_MS = 1_000;

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | null;
  }
  interface FastifyContextConfig {
    operation?: Task;
  }
}

export interface AppOptions extends Omit<Routed, 'mayWrite'>, Calendars {
  serverFactory: FastifyServerFactory;
  authenticator: Authenticator;
  admission: Admission;
  feed: Feed;
  log: Log;
  /** Origins whose pages may ask, beside our own. */
  origins: readonly string[];
  writesAMinute: number;
  /** Whether the database answers. */
  isReady: () => Promise<boolean>;
  openapi: object;
  /** How much there is to do; by default as it is measured each second. */
  load?: () => Load;
}

export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { log, feed, service, isReady, openapi } = options;
  const app = Fastify({
    logger: false,
    serverFactory: options.serverFactory,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
    // Whoever ends the server waits for answers, not for connections that nobody uses.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => void refuse(error, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler(error, socket) {
      const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
      if (socket.writable) socket.end(rawProblem(status));
      // Who goes on sending, or never ends, does not keep the connection.
      setTimeout(() => socket.destroy(), LAST_WORDS_MS).unref();
    },
  });

  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = (error as { statusCode?: number }).statusCode;
    const isFault = !(error instanceof SamenError) && (status === undefined || status >= 500);
    if (isFault) log.fault(error, request.id);
    const problem = error instanceof SamenError ? problemOf(error) : problemOfStatus(status ?? 500);
    if (problem.status === 503 && error instanceof SamenError && TOO_MANY.has(error.message)) problem.status = 429;
    if (error instanceof SamenError) reply.headers(headersOf(error));
    // Also where no hook has run: an address that cannot be read.
    return reply
      .headers({ ...STRICT, 'api-version': API_VERSION })
      .code(problem.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  };

  app.decorateRequest('signedIn', null);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers({ ...STRICT, 'api-version': API_VERSION });
    // Node would refuse it as well, without our headers.
    const isWhole = request.headers.host !== undefined || request.raw.httpVersion !== '1.1';
    done(
      isWhole
        ? undefined
        : new SamenError('invalid', 'No Host', { fields: [{ pointer: '/headers/host', code: 'required' }] }),
    );
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: options.origins.length > 0 ? 'cross-origin' : 'same-origin' },
  });
  await app.register(cors, {
    origin: [...options.origins],
    credentials: true,
    methods: ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'],
    exposedHeaders: ['API-Version', 'ETag', 'Retry-After'],
    maxAge: 600,
    // An OPTIONS that asks for nothing is answered as well, not refused in another form than every problem has.
    strictPreflight: false,
  });
  await app.register(rateLimit, { global: false });
  await app.register(underPressure, { pressureHandler: () => undefined });
  const load =
    options.load ??
    (() => {
      const usage = app.memoryUsage();
      return { delay: usage.eventLoopDelay, memory: memoryOf(usage) };
    });
  // Only JSON is understood; a body that announces none is empty.
  app.removeContentTypeParser('text/plain');
  app.removeContentTypeParser('application/json');
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    // What is no UTF-8 is refused: read with a question mark for every wrong byte, it would be kept like that.
    if (isUtf8(body)) void parse(request, body.toString(), done);
    else done(new SamenError('invalid', 'Not UTF-8'));
  });
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((request, reply) => refuse(new SamenError('notFound', 'No such address'), request, reply));
  app.addHook('onResponse', (request, reply, done) => {
    log.answered(request, reply);
    done();
  });

  const writes = app.createRateLimit({
    max: options.writesAMinute,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => request.signedIn?.personId ?? '',
  });
  const mayWrite = async (request: FastifyRequest): Promise<void> => {
    const limit = await writes(request);
    if (limit.isAllowed || !limit.isExceeded) return;
    throw new SamenError('busy', 'Too many writes', { retryAfterSeconds: limit.ttlInSeconds });
  };

  await app.register(
    async (api) => {
      api.addHook('preHandler', (request, _reply, done) => {
        const { operation } = request.routeOptions.config;
        if (operation === undefined || operation === 'events' || operation === 'calendar') refuseEveryKey(request);
        done();
      });
      api.get('/openapi.json', () => openapi);
      api.get('/health', async () => {
        if (!(await isReady())) throw new SamenError('busy', 'Not ready', { retryAfterSeconds: BUSY_SECONDS });
        return { status: 'ready' };
      });
      // Without signing in: a documented exception. Of its address only the pattern is ever written down.
      api.get('/calendars/:key', { config: { operation: 'calendar' } }, (request, reply) => {
        refusePressure(request, load());
        return sendCalendar(request, reply, options);
      });
      await api.register(async (own) => {
        own.addHook('onRequest', async (request) => {
          refusePressure(request, load());
          request.signedIn = await whoAsks(request, options);
          const { spaceId } = request.params as { spaceId?: string };
          const { space } = request.query as { space?: unknown };
          await options.admission.let(request.signedIn, spaceId ?? space);
        });
        addRoutes(own, { ...options, mayWrite });
        own.route({
          method: 'GET',
          exposeHeadRoute: false,
          url: '/spaces/:spaceId/events',
          config: { operation: 'events' },
          handler: (request, reply) => streamEvents(request, reply, { feed, service }),
        });
      });
    },
    { prefix: '/v1' },
  );
  return app;
}

/** Of one person: that it is much is theirs to mend, and no fault of ours. */
const TOO_MANY: ReadonlySet<string> = new Set(['Too many writes', 'Too many streams']);

const STRICT = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

function refusePressure({ routeOptions }: FastifyRequest, load: Load): void {
  const { operation } = routeOptions.config;
  if (operation === undefined || !isTooMuch(operation, load)) return;
  throw new SamenError('busy', 'Too much to do', { retryAfterSeconds: BUSY_SECONDS });
}

/** Throws `notSignedIn`, and `forbidden` for a cookie that another site's page sends along. */
async function whoAsks(request: FastifyRequest, { authenticator, origins }: AppOptions): Promise<SignedIn> {
  const { headers, socket } = request;
  const signedIn = await authenticator.authenticate({ headers, remoteAddress: socket.remoteAddress });
  if (!signedIn) throw new SamenError('notSignedIn', 'Nobody is signed in');
  if (!signedIn.byCookie) return signedIn;
  const { origin, host } = headers;
  const isKnown = origin !== undefined && (origins.includes(origin) || sameHost(origin, host));
  // Browsers leave the origin out when a page reads from its own.
  const isOwn = isKnown || (origin === undefined && request.method === 'GET');
  if (headers['samen-client'] !== '1' || !isOwn) throw new SamenError('forbidden', 'A cookie is not enough');
  return signedIn;
}

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/** For what is so wrong that it never became a request. */
function rawProblem(status: number): string {
  const body = JSON.stringify(problemOfStatus(status));
  const headers = {
    ...STRICT,
    'api-version': API_VERSION,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${String(status)} Error`, ...lines, '', body].join('\r\n');
}
