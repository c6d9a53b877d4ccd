/**
 * What changed in a space, handed on to who listens at this instance. A change is read from the database
 * once, however many listen; each hears only what is theirs to know (`audience` before and after).
 *
 *   commit ─► NOTIFY space ─► poke(space) ─► one read of what came since ─► every listener of that space
 *
 * Per space everything happens in a queue: somebody who joins after an id they had is first told what they
 * missed, and nothing comes in between.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Marks } from './marks';
import type { Audience, Id } from '../../model/types';

const AT_ONCE = 500;
/** So many changes are written before the connections get a turn: what cannot go yet counts as piled up. */
const PORTION = 100;
const HEARTBEAT_MS = 20_000;

export interface Listener {
  personId: Id;
  /** Hands on a piece of an event stream; false when the reader is too slow to be kept. */
  write: (text: string) => boolean;
  /** Until what was written is on its way; false when the stream ended. */
  drained: () => Promise<boolean>;
  /** Ends the stream, from the server's side. */
  end: () => void;
}

interface Change {
  seq: string;
  kind: string;
  id: Id;
  version: number | null;
  audience_before: Audience | null;
  audience_after: Audience | null;
}

interface Seated {
  listener: Listener;
  audiences: ReadonlySet<string>;
  /** The last change they were told of elsewhere, which may be ahead of what we have read. */
  told: number;
}

interface Room {
  spaceId: Id;
  seated: Set<Seated>;
  /** How many are on their way in. */
  coming: number;
  /** The last change that everybody here was told of. */
  last: number;
  queue: Promise<void>;
  isPoked: boolean;
}

/** Whether a change may be of what somebody may see: then what they missed says too little. */
const isAbout =
  ({ personId }: Listener) =>
  ({ kind, id }: Change): boolean =>
    kind === 'space' || (kind === 'member' && id === personId);

export interface FeedOptions {
  pool: Pool;
  marks: Marks;
  /** Something went wrong that the next poke will mend. */
  onError: (error: unknown) => void;
}

export class Feed {
  readonly #options: FeedOptions;
  readonly #rooms = new Map<Id, Room>();
  /** How many streams each person has. */
  readonly #streams = new Map<Id, number>();
  readonly #heartbeat: ReturnType<typeof setInterval>;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** How many streams somebody has here, over all spaces, and the way to count one more until it ends. */
  listening(personId: Id): { count: number; one: () => () => void } {
    const count = this.#streams.get(personId) ?? 0;
    const one = () => {
      this.#streams.set(personId, count + 1);
      return () => {
        const left = (this.#streams.get(personId) ?? 1) - 1;
        if (left > 0) this.#streams.set(personId, left);
        else this.#streams.delete(personId);
      };
    };
    return { count, one };
  }

  get listeners(): number {
    return [...this.#rooms.values()].reduce((sum, { seated }) => sum + seated.size, 0);
  }

  /**
   * Seats a listener, after what they missed since `since` (a mark they were given). Resolves with the way to
   * leave. Without `since`, or when too much was missed, they begin with a `reset`.
   */
  async join(spaceId: Id, listener: Listener, since: string | undefined): Promise<() => void> {
    const room = this.#room(spaceId);
    const seat: Seated = { listener, audiences: new Set(), told: 0 };
    room.coming += 1;
    try {
      const from = await this.#catchUp(seat, spaceId, since);
      await this.#inTurn(room, async () => {
        const { first, last } = await this.#bounds(spaceId);
        if (room.seated.size === 0) room.last = last;
        // After the bounds: another role given in between is among the changes that come, and notices them.
        seat.audiences = (await this.#audiences(spaceId, [listener.personId])).get(listener.personId) ?? new Set();
        const isKnown = from !== undefined && from >= first - 1 && from <= last;
        if (isKnown) seat.told = from;
        const missed = isKnown ? await this.#changes(spaceId, from, room.last) : [];
        if (!isKnown || missed.some(isAbout(listener))) listener.write(this.#asReset(room.last));
        else for (const change of missed) this.#hand(seat, change);
        room.seated.add(seat);
      });
    } catch (error) {
      this.#leave(room, seat);
      throw error;
    } finally {
      room.coming -= 1;
    }
    return () => this.#leave(room, seat);
  }

  /**
   * Tells somebody who missed much the most of it, as fast as they read; the others do not wait for that. Answers
   * where they have got to; nowhere, when all is to be read anew.
   */
  async #catchUp(seat: Seated, spaceId: Id, since: string | undefined): Promise<number | undefined> {
    const { listener } = seat;
    for (let from = since === undefined ? undefined : this.#options.marks.read(since); from !== undefined;) {
      const { first, last } = await this.#bounds(spaceId);
      if (from < first - 1 || last - from <= PORTION) return from;
      seat.audiences = (await this.#audiences(spaceId, [listener.personId])).get(listener.personId) ?? new Set();
      const changes = await this.#page(spaceId, from, PORTION);
      if (changes.some(isAbout(listener))) return undefined;
      for (const change of changes) this.#hand(seat, change);
      from = Number(changes.at(-1)?.seq ?? last);
      if (!(await listener.drained())) return from;
    }
    return undefined;
  }

  /** Something was committed in this space. */
  poke(spaceId: Id): void {
    const room = this.#rooms.get(spaceId);
    if (!room || room.isPoked) return;
    room.isPoked = true;
    this.#inTurn(room, async () => {
      room.isPoked = false;
      await this.#tell(room);
    }).catch(this.#options.onError);
  }

  /** What was committed may have been missed, everywhere. */
  pokeAll(): void {
    for (const spaceId of this.#rooms.keys()) this.poke(spaceId);
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const { seated } of this.#rooms.values()) for (const { listener } of seated) listener.end();
    this.#rooms.clear();
  }

  /** What is committed while this reads is poked for anew: there is no need to look twice. */
  async #tell(room: Room): Promise<void> {
    const changes = await this.#changes(room.spaceId, room.last);
    // First, so that nobody hears of what they may no longer see.
    const last = Number(changes.at(-1)?.seq);
    if (changes.some(({ kind }) => kind === 'member' || kind === 'space')) await this.#reseat(room, last);
    for (const [index, change] of changes.entries()) {
      if (index > 0 && index % PORTION === 0) await nextTurn();
      const texts = new Map<string, string>();
      for (const seat of room.seated) this.#hand(seat, change, texts);
      room.last = Number(change.seq);
    }
  }

  /** One text for all who may know the same of it. */
  #hand({ listener, audiences, told }: Seated, change: Change, texts = new Map<string, string>()): void {
    if (Number(change.seq) <= told) return;
    const { audience_before: before, audience_after: after } = change;
    const saw = before !== null && audiences.has(before);
    const sees = after !== null && audiences.has(after);
    if (!saw && !sees) return;
    const event = sees ? 'changed' : 'gone';
    const text = texts.get(event) ?? this.#asEvent(event, change);
    texts.set(event, text);
    this.#write(listener, text);
  }

