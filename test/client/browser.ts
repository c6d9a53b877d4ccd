/** A browser as far as a client knows one: storage, locks, tabs, a clock that a test moves. */
import { mock } from 'node:test';
import { FaultyBackend } from './faulty-backend';
import { Client } from '../../src/client/client';
import type { ClientOptions } from '../../src/client/client';
import { Kept } from '../../src/client/kept';
import type { Lock } from '../../src/client/lock';
import type { PendingWrite } from '../../src/client/types';
import { Writes } from '../../src/client/writes';
import type { Input } from '../../src/contract/operations';

/** Web Locks: one holder a name, the next in turn; a tab that dies lets go of what it held or asked for. */
export class FakeLocks {
  readonly #queues = new Map<string, { tab: object; start: () => void }[]>();

  lockOf(tab: object): Lock {
    return (name, work) => this.request(name, work, tab);
  }

  request<T>(name: string, work: () => Promise<T>, tab: object = this): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const queue = this.#queues.get(name) ?? [];
      this.#queues.set(name, queue);
      const turn = { tab, start: () => undefined as unknown };
      turn.start = () => {
        void Promise.resolve()
          .then(work)
          .then(resolve, reject)
          .finally(() => this.#leave(name, turn));
      };
      queue.push(turn);
      if (queue[0] === turn) turn.start();
    });
  }

  die(tab: object): void {
    for (const [name, queue] of this.#queues) {
      for (const turn of queue.filter((each) => each.tab === tab)) this.#leave(name, turn);
    }
  }

  #leave(name: string, turn: { start: () => void }): void {
    const queue = this.#queues.get(name) ?? [];
    const at = queue.findIndex((each) => each === turn);
    if (at < 0) return;
    queue.splice(at, 1);
    if (at === 0) queue[0]?.start();
  }
}

let browsers = 0;

export interface Tab {
  client: Client;
  isAlive: boolean;
  /** Killed: nothing it had begun goes on, and its locks are free. */
  die(): void;
}

/** One browser with its own storage, locks and channel, and any number of tabs. */
export class Browser {
  readonly backend: FaultyBackend;
  readonly locks = new FakeLocks();
  readonly #name = `test-${String((browsers += 1))}`;
  readonly #tabs = new Set<Tab>();

  constructor(backend = new FaultyBackend()) {
    this.backend = backend;
  }

  /** What lies in the browser, as another page would find it. */
  get kept(): Kept {
    return new Kept(this.#name);
  }

  open(options: Partial<ClientOptions> = {}): Tab {
    const tab: Tab = { client: undefined as never, isAlive: true, die: () => undefined };
    const kept = new Kept(this.#name);
    const change = kept.change.bind(kept);
    // A dead tab stores nothing more: what it was waiting for never comes back to it.
    kept.change = (...args) => (tab.isAlive ? change(...args) : new Promise(() => undefined));
    tab.client = new Client({
      backend: `fake:${this.#name}`,
      spaceId: 'space',
      connect: this.backend.connect,
      kept,
      lock: this.locks.lockOf(tab),
      random: () => 1,
      // At once: a real import takes as long as it likes, and not the time of this test.
      fetchWrites: () => Promise.resolve({ Writes }),
      ...options,
    });
    tab.die = () => {
      tab.isAlive = false;
      tab.client.dispose();
      this.locks.die(tab);
    };
    this.#tabs.add(tab);
    return tab;
  }

  end(): void {
    for (const tab of this.#tabs) tab.die();
  }
}

/** Lets everything that is under way come to rest, without a timer going by. */
export async function rest(turns = 80): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 2000; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`It never came to be: ${what}`);
}

/** Moves the timers on, and lets what they began come to rest. */
export async function pass(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  await rest();
}

export function need(id: string, text = id, version = 0): Input<'saveNeed'> {
  return { id, version, kind: 'ask', driverId: 'd', text };
}

export const statuses = (client: Client): string[] => client.pending().map(({ status }) => status);
export const textOf = (write: Pick<PendingWrite, 'input'>): string => (write.input as { text?: string }).text ?? '';
