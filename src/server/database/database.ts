/** Opens what the settings name, brings it to this version, and says how its changes are heard. */
import createSubscriber from 'pg-listen';
import { Pool } from 'pg';
import { isMigrated, migrate } from './migrate';
import { openEmbedded } from './pglite';
import type { Log } from '../log';
import type { Settings } from '../settings';

const CHANNEL = 'samen_changes';
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
const CONNECTIONS = 10;
/** What nobody may go on with for longer, in milliseconds. */
export const CONNECTION = { idle_in_transaction_session_timeout: 30_000, statement_timeout: 20_000 };

export interface Database {
  /** As the server works: of no more than `samen_app` within a transaction. */
  pool: Pool;
  /** As whoever owns the tables: to fill, dump and restore. */
  owner: Pool;
  /** Tells of commits by any instance; `undefined` says that some may have been missed. */
  listen: (heard: (spaceId: string | undefined) => void) => Promise<void>;
  /** For a database that tells nobody: call it after a commit. */
  onCommitted?: (spaceId: string) => void;
  /** How often the disk was made to keep what was written, where that is known. */
  syncs?: () => Promise<number>;
  close: () => Promise<void>;
}

export interface OpenOptions {
  database: Settings['database'];
  /** With real people in it: the login must not be able to see past row-level security. */
  inEarnest: boolean;
  log: Log;
  /** How long to wait for a database that does not answer yet, in milliseconds. */
  patienceMs?: number;
}

export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { database } = options;
  return database.kind === 'directory' ? openDirectory(database.path) : openPostgres({ ...options, database });
}

async function openDirectory(path: string): Promise<Database> {
  const { pool, syncs, close } = await openEmbedded(path);
  try {
    await migrate(pool);
  } catch (error) {
    await close();
    throw error;
  }
  let heard: (spaceId: string) => void = () => undefined;
  return {
    pool,
    owner: pool,
    syncs,
    close,
    // One process has the directory, so whoever commits is here.
    listen(listener) {
      heard = listener;
      return Promise.resolve();
    },
    onCommitted: (spaceId) => heard(spaceId),
  };
}

type Postgres = Extract<Settings['database'], { kind: 'postgres' }>;

async function openPostgres(options: OpenOptions & { database: Postgres }): Promise<Database> {
  const { database, inEarnest, log } = options;
  const pool = poolTo(database.url, log, CONNECTIONS);
  const owner = database.ownerUrl ? poolTo(database.ownerUrl, log, 1) : pool;
  try {
    await answering(owner, options);
    if (database.ownerUrl || !inEarnest) await migrate(owner);
    // First, for what a login may not even look at, it cannot tell the version of.
    if (inEarnest) await refusePowerful(pool);
    if (!(await isMigrated(pool)))
      throw new Error(
        'The database is not of this version: set SAMEN_DATABASE_OWNER to the login that owns the tables.',
      );
  } catch (error) {
    await Promise.allSettled([...new Set([pool, owner])].map((each) => each.end()));
    throw error;
  }
  const subscriber = createSubscriber(
    { connectionString: database.url, application_name: 'samen listens' },
    { parse: (text) => text, retryTimeout: Number.POSITIVE_INFINITY, retryInterval: backOff, paranoidChecking: 15_000 },
  );
  return {
    pool,
    owner,
    async listen(heard) {
      subscriber.notifications.on(CHANNEL, (spaceId: string) => heard(spaceId));
      subscriber.events.on('connected', () => heard(undefined));
      subscriber.events.on('reconnect', () => log.warn('listening again'));
      subscriber.events.on('error', (error) => log.warn('listening failed', error));
      await subscriber.connect();
      await subscriber.listenTo(CHANNEL);
    },
    async close() {
      await subscriber.close().catch(() => undefined);
      await Promise.allSettled([...new Set([pool, owner])].map((each) => each.end()));
    },
  };
}

function poolTo(connectionString: string, log: Log, max: number): Pool {
  const pool = new Pool({
    connectionString,
    max,
    application_name: 'samen',
    connectionTimeoutMillis: 5_000,
    ...CONNECTION,
    keepAlive: true,
  });
  // A connection that nobody uses may break: the next who asks gets another.
  pool.on('error', (error) => log.warn('a connection broke', error));
  return pool;
}

const backOff = (attempt: number) => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));

/** A database may start later than we do. */
async function answering(pool: Pool, { log, patienceMs = 60_000 }: OpenOptions): Promise<void> {
  const until = Date.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await pool.query('select 1');
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      // A wrong password or a database that does not exist gets no better by waiting.
      if (Date.now() > until || /^(?:28|3D)/.test(code ?? ''))
        throw new Error(`The database cannot be opened: ${(error as Error).message}`, { cause: error });
      log.warn('waiting for the database', error);
      await new Promise((resolve) => setTimeout(resolve, backOff(attempt)));
    }
  }
}

/** Refuses a login that could, itself or as what it may become, see past row-level security, or has not been given what it needs. */
async function refusePowerful(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ bypasses: boolean; owns: boolean; may: boolean; login: string }>(`
    select session_user as login, exists (select from pg_roles r where r.rolname = 'samen_app'
        and pg_has_role(session_user, r.oid, 'member')) as may,
      exists (select from pg_roles r where (r.rolsuper or r.rolbypassrls or r.rolcreaterole)
        and pg_has_role(session_user, r.oid, 'member')) as bypasses,
      exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'samen'
        and pg_has_role(session_user, c.relowner, 'member')) as owns`);
  const [login] = rows;
  if (!login || login.bypasses || login.owns)
    throw new Error(
      `The login ${login?.login ?? ''} of SAMEN_DATABASE could see past row-level security. ` +
        'Give it a login that owns nothing: see docs/beheerders.md, "De database".',
    );
  if (!login.may) throw new Error(`The login ${login.login} of SAMEN_DATABASE is no member of samen_app: grant it.`);
}
