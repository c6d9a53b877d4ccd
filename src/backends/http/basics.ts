import type { Surroundings } from './page';

/** What every request uses of a page; the rest of it comes with the stream. */
export type Basics = Pick<Surroundings, 'fetch' | 'later' | 'now'>;

export function basics(): Basics {
  return {
    fetch: (...request) => globalThis.fetch(...request),
    now: () => Date.now(),
    later: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
