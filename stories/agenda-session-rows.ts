/** Variations of the demonstration's agenda, as rows of a storage: the situations sessions and silent balls can be in. */
import type { DemoRows } from './compass-rows';
import type { AgendaItem, Ball, Session } from '../src/model/agenda-types';
import type { Id } from '../src/model/types';

interface Changed {
  session: Session;
  agendaItem: AgendaItem;
  ball: Ball;
}

/** One of them otherwise. */
export function withChange<K extends keyof Changed>(
  rows: DemoRows,
  kind: K,
  id: Id,
  change: Partial<Changed[K]>,
): DemoRows {
  const found = rows.get(`${kind}/${id}`);
  if (!found) throw new Error(`The demonstration has no ${kind} ${id}`);
  const row = { ...found.row, ...change };
  const audience = 'audience' in row ? (row as Session).audience : found.audience;
  return new Map([...rows, [`${kind}/${id}`, { ...found, audience, row }]]);
}

/** None of a kind. */
export function without(rows: DemoRows, ...kinds: (keyof Changed | 'method')[]): DemoRows {
  return new Map([...rows].filter(([key]) => !kinds.some((kind) => key.startsWith(`${kind}/`))));
}
