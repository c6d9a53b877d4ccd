/**
 * The stream of events of a space, kept open.
 *
 *   opening ──► open ──► waiting ──► opening          what ends or stays silent is opened again
 *      └── 401 ──► stopped ──► (a request succeeds) ──► opening
 */
import { createParser } from 'eventsource-parser';
import type { EventSourceMessage } from 'eventsource-parser';
import { refusalOf } from './not-json';
import type { Surroundings } from './page';
import type { Requests } from './request';
import type { BackendEvent } from '../../contract/backend';
import type { Change } from '../../contract/operations';
import { SamenError } from '../../model/errors';

/** The backend sends a comment each 20 s: twice missed, and some, is dead. */
const SILENCE_MS = 45_000;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** One that stays open for less has not recovered: it does not start the waits anew. */
const LASTING_MS = 10_000;
const LONGEST_EVENT = 1_000_000;

export interface StreamOptions {
  /** Below the address of the backend. */
  path: string;
  requests: Pick<Requests, 'fetch' | 'signedIn'>;
  page: Pick<Surroundings, 'later' | 'listen' | 'isOnline' | 'now' | 'random'>;
  /** Where an earlier stream, perhaps of another tab, got to. */
  lastId?: string | undefined;
  onEvent: (event: BackendEvent) => void;
  /** Something came: the connection lives. */
  onAlive?: () => void;
}

/** Opens itself at once, and stays until it is closed. */
export class EventStream {
  readonly #options: StreamOptions;
  #lastId: string | undefined;
  #abort?: AbortController;
  #attempts = 0;
  #isStopped = false;
  #isClosed = false;
  #callOffSilence?: () => void;
  /** Ends the present wait. */
  #goOn?: () => void;
  /** The backend asked for this wait. */
  #isAsked = false;
  readonly #stopListening: () => void;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#lastId = options.lastId;
    this.#stopListening = options.page.listen('online', () => {
      this.#attempts = 0;
      if (!this.#isStopped && !this.#isAsked) this.#goOn?.();
    });
    void this.#run();
  }

  /** The last event that was passed on. */
  get lastId(): string | undefined {
    return this.#lastId;
  }

  /** The session is over: it waits to hear of another. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** A request succeeded: there is a session. */
  wake(): void {
    if (this.#isStopped) this.#goOn?.();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    this.#abort?.abort();
    this.#goOn?.();
  }

  async #run(): Promise<void> {
    while (!this.#isClosed) {
      const error = await this.#listen();
      if (this.#isClosed) return;
      if (error?.kind === 'notSignedIn') await this.#stop();
      else await this.#wait(error);
    }
  }

  /** Until it ends; answers with why, if there is a reason. */
  async #listen(): Promise<SamenError | undefined> {
    const { page, path, requests } = this.#options;
    const abort = (this.#abort = new AbortController());
    const { signal } = abort;
    const resumedFrom = this.#lastId;
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (resumedFrom !== undefined) headers['Last-Event-ID'] = resumedFrom;
    let openSince: number | undefined;
    this.#heard();
    try {
      const body = await requests.signedIn(
        async (token) => this.#bodyOf(await requests.fetch(path, { method: 'GET', headers, signal }, token)),
        undefined,
        signal,
      );
      openSince = page.now();
      // What changed before it was open, nobody told.
      if (resumedFrom === undefined) this.#emit({ type: 'reset' });
      await this.#read(body, signal);
      return undefined;
    } catch (cause) {
      const error = cause instanceof SamenError ? cause : new SamenError('network', 'The stream broke', { cause });
      // A place that is no longer understood: begins anew, with a reset.
      if (error.kind === 'invalid') this.#lastId = undefined;
      return error;
    } finally {
      this.#callOffSilence?.();
      abort.abort();
      if (openSince !== undefined && page.now() - openSince >= LASTING_MS) this.#attempts = 0;
    }
  }

  async #bodyOf(response: Response): Promise<ReadableStream<Uint8Array>> {
    const type = response.headers.get('Content-Type') ?? '';
    if (response.status === 200 && response.body && /^text\/event-stream\b/i.test(type)) return response.body;
    throw await refusalOf(response, this.#options.page.now());
  }

  async #read(body: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<void> {
    let unread = 0;
    const parser = createParser({
      onEvent: (event) => {
        unread = 0;
        if (event.id !== undefined) this.#lastId = event.id || undefined;
        this.#pass(event);
      },
      onComment: () => (unread = 0),
    });
    const decoder = new TextDecoder();
    const reader = body.getReader();
    // Aborting the request is not enough everywhere: where its response was cleaned up meanwhile (Node 20's
    // fetch holds it weakly), nobody passes the word on, and the connection would stay open for ever.
    signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      this.#heard();
      const text = decoder.decode(next.value, { stream: true });
      unread += text.length;
      parser.feed(text);
      if (unread > LONGEST_EVENT) throw new SamenError('network', 'An event without an end');
      this.#options.onAlive?.();
    }
  }

  #pass({ event, data }: EventSourceMessage): void {
    if (event === 'reset') this.#emit({ type: 'reset' });
    if (event !== 'changed' && event !== 'gone') return;
    const change = changeIn(data);
    // Something changed; what, cannot be read.
    this.#emit(change ? { type: 'changed', change } : { type: 'reset' });
  }

  #emit(event: BackendEvent): void {
    if (!this.#isClosed) this.#options.onEvent(event);
  }

  #heard(): void {
    this.#callOffSilence?.();
    this.#callOffSilence = this.#options.page.later(() => this.#abort?.abort(), SILENCE_MS);
  }

  async #stop(): Promise<void> {
    this.#isStopped = true;
    await new Promise<void>((resolve) => (this.#goOn = resolve));
    this.#goOn = undefined;
    this.#isStopped = false;
  }

  /** Twice as long each time, at random between half and whole, so that not all come back at once. */
  async #wait(error: SamenError | undefined): Promise<void> {
    const { page } = this.#options;
    // A browser that believes it is offline is asked less, not believed.
    const grown = page.isOnline() ? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#attempts) : LONGEST_WAIT_MS;
    const asked = (error?.retryAfterSeconds ?? 0) * 1000;
    this.#attempts += 1;
    this.#isAsked = asked > 0;
    await new Promise<void>((resolve) => {
      const callOff = page.later(resolve, Math.max(asked, grown * (0.5 + page.random() / 2)));
      this.#goOn = () => {
        callOff();
        resolve();
      };
    });
    this.#goOn = undefined;
    this.#isAsked = false;
  }
}

function changeIn(data: string): Change | undefined {
  try {
    const { kind, id } = JSON.parse(data) as Partial<Change>;
    // The kind of a newer backend is passed on: nobody here asks for such things.
    return typeof kind === 'string' && typeof id === 'string' ? { kind, id } : undefined;
  } catch {
    return undefined;
  }
}
