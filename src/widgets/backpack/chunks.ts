/**
 * In parts of `size`, the first of which are smaller still: what is laid out before anybody scrolls is little. Those
 * in which nothing changed are the arrays they were.
 */
export function chunksOf<T>(
  items: readonly T[],
  size: number,
  before: readonly (readonly T[])[],
  atFirst = size,
): (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  let at = 0;
  while (at < items.length) {
    const now = items.slice(at, at + (at < size ? atFirst : size));
    const was = before[chunks.length];
    chunks.push(was?.length === now.length && now.every((one, index) => one === was[index]) ? was : now);
    at += now.length;
  }
  return chunks;
}

/** As high as a card is, most often. */
const CARD_PX = 300;

/** So many cards fill the window. */
export const windowful = (): number => Math.ceil(globalThis.innerHeight / CARD_PX);
