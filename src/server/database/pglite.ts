/** The embedded database: PGlite on a directory of its own, reached as if it were a server. */
import { mkdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Pool } from 'pg';
import type { PoolConfig } from 'pg';
import { lockDirectory } from './directory-lock';
import type { FromWorker, ProtocolMessage, ToWorker } from './pglite-messages';

export interface Embedded {
  /** One connection, for PGlite has no more: transactions wait for each other. */
  pool: Pool;
  /** How often the disk was made to keep what was written. */
  syncs: () => Promise<number>;
  close: () => Promise<void>;
}

/** Opens the directory for this process alone. Throws when another has it, or when it is not a database. */
export async function openEmbedded(directory: string): Promise<Embedded> {
  mkdirSync(directory, { recursive: true });
  const unlock = await lockDirectory(directory);
  try {
    const thread = new PGliteThread(directory);
    await thread.waitReady;
    // The adapter asks for no more of PGlite than this thread has.
    const config = createPgConfig(thread as unknown as Parameters<typeof createPgConfig>[0]);
    const pool = new Pool({ ...config, connection: config.connection, max: 1, idleTimeoutMillis: 0 } as PoolConfig);
    return {
      pool,
      syncs: () => thread.syncs(),
      async close() {
        await pool.end();
        await thread.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

interface Waiter {
  resolve: (message: FromWorker) => void;
  reject: (error: Error) => void;
}

/** What the node-postgres adapter needs of PGlite, answered by a thread. */
class PGliteThread {
  readonly waitReady: Promise<void>;
  readonly #worker: Worker;
  readonly #waiters = new Map<number, Waiter>();
  #asked = 0;

  constructor(directory: string) {
    this.#worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { workerData: { directory } });
    this.waitReady = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromWorker) => {
        if (message.type === 'ready') resolve();
        else if (message.type === 'broken') reject(new Error(`The directory is no database: ${message.message}`));
        else this.#hear(message);
      });
      this.#worker.once('error', reject);
      this.#worker.once('error', (error) => this.#end(error));
      this.#worker.once('exit', () => this.#end(new Error('The embedded database ended')));
    });
  }

  async execProtocolStream(bytes: Uint8Array): Promise<unknown[]> {
    const answer = await this.#ask((id) => ({ type: 'query', id, bytes }));
    return answer.type === 'answer' ? answer.messages.map(revived) : [];
  }

  async syncs(): Promise<number> {
    const answer = await this.#ask((id) => ({ type: 'syncs', id }));
    return answer.type === 'syncs' ? answer.count : 0;
  }

  async close(): Promise<void> {
    await this.#ask((id) => ({ type: 'close', id })).catch(() => undefined);
    await this.#worker.terminate();
  }

  #ask(message: (id: number) => ToWorker): Promise<FromWorker> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiters.set(id, { resolve, reject });
      this.#worker.postMessage(message(id));
    });
  }

  #hear(message: Exclude<FromWorker, { type: 'ready' | 'broken' }>): void {
    const waiter = this.#waiters.get(message.id);
    this.#waiters.delete(message.id);
    if (message.type === 'failed') waiter?.reject(new Error(message.message));
    else waiter?.resolve(message);
  }

  #end(error: Error): void {
    for (const { reject } of this.#waiters.values()) reject(error);
    this.#waiters.clear();
  }
}

/** Errors arrive as plain fields; whoever catches one expects an error. */
function revived(message: ProtocolMessage): unknown {
  return message.name === 'error' ? Object.assign(new Error(message.message), message) : message;
}
