/**
 * The items in a random order (Fisher–Yates), unguessable: the order in which people wrote must
 * not be found back from what is published.
 */
export function shuffle<T>(items: readonly T[]): T[] {
  const rest = [...items];
  const shuffled: T[] = [];
  while (rest.length > 0) shuffled.push(...rest.splice(randomBelow(rest.length), 1));
  return shuffled;
}

/** A whole number from 0 up to `limit`, each as likely: what the remainder would favour is drawn again. */
function randomBelow(limit: number): number {
  const range = 2 ** 32;
  const fair = range - (range % limit);
  for (;;) {
    const drawn = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    if (drawn < fair) return drawn % limit;
  }
}
