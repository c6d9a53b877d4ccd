/**
 * The Samen API behind an `https://…/v1` address. Keeps nothing in the browser itself; what the client
 * keeps of it is sealed.
 */
import { resolveAddress } from './address';
import { basics } from './basics';
import type { Basics } from './basics';
import type { SharedStream } from './leader';
import type { openLive as OpenLive } from './open-live';
import type { Surroundings } from './page';
import { BoundPerson } from './person';
import { Requests } from './request';
import { tokensFor } from './tokens';
import type { Backend, BackendEvent, Capabilities, SeenAs, SpaceConnection } from '../../contract/backend';
import type { ExperiencePage } from '../../contract/experiences';
import { READ_OPERATIONS } from '../../contract/operations';
import type { Input, Me, Operation, Output, ReadName, WriteName } from '../../contract/operations';
import { toWire } from '../../contract/wire';
import { SamenError } from '../../model/errors';
import { isId } from '../../model/id';
import type { Id } from '../../model/types';

/** What could not be fetched is asked for again, as what did not answer. */
const fetched = <T>(late: Promise<T>): Promise<T> =>
  late.catch((cause: unknown) => {
    throw new SamenError('network', 'No answer', { cause });
  });

/** How a picture is read, comes with the first one. */
const readPicture = async (response: Response, now: number): Promise<object> =>
  (await fetched(import('./not-json'))).readPicture(response, now);

let openLive: typeof OpenLive | undefined;
const DRAWN_MS = 100;

async function fetchLive(): Promise<typeof OpenLive> {
  await new Promise((done) => setTimeout(done, DRAWN_MS));
  return (await import('./open-live')).openLive;
}

const READ_MS = 15_000;
const WRITE_MS = 30_000;

export interface HttpOptions {
  /** Where the page is; a path is on its host. */
  pageAddress?: string;
  /** In place of the page this runs in. */
  page?: Partial<Surroundings>;
}

/** The backend at an address up to and including `/v1`. Throws `misconfigured` for what is no such address. */
export function openHttp(address: string, options: HttpOptions = {}): Backend {
  const resolved = resolveAddress(address, options.pageAddress);
  const page = { ...basics(), ...options.page };
  const requests = new Requests({ address: resolved, tokens: tokensFor(resolved), page });
  return {
    async open(spaceId: Id, as?: SeenAs): Promise<SpaceConnection> {
      if (!isId(spaceId)) throw new SamenError('misconfigured', `The space "${String(spaceId)}" is not an id`);
      return new HttpConnection({ address: resolved, spaceId, as, page, requests });
    },
  };
}

interface ConnectionOptions {
  address: string;
  spaceId: Id;
  as: SeenAs | undefined;
  page: Basics & Partial<Surroundings>;
  requests: Requests;
}

