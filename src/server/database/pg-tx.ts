import { randomBytes } from 'node:crypto';
import type { PoolClient, QueryResultRow } from 'pg';
import { proofOf, secretOf } from './proof';
import type { Prove } from './proof';
import { BY_AUDIENCE, BY_PROOF, EVERYWHERE, OF_INSTALLATION, TABLES } from './tables';
import { QUERIES, fromCursor, toCursor } from './queries';
import type { EntityKind } from '../../contract/operations';
import { SamenError } from '../../model/errors';
import type { Audience, Id, Viewer } from '../../model/types';
import { audiencesOf, maySee, maySeeResult } from '../../model/visibility';
import type { PageOf, Queries, QueryName, RowKind, Rows, Tx } from '../../service/storage';

/** A change as it is told after the commit: to who could see it before, and to who can after. */
interface Told {
  kind: EntityKind;
  id: Id;
  version?: number;
  before: Audience | null;
  after: Audience | null;
}

/** What of a row was read when the transaction began, or of one that was touched. */
interface Found {
  version: number;
  audience: Audience;
  data: unknown;
}

export interface Beginning {
  member: Found | undefined;
  space: Found | undefined;
  /** The last change that what is read next surely holds. */
  lastChange: string;
  /** Of whoever asks, if they are a member: without it they prove nothing. */
  salt?: string;
}

export interface PgTxParts {
  mark: (lastChange: string) => string;
  prove: Prove;
}

/** A lock is of a number. */
const NUMBER = 'hashtextextended($1, 0)';

/** What the database erases by itself, when it is time. */
const ERASED_BY: Partial<Record<RowKind, string>> = { checkIn: 'erase_check_in', logEntry: 'erase_log_entry' };

/** In a statement of its own, before what is read with it: policies look at what is presented when a statement begins. */
const PRESENT = (secrets: string) => `set_config('samen.proofs', ${secrets}, true)`;

/** What was found out when the transaction began no longer holds; all of it is to be done again. */
export class BeginAnew extends Error {}

/** The port over one transaction of PostgreSQL, with row-level security beneath. */
export class PgTx implements Tx {
  /** Whether anything was written, or tried. */
  hasWritten = false;
  readonly #client: PoolClient;
  readonly #viewer: Viewer;
  readonly #parts: PgTxParts;
  readonly #known = new Map<string, Found | undefined>();
  readonly #lastChange: string;
  readonly #salt: string | undefined;
  /** Secrets that the database knows within this transaction. */
  readonly #presented = new Set<string>();
  readonly #touched = new Map<string, { before: Audience | null; after: Audience | null; version?: number }>();
  readonly #told = new Map<string, Told>();

  constructor(client: PoolClient, viewer: Viewer, beginning: Beginning, parts: PgTxParts) {
    this.#client = client;
    this.#viewer = viewer;
    this.#parts = parts;
    this.#lastChange = beginning.lastChange;
    this.#salt = beginning.salt;
    // Who asks, and where: read together with the beginning, for every operation wants them.
    this.#known.set(`member ${viewer.personId}`, beginning.member);
    this.#known.set(`space ${viewer.spaceId}`, beginning.space);
  }

