import { localProof } from './proof';
import { queried } from './queries';
import { addLate, isKnown, isWhole, lateRows } from './stored-row';
import type { StoredRow, Under } from './stored-row';
import type { ToldChange } from './watchers';
import type { EntityKind } from '../../contract/operations';
import { SamenError } from '../../model/errors';
import type { Audience, Id, Viewer } from '../../model/types';
import { late } from '../../service/late';
import type { PageOf, Queries, QueryName, RowKind, Rows, Tx } from '../../service/storage';

/** Reads what lay there at the beginning, with this transaction's own writes over it. */
export class LocalTx implements Tx {
  readonly puts = new Map<string, StoredRow>();
  readonly erased = new Set<string>();
  readonly changes: ToldChange[] = [];
  readonly before: ReadonlyMap<string, unknown>;
  readonly #viewer: Viewer;
  readonly #commits: number;

  constructor(viewer: Viewer, before: ReadonlyMap<string, unknown>, commits: number) {
    this.#viewer = viewer;
    this.before = before;
    this.#commits = commits;
  }

  async asOf(): Promise<string> {
    return String(this.#commits);
  }

  async load<K extends RowKind>(kind: K, id: Id): Promise<Rows[K] | undefined> {
    const stored = await this.#stored(kind, id);
    return stored && this.#maySee(kind, stored) ? (stored.row as Rows[K]) : undefined;
  }

  async save<K extends RowKind>(
    kind: K,
    id: Id,
    expectedVersion: number,
    next: Rows[K],
    audience: Audience,
  ): Promise<void> {
    const stored = await this.#stored(kind, id);
    if ((stored?.version ?? 0) !== expectedVersion) {
      // Something hidden with this id looks like nothing at all.
      if (stored && !this.#maySee(kind, stored)) throw new SamenError('notFound', 'Not there, or not for you');
      throw new SamenError('stale', 'Changed in between', { current: stored?.row });
    }
    const version = 'version' in next && typeof next.version === 'number' ? next.version : expectedVersion + 1;
    const key = this.#key(kind, id);
    this.erased.delete(key);
    this.puts.set(key, { form: 1, version, audience, row: next });
    if ((next as { status?: unknown }).status !== 'erased') return;
    await this.#learn();
    this.#eraseUnder(lateRows?.UNDER_ERASED, id);
    this.#eraseChosen(id);
  }

  async erase<K extends RowKind>(kind: K, id: Id): Promise<void> {
    await this.#learn();
    this.#erase(this.#key(kind, id));
    if (kind === 'member') await (await late(import('./forget-member'))).forgetMember(this, this.#viewer.spaceId, id);
    this.#eraseUnder(lateRows?.UNDER[kind], id);
    if (kind === 'experience') this.#eraseChosen(id);
  }

  /** A broken row is left lying and passed over: one of them does not take a list away. */
  async query<Q extends QueryName>(
    name: Q,
    args: Queries[Q]['args'],
    page?: { limit: number; cursor?: string },
  ): Promise<PageOf<Queries[Q]['row']>> {
    const looked = { viewer: this.#viewer, all: this.#all, get: this.#get, proof: this.#proof };
    return queried(name, looked, args, page);
  }

  authorProof(id: Id): Promise<string> {
    return Promise.resolve(this.#proof(id));
  }

  changed(kind: EntityKind, id: Id, audience: Audience): void {
    this.changes.push({ kind, id, audience });
  }

  readonly #proof = (id: Id): string => localProof(this.#viewer.personId, id);

  readonly #all = <K extends RowKind>(kind: K, forNobody?: boolean): Rows[K][] => {
    return this.#keysOf(kind).flatMap((key) => {
      const found = this.#found(key);
      return isWhole(kind, found) && (forNobody || this.#maySeeByAudience(kind, found)) ? [found.row as Rows[K]] : [];
    });
  };

  readonly #get = <K extends RowKind>(kind: K, id: Id): Rows[K] | undefined => {
    const found = this.#found(this.#key(kind, id));
    return isWhole(kind, found) ? (found.row as Rows[K]) : undefined;
  };

  #key(kind: RowKind, id: Id): string {
    return `${this.#viewer.spaceId}/${kind}/${id}`;
  }

  #maySeeByAudience(kind: RowKind, stored: StoredRow): boolean {
    return lateRows?.isByAudienceFor(kind, stored, this.#viewer) ?? true;
  }

  #maySee(kind: RowKind, stored: StoredRow): boolean {
    return (
      this.#maySeeByAudience(kind, stored) && (lateRows?.isForViewer(kind, stored, this.#viewer, this.#proof) ?? true)
    );
  }

  #eraseUnder(all: Under | undefined, id: Id): void {
    for (const [under, field] of all ?? []) {
      for (const key of this.#keysOf(under)) {
        const { row } = Object(this.#found(key)) as Partial<StoredRow>;
        if ((Object(row) as Record<string, unknown>)[field] === id) this.#erase(key);
      }
    }
  }

  #eraseChosen(experienceId: Id): void {
    for (const key of this.#keysOf('keptReport')) {
      const found = this.#found(key);
      const left = isWhole('keptReport', found) && lateRows?.withoutChosen(found, experienceId);
      if (left) this.puts.set(key, left);
    }
  }

  #keysOf(kind: RowKind): string[] {
    const prefix = this.#key(kind, '');
    return [...new Set([...this.before.keys(), ...this.puts.keys()])].filter((key) => key.startsWith(prefix));
  }

  #erase(key: string): void {
    this.puts.delete(key);
    this.erased.add(key);
  }

  #found(key: string): unknown {
    return this.erased.has(key) ? undefined : (this.puts.get(key) ?? this.before.get(key));
  }

  async #learn(): Promise<void> {
    addLate(await late(import('./late-rows')));
  }

  /** Throws on what is there but cannot be read: taken for nothing, it would be written over. */
  async #stored(kind: RowKind, id: Id): Promise<StoredRow | undefined> {
    if (!isKnown(kind)) await this.#learn();
    const found = this.#found(this.#key(kind, id));
    if (found === undefined || isWhole(kind, found)) return found;
    throw new SamenError('storage', `A kept ${kind} is broken`);
  }
}
