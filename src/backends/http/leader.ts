/**
 * One stream for all tabs of a browser: HTTP/1.1 allows six connections to a host.
 *
 *              lock granted, or stolen after silence
 *   follower ────────────────────────────────────────► leader
 *      ▲  ◄────────────────────────────────────────────  │
 *      │        stolen by another, or handed over        │
 *      └── returns ── away ◄── page leaves or freezes ───┘
 *
 * The leader holds a Web Lock; when it is gone, the browser gives the lock to the next. A leader that is
 * there but does nothing is silent, and loses the lock. Every message says how far the stream is: the next
 * leader goes on from there, and nobody misses anything.
 */
import type { Channel, Surroundings } from './page';
import type { BackendEvent } from '../../contract/backend';
import { newId } from '../../model/new-id';

const BEAT_MS = 10_000;
const SILENCE_MS = 25_000;
/** So that not all followers steal at once. */
const SILENCE_SPREAD_MS = 3000;

/** What the leader opens. */
export interface Stream {
  readonly lastId: string | undefined;
  readonly isStopped: boolean;
  wake(): void;
  close(): void;
}

export interface StreamHandlers {
  lastId: string | undefined;
  onEvent: (event: BackendEvent) => void;
  onAlive: () => void;
}

export interface SharedStreamOptions {
  /** The same for who may share: backend, space and person. */
  name: string;
  page: Pick<Surroundings, 'isHidden' | 'later' | 'listen' | 'locks' | 'now' | 'openChannel' | 'random'>;
  openStream: (handlers: StreamHandlers) => Stream;
  onEvent: (event: BackendEvent) => void;
}

/** What tabs say to each other. */
type Said =
  | { type: 'beat'; lastId?: string | undefined; isHidden: boolean; isStopped: boolean }
  | { type: 'event'; lastId?: string | undefined; event: BackendEvent }
  /** A visible follower to a hidden leader. */
  | { type: 'ask'; from: string }
  /** The leader's answer: take it. */
  | { type: 'yours'; to: string }
  /** A request succeeded: there is a session. */
  | { type: 'wake' };

/** Begins at once, and stays until it is closed. */
export class SharedStream {
  readonly #options: SharedStreamOptions;
  readonly #id = newId();
  readonly #stops: (() => void)[] = [];
  #channel?: Channel | undefined;
  #stream?: Stream | undefined;
  /** Calls off the wish for the lock; a new one for each wish. */
  #wish?: AbortController | undefined;
  #letGo?: (() => void) | undefined;
  #lastId: string | undefined;
  #leaderIs: { isHidden: boolean; isStopped: boolean } = { isHidden: false, isStopped: false };
  #isHandedOver = false;
  #isAway = true;
  #beatAt = 0;
  #callOffBeat?: (() => void) | undefined;
  #callOffSilence?: (() => void) | undefined;

