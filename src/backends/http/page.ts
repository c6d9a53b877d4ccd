import { basics } from './basics';

/** A message between the tabs of one browser. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;

/**
 * What a page tells of itself. `leaves`: it is being left or frozen, and may never run again.
 * `returns`: it runs again after that.
 */
export type PageSign = 'online' | 'shown' | 'hidden' | 'leaves' | 'returns';

/** All that this backend uses of the page around it, so that a test can be that page. */
export interface Surroundings {
  fetch: typeof fetch;
  now: () => number;
  /** Returns the way to call it off. */
  later: (work: () => void, milliseconds: number) => () => void;
  /** 0 up to 1. */
  random: () => number;
  /** Absent on plain http. */
  locks: LockManager | undefined;
  openChannel: ((name: string) => Channel) | undefined;
  isHidden: () => boolean;
  /** What the browser believes; not to be believed alone. */
  isOnline: () => boolean;
  /** Returns the way to stop listening. */
  listen: (sign: PageSign, listener: () => void) => () => void;
}

const has = (name: string): boolean => name in globalThis;

/** Which events of a page say what. Storybook, workers and Node have some of them, or none. */
function eventsOf(sign: PageSign): [EventTarget | undefined, string, (event: Event) => boolean][] {
  const page = has('document') ? document : undefined;
  const view = has('addEventListener') ? (globalThis as unknown as EventTarget) : undefined;
  const always = () => true;
  switch (sign) {
    case 'online':
      return [[view, 'online', always]];
    case 'shown':
      return [[page, 'visibilitychange', () => page?.visibilityState === 'visible']];
    case 'hidden':
      return [[page, 'visibilitychange', () => page?.visibilityState === 'hidden']];
    case 'leaves':
      return [
        [view, 'pagehide', always],
        [page, 'freeze', always],
      ];
    case 'returns':
      return [
        [view, 'pageshow', (event) => (event as PageTransitionEvent).persisted],
        [page, 'resume', always],
      ];
  }
}

function listen(sign: PageSign, listener: () => void): () => void {
  const stops = eventsOf(sign).map(([target, name, isMeant]) => {
    const hear = (event: Event) => {
      if (isMeant(event)) listener();
    };
    target?.addEventListener(name, hear);
    return () => target?.removeEventListener(name, hear);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** The page this code runs in. */
export function thisPage(): Surroundings {
  const known = has('navigator') ? (navigator as Partial<Navigator>) : undefined;
  return {
    ...basics(),
    random: () => Math.random(),
    locks: known?.locks,
    openChannel: has('BroadcastChannel') ? (name) => new BroadcastChannel(name) : undefined,
    isHidden: () => has('document') && document.visibilityState === 'hidden',
    isOnline: () => known?.onLine !== false,
    listen,
  };
}