class HttpConnection implements SpaceConnection {
  readonly spaceId: Id;
  readonly capabilities: Capabilities = { storage: 'kept', private: true, sealed: true };
  readonly #options: ConnectionOptions;
  readonly #person: BoundPerson;
  readonly #listeners = new Set<(event: BackendEvent) => void>();
  /** Wanted, and perhaps still on its way. */
  #wanted?: object | undefined;
  #live?: SharedStream | undefined;
  #asking?: Promise<Me> | undefined;
  #isClosed = false;
  /** Something did, since it was last asked who is here. */
  #hasSucceeded = false;
  /** So many answers that will say who is here are on their way. */
  #saying = 0;
  /** Something was read that no stream watched over. */
  #hasReadUnwatched = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.spaceId = options.spaceId;
    this.#person = new BoundPerson(options.page.now);
  }

  async read<N extends ReadName>(operation: N, input: Input<N>, signal?: AbortSignal): Promise<Output<N>> {
    const { as, requests } = this.#options;
    if (operation === 'getMe') return (await this.#askWho()) as Output<N>;
    this.#hasReadUnwatched ||= !this.#live;
    const described: Operation = READ_OPERATIONS[operation];
    const { isBinary } = described;
    const wire = toWire(operation, described, this.spaceId, as ? { ...input, as } : input);
    if (isBinary) wire.headers['Accept'] = 'image/*, application/json';
    const saysWho = operation === 'listExperiences' && !('cursor' in input);
    if (saysWho) this.#saying += 1;
    try {
      const output = await requests.signedIn(
        async (token, inner) => {
          const answer = await requests.send(wire, token, inner, isBinary ? readPicture : undefined);
          const me = saysWho ? (answer as Partial<ExperiencePage> | undefined)?.labels?.me : undefined;
          if (me) this.#person.heard(me, token);
          return answer;
        },
        READ_MS,
        signal,
      );
      this.#succeeded();
      // Of a picture the answer says nothing but itself.
      return (isBinary ? { ...input, ...(output as object) } : output) as Output<N>;
    } finally {
      if (saysWho) this.#saying -= 1;
    }
  }

  async write<N extends WriteName>(operation: N, input: Input<N>, { key }: { key: string }): Promise<Output<N>> {
    const { as, requests } = this.#options;
    if (as) throw new SamenError('forbidden', 'A preview changes nothing');
    const { WRITE_OPERATIONS } = await fetched(import('../../contract/write-operations'));
    const wire = toWire(operation, WRITE_OPERATIONS[operation], this.spaceId, input);
    wire.headers['Idempotency-Key'] = key;
    const output = await requests.signedIn(async (token, signal) => {
      if (this.#person.mustBeAsked(token)) await this.#askWhoHas(token, signal);
      this.#person.refuseSomebodyElse();
      return requests.send(wire, token, signal);
    }, WRITE_MS);
    this.#succeeded();
    // A 204 says no more than that it is done: to what, was in the question.
    return (output ?? { id: (input as { id?: Id }).id ?? this.#person.id }) as Output<N>;
  }

  watch(listener: (event: BackendEvent) => void): () => void {
    // One of its own for each call: the same function may be handed in twice.
    const each = (event: BackendEvent) => {
      listener(event);
    };
    this.#listeners.add(each);
    // Not at once: who watches asks for something too, and that answer may say who is here.
    queueMicrotask(() => this.#watchIfWanted());
    return () => {
      this.#listeners.delete(each);
      this.#watchIfWanted();
    };
  }

  close(): void {
    this.#isClosed = true;
    this.#listeners.clear();
    this.#watchIfWanted();
  }

  /** Asked once, however many want to know at the same time. */
  #askWho(): Promise<Me> {
    const { requests } = this.#options;
    this.#asking ??= requests
      .signedIn((token, signal) => this.#askWhoHas(token, signal), READ_MS)
      .finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #askWhoHas(token: string | undefined, signal: AbortSignal): Promise<Me> {
    const { as, requests } = this.#options;
    const me = (await requests.send(
      toWire('getMe', READ_OPERATIONS.getMe, this.spaceId, as ? { as } : {}),
      token,
      signal,
    )) as Me;
    if (typeof me?.personId !== 'string') throw new SamenError('network', 'It was not the backend that answered');
    this.#person.heard(me, token);
    this.#succeeded();
    return me;
  }

  /** There is a network, and a session. */
  #succeeded(): void {
    this.#watchIfWanted();
    this.#hasSucceeded = true;
    this.#live?.wake();
  }

  /** A stream, as long as somebody listens and it is known whose it is. */
  #watchIfWanted(): void {
    const { me, isSomebodyElse } = this.#person;
    const isWanted = this.#listeners.size > 0 && !this.#isClosed;
    if (isWanted && !me && this.#saying > 0) return;
    if (isWanted && !me) {
      // The next request that succeeds asks again, also one that did while this was on its way.
      this.#hasSucceeded = false;
      this.#askWho().catch(() => {
        if (this.#hasSucceeded) this.#watchIfWanted();
      });
    } else if (isWanted && me?.member && !isSomebodyElse) {
      if (!this.#wanted) void this.#openLive(me.personId);
    } else {
      this.#wanted = undefined;
      this.#live?.close();
      this.#live = undefined;
    }
  }

  async #openLive(personId: Id): Promise<void> {
    const wanted = (this.#wanted = {});
    try {
      // At once, where it was fetched before: nothing is read in between that nobody watches over. Else not before
      // what one came for is drawn.
      openLive ??= await fetchLive();
      if (this.#wanted !== wanted) return;
      this.#live = openLive({ ...this.#options, personId, onEvent: (event) => this.#tell(event) });
      if (this.#hasReadUnwatched) this.#tell({ type: 'reset' });
      this.#hasReadUnwatched = false;
    } catch {
      // Its code did not come; the next request that succeeds asks for it again.
      if (this.#wanted === wanted) this.#wanted = undefined;
    }
  }

  #tell(event: BackendEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        // The others are told too, and the stream goes on.
        console.error('Samen: a listener failed.', error);
      }
    }
  }
}