  constructor(options: SharedStreamOptions) {
    this.#options = options;
    const { page } = options;
    this.#stops.push(
      page.listen('leaves', () => {
        this.#leave();
      }),
      page.listen('returns', () => {
        if (!this.#isAway) return;
        this.#join();
        // What the others were told in the meantime, this tab was not.
        options.onEvent({ type: 'reset' });
      }),
      page.listen('hidden', () => {
        if (this.#stream) this.#beat();
      }),
      page.listen('shown', () => {
        if (this.#stream) this.#beat();
        else this.#askIfHidden();
      }),
    );
    this.#join();
  }

  get isLeader(): boolean {
    return this.#stream !== undefined;
  }

  wake(): void {
    if (this.#stream) this.#stream.wake();
    else if (this.#leaderIs.isStopped) this.#say({ type: 'wake' });
  }

  close(): void {
    this.#leave();
    for (const stop of this.#stops.splice(0)) stop();
  }

  #join(): void {
    const { name, page } = this.#options;
    this.#isAway = false;
    this.#channel = page.locks && openedChannel(page, name);
    // Each for itself, where tabs cannot find each other.
    if (!this.#channel) {
      this.#lead();
      return;
    }
    this.#channel.onmessage = ({ data }) => {
      this.#hear(data as Said);
    };
    this.#follow();
  }

  #leave(): void {
    this.#isAway = true;
    this.#wish?.abort();
    this.#wish = undefined;
    this.#endLead();
    this.#callOffSilence?.();
    this.#channel?.close();
    this.#channel = undefined;
  }

  #follow(): void {
    this.#wishFor({});
    this.#heardLeader();
  }

  /** Takes the lock from who has it, and before who waits for it. */
  #steal(): void {
    if (this.#stream || this.#isAway) return;
    this.#wish?.abort();
    this.#wishFor({ steal: true });
  }

  #wishFor(how: LockOptions): void {
    const { name, page } = this.#options;
    const wish = (this.#wish = new AbortController());
    // A theft cannot be called off; whoever left in the meantime lets go at once.
    const options = how.steal ? how : { ...how, signal: wish.signal };
    const held = page.locks?.request(name, options, () => {
      if (this.#wish !== wish) return undefined;
      const kept = new Promise<void>((resolve) => (this.#letGo = resolve));
      this.#lead();
      return kept;
    });
    held?.catch((error: unknown) => {
      if (this.#wish !== wish) return;
      if (this.#stream) this.#stolen();
      // A sandboxed frame has no locks, nor other tabs to share with.
      else if (!(error instanceof DOMException && error.name === 'AbortError')) this.#lead();
      // Another one stole before it was granted.
      else this.#follow();
    });
  }

  #lead(): void {
    this.#callOffSilence?.();
    this.#isHandedOver = false;
    const { openStream, onEvent } = this.#options;
    const stream = openStream({
      lastId: this.#lastId,
      onEvent: (event) => {
        if (this.#stream !== stream) return;
        this.#lastId = stream.lastId;
        this.#say({ type: 'event', event, lastId: this.#lastId });
        onEvent(event);
      },
      onAlive: () => {
        this.#lastId = stream.lastId;
        // The timers of a hidden tab run once a minute; what comes over the network comes in time.
        if (this.#stream === stream && this.#options.page.now() - this.#beatAt >= BEAT_MS) this.#beat();
      },
    });
    this.#stream = stream;
    this.#beat();
  }

  #endLead(): void {
    this.#lastId = this.#stream?.lastId ?? this.#lastId;
    this.#stream?.close();
    this.#stream = undefined;
    this.#callOffBeat?.();
    this.#letGo?.();
    this.#letGo = undefined;
  }

  #stolen(): void {
    const wasHandedOver = this.#isHandedOver;
    this.#endLead();
    this.#follow();
    // It was thought dead: what the new leader told meanwhile may not have come here.
    if (!wasHandedOver) this.#options.onEvent({ type: 'reset' });
  }

  #beat(): void {
    const { page } = this.#options;
    const isStopped = this.#stream?.isStopped === true;
    this.#say({ type: 'beat', lastId: this.#lastId, isHidden: page.isHidden(), isStopped });
    this.#beatAt = page.now();
    this.#callOffBeat?.();
    this.#callOffBeat = page.later(() => {
      // Who was to take it over is gone; the next one may ask.
      this.#isHandedOver = false;
      this.#beat();
    }, BEAT_MS);
  }

  #hear(said: Said): void {
    if (this.#stream) this.#hearAsLeader(said);
    else this.#hearAsFollower(said);
  }

  #hearAsLeader(said: Said): void {
    if (said.type === 'wake') this.#stream?.wake();
    if (said.type !== 'ask' || this.#isHandedOver || !this.#options.page.isHidden()) return;
    // Goes on until it is taken: nothing falls between the two.
    this.#isHandedOver = true;
    this.#say({ type: 'yours', to: said.from });
  }

  #hearAsFollower(said: Said): void {
    if (said.type === 'yours' && said.to === this.#id) this.#steal();
    if (said.type !== 'beat' && said.type !== 'event') return;
    this.#heardLeader();
    this.#lastId = said.lastId ?? this.#lastId;
    if (said.type === 'event') this.#options.onEvent(said.event);
    else {
      this.#leaderIs = said;
      this.#askIfHidden();
    }
  }

  #askIfHidden(): void {
    if (this.#leaderIs.isHidden && !this.#options.page.isHidden()) this.#say({ type: 'ask', from: this.#id });
  }

  #heardLeader(): void {
    const { page } = this.#options;
    this.#callOffSilence?.();
    this.#callOffSilence = page.later(
      () => {
        this.#steal();
      },
      SILENCE_MS + page.random() * SILENCE_SPREAD_MS,
    );
  }

  #say(said: Said): void {
    this.#channel?.postMessage(said);
  }
}

function openedChannel(page: Pick<Surroundings, 'openChannel'>, name: string): Channel | undefined {
  try {
    return page.openChannel?.(name);
  } catch {
    return undefined;
  }
}
