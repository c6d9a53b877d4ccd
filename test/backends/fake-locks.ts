/** One wish to hold a lock, granted or waiting. */
interface Claim {
  tab: object;
  name: string;
  mode: LockMode;
  grant: () => void;
}

/**
 * The Web Locks of one origin, as the specification has them: exclusive and shared, in the order of
 * asking, held until what runs under it settles, or its tab is gone. Without `steal`.
 */
export class FakeLocks {
  #held: Claim[] = [];
  #waiting: Claim[] = [];

  /** The `navigator.locks` of a tab, and the end of that tab. */
  tab(): { locks: LockManager; kill: () => void } {
    const tab = {};
    const locks: LockManager = {
      request: (name: string, ...rest: unknown[]) => {
        const work = rest.at(-1) as LockGrantedCallback<unknown>;
        const options = rest.length > 1 ? (rest[0] as LockOptions) : {};
        return this.#request(tab, name, options, work) as never;
      },
      query: () =>
        Promise.resolve({
          held: this.#held.map(({ name, mode }) => ({ name, mode })),
          pending: this.#waiting.map(({ name, mode }) => ({ name, mode })),
        }),
    };
    const kill = () => {
      this.#waiting = this.#waiting.filter((claim) => claim.tab !== tab);
      this.#held = this.#held.filter((claim) => claim.tab !== tab);
      this.#grantWhatCanBe();
    };
    return { locks, kill };
  }

  #request(
    tab: object,
    name: string,
    { mode = 'exclusive', ifAvailable = false, signal }: LockOptions,
    work: LockGrantedCallback<unknown>,
  ): Promise<unknown> {
    if (name.startsWith('-')) return Promise.reject(new DOMException('A name with a hyphen', 'NotSupportedError'));
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    return new Promise((resolve, reject) => {
      const claim: Claim = {
        tab,
        name,
        mode,
        grant: () => {
          // The callback runs in a task of its own, and a lock is let go however it ends.
          setTimeout(() => {
            if (!this.#held.includes(claim)) return;
            Promise.resolve()
              .then(() => work({ name, mode }))
              .then(resolve, reject)
              .finally(() => {
                this.#held = this.#held.filter((each) => each !== claim);
                this.#grantWhatCanBe();
              });
          });
        },
      };
      if (ifAvailable && !this.#isFree(claim, this.#waiting)) {
        Promise.resolve(work(null)).then(resolve, reject);
        return;
      }
      signal?.addEventListener('abort', () => {
        if (!this.#waiting.includes(claim)) return;
        this.#waiting = this.#waiting.filter((each) => each !== claim);
        reject(signal.reason as Error);
      });
      this.#waiting.push(claim);
      this.#grantWhatCanBe();
    });
  }

  #grantWhatCanBe(): void {
    for (const claim of [...this.#waiting]) {
      const before = this.#waiting.slice(0, this.#waiting.indexOf(claim));
      if (!this.#isFree(claim, before)) continue;
      this.#waiting = this.#waiting.filter((each) => each !== claim);
      this.#held.push(claim);
      claim.grant();
    }
  }

  /** Nobody holds it in a way that excludes this claim, and nobody who asked earlier waits for it. */
  #isFree(claim: Claim, earlier: readonly Claim[]): boolean {
    const excludes = (other: Claim) => other.mode === 'exclusive' || claim.mode === 'exclusive';
    return (
      !this.#held.some((other) => other.name === claim.name && excludes(other)) &&
      !earlier.some((other) => other.name === claim.name)
    );
  }
}

/** Gives this process a `navigator` with these locks, as a page on https has; returns the way back. */
export function withNavigator(navigator: { locks?: LockManager }): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: navigator });
  return () => {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else Reflect.deleteProperty(globalThis, 'navigator');
  };
}
