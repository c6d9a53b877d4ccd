/**
 * What a browser keeps of a backend with secrets, for the one who is signed in; fetched late, by a
 * client whose backend asks for it. It lies there as
 *
 *   `sealed <cache | outbox | draft> <backend> <space> <whose> <which>` → nonce, data, and since when
 *
 * with hashes for whose and which, so that neither a name nor a value says a word of the person. What
 * cannot be opened is as good as not there, and is left for whoever can, for as long as anything waits.
 */
import { atRest } from './at-rest';
import type { Keeps, Kept } from './kept';
import { makeSeal } from './seal';
import type { Closed, Seal } from './seal';
import type { Opened } from './tidy';
import type { Me } from '../contract/operations';

const DAY_MS = 86_400_000;

interface Sealed extends Closed {
  /** Under what it lies. */
  name: string;
  /** When it was put there, or last opened. */
  at: number;
}

interface Manner extends Opened {
  seal: Seal;
  /** Person and key. */
  owner: string;
}

/**
 * What was open `before`, if that was this person's; `key` is that of the client, its backend and space.
 * Where nothing can be sealed, nothing outlives the page.
 */
export async function open(
  me: Me,
  key: string,
  kept: Kept,
  before: Keeps,
  now: () => number = Date.now,
): Promise<Keeps> {
  const { personId, sealKey = '' } = me;
  const owner = `${personId} ${sealKey}`;
  if (before instanceof SealedKept && before.owner === owner) return before;
  try {
    const seal = await makeSeal(sealKey, [key, personId]);
    const manner = { kept, seal, key, whose: await seal.hash(''), owner, now };
    atRest()
      .then(() => import('./tidy'))
      .then(
        ({ tidy }) => tidy(manner),
        // Whoever opens next does it.
        () => undefined,
      );
    return new SealedKept(manner);
  } catch {
    return before instanceof MemoryKept ? before : new MemoryKept();
  }
}

/** The session is over: answers that were given in it go. What waits and what was typed stays, sealed. */
export function erase(kept: Kept, key: string): void {
  void kept.use('readwrite', async (store) => {
    const area = `sealed cache ${key} `;
    store.delete(IDBKeyRange.bound(area, `${area}\uffff`));
  });
}

/** As it is kept, with names and values sealed on the way in and opened on the way out. */
class SealedKept implements Keeps {
  readonly #manner: Manner;

  constructor(manner: Manner) {
    this.#manner = manner;
  }

  get owner(): string {
    return this.#manner.owner;
  }

  async get<T>(key: string): Promise<T | undefined> {
    const name = await this.#nameOf(key);
    const found = await this.#manner.kept.get<Sealed>(name);
    return found && (await this.#open<T>({ ...found, name }))?.[1];
  }

  /** Sealed first, for a transaction does not wait; then all of it or nothing. */
  async change(puts: readonly (readonly [string, unknown])[], gone: readonly string[] = []): Promise<void> {
    const [sealed, names] = await Promise.all([
      Promise.all(puts.map((put) => this.#seal(...put))),
      Promise.all(gone.map((key) => this.#nameOf(key))),
    ]);
    await this.#manner.kept.change(sealed, names);
  }

  /** The hash in a name has no beginning to look for: of what opens, those whose key begins so. */
  async list<T>(prefix: string): Promise<T[]> {
    const found = await this.#manner.kept.list<Sealed>(this.#prefixOf(prefix));
    const opened = await Promise.all(found.map((sealed) => this.#open<T>(sealed)));
    return opened.flatMap((each) => (each?.[0].startsWith(prefix) ? [each[1]] : []));
  }

  async #seal(key: string, value: unknown): Promise<[string, Sealed]> {
    const { seal, now } = this.#manner;
    const name = await this.#nameOf(key);
    return [name, { ...(await seal.close(name, [key, value])), name, at: now() }];
  }

  /** The key and the value; nothing of what is another's, or damaged. */
  async #open<T>(sealed: Sealed): Promise<[string, T] | undefined> {
    try {
      const opened = await this.#manner.seal.open(sealed.name, sealed);
      if (this.#manner.now() - sealed.at > DAY_MS) this.#renew(sealed.name);
      return opened as [string, T];
    } catch {
      return undefined;
    }
  }

  /** Its owner is back: it waits anew. In one transaction, so that nothing comes back that was taken away. */
  #renew(name: string): void {
    const { kept, now } = this.#manner;
    void kept.use('readwrite', async (store) => {
      const there: IDBRequest<Sealed | undefined> = store.get(name);
      there.onsuccess = () => there.result && store.put({ ...there.result, at: now() }, name);
    });
  }

  /** The first word of a key says what kind of thing it is. */
  #prefixOf(key: string): string {
    return `sealed ${key.slice(0, key.indexOf(' '))} ${this.#manner.key} ${this.#manner.whose} `;
  }

  async #nameOf(key: string): Promise<string> {
    return this.#prefixOf(key) + (await this.#manner.seal.hash(key));
  }
}

/** For as long as the page, in a browser that has no Web Crypto (plain http): said to whoever writes. */
class MemoryKept implements Keeps {
  readonly capabilities = { storage: 'memory', private: true, sealed: true } as const;
  readonly #values = new Map<string, unknown>();

  async get<T>(key: string): Promise<T | undefined> {
    return structuredClone(this.#values.get(key)) as T | undefined;
  }

  async change(puts: readonly (readonly [string, unknown])[], gone: readonly string[] = []): Promise<void> {
    for (const key of gone) this.#values.delete(key);
    // Answers lie in the memory of this page already.
    for (const [key, value] of puts) if (!key.startsWith('cache ')) this.#values.set(key, structuredClone(value));
  }

  async list<T>(prefix: string): Promise<T[]> {
    const found = [...this.#values].filter(([key]) => key.startsWith(prefix));
    return found.map(([, value]) => structuredClone(value) as T);
  }
}
