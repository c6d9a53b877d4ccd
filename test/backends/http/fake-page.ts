import { StealableLocks } from './stealable-locks';
import type { Channel, PageSign, Surroundings } from '../../../src/backends/http/page';

interface Timer {
  at: number;
  work: () => void;
  page: FakePage;
}

/** One browser: its clock, which a test moves, its locks, and what its tabs say to each other. */
export class FakeBrowser {
  now = Date.parse('2026-03-02T10:00:00Z');
  readonly locks = new StealableLocks();
  readonly channels = new Set<FakeChannel>();
  readonly #timers = new Set<Timer>();

  openTab(options: { isHidden?: boolean; hasLocks?: boolean; hasChannels?: boolean } = {}): FakePage {
    return new FakePage(this, options);
  }

  later(page: FakePage, work: () => void, milliseconds: number): () => void {
    const timer = { at: this.now + milliseconds, work, page };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Moves the clock, timer by timer, and lets what each begins come to rest. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      const due = [...this.#timers]
        .filter(({ at, page }) => at <= end && page.runs && page.timersRun)
        .sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.now = Math.max(this.now, due.at);
      due.work();
      await rest();
    }
    this.now = end;
    await rest();
  }
}

/** What is under way within the process is done. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Says to every other of its name, later, a copy; what a frozen tab is told waits. */
class FakeChannel implements Channel {
  onmessage: Channel['onmessage'] = null;
  readonly #waiting: unknown[] = [];

  constructor(
    readonly name: string,
    readonly page: FakePage,
  ) {
    page.browser.channels.add(this);
  }

  postMessage(message: unknown): void {
    const copy = structuredClone(message);
    for (const other of this.page.browser.channels) {
      if (other === this || other.name !== this.name) continue;
      setImmediate(() => {
        other.#waiting.push(copy);
        other.deliver();
      });
    }
  }

  deliver(): void {
    if (!this.page.runs || !this.page.browser.channels.has(this)) return;
    for (const message of this.#waiting.splice(0)) {
      this.onmessage?.call(undefined as never, { data: message } as MessageEvent);
    }
  }

  close(): void {
    this.page.browser.channels.delete(this);
  }
}

/** One tab. */
export class FakePage implements Surroundings {
  /** Its code runs: it is neither dead, frozen nor stuck. */
  runs = true;
  online = true;
  /** Not in a tab that was hidden for long: what it asks for hardly comes. */
  timersRun = true;
  readonly locks: LockManager | undefined;
  readonly openChannel: ((name: string) => Channel) | undefined;
  readonly #lockTab: ReturnType<StealableLocks['tab']>;
  readonly #listeners = new Map<PageSign, Set<() => void>>();
  #hidden: boolean;

  constructor(
    readonly browser: FakeBrowser,
    { isHidden = false, hasLocks = true, hasChannels = true },
  ) {
    this.#hidden = isHidden;
    this.#lockTab = browser.locks.tab(() => this.runs);
    this.locks = hasLocks ? this.#lockTab.locks : undefined;
    this.openChannel = hasChannels ? (name) => new FakeChannel(name, this) : undefined;
  }

  readonly fetch: Surroundings['fetch'] = (...request) => globalThis.fetch(...request);
  readonly now = (): number => this.browser.now;
  readonly random = (): number => 1;
  readonly isHidden = (): boolean => this.#hidden;
  readonly isOnline = (): boolean => this.online;
  readonly later: Surroundings['later'] = (work, milliseconds) => this.browser.later(this, work, milliseconds);
  readonly listen: Surroundings['listen'] = (sign, listener) => {
    const all = this.#listeners.get(sign) ?? new Set();
    this.#listeners.set(sign, all.add(listener));
    return () => all.delete(listener);
  };

  sign(sign: PageSign): void {
    for (const listener of [...(this.#listeners.get(sign) ?? [])]) listener();
  }

  show(): void {
    this.#hidden = false;
    this.sign('shown');
  }

  hide(): void {
    this.#hidden = true;
    this.sign('hidden');
  }

  /** Killed: its locks are free, and it is never heard of again. */
  kill(): void {
    this.runs = false;
    this.#lockTab.kill();
  }

  /** Stuck without a word, its lock in its hands. */
  hang(): void {
    this.runs = false;
  }

  /** Goes on where it hung. */
  goOn(): void {
    this.runs = true;
    this.#lockTab.deliver();
    for (const channel of this.browser.channels) channel.deliver();
  }

  /** The browser freezes it, and says so first. */
  async freeze(): Promise<void> {
    this.sign('leaves');
    await rest();
    this.runs = false;
  }

  thaw(): void {
    this.goOn();
    this.sign('returns');
  }
}
