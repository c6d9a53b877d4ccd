/** All rows of a query whose result is short by nature (parties' needs, rounds, members). */
export async function everyRow<T>(ask: (cursor?: string) => Promise<{ rows: T[]; nextCursor?: string }>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    all.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
}
