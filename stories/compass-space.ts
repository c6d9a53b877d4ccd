import { openLocal } from '../src/backends/local/open-local';
import { MemoryRowStore } from '../src/backends/local/row-store';
import type { RowStore } from '../src/backends/local/row-store';
import { registerBackend } from '../src/backends/registry';
import type { Backend, SpaceConnection } from '../src/contract/backend';
import type { Input, Output, ReadName, WriteName } from '../src/contract/operations';
import { newId } from '../src/model/new-id';
import type { Id } from '../src/model/types';
import type { DemoRows } from './compass-rows';

const SCHEME = 'page';
const spaces = new Map<Id, PageSpace>();

/**
 * A space that lives as long as the page: the real service over rows in memory. Everybody enters it
 * through an address of their own (`page:{space}/{person}`), so that two people can be on one page.
 */
export class PageSpace {
  readonly id: Id = newId();
  readonly #store: RowStore;
  readonly #people = new Map<Id, Promise<SpaceConnection>>();

  constructor(rows: DemoRows) {
    const memory = new MemoryRowStore(new Map([...rows].map(([key, row]) => this.#asOwn(key, row))));
    // It is kept, as far as those on the page need to know.
    this.#store = { kept: true, read: (prefix) => memory.read(prefix), commit: (changes) => memory.commit(changes) };
    spaces.set(this.id, this);
    registerBackend(SCHEME, open);
  }

  /** What stands in an element's `backend` for this person. */
  address(personId: Id): string {
    return `${SCHEME}:${this.id}/${personId}`;
  }

  backend(personId: Id): Backend {
    return openLocal({ store: this.#store, person: () => personId });
  }

  /** What a colleague sees elsewhere. */
  async read<N extends ReadName>(personId: Id, operation: N, input: Input<N>): Promise<Output<N>> {
    return (await this.#connection(personId)).read(operation, input);
  }

  /** What a colleague does elsewhere; those on the page hear of it. */
  async write<N extends WriteName>(personId: Id, operation: N, input: Input<N>): Promise<Output<N>> {
    return (await this.#connection(personId)).write(operation, input, { key: newId() });
  }

  #connection(personId: Id): Promise<SpaceConnection> {
    const known = this.#people.get(personId) ?? this.backend(personId).open(this.id);
    this.#people.set(personId, known);
    return known;
  }

  /** The row of the space itself carries the space's id. */
  #asOwn(key: string, stored: { row: object }): [string, unknown] {
    const isSpace = key.startsWith('space/');
    const row = isSpace ? { ...stored.row, id: this.id } : stored.row;
    return [`${this.id}/${isSpace ? `space/${this.id}` : key}`, { ...stored, row }];
  }
}

function open(address: string): Backend {
  const [spaceId = '', personId = ''] = address.slice(`${SCHEME}:`.length).split('/');
  const space = spaces.get(spaceId);
  if (!space) throw new Error(`There is no space at ${address}`);
  return space.backend(personId);
}
