/** Everything joined: database, service, live feed and HTTP. */
import { createHmac, randomInt } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Admission } from './admission';
import type { Authenticator } from './auth/authenticator';
import { keyFor } from './author-key';
import { calendarReader } from './calendar/calendars';
import { nextOf } from './calendar/occurrences';
import { openDatabase } from './database/database';
import type { Database } from './database/database';
import { PgStorage } from './database/pg-storage';
import { proveWith } from './database/proof';
import { createApp } from './http/app';
import { describeApi } from './http/openapi';
import type { Load } from './http/pressure';
import { Feed } from './live/feed';
import { Marks } from './live/marks';
import { lapsing } from './lapsing';
import { Log } from './log';
import { Metrics } from './metrics';
import { publishing } from './publishing';
import { purging } from './purging';
import { cleanPicture } from './pictures';
import type { Settings } from './settings';
import { toDay } from '../model/today';
import type { Id } from '../model/types';
import { createService } from '../service/service';

const PURGE_MS = 3_600_000;
const LOOK_MS = 30_000;
const PUBLISH_MS = 60_000;
const DRAIN_MS = 10_000;
const ARRIVES_WITHIN_MS = 30_000;
const FRACTIONS = 2 ** 47;

export interface ServerOptions {
  settings: Settings & { authorKey: Uint8Array };
  authenticator: Authenticator;
  log?: Log;
  /** Answers what is not of the API: the pages of the demonstration. */
  pages?: RequestListener;
  now?: () => Date;
  /** Of the spaces, for what is "today". */
  timeZone?: string;
  random?: () => number;
  /** Within how many milliseconds a request is to be here, headers and body; answers may take as long as they do. */
  arrivesWithinMs?: number;
  /** Who may make spaces; by default the admins of the settings. */
  makers?: (personId: Id) => boolean;
  /** How much there is to do; by default as it is measured. */
  load?: () => Load;
  /** How often it is looked whether something is to be published, or an offer lapsed; in milliseconds. */
  publishesEveryMs?: number;
}

export interface RunningServer {
  url: string;
  database: Database;
  /** Where metrics are read, if they are. */
  metricsPort?: number;
  /** Ends what is going on, then lets go of the database. */
  close: () => Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { settings, authenticator, pages, now = () => new Date(), timeZone = 'Europe/Amsterdam' } = options;
  const log = options.log ?? new Log(settings.level);
  const database = await openDatabase({ database: settings.database, inEarnest: settings.auth.kind !== 'demo', log });
  const today = () => toDay(now(), timeZone);
  const keyOf = (use: string) => keyFor(settings.authorKey, use);
  const [digestKey, sealKey] = [keyOf('digest'), keyOf('seal')];
  const marks = new Marks(keyOf('marks'));
  const maySpacesBeMadeBy = options.makers ?? ((personId: Id) => settings.admins.has(personId));
  const storage = new PgStorage({
    pool: database.pool,
    today,
    maySpacesBeMadeBy,
    mark: (lastChange) => marks.make(lastChange),
    prove: proveWith(settings.authorKey),
    ...(database.onCommitted && { onCommitted: database.onCommitted }),
  });
  const service = createService({
    storage,
    now,
    timeZone,
    random: options.random ?? (() => randomInt(FRACTIONS) / FRACTIONS),
    digest: (text) => createHmac('sha256', digestKey).update(text).digest('base64url'),
    cleanPicture,
    occurrences: nextOf,
  });
  const feed = new Feed({ pool: database.pool, marks, onError: (error) => log.warn('the feed failed', error) });
  await database.listen((spaceId) => (spaceId === undefined ? feed.pokeAll() : feed.poke(spaceId)));

  const app = await createApp({
    service,
    feed,
    log,
    authenticator,
    admission: new Admission((personId, spaceId, claim) => storage.admit({ personId, spaceId }, claim)),
    origins: settings.origins,
    writesAMinute: settings.writesAMinute,
    openapi: describeApi(settings.contact),
    ...(options.load && { load: options.load }),
    calendarFor: calendarReader({ pool: database.pool, now, timeZone }),
    spacesOf: (personId) => storage.spacesOf(personId),
    maySpacesBeMadeBy,
    sealKeyOf: (personId, spaceId) =>
      createHmac('sha256', sealKey).update(`${personId} ${spaceId}`).digest('base64url'),
    isReady: () =>
      database.pool.query('select 1').then(
        () => true,
        () => false,
      ),
    serverFactory: (handler) => listening(dispatched(handler, pages), options.arrivesWithinMs ?? ARRIVES_WITHIN_MS),
  });
  const metrics = settings.metrics && new Metrics({ pool: database.pool, listeners: () => feed.listeners });
  metrics?.watch(app);
  const purge = setInterval(() => {
    database.pool
      .query('select samen.purge($1)', [today()])
      .catch((error: unknown) => log.warn('the purge failed', error));
  }, PURGE_MS);
  const publish = publishing({
    pool: database.pool,
    publishWaiting: (spaceId) => service.publishWaiting(spaceId),
    now,
    timeZone,
    onError: (error) => log.warn('the publication failed', error),
  });
  const expire = lapsing({
    pool: database.pool,
    logLapsed: (spaceId) => service.expireOffers(spaceId),
    now,
    onError: (error) => log.warn('the expiry of offers failed', error),
  });
  const purgeKept = purging({
    pool: database.pool,
    purge: (spaceId) => service.purge(spaceId),
    today,
    onError: (error) => log.warn('the purge failed', error),
  });
  const publishes = setInterval(() => {
    publish();
    expire();
    purgeKept();
  }, options.publishesEveryMs ?? PUBLISH_MS);
  // A word that was missed is heard in the end.
  const look = setInterval(() => feed.pokeAll(), LOOK_MS);
  purge.unref();
  look.unref();
  publishes.unref();

  let metricsServer: Awaited<ReturnType<Metrics['listen']>> | undefined;
  const close = async () => {
    clearInterval(purge);
    clearInterval(look);
    clearInterval(publishes);
    feed.close();
    const late = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
    await app.close();
    await metricsServer?.close();
    clearTimeout(late);
    await database.close();
  };
  try {
    if (metrics && settings.metrics) metricsServer = await metrics.listen(settings.metrics);
    await app.listen(settings.listen);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: urlOf(app.server, settings.listen.host),
    database,
    close,
    ...(metricsServer && { metricsPort: metricsServer.port }),
  };
}

/** Whoever sends a byte a second is cut off; what Node answers by itself, without our headers, is answered by us. */
function listening(listener: RequestListener, arrivesWithinMs: number): Server {
  const server = createServer(
    {
      requestTimeout: arrivesWithinMs,
      headersTimeout: arrivesWithinMs,
      connectionsCheckingInterval: Math.min(5_000, arrivesWithinMs),
      requireHostHeader: false,
    },
    listener,
  );
  // An expectation that we do not know may be left aside (RFC 9110, 10.1.1).
  return server.on('checkExpectation', listener);
}

function dispatched(
  api: (request: IncomingMessage, response: ServerResponse) => void,
  pages?: RequestListener,
): RequestListener {
  return (request, response) => {
    const isApi = !pages || /^\/v1(?:[/?]|$)/.test(request.url ?? '');
    if (isApi) api(request, response);
    else pages(request, response);
  };
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}/`;
}
