/**
 * One client per backend and space on a page: what is known (`live.ts`), what waits (`writes.ts`,
 * fetched when somebody writes or something waits), who I am and how the backend is reached (here).
 * Knows no element.
 */
import { atRest } from './at-rest';
import { FirstPage, whoIsHere } from './first-page';
import type { AskWho } from './first-page';
import { Kept } from './kept';
import type { Keeps } from './kept';
import { Live, asSamenError } from './live';
import type { Turn } from './live';
import { presumed } from './presumed';
import type * as Sealed from './sealed';
import type { ConnectionState, PendingWrite, SpaceClient, View } from './types';
import type { Lock, Writes, WritesOptions } from './writes';
import type { SeenAs, SpaceConnection } from '../contract/backend';
import type { FeedLabels } from '../contract/experiences';
import type { EntityKind, Input, Me, Output, ReadName, WriteName } from '../contract/operations';
import { oldAfter } from '../contract/old-after';
import { SamenError } from '../model/errors';
import type { Id } from '../model/types';

export interface ClientOptions {
  backend: string;
  spaceId: Id;
  /** Whose eyes one looks through; what is known then is kept apart. */
  as?: SeenAs | undefined;
  connect: () => Promise<SpaceConnection>;
  kept?: Kept;
  lock?: Lock;
  now?: () => number;
  random?: () => number;
  /** Fetches the part that writes. */
  fetchWrites?: () => Promise<{ Writes: new (options: WritesOptions) => Writes }>;
}