  #asEvent(event: 'changed' | 'gone', { seq, kind, id, version }: Change): string {
    const data = event === 'changed' && version !== null ? { kind, id, version } : { kind, id };
    return `id: ${this.#options.marks.make(seq)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  }

  #asReset(last: number): string {
    return `id: ${this.#options.marks.make(String(last))}\nevent: reset\ndata: {}\n\n`;
  }

  #write(listener: Listener, text: string): void {
    // A slow reader is cut off, and catches up when it comes back: nothing is piled up without end.
    if (!listener.write(text)) listener.end();
  }

  /** Who now may see something else is told to read all anew, and their stream ends. */
  async #reseat(room: Room, last: number): Promise<void> {
    const people = [...new Set([...room.seated].map(({ listener }) => listener.personId))];
    const now = await this.#audiences(room.spaceId, people);
    for (const seat of room.seated) {
      const audiences = now.get(seat.listener.personId) ?? new Set();
      if (audiences.size === seat.audiences.size && [...audiences].every((each) => seat.audiences.has(each))) continue;
      room.seated.delete(seat);
      seat.listener.write(this.#asReset(last));
      seat.listener.end();
    }
  }

  #beat(): void {
    for (const { seated } of this.#rooms.values())
      for (const { listener } of seated) this.#write(listener, ': still here\n\n');
  }

  #room(spaceId: Id): Room {
    const known = this.#rooms.get(spaceId);
    if (known) return known;
    const room: Room = { spaceId, seated: new Set(), coming: 0, last: 0, queue: Promise.resolve(), isPoked: false };
    this.#rooms.set(spaceId, room);
    return room;
  }

  #leave(room: Room, seat: Seated): void {
    room.seated.delete(seat);
    // Not while somebody else is on the way in.
    void this.#inTurn(room, () => {
      const isEmpty = room.seated.size === 0 && room.coming === 0;
      if (isEmpty && this.#rooms.get(room.spaceId) === room) this.#rooms.delete(room.spaceId);
      return Promise.resolve();
    });
  }

  #inTurn(room: Room, work: () => Promise<void>): Promise<void> {
    const turn = room.queue.then(work);
    room.queue = turn.catch(() => undefined);
    return turn;
  }

  async #changes(spaceId: Id, after: number, until?: number): Promise<Change[]> {
    const all: Change[] = [];
    for (let from = after; ;) {
      const page = await this.#page(spaceId, from, AT_ONCE);
      all.push(...page.filter(({ seq }) => until === undefined || Number(seq) <= until));
      if (page.length < AT_ONCE) return all;
      from = Number(page.at(-1)?.seq);
    }
  }

  #page(spaceId: Id, after: number, atMost: number): Promise<Change[]> {
    return this.#query('feed changes', 'select * from samen.changes_since($1, $2, $3)', [spaceId, after, atMost]);
  }

  async #bounds(spaceId: Id): Promise<{ first: number; last: number }> {
    const [bounds] = await this.#query<{ first: string; last: string }>(
      'feed bounds',
      'select first, last from samen.change_bounds($1)',
      [spaceId],
    );
    return { first: Number(bounds?.first ?? 1), last: Number(bounds?.last ?? 0) };
  }

  async #audiences(spaceId: Id, people: readonly Id[]): Promise<Map<Id, Set<string>>> {
    const rows = await this.#query<{ person: Id; audiences: string[] | null }>(
      'feed audiences',
      'select person, audiences from samen.audiences_of_all($1, $2)',
      [spaceId, people],
    );
    return new Map(rows.map(({ person, audiences }) => [person, new Set(audiences ?? [])]));
  }

  async #query<R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> {
    return (await this.#options.pool.query<R>({ name, text, values })).rows;
  }
}