  asOf(): Promise<string> {
    return Promise.resolve(this.#parts.mark(this.#lastChange));
  }

  authorProof(id: Id): Promise<string> {
    const secret = this.#secretOf(id);
    // What nobody can prove is like nothing that is there.
    return Promise.resolve(proofOf(secret ?? randomBytes(32).toString('base64url')));
  }

  async load<K extends RowKind>(kind: K, id: Id, { lock = false } = {}): Promise<Rows[K] | undefined> {
    const key = `${kind} ${id}`;
    const secrets = BY_PROOF.has(kind) ? this.#toPresent([id]) : undefined;
    if (lock) await this.#lock(kind, key, secrets);
    else await this.#present(secrets);
    const found = this.#known.has(key) ? this.#known.get(key) : await this.#find(kind, id);
    return found && this.#maySee(kind, found) ? (found.data as Rows[K]) : undefined;
  }

  async save<K extends RowKind>(
    kind: K,
    id: Id,
    expectedVersion: number,
    next: Rows[K],
    audience: Audience,
  ): Promise<void> {
    this.hasWritten = true;
    if (BY_PROOF.has(kind)) await this.#present(this.#toPresent([id]));
    const version = 'version' in next && typeof next.version === 'number' ? next.version : expectedVersion + 1;
    const values = [this.#spaceOf(kind), id, version, audience, JSON.stringify(next)];
    const saved =
      expectedVersion === 0 ? await this.#insert(kind, values) : await this.#update(kind, [...values, expectedVersion]);
    if (!saved) await this.#refuse(kind, id, expectedVersion);
    const before = this.#touched.get(`${kind} ${id}`)?.before ?? saved?.before ?? null;
    this.#touched.set(`${kind} ${id}`, { before, after: audience, version });
    this.#known.delete(`${kind} ${id}`);
  }

  async erase<K extends RowKind>(kind: K, id: Id): Promise<void> {
    this.hasWritten = true;
    this.#known.delete(`${kind} ${id}`);
    if (BY_PROOF.has(kind)) await this.#present(this.#toPresent([id]));
    const own = ERASED_BY[kind];
    if (own) {
      await this.#query(`erase ${kind}`, `select samen.${own}($1)`, [id]);
      return;
    }
    // Who left does not come in again by what a sign-in says of them; their name is not what that is known by.
    if (kind === 'member') {
      await this.#query('leaving', `select set_config('samen.leaving', $1, true)`, [this.#markOf(id)]);
    }
    const [gone] = await this.#query<{ audience: Audience }>(
      `erase ${kind}`,
      `delete from ${TABLES[kind]} where space_id = $1 and id = $2 returning audience`,
      [this.#spaceOf(kind), id],
    );
    if (!gone && (await this.#find(kind, id))) throw new SamenError('forbidden', 'This may not be erased');
    if (!gone) return;
    this.#touched.set(`${kind} ${id}`, { before: gone.audience, after: null });
    // Its ball goes with it.
    if (kind === 'agendaItem') this.#touched.set(`ball ${id}`, { before: gone.audience, after: null });
  }

  async query<Q extends QueryName>(
    name: Q,
    args: Queries[Q]['args'],
    { limit, cursor }: { limit: number; cursor?: string } = { limit: 1000 },
  ): Promise<PageOf<Queries[Q]['row']>> {
    const { text, newest, values, about } = QUERIES[name];
    const after = cursor === undefined ? undefined : fromCursor(cursor, newest);
    const secrets = (about?.(args) ?? []).flatMap((id) => this.#secretOf(id) ?? []);
    await this.#present(this.#notYet(secrets));
    const asked = {
      spaceId: this.#viewer.spaceId,
      // Nobody, to whoever looks through the eyes of somebody else.
      personId: this.#viewer.personId,
      audiences: audiencesOf(this.#viewer),
      isCoreTeam: this.#viewer.member?.role === 'coreTeam',
      proofs: secrets.map(proofOf),
      limit: limit + 1,
      after,
    };
    const found = await this.#query<{ data: Queries[Q]['row']; newest: string; id: string }>(
      `query ${name}`,
      text,
      values(args, asked),
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown.map(({ data }) => data),
      nextCursor: last && found.length > limit ? toCursor([last.newest, last.id]) : undefined,
    };
  }

  changed(kind: EntityKind, id: Id, audience: Audience): void {
    const key = `${kind} ${id}`;
    const { before, after, version } = this.#touched.get(key) ?? { before: audience, after: audience };
    this.#told.set(key, { kind, id, before, after, ...(version !== undefined && { version }) });
  }

  /** Makes a member of who asks, of the party that their sign-in says; whether it did. */
  async admit(partyId: string, name: string): Promise<boolean> {
    const values = [partyId, name, this.#markOf(this.#viewer.personId)];
    const [answer] = await this.#query<{ did: boolean }>('admit', 'select samen.admit($1, $2, $3) as did', values);
    this.hasWritten ||= answer?.did === true;
    return answer?.did === true;
  }

  /** Where who asks takes part, over all spaces. */
  mySpaces(): Promise<{ id: Id; name: string }[]> {
    return this.#query('my spaces', 'select id, name from samen.my_spaces()', []);
  }

  /** Numbers what changed and tells it at the commit: the last thing a transaction does. */
  async tell(): Promise<void> {
    if (this.#told.size === 0) return;
    await this.#query('tell', 'select samen.tell($1)', [JSON.stringify([...this.#told.values()])]);
  }

  /** Apart from reading, for who waited must see what the other wrote: nothing that was read before counts. */
  async #lock(kind: RowKind, key: string, secrets?: string): Promise<void> {
    this.#known.clear();
    const name = [`${this.#spaceOf(kind)} ${key}`];
    if (secrets !== undefined) {
      await this.#query('lock and present', `select pg_advisory_xact_lock(${NUMBER}), ${PRESENT('$2')}`, [
        ...name,
        secrets,
      ]);
      return;
    }
    if (kind === 'writeKey') {
      const [free] = await this.#query<{ is: boolean }>(
        'try',
        `select pg_try_advisory_xact_lock(${NUMBER}) as is`,
        name,
      );
      if (free?.is) return;
    }
    await this.#query('lock', `select pg_advisory_xact_lock(${NUMBER})`, name);
    // The same write came twice at once, and the other may have made the asker a member: begin anew.
    if (kind === 'writeKey') throw new BeginAnew();
  }

  #spaceOf(kind: RowKind): Id {
    return OF_INSTALLATION.has(kind) ? EVERYWHERE : this.#viewer.spaceId;
  }

  /** What the viewer proves of a thing; nothing, for who is no member, or sees with the eyes of somebody else. */
  #secretOf(id: Id): string | undefined {
    const { spaceId, personId } = this.#viewer;
    if (!personId || this.#salt === undefined) return undefined;
    return secretOf(this.#parts.prove, { spaceId, id, personId, salt: this.#salt });
  }

  #toPresent(ids: readonly Id[]): string | undefined {
    return this.#notYet(ids.flatMap((id) => this.#secretOf(id) ?? []));
  }

  /** All secrets as the database is to know them; undefined when it knows these already. */
  #notYet(secrets: readonly string[]): string | undefined {
    if (secrets.every((secret) => this.#presented.has(secret))) return undefined;
    for (const secret of secrets) this.#presented.add(secret);
    return [...this.#presented].join(',');
  }

  async #present(secrets: string | undefined): Promise<void> {
    if (secrets !== undefined) await this.#query('present', `select ${PRESENT('$1')}`, [secrets]);
  }

  async #find(kind: RowKind, id: Id): Promise<Found | undefined> {
    // Of keys there is no list to look in: one is asked for by its name.
    const from = kind === 'writeKey' ? 'samen.write_key($1, $2)' : `${TABLES[kind]} where space_id = $1 and id = $2`;
    const [found] = await this.#query<Found & QueryResultRow>(
      `load ${kind}`,
      `select version, audience, data from ${from}`,
      [this.#spaceOf(kind), id],
    );
    return found;
  }

  async #insert(kind: RowKind, values: unknown[]): Promise<{ before: null } | undefined> {
    const rows = await this.#query(
      `insert ${kind}`,
      `insert into ${TABLES[kind]} (space_id, id, version, audience, data) values ($1, $2, $3, $4, $5)
        on conflict do nothing returning 1`,
      values,
    ).catch((error: unknown) => {
      // Whether there is such a space is nobody's business but its members': a key is the first thing that others write.
      if ((kind === 'space' || kind === 'writeKey') && (error as { code?: string }).code === '42501')
        throw new SamenError('notFound', 'Not there, or not for you', { cause: error });
      throw error;
    });
    return rows.length > 0 ? { before: null } : undefined;
  }

