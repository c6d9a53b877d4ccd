/** One wish to hold a lock, granted or waiting. */
interface Claim {
  tab: FakeTab;
  name: string;
  grant: () => void;
  /** Its lock was taken away. */
  rob: () => void;
}

interface FakeTab {
  runs: () => boolean;
  /** What it is told once it runs again. */
  untold: (() => void)[];
}

/** Exclusive Web Locks of one origin, with `signal` and `steal`, as the specification has them. */
export class StealableLocks {
  #held: Claim[] = [];
  #waiting: Claim[] = [];

  /** The `navigator.locks` of a tab, the end of that tab, and the telling of what it missed while it stood still. */
  tab(runs: () => boolean): { locks: LockManager; kill: () => void; deliver: () => void } {
    const tab: FakeTab = { runs, untold: [] };
    const locks = {
      request: (name: string, options: LockOptions, work: LockGrantedCallback<unknown>) =>
        this.#request(tab, name, options, work),
    } as unknown as LockManager;
    const kill = () => {
      this.#waiting = this.#waiting.filter((claim) => claim.tab !== tab);
      this.#held = this.#held.filter((claim) => claim.tab !== tab);
      this.#grantWhatCanBe();
    };
    const deliver = () => {
      for (const tell of tab.untold.splice(0)) tell();
    };
    return { locks, kill, deliver };
  }

  #request(
    tab: FakeTab,
    name: string,
    { signal, steal = false }: LockOptions,
    work: LockGrantedCallback<unknown>,
  ): Promise<unknown> {
    if (steal && signal) return Promise.reject(new DOMException('Not both', 'NotSupportedError'));
    return new Promise((resolve, reject) => {
      const tell = (what: () => void) => {
        setImmediate(() => {
          if (tab.runs()) what();
          else tab.untold.push(what);
        });
      };
      const claim: Claim = {
        tab,
        name,
        grant: () => {
          tell(() => {
            Promise.resolve()
              .then(() => work({ name, mode: 'exclusive' }))
              .then(resolve, reject)
              .finally(() => {
                this.#held = this.#held.filter((each) => each !== claim);
                this.#grantWhatCanBe();
              });
          });
        },
        rob: () => {
          tell(() => {
            reject(new DOMException('Stolen', 'AbortError'));
          });
        },
      };
      signal?.addEventListener('abort', () => {
        if (!this.#waiting.includes(claim)) return;
        this.#waiting = this.#waiting.filter((each) => each !== claim);
        reject(signal.reason as Error);
      });
      if (steal) {
        for (const robbed of this.#held.filter((held) => held.name === name)) robbed.rob();
        this.#held = this.#held.filter((held) => held.name !== name);
        this.#held.push(claim);
        claim.grant();
        return;
      }
      this.#waiting.push(claim);
      this.#grantWhatCanBe();
    });
  }

  #grantWhatCanBe(): void {
    for (const claim of [...this.#waiting]) {
      if (this.#held.some((held) => held.name === claim.name)) continue;
      this.#waiting = this.#waiting.filter((each) => each !== claim);
      this.#held.push(claim);
      claim.grant();
    }
  }
}
