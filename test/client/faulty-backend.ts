import type { BackendEvent, SpaceConnection } from '../../src/contract/backend';
import type { Input, Me, Output, ReadName, WriteName } from '../../src/contract/operations';
import { SamenError } from '../../src/model/errors';
import type { Need, Role } from '../../src/model/types';

/** What goes wrong with one write; without it, nothing does. */
export type Fault =
  | 'lostBefore' // never arrived
  | 'lostAfter' // done, but the answer did not arrive
  | 'busy'
  | 'hangs' // arrived, done, and no answer ever comes
  | 'refused'
  | 'signedOut'
  | Promise<unknown>; // slow: done once this settles

export interface Sent {
  personId: string;
  operation: WriteName;
  input: Input<WriteName>;
  key: string;
}

/**
 * A home for needs that is as good as its word about keys, versions and persons, over a way to it
 * that fails as a test says. `sent` is what arrived or should have, `applied` what was really done.
 */
export class FaultyBackend {
  personId = 'anna';
  role: Role = 'member';
  isOnline = true;
  isSignedIn = true;
  /** For the next writes, one each; `undefined` is none. */
  faults: (Fault | undefined)[] = [];
  /** For as long as it lasts, whatever the fault of the turn. */
  always?: (write: Sent) => Fault | undefined;
  retryAfterSeconds?: number;
  meFails?: SamenError;
  readonly sent: Sent[] = [];
  readonly applied: Sent[] = [];
  readonly reads: ReadName[] = [];
  readonly needs = new Map<string, Need>();
  closed = 0;
  readonly #done = new Map<string, { print: string; id: string }>();
  #held?: (() => void)[];
  readonly #listeners = new Set<(event: BackendEvent) => void>();

  readonly connect = (): Promise<SpaceConnection> =>
    Promise.resolve({
      spaceId: 'space',
      capabilities: { storage: 'kept', private: true, sealed: false },
      read: (operation, input) => this.#read(operation, input),
      write: (operation, input, { key }) => this.#write(operation, input, key),
      watch: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      close: () => {
        this.closed += 1;
      },
    });

  get me(): Me {
    const { personId } = this;
    return {
      personId,
      name: personId,
      member: { id: personId, partyId: 'werk', name: personId, jobTitle: 'klantmanager', role: this.role },
    };
  }

  tell(event: BackendEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** From now on answers to reads stay away until they are let go. */
  hold(): { waiting: () => number; letGoLast: () => void; letGo: () => void } {
    const held: (() => void)[] = (this.#held = []);
    return {
      waiting: () => held.length,
      letGoLast: () => held.pop()?.(),
      letGo: () => {
        this.#held = undefined;
        for (const go of held) go();
      },
    };
  }

  async #read<N extends ReadName>(operation: N, _input: Input<N>): Promise<Output<N>> {
    this.reads.push(operation);
    const answer = this.#unreachable() ?? this.#answer(operation);
    if (this.#held) await new Promise<void>((resolve) => this.#held?.push(resolve));
    if (answer instanceof SamenError) throw answer;
    return answer as Output<N>;
  }

  /** What is so when it is asked, however late it arrives. */
  #answer(operation: ReadName): unknown {
    if (operation === 'getMe') return this.meFails ?? this.me;
    if (operation === 'listNeeds') return { items: [...this.needs.values()], asOf: '0' };
    return new SamenError('notFound', operation);
  }

  async #write<N extends WriteName>(operation: N, input: Input<N>, key: string): Promise<Output<N>> {
    const write: Sent = { personId: this.personId, operation, input, key };
    this.sent.push(write);
    const fault = this.always?.(write) ?? this.faults.shift();
    const unreachable = this.#unreachable();
    if (unreachable) throw unreachable;
    if (fault === 'lostBefore') throw new SamenError('network', 'Not reached');
    if (fault === 'signedOut') throw new SamenError('notSignedIn', 'Who?');
    if (fault === 'busy') throw new SamenError('busy', 'Busy', { retryAfterSeconds: this.retryAfterSeconds });
    // A repeat of what was done is never refused.
    if (fault === 'refused' && !this.#done.has(key))
      throw new SamenError('conflict', 'No', { reason: 'alreadyMatched' });
    if (fault instanceof Promise) await fault;
    const output = this.#apply(write) as Output<N>;
    if (fault === 'lostAfter') throw new SamenError('network', 'The answer was lost');
    if (fault === 'hangs') return new Promise<never>(() => undefined);
    return output;
  }

  #unreachable(): SamenError | undefined {
    if (!this.isOnline) return new SamenError('network', 'Offline');
    return this.isSignedIn ? undefined : new SamenError('notSignedIn', 'Who?');
  }

  #apply(write: Sent): Need {
    const { key, operation, personId } = write;
    const input = write.input as { id: string; version: number; text?: string; withId?: string };
    const print = JSON.stringify([personId, operation, input]);
    const done = this.#done.get(key);
    if (done && done.print !== print)
      throw new SamenError('conflict', 'Key of something else', { reason: 'keyReused' });
    const there = this.needs.get(input.id);
    if (done && there) return there;
    if ((there?.version ?? 0) !== input.version) throw new SamenError('stale', 'Changed', { current: there });
    if (input.withId && !this.needs.has(input.withId)) throw new SamenError('notFound', 'No such need');
    const need = { ...there, ...input, version: input.version + 1 } as unknown as Need;
    this.needs.set(input.id, need);
    this.#done.set(key, { print, id: input.id });
    this.applied.push(write);
    return need;
  }
}