  async #update(kind: RowKind, values: unknown[]): Promise<{ before: Audience } | undefined> {
    const [updated] = await this.#query<{ before: Audience }>(
      `update ${kind}`,
      `with was as (select audience from ${TABLES[kind]} where space_id = $1 and id = $2)
        update ${TABLES[kind]} set version = $3, audience = $4, data = $5
        where space_id = $1 and id = $2 and version = $6 returning (select audience from was) as before`,
      values,
    );
    return updated;
  }

  /** Why nothing was written: somebody was first, it is hidden, or it may not be. */
  async #refuse(kind: RowKind, id: Id, expectedVersion: number): Promise<never> {
    const found = await this.#find(kind, id);
    if (!found || !this.#maySee(kind, found)) throw new SamenError('notFound', 'Not there, or not for you');
    if (found.version === expectedVersion) throw new SamenError('forbidden', 'This may not be changed');
    throw new SamenError('stale', 'Changed in between', { current: found.data });
  }

  /** Of somebody in this space, of use to nobody without the key. */
  #markOf(personId: Id): string {
    return this.#parts.prove(`left|${this.#viewer.spaceId}|${personId}`);
  }

  #maySee(kind: RowKind, { audience, data }: Found): boolean {
    const { personId, member } = this.#viewer;
    // Nobody in particular: the instance itself, of which the database says what it may.
    const isInstance = personId === '' && !member;
    // A draft is also the core team's.
    if (kind === 'result') return isInstance || maySeeResult(data as Rows['result'], this.#viewer);
    return isInstance || !BY_AUDIENCE.has(kind) || maySee(audience, this.#viewer);
  }

  /** Prepared once a connection, under this name. */
  async #query<R extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<R[]> {
    return (await this.#client.query<R>({ name, text, values })).rows;
  }
}
