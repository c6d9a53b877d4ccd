/** A clock that is started and paused. It is reckoned from moments, so a tab out of sight, or opened anew, loses none of it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface Clock {
  /** In milliseconds since 1970; absent while it stands still. */
  startedAt?: number | undefined;
  /** What had passed before that. */
  spentMs: number;
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const NEW_CLOCK: Clock = { spentMs: 0 };

export const isRunning = (clock: Clock): boolean => clock.startedAt !== undefined;

export const spentOf = ({ startedAt, spentMs }: Clock, now: number): number =>
  spentMs + (startedAt === undefined ? 0 : Math.max(0, now - startedAt));

export const started = (clock: Clock, now: number): Clock =>
  isRunning(clock) ? clock : { startedAt: now, spentMs: clock.spentMs };

export const paused = (clock: Clock, now: number): Clock => ({ spentMs: spentOf(clock, now) });

/** The next clock, which runs when the one before did. */
export const afresh = (before: Clock, now: number): Clock => (isRunning(before) ? started(NEW_CLOCK, now) : NEW_CLOCK);

/** What is left; below zero, how long it is over. */
export const leftOf = (clock: Clock, minutes: number, now: number): number => minutes * MINUTE_MS - spentOf(clock, now);

/** `4:05`: in whole seconds, so that it says 0:00 only when nothing is left. */
export function clockWords(milliseconds: number): string {
  const seconds = Math.ceil(Math.abs(milliseconds) / SECOND_MS);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Draws its host anew each second while a clock runs, and when its page comes back in sight. */
export class Ticker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: () => Clock | undefined;
  #next?: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, clock: () => Clock | undefined) {
    this.#host = host;
    this.#clock = clock;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#next);
  }

  hostUpdated(): void {
    clearTimeout(this.#next);
    const clock = this.#clock();
    if (!clock || !isRunning(clock)) return;
    const now = Date.now();
    this.#next = setTimeout(this.#look, SECOND_MS - (spentOf(clock, now) % SECOND_MS));
  }

  readonly #look = (): void => this.#host.requestUpdate();
}
