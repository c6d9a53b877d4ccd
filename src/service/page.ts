import type { Context } from './context';
import type { PageOf } from './storage';
import type { Page, PageInput } from '../contract/operations';

export const sizeOf = ({ limit = 20, cursor }: PageInput): { limit: number; cursor: string | undefined } => ({
  limit,
  cursor,
});

/** A page as it is answered. */
export const page = <T>({ asOf }: Context, { rows, nextCursor }: PageOf<T>): Page<T> => ({
  items: rows,
  nextCursor,
  asOf,
});
