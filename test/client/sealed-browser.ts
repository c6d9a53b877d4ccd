/** A browser and a backend with secrets, and everything that lies in that browser as somebody else finds it. */
import { Browser } from './browser';
import { FaultyBackend } from './faulty-backend';
import type { Client, ClientOptions } from '../../src/client/client';
import type { Me } from '../../src/contract/operations';

/** Words that must lie nowhere: who somebody is, and what they wrote and read. */
export const ANNA = 'anna-kwartelstraat';
export const BERT = 'bert-zilvermeeuw';
export const CANARY = 'kanariepiet';

/** Timers are mocked; what a browser seals takes real time. */
const realTimeout = globalThis.setTimeout;
export const aWhile = (milliseconds = 20): Promise<void> =>
  new Promise((resolve) => void realTimeout(resolve, milliseconds));

export async function eventually(isSo: () => unknown, what: string): Promise<void> {
  for (let turn = 0; turn < 2000; turn += 1) {
    if (await isSo()) return;
    await aWhile(5);
  }
  throw new Error(`It never came to be: ${what}`);
}

/** What lies in `sessionStorage`, which is a tab's own and survives loading the page again. */
export const wordsOfTab = (): string => JSON.stringify((globalThis as { sessionStorage?: object }).sessionStorage);
/** The page is loaded in a tab of its own. */
export const newTab = (): void => void Object.assign(globalThis, { sessionStorage: {} });

/** Gives each person a key, as a backend with secrets does. */
export class SealingBackend extends FaultyBackend {
  override personId = ANNA;
  /** Another, after the backend lost its own. */
  keys = 1;

  override get me(): Me {
    const bytes = Array.from(this.personId.padEnd(31).slice(0, 31), (char) => char.charCodeAt(0));
    return { ...super.me, sealKey: Buffer.from([...bytes, this.keys]).toString('base64url') };
  }
}

export class SealedBrowser {
  readonly backend = new SealingBackend();
  readonly browser = new Browser(this.backend);
  isSealed = true;
  now = Date.parse('2026-03-02T09:00:00Z');

  /** Loads the page; what was there before is gone. */
  reload(options: Partial<ClientOptions> = {}): Client {
    this.browser.end();
    return this.open(options);
  }

  /** One more page. */
  open(options: Partial<ClientOptions> = {}): Client {
    const connect = async () => ({
      ...(await this.backend.connect()),
      capabilities: { storage: 'kept', private: true, sealed: this.isSealed } as const,
    });
    return this.browser.open({ connect, now: () => this.now, ...options }).client;
  }

  /** What lies in IndexedDB, by key. */
  async records(area = ''): Promise<Map<string, Record<string, unknown>>> {
    const found = new Map<string, Record<string, unknown>>();
    await this.browser.kept.use('readonly', async (store) => {
      const [keys, values] = [store.getAllKeys(), store.getAll()];
      await new Promise((resolve) => (store.transaction.oncomplete = resolve));
      keys.result.forEach((key, at) => found.set(String(key), values.result[at] as Record<string, unknown>));
    });
    return new Map([...found].filter(([key]) => key.startsWith(area)));
  }

  async put(key: string, value: unknown): Promise<void> {
    await this.browser.kept.change([[key, value]]);
  }

  /** Those of these words that are to be found, in keys and values, as bytes or as text of any kind. */
  async wordsIn(words: readonly string[]): Promise<string[]> {
    const texts = [...(await this.records())].flatMap(([key, value]) => [key, ...textsOf(value)]);
    return words.filter((word) => texts.some((text) => text.toLowerCase().includes(word.toLowerCase())));
  }
}

/** Every string and every run of bytes in it. */
function textsOf(value: unknown): string[] {
  if (value instanceof ArrayBuffer) return textsOf(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return ['latin1', 'utf8', 'utf16le'].map((encoding) => bytes.toString(encoding as BufferEncoding));
  }
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsOf(each)]);
}
