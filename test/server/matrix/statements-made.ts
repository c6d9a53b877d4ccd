/** The making of statements. */
import type { Day, Id } from '../../../src/model/types';

export interface Statement {
  sql: string;
  /** Whether it changes anything for them. */
  comes: boolean;
  spaceId?: Id;
  today?: Day;
}

export const json = (value: unknown) => `'${JSON.stringify(value)}'::jsonb`;
export const merged = (table: string, id: Id, change: object, where = '') =>
  `update samen.${table} set data = data || ${json(change)} where id = '${id}'${where}`;
export const removed = (table: string, where = 'true') => `delete from samen.${table} where ${where}`;
export const inserted = (table: string, spaceId: Id, id: Id, audience: string, data: object) =>
  `insert into samen.${table} (space_id, id, version, audience, data) values ('${spaceId}', '${id}', 1, '${audience}', ${json(data)})`;
export const never = (...statements: string[]): Statement[] => statements.map((sql) => ({ sql, comes: false }));
