import type { Input, Me, Output, ReadName, WriteName } from '../contract/operations';

/** Lays one waiting write over what an operation is known to answer. */
export type Lay = (known: unknown, input: never, me: Me | undefined, readInput: unknown) => unknown;

/** By what is read, then by what was written. */
export type Overlays = Partial<Record<ReadName, Partial<Record<WriteName, Lay>>>>;

/** With the types of both sides; the table forgets them. */
export function lay<R extends ReadName, W extends WriteName>(
  work: (known: Output<R>, input: Input<W>, me: Me | undefined, readInput: Input<R>) => Output<R>,
): Lay {
  return work as Lay;
}
