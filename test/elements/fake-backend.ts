import type { Backend, BackendEvent, SpaceConnection } from '../../src/contract/backend';
import type { Me } from '../../src/contract/operations';
import { SamenError } from '../../src/model/errors';
import type { Member, Space } from '../../src/model/types';

export const MEMBER: Member = { id: 'werk-1', partyId: 'werk', name: '', jobTitle: 'Klantmanager', role: 'member' };

export const SPACE: Space = {
  id: 'fake',
  name: 'het sociaal domein',
  parties: [{ id: 'werk', kind: 'department', name: 'Werk en inkomen', shortName: 'Werk' }],
  phases: [],
  settings: { smallestGroup: 5, smallestSentences: 10, roundIntervalDays: 28 },
  setup: 'done',
  version: 1,
};

/** A home for the data that answers as a test says, and fails as a test says. */
export class FakeBackend implements Backend {
  me: Me = { personId: 'werk-1', name: '', member: MEMBER };
  space: Space | SamenError = SPACE;
  /** Thrown by every read, or by `listMeanings` only. */
  fails?: SamenError;
  meaningsFail?: SamenError;
  /** Thrown by every write. */
  refuses?: SamenError;
  storage: 'kept' | 'memory' = 'kept';
  asOf = new Date().toISOString();
  /** Reads wait for it. */
  gate: Promise<unknown> = Promise.resolve();
  readonly opened: string[] = [];
  readonly #listeners = new Set<(event: BackendEvent) => void>();

  /** Everything is to be read anew. */
  reset(): void {
    for (const listener of this.#listeners) listener({ type: 'reset' });
  }

  open(spaceId: string): Promise<SpaceConnection> {
    this.opened.push(spaceId);
    const read = async (operation: string): Promise<unknown> => {
      await this.gate;
      if (this.fails) throw this.fails;
      if (operation === 'getMe') return this.me;
      if (operation === 'getSpace') {
        if (this.space instanceof SamenError) throw this.space;
        return this.space;
      }
      if (this.meaningsFail) throw this.meaningsFail;
      return { items: [], asOf: this.asOf };
    };
    const write = async (): Promise<unknown> => {
      if (this.refuses) throw this.refuses;
      return {};
    };
    return Promise.resolve({
      spaceId,
      capabilities: { storage: this.storage, private: false, sealed: false },
      read: read as SpaceConnection['read'],
      write: write as SpaceConnection['write'],
      watch: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      close: () => undefined,
    });
  }
}
