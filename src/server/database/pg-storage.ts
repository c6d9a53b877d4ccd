import type { Pool, PoolClient, QueryResult } from 'pg';
import { escapeLiteral } from 'pg';
import { BeginAnew, PgTx } from './pg-tx';
import type { Beginning } from './pg-tx';
import type { Prove } from './proof';
import { SamenError } from '../../model/errors';
import type { Day, Id, Viewer } from '../../model/types';
import type { Storage, Tx } from '../../service/storage';

/** Somebody else was in the way; the whole transaction may be done again. */
const AGAIN: ReadonlySet<string> = new Set(['40001', '40P01']);
const TRIES = 4;
const BUSY_SECONDS = 2;
/** With a bound, in milliseconds: others wait for it, and a network may swallow it. */
const FAREWELL = { text: 'commit', query_timeout: 1_000 };

export interface PgStorageOptions {
  pool: Pool;
  today: () => Day;
  /** Who may make spaces in this installation. */
  maySpacesBeMadeBy: (personId: Id) => boolean;
  /** The last change that an answer holds, as a mark that tells nothing else. */
  mark: (lastChange: string) => string;
  /** That somebody wrote what does not say so. */
  prove: Prove;
  /** After a commit, for a database that tells nobody else. */
  onCommitted?: (spaceId: Id) => void;
}

/** The storage port over PostgreSQL. A transaction without a person is the instance's own: when it publishes. */
export class PgStorage implements Storage {
  readonly #options: PgStorageOptions;
  /** Until the last transaction that only read has said goodbye. */
  #leaving: Promise<void> = Promise.resolve();

  constructor(options: PgStorageOptions) {
    this.#options = options;
  }

  async transaction<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#once({ ...viewer }, viewer, work);
      } catch (error) {
        if (!(error instanceof DatabaseErrorAgain) || tries === TRIES) throw asSamenError(error);
      }
    }
  }

  /** Where somebody takes part, over all spaces. */
  async spacesOf(personId: Id): Promise<{ id: Id; name: string }[]> {
    // Within a transaction as every question is: who asks is told to the database, and no more.
    return this.transaction({ personId, spaceId: '' }, async (tx) => (tx as PgTx).mySpaces());
  }

  /**
   * Makes a member of who comes for the first time, where the space takes the word of the sign-in for their party.
   * Whether it did; of a space that does not, or that is not there, nothing is said.
   */
  async admit({ personId, spaceId }: Viewer, { partyId, name }: { partyId: string; name: string }): Promise<boolean> {
    return this.transaction({ personId, spaceId }, (tx) => (tx as PgTx).admit(partyId, name));
  }

  async #once<T>(asked: Viewer, viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    // The connection that is free in a moment, with all that it has prepared, is the one to go on with: two that take
    // turns cost a third more (bench/page.mjs).
    await this.#leaving;
    const client = await this.#options.pool.connect().catch((cause: unknown) => {
      throw busy(cause);
    });
    // Without a listener, a connection that breaks between two queries ends the process.
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    const isBroken = () => broken !== undefined;
    const end = (cause?: unknown) => {
      client.off('error', onError);
      client.release(broken ?? (cause as Error | undefined));
    };
    let result: T;
    let hasWritten = false;
    try {
      // What an earlier try found out about the viewer is found out again.
      Object.assign(viewer, { member: undefined, party: undefined }, asked);
      const tx = new PgTx(client, viewer, await this.#begin(client, asked), this.#options);
      result = await work(tx);
      await tx.tell();
      ({ hasWritten } = tx);
      if (hasWritten) {
        await client.query('commit');
        end();
      }
      // What was only read is known: its answer need not wait, and nothing can become of it any more.
      else this.#leaving = client.query(FAREWELL).then(() => end(), end);
    } catch (error) {
      // Whatever the driver or the socket says of a connection that broke: it is that which is the matter.
      const told = isBroken() && !(error instanceof SamenError) ? busy(error) : error;
      await client.query('rollback').then(() => end(), end);
      if (isAgain(error)) throw new DatabaseErrorAgain(error);
      throw told;
    }
    if (hasWritten) this.#options.onCommitted?.(asked.spaceId);
    return result;
  }

  /** One round trip: the role that owns nothing, who asks, and what every operation begins with. */
  async #begin(client: PoolClient, { personId, spaceId }: Viewer): Promise<Beginning> {
    const { today, maySpacesBeMadeBy } = this.#options;
    const [space, person] = [escapeLiteral(spaceId), escapeLiteral(personId)];
    // What is published is published once, by whichever instance is first: the others find nothing left.
    const first = personId ? '' : `select pg_advisory_xact_lock(hashtextextended(${space} || ' instance', 0));`;
    const results = (await client.query(`begin; ${first}
      set local role samen_app;
      select set_config('samen.space', ${space}, true), set_config('samen.person', ${person}, true),
        set_config('samen.today', ${escapeLiteral(today())}, true),
        set_config('samen.makes_spaces', '${maySpacesBeMadeBy(personId) ? 'on' : 'off'}', true);
      select samen.last_change()::text as last, samen.my_salt() as salt;
      select version, audience, data from samen.members where space_id = ${space} and id = ${person};
      select version, audience, data from samen.spaces where space_id = ${space}`)) as unknown as QueryResult[];
    const [last, member, found] = results.slice(-3);
    const { last: lastChange, salt } = last?.rows[0] as { last: string; salt: string | null };
    return {
      lastChange,
      ...(salt !== null && { salt }),
      member: member?.rows[0] as Beginning['member'],
      space: found?.rows[0] as Beginning['space'],
    };
  }
}

/** Carries an error of which the transaction is to be done again. */
class DatabaseErrorAgain extends Error {
  constructor(cause: unknown) {
    super('In the way of another', { cause });
  }
}

function codeOf(error: unknown): string | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

const isAgain = (error: unknown) => error instanceof BeginAnew || AGAIN.has(codeOf(error) ?? '');

function busy(cause: unknown): SamenError {
  return new SamenError('busy', 'The database cannot be reached just now', { cause, retryAfterSeconds: BUSY_SECONDS });
}

/** What the database says, as the rest understands it. A fault of our own stays what it is. */
export function asSamenError(error: unknown): unknown {
  if (error instanceof SamenError) return error;
  if (error instanceof DatabaseErrorAgain) return busy(error.cause);
  const code = codeOf(error) ?? '';
  if (code === '42501') return new SamenError('forbidden', 'The database refuses this', { cause: error });
  return isGone(error, code) ? busy(error) : error;
}

/** A connection that broke, a server that stops, is full or is starting, or what the socket says of it. */
function isGone(error: unknown, code: string): boolean {
  if (/^(?:08|53|57)...$|^E[A-Z]+$/.test(code)) return true;
  return (
    error instanceof Error &&
    /^(?:Connection terminated|timeout exceeded|Client (?:has|was)|The embedded)/.test(error.message)
  );
}
