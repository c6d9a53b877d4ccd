/** Somebody who reads the database, all of it, also what is beside the rows: in what order, in which transaction. */
import type { Pool } from 'pg';
import { tablesOf } from '../matrix/acting';

export interface DumpedRow {
  table: string;
  row: Record<string, unknown>;
  /** The transaction that wrote it. */
  xmin: string;
  /** Where it lies. */
  ctid: string;
}

/** Of the installation: when it was made. */
const KNOWN = new Set(['migrations']);

export async function dumped(owner: Pool): Promise<DumpedRow[]> {
  const all: DumpedRow[] = [];
  for (const table of await tablesOf(owner)) {
    const { rows } = await owner.query<{ row: Record<string, unknown>; xmin: string; ctid: string }>(
      `select to_jsonb(t) as row, xmin::text, ctid::text from samen.${table} t order by t.ctid`,
    );
    all.push(...rows.map((each) => ({ table, ...each })));
  }
  return all;
}

/** What was added or changed since. */
export function relative(now: readonly DumpedRow[], earlier: readonly DumpedRow[]): DumpedRow[] {
  const known = new Set(earlier.map((row) => JSON.stringify(row)));
  return now.filter((row) => !known.has(JSON.stringify(row)));
}

/** As one text, in which only what is drawn by lot, and the clock of the machine, has a name in its place. */
export function asText(dump: readonly DumpedRow[], secrets: Names): string {
  const transactions = [...new Set(dump.map(({ xmin }) => Number(xmin)))].sort((a, b) => a - b);
  return dump
    .filter(({ table }) => !KNOWN.has(table))
    .map(({ table, row, xmin, ctid }) => {
      const plain = { ...row, ...(table === 'author_salts' && { salt: '*' }), ...('at' in row && { at: '*' }) };
      return `${table} ${ctid} ${String(transactions.indexOf(Number(xmin)))} ${secrets.named(JSON.stringify(plain))}`;
    })
    .join('\n');
}

/** Proofs, digests, ids and marks: each gets the name of the place where it was first seen. */
export class Names {
  readonly #known = new Map<string, string>();

  named(text: string): string {
    return text.replace(/[\w-]{43}|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (drawn) => {
      const name = this.#known.get(drawn) ?? `drawn ${String(this.#known.size)}`;
      this.#known.set(drawn, name);
      return name;
    });
  }
}