export class Client implements SpaceClient {
  readonly key: string;
  readonly spaceId: Id;
  readonly #options: ClientOptions;
  /** What this browser keeps, as it is. */
  readonly #plain: Kept;
  /** The same, or sealed: only to be used once it is known who is here, which says which. */
  #kept: Keeps;
  readonly #live: Live;
  readonly #listeners = new Set<(state: ConnectionState) => void>();
  /** Tells the tabs of this browser that something waits, or no longer does; says nothing else. */
  readonly #channel: BroadcastChannel;
  #connecting?: Promise<SpaceConnection>;
  #connection?: SpaceConnection;
  #writes?: Writes;
  #opening?: Promise<Writes>;
  #me?: Me;
  #network: ConnectionState['network'] = 'online';
  #session: ConnectionState['session'] = 'unknown';
  #timer?: ReturnType<typeof setTimeout>;
  #attempts = 0;
  /** Counts how often it was asked who is here. */
  #turn = 0;
  /** The network or the session was gone, and what waits was not tried since. */
  #wasLost = false;
  /** Writes on their way into the outbox and, where there is a network, out of it. */
  readonly #underWay = new Set<Promise<unknown>>();
  #disposed = false;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.key = [options.backend, options.spaceId, options.as].filter(Boolean).join(' ');
    this.spaceId = options.spaceId;
    this.#kept = this.#plain = options.kept ?? new Kept();
    this.#live = new Live({
      read: (...asked) => this.#read(...asked),
      recall: (key) => this.#recall('cache', key),
      keep: (key, data) => {
        void this.#keepAnswer(key, data);
      },
      lay: (operation, input, data) => this.#writes?.lay(operation, input, data) ?? data,
      heard: (error) => {
        if (!error) {
          this.#attempts = 0;
          // Not after each connection: a write that fails makes one, and would never rest.
          if (this.#wasLost) void this.#look();
          this.#wasLost = false;
        }
        this.#heard(error);
        if (error?.retryable) this.#later();
      },
    });
    this.#channel = new BroadcastChannel(`samen-outbox ${this.key}`);
    this.#channel.onmessage = () => void this.#look();
    // Node waits for an open channel; browsers do not know the word.
    (this.#channel as { unref?: () => void }).unref?.();
    globalThis.addEventListener?.('online', this.#onOnline);
    globalThis.addEventListener?.('offline', this.#onOffline);
  }

  get state(): ConnectionState {
    return {
      network: this.#network,
      session: this.#session,
      capabilities: this.#kept.capabilities ?? this.#connection?.capabilities,
      waiting: 0,
      refused: 0,
      ...this.#writes?.counts,
    };
  }

  me(): Me | undefined {
    return this.#me;
  }

  subscribe(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.state);
    return () => this.#listeners.delete(listener);
  }

  watch<N extends ReadName>(operation: N, input: Input<N>, listener: (view: View<Output<N>>) => void): () => void {
    return this.#live.watch(operation, input, listener);
  }

  refresh<N extends ReadName>(operation: N, input: Input<N>): Promise<void> {
    return this.#live.refresh(operation, input);
  }

  write<N extends WriteName>(operation: N, input: Input<N>): Promise<{ id: string; confirmed: Promise<Output<N>> }> {
    const adding = this.#add(operation, input);
    this.#hold(adding.then(({ confirmed }) => (this.#network === 'online' ? confirmed : undefined)));
    return adding;
  }

  pending(): readonly PendingWrite[] {
    return this.#writes?.entries ?? [];
  }

  async retry(id: string): Promise<void> {
    await this.#writes?.retry(id);
  }

  async discard(id: string): Promise<void> {
    await this.#writes?.discard(id);
  }

  async draft<T>(name: string): Promise<T | undefined> {
    // A form is being opened, and so fetched: now what will send it can be fetched as well.
    this.#prefetch();
    return this.#recall<T>('draft', name);
  }

  async drafts<T>(beginning: string): Promise<T[]> {
    await this.#arrive();
    const at = this.#at('draft', beginning);
    return at === undefined ? [] : this.#kept.list<T>(at);
  }

  async saveDraft(name: string, value: unknown): Promise<void> {
    await this.#arrive();
    await this.#keep('draft', name, value);
  }

  dropDraft(name: string): Promise<void> {
    return this.saveDraft(name, undefined);
  }

  async rest(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    globalThis.removeEventListener?.('online', this.#onOnline);
    globalThis.removeEventListener?.('offline', this.#onOffline);
    this.#listeners.clear();
    this.#writes?.close();
    this.#channel.close();
    this.#connection?.close();
  }

  async #add<N extends WriteName>(
    operation: N,
    input: Input<N>,
  ): Promise<{ id: string; confirmed: Promise<Output<N>> }> {
    await this.#arrive();
    const me = this.#me;
    const writes = await this.#open();
    // Kept for who typed it, or not at all.
    if (this.#me?.personId !== me?.personId) throw new SamenError('notSignedIn', 'Somebody else is here');
    return writes.add(operation, input);
  }

  #hold(work: Promise<unknown>): void {
    this.#underWay.add(work);
    const letGo = () => this.#underWay.delete(work);
    work.then(letGo, letGo);
  }

  /** The way to the backend, and who one is there: asked once, and again when it may have changed. */
  #connected(askWho = whoIsHere): Promise<SpaceConnection> {
    this.#connecting ??= this.#connect(askWho).catch(async (error: unknown) => {
      this.#connecting = undefined;
      // Without a network it is taken for granted that whoever was here is still here. What is written
      // now is kept as theirs, and sent only once the backend has said so.
      const me = asSamenError(error).retryable && this.#connection && !this.#me && presumed(this.key);
      const kept = me && (await this.#keptFor(me));
      if (kept && !this.#me) this.#know(me, kept);
      throw error;
    });
    return this.#connecting;
  }

  async #connect(askWho: AskWho): Promise<SpaceConnection> {
    const turn = (this.#turn += 1);
    const connection = this.#connection ?? (await this.#options.connect());
    if (this.#disposed) {
      connection.close();
      throw new SamenError('network', 'Nobody is here');
    }
    if (!this.#connection) {
      this.#connection = connection;
      connection.watch((event) => {
        if (event.type === 'capabilities') this.#tell();
        else this.#heardChange('change' in event ? [event.change.kind] : undefined);
      });
    }
    const me = await askWho(connection);
    const kept = await this.#keptFor(me);
    // Asked again meanwhile: who was here before must not be taken for who is here.
    if (turn !== this.#turn) return this.#connected();
    this.#network = 'online';
    this.#session = me.member ? 'signedIn' : 'notMember';
    presumed(this.key, me);
    this.#know(me, kept);
    return connection;
  }

  #know(me: Me, kept: Keeps): void {
    const before = this.#me;
    const isSame = before?.personId === me.personId && this.#kept === kept;
    this.#me = me;
    this.#kept = kept;
    if (before && !isSame) {
      this.#writes?.close();
      this.#writes = this.#opening = undefined;
      this.#live.change(() => undefined);
      this.#live.tell();
    }
    // With another role, other things are to be seen.
    if (before && JSON.stringify(before) !== JSON.stringify(me)) this.#live.refreshWhere();
    if (before?.member && !me.member) this.#eraseKept();
    this.#tell();
    if (isSame) return;
    void this.#look();
    // A page that loses the network before anybody wrote must be able to keep what is written then.
    // `local:` has no network to lose: there it is fetched when a form opens, or at the first write.
    if (me.member && !this.#options.backend.startsWith('local:')) {
      void atRest().then(this.#prefetch);
    }
  }

  /** Sends what waits. A page on which nothing waits does without the part that writes. */
  async #look(): Promise<void> {
    const at = this.#at('outbox');
    if (!at || this.#disposed) return;
    if (!this.#writes && (await this.#kept.list(at)).length === 0) return;
    await this.#open().then(
      (writes) => writes.look(),
      () => this.#later(),
    );
  }

  readonly #prefetch = (): void => {
    if (this.#me) this.#open().catch(() => undefined);
  };

  #open(): Promise<Writes> {
    this.#opening ??= this.#openWrites().catch((cause: unknown) => {
      this.#opening = undefined;
      // Nothing is lost: whoever typed reads that it did not go, and the draft stays.
      throw asSamenError(cause);
    });
    return this.#opening;
  }

  async #openWrites(): Promise<Writes> {
    const { Writes: LateWrites } = await (this.#options.fetchWrites?.() ?? import('./writes'));
    const me = this.#me;
    // Somebody else came while it was fetched, and was given one already.
    if (this.#writes) return this.#writes;
    if (!me || this.#disposed) throw new SamenError('network', 'Nobody is here');
    const writes = new LateWrites({
      ...this.#options,
      key: this.key,
      kept: this.#kept,
      live: this.#live,
      personId: me.personId,
      me: () => this.#me,
      connected: () => this.#connected(),
      changed: (kinds) => this.#changed(kinds),
      heard: (error) => this.#heard(error),
      tell: () => this.#tell(),
      channel: this.#channel,
    });
    this.#writes = writes;
    await writes.reload();
    return writes;
  }

  async #read(operation: ReadName, input: Input<ReadName>, anew: boolean, turn: Turn): Promise<unknown> {
    const isMe = operation === 'getMe';
    if (isMe && anew) this.#connecting = undefined;
    // The first page of the feed says who is here as well: where it comes first, nothing else is asked before it.
    const isFirst = operation === 'listExperiences' && (input as { cursor?: string }).cursor === undefined;
    const first = isFirst ? new FirstPage(input as Input<'listExperiences'>) : undefined;
    const connecting = this.#connected(first?.askWho);
    const early = first && (await Promise.race([first.enough, connecting.then(() => undefined)]));
    if (early && (!this.#me || early.labels?.me.personId === this.#me.personId)) {
      // What comes of it, whoever asks next is told.
      connecting.catch(() => undefined);
      return early;
    }
    const connection = await connecting;
    if (isMe) return this.#me;
    const page = await first?.answer;
    // Unless somebody else came meanwhile.
    if (page && page.labels?.me.personId === this.#me?.personId) return page;
    await turn();
    if (this.#disposed) throw new SamenError('network', 'Nobody is here');
    return connection.read(operation, input);
  }

  /** What was answered to somebody who is signed in, or takes part, is not for who comes after. */
  #eraseKept(): void {
    this.#sealing().then(
      (sealing) => sealing?.erase(this.#plain, this.key),
      () => undefined,
    );
  }

  /** What an answer, or the lack of one, says of the network and the session. */
  #heard(error?: SamenError): void {
    const kind = error?.kind;
    const before = this.#network + this.#session;
    if (kind === 'notSignedIn') {
      this.#session = 'ended';
      presumed(this.key, null);
      this.#eraseKept();
    }
    this.#network = kind === 'network' ? 'offline' : 'online';
    // Who is here when the network or the session is back is to be asked again, before anything is sent.
    if (kind === 'notSignedIn' || kind === 'network') {
      this.#connecting = undefined;
      this.#wasLost = true;
    }
    // Each answer comes here: those who listen hear of it when it says something new.
    if (before !== this.#network + this.#session) this.#tell();
  }

  /** Twice as long each time, at random between half and whole, so that not all come back at once. */
  #later(): void {
    if (this.#disposed) return;
    clearTimeout(this.#timer);
    const wait = Math.min(60_000, 1000 * 2 ** this.#attempts) * (0.5 + (this.#options.random ?? Math.random)() / 2);
    this.#timer = setTimeout(() => this.#again(this.#attempts + 1), wait);
  }

  readonly #onOnline = (): void => this.#again(0);

  /** What the browser believes is not to be believed alone: one question tells, that each page watches once it rests. */
  readonly #onOffline = (): void => void this.refresh('getMe', {});

  /** Where what belongs to this person is kept. */
  async #keptFor(me: Me): Promise<Keeps> {
    const sealing = await this.#sealing();
    return sealing ? sealing.open(me, this.key, this.#plain, this.#kept, this.#options.now) : this.#plain;
  }

  /** The part that seals, where the backend has secrets. */
  async #sealing(): Promise<typeof Sealed | undefined> {
    return this.#connection?.capabilities.sealed ? import('./sealed') : undefined;
  }

  #again(attempts: number): void {
    this.#attempts = attempts;
    // What did not come, or may be old.
    this.#live.refreshWhere(({ error, known, refreshing }) => !refreshing && (error ?? known?.stale));
    void this.#look();
  }

  /** Not before it is known who is here: the answer that says so would be thrown away for its own sake. */
  #heardChange(kinds?: readonly EntityKind[]): void {
    if (this.#me) this.#changed(kinds);
    else
      this.#connecting?.then(
        () => this.#changed(kinds),
        () => undefined,
      );
  }

  /** Things of these kinds, or all, changed at the backend. */
  #changed(kinds?: readonly EntityKind[]): void {
    if (!kinds || kinds.includes('member')) {
      this.#connecting = undefined;
      this.#connected().catch(() => undefined);
    }
    this.#live.refreshWhere(({ operation }) => !kinds || oldAfter(operation).some((kind) => kinds.includes(kind)));
  }

  #tell(): void {
    const { state } = this;
    for (const listener of this.#listeners) listener(state);
  }

  /** Under what it is kept: bound to the person, another one at this browser starts with nothing. */
  #at(area: string, name = ''): string | undefined {
    // One's own answers lie nowhere but in the space, which erases them when the round closes; all of one's own nowhere.
    return this.#me && !/^get(MyCheckIn|OwnData)/.test(name)
      ? `${area} ${this.key} ${this.#me.personId} ${name}`
      : undefined;
  }

  async #recall<T>(area: string, name: string): Promise<T | undefined> {
    await this.#arrive();
    const at = this.#at(area, name);
    return at === undefined ? undefined : this.#kept.get<T>(at);
  }

  /** Under whom it was given: who is here may be known a moment after the answer. */
  async #keepAnswer(key: string, data: unknown): Promise<void> {
    const said = (data as { labels?: FeedLabels } | undefined)?.labels?.me.personId;
    const whose = said ?? this.#me?.personId;
    await this.#arrive();
    // What was under way when the session ended is not to be found here by whoever comes next.
    if (this.#session !== 'ended' && whose === this.#me?.personId) await this.#keep('cache', key, data);
  }

  /** In place of what was kept; `undefined` is nothing. */
  async #keep(area: string, name: string, value: unknown): Promise<void> {
    const at = this.#at(area, name);
    if (at) await this.#kept.change(value === undefined ? [] : [[at, value]], [at]);
  }

  /** Until it is known who is here, if that can be known. */
  async #arrive(): Promise<void> {
    if (!this.#me) await this.#connected().catch(() => undefined);
  }
}

/** A client for a backend and space, as elements ask for it. */
export function clientFor(options: Pick<ClientOptions, 'backend' | 'spaceId' | 'as' | 'connect'>): SpaceClient {
  return new Client(options);
}
